//! Runs under the presets: who must, may and may not go, and that a run says the same twice.

use super::*;
use crate::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use crate::id::ExemptionId;
use crate::policy::{Given, Value, preset};
use crate::school::{Area, SchoolProfile, Stage, Tier};
use crate::teacher::{BirthDate, CareerEntry, CareerKind, Sex, Standing, Teacher, TeacherRecord};

mod deferral;
mod ruling;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year() -> SchoolYear {
    "2026-2027".parse().unwrap()
}

fn school() -> SchoolFacts {
    SchoolFacts {
        name: "样例市实验小学".to_owned(),
        stage: Stage::Primary,
        profile: SchoolProfile {
            area: Some(Area::City),
            tier: Some(Tier::Centre),
            ..SchoolProfile::default()
        },
    }
}

fn record(sex: Sex, birth: &str, joined: &str) -> TeacherRecord {
    TeacherRecord {
        name: "秦子衿".to_owned(),
        sex: Some(sex),
        birth: birth.parse::<BirthDate>().ok(),
        joined_school_on: joined.parse().ok(),
        title: "一级教师".to_owned(),
        on_establishment: Some(true),
        ..TeacherRecord::default()
    }
}

fn facts(record: TeacherRecord) -> TeacherFacts {
    let teacher = Teacher {
        id: TeacherId::new(1, 1),
        record,
    };
    TeacherFacts::of(&teacher, Vec::new(), None)
}

fn under(policy: &Policy, teacher: TeacherFacts) -> Verdict {
    let run = run(RunId::new(1, 1), year(), policy, school(), vec![teacher]).unwrap();
    run.results[0].1.clone()
}

/// What the rules leave open of a teacher.
fn open(policy: &Policy, teacher: &TeacherFacts) -> String {
    open_question(policy, year(), &school(), teacher).unwrap()
}

fn p(code: &str) -> Policy {
    preset::find(code).unwrap()
}

/// J-1 and J-2 through the default preset: whoever is in must go, whoever is out may at most volunteer.
fn illness(consent: bool) -> Exemption {
    Exemption {
        id: ExemptionId::new(1, 1),
        teacher: TeacherId::new(1, 1),
        year: year(),
        kind: ExemptionKind::Illness,
        applied_on: day("2026-06-01"),
        proof: Some(ProofSeen {
            kind: ProofKind::TertiaryHospital,
            seen_on: day("2026-06-02"),
            checked_by: "简凝".to_owned(),
        }),
        consent: consent.then(|| Consent {
            document: "教人〔2026〕8号".to_owned(),
            on: day("2026-06-10"),
        }),
    }
}

#[test]
fn age_and_years_decide_under_the_default_preset() {
    let long = "2010-09-01";
    for (sex, birth, joined, outcome) in [
        (Sex::Male, "1976-08-31", long, Outcome::Must),
        (Sex::Male, "1976-09-01", long, Outcome::Must),
        (Sex::Male, "1975-09-01", long, Outcome::Must),
        (Sex::Male, "1975-08-31", long, Outcome::May),
        (Sex::Female, "1981-08-31", long, Outcome::Must),
        (Sex::Female, "1980-09-01", long, Outcome::Must),
        (Sex::Female, "1980-08-31", long, Outcome::May),
        (Sex::Female, "1990-01-01", "2020-09-01", Outcome::Must),
        (Sex::Female, "1990-01-01", "2020-08-20", Outcome::Must),
        (Sex::Female, "1990-01-01", "2020-09-02", Outcome::Must),
        (Sex::Female, "1990-01-01", "2020-10-08", Outcome::May),
        (Sex::Female, "1990-01", long, Outcome::Manual),
    ] {
        let verdict = under(&p("P3"), facts(record(sex, birth, joined)));
        assert_eq!(
            verdict.outcome, outcome,
            "{birth} {joined}: {:?}",
            verdict.reasons
        );
        assert!(
            verdict.reasons.iter().any(|one| one.rule == "R103"),
            "{:?}",
            verdict.reasons
        );
    }
}

#[test]
fn one_county_rule_has_two_ways_with_two_limits() {
    // 47 years: too old for 异地交流 (45) and for 轮岗支教 (45).
    let old = facts(record(Sex::Male, "1979-01-01", "2005-09-01"));
    assert_eq!(under(&p("P2b"), old).outcome, Outcome::Not);
    // A woman of 43: too old for 异地交流 (40), within 轮岗支教 (45), for a centre school is obliged.
    let woman = facts(record(Sex::Female, "1983-03-01", "2005-09-01"));
    let verdict = under(&p("P2b"), woman);
    assert_eq!(
        (verdict.outcome, verdict.track),
        (Outcome::Must, Some(Track::Support))
    );
    assert!(
        verdict.reasons.iter().any(|one| one.rule == "R106"),
        "{:?}",
        verdict.reasons
    );
}

#[test]
fn years_without_a_number_are_ticked_by_hand_until_the_school_sets_one() {
    let mut policy = p("P2a");
    policy.tracks = vec![Track::Remote];
    let teacher = facts(record(Sex::Male, "1990-01-01", "2015-09-01"));
    assert_eq!(under(&policy, teacher.clone()).outcome, Outcome::Manual);
    for given in &mut policy.given {
        if given.key == Key::TenureYearsMin {
            given.value = Some(Value::Whole(8));
        }
    }
    assert_eq!(under(&policy, teacher).outcome, Outcome::Must);
}

#[test]
fn the_last_years_titles_without_work_in_the_countryside_must_go_where_the_rule_says_so() {
    let mut record = record(Sex::Male, "1985-01-01", "2010-09-01");
    record.title_awarded = "2025年12月".to_owned();
    // Without any career on file it is not known whether he has worked in the countryside.
    assert_eq!(
        under(&p("P6"), facts(record.clone())).outcome,
        Outcome::Manual
    );
    let in_town = CareerEntry {
        school: "样例市第二小学".to_owned(),
        kind: CareerKind::Teaching,
        from: day("2008-09-01"),
        to: Some(day("2010-08-31")),
        is_rural: false,
    };
    record.standing.career = vec![in_town];
    let verdict = under(&p("P6"), facts(record.clone()));
    assert_eq!(verdict.outcome, Outcome::Must, "{:?}", verdict.reasons);
    assert_eq!(verdict.reasons[0].rule, "R109");
    record.standing = Standing {
        career: vec![CareerEntry {
            school: "东山教学点".to_owned(),
            kind: CareerKind::Support,
            from: day("2012-09-01"),
            to: Some(day("2013-08-31")),
            is_rural: true,
        }],
        ..Standing::default()
    };
    assert_eq!(under(&p("P6"), facts(record)).outcome, Outcome::Not);
}

#[test]
fn a_title_below_the_floor_is_out_and_an_unknown_one_is_asked() {
    let mut record = record(Sex::Male, "1985-01-01", "2010-09-01");
    assert_eq!(
        under(&p("P7"), facts(record.clone())).outcome,
        Outcome::Must
    );
    record.title = "二级教师".to_owned();
    assert_eq!(under(&p("P7"), facts(record.clone())).outcome, Outcome::Not);
    record.title = "工人技师".to_owned();
    assert_eq!(under(&p("P7"), facts(record)).outcome, Outcome::Manual);
}

#[test]
fn service_period_and_the_first_year_of_a_middle_cadre_defer_under_the_primary_schools_rule() {
    let mut serving = record(Sex::Male, "1985-01-01", "2010-09-01");
    serving.standing.service_until = Some(day("2027-08-31"));
    assert_eq!(under(&p("P5"), facts(serving)).outcome, Outcome::Deferred);
    let mut cadre = record(Sex::Male, "1985-01-01", "2010-09-01");
    cadre.post = "教导主任".to_owned();
    cadre.standing.cadre_since = Some(day("2026-08-20"));
    assert_eq!(
        under(&p("P5"), facts(cadre.clone())).outcome,
        Outcome::Deferred
    );
    cadre.standing.cadre_since = Some(day("2024-09-01"));
    assert_eq!(under(&p("P5"), facts(cadre)).outcome, Outcome::Must);
}

#[test]
fn a_blank_rule_is_not_evaluated() {
    let mut soon = record(Sex::Male, "1967-01-01", "2000-09-01");
    soon.standing.retire_on = Some(day("2027-01-01"));
    // 离法定退休年龄在____年以内: nobody is left out until the school fills it in.
    assert_eq!(under(&p("P5"), facts(soon.clone())).outcome, Outcome::Must);
    let mut policy = p("P5");
    policy
        .given
        .retain(|given| given.key != Key::ExemptYearsToRetire);
    policy.given.push(Given::new(
        Key::ExemptYearsToRetire,
        Value::Whole(5),
        "R202",
        "001:627",
    ));
    assert_eq!(under(&policy, facts(soon)).outcome, Outcome::Deferred);
}

#[test]
fn every_preset_either_decides_or_says_that_it_does_not() {
    for policy in preset::all() {
        let made = run(
            RunId::new(1, 1),
            year(),
            &policy,
            school(),
            vec![facts(record(Sex::Male, "1985-01-01", "2010-09-01"))],
        );
        match made {
            Ok(run) => assert!(
                run.results[0].1.outcome == Outcome::Not || !run.results[0].1.reasons.is_empty(),
                "{} gives no reason",
                policy.code
            ),
            Err(refusals) => assert_eq!(refusals[0].code, "ELIGIBILITY-POLICY", "{}", policy.code),
        }
    }
}

#[test]
fn a_run_on_the_same_facts_is_the_same_and_its_snapshot_reads_back() {
    let mut teacher = facts(record(Sex::Female, "1988-02-29", "2012-09-01"));
    teacher.exemptions = vec![illness(true)];
    teacher.career = vec![CareerEntry {
        school: "远山|小学".to_owned(),
        kind: CareerKind::Loan,
        from: day("2014-09-01"),
        to: None,
        is_rural: false,
    }];
    teacher.ruling = Some(Ruling {
        teacher: teacher.teacher,
        year: year(),
        outcome: Outcome::May,
        question: "rotation:R103.age".to_owned(),
        reason: "核对|过".to_owned(),
        on: day("2026-06-20"),
    });
    let list = teacher.to_list();
    let again = TeacherFacts::from_list(FORMAT, teacher.teacher, &list).unwrap();
    assert_eq!(again, teacher);
    let first = run(RunId::new(1, 1), year(), &p("P3"), school(), vec![teacher]).unwrap();
    let second = run(RunId::new(1, 1), year(), &p("P3"), school(), vec![again]).unwrap();
    assert_eq!(first, second);
    assert!(TeacherFacts::from_list(FORMAT + 1, TeacherId::new(1, 1), &list).is_err());
    let broken = vec![("birth".to_owned(), "昨天".to_owned())];
    assert!(TeacherFacts::from_list(FORMAT, TeacherId::new(1, 1), &broken).is_err());
}

#[test]
fn a_frozen_run_moves_only_forward() {
    let draft = run(RunId::new(1, 1), year(), &p("P3"), school(), Vec::new()).unwrap();
    let frozen = draft.advanced(RunState::Frozen).unwrap();
    assert!(frozen.clone().advanced(RunState::Frozen).is_err());
    let reported = frozen.advanced(RunState::Reported).unwrap();
    assert!(reported.advanced(RunState::Frozen).is_err());
}

#[test]
fn the_list_prints_the_limit_of_birth() {
    let policy = p("P3");
    let run = run(RunId::new(1, 1), year(), &policy, school(), Vec::new()).unwrap();
    let heading = run.heading(&policy).join("\n");
    assert!(heading.contains("2026年8月31日"), "{heading}");
    assert!(heading.contains("男1975年9月1日及以后出生"), "{heading}");
    assert!(heading.contains("女1980年9月1日及以后出生"), "{heading}");
}

#[test]
fn two_policies_show_for_whom_they_come_out_otherwise() {
    let teachers = vec![
        facts(record(Sex::Male, "1975-01-01", "2010-09-01")),
        facts(record(Sex::Male, "1985-01-01", "2010-09-01")),
    ];
    let by = |code| {
        run(
            RunId::new(1, 1),
            year(),
            &p(code),
            school(),
            teachers.clone(),
        )
        .unwrap()
    };
    let (first, second) = (by("P3"), by("P5"));
    let changes = first.changes(&second);
    assert_eq!(changes.len(), 1);
    let (_, before, after) = changes[0];
    assert_eq!(
        (before.outcome, after.outcome),
        (Outcome::May, Outcome::Must)
    );
}

#[test]
fn who_is_out_of_the_scope_may_volunteer_where_the_rule_lets_him() {
    let mut record = record(Sex::Male, "1990-01-01", "2010-09-01");
    record.standing.is_full_time = Some(false);
    let verdict = under(&p("P3"), facts(record));
    assert_eq!(
        (verdict.outcome, verdict.track),
        (Outcome::May, Some(Track::Voluntary))
    );
}

#[test]
fn a_school_without_a_profile_leaves_open_what_hangs_on_it() {
    let bare = SchoolFacts {
        profile: SchoolProfile::default(),
        ..school()
    };
    let teacher = facts(record(Sex::Male, "1990-01-01", "2010-09-01"));
    let run = run(RunId::new(1, 1), year(), &p("P6"), bare, vec![teacher]).unwrap();
    assert_eq!(run.results[0].1.outcome, Outcome::Manual);
    assert!(!run.results[0].1.reasons.is_empty());
}

#[test]
fn a_day_on_file_decides_and_not_that_somebody_has_noted_the_kind() {
    let mut policy = p("P5");
    policy
        .given
        .retain(|given| given.key != Key::ExemptYearsToRetire);
    policy.given.push(Given::new(
        Key::ExemptYearsToRetire,
        Value::Whole(5),
        "R202",
        "001:627",
    ));
    let noted = |retire_on: Option<&str>| {
        let mut record = record(Sex::Male, "1980-01-01", "2010-09-01");
        record.standing.retire_on = retire_on.map(day);
        let mut teacher = facts(record);
        teacher.exemptions = vec![Exemption {
            kind: ExemptionKind::NearRetirement,
            proof: Some(ProofSeen {
                kind: ProofKind::Document,
                seen_on: day("2026-06-02"),
                checked_by: "简凝".to_owned(),
            }),
            ..illness(false)
        }];
        under(&policy, teacher).outcome
    };
    assert_eq!(noted(Some("2045-01-01")), Outcome::Must);
    assert_eq!(noted(Some("2030-01-01")), Outcome::Deferred);
    assert_eq!(noted(None), Outcome::Deferred, "the paper was seen");
}

#[test]
fn a_school_that_leaves_middle_cadres_out_says_so() {
    let base = p("P1");
    let mut policy = base.clone();
    for given in &mut policy.given {
        if given.key == Key::IncludeMiddleCadre {
            given.value = Some(Value::Flag(false));
        }
    }
    let mut teacher = facts(record(Sex::Male, "1985-05-01", "2010-09-01"));
    teacher.cadre = crate::teacher::Cadre::Middle;
    let said = |verdict: &Verdict| {
        verdict
            .reasons
            .iter()
            .any(|reason| reason.message.contains("中层干部") && reason.rule == "R101")
    };
    let without = under(&policy, teacher.clone());
    assert!(
        said(&without) && without.outcome != Outcome::Must,
        "{without:?}"
    );
    let with = under(&base, teacher);
    assert!(!said(&with), "{with:?}");
}

#[test]
fn an_overlay_measures_and_sends_nobody() {
    let refusals = run(RunId::new(1, 1), year(), &p("P8"), school(), Vec::new()).unwrap_err();
    assert_eq!(refusals[0].code, "ELIGIBILITY-POLICY");
}
