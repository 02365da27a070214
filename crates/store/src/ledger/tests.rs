//! What can only be shown with the connection in hand: a full disk, a failing medium, an upgrade.

mod upgrade;

use std::path::Path;

use rusqlite::ffi;

use domain::id::{SchoolId, TeacherId};
use domain::school::{SchoolProfile, Stage};
use domain::teacher::{Teacher, TeacherRecord};

use super::*;
use crate::{SCHEMA_VERSION, test_folder};

fn key() -> Unlock {
    Unlock::Key(Key::from_bytes([7; 32]))
}

fn at() -> NaiveDateTime {
    "2026-09-01T08:30:00".parse().unwrap()
}

fn teacher(number: u64) -> Teacher {
    Teacher {
        id: TeacherId::new(number, 1),
        record: TeacherRecord {
            name: format!("林{number}"),
            note: "甲".repeat(400),
            ..TeacherRecord::default()
        },
    }
}

fn new_ledger(path: &Path) -> Ledger {
    let school = School {
        id: SchoolId::new(1, 1),
        name: "青禾小学".to_owned(),
        short_name: String::new(),
        stage: Stage::Primary,
        principal: "周岚".to_owned(),
        is_mine: true,
        profile: SchoolProfile::default(),
    };
    Ledger::create(path, &key(), at(), &school).unwrap()
}

fn add(ledger: &mut Ledger, number: u64) -> Result<(), Error> {
    ledger.transact(Op::AddTeacher, at(), |tx| tx.add_teacher(&teacher(number)))
}

#[test]
fn what_is_set_is_read_back_and_sqlite_is_new_enough() {
    let folder = test_folder();
    let ledger = new_ledger(&folder.path().join("a.spl"));
    assert_eq!(open::wrong_pragma(&ledger.connection).unwrap(), None);
    assert_eq!(
        open::marks(&ledger.connection).unwrap(),
        (APPLICATION_ID, SCHEMA_VERSION)
    );
    // The first version in which a reset of a write-ahead log cannot corrupt the file.
    assert!(rusqlite::version_number() >= 3_051_003);
    ledger
        .connection
        .pragma_update(None, "synchronous", "NORMAL")
        .unwrap();
    assert_eq!(
        open::wrong_pragma(&ledger.connection).unwrap(),
        Some("synchronous"),
        "the reading back sees a wrong value"
    );
}

#[test]
fn a_full_disk_loses_nothing_and_the_work_goes_on_afterwards() {
    let folder = test_folder();
    let path = folder.path().join("a.spl");
    let mut ledger = new_ledger(&path);
    let pages: i64 = ledger
        .connection
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    let limit = |ledger: &Ledger, pages: i64| {
        ledger
            .connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .unwrap();
    };
    limit(&ledger, pages + 10);
    let mut saved = 0;
    let error = loop {
        match add(&mut ledger, saved + 1) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
    };
    assert!(saved > 0);
    assert_eq!(error.code(), "STORE-FULL");
    assert!(error.to_string().contains("磁盘已满"), "{error}");
    assert!(error.to_string().contains("登记教师"), "{error}");
    for _ in 0..50 {
        assert_eq!(
            add(&mut ledger, saved + 1).unwrap_err().code(),
            "STORE-FULL"
        );
    }
    assert_eq!(ledger.teachers().unwrap().len() as u64, saved);
    assert!(ledger.check().unwrap().is_whole());
    limit(&ledger, 1_000_000);
    add(&mut ledger, saved + 1).unwrap();
    drop(ledger);
    let ledger = Ledger::open(&path, &key()).unwrap();
    assert_eq!(ledger.teachers().unwrap().len() as u64, saved + 1);
}

#[test]
fn after_the_second_failure_of_the_medium_in_a_row_the_file_is_opened_anew() {
    let folder = test_folder();
    let mut ledger = new_ledger(&folder.path().join("a.spl"));
    let fail = |ledger: &mut Ledger| {
        ledger.transact(Op::AddTeacher, at(), |tx| {
            tx.add_teacher(&teacher(9))?;
            let failure = ffi::Error::new(ffi::SQLITE_IOERR_WRITE);
            Err::<(), Error>(tx.broke(rusqlite::Error::SqliteFailure(failure, None)))
        })
    };
    assert_eq!(fail(&mut ledger).unwrap_err().code(), "STORE-DATABASE");
    assert!(!ledger.needs_reopening());
    add(&mut ledger, 1).unwrap();
    fail(&mut ledger).unwrap_err();
    assert!(!ledger.needs_reopening(), "a success between two failures");
    fail(&mut ledger).unwrap_err();
    assert!(ledger.needs_reopening());
    add(&mut ledger, 2).unwrap();
    assert!(!ledger.needs_reopening());
    assert_eq!(ledger.teachers().unwrap().len(), 2);
    assert!(ledger.check().unwrap().is_whole());
}

#[test]
fn a_change_that_panics_is_rolled_back() {
    let folder = test_folder();
    let mut ledger = new_ledger(&folder.path().join("a.spl"));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        ledger.transact(Op::AddTeacher, at(), |tx| {
            tx.add_teacher(&teacher(1))?;
            panic!("in the middle");
            #[expect(unreachable_code, reason = "gives the closure its type")]
            Ok::<(), Error>(())
        })
    }));
    assert!(panicked.is_err());
    assert!(ledger.teachers().unwrap().is_empty());
    add(&mut ledger, 1).unwrap();
    assert_eq!(ledger.head().unwrap().seq, 2);
}

#[test]
fn a_copy_is_opened_by_the_same_passphrase() {
    let folder = test_folder();
    let path = folder.path().join("a.spl");
    let unlock = Unlock::from(crate::Passphrase::new("山高水长".to_owned()));
    let school = new_ledger(&folder.path().join("b.spl"))
        .my_school()
        .unwrap();
    let ledger = Ledger::create(&path, &unlock, at(), &school).unwrap();
    let copy = folder.path().join("copy.spl");
    ledger.copy_to(&copy).unwrap();
    assert_eq!(ledger.copy_to(&copy).unwrap_err().code(), "STORE-EXISTS");
    let copied = Ledger::open(&copy, &unlock).unwrap();
    assert_eq!(copied.head().unwrap(), ledger.head().unwrap());
}
