//! Candidates: channels, wishes, steps in order, and the two guards of volunteers.

use super::*;
use crate::eligibility::TeacherFacts;
use crate::policy::choices::CONDITIONS;
use crate::policy::preset;
use crate::school::Stage;
use crate::teacher::{CareerEntry, CareerKind, Teacher, TeacherRecord};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn candidate(number: u64, channel: Channel) -> Candidate {
    Candidate {
        id: CandidateId::new(number, 1),
        teacher: TeacherId::new(number, 1),
        year: "2026-2027".parse().unwrap(),
        run: None,
        form: CandidateForm {
            applied_on: Some(day("2026-06-10")),
            recommended_on: Some(day("2026-06-25")),
            to_school: Some(SchoolId::new(2, 1)),
            approval: Some(Consent {
                document: "教人〔2026〕30号".to_owned(),
                on: day("2026-08-01"),
            }),
            ..CandidateForm::new(channel)
        },
    }
}

fn verdict(outcome: Outcome) -> Verdict {
    Verdict {
        age: None,
        tenure_years: None,
        outcome,
        track: (outcome == Outcome::May).then_some(Track::Voluntary),
        reasons: Vec::new(),
        is_ruled: false,
    }
}

fn judged(
    candidate: Candidate,
    policy: &str,
    outcome: Option<Outcome>,
) -> Result<Candidate, Vec<Refusal>> {
    let verdict = outcome.map(verdict);
    let frozen = RunId::new(1, 1);
    candidate.judged(Beside {
        policy: &preset::find(policy).unwrap(),
        my_school: SchoolId::new(1, 1),
        is_mine: verdict.is_some(),
        now: verdict.as_ref(),
        frozen: Some((frozen, verdict.as_ref())),
        has_run: true,
        others: &[],
        is_needed: false,
        today: day("2026-08-15"),
    })
}

fn codes(refusals: &[Refusal]) -> Vec<&str> {
    refusals.iter().map(|one| one.code).collect()
}

#[test]
fn whoever_must_go_is_approved_and_a_volunteer_needs_consent_and_need() {
    assert!(judged(candidate(1, Channel::Organised), "P3", Some(Outcome::Must)).is_ok());
    let volunteer = candidate(1, Channel::Own);
    let refusals = judged(volunteer.clone(), "P3", Some(Outcome::May)).unwrap_err();
    assert_eq!(
        codes(&refusals),
        ["CANDIDATE-VOLUNTARY", "CANDIDATE-VOLUNTARY"]
    );
    let mut heard = volunteer;
    heard.form.has_sending_consent = Some(true);
    heard.form.host_accepts = Some(true);
    assert!(judged(heard, "P3", Some(Outcome::May)).is_ok());
    for outcome in [
        None,
        Some(Outcome::Deferred),
        Some(Outcome::Manual),
        Some(Outcome::Not),
    ] {
        assert!(
            judged(candidate(1, Channel::Organised), "P3", outcome).is_err(),
            "{outcome:?}"
        );
    }
}

#[test]
fn steps_out_of_order_and_wishes_out_of_place_are_refused_all_at_once() {
    let mut wrong = candidate(1, Channel::Own);
    wrong.form.applied_on = Some(day("2026-06-30"));
    wrong.form.wishes = vec![
        SchoolId::new(1, 1),
        SchoolId::new(3, 1),
        SchoolId::new(3, 1),
        SchoolId::new(4, 1),
    ];
    wrong.form.batch = Some(0);
    wrong.form.approval.as_mut().unwrap().on = day("2026-06-01");
    let refusals = judged(wrong, "P3", Some(Outcome::Must)).unwrap_err();
    assert_eq!(
        codes(&refusals),
        [
            "CANDIDATE-BATCH",
            "CANDIDATE-WISHES",
            "CANDIDATE-WISHES",
            "CANDIDATE-WISHES",
            "CANDIDATE-ORDER",
            "CANDIDATE-ORDER"
        ]
    );
}

#[test]
fn a_hard_move_is_off_and_needs_facts() {
    let refusals = judged(candidate(1, Channel::Hard), "P5", Some(Outcome::Must)).unwrap_err();
    assert_eq!(codes(&refusals)[..2], ["CANDIDATE-HARD", "CANDIDATE-HARD"]);
}

#[test]
fn conditions_are_ticked_before_a_teacher_is_recommended() {
    let refusals = judged(candidate(1, Channel::Organised), "P5", Some(Outcome::Must)).unwrap_err();
    assert!(
        refusals.iter().all(|one| one.code == "CANDIDATE-CONDITION"),
        "{refusals:?}"
    );
    let mut ticked = candidate(1, Channel::Organised);
    ticked.form.conditions = ["devotion", "health", "ability"]
        .map(str::to_owned)
        .to_vec();
    assert!(judged(ticked, "P5", Some(Outcome::Must)).is_ok());
}

#[test]
fn who_approves_follows_from_the_range() {
    let policy = preset::find("P2b").unwrap();
    let by = |stage, range| approval_authority(&policy, stage, range, Some(Track::Remote));
    assert!(by(Stage::Primary, Some(Range::Township)).contains("中心学校"));
    assert!(by(Stage::Primary, Some(Range::Beyond)).contains("教育局"));
    assert!(by(Stage::Senior, None).contains("教育局"));
    assert_eq!(by(Stage::Primary, None), "");
}

#[test]
fn whoever_never_worked_in_the_countryside_stands_first() {
    let policy = preset::find("P7").unwrap();
    let on = day("2026-08-31");
    let facts = |number: u64, last: Option<&str>| {
        let mut record = TeacherRecord::default();
        let here = CareerEntry {
            school: "实验小学".to_owned(),
            kind: CareerKind::Teaching,
            from: day("1999-09-01"),
            to: None,
            is_rural: false,
        };
        record.standing.career = last
            .map(|last| CareerEntry {
                school: "远山小学".to_owned(),
                kind: CareerKind::Support,
                from: day("2001-09-01"),
                to: Some(day(last)),
                is_rural: true,
            })
            .into_iter()
            .chain([here])
            .collect();
        TeacherFacts::of(
            &Teacher {
                id: TeacherId::new(number, 1),
                record,
            },
            Vec::new(),
            None,
        )
    };
    for (last, priority) in [
        (None, priority::Priority::NeverRural),
        (Some("2021-08-31"), priority::Priority::NoRecentRural),
        (Some("2021-09-01"), priority::Priority::Rest),
        (Some("2026-07-01"), priority::Priority::Rest),
    ] {
        assert_eq!(
            priority::priority_of(&policy, &facts(1, last), on),
            Some(priority),
            "{last:?}"
        );
    }
    let mut unknown = facts(1, None);
    unknown.career.clear();
    assert_eq!(
        priority::priority_of(&policy, &unknown, on),
        Some(priority::Priority::Rest),
        "nothing on file is not never"
    );
    assert_eq!(
        priority::priority_of(&preset::find("P3").unwrap(), &facts(1, None), on),
        None
    );
}

#[test]
fn an_approval_rests_on_a_run_that_still_says_the_same() {
    let policy = preset::find("P3").unwrap();
    let approved = candidate(1, Channel::Own);
    let (must, deferred) = (verdict(Outcome::Must), verdict(Outcome::Deferred));
    let run = RunId::new(7, 1);
    let beside = |frozen, now, others| Beside {
        policy: &policy,
        my_school: SchoolId::new(1, 1),
        is_mine: true,
        now: Some(now),
        frozen,
        has_run: true,
        others,
        is_needed: true,
        today: day("2026-08-15"),
    };
    let judge = |beside| {
        approved
            .clone()
            .judged(beside)
            .map_err(|all| codes(&all).join(","))
    };
    let kept = judge(beside(Some((run, Some(&must))), &must, &[])).unwrap();
    assert_eq!(kept.run, Some(run));
    assert_eq!(
        judge(beside(None, &must, &[])),
        Err("CANDIDATE-RUN".to_owned())
    );
    assert_eq!(
        judge(beside(Some((run, Some(&must))), &deferred, &[])),
        Err("CANDIDATE-STALE,CANDIDATE-DEFERRED".to_owned())
    );
    // What was approved stays so under its own run when something else is corrected.
    let others = [kept.clone()];
    let later = RunId::new(8, 1);
    let again = judge(beside(Some((later, Some(&deferred))), &deferred, &others)).unwrap();
    assert_eq!(again.run, Some(run));
    assert!(
        again
            .form
            .conflict(Outcome::Deferred)
            .unwrap()
            .contains("暂不列入")
    );
    assert_eq!(
        again.form.removable().unwrap_err().code,
        "CANDIDATE-APPROVED"
    );
}

#[test]
fn a_policy_that_says_nothing_of_who_goes_asks_for_no_run() {
    let policy = preset::find("P10").unwrap();
    let mut one = candidate(1, Channel::Organised);
    one.form.conditions = CONDITIONS
        .iter()
        .map(|(code, _)| (*code).to_owned())
        .collect();
    let judge = |is_mine| {
        let beside = Beside {
            policy: &policy,
            my_school: SchoolId::new(1, 1),
            is_mine,
            now: None,
            frozen: None,
            has_run: false,
            others: &[],
            is_needed: false,
            today: day("2026-08-15"),
        };
        let judged = one.clone().judged(beside);
        judged
            .map(|kept| kept.run)
            .map_err(|all| codes(&all).join(","))
    };
    assert_eq!(judge(true), Ok(None));
    assert_eq!(judge(false), Err("CANDIDATE-FOREIGN".to_owned()));
}
