//! Times an eligibility run over invented teachers: `cargo run --release -p domain --example eligibility -- 10000`
//! prints how long the middle one of several runs took, in microseconds, and how many must go.
//!
//! `cargo xtask bench` reads both lines.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement for the terminal"
)]

use std::time::Instant;

use chrono::{Days, NaiveDate};
use domain::eligibility::{self, Outcome, SchoolFacts, TeacherFacts};
use domain::id::{RunId, TeacherId};
use domain::policy::preset;
use domain::school::{SchoolProfile, Stage};
use domain::teacher::{BirthDate, Sex, Teacher, TeacherRecord};

/// Runs of which the middle one counts.
const RUNS: usize = 9;

fn main() {
    let n: u64 = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(10_000);
    let year = "2026-2027".parse().unwrap();
    let policy = preset::find("P3").unwrap();
    let school = SchoolFacts {
        name: "样例市实验小学".to_owned(),
        stage: Stage::Primary,
        profile: SchoolProfile::default(),
    };
    let teachers: Vec<TeacherFacts> = (0..n).map(teacher).collect();
    let mut times = Vec::new();
    let mut must = 0;
    for _ in 0..RUNS {
        let facts = teachers.clone();
        let start = Instant::now();
        let run = eligibility::run(RunId::new(1, 1), year, &policy, school.clone(), facts).unwrap();
        times.push(start.elapsed());
        must = run.count(Outcome::Must);
    }
    times.sort_unstable();
    let middle = times.get(RUNS / 2).unwrap();
    println!("took {} us", middle.as_micros());
    println!("must {must}");
}

/// One of many: every age from 21 to 60 and every tenure from 0 to 30 years comes up.
fn teacher(number: u64) -> TeacherFacts {
    let first = NaiveDate::from_ymd_opt(1966, 9, 1).unwrap();
    let joined = NaiveDate::from_ymd_opt(1996, 9, 1).unwrap();
    let record = TeacherRecord {
        name: format!("教师{number}"),
        sex: Some(if number.is_multiple_of(3) {
            Sex::Male
        } else {
            Sex::Female
        }),
        birth: Some(BirthDate::day(first + Days::new(number * 7919 % 14_600))),
        joined_school_on: Some(joined + Days::new(number * 6211 % 10_950)),
        title: "一级教师".to_owned(),
        on_establishment: Some(true),
        ..TeacherRecord::default()
    };
    let teacher = Teacher {
        id: TeacherId::new(number, 1),
        record,
    };
    TeacherFacts::of(&teacher, Vec::new(), None)
}
