//! Years in the countryside, each day once.

use super::*;
use crate::assignment::Event;
use crate::assignment::State;
use crate::assignment::example::{self, after, arrived, day, in_state};
use crate::id::TeacherId;
use crate::school::SchoolProfile;
use crate::teacher::{CareerEntry, Standing, TeacherRecord};

fn school(number: u64, area: Option<Area>) -> School {
    School {
        profile: SchoolProfile {
            area,
            ..SchoolProfile::default()
        },
        ..example::school(number)
    }
}

fn teacher(joined: Option<&str>, career: Vec<CareerEntry>) -> Teacher {
    Teacher {
        id: TeacherId::new(1, 1),
        record: TeacherRecord {
            joined_school_on: joined.map(day),
            standing: Standing {
                career,
                ..Standing::default()
            },
            ..TeacherRecord::default()
        },
    }
}

fn entry(kind: CareerKind, from: &str, to: Option<&str>) -> CareerEntry {
    CareerEntry {
        school: "样例村小".to_owned(),
        kind,
        from: day(from),
        to: to.map(day),
        is_rural: true,
    }
}

/// Level and whether it is reached, of a teacher of a country school since a day.
fn levels(joined: &str, today: &str) -> Vec<(HonourLevel, bool)> {
    let home = school(1, Some(Area::Rural));
    let found = reminders(
        &teacher(Some(joined), Vec::new()),
        &home,
        &[],
        &[],
        day(today),
    );
    found
        .iter()
        .map(|one| (one.level, one.is_reached))
        .collect()
}

#[test]
fn fifteen_twenty_five_and_thirty_years_are_reached_on_their_last_day() {
    use HonourLevel::{County, Ministry, Province};
    for (joined, expected) in [
        ("2013-09-01", vec![]),
        ("2012-08-31", vec![(County, false)]),
        ("2011-09-02", vec![(County, false)]),
        ("2011-09-01", vec![(County, true)]),
        ("2001-09-02", vec![(County, true), (Province, false)]),
        ("2001-09-01", vec![(Province, true)]),
        ("1996-09-02", vec![(Province, true), (Ministry, false)]),
        ("1996-09-01", vec![(Ministry, true)]),
        ("1980-09-01", vec![(Ministry, true)]),
    ] {
        assert_eq!(levels(joined, "2026-08-31"), expected, "{joined}");
    }
}

#[test]
fn years_that_are_over_do_not_grow_into_a_reminder() {
    let home = school(1, Some(Area::City));
    let ended = entry(CareerKind::Teaching, "2000-09-01", Some("2015-06-30"));
    let one = teacher(Some("2015-09-01"), vec![ended]);
    assert!(reminders(&one, &home, &[], &[], day("2026-08-31")).is_empty());
    assert_eq!(rural_years(&one, &home, &[], &[], day("2026-08-31")), 14);
}

#[test]
fn a_day_counts_once_whoever_tells_of_it() {
    let (home, host) = (school(1, Some(Area::City)), school(2, Some(Area::Rural)));
    let posting = arrived(1, "2026-09-01", "2028-08-31");
    let years = |career: Vec<CareerEntry>, host: &School| {
        let one = teacher(None, career);
        let schools = [home.clone(), host.clone()];
        rural_years(
            &one,
            &home,
            std::slice::from_ref(&posting),
            &schools,
            day("2030-01-01"),
        )
    };
    let same = entry(CareerKind::Exchange, "2026-09-01", Some("2028-08-31"));
    let before = entry(CareerKind::Teaching, "2025-09-01", Some("2027-08-31"));
    assert_eq!(years(Vec::new(), &host), 2);
    assert_eq!(years(vec![same.clone(), same.clone()], &host), 2);
    assert_eq!(years(vec![same, before], &host), 3);
    assert_eq!(years(Vec::new(), &school(2, Some(Area::Town))), 0);
    assert_eq!(
        years(Vec::new(), &school(2, None)),
        0,
        "not known, not counted"
    );
}

#[test]
fn a_void_posting_does_not_come_back_from_the_career() {
    let (home, host) = (school(1, Some(Area::City)), school(2, Some(Area::Rural)));
    let same = entry(CareerKind::Exchange, "2026-09-01", Some("2027-08-31"));
    let one = teacher(None, vec![same]);
    let year_void = after(in_state(State::Completed), &[Event::VoidYear]);
    for posting in [in_state(State::Voided), year_void] {
        let schools = [home.clone(), host.clone()];
        assert_eq!(
            rural_years(&one, &home, &[posting], &schools, day("2030-01-01")),
            0
        );
    }
}

#[test]
fn years_in_a_town_do_not_come_back_from_the_career_of_his_own_school() {
    let home = school(1, Some(Area::Rural));
    let town = school(2, Some(Area::City));
    let in_town = arrived(1, "2024-09-01", "2026-08-31");
    let own = entry(CareerKind::Teaching, "2010-09-01", None);
    let years = |career: Vec<CareerEntry>| {
        rural_years(
            &teacher(Some("2010-09-01"), career),
            &home,
            std::slice::from_ref(&in_town),
            &[home.clone(), town.clone()],
            day("2026-08-31"),
        )
    };
    assert_eq!(years(Vec::new()), 14);
    assert_eq!(years(vec![own]), 14);
}
