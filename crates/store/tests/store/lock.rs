//! One writer: the other is told so in words, and the lock is never lost on the way.

use std::time::{Duration, Instant};

use domain::appraisal::Appraisal;
use domain::id::AppraisalId;
use domain::op::Op;
use store::{Error, Ledger, SchoolKey, Tx, file};

use crate::child;
use crate::sample::{
    Folder, assignment, at, feedback, host_school, key, my_school, new_ledger, report, teacher,
};

type Change = fn(&Tx<'_>) -> Result<(), Error>;

const CHANGES: &[(Op, Change)] = &[
    (Op::AddSchool, |tx| tx.add_school(&host_school())),
    (Op::UpdateSchool, |tx| tx.update_school(&host_school())),
    (Op::SetYear, |tx| tx.set_year("2026-2027".parse().unwrap())),
    (Op::ImportRoster, |tx| {
        (1..=20).try_for_each(|number| tx.add_teacher(&teacher(number, "林一")))
    }),
    (Op::UpdateTeacher, |tx| {
        tx.update_teacher(&teacher(1, "林二"))
    }),
    (Op::AddAssignment, |tx| tx.add_assignment(&assignment(1, 1))),
    (Op::UpdateAssignment, |tx| {
        tx.update_assignment(&assignment(1, 1))
    }),
    (Op::ScoreHost, |tx| {
        let year = "2026-2027".parse().unwrap();
        tx.save_appraisal(&Appraisal::new(
            AppraisalId::new(1, 1),
            assignment(1, 1).id,
            year,
        ))
    }),
    (Op::AddFeedback, |tx| tx.add_feedback(&feedback(1, 1))),
    (Op::UpdateFeedback, |tx| tx.update_feedback(&feedback(1, 1))),
    (Op::RemoveFeedback, |tx| {
        tx.remove_feedback(feedback(1, 1).id)
    }),
    (Op::CreateKey, |tx| {
        let key = SchoolKey {
            pem: "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==".to_owned(),
            certificate: vec![48],
        };
        tx.set_school_key(my_school().id, &key)
    }),
    (Op::SetSeal, |tx| tx.set_seal(my_school().id, b"png")),
    (Op::SignHost, |tx| tx.add_report(&report(1, 1))),
    (Op::PrintReport, |tx| tx.count_printing(report(1, 1).id)),
    (Op::RemoveTeacher, |tx| tx.remove_teacher(teacher(9, "").id)),
    // Refused: the teacher has an assignment.
    (Op::RemoveTeacher, |tx| tx.remove_teacher(teacher(1, "").id)),
    // Fails in SQLite: the id is taken.
    (Op::AddTeacher, |tx| tx.add_teacher(&teacher(1, "林三"))),
];

#[test]
fn the_lock_is_held_after_every_kind_of_command() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let mut ledger = new_ledger(&path);
    let mut other = child::start("knock", &path);
    assert_eq!(other.ask("write"), "locked", "after creating");
    let mut refused = 0;
    for (op, change) in CHANGES {
        refused += usize::from(ledger.transact(*op, at(), change).is_err());
        assert_eq!(other.ask("write"), "locked", "after {op:?}");
    }
    assert_eq!(refused, 2);

    type Read = fn(&Ledger);
    let reads: [(&str, Read); 9] = [
        ("lists", |ledger| {
            assert_eq!(ledger.teachers().unwrap().len(), 19)
        }),
        ("log", |ledger| {
            assert!(!ledger.log(None, 9).unwrap().is_empty())
        }),
        ("check", |ledger| {
            assert!(ledger.check().unwrap().is_whole())
        }),
        ("paper", |ledger| {
            drop(ledger.report_pdf(report(1, 1).id).unwrap())
        }),
        ("copy", |ledger| {
            ledger
                .copy_to(&ledger.path().with_extension("copy"))
                .unwrap();
        }),
        ("a second opening", |ledger| {
            let error = Ledger::open(ledger.path(), &key()).unwrap_err();
            assert_eq!(error.code(), "STORE-LOCKED");
        }),
        ("an export over the file", |ledger| {
            let error = file::write_atomic(ledger.path(), b"x").unwrap_err();
            assert_eq!(error.code(), "STORE-LOCKED");
        }),
        ("a new ledger over the file", |ledger| {
            let error = Ledger::create(ledger.path(), &key(), at(), &my_school()).unwrap_err();
            assert_eq!(error.code(), "STORE-EXISTS");
        }),
        ("an export beside the file", |ledger| {
            file::write_atomic(&ledger.path().with_extension("csv"), b"x").unwrap();
        }),
    ];
    for (what, read) in reads {
        read(&ledger);
        assert_eq!(other.ask("write"), "locked", "after {what}");
    }
    ledger.reopen().unwrap();
    assert_eq!(other.ask("write"), "locked", "after reopening");
    drop(ledger);
    assert_eq!(other.ask("write"), "Ok(())", "after closing");
    other.finish();
}

/// The test of the test: what this crate never does is seen when it is done.
#[cfg(unix)]
#[test]
fn a_careless_read_of_the_open_file_would_be_noticed() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let ledger = new_ledger(&path);
    let mut other = child::start("knock", &path);
    assert_eq!(other.ask("write"), "locked");
    drop(std::fs::read(&path).unwrap());
    assert_eq!(other.ask("write"), "Ok(())", "the lock is gone");
    drop(ledger);
    other.finish();
}

#[test]
fn the_second_program_is_told_in_words_and_at_once() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let ledger = new_ledger(&path);
    let mut other = child::start("knock", &path);
    assert_eq!(other.ask("write"), "locked", "and the child is up");
    let started = Instant::now();
    let answer = other.ask("open");
    let waited = started.elapsed();
    assert!(answer.starts_with("STORE-LOCKED"), "{answer}");
    assert!(answer.contains("正被另一个窗口或程序使用"), "{answer}");
    assert!(answer.contains("a.spl"), "{answer}");
    // Twice what is promised, for a busy test machine.
    assert!(waited < Duration::from_millis(600), "{waited:?}");
    drop(ledger);
    assert_eq!(other.ask("open"), "open");
    let error = Ledger::open(&path, &key()).unwrap_err();
    assert_eq!(error.code(), "STORE-LOCKED");
    other.finish();
    drop(Ledger::open(&path, &key()).unwrap());
}

#[test]
fn of_two_programs_that_start_together_exactly_one_may_write() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    drop(new_ledger(&path));
    for race in 0..20 {
        let mut racers = [child::start("knock", &path), child::start("knock", &path)];
        for racer in &mut racers {
            racer.say("open");
        }
        let answers: Vec<String> = racers.iter().map(|r| r.lines.recv().unwrap()).collect();
        let open = answers.iter().filter(|answer| *answer == "open").count();
        assert_eq!(open, 1, "race {race}: {answers:?}");
        let locked = |answer: &&String| answer.starts_with("STORE-LOCKED");
        assert_eq!(
            answers.iter().filter(locked).count(),
            1,
            "race {race}: {answers:?}"
        );
        racers.into_iter().for_each(child::Process::finish);
    }
}
