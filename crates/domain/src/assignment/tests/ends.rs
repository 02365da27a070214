//! How a posting may end: appraised, extended, finished, broken off, refused or void, and how long it may be.

use super::guards::refused;
use super::*;
use crate::appraisal::grade::Grade;
use crate::assignment::example::{
    after, arrived, codes, day, failed, form, in_state, judged_goals, paper, take, take_under,
    verdict,
};
use crate::id::AppraisalId;

#[test]
fn the_end_is_appraised_in_the_last_three_months() {
    for (on, codes) in [
        ("2027-05-30", vec!["STEP-NOT-YET"]),
        ("2027-05-31", vec![]),
        ("2027-08-31", vec![]),
        ("2027-10-08", vec![]),
    ] {
        let answer = refused(State::Active, Event::ReachEnd, |form| form.on = day(on));
        assert_eq!(answer, codes, "{on}");
    }
}

#[test]
fn an_extension_is_longer_and_rests_on_a_reason_and_a_paper() {
    let extend = |change: fn(&mut StepForm)| refused(State::TermEnd, Event::Extend, change);
    assert_eq!(extend(|form| form.approval = None), ["STEP-APPROVAL"]);
    assert_eq!(extend(|form| form.reason.clear()), ["STEP-REASON"]);
    assert_eq!(extend(|form| form.until = None), ["STEP-UNTIL"]);
    let later: fn(&mut StepForm) = |form| form.approval = Some(paper("2027-08-31"));
    assert_eq!(extend(later), ["STEP-APPROVAL"], "it was not approved yet");
    let stale: fn(&mut StepForm) = |form| form.approval = Some(paper("2026-08-31"));
    assert_eq!(extend(stale), ["STEP-APPROVAL"], "nothing was served yet");
    for (until, expected) in [
        ("2027-08-30", vec!["STEP-UNTIL"]),
        ("2027-08-31", vec!["STEP-UNTIL"]),
        ("2036-08-31", vec![]),
        ("2036-09-01", vec!["ASSIGNMENT-DATES"]),
        ("2160-08-31", vec!["STEP-UNTIL", "ASSIGNMENT-DATES"]),
    ] {
        let codes = refused(State::TermEnd, Event::Extend, |form| {
            form.until = Some(day(until));
        });
        assert_eq!(codes, expected, "{until}");
    }
    let longer = after(in_state(State::TermEnd), &[Event::Extend, Event::GoOn]);
    assert_eq!(longer.terms.planned_end_on, day("2028-08-31"));
    assert_eq!(longer.state(), State::Active);
}

#[test]
fn an_extension_does_not_run_into_another_posting() {
    let ending = in_state(State::TermEnd);
    let next = posting(2, "2027-09-01", "2028-08-31");
    let extend = |others: &[Assignment]| {
        ending.clone().stepped(
            form(&ending, Event::Extend),
            Beside {
                policy: &p("P1"),
                today: day("2045-01-01"),
                others,
                years: &[],
            },
        )
    };
    let others = [ending.clone(), next.clone()];
    let refusals = extend(&others).unwrap_err();
    assert_eq!(codes(extend(&others)), ["ASSIGNMENT-OVERLAP"]);
    assert_eq!(refusals[0].place, "until");
    let of_another = Assignment {
        teacher: TeacherId::new(2, 1),
        ..next
    };
    assert!(extend(&[ending.clone(), of_another]).is_ok());
}

#[test]
fn nobody_goes_home_before_both_schools_have_judged_every_goal() {
    let ending = after(arrived(1, "2026-09-01", "2027-08-31"), &[Event::ReachEnd]);
    let with = |host: [Option<GoalVerdict>; 2], sending: [Option<GoalVerdict>; 2]| {
        let mut posting = ending.clone();
        for (goal, (host, sending)) in posting.goals.iter_mut().zip(host.into_iter().zip(sending)) {
            (goal.host, goal.sending) = (host, sending);
        }
        let form = form(&posting, Event::Complete);
        take(&posting, form)
    };
    let met = verdict(100);
    assert_eq!(codes(with([met, met], [met, met])), Vec::<&str>::new());
    assert_eq!(codes(with([met, met], [met, None])), ["STEP-GOALS"]);
    let refusals = with([met, None], [None, met]).unwrap_err();
    assert!(refusals[0].message.contains("第1项、第2项"), "{refusals:?}");
}

/// A posting under P2b on 异地交流, three years, at its end with goals that came to `achieved`.
fn ending_under_p2b(achieved: u8) -> Assignment {
    let mut draft = posting(1, "2026-09-01", "2029-08-31");
    draft.terms.track = Some(Track::Remote);
    let ending = after(
        draft,
        &[&example::TO_ACTIVE[..], &[Event::ReachEnd]].concat(),
    );
    judged_goals(ending, achieved)
}

#[test]
fn whoever_missed_goals_goes_home_only_with_a_reason_where_the_policy_extends() {
    let unmet = ending_under_p2b(70);
    let complete = |policy: &str, reason: &str| {
        let mut form = form(&unmet, Event::Complete);
        form.reason = reason.to_owned();
        take_under(&p(policy), &unmet, form)
    };
    assert_eq!(codes(complete("P2b", "")), ["STEP-APPRAISAL", "STEP-UNMET"]);
    let words = complete("P2b", "").unwrap_err()[1].message.clone();
    assert!(
        words.starts_with("第1项、第2项工作目标未达成，按R312"),
        "{words}"
    );
    assert!(complete("P2b", "家庭原因，经两校协商").is_ok());
    assert_eq!(
        codes(complete("P1", "")),
        ["STEP-APPRAISAL"],
        "P1 says nothing of it"
    );
    let met = ending_under_p2b(100);
    assert!(take_under(&p("P2b"), &met, form(&met, Event::Complete)).is_ok());
    assert_eq!(met.proposed_extension(&p("P2b")), None);
    assert_eq!(unmet.proposed_extension(&p("P1")), None);
    assert_eq!(
        unmet.proposed_extension(&p("P2b")),
        Some(day("2030-08-31")),
        "twelve months"
    );
}

#[test]
fn nobody_goes_home_unappraised_without_a_reason_and_no_appraised_year_is_cut_off() {
    let ending = in_state(State::TermEnd);
    let beside = |years: &[YearResult], form: StepForm| {
        let beside = Beside {
            policy: &p("P1"),
            today: day("2045-01-01"),
            others: &[],
            years,
        };
        codes(ending.clone().stepped(form, beside))
    };
    let home = form(&ending, Event::Complete);
    let appraised = failed(&ending);
    let unsigned = YearResult {
        grade: None,
        ..appraised
    };
    let reasoned = StepForm {
        reason: "考核表在受援学校，随后补签".to_owned(),
        ..home.clone()
    };
    assert_eq!(beside(&[], home.clone()), ["STEP-APPRAISAL"]);
    assert_eq!(beside(&[unsigned], home.clone()), ["STEP-APPRAISAL"]);
    assert_eq!(beside(&[], reasoned), Vec::<&str>::new());
    assert_eq!(beside(&[appraised], home), Vec::<&str>::new());

    // Two years, of which the second was appraised: neither an early end nor a step taken back loses it.
    let long = arrived(1, "2026-09-01", "2028-08-31");
    let second = YearResult {
        year: "2027-2028".parse().unwrap(),
        ..appraised
    };
    let early = StepForm {
        on: day("2027-06-30"),
        ..form(&long, Event::EndEarly)
    };
    let beside = Beside {
        policy: &p("P1"),
        today: day("2045-01-01"),
        others: &[],
        years: &[second],
    };
    assert_eq!(
        codes(long.clone().stepped(early.clone(), beside)),
        ["STEP-APPRAISED"]
    );
    let late = StepForm {
        on: day("2027-10-30"),
        ..early
    };
    assert!(long.clone().stepped(late, beside).is_ok());
    assert_eq!(codes(long.unstepped(&[], &[second])), ["STEP-APPRAISED"]);
    let longer = after(in_state(State::TermEnd), &[Event::Extend]);
    assert_eq!(codes(longer.unstepped(&[], &[second])), ["STEP-APPRAISED"]);
}

#[test]
fn an_early_end_is_before_the_planned_one() {
    for event in [Event::EndEarly, Event::Recall] {
        let on = |on: &str| refused(State::Active, event, |form| form.on = day(on));
        assert_eq!(on("2027-08-31"), ["STEP-DATE"], "{event:?}");
        assert_eq!(on("2027-08-30"), Vec::<&str>::new(), "{event:?}");
        let ended = after(in_state(State::Active), &[event]);
        assert_eq!(ended.terms.actual_end_on, Some(day("2027-07-01")));
    }
}

#[test]
fn a_refusal_needs_a_notice_and_two_persons() {
    let refuse = |change: fn(&mut StepForm)| refused(State::GoalsSigned, Event::RefuseToGo, change);
    assert_eq!(refuse(|form| form.notice = None), ["STEP-NOTICE"]);
    assert_eq!(
        refuse(|form| form.notice = Some(paper("2026-09-16"))),
        ["STEP-NOTICE"]
    );
    assert_eq!(
        refuse(|form| form.notice.as_mut().unwrap().document.clear()),
        ["STEP-NOTICE"]
    );
    assert_eq!(refuse(|form| form.second.clear()), ["STEP-SECOND"]);
    assert_eq!(
        refuse(|form| form.second = format!(" {} ", form.by)),
        ["STEP-SECOND"],
        "one person is not two"
    );
    assert_eq!(refuse(|form| form.reason.clear()), ["STEP-REASON"]);
}

#[test]
fn service_is_void_only_by_a_signed_unqualified_appraisal_and_a_policy_that_says_so() {
    let done = in_state(State::Completed);
    let void = |event, policy: &str, result: YearResult, appraisal| {
        let mut form = form(&done, event);
        form.appraisal = appraisal;
        let beside = Beside {
            policy: &p(policy),
            today: day("2045-01-01"),
            others: &[],
            years: &[result],
        };
        codes(done.clone().stepped(form, beside))
    };
    let fail = failed(&done);
    for event in [Event::VoidYear, Event::VoidWhole] {
        assert_eq!(
            void(event, "P1", fail, Some(fail.appraisal)),
            Vec::<&str>::new()
        );
        assert_eq!(void(event, "P6", fail, Some(fail.appraisal)), ["STEP-VOID"]);
        assert_eq!(void(event, "P1", fail, None), ["STEP-APPRAISAL"]);
        let unknown = AppraisalId::new(8, 8);
        assert_eq!(void(event, "P1", fail, Some(unknown)), ["STEP-APPRAISAL"]);
        let unsigned = YearResult {
            is_signed: false,
            ..fail
        };
        assert_eq!(
            void(event, "P1", unsigned, Some(fail.appraisal)),
            ["STEP-APPRAISAL"]
        );
        for grade in [
            None,
            Some(Grade::BasicallyQualified),
            Some(Grade::Excellent),
        ] {
            let other = YearResult { grade, ..fail };
            assert_eq!(
                void(event, "P1", other, Some(fail.appraisal)),
                ["STEP-APPRAISAL"]
            );
        }
    }
}

#[test]
fn a_year_becomes_void_by_its_own_appraisal_and_once() {
    let done = in_state(State::Completed);
    for year in [None, Some("2027-2028".parse().unwrap())] {
        let mut form = form(&done, Event::VoidYear);
        form.year = year;
        assert_eq!(codes(take(&done, form)), ["STEP-YEAR"], "{year:?}");
    }
    let void = after(done, &[Event::VoidYear]);
    assert_eq!(
        codes(take(&void, form(&void, Event::VoidYear))),
        ["STEP-YEAR"]
    );
}

#[test]
fn whoever_leaves_long_before_the_end_does_not_complete_his_term() {
    for (until, is_fine) in [
        ("2026-09-01", false),
        ("2027-05-30", false),
        ("2027-05-31", true),
        ("2027-07-05", true),
        ("2027-08-31", true),
        ("2027-09-01", false),
    ] {
        let codes = refused(State::TermEnd, Event::Complete, |form| {
            form.until = Some(day(until));
        });
        assert_eq!(codes == ["STEP-UNTIL"], !is_fine, "{until} {codes:?}");
    }
    let mut early = form(&in_state(State::TermEnd), Event::Complete);
    early.until = Some(day("2027-07-05"));
    let done = take(&in_state(State::TermEnd), early.clone()).unwrap();
    assert_eq!(done.terms.actual_end_on, Some(day("2027-07-05")));
    early.until = Some(day("2027-08-31"));
    let done = take(&in_state(State::TermEnd), early).unwrap();
    assert_eq!(
        done.terms.actual_end_on, None,
        "the planned day is no other"
    );
}
