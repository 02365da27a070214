//! Months of service, with the vectors of J-7 and J-8.

use super::*;
use crate::assignment::example::{
    Chance, after, arrived, day, form, in_state, some_postings, take, take_under,
};
use crate::assignment::lead::{self, Lead, Leader};
use crate::assignment::months::{Attendance, Served, months_of, of_teacher, on_paper};
use crate::exact::Exact;
use crate::year::Term;

/// The service of one posting to its end, and how it prints.
fn served(posting: &Assignment) -> Served {
    of_teacher(std::slice::from_ref(posting), day("2050-12-31")).remove(0)
}

fn printed(posting: &Assignment) -> (String, String) {
    let served = served(posting);
    (on_paper(&served.months), on_paper(&served.credited))
}

fn plain(actual: &str) -> (String, String) {
    (actual.to_owned(), actual.to_owned())
}

/// J-8.
#[test]
fn a_school_year_is_twelve_months_and_one_that_ended_in_june_ten() {
    let year = arrived(1, "2026-09-01", "2027-08-31");
    assert_eq!(printed(&year), plain("12"));
    let mut early = form(&year, Event::EndEarly);
    early.on = day("2027-06-30");
    assert_eq!(printed(&take(&year, early).unwrap()), plain("10"));
}

/// J-8.
#[test]
fn months_that_count_double_print_beside_the_actual_ones() {
    let mut draft = posting(1, "2026-09-01", "2027-08-31");
    draft.terms.credit = Points::whole(2);
    let mut posting = draft.judged(&[], &p("P10")).unwrap();
    for event in example::TO_ACTIVE {
        posting = take_under(&p("P10"), &posting, form(&posting, event)).unwrap();
    }
    let mut early = form(&posting, Event::EndEarly);
    early.on = day("2027-06-30");
    let ended = take_under(&p("P10"), &posting, early).unwrap();
    assert_eq!(printed(&ended), ("10".to_owned(), "20".to_owned()));
}

/// J-8.
#[test]
fn a_void_year_counts_nothing_and_a_void_posting_nothing_at_all() {
    let void = after(in_state(State::Completed), &[Event::VoidYear]);
    let service = served(&void);
    assert!(service.months.is_zero() && service.credited.is_zero() && !service.is_void);
    assert!(service.years[0].is_void);
    let whole = served(&in_state(State::Voided));
    assert!(whole.months.is_zero() && whole.is_void && whole.years[0].is_void);
    let two = after(arrived(1, "2026-09-01", "2028-08-31"), &[Event::VoidYear]);
    let years: Vec<(String, String, bool)> = served(&two)
        .years
        .iter()
        .map(|year| (year.year.to_string(), on_paper(&year.months), year.is_void))
        .collect();
    assert_eq!(
        years,
        [
            ("2026-2027".to_owned(), "0".to_owned(), true),
            ("2027-2028".to_owned(), "12".to_owned(), false),
        ]
    );
}

#[test]
fn whoever_has_not_come_has_served_nothing() {
    for state in State::ALL {
        let is_nothing = served(&in_state(*state)).months.is_zero();
        let has_come = !matches!(
            state,
            State::Draft
                | State::Submitted
                | State::Returned
                | State::Approved
                | State::GoalsSigned
                | State::Refused
                | State::Voided
        );
        assert_eq!(is_nothing, !has_come, "{state:?}");
    }
}

#[test]
fn days_away_do_not_count_and_the_day_of_return_does() {
    let mut away = form(&in_state(State::Active), Event::Suspend);
    away.on = day("2026-11-01");
    let away = take(&in_state(State::Active), away).unwrap();
    assert_eq!(printed(&away), plain("2"), "without an end so far");
    let mut back = form(&away, Event::Resume);
    back.on = day("2027-02-01");
    let back = take(&away, back).unwrap();
    assert_eq!(printed(&back), plain("9"));
}

#[test]
fn months_are_counted_up_to_the_day_that_is_asked() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    for (until, months) in [
        ("2026-08-31", "0"),
        ("2026-09-01", "1/30"),
        ("2026-09-30", "1"),
        ("2027-02-14", "5.5"),
        ("2027-08-31", "12"),
        ("2030-01-01", "12"),
    ] {
        let service = of_teacher(std::slice::from_ref(&posting), day(until)).remove(0);
        assert_eq!(service.months.to_string(), months, "{until}");
    }
    assert_eq!(on_paper(&Exact::ratio(1, 30)), "0");
    assert_eq!(on_paper(&Exact::ratio(1199, 100)), "11.9");
}

#[test]
fn split_postings_never_make_more_months_than_the_calendar_has() {
    let mut chance = Chance::new("split postings");
    for _ in 0..300 {
        let postings = some_postings(&mut chance);
        let until = day("2024-06-01") + chrono::Days::new(chance.below(3000));
        let services = of_teacher(&postings, until);
        let sum: Exact = services.iter().map(|one| one.months.clone()).sum();
        let first = postings.iter().map(|one| one.terms.start_on).min().unwrap();
        let union = months_of(
            first
                .iter_days()
                .take_while(|day| *day <= until)
                .filter(|day| {
                    postings
                        .iter()
                        .any(|one| (one.terms.start_on..=one.terms.last_day()).contains(day))
                }),
        );
        assert!(sum <= union, "{sum} of {union}: {postings:?}");
        for one in &services {
            let by_year: Exact = one.years.iter().map(|year| year.months.clone()).sum();
            assert_eq!(by_year, one.months);
            let paper: Exact = on_paper(&one.months).parse().unwrap();
            assert!(paper <= one.months, "never more on paper than was served");
            assert!(one.months.clone() - paper < Exact::ratio(1, 10));
        }
    }
}

#[test]
fn a_void_year_never_adds_months() {
    let mut chance = Chance::new("void years");
    for _ in 0..200 {
        let before = some_postings(&mut chance);
        let until = day("2030-01-01");
        let mut void = before.clone();
        let index = usize::try_from(chance.below(before.len() as u64)).unwrap();
        let event = match before[index].state() {
            State::Completed | State::Terminated => {
                *chance.one(&[Event::VoidYear, Event::VoidWhole])
            }
            _ => Event::VoidYear,
        };
        void[index] = take(&before[index], form(&before[index], event)).unwrap();
        let (was, is) = (of_teacher(&before, until), of_teacher(&void, until));
        for (was, is) in was.iter().zip(&is) {
            assert!(is.months <= was.months);
            assert!(is.credited <= was.credited);
        }
    }
}

/// The lead of a teacher's only posting.
fn lead_of(posting: &Assignment, year: i32) -> Lead {
    lead::of_calendar_year(posting, std::slice::from_ref(posting), year).unwrap()
}

/// J-7.
#[test]
fn the_school_where_he_worked_more_than_half_of_the_year_leads() {
    let posting = arrived(1, "2026-09-01", "2028-07-05");
    for (year, host, sending, leader) in [
        (2025, 0, 365, Leader::Sending),
        (2026, 122, 243, Leader::Sending),
        (2027, 365, 0, Leader::Host),
        (2028, 187, 179, Leader::Host),
    ] {
        let expected = Lead {
            host: Exact::whole(host),
            other: Exact::zero(),
            sending: Exact::whole(sending),
            leader: Some(leader),
        };
        assert_eq!(lead_of(&posting, year), expected, "{year}");
    }
    let half = lead_of(&arrived(1, "2026-09-01", "2028-07-01"), 2028);
    assert_eq!(
        (half.host, half.sending),
        (Exact::whole(183), Exact::whole(183))
    );
    assert_eq!(half.leader, None, "a person decides");
}

#[test]
fn days_away_and_days_before_he_came_do_not_let_the_host_school_lead() {
    let mut away = form(&in_state(State::Active), Event::Suspend);
    away.on = day("2027-01-01");
    let away = take(&in_state(State::Active), away).unwrap();
    assert_eq!(lead_of(&away, 2027).host, Exact::zero());
    let mut back = form(&away, Event::Resume);
    back.on = day("2027-02-01");
    let back = take(&away, back).unwrap();
    assert_eq!(lead_of(&back, 2027).host, Exact::whole(243 - 31));
    // From 15 July on there are 170 days: with the 30 before them the host school would lead.
    let draft = posting(1, "2026-06-15", "2026-12-31");
    let mut late = form(&draft, Event::Backfill);
    late.on = day("2026-07-15");
    let late = lead_of(&take(&draft, late).unwrap(), 2026);
    assert_eq!(
        (late.host, late.sending),
        (Exact::whole(170), Exact::whole(195))
    );
    assert_eq!(late.leader, Some(Leader::Sending));
}

#[test]
fn two_host_schools_of_a_year_share_its_days() {
    let at = |number: u64, from: &str, to: &str| {
        let mut one = posting(number, from, to);
        one.host_school = SchoolId::new(10 + number, 1);
        after(one, &[Event::Backfill])
    };
    let whole = Exact::whole;
    // One after the other: nobody has more than half.
    let all = [
        at(1, "2026-01-01", "2026-06-20"),
        at(2, "2026-07-10", "2026-12-31"),
    ];
    for (own, host, other) in [(&all[0], 171, 175), (&all[1], 175, 171)] {
        let lead = lead::of_calendar_year(own, &all, 2026).unwrap();
        assert_eq!((lead.host, lead.other), (whole(host), whole(other)));
        assert_eq!((lead.sending, lead.leader), (whole(19), None));
    }
    // At once: each has half of each day.
    let all = [
        at(1, "2026-01-01", "2026-12-31"),
        at(2, "2026-01-01", "2026-12-31"),
    ];
    let lead = lead::of_calendar_year(&all[0], &all, 2026).unwrap();
    assert_eq!((lead.host, lead.leader), (Exact::ratio(365, 2), None));
    // The other one may lead; two postings at one school are that school's.
    let mut all = [
        at(1, "2026-01-01", "2026-03-31"),
        at(2, "2026-04-01", "2026-12-31"),
    ];
    let lead = lead::of_calendar_year(&all[0], &all, 2026).unwrap();
    assert_eq!(lead.leader, Some(Leader::Other));
    all[1].host_school = all[0].host_school;
    let lead = lead::of_calendar_year(&all[0], &all, 2026).unwrap();
    assert_eq!((lead.host, lead.leader), (whole(365), Some(Leader::Host)));
}

#[test]
fn a_posting_that_never_began_makes_nobody_lead() {
    for state in [State::Returned, State::Refused] {
        let lead = lead_of(&in_state(state), 2027);
        assert_eq!(
            (lead.host, lead.leader),
            (Exact::zero(), Some(Leader::Sending))
        );
    }
    let planned = lead_of(&in_state(State::Approved), 2027);
    assert_eq!(
        planned.host,
        Exact::whole(243),
        "what is planned may be looked at"
    );
}

#[test]
fn what_counts_is_told_in_stretches_and_a_term_spent_away_is_not_served() {
    let there = arrived(1, "2026-09-01", "2027-08-31");
    let away = |from: &str, back: &str| {
        let suspended = StepForm {
            on: day(from),
            ..form(&there, Event::Suspend)
        };
        let away = take(&there, suspended).unwrap();
        let resumed = StepForm {
            on: day(back),
            ..form(&away, Event::Resume)
        };
        take(&away, resumed).unwrap()
    };
    let year: SchoolYear = "2026-2027".parse().unwrap();
    assert_eq!(there.served_terms(year), Term::ALL);
    let month = away("2026-11-01", "2026-12-01");
    assert_eq!(
        Attendance::of(&month).stretches(),
        [
            (day("2026-09-01"), day("2026-10-31")),
            (day("2026-12-01"), day("2027-08-31"))
        ]
    );
    assert_eq!(month.served_terms(year), Term::ALL);
    let term = away("2026-09-02", "2027-02-16");
    assert_eq!(
        term.served_terms(year),
        Term::ALL,
        "he taught on the first day"
    );
    let autumn = away("2026-09-01", "2027-02-16");
    assert_eq!(autumn.served_terms(year), [Term::Spring]);
    for state in [State::Draft, State::Approved, State::Refused, State::Voided] {
        assert!(
            Attendance::of(&in_state(state)).stretches().is_empty(),
            "{state:?} is no service"
        );
    }
}

#[test]
fn whoever_came_late_has_not_served_the_days_before() {
    let signed = after(
        posting(1, "2026-09-01", "2027-08-31"),
        &[Event::Submit, Event::Approve, Event::SignGoals],
    );
    let came = |on: &str| {
        let arrived = StepForm {
            on: day(on),
            ..form(&signed, Event::Arrive)
        };
        printed(&take(&signed, arrived).unwrap()).0
    };
    assert_eq!(came("2026-08-25"), "12", "nor more than was agreed");
    assert_eq!(came("2026-09-01"), "12");
    assert_eq!(came("2026-10-01"), "11");
}
