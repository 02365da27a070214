//! The machine of D-3, written out cell by cell: what may follow what, and what may not.

use super::*;
use crate::assignment::example::{after, day, form, in_state, take, way_to};

/// Row: the state; column: the event, in the order of [`EVENTS`]; cell: where it leads, `.` where it is refused.
const TABLE: &str = "
    .            Sub  App  Bac  Sig  Arr  Fil  Pos  Sus  Res  End  Ext  Go   Com  Ear  Rec  Ref  Yea  Who  Arc
    draft        SU   .    .    .    .    AC   .    .    .    .    .    .    .    .    .    .    .    .    .
    submitted    .    AP   RE   .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .
    returned     SU   .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .
    approved     .    .    .    GO   .    .    .    .    .    .    .    .    .    .    .    RF   .    .    .
    goals_signed .    .    .    .    AC   .    .    .    .    .    .    .    .    .    .    RF   .    .    .
    active       .    .    .    .    .    .    AC   SP   .    TE   .    .    .    TM   TM   .    AC   .    .
    suspended    .    .    .    .    .    .    .    .    AC   .    .    .    .    TM   TM   .    SP   .    .
    term_end     .    .    .    .    .    .    .    .    .    .    EX   .    CO   .    .    .    TE   .    .
    extended     .    .    .    .    .    .    .    .    .    .    .    AC   .    .    .    .    EX   .    .
    completed    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    CO   VO   AR
    terminated   .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    TM   VO   .
    voided       .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .
    refused      .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .
    archived     .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .
";

const EVENTS: [&str; 19] = [
    "submit",
    "approve",
    "send_back",
    "sign_goals",
    "arrive",
    "backfill",
    "change_post",
    "suspend",
    "resume",
    "reach_end",
    "extend",
    "go_on",
    "complete",
    "end_early",
    "recall",
    "refuse_to_go",
    "void_year",
    "void_whole",
    "archive",
];

fn state_of(cell: &str) -> Option<State> {
    Some(match cell {
        "SU" => State::Submitted,
        "RE" => State::Returned,
        "AP" => State::Approved,
        "GO" => State::GoalsSigned,
        "AC" => State::Active,
        "SP" => State::Suspended,
        "TE" => State::TermEnd,
        "EX" => State::Extended,
        "CO" => State::Completed,
        "TM" => State::Terminated,
        "VO" => State::Voided,
        "RF" => State::Refused,
        "AR" => State::Archived,
        "." => return None,
        other => panic!("no such cell: {other}"),
    })
}

/// All cells: from, event, to.
fn table() -> Vec<(State, Event, Option<State>)> {
    let mut cells = Vec::new();
    for row in TABLE.lines().skip(2).filter(|row| !row.trim().is_empty()) {
        let mut words = row.split_whitespace();
        let from = State::from_code(words.next().unwrap()).unwrap();
        let row: Vec<&str> = words.collect();
        assert_eq!(row.len(), EVENTS.len(), "{from:?}");
        for (event, cell) in EVENTS.iter().zip(row) {
            cells.push((from, Event::from_code(event).unwrap(), state_of(cell)));
        }
    }
    cells
}

#[test]
fn every_state_and_every_event_stand_in_the_table() {
    assert_eq!(State::ALL.len(), 14);
    assert_eq!(Event::ALL.len(), 19);
    assert_eq!(table().len(), 14 * 19);
    for state in State::ALL {
        assert_eq!(in_state(*state).state(), *state, "by its own steps");
    }
}

#[test]
fn a_step_leads_where_the_rules_say_or_is_refused_and_changes_nothing() {
    for (from, event, to) in table() {
        let before = in_state(from);
        let answer = take(&before, form(&before, event));
        match to {
            Some(to) => {
                let after = answer.unwrap_or_else(|why| panic!("{from:?} {event:?}: {why:?}"));
                assert_eq!(after.state(), to, "{from:?} {event:?}");
                assert_eq!(after.steps.len(), before.steps.len() + 1);
                assert_eq!(after.steps.last().unwrap().form.event, event);
            }
            None => {
                let refusals = answer.unwrap_err();
                assert_eq!(refusals[0].code, "STEP-ORDER", "{from:?} {event:?}");
                assert_eq!(refusals[0].place, "event");
                // The caller keeps what is on file; the same steps still make the same state.
                assert_eq!(before, in_state(from));
            }
        }
    }
}

#[test]
fn a_refused_step_says_where_he_stands_and_what_can_be_registered_instead() {
    for (from, event, to) in table() {
        if to.is_some() {
            continue;
        }
        let before = in_state(from);
        let words = take(&before, form(&before, event)).unwrap_err()[0]
            .message
            .clone();
        assert!(words.contains(from.word()), "{words}");
        assert!(words.contains(event.word()), "{words}");
        let instead: Vec<&str> = table()
            .iter()
            .filter(|(state, _, to)| *state == from && to.is_some())
            .map(|(_, event, _)| event.word())
            .collect();
        if instead.is_empty() {
            assert!(words.ends_with("这条安排已经办结"), "{words}");
        } else {
            let list = format!("可登记：{}", instead.join("、"));
            assert!(words.ends_with(&list), "{words} {list}");
        }
    }
}

#[test]
fn the_offered_events_are_those_of_the_table() {
    for state in State::ALL {
        let offered: Vec<Event> = table()
            .into_iter()
            .filter(|(from, _, to)| from == state && to.is_some())
            .map(|(_, event, _)| event)
            .collect();
        assert_eq!(state.events(), offered, "{state:?}");
    }
}

#[test]
fn what_a_state_means_is_written_out_too() {
    use State::{
        Active, Approved, Archived, Completed, Draft, Extended, GoalsSigned, Refused, Returned,
        Submitted, Suspended, TermEnd, Terminated, Voided,
    };
    let there = [
        Active, Suspended, TermEnd, Extended, Completed, Terminated, Voided, Archived,
    ];
    for state in State::ALL.iter().copied() {
        assert_eq!(state.has_arrived(), there.contains(&state), "{state:?}");
        assert_eq!(
            state.is_approved(),
            !matches!(state, Draft | Submitted | Returned),
            "{state:?}"
        );
        assert_eq!(
            state.takes_no_time(),
            matches!(state, Returned | Refused),
            "{state:?}"
        );
        assert_eq!(
            state.is_under_way(),
            matches!(state, Active | Suspended | TermEnd | Extended),
            "{state:?}"
        );
        assert_eq!(
            state.may_agree_goals(),
            matches!(state, Draft | Submitted | Returned | Approved),
            "{state:?}"
        );
    }
    assert!(GoalsSigned.is_approved() && !GoalsSigned.has_arrived());
}

#[test]
fn a_change_and_an_end_rest_on_a_reason_and_a_paper() {
    for event in ["change_post", "suspend", "extend", "end_early", "recall"] {
        let event = Event::from_code(event).unwrap();
        assert!(event.is_change() && event.needs_reason() && event.needs_approval());
    }
    // 恢复 and 续任 lead back to what was approved.
    for event in [Event::Resume, Event::GoOn] {
        assert!(event.is_change() && !event.needs_approval(), "{event:?}");
    }
    for event in [Event::Complete, Event::EndEarly, Event::Recall] {
        assert!(event.is_end(), "{event:?}");
    }
}

#[test]
fn the_steps_tell_the_approval_the_arrival_the_absences_and_the_void_years() {
    let posting = in_state(State::Suspended);
    assert_eq!(posting.approval().unwrap().document, "教人〔2026〕30号");
    assert_eq!(posting.arrived_on(), Some(day("2026-09-01")));
    assert_eq!(posting.absences(), [(day("2026-09-21"), None)]);
    let back = after(posting, &[Event::Resume, Event::Suspend, Event::Resume]);
    assert_eq!(
        back.absences(),
        [
            (day("2026-09-21"), Some(day("2026-09-30"))),
            (day("2026-10-01"), Some(day("2026-10-01"))),
        ]
    );
    let void = after(in_state(State::Completed), &[Event::VoidYear]);
    assert_eq!(void.voided_years(), ["2026-2027".parse().unwrap()]);
    let filled = after(
        posting_without_goals(),
        &[Event::Backfill, Event::ReachEnd, Event::Complete],
    );
    assert_eq!(filled.arrived_on(), Some(day("2026-09-01")));
    assert!(filled.approval().is_some());
    assert_eq!(way_to(State::Draft), []);
    assert_eq!(in_state(State::Draft).arrived_on(), None);
}

#[test]
fn the_posts_he_had_follow_each_other_without_a_gap() {
    let active = in_state(State::Active);
    assert_eq!(
        active.posts(),
        [(day("2026-09-01"), Post::of(&active.terms))]
    );
    let change = |posting: &Assignment, on: &str, lessons: u8| {
        let step = StepForm {
            on: day(on),
            post: Some(Post {
                weekly_lessons: Some(lessons),
                ..Post::of(&posting.terms)
            }),
            ..form(posting, Event::ChangePost)
        };
        take(posting, step).unwrap()
    };
    // Whoever came late held nothing before; a post that was changed on the day he came was never held.
    let draft = posting(1, "2026-06-15", "2027-06-14");
    let late = StepForm {
        on: day("2026-07-15"),
        ..form(&draft, Event::Backfill)
    };
    let late = take(&draft, late).unwrap();
    assert_eq!(late.posts(), [(day("2026-07-15"), Post::of(&late.terms))]);
    let other = change(&late, "2026-07-15", 9);
    assert_eq!(other.posts(), [(day("2026-07-15"), Post::of(&other.terms))]);
    // A post that was typed and changed on the same day was never held.
    let changed = change(
        &change(&change(&active, "2026-11-01", 9), "2027-02-20", 8),
        "2027-02-20",
        7,
    );
    let held: Vec<_> = changed
        .posts()
        .into_iter()
        .map(|(from, post)| (from.to_string(), post.weekly_lessons))
        .collect();
    assert_eq!(
        held,
        [
            ("2026-09-01".to_owned(), Some(14)),
            ("2026-11-01".to_owned(), Some(9)),
            ("2027-02-20".to_owned(), Some(7))
        ]
    );
}

fn posting_without_goals() -> Assignment {
    Assignment {
        goals: Vec::new(),
        ..posting(1, "2026-09-01", "2027-08-31")
    }
}
