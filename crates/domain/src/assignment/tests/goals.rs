//! How far the goals have come: the host school's word goes first.

use super::*;
use crate::assignment::example::{codes, day, goal, in_state, verdict};
use crate::assignment::goal::{achievement, unmet};

fn said(weight: u8, host: Option<u8>, sending: Option<u8>) -> Goal {
    Goal {
        host: host.and_then(verdict),
        sending: sending.and_then(verdict),
        ..goal(weight)
    }
}

#[test]
fn the_achievement_is_the_mean_of_what_both_schools_found_weighed() {
    for (goals, rate) in [
        (vec![], None),
        (vec![said(100, None, None)], None),
        (vec![said(60, Some(100), None), said(40, None, None)], None),
        (
            vec![said(60, Some(100), None), said(40, Some(0), None)],
            Some("60"),
        ),
        (
            vec![said(60, Some(50), Some(100)), said(40, None, Some(25))],
            Some("55"),
        ),
        (
            vec![said(33, Some(33), None), said(67, Some(67), None)],
            Some("55.78"),
        ),
    ] {
        let printed = achievement(&goals).map(|rate| rate.to_string());
        assert_eq!(printed.as_deref(), rate, "{goals:?}");
    }
}

#[test]
fn a_goal_reached_in_part_is_not_reached() {
    let goals = [
        said(20, Some(100), Some(100)),
        said(20, Some(80), Some(100)),
        said(20, None, Some(0)),
        said(20, Some(100), Some(0)),
        said(20, None, None),
    ];
    assert_eq!(unmet(&goals), [2, 3]);
    let disputed: Vec<bool> = goals.iter().map(Goal::is_disputed).collect();
    assert_eq!(disputed, [false, true, false, true, false]);
    let judged: Vec<bool> = goals.iter().map(Goal::is_judged).collect();
    assert_eq!(judged, [true, true, false, true, false]);
    let posting = Assignment {
        goals: goals.to_vec(),
        ..posting(1, "2026-09-01", "2027-08-31")
    };
    assert_eq!(posting.unmet_words(), "第2项、第3项工作目标未达成");
}

#[test]
fn another_degree_of_the_same_finding_is_a_dispute_too() {
    assert!(said(50, Some(40), Some(60)).is_disputed());
    assert!(said(50, Some(100), Some(60)).is_disputed());
    assert!(!said(50, Some(40), Some(40)).is_disputed());
    let odd = said(50, Some(40), Some(55)).achieved().unwrap();
    assert_eq!(odd.to_string(), "47.5");
}

#[test]
fn a_goal_that_is_due_outside_the_term_is_not_signed() {
    let mut one = in_state(State::Approved);
    one.goals[0].due_on = Some(day("2027-09-30"));
    assert_eq!(codes(one.judge_agreement()), ["GOAL-DUE"]);
}
