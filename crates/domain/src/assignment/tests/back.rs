//! Taking back: the last step goes, and with it all that it changed, and nothing else.

use super::*;
use crate::assignment::example::{Chance, codes, day, form, in_state, judged_goals, take};

#[test]
fn a_step_taken_back_leaves_exactly_the_posting_before() {
    for state in State::ALL {
        for event in state.events() {
            let before = in_state(*state);
            let form = form(&before, event);
            let after = take(&before, form.clone()).unwrap();
            let (back, taken) = after.unstepped(&[], &[]).unwrap();
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
            let (back, _) = after.unstepped(&[], &[]).unwrap();
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
    assert_eq!(
        codes(in_state(State::Draft).unstepped(&[], &[])),
        ["STEP-NONE"]
    );
}

/// Beside some postings of the same teacher.
fn unstepped(posting: &Assignment, others: &[Assignment]) -> Result<Assignment, Vec<Refusal>> {
    let (back, _) = posting.clone().unstepped(others, &[])?;
    Ok(back)
}

#[test]
fn what_was_typed_after_a_step_stays_when_the_step_is_taken_back() {
    let known = in_state(State::Submitted);
    let mut typed = known.clone();
    typed.terms.planned_end_on = day("2028-08-31");
    let kept = typed.judged(&[known], &p("P1")).unwrap();
    let back = unstepped(&kept, &[]).unwrap();
    assert_eq!(back.terms.planned_end_on, day("2028-08-31"));
    // A post beside an event that changes none is not taken, and so not put back.
    let mut active = in_state(State::Active);
    active.terms.weekly_lessons = None;
    let mut suspend = form(&active, Event::Suspend);
    suspend.post = Some(Post::of(&active.terms));
    let away = take(&active, suspend).unwrap();
    let mut filled = away.clone();
    filled.terms.weekly_lessons = Some(12);
    let filled = filled.judged(&[away], &p("P1")).unwrap();
    let back = unstepped(&filled, &[]).unwrap();
    assert_eq!(back.terms.weekly_lessons, Some(12));
}

#[test]
fn a_step_is_not_taken_back_into_another_posting() {
    // He left early, and began elsewhere the day after; he was sent back or refused, and went elsewhere.
    for (state, start) in [
        (State::Terminated, "2027-07-02"),
        (State::Returned, "2026-09-01"),
        (State::Refused, "2026-09-01"),
    ] {
        let ended = in_state(state);
        let next = posting(2, start, "2028-08-31");
        let others = [ended.clone(), next.clone()];
        assert!(next.judged(&others, &p("P1")).is_ok(), "{state:?}");
        assert_eq!(codes(unstepped(&ended, &others)), ["ASSIGNMENT-OVERLAP"]);
        assert!(unstepped(&ended, std::slice::from_ref(&ended)).is_ok());
    }
}
