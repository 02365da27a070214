//! Who may open a file, and what is said to who may not.

use std::fs;

use domain::op::Op;
use store::{Error, Ledger, Passphrase, SCHEMA_VERSION, Unlock};

use crate::sample::{Folder, at, key, my_school, new_ledger, raw};

fn code(path: &std::path::Path, unlock: &Unlock) -> (&'static str, String) {
    let error = Ledger::open(path, unlock).unwrap_err();
    (error.code(), error.to_string())
}

fn passphrase(text: &str) -> Unlock {
    Unlock::from(Passphrase::new(text.to_owned()))
}

#[test]
fn a_passphrase_opens_its_file_and_another_does_not() {
    let folder = Folder::new();
    let path = folder.join("台账.spl");
    let ledger = Ledger::create(&path, &passphrase("山高水长"), at(), &my_school()).unwrap();
    assert_eq!(ledger.my_school().unwrap(), my_school());
    drop(ledger);
    assert_eq!(
        folder.names(),
        ["台账.spl"],
        "one file, and nothing beside it"
    );
    let ledger = Ledger::open(&path, &passphrase("山高水长")).unwrap();
    assert!(ledger.check().unwrap().is_whole());
    drop(ledger);
    let (code, message) = code(&path, &passphrase("山高水短"));
    assert_eq!(code, "STORE-KEY");
    assert!(message.contains("口令不对，或文件已损坏"), "{message}");
    assert!(message.contains("台账.spl"), "{message}");
    assert!(message.contains("打开台账"), "{message}");
}

#[test]
fn nothing_in_the_file_can_be_read_without_the_key() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    drop(new_ledger(&path));
    let bytes = fs::read(&path).unwrap();
    for text in ["SQLite format", "CREATE TABLE", "青禾小学", "principal"] {
        let found = bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes());
        assert!(!found, "{text}");
    }
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    fs::write(&path, b"mine").unwrap();
    let error = Ledger::create(&path, &key(), at(), &my_school()).unwrap_err();
    assert_eq!(error.code(), "STORE-EXISTS");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(folder.names(), ["a.spl"]);
}

#[test]
fn a_ledger_that_cannot_be_founded_leaves_nothing_behind() {
    let folder = Folder::new();
    let nowhere = folder.join("没有").join("a.spl");
    let error = Ledger::create(&nowhere, &key(), at(), &my_school()).unwrap_err();
    assert_eq!(error.code(), "STORE-MISSING");
    assert!(error.to_string().contains("没有"), "{error}");
    let mut nameless = my_school();
    nameless.name = String::new();
    assert!(Ledger::create(&folder.join("a.spl"), &key(), at(), &nameless).is_err());
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

#[test]
fn what_is_not_ours_is_refused_in_words() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    assert_eq!(code(&path, &key()).0, "STORE-MISSING");
    assert!(folder.names().is_empty(), "opening makes no file");

    fs::write(&path, b"").unwrap();
    assert_eq!(code(&path, &key()).0, "STORE-DAMAGED");
    fs::write(&path, [1; 300]).unwrap();
    assert_eq!(code(&path, &key()).0, "STORE-KEY");
    fs::write(&path, [b"SQLite format 3\0", [0; 5000].as_slice()].concat()).unwrap();
    let (plain, message) = code(&path, &key());
    assert_eq!(plain, "STORE-FOREIGN");
    assert!(message.contains("不是本程序的台账文件"), "{message}");
    assert_eq!(code(&folder.join("."), &key()).0, "STORE-FOREIGN");

    // The right key, but somebody else's tables.
    let other = folder.join("other.spl");
    raw(&other).execute_batch("CREATE TABLE t (a)").unwrap();
    assert_eq!(code(&other, &key()).0, "STORE-FOREIGN");
}

#[test]
fn a_newer_file_is_refused_in_words_and_not_changed() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    drop(new_ledger(&path));
    raw(&path)
        .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    let before = fs::read(&path).unwrap();
    let (code, message) = code(&path, &key());
    assert_eq!(code, "STORE-NEWER");
    assert!(message.contains("请升级程序"), "{message}");
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn an_error_of_the_caller_rolls_back_and_comes_back_as_it_is() {
    #[derive(Debug)]
    enum Mine {
        Store,
        Own(u8),
    }
    impl From<Error> for Mine {
        fn from(_: Error) -> Self {
            Self::Store
        }
    }
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    let head = ledger.head().unwrap();
    let outcome: Result<(), Mine> = ledger.transact(Op::AddSchool, at(), |tx| {
        tx.add_school(&crate::sample::host_school())?;
        Err(Mine::Own(3))
    });
    assert!(matches!(outcome, Err(Mine::Own(3))));
    let outcome: Result<(), Mine> =
        ledger.transact(Op::AddSchool, at(), |tx| Ok(tx.add_school(&my_school())?));
    assert!(matches!(outcome, Err(Mine::Store)));
    assert_eq!(ledger.schools().unwrap().len(), 1);
    assert_eq!(ledger.head().unwrap(), head);
}
