//! Records that cannot be opened: another passphrase, another program, no records, other files.

use shuangping_tests::desk::{Desk, run, word};
use shuangping_tests::ground::{Ground, SENDING, YEAR};
use shuangping_tests::{Folder, root};
use zeroize::Zeroizing;

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let ground = Ground::new("passphrase").unwrap();
    let wrong = ground.join("错.txt");
    for text in ["不是这一句话！", "", "一句容易记住的话 "] {
        std::fs::write(&wrong, text).unwrap();
        let failed = ground
            .desk
            .with_passphrase(wrong.clone())
            .run(&["teachers", "list"])
            .failed(3);
        assert_eq!(failed.code, "STORE-KEY", "{text:?}");
        assert!(failed.message.contains("口令不对"), "{failed:?}");
    }
    std::fs::write(&wrong, b"\xff\xfe\x00").unwrap();
    let failed = ground
        .desk
        .with_passphrase(wrong.clone())
        .run(&["check"])
        .failed(3);
    assert_eq!(failed.code, "PASSPHRASE-TEXT");
    let failed = ground
        .desk
        .with_passphrase(ground.join("无.txt"))
        .run(&["check"])
        .failed(3);
    assert_eq!(failed.code, "FILE-READ");
    assert_eq!(ground.desk.run(&["check"]).done()["whole"], true);
}

#[test]
fn records_that_another_program_holds_are_refused_in_words() {
    let ground = Ground::new("held").unwrap();
    let place = ground.desk.data().join(app::session::LEDGER_FILE);
    let passphrase = std::fs::read_to_string(ground.join("口令.txt")).unwrap();
    let held =
        app::Session::open(&place, Zeroizing::new(passphrase.trim_end().to_owned())).unwrap();
    let roster = word(&root().join("tests/data/roster-typical.xlsx"));
    for words in [
        &["teachers", "list"][..],
        &["import", "roster", &roster],
        &["check"],
    ] {
        let failed = ground.desk.run(words).failed(3);
        assert_eq!(failed.code, "STORE-LOCKED");
        assert!(
            failed.message.contains("正被另一个窗口或程序使用"),
            "{failed:?}"
        );
        assert!(
            failed.message.contains(app::session::LEDGER_FILE),
            "the file is named: {failed:?}"
        );
    }
    drop(held);
    assert_eq!(
        ground.desk.run(&["teachers", "list"]).done(),
        serde_json::json!([])
    );
}

#[test]
fn what_is_no_file_of_records_is_told_apart() {
    let folder = Folder::new("no-records").unwrap();
    let desk = Desk::new(folder.path()).unwrap();
    // Told before anybody is asked for a passphrase.
    let none = run(&["--json", "--data", &word(desk.data()), "teachers", "list"]).failed(2);
    assert_eq!(
        (none.code.as_str(), none.places()),
        ("DATA-ABSENT", vec!["--data"])
    );
    std::fs::create_dir_all(desk.data()).unwrap();
    let place = desk.data().join(app::session::LEDGER_FILE);
    let noise: Vec<u8> = (0..=255).cycle().take(8192).collect();
    for bytes in [b"".as_slice(), b"SQLite format 3\0", b"{}", &noise] {
        std::fs::write(&place, bytes).unwrap();
        let failed = desk.run(&["teachers", "list"]).failed(3);
        assert!(failed.code.starts_with("STORE-"), "{failed:?}");
        assert!(
            failed.message.contains(app::session::LEDGER_FILE),
            "{failed:?}"
        );
        assert!(
            std::fs::read(&place).unwrap() == bytes,
            "a file that is not ours was touched"
        );
    }
}

#[test]
fn the_file_that_an_answer_names_may_be_handed_in_as_the_data() {
    let folder = Folder::new("handed").unwrap();
    let out = word(&folder.path().join("示范"));
    let made = run(&["--json", "demo", "--out", &out]).done();
    let file = made["data"].as_str().unwrap();
    let by_file = run(&["--json", "--data", file, "assignment", "list"]).done();
    let by_folder = run(&["--json", "--data", &out, "assignment", "list"]).done();
    assert!(!by_file.as_array().unwrap().is_empty());
    assert_eq!(by_file, by_folder);

    let ground = Ground::new("handed-own").unwrap();
    let file = word(&ground.desk.data().join(app::session::LEDGER_FILE));
    let secret = word(&ground.join("口令.txt"));
    let with = ["--json", "--data", &file, "--passphrase-file", &secret];
    let check = run(&[&with[..], &["check"]].concat()).done();
    assert_eq!(check["whole"], true);
    // Records are made in a folder, never below a file.
    let init = ["init", "--school", SENDING, "--year", YEAR];
    let failed = run(&[&with[..], &init].concat()).failed(2);
    assert_eq!(failed.codes(), ["DATA-FILE"]);
}

#[test]
fn records_are_never_made_over_others() {
    let ground = Ground::new("twice").unwrap();
    let place = ground.desk.data().join(app::session::LEDGER_FILE);
    let before = std::fs::read(&place).unwrap();
    let again = ground
        .desk
        .run(&["init", "--school", SENDING, "--year", YEAR])
        .failed(3);
    assert_eq!(again.code, "STORE-EXISTS");
    assert!(std::fs::read(&place).unwrap() == before);
    let folder = Folder::new("init").unwrap();
    let desk = Desk::new(folder.path()).unwrap();
    for (words, exit, code) in [
        (
            ["init", "--school", "", "--year", YEAR, "--stage", "小学"],
            1,
            "SCHOOL-NAME",
        ),
        (
            [
                "init",
                "--school",
                SENDING,
                "--year",
                "2026-2028",
                "--stage",
                "小学",
            ],
            2,
            "YEAR-INVALID",
        ),
        (
            [
                "init", "--school", SENDING, "--year", YEAR, "--stage", "大学",
            ],
            2,
            "INPUT-CHOICE",
        ),
    ] {
        assert_eq!(desk.run(&words).failed(exit).code, code);
    }
    let short = folder.join("短.txt");
    std::fs::write(&short, "1234567").unwrap();
    let failed = desk
        .with_passphrase(short)
        .run(&["init", "--school", SENDING, "--year", YEAR]);
    assert_eq!(failed.failed(1).code, "PASSPHRASE-SHORT");
    assert!(!desk.data().join(app::session::LEDGER_FILE).exists());
}

#[test]
fn a_missing_option_is_named() {
    let ground = Ground::new("options").unwrap();
    let data = word(ground.desk.data());
    for (words, code, place) in [
        (vec!["--json", "teachers", "list"], "DATA-NONE", "--data"),
        (
            vec!["--json", "--data", &data, "check"],
            "PASSPHRASE-NONE",
            "--passphrase-file",
        ),
        (
            vec!["--json", "appraisal", "compute"],
            "INPUT-NONE",
            "--input",
        ),
    ] {
        let failed = run(&words).failed(2);
        assert_eq!((failed.code.as_str(), failed.places()), (code, vec![place]));
    }
}
