//! What a step asks besides its order: each guard alone, and several at once.

use super::*;
use crate::assignment::example::{
    after, codes, day, form, goal, in_state, other_post, paper, signed, take,
};
use crate::exemption::Consent;
use crate::id::AppraisalId;

/// The codes that a form with one thing changed is refused with.
pub(super) fn refused(
    state: State,
    event: Event,
    change: impl FnOnce(&mut StepForm),
) -> Vec<&'static str> {
    let posting = in_state(state);
    let mut form = form(&posting, event);
    change(&mut form);
    codes(take(&posting, form))
}

#[test]
fn a_letter_needs_goals_that_weigh_a_hundred_and_say_how_they_are_measured() {
    let approved = in_state(State::Approved);
    let sign = |goals: Vec<Goal>| {
        let posting = Assignment {
            goals,
            ..approved.clone()
        };
        codes(take(&posting, form(&posting, Event::SignGoals)))
    };
    let unmeasured = Goal {
        measure: String::new(),
        ..goal(40)
    };
    assert_eq!(sign(Vec::new()), ["GOAL-NONE"]);
    assert_eq!(sign(vec![goal(60), goal(39)]), ["GOAL-SUM"]);
    assert_eq!(sign(vec![goal(60), goal(41)]), ["GOAL-SUM"]);
    assert_eq!(sign(vec![goal(60), unmeasured.clone()]), ["GOAL-MEASURE"]);
    assert_eq!(
        sign(vec![goal(99), unmeasured]),
        ["GOAL-SUM", "GOAL-MEASURE"]
    );
    assert_eq!(sign(vec![goal(100)]), Vec::<&str>::new());
}

#[test]
fn a_letter_needs_three_signatures_and_the_day_of_the_last_one() {
    let sign = |change: fn(&mut StepForm)| refused(State::Approved, Event::SignGoals, change);
    assert_eq!(sign(|form| form.signatures = None), ["STEP-SIGNATURES"]);
    let nobody = |form: &mut StepForm| {
        let signed = form.signatures.as_mut().unwrap();
        signed.host.clear();
        signed.sending = " \u{3000}".to_owned();
    };
    assert_eq!(sign(nobody), ["STEP-SIGNATURES"; 2]);
    assert_eq!(
        sign(|form| form.signatures.as_mut().unwrap().host_on += chrono::TimeDelta::days(1)),
        ["STEP-DATE"],
        "the letter stands from the last signature on"
    );
    assert_eq!(
        sign(|form| {
            form.on = day("2045-06-01");
            form.signatures = Some(signed(form.on));
        }),
        ["STEP-DATE", "STEP-SIGNATURES", "STEP-LATE"],
        "nobody has signed in the future"
    );
}

#[test]
fn a_letter_signed_after_the_start_says_why() {
    let on = |day: NaiveDate, reason: &str| {
        refused(State::Approved, Event::SignGoals, |form| {
            form.on = day;
            form.signatures = Some(signed(day));
            form.reason = reason.to_owned();
        })
    };
    assert_eq!(on(day("2026-09-01"), ""), Vec::<&str>::new());
    assert_eq!(on(day("2026-09-02"), ""), ["STEP-LATE"]);
    assert_eq!(on(day("2026-09-02"), "开学后补签"), Vec::<&str>::new());
}

#[test]
fn who_came_before_the_letter_was_signed_is_registered_on_the_day_he_came() {
    let mut late = form(&in_state(State::Approved), Event::SignGoals);
    late.on = day("2026-09-10");
    late.signatures = Some(signed(late.on));
    late.reason = "开学后补签".to_owned();
    let signed = take(&in_state(State::Approved), late).unwrap();
    let arrive = StepForm::new(Event::Arrive, day("2026-09-01"), "简凝");
    assert_eq!(take(&signed, arrive).unwrap().state(), State::Active);
}

#[test]
fn whoever_comes_a_month_early_or_late_has_another_first_day() {
    for (on, is_fine) in [
        ("2026-08-01", false),
        ("2026-08-02", true),
        ("2026-09-01", true),
        ("2026-10-01", true),
        ("2026-10-02", false),
    ] {
        let codes = refused(State::GoalsSigned, Event::Arrive, |form| form.on = day(on));
        assert_eq!(codes == ["STEP-ARRIVAL"], !is_fine, "{on}: {codes:?}");
        let codes = refused(State::Draft, Event::Backfill, |form| form.on = day(on));
        assert_eq!(codes == ["STEP-ARRIVAL"], !is_fine, "{on}: {codes:?}");
    }
}

#[test]
fn nothing_happens_at_the_host_school_before_the_posting_begins() {
    // He came a week early, so that the order of the steps alone would let it pass.
    let mut early = form(&in_state(State::GoalsSigned), Event::Arrive);
    early.on = day("2026-08-25");
    let active = take(&in_state(State::GoalsSigned), early).unwrap();
    for event in [Event::ChangePost, Event::Suspend, Event::EndEarly] {
        let mut form = form(&active, event);
        form.on = day("2026-08-31");
        assert_eq!(
            codes(take(&active, form)),
            ["STEP-BEFORE-START"],
            "{event:?}"
        );
    }
    assert_eq!(
        refused(State::Approved, Event::RefuseToGo, |form| {
            form.on = day("2026-08-31");
        }),
        ["STEP-BEFORE-START"]
    );
}

#[test]
fn a_step_never_comes_before_the_step_before_it() {
    for (state, event, on) in [
        (State::Submitted, Event::Approve, "2026-06-02"),
        (State::Approved, Event::SignGoals, "2026-07-02"),
        (State::Suspended, Event::EndEarly, "2026-09-20"),
        (State::TermEnd, Event::Complete, "2027-07-11"),
        (State::Completed, Event::Archive, "2027-07-31"),
    ] {
        let codes = refused(state, event, |form| {
            form.on = day(on);
            form.signatures = form.signatures.take().map(|_| signed(day(on)));
            form.approval = form.approval.take().map(|_| paper(on));
        });
        assert_eq!(codes, ["STEP-DATE"], "{state:?} {event:?}");
    }
    assert_eq!(
        refused(State::Suspended, Event::Resume, |form| form.on =
            day("2026-09-21")),
        ["STEP-DATE"],
        "he is back on a later day than he left"
    );
}

#[test]
fn nothing_before_the_start_is_two_years_early_and_no_approval_is_older_than_its_paper() {
    for (on, codes) in [("2024-08-31", vec!["STEP-DATE"]), ("2024-09-01", vec![])] {
        let answer = refused(State::Draft, Event::Submit, |form| form.on = day(on));
        assert_eq!(answer, codes, "{on}");
    }
    let signed_in = |year: &str| {
        refused(State::Approved, Event::SignGoals, |form| {
            let letter = form.signatures.as_mut().unwrap();
            letter.teacher_on = day(&format!("{year}-08-01"));
            letter.host_on = day(&format!("{year}-07-30"));
        })
    };
    assert_eq!(signed_in("1990"), ["STEP-SIGNATURES"; 2]);
    assert_eq!(signed_in("2026"), Vec::<&str>::new());
    for (on, codes) in [
        ("2026-07-04", vec!["STEP-APPROVAL"]),
        ("2026-07-03", vec![]),
    ] {
        let answer = refused(State::Submitted, Event::Approve, |form| {
            form.approval = Some(paper(on));
        });
        assert_eq!(answer, codes, "{on}");
    }
}

#[test]
fn a_new_post_is_another_post_that_can_be() {
    let change = |change: fn(&mut StepForm)| refused(State::Active, Event::ChangePost, change);
    assert_eq!(change(|form| form.post = None), ["STEP-POST"]);
    assert_eq!(
        change(|form| form.post.as_mut().unwrap().weekly_lessons = Some(14)),
        ["STEP-POST"]
    );
    assert_eq!(
        change(|form| form.post.as_mut().unwrap().weekly_lessons = Some(61)),
        ["ASSIGNMENT-LESSONS"]
    );
    let changed = after(in_state(State::Active), &[Event::ChangePost]);
    assert_eq!(changed.terms.weekly_lessons, Some(15));
    assert_eq!(changed.steps.last().unwrap().post_before, {
        Some(Post::of(&in_state(State::Active).terms))
    });
}

#[test]
fn an_absence_is_expected_to_end_after_it_begins() {
    for (until, codes) in [
        ("2026-09-20", vec!["STEP-UNTIL"]),
        ("2026-09-21", vec!["STEP-UNTIL"]),
        ("2026-09-22", vec![]),
    ] {
        let answer = refused(State::Active, Event::Suspend, |form| {
            form.until = Some(day(until));
        });
        assert_eq!(answer, codes, "{until}");
    }
}

#[test]
fn what_has_not_happened_yet_is_not_registered() {
    let posting = in_state(State::Active);
    let today = day("2026-09-15");
    let step = |on: &str, approved: &str| {
        let beside = Beside {
            policy: &p("P1"),
            today,
            others: &[],
            years: &[],
        };
        let form = StepForm {
            reason: "工作需要".to_owned(),
            approval: Some(paper(approved)),
            post: Some(other_post(&posting)),
            ..StepForm::new(Event::ChangePost, day(on), "简凝")
        };
        codes(posting.clone().stepped(form, beside))
    };
    assert_eq!(step("2026-09-15", "2026-09-15"), Vec::<&str>::new());
    assert_eq!(step("2026-09-16", "2026-09-15"), ["STEP-DATE"]);
    assert_eq!(step("2026-09-15", "2026-09-16"), ["STEP-APPROVAL"]);
}

#[test]
fn who_and_why_and_the_paper_have_room_and_are_not_blank() {
    let change = |change: fn(&mut StepForm)| refused(State::Active, Event::EndEarly, change);
    assert_eq!(change(|form| form.by = "\u{3000}".to_owned()), ["STEP-BY"]);
    assert_eq!(change(|form| form.by = "名".repeat(51)), ["STEP-BY"]);
    assert_eq!(
        change(|form| form.reason = "因".repeat(301)),
        ["STEP-REASON"]
    );
    assert_eq!(change(|form| form.reason = " ".to_owned()), ["STEP-REASON"]);
    assert_eq!(
        change(|form| form.approval.as_mut().unwrap().document.clear()),
        ["STEP-APPROVAL"]
    );
    for event in Event::ALL.iter().filter(|event| event.needs_approval()) {
        let from = State::ALL.iter().find(|from| from.after(*event).is_some());
        let codes = refused(*from.unwrap(), *event, |form| form.approval = None);
        assert_eq!(codes, ["STEP-APPROVAL"], "{event:?}");
    }
    for event in Event::ALL.iter().filter(|event| event.needs_reason()) {
        let from = State::ALL.iter().find(|from| from.after(*event).is_some());
        let codes = refused(*from.unwrap(), *event, |form| form.reason.clear());
        assert_eq!(codes, ["STEP-REASON"], "{event:?}");
    }
}

#[test]
fn a_form_with_many_faults_hears_of_all_of_them_at_once() {
    let posting = in_state(State::Approved);
    let wrong = StepForm {
        second: "范舟".to_owned(),
        notice: None,
        approval: Some(Consent {
            document: String::new(),
            on: day("2050-01-01"),
        }),
        ..StepForm::new(Event::RefuseToGo, day("2026-06-01"), "范舟")
    };
    assert_eq!(
        codes(take(&posting, wrong)),
        [
            "STEP-REASON",
            "STEP-APPROVAL",
            "STEP-APPROVAL",
            "STEP-DATE",
            "STEP-BEFORE-START",
            "STEP-NOTICE",
            "STEP-SECOND"
        ]
    );
}

#[test]
fn a_new_post_leaves_room_for_the_other_school() {
    let part_time = |number: u64, host: u64| {
        let mut one = posting(number, "2026-09-01", "2027-08-31");
        one.terms.mode = Mode::PartTime;
        one.host_school = SchoolId::new(host, 1);
        after(one, &example::TO_ACTIVE)
    };
    let (first, second) = (part_time(1, 2), part_time(2, 3));
    let others = [first.clone(), second];
    let to = |mode: Mode| {
        let mut form = form(&first, Event::ChangePost);
        form.post.as_mut().unwrap().mode = mode;
        let beside = Beside {
            policy: &p("P1"),
            today: day("2045-01-01"),
            others: &others,
            years: &[],
        };
        codes(first.clone().stepped(form, beside))
    };
    assert_eq!(to(Mode::FullTime), ["ASSIGNMENT-OVERLAP"]);
    assert_eq!(to(Mode::Flexible), Vec::<&str>::new());
}

#[test]
fn what_was_sent_back_is_not_submitted_again_beside_what_came_instead() {
    let returned = in_state(State::Returned);
    let instead = posting(2, "2026-09-01", "2027-08-31");
    let others = [returned.clone(), instead];
    let beside = Beside {
        policy: &p("P1"),
        today: day("2045-01-01"),
        others: &others,
        years: &[],
    };
    let again = form(&returned, Event::Submit);
    assert_eq!(
        codes(returned.clone().stepped(again.clone(), beside)),
        ["ASSIGNMENT-OVERLAP"]
    );
    assert!(take(&returned, again).is_ok());
}

#[test]
fn a_void_year_does_not_stand_in_the_way_of_what_happened_before_the_decision() {
    let mut void = form(&in_state(State::Active), Event::VoidYear);
    void.on = day("2027-07-20");
    let active = take(&in_state(State::Active), void).unwrap();
    let mut left = form(&active, Event::EndEarly);
    left.on = day("2027-07-15");
    assert!(take(&active, left.clone()).is_ok());
    left.on = day("2026-08-31");
    assert_eq!(
        codes(take(&active, left)),
        ["STEP-DATE", "STEP-BEFORE-START"]
    );
}

#[test]
fn what_an_event_does_not_ask_for_is_not_kept() {
    for state in State::ALL {
        for event in state.events() {
            let posting = in_state(*state);
            let plain = form(&posting, event);
            let mut stuffed = plain.clone();
            let day = day("2026-09-01");
            stuffed.signatures.get_or_insert(signed(day));
            stuffed.post.get_or_insert(Post::of(&posting.terms));
            stuffed.notice.get_or_insert(paper("2026-08-20"));
            stuffed.year.get_or_insert("2026-2027".parse().unwrap());
            stuffed.appraisal.get_or_insert(AppraisalId::new(9, 9));
            if stuffed.second.is_empty() {
                stuffed.second = "人".repeat(1000);
            }
            let asks = [Event::Suspend, Event::Extend, Event::Complete];
            if !asks.contains(&event) {
                stuffed.until = Some(day);
            }
            let kept = take(&posting, stuffed).unwrap();
            assert_eq!(kept.steps.last().unwrap().form, plain, "{event:?}");
        }
    }
}
