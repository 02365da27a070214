//! Taking back: the last step goes, and with it all that it changed, and nothing else.

use super::*;
use crate::assignment::example::{Chance, codes, form, in_state, judged_goals, take};

#[test]
fn a_step_taken_back_leaves_exactly_the_posting_before() {
    for state in State::ALL {
        for event in state.events() {
            let before = in_state(*state);
            let form = form(&before, event);
            let after = take(&before, form.clone()).unwrap();
            let (back, taken) = after.unstepped().unwrap();
            assert_eq!(back, before, "{state:?} {event:?}");
            assert_eq!(taken, form);
        }
    }
}

#[test]
fn a_long_course_is_taken_back_step_by_step() {
    let mut chance = Chance::new("a long course is taken back");
    for _ in 0..300 {
        let mut course = vec![posting(1, "2026-09-01", "2027-08-31")];
        for _ in 0..30 {
            let now = course.last().unwrap().clone();
            let events = now.state().events();
            if events.is_empty() {
                break;
            }
            let event = *chance.one(&events);
            let now = match event {
                Event::Complete => judged_goals(now, 100),
                _ => now,
            };
            // A year is void once, and nobody runs on beyond the calendar.
            if event == Event::VoidYear && !now.voided_years().is_empty() {
                continue;
            }
            let typed = form(&now, event);
            *course.last_mut().unwrap() = now.clone();
            if let Ok(next) = take(&now, typed) {
                course.push(next);
            }
        }
        while course.len() > 1 {
            let after = course.pop().unwrap();
            let (back, _) = after.unstepped().unwrap();
            // Verdicts are typed and no part of a step: they stay.
            let before = Assignment {
                goals: back.goals.clone(),
                ..course.last().unwrap().clone()
            };
            assert_eq!(back, before);
        }
    }
}

#[test]
fn where_nothing_was_registered_nothing_is_taken_back() {
    assert_eq!(codes(in_state(State::Draft).unstepped()), ["STEP-NONE"]);
}
