//! What a person decides where the rules cannot.

use super::*;

#[test]
fn a_missing_fact_is_for_a_person_to_decide_and_his_ruling_counts() {
    for record in [
        TeacherRecord {
            sex: None,
            ..record(Sex::Male, "1990-01-01", "2010-09-01")
        },
        TeacherRecord {
            birth: None,
            ..record(Sex::Male, "1990-01-01", "2010-09-01")
        },
        TeacherRecord {
            joined_school_on: None,
            ..record(Sex::Male, "1990-01-01", "2010-09-01")
        },
    ] {
        let mut teacher = facts(record);
        assert_eq!(under(&p("P3"), teacher.clone()).outcome, Outcome::Manual);
        teacher.ruling = Some(Ruling {
            teacher: teacher.teacher,
            year: year(),
            outcome: Outcome::Must,
            question: open(&p("P3"), &teacher),
            reason: "已核对档案原件".to_owned(),
            on: day("2026-06-20"),
        });
        let verdict = under(&p("P3"), teacher);
        assert_eq!(verdict.outcome, Outcome::Must);
        let [decided, why, ..] = verdict.reasons.as_slice() else {
            panic!("{:?}", verdict.reasons);
        };
        assert!(decided.message.contains("人工判定") && !decided.is_private);
        assert!(why.message.contains("已核对档案原件") && why.is_private);
    }
}

#[test]
fn a_ruling_never_overrides_what_the_rules_decide() {
    let mut teacher = facts(record(Sex::Male, "1990-01-01", "2010-09-01"));
    teacher.ruling = Some(Ruling {
        teacher: teacher.teacher,
        year: year(),
        outcome: Outcome::Not,
        question: "rotation:R103.age".to_owned(),
        reason: "另有安排".to_owned(),
        on: day("2026-06-20"),
    });
    assert_eq!(under(&p("P3"), teacher).outcome, Outcome::Must);
}

#[test]
fn a_ruling_answers_the_question_it_was_asked_and_no_other() {
    let mut teacher = facts(record(Sex::Male, "1990-01", "2010-09-01"));
    let question = open(&p("P3"), &teacher);
    assert_eq!(question, "rotation:R103.age");
    teacher.ruling = Some(Ruling {
        teacher: teacher.teacher,
        year: year(),
        outcome: Outcome::Must,
        question,
        reason: "已核对身份证".to_owned(),
        on: day("2026-06-20"),
    });
    let verdict = under(&p("P3"), teacher.clone());
    assert!(verdict.is_ruled && verdict.outcome == Outcome::Must);
    // Another fact gets lost: that was never asked.
    teacher.joined_school_on = None;
    let verdict = under(&p("P3"), teacher);
    assert!(
        !verdict.is_ruled && verdict.outcome == Outcome::Manual,
        "{:?}",
        verdict.reasons
    );
}

#[test]
fn what_is_open_on_two_ways_is_decided_by_one_ruling() {
    let mut teacher = facts(record(Sex::Female, "1990-01-01", "2010-09-01"));
    teacher.on_establishment = None;
    let question = open(&p("P2b"), &teacher);
    assert!(question.contains(';'), "{question}");
    teacher.ruling = Some(Ruling {
        teacher: teacher.teacher,
        year: year(),
        outcome: Outcome::Not,
        question,
        reason: "已核对".to_owned(),
        on: day("2026-06-20"),
    });
    let verdict = under(&p("P2b"), teacher);
    assert_eq!((verdict.outcome, verdict.is_ruled), (Outcome::Not, true));
}
