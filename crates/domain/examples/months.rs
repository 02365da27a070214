//! Times the service months of invented teachers: `cargo run --release -p domain --example months -- 10000` prints how
//! long the middle one of several runs took, in microseconds, and how many months came together.
//!
//! `cargo xtask bench` reads the first line.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement for the terminal"
)]

use std::time::Instant;

use chrono::{Days, NaiveDate};
use domain::assignment::{
    Assignment, AssignmentTerms, Event, Keeping, Mode, PostMode, Step, StepForm, months,
};
use domain::exact::{Exact, Points};
use domain::id::{AssignmentId, SchoolId, TeacherId};

/// Runs of which the middle one counts.
const RUNS: usize = 9;
/// Postings of each teacher: two in the same years at two schools, and one after them.
const POSTINGS: [(u64, u64); 3] = [(0, 730), (0, 700), (900, 1260)];

fn main() {
    let n: u64 = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(10_000);
    let teachers: Vec<Vec<Assignment>> = (0..n).map(postings).collect();
    let until = NaiveDate::from_ymd_opt(2030, 8, 31).unwrap();
    let mut times = Vec::new();
    let mut all = Exact::zero();
    for _ in 0..RUNS {
        let start = Instant::now();
        let served = teachers
            .iter()
            .flat_map(|postings| months::of_teacher(postings, until));
        all = served.map(|served| served.months).sum();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("took {} us", times.get(RUNS / 2).unwrap().as_micros());
    println!("months {}", months::on_paper(&all));
}

fn postings(teacher: u64) -> Vec<Assignment> {
    let first = NaiveDate::from_ymd_opt(2022, 9, 1).unwrap() + Days::new(teacher % 60);
    (1..)
        .zip(POSTINGS)
        .map(|(number, (from, to))| {
            posting(
                teacher,
                number,
                first + Days::new(from),
                first + Days::new(to),
            )
        })
        .collect()
}

/// A part-time posting on which he has come.
fn posting(teacher: u64, number: u64, start_on: NaiveDate, end: NaiveDate) -> Assignment {
    Assignment {
        id: AssignmentId::new(teacher, number.into()),
        teacher: TeacherId::new(teacher, 1),
        sending_school: SchoolId::new(1, 1),
        host_school: SchoolId::new(number + 1, 1),
        terms: AssignmentTerms {
            track: None,
            mode: Mode::PartTime,
            post_mode: PostMode::Circuit,
            subject: String::new(),
            classes: String::new(),
            weekly_lessons: None,
            is_homeroom: None,
            start_on,
            planned_end_on: end,
            actual_end_on: None,
            credit: Points::whole(1),
        },
        keeping: Keeping::default(),
        goals: Vec::new(),
        steps: vec![Step {
            form: StepForm::new(Event::Backfill, start_on, "样例"),
            planned_end_before: end,
            actual_end_before: None,
            post_before: None,
        }],
    }
}
