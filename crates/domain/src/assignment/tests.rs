//! Whether a posting is kept and moved only as the rules allow.

use super::example::{p, posting};
use super::*;
use crate::year::Term;

mod back;
mod course;
mod editing;
mod ends;
mod goals;
mod guards;
mod months;
mod term;

#[test]
fn a_teacher_cannot_be_at_two_schools_full_time_on_the_same_day() {
    let first = posting(1, "2025-09-01", "2026-08-31");
    let second = posting(2, "2026-08-31", "2027-08-31");
    assert!(
        second
            .clone()
            .judged(std::slice::from_ref(&first), &p("P3"))
            .is_err()
    );
    let after = posting(3, "2026-09-01", "2027-08-31");
    assert!(after.judged(&[first], &p("P3")).is_ok());
}

#[test]
fn a_term_that_ends_before_it_starts_and_stays_at_home_is_refused_twice() {
    let mut assignment = posting(1, "2026-09-01", "2026-08-31");
    assignment.host_school = assignment.sending_school;
    assert_eq!(assignment.judged(&[], &p("P3")).unwrap_err().len(), 2);
}

#[test]
fn a_posting_serves_the_terms_it_teaches_in() {
    let year = "2025-2026".parse().unwrap();
    for (start, end, terms) in [
        ("2025-09-01", "2026-08-31", &Term::ALL[..]),
        ("2025-09-01", "2026-01-31", &[Term::Autumn]),
        ("2026-02-01", "2026-07-31", &[Term::Spring]),
        ("2026-08-20", "2027-07-31", &[]),
    ] {
        assert_eq!(
            posting(1, start, end).terms.planned_terms(year),
            terms,
            "{start}"
        );
    }
}

#[test]
fn a_posting_touches_the_years_it_has_a_day_in() {
    let terms = posting(1, "2025-09-01", "2026-08-31").terms;
    assert!(terms.touches("2025-2026".parse().unwrap()));
    assert!(!terms.touches("2026-2027".parse().unwrap()));
    assert!(!terms.touches("2024-2025".parse().unwrap()));
}
