//! Weeks, holidays and deadlines; the vectors are those of J-5.

use super::*;
use crate::policy::preset;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    Calendar::proposed("2026-2027".parse().unwrap())
}

/// J-5.
#[test]
fn teaching_weeks_count_from_the_first_monday() {
    let calendar = calendar();
    assert_eq!(calendar.autumn.first_monday, day("2026-09-07"));
    let weeks = calendar.weeks(Term::Autumn);
    for (number, from, to) in [
        (4, "2026-09-28", "2026-10-04"),
        (5, "2026-10-05", "2026-10-11"),
        (10, "2026-11-09", "2026-11-15"),
        (13, "2026-11-30", "2026-12-06"),
        (14, "2026-12-07", "2026-12-13"),
        (18, "2027-01-04", "2027-01-10"),
        (19, "2027-01-11", "2027-01-17"),
    ] {
        let week = &weeks[number - 1];
        assert_eq!((week.from, week.to), (day(from), day(to)), "W{number}");
    }
    assert_eq!(weeks[4].holidays, ["国庆节"]);
    assert!(weeks[5].holidays.is_empty());
}

#[test]
fn every_day_of_a_term_has_one_week_and_no_day_outside_has_any() {
    let plan = calendar().autumn;
    let mut day = plan.first_monday - Days::new(1);
    assert_eq!(plan.week_of(day), None);
    for number in 1..=plan.n_weeks {
        for _ in 0..7 {
            day = day.succ_opt().unwrap();
            assert_eq!(plan.week_of(day), Some(number), "{day}");
        }
    }
    assert_eq!(day, plan.last_day());
    assert_eq!(plan.week_of(day.succ_opt().unwrap()), None);
}

#[test]
fn the_roster_is_due_by_the_end_of_july_and_can_be_moved_by_hand() {
    let policy = preset::find("P1").unwrap();
    let mut calendar = calendar();
    let due = |calendar: &Calendar| {
        calendar
            .deadlines(&policy)
            .into_iter()
            .find(|due| due.code == "roster")
            .unwrap()
    };
    let usual = due(&calendar);
    assert_eq!(
        (usual.on, usual.rule.as_str()),
        (day("2026-07-31"), "R1001")
    );
    assert_eq!(usual.days_left(day("2026-07-21")), 10);
    assert_eq!(usual.standing(day("2026-07-21")).code(), "near");
    assert_eq!(usual.standing(day("2026-08-01")).code(), "late");
    calendar
        .moved
        .insert("roster".to_owned(), day("2026-07-25"));
    calendar.done.insert("roster".to_owned(), day("2026-07-24"));
    let moved = due(&calendar.judged().unwrap());
    assert_eq!(
        (moved.on, moved.usual_on),
        (day("2026-07-25"), day("2026-07-31"))
    );
    assert_eq!(moved.standing(day("2026-08-01")).code(), "done");
}

#[test]
fn a_deadline_on_a_holiday_says_so() {
    let mut calendar = calendar();
    calendar
        .moved
        .insert("arrive".to_owned(), day("2026-10-03"));
    let dues = calendar.deadlines(&preset::find("P1").unwrap());
    let arrive = dues.iter().find(|due| due.code == "arrive").unwrap();
    assert_eq!(arrive.holiday, "国庆节");
}

#[test]
fn a_calendar_is_refused_with_all_reasons_at_once() {
    let mut wrong = calendar();
    wrong.autumn.first_monday = day("2026-09-08");
    wrong.spring.n_weeks = 60;
    wrong.holidays.push(Holiday {
        name: "校庆".to_owned(),
        from: day("2028-05-01"),
        to: day("2028-04-30"),
    });
    wrong
        .moved
        .insert("no-such-thing".to_owned(), day("2020-01-01"));
    let refusals = wrong.judged().unwrap_err();
    let codes: Vec<&str> = refusals.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        [
            "CALENDAR-MONDAY",
            "CALENDAR-WEEKS",
            "CALENDAR-HOLIDAY",
            "CALENDAR-HOLIDAY",
            "CALENDAR-DEADLINE",
            "CALENDAR-DEADLINE"
        ]
    );
}

#[test]
fn no_two_deadlines_share_a_code() {
    for (index, deadline) in deadline::DEADLINES.iter().enumerate() {
        let found = deadline::DEADLINES
            .iter()
            .position(|one| one.code == deadline.code);
        assert_eq!(found, Some(index), "{}", deadline.code);
    }
}
