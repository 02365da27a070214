//! What may still be typed into a posting, by how far it has come.

use super::*;
use crate::assignment::example::{
    after, codes, day, goal, in_state, judged_goals, school, verdict,
};
use crate::policy::{Given, Origin, Value};

/// The codes that an edit of what is on file is refused with, under a policy.
fn edited(policy: &str, known: &Assignment, change: impl Fn(&mut Assignment)) -> Vec<&'static str> {
    let mut typed = known.clone();
    change(&mut typed);
    codes(typed.judged(std::slice::from_ref(known), &p(policy)))
}

#[test]
fn an_approval_fixes_who_goes_where_and_for_how_long() {
    let edits: [fn(&mut Assignment); 6] = [
        |one| one.teacher = TeacherId::new(9, 1),
        |one| one.sending_school = SchoolId::new(9, 1),
        |one| one.host_school = SchoolId::new(9, 1),
        |one| one.terms.track = Some(Track::Support),
        |one| one.terms.start_on = day("2026-09-02"),
        |one| one.terms.planned_end_on = day("2029-05-31"),
    ];
    for state in State::ALL {
        let known = in_state(*state);
        for edit in edits {
            let is_fixed = edited("P1", &known, edit) == ["ASSIGNMENT-APPROVED"];
            let is_free = matches!(state, State::Draft | State::Submitted | State::Returned);
            assert_eq!(is_fixed, !is_free, "{state:?}");
        }
        assert_eq!(
            edited("P1", &known, |_| ()),
            Vec::<&str>::new(),
            "{state:?}"
        );
    }
}

#[test]
fn the_signed_letter_fixes_the_post_and_open_cells_may_still_be_filled_in() {
    let other: fn(&mut Assignment) = |one| one.terms.weekly_lessons = Some(15);
    let approved = edited("P1", &in_state(State::Approved), other);
    assert_eq!(approved, Vec::<&str>::new());
    let signed = edited("P1", &in_state(State::GoalsSigned), other);
    assert_eq!(signed, ["ASSIGNMENT-POST"]);
    let active = in_state(State::Active);
    let edits: [fn(&mut Assignment); 7] = [
        |one| one.terms.mode = Mode::PartTime,
        |one| one.terms.post_mode = PostMode::Shadow,
        |one| one.terms.subject = "语文".to_owned(),
        |one| one.terms.classes.clear(),
        |one| one.terms.weekly_lessons = Some(15),
        |one| one.terms.weekly_lessons = None,
        |one| one.terms.is_homeroom = Some(true),
    ];
    for (number, edit) in edits.into_iter().enumerate() {
        assert_eq!(edited("P1", &active, edit), ["ASSIGNMENT-POST"], "{number}");
    }
    let mut open = active;
    open.terms.subject.clear();
    open.terms.classes.clear();
    open.terms.weekly_lessons = None;
    open.terms.is_homeroom = None;
    let fill: fn(&mut Assignment) = |one| {
        one.terms.subject = "语文".to_owned();
        one.terms.classes = "三(1)班".to_owned();
        one.terms.weekly_lessons = Some(12);
        one.terms.is_homeroom = Some(true);
    };
    assert_eq!(edited("P1", &open, fill), Vec::<&str>::new());
}

#[test]
fn signed_goals_are_frozen() {
    for state in State::ALL {
        let known = in_state(*state);
        let reworded = edited("P1", &known, |one| one.goals[0].text = "别的".to_owned());
        let is_free = matches!(
            state,
            State::Draft | State::Submitted | State::Returned | State::Approved
        );
        assert_eq!(
            reworded == ["GOAL-SIGNED"],
            !is_free,
            "{state:?}: {reworded:?}"
        );
        let added = edited("P1", &known, |one| one.goals.push(goal(1)));
        assert_eq!(added.contains(&"GOAL-SIGNED"), !is_free, "{state:?}");
    }
}

#[test]
fn the_schools_judge_goals_only_while_he_is_under_way() {
    for state in State::ALL {
        let known = in_state(*state);
        let judged = edited("P1", &known, |one| one.goals[0].host = verdict(50));
        let is_free = matches!(
            state,
            State::Active | State::Suspended | State::TermEnd | State::Extended
        );
        assert_eq!(
            judged == ["GOAL-VERDICT"],
            !is_free,
            "{state:?}: {judged:?}"
        );
    }
}

#[test]
fn the_day_he_really_left_comes_from_a_step_and_is_never_typed() {
    for state in [State::Draft, State::Active, State::Terminated] {
        let known = in_state(state);
        let typed = edited("P1", &known, |one| {
            one.terms.actual_end_on = Some(day("2027-06-01"));
        });
        assert_eq!(typed, ["ASSIGNMENT-DATES"], "{state:?}");
    }
    let new = posting(1, "2026-09-01", "2027-08-31");
    let mut typed = new.clone();
    typed.terms.actual_end_on = Some(day("2027-06-01"));
    assert_eq!(codes(typed.judged(&[], &p("P1"))), ["ASSIGNMENT-DATES"]);
    let mut stepped = new;
    stepped.steps = in_state(State::Active).steps;
    let kept = stepped.judged(&[], &p("P1")).unwrap();
    assert!(kept.steps.is_empty(), "steps are not typed either");
}

#[test]
fn months_count_double_only_where_the_policy_says_so() {
    let draft = in_state(State::Draft);
    let credit = |policy: &str, credit: i32| {
        edited(policy, &draft, |one| {
            one.terms.credit = Points::from_hundredths(credit);
        })
    };
    assert_eq!(credit("P10", 200), Vec::<&str>::new());
    assert_eq!(credit("P10", 100), Vec::<&str>::new(), "one is always fine");
    assert_eq!(credit("P10", 150), ["ASSIGNMENT-CREDIT"]);
    assert_eq!(credit("P3", 200), ["ASSIGNMENT-CREDIT"]);
    assert_eq!(credit("P10", 0), ["ASSIGNMENT-CREDIT"]);
}

#[test]
fn full_time_is_beside_nothing_and_part_time_is_at_another_school() {
    let beside = |own: Mode, other: Mode, host: u64| {
        let mut first = posting(1, "2026-09-01", "2027-08-31");
        first.terms.mode = other;
        let mut second = posting(2, "2027-08-31", "2028-08-31");
        second.terms.mode = own;
        second.host_school = SchoolId::new(host, 1);
        codes(second.judged(&[first], &p("P1")))
    };
    for own in Mode::ALL {
        for other in Mode::ALL {
            let is_full = [own, other].contains(&&Mode::FullTime);
            let codes = beside(*own, *other, 3);
            assert_eq!(
                codes == ["ASSIGNMENT-OVERLAP"],
                is_full,
                "{own:?} {other:?}"
            );
            let twice = beside(*own, *other, 2);
            assert_eq!(twice, ["ASSIGNMENT-OVERLAP"], "twice at one school");
        }
    }
}

#[test]
fn what_was_sent_back_or_refused_takes_no_time_and_what_ended_early_only_its_own() {
    let mut second = posting(2, "2027-01-01", "2027-12-31");
    for state in State::ALL {
        let first = in_state(*state);
        let is_free = matches!(state, State::Returned | State::Refused);
        let codes = codes(second.clone().judged(&[first], &p("P1")));
        assert_eq!(codes.is_empty(), is_free, "{state:?} {codes:?}");
    }
    second.terms.start_on = day("2027-07-02");
    let ended = in_state(State::Terminated);
    assert!(second.judged(&[ended], &p("P1")).is_ok());
}

#[test]
fn a_goal_as_it_is_typed_has_a_text_a_weight_and_a_verdict_that_fits() {
    let active = judged_goals(in_state(State::Active), 100);
    for (result, achieved, is_fine) in [
        (GoalResult::Met, 100, true),
        (GoalResult::Met, 99, false),
        (GoalResult::Partly, 100, false),
        (GoalResult::Partly, 60, true),
        (GoalResult::Missed, 0, true),
        (GoalResult::Missed, 101, false),
    ] {
        let codes = edited("P1", &active, |one| {
            one.goals[0].sending = Some(GoalVerdict { result, achieved });
        });
        assert_eq!(codes.is_empty(), is_fine, "{result:?} {achieved} {codes:?}");
    }
    let draft = in_state(State::Draft);
    assert_eq!(
        edited("P1", &draft, |one| one.goals[1].weight = 0),
        ["GOAL-WEIGHT"]
    );
    assert_eq!(
        edited("P1", &draft, |one| one.goals[1].weight = 20),
        Vec::<&str>::new(),
        "half a list can be kept"
    );
    assert_eq!(
        edited("P1", &draft, |one| one.goals[1].text = " ".to_owned()),
        ["GOAL-TEXT"]
    );
    assert_eq!(
        edited("P1", &draft, |one| one.goals[1].evidence = "证".repeat(101)),
        ["GOAL-LENGTH"]
    );
    assert_eq!(
        edited("P1", &draft, |one| one.goals = vec![goal(1); 13]),
        ["GOAL-COUNT"]
    );
}

#[test]
fn care_is_typed_at_any_time_and_a_promise_that_is_not_confirmed_is_shown() {
    for state in State::ALL {
        let known = in_state(*state);
        let kept = edited("P1", &known, |one| {
            one.keeping.is_post_kept = Some(true);
            one.keeping.lodging = Some(Lodging::AtSchool);
            one.keeping.commute_minutes = Some(600);
        });
        assert!(kept.is_empty(), "{state:?}");
    }
    let far = edited("P1", &in_state(State::Draft), |one| {
        one.keeping.commute_minutes = Some(601);
        one.keeping.distance_km = Some(3001);
    });
    assert_eq!(far, ["ASSIGNMENT-COMMUTE"; 2]);
    let mut keeping = Keeping::default();
    assert_eq!(
        keeping.doubts(&p("P6"), Some(Track::Rotation)),
        [
            "工资关系不变（R317）尚未确认",
            "聘用合同不变（R317）尚未确认"
        ]
    );
    (keeping.is_pay_unchanged, keeping.is_contract_unchanged) = (Some(false), Some(true));
    assert_eq!(
        keeping.doubts(&p("P6"), Some(Track::Rotation)),
        ["工资关系不变（R317）没有做到"]
    );
    assert!(keeping.doubts(&p("P3"), None).is_empty());
}

#[test]
fn goals_that_are_added_after_a_backfill_are_added_whole() {
    let draft = Assignment {
        goals: Vec::new(),
        ..posting(1, "2026-09-01", "2027-08-31")
    };
    let there = after(draft, &[Event::Backfill]);
    let add = |goals: Vec<Goal>| edited("P1", &there, |one| one.goals.clone_from(&goals));
    assert_eq!(add(vec![goal(60)]), ["GOAL-SUM"]);
    let unmeasured = Goal {
        measure: String::new(),
        ..goal(100)
    };
    assert_eq!(add(vec![unmeasured]), ["GOAL-MEASURE"]);
    assert_eq!(add(vec![goal(100)]), Vec::<&str>::new());
    // Nobody signed them: they are put right until a school has judged one.
    let with = |goals: Vec<Goal>| Assignment {
        goals,
        ..there.clone()
    };
    let reworded: fn(&mut Assignment) = |one| one.goals[0].text = "开设两节公开课".to_owned();
    assert_eq!(
        edited("P1", &with(vec![goal(100)]), reworded),
        Vec::<&str>::new()
    );
    let judged = judged_goals(with(vec![goal(100)]), 100);
    let late = edited("P1", &judged, reworded);
    assert_eq!(late, ["GOAL-SIGNED"]);
    let done = after(there, &[Event::ReachEnd, Event::Complete]);
    let late = edited("P1", &done, |one| one.goals = vec![goal(100)]);
    assert_eq!(late, ["GOAL-SIGNED"], "nobody could judge them any more");
}

#[test]
fn goals_are_kept_ready_to_be_signed_or_as_a_draft_that_says_so() {
    let approved = Assignment {
        goals: Vec::new(),
        ..in_state(State::Approved)
    };
    let keep = |posting: &Assignment, goals: Vec<Goal>, is_draft: bool| {
        let others = std::slice::from_ref(posting);
        posting
            .clone()
            .with_goals(goals, is_draft, others, &p("P1"))
    };
    let unmeasured = Goal {
        measure: String::new(),
        ..goal(39)
    };
    let half = vec![goal(60), unmeasured];
    assert_eq!(
        codes(keep(&approved, half.clone(), false)),
        ["GOAL-SUM", "GOAL-MEASURE"]
    );
    // What no draft can hold is told beside them.
    let wordless = Goal {
        text: String::new(),
        ..goal(39)
    };
    let both = codes(keep(&approved, vec![goal(60), wordless.clone()], false));
    assert_eq!(both, ["GOAL-SUM", "GOAL-TEXT"]);
    let draft = codes(keep(&approved, vec![goal(60), wordless], true));
    assert_eq!(draft, ["GOAL-TEXT"]);
    let drafted = keep(&approved, half, true).unwrap();
    let said = doubts_under("P1", &drafted);
    assert!(
        said.iter()
            .any(|one| one.contains("草稿：各项目标的权重合计为99")),
        "{said:?}"
    );
    // An emptied list is none to be agreed.
    assert!(keep(&drafted, Vec::new(), false).is_ok());
    let whole = keep(&drafted, vec![goal(60), goal(40)], false).unwrap();
    let said = doubts_under("P1", &whole);
    assert!(!said.iter().any(|one| one.contains("草稿")), "{said:?}");
}

#[test]
fn verdicts_that_outlived_their_arrival_can_be_cleared_where_goals_are_agreed() {
    let judged = judged_goals(in_state(State::Active), 100);
    let (signed, _) = judged.unstepped(&[], &[]).unwrap();
    let (approved, _) = signed.clone().unstepped(&[], &[]).unwrap();
    let clear: fn(&mut Assignment) = |one| {
        for goal in &mut one.goals {
            (goal.host, goal.sending) = (None, None);
        }
    };
    assert_eq!(edited("P1", &signed, clear), ["GOAL-VERDICT"]);
    assert_eq!(edited("P1", &approved, clear), Vec::<&str>::new());
    assert_eq!(
        edited("P1", &approved, |one| one.goals[0].host = verdict(50)),
        ["GOAL-VERDICT"]
    );
}

#[test]
fn a_verdict_never_sticks_to_another_goal() {
    let judged = judged_goals(in_state(State::Active), 100);
    let (signed, _) = judged.unstepped(&[], &[]).unwrap();
    let (approved, _) = signed.unstepped(&[], &[]).unwrap();
    let mut other = approved.clone();
    other.goals[0].text = "换成另一项目标".to_owned();
    let kept = other
        .judged(std::slice::from_ref(&approved), &p("P1"))
        .unwrap();
    assert!(!kept.goals[0].is_judged(), "nobody has judged this goal");
    assert_eq!(
        kept.goals[1], approved.goals[1],
        "the other one is as it was"
    );
    let doubts = |posting: &Assignment| doubts_under("P1", posting);
    let missed = judged_goals(in_state(State::Active), 0);
    assert!(doubts(&missed).iter().any(|one| one.contains("未达成")));
    let (before, _) = missed.unstepped(&[], &[]).unwrap();
    let said = doubts(&before);
    assert!(!said.iter().any(|one| one.contains("未达成")), "{said:?}");
}

fn doubts_under(policy: &str, posting: &Assignment) -> Vec<String> {
    doubts_by(&p(policy), posting)
}

fn doubts_by(policy: &Policy, posting: &Assignment) -> Vec<String> {
    posting.doubts(Around {
        policy,
        today: day("2026-10-01"),
        host: &school(2),
        living: &[],
        is_in_swap: false,
    })
}

/// R606.
#[test]
fn whoever_does_not_go_without_cause_fails_the_year_where_the_policy_says_so() {
    let refused = in_state(State::Refused);
    let said = doubts_under("P1", &refused);
    assert!(
        said[0].contains("考核为不合格（R606），请核定2026—2027学年"),
        "{said:?}"
    );
    assert_eq!(doubts_under("P2b", &refused), Vec::<String>::new());
    // A school that sets it itself is told that it did.
    let mut own = p("P2b");
    own.given.push(Given {
        origin: Origin::School,
        ..Given::new(Key::FailOnUnexcusedRefusal, Value::Flag(true), "", "")
    });
    let said = doubts_by(&own, &refused);
    assert!(said[0].contains("（本校制度）"), "{said:?}");
    assert_eq!(
        doubts_under("P1", &in_state(State::Returned)),
        Vec::<String>::new()
    );
}

#[test]
fn nobody_is_sent_for_more_than_ten_years() {
    let draft = in_state(State::Draft);
    let until = |end: &str| edited("P1", &draft, |one| one.terms.planned_end_on = day(end));
    assert_eq!(until("2036-08-31"), Vec::<&str>::new());
    assert_eq!(until("2036-09-01"), ["ASSIGNMENT-DATES"]);
    assert_eq!(until("2099-12-31"), ["ASSIGNMENT-DATES"]);
}

#[test]
fn what_an_approval_fixed_is_not_asked_again_when_the_policy_changes() {
    let mut draft = posting(1, "2026-09-01", "2027-08-31");
    draft.terms.credit = Points::whole(2);
    let approved = after(draft, &[Event::Submit, Event::Approve]);
    let keep: fn(&mut Assignment) = |one| one.keeping.is_post_kept = Some(true);
    assert_eq!(edited("P3", &approved, keep), Vec::<&str>::new());
}

#[test]
fn service_is_not_deleted() {
    for state in State::ALL {
        let answer = codes(in_state(*state).judge_removal());
        let expected: &[&str] = if state.has_arrived() {
            &["ASSIGNMENT-SERVED"]
        } else {
            &[]
        };
        assert_eq!(answer, expected, "{state:?}");
    }
}
