//! Whoever changes the history by hand is found out.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use domain::op::Op;
use store::{Error, Ledger, Part};

use crate::sample::{
    Folder, add_teacher, assignment, at, host_school, key, new_ledger, raw, report, teacher,
};

const ROWS: u64 = 30;

/// A file with 30 rows of history, as bytes.
fn history(folder: &Folder) -> Vec<u8> {
    let path = folder.join("history.spl");
    let mut ledger = new_ledger(&path);
    for number in 2..=ROWS {
        add_teacher(&mut ledger, &teacher(number, "林一"));
    }
    assert_eq!(ledger.head().unwrap().seq, ROWS);
    drop(ledger);
    fs::read(&path).unwrap()
}

/// The file with the guards taken off, ready to be forged.
fn unguarded(path: &Path, bytes: &[u8]) -> Connection {
    fs::write(path, bytes).unwrap();
    let connection = raw(path);
    connection
        .execute_batch(
            "DROP TRIGGER log_is_never_changed; DROP TRIGGER log_is_never_deleted;
             DROP TRIGGER report_is_never_changed; PRAGMA ignore_check_constraints = ON;
             PRAGMA synchronous = OFF;",
        )
        .unwrap();
    connection
}

/// What opening and checking find. A value that the schema forbids is already seen when the file is opened.
fn parts(path: &Path) -> Vec<Part> {
    let ledger = match Ledger::open(path, &key()) {
        Ok(ledger) => ledger,
        Err(Error::Damaged { .. }) => return vec![Part::Log],
        Err(error) => panic!("{error}"),
    };
    let report = ledger.check().unwrap();
    report.faults.iter().map(|fault| fault.part).collect()
}

#[test]
fn every_changed_field_of_every_row_is_found() {
    let folder = Folder::new();
    let bytes = history(&folder);
    let path = folder.join("forged.spl");
    drop(unguarded(&path, &bytes));
    assert_eq!(parts(&path), [], "without a forgery nothing is found");
    let changes = [
        "seq = seq + 1000",
        "at = '2026-09-01T08:30:01'",
        "role = 'nobody'",
        "op = 'add_school'",
        "about = about || '?'",
        "body = '{\"changes\":[]}'",
        "hash = zeroblob(32)",
    ];
    for change in changes {
        for seq in 1..=ROWS {
            let connection = unguarded(&path, &bytes);
            let changed = connection
                .execute(&format!("UPDATE log SET {change} WHERE seq = ?1"), [seq])
                .unwrap();
            assert_eq!(changed, 1);
            drop(connection);
            assert!(parts(&path).contains(&Part::Log), "row {seq}: {change}");
        }
    }
}

#[test]
fn rows_that_are_taken_out_swapped_or_put_in_are_found() {
    let folder = Folder::new();
    let bytes = history(&folder);
    let path = folder.join("forged.spl");
    for forgery in [
        "DELETE FROM log WHERE seq = 1",
        "DELETE FROM log WHERE seq = 15",
        "DELETE FROM log",
        "UPDATE log SET seq = -1 WHERE seq = 7; UPDATE log SET seq = 7 WHERE seq = 8;
         UPDATE log SET seq = 8 WHERE seq = -1",
        "INSERT INTO log SELECT 31, at, role, op, about, body, hash FROM log WHERE seq = 30",
        "DELETE FROM log WHERE seq = 15; UPDATE log SET seq = seq - 1 WHERE seq > 15",
    ] {
        unguarded(&path, &bytes).execute_batch(forgery).unwrap();
        assert!(parts(&path).contains(&Part::Log), "{forgery}");
    }
}

#[test]
fn a_tail_that_was_cut_off_is_found_with_a_head_kept_elsewhere_or_in_the_archive() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let mut ledger = new_ledger(&path);
    for number in 2..=20 {
        add_teacher(&mut ledger, &teacher(number, "林一"));
    }
    let printed = ledger.head().unwrap();
    ledger
        .transact::<_, Error>(Op::SignHost, at(), |tx| {
            tx.add_school(&host_school())?;
            tx.add_assignment(&assignment(1, 2))?;
            tx.add_report(&report(1, 1))
        })
        .unwrap();
    assert_eq!(
        ledger.report(report(1, 1).id).unwrap().unwrap().head,
        printed
    );
    drop(ledger);
    let bytes = fs::read(&path).unwrap();
    unguarded(&path, &bytes)
        .execute_batch("DELETE FROM log WHERE seq > 15")
        .unwrap();
    assert!(parts(&path).contains(&Part::Log));
    let ledger = Ledger::open(&path, &key()).unwrap();
    assert_ne!(ledger.check().unwrap().head, printed);
}

#[test]
fn a_paper_that_was_exchanged_in_the_archive_is_found_and_not_given_out() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let mut ledger = new_ledger(&path);
    ledger
        .transact::<_, Error>(Op::SignHost, at(), |tx| {
            tx.add_school(&host_school())?;
            tx.add_teacher(&teacher(1, "林一"))?;
            tx.add_assignment(&assignment(1, 1))?;
            tx.add_report(&report(1, 1))
        })
        .unwrap();
    assert_eq!(
        ledger.report_pdf(report(1, 1).id).unwrap(),
        report(1, 1).pdf
    );
    drop(ledger);
    let bytes = fs::read(&path).unwrap();
    for forgery in [
        "UPDATE report SET pdf = CAST('%PDF-1.7 2' AS BLOB)",
        "UPDATE report SET facts = '[]'",
    ] {
        unguarded(&path, &bytes).execute_batch(forgery).unwrap();
        assert_eq!(parts(&path), [Part::Reports], "{forgery}");
    }
    unguarded(&path, &bytes)
        .execute_batch("UPDATE report SET pdf = CAST('%PDF-1.7 2' AS BLOB)")
        .unwrap();
    let ledger = Ledger::open(&path, &key()).unwrap();
    let error = ledger.report_pdf(report(1, 1).id).unwrap_err();
    assert_eq!(error.code(), "STORE-DAMAGED");
}

#[test]
fn the_guards_refuse_to_change_log_and_archive() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let mut ledger = new_ledger(&path);
    ledger
        .transact::<_, Error>(Op::SignHost, at(), |tx| {
            tx.add_school(&host_school())?;
            tx.add_teacher(&teacher(1, "林一"))?;
            tx.add_assignment(&assignment(1, 1))?;
            tx.add_report(&report(1, 1))
        })
        .unwrap();
    drop(ledger);
    let connection = raw(&path);
    for sql in [
        "UPDATE log SET about = ''",
        "DELETE FROM log",
        "UPDATE report SET pdf = x'00'",
        "UPDATE report SET number = 'X'",
        "DELETE FROM report",
        "UPDATE school SET stage = 'college'",
        "UPDATE teacher SET birth = '88'",
        "UPDATE assignment SET teacher_id = 'nobody'",
        "INSERT INTO school_key VALUES ((SELECT id FROM school), '-----BEGIN PRIVATE KEY-----', x'30',
         '2026-09-01T08:30:00', '2026-09-01T08:30:00')",
    ] {
        assert!(connection.execute_batch(sql).is_err(), "{sql}");
    }
}
