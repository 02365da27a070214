//! How long a posting is by the policy, usually and at most, and until when it is extended.

use super::*;
use crate::assignment::example::{after, codes, day, form, take_under, verdict};
use crate::assignment::term::usual_months;
use crate::policy::Given;

#[test]
fn the_usual_term_is_the_least_that_the_policy_asks_on_its_way() {
    for (policy, track, months) in [
        ("P6", Some(Track::Principal), 72),
        ("P2b", Some(Track::Remote), 36),
        ("P2b", Some(Track::Principal), 12),
        ("P3", None, 24),
        ("P1", None, 12),
    ] {
        assert_eq!(
            usual_months(&p(policy), track),
            months,
            "{policy} {track:?}"
        );
    }
}

#[test]
fn a_term_other_than_the_policys_needs_a_word_why() {
    for (policy, track, end, is_fine) in [
        ("P1", None, "2027-08-30", false),
        ("P1", None, "2027-08-31", true),
        ("P1", None, "2029-08-31", true),
        ("P1", None, "2029-09-01", false),
        ("P3", None, "2028-08-30", false),
        ("P3", None, "2036-08-31", true),
        ("P2b", Some(Track::Remote), "2029-08-30", false),
        ("P2b", Some(Track::Remote), "2029-08-31", true),
        ("P2b", Some(Track::Support), "2027-08-31", true),
        ("P2b", Some(Track::Support), "2028-09-01", false),
        ("P9c", None, "2026-12-31", true),
    ] {
        let mut draft = posting(1, "2026-09-01", end);
        draft.terms.track = track;
        let submitted = after(draft, &[Event::Submit]);
        let mut approve = form(&submitted, Event::Approve);
        let answer = take_under(&p(policy), &submitted, approve.clone());
        assert_eq!(codes(answer) == ["STEP-TERM"], !is_fine, "{policy} {end}");
        approve.reason = "经教育局同意，期限另定".to_owned();
        assert!(take_under(&p(policy), &submitted, approve).is_ok());
    }
}

#[test]
fn a_half_year_that_counts_as_a_whole_one_is_not_too_short() {
    let own = Policy {
        given: [
            p("P10").given,
            vec![Given::new(Key::TermYearsMin, Value::Whole(1), "R301", "")],
        ]
        .concat(),
        ..p("P10")
    };
    let half = |end: &str, credit: i32| {
        let mut posting = posting(1, "2026-09-01", end);
        posting.terms.credit = Points::whole(credit);
        posting.term_doubt(&own)
    };
    assert_eq!(half("2027-02-28", 2), None);
    let doubt = half("2027-02-28", 1).unwrap();
    assert!(doubt.contains("短于制度规定的1年（R301）"), "{doubt}");
}

#[test]
fn an_extension_runs_from_month_end_to_month_end_and_from_day_to_day() {
    for (end, months, until) in [
        ("2027-08-31", 12, "2028-08-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-02-28", 6, "2027-08-31"),
        ("2027-01-30", 1, "2027-02-28"),
        ("2026-12-28", 2, "2027-02-28"),
        ("2027-07-05", 12, "2028-07-05"),
        ("2028-02-29", 12, "2029-02-28"),
    ] {
        let mut unmet = posting(1, "2024-09-01", end);
        unmet.terms.track = Some(Track::Remote);
        unmet.goals[0].host = verdict(0);
        let own = Policy {
            given: vec![
                Given::new(Key::ExtendOnUnmetGoals, Value::Flag(true), "R312", ""),
                Given::new(
                    Key::ExtensionMonthsDefault,
                    Value::Whole(months),
                    "R312",
                    "",
                ),
            ],
            ..p("P2b")
        };
        assert_eq!(
            unmet.proposed_extension(&own),
            Some(day(until)),
            "{end} + {months}"
        );
    }
}

#[test]
fn a_month_that_counts_double_is_no_year() {
    let own = Policy {
        given: vec![Given::new(Key::TermYearsMin, Value::Whole(1), "R301", "")],
        ..p("P10")
    };
    let doubt = |end: &str| {
        let mut posting = posting(1, "2026-09-01", end);
        posting.terms.credit = Points::whole(2);
        posting.term_doubt(&own)
    };
    assert!(doubt("2026-10-31").is_some());
    assert!(doubt("2027-02-27").is_some());
    assert_eq!(doubt("2027-02-28"), None);
}

#[test]
fn heads_and_school_years_have_terms_of_their_own() {
    for (policy, track, start, end, doubt) in [
        // R306: half a year to a year.
        (
            "P2b",
            Track::Principal,
            "2026-09-01",
            "2027-01-31",
            "期限短于制度规定的6个月（R306）",
        ),
        ("P2b", Track::Principal, "2026-09-01", "2027-02-28", ""),
        ("P2b", Track::Principal, "2026-08-31", "2027-02-28", ""),
        ("P2b", Track::Principal, "2026-09-01", "2027-08-31", ""),
        (
            "P2b",
            Track::Principal,
            "2026-09-01",
            "2027-09-01",
            "期限长于制度规定的12个月（R306）",
        ),
        // R309: six years.
        (
            "P6",
            Track::Principal,
            "2026-09-01",
            "2032-08-30",
            "期限短于制度规定的6年（R309）",
        ),
        ("P6", Track::Principal, "2026-09-01", "2032-08-31", ""),
        (
            "P6",
            Track::Principal,
            "2026-09-01",
            "2032-09-01",
            "期限长于制度规定的6年（R309）",
        ),
        ("P6", Track::Rotation, "2026-09-01", "2029-08-31", ""),
        // R310: a school year ends when school does.
        ("P7", Track::Rotation, "2026-09-01", "2027-07-10", ""),
        ("P7", Track::Rotation, "2026-09-01", "2027-08-31", ""),
        (
            "P7",
            Track::Rotation,
            "2026-09-01",
            "2027-01-31",
            "期限不是制度规定的1学年（R310）",
        ),
        (
            "P7",
            Track::Rotation,
            "2026-09-01",
            "2028-01-31",
            "期限不是制度规定的1学年（R310）",
        ),
    ] {
        let mut posting = posting(1, start, end);
        posting.terms.track = Some(track);
        let found = posting.term_doubt(&p(policy)).unwrap_or_default();
        assert_eq!(found, doubt, "{policy} {start} {end}");
    }
}

#[test]
fn the_term_of_heads_is_not_asked_of_teachers() {
    let own = Policy {
        given: vec![
            Given::new(Key::CadreTermYears, Value::Whole(6), "R309", ""),
            Given::new(Key::PrincipalTermMonthsMin, Value::Whole(24), "R306", ""),
        ],
        ..p("P6")
    };
    let doubt = |track: Option<Track>| {
        let mut posting = posting(1, "2026-09-01", "2027-08-31");
        posting.terms.track = track;
        posting.term_doubt(&own)
    };
    assert_eq!(doubt(None), None);
    assert_eq!(doubt(Some(Track::Rotation)), None);
    assert!(doubt(Some(Track::Principal)).is_some());
}
