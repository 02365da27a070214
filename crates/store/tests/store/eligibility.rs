//! Frozen runs: kept whole with their facts, sealed, and told when this program cannot read them.

use std::path::Path;

use chrono::NaiveDateTime;

use domain::eligibility::{
    self, FORMAT, Outcome, Ruling, Run, RunState, SchoolFacts, TeacherFacts,
};
use domain::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::id::{ExemptionId, RunId};
use domain::op::Op;
use domain::policy::preset;
use domain::teacher::Teacher;
use domain::year::SchoolYear;
use store::{Error, Ledger};

use crate::sample::{Folder, at, change, day, key, my_school, new_ledger, raw, refusals, teacher};

fn year() -> SchoolYear {
    "2026-2027".parse().unwrap()
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// A teacher who must go, one who is exempt, and one for whom a person decided.
fn facts() -> Vec<TeacherFacts> {
    let one = |number, name: &str, joined: Option<&str>| {
        let mut teacher = teacher(number, name);
        teacher.record.birth = "1990-01-01".parse().ok();
        teacher.record.joined_school_on = joined.map(day);
        teacher
    };
    let of = |teacher: &Teacher| TeacherFacts::of(teacher, Vec::new(), None);
    let exempt = one(2, "安二", Some("2010-09-01"));
    let exemption = Exemption {
        id: ExemptionId::new(1, 7),
        teacher: exempt.id,
        year: year(),
        kind: ExemptionKind::Illness,
        applied_on: day("2026-06-10"),
        proof: Some(ProofSeen {
            kind: ProofKind::TertiaryHospital,
            seen_on: day("2026-06-11"),
            checked_by: "秦子衿".to_owned(),
        }),
        consent: Some(Consent {
            document: "教人〔2026〕12号".to_owned(),
            on: day("2026-06-20"),
        }),
    };
    let unknown = one(3, "林三", None);
    let ruling = Ruling {
        teacher: unknown.id,
        year: year(),
        outcome: Outcome::Not,
        question: "rotation:age".to_owned(),
        reason: "已核对档案原件".to_owned(),
        on: day("2026-06-20"),
    };
    vec![
        of(&one(1, "周一", Some("2010-09-01"))),
        TeacherFacts::of(&exempt, vec![exemption], None),
        TeacherFacts::of(&unknown, Vec::new(), Some(ruling)),
        of(&one(4, "\"林\"四", None)),
    ]
}

fn computed(number: u64) -> Run {
    eligibility::run(
        RunId::new(number, 7),
        year(),
        &preset::find("P3").unwrap(),
        SchoolFacts::of(&my_school()),
        facts(),
    )
    .unwrap()
}

fn frozen(number: u64) -> Run {
    computed(number).advanced(RunState::Frozen).unwrap()
}

fn keep(ledger: &mut Ledger, run: &Run, made_at: &str) {
    change(ledger, Op::FreezeEligibility, |tx| {
        tx.add_run(run, moment(made_at))
    });
}

#[test]
fn a_frozen_run_comes_back_whole_and_computes_to_the_same() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    let made_at = "2026-08-31T16:00:05";
    keep(&mut ledger, &frozen(1), made_at);
    let (run, kept_at) = ledger.run(RunId::new(1, 7)).unwrap().unwrap();
    assert_eq!(kept_at, moment(made_at));
    assert_eq!(run, frozen(1));
    let teachers = run.results.iter().map(|(facts, _)| facts.clone()).collect();
    let policy = preset::find("P3").unwrap();
    let again = eligibility::run(run.id, run.year, &policy, run.school.clone(), teachers).unwrap();
    assert_eq!(again.results, run.results);
    assert_eq!(ledger.run(RunId::new(2, 7)).unwrap(), None);
}

#[test]
fn the_runs_of_a_year_are_listed_newest_first_with_their_counts() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    let mut empty = frozen(3);
    empty.results.clear();
    keep(&mut ledger, &frozen(2), "2026-08-30T08:00:00");
    keep(&mut ledger, &frozen(1), "2026-08-31T08:00:00");
    keep(&mut ledger, &empty, "2026-08-29T08:00:00");
    let runs = ledger.runs(year()).unwrap();
    let ids: Vec<RunId> = runs.iter().map(|run| run.id).collect();
    assert_eq!(ids, [1, 2, 3].map(|number| RunId::new(number, 7)));
    for run in &runs[..2] {
        let whole = frozen(1);
        assert_eq!(
            (&run.policy, &run.policy_name),
            (&whole.policy, &whole.policy_name)
        );
        assert_eq!(
            (run.ref_date, run.state),
            (day("2026-08-31"), RunState::Frozen)
        );
        for outcome in Outcome::ALL {
            assert_eq!(run.count(*outcome), whole.count(*outcome), "{outcome:?}");
        }
        assert_eq!(run.counts.iter().map(|(_, heads)| heads).sum::<usize>(), 4);
        assert!(run.counts.is_sorted());
    }
    assert!(runs[2].counts.is_empty());
    let next = "2027-2028".parse().unwrap();
    assert!(ledger.runs(next).unwrap().is_empty());
}

#[test]
fn a_run_is_kept_when_it_is_frozen_and_is_reported_once() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    refusals(&mut ledger, |tx| tx.add_run(&computed(1), at()));
    let reported = frozen(1).advanced(RunState::Reported).unwrap();
    refusals(&mut ledger, |tx| tx.add_run(&reported, at()));
    keep(&mut ledger, &frozen(1), "2026-08-31T08:00:00");
    let id = RunId::new(1, 7);
    for state in [RunState::Draft, RunState::Frozen] {
        refusals(&mut ledger, |tx| tx.set_run_state(id, state));
    }
    change(&mut ledger, Op::ReportEligibility, |tx| {
        tx.set_run_state(id, RunState::Reported)
    });
    assert_eq!(ledger.run(id).unwrap().unwrap().0, reported);
    for state in RunState::ALL {
        refusals(&mut ledger, |tx| tx.set_run_state(id, *state));
    }
    let absent = ledger.transact(Op::ReportEligibility, at(), |tx| {
        tx.set_run_state(RunId::new(2, 7), RunState::Reported)
    });
    let absent: Error = absent.unwrap_err();
    assert_eq!(absent.code(), "STORE-ABSENT");
}

#[test]
fn the_log_names_year_and_policy_and_no_teacher() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    keep(&mut ledger, &frozen(1), "2026-08-31T08:00:00");
    let row = ledger.log(None, 1).unwrap().remove(0);
    assert_eq!(
        row.about,
        format!("2026—2027学年，{}", frozen(1).policy_name)
    );
    assert!(row.body.contains("P3@1"), "{}", row.body);
    for secret in ["周一", "illness", "1990-01-01", "档案", "秦子衿"] {
        assert!(!row.body.contains(secret), "{secret}: {}", row.body);
    }
}

fn with_run(path: &Path) {
    let mut ledger = new_ledger(path);
    keep(&mut ledger, &frozen(1), "2026-08-31T08:00:00");
}

#[test]
fn a_frozen_run_can_be_neither_changed_nor_deleted_nor_added_to() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    with_run(&path);
    let connection = raw(&path);
    connection
        .execute_batch("PRAGMA recursive_triggers = ON")
        .unwrap();
    for sql in [
        "UPDATE eligibility_run SET policy = 'P4@1'",
        "UPDATE eligibility_run SET school_profile = '[]'",
        "UPDATE eligibility_run SET made_at = '2026-08-30T08:00:00'",
        "DELETE FROM eligibility_run",
        "UPDATE eligibility_result SET outcome = 'not'",
        "UPDATE eligibility_result SET facts = '[]' WHERE place = 0",
        "DELETE FROM eligibility_result WHERE place = 0",
        "INSERT OR REPLACE INTO eligibility_result SELECT run_id, place, teacher_id, facts, age, tenure_years,
         'not', track, is_ruled, reasons FROM eligibility_result",
        "INSERT INTO eligibility_result SELECT run_id, place + 10, teacher_id, facts, age, tenure_years,
         outcome, track, is_ruled, reasons FROM eligibility_result",
    ] {
        let error = connection.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("never"), "{sql}: {error}");
    }
    connection
        .execute_batch("UPDATE eligibility_run SET state = 'reported'")
        .unwrap();
    let back = connection.execute_batch("UPDATE eligibility_run SET state = 'frozen'");
    assert!(back.is_err());
    drop(connection);
    let ledger = Ledger::open(&path, &key()).unwrap();
    let (run, _) = ledger.run(RunId::new(1, 7)).unwrap().unwrap();
    assert_eq!(run.results, frozen(1).results);
}

#[test]
fn facts_that_this_program_cannot_read_are_refused_in_words() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    for (forgery, part) in [
        ("UPDATE eligibility_run SET format = format + 1", "第2版"),
        (
            "UPDATE eligibility_run SET school_profile = '[[\"area\",\"moon\"]]'",
            "area",
        ),
        (
            "UPDATE eligibility_run SET school_profile = '[[\"roof\",\"red\"]]'",
            "roof",
        ),
        (
            "UPDATE eligibility_result SET facts = '{}' WHERE place = 1",
            "facts",
        ),
        (
            "UPDATE eligibility_result SET facts = '[[\"sex\",\"x\"]]' WHERE place = 1",
            "sex",
        ),
        (
            "UPDATE eligibility_result SET reasons = '[1]' WHERE place = 1",
            "reasons",
        ),
    ] {
        let _ = std::fs::remove_file(&path);
        with_run(&path);
        let connection = raw(&path);
        connection
            .execute_batch(
                "DROP TRIGGER eligibility_run_is_never_changed;
                 DROP TRIGGER eligibility_result_is_never_changed;",
            )
            .unwrap();
        connection.execute_batch(forgery).unwrap();
        drop(connection);
        let ledger = Ledger::open(&path, &key()).unwrap();
        match ledger.run(RunId::new(1, 7)) {
            Err(Error::Refused(refusals)) => {
                assert_eq!(refusals[0].code, "ELIGIBILITY-FORMAT", "{forgery}");
                assert!(refusals[0].message.contains(part), "{}", refusals[0]);
            }
            outcome => panic!("{forgery}: {outcome:?}"),
        }
        assert_eq!(ledger.runs(year()).unwrap().len(), 1, "it is still listed");
    }
    assert_eq!(
        FORMAT, 1,
        "the text of the first forgery names the next format"
    );
}

#[test]
fn a_run_keeps_what_it_found_about_a_teacher_who_is_deleted() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    change(&mut ledger, Op::AddTeacher, |tx| {
        tx.add_teacher(&teacher(1, "周一"))
    });
    keep(&mut ledger, &frozen(1), "2026-08-31T08:00:00");
    change(&mut ledger, Op::RemoveTeacher, |tx| {
        tx.remove_teacher(teacher(1, "").id)
    });
    let (run, _) = ledger.run(RunId::new(1, 7)).unwrap().unwrap();
    assert_eq!(run, frozen(1));
    let copy = folder.join("copy.spl");
    ledger.copy_to(&copy).unwrap();
    let copy = Ledger::open(&copy, &key()).unwrap();
    assert_eq!(copy.run(run.id).unwrap().unwrap().0, run);
    assert!(copy.check().unwrap().is_whole());
}
