//! Postings for tests, moved by real steps: every state is reached as a school reaches it.

use chrono::{Days, NaiveDate};

use super::*;
use crate::appraisal::grade::Grade;
use crate::exemption::Consent;
use crate::id::AppraisalId;
use crate::policy::preset;
use crate::school::{School, SchoolProfile, Stage};

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A preset.
pub(crate) fn p(code: &str) -> Policy {
    preset::find(code).unwrap()
}

/// A paper of a day.
pub(crate) fn paper(on: &str) -> Consent {
    Consent {
        document: "教人〔2026〕30号".to_owned(),
        on: day(on),
    }
}

/// A school of which nothing but its name is known; number 1 is mine.
pub(crate) fn school(number: u64) -> School {
    School {
        id: SchoolId::new(number, 1),
        name: "样例小学".to_owned(),
        short_name: String::new(),
        stage: Stage::Primary,
        principal: String::new(),
        is_mine: number == 1,
        profile: SchoolProfile::default(),
    }
}

/// A full-time posting that is only typed: from school 1 to school 2, with two goals.
pub(crate) fn posting(number: u64, start: &str, end: &str) -> Assignment {
    Assignment {
        id: AssignmentId::new(number, 1),
        teacher: TeacherId::new(1, 1),
        sending_school: SchoolId::new(1, 1),
        host_school: SchoolId::new(2, 1),
        keeping: Keeping::default(),
        goals: vec![goal(60), goal(40)],
        steps: Vec::new(),
        terms: AssignmentTerms {
            track: None,
            credit: Points::whole(1),
            mode: Mode::FullTime,
            post_mode: PostMode::Fill,
            subject: "数学".to_owned(),
            classes: "四(2)班".to_owned(),
            weekly_lessons: Some(14),
            is_homeroom: Some(false),
            start_on: day(start),
            planned_end_on: day(end),
            actual_end_on: None,
        },
    }
}

/// A goal that can be signed.
pub(crate) fn goal(weight: u8) -> Goal {
    Goal {
        text: "开设公开课".to_owned(),
        measure: "每学期两节，听课记录齐全".to_owned(),
        target: "4节".to_owned(),
        weight,
        due_on: None,
        evidence: "听课记录".to_owned(),
        host: None,
        sending: None,
    }
}

/// A verdict of a per cent: 100 is met, 0 is missed, anything between is partly met.
pub(crate) fn verdict(achieved: u8) -> Option<GoalVerdict> {
    let result = match achieved {
        100 => GoalResult::Met,
        0 => GoalResult::Missed,
        _ => GoalResult::Partly,
    };
    Some(GoalVerdict { result, achieved })
}

/// The appraisal of the first year of the posting, signed by both schools: 不合格.
pub(crate) fn failed(posting: &Assignment) -> YearResult {
    YearResult {
        appraisal: AppraisalId::new(7, 7),
        year: SchoolYear::of(posting.terms.start_on).unwrap(),
        grade: Some(Grade::Unqualified),
        is_signed: true,
    }
}

/// Takes a step long after everything, under P1, beside nothing but the failed year.
pub(crate) fn take(posting: &Assignment, form: StepForm) -> Result<Assignment, Vec<Refusal>> {
    take_under(&p("P1"), posting, form)
}

/// The same under another policy.
pub(crate) fn take_under(
    policy: &Policy,
    posting: &Assignment,
    form: StepForm,
) -> Result<Assignment, Vec<Refusal>> {
    let beside = Beside {
        policy,
        today: day("2045-01-01"),
        others: std::slice::from_ref(posting),
        years: &[failed(posting)],
    };
    posting.clone().stepped(form, beside)
}

/// A form on which nothing is missing, on a day on which the event can be.
pub(crate) fn form(posting: &Assignment, event: Event) -> StepForm {
    let (start, end) = (posting.terms.start_on, posting.terms.planned_end_on);
    let on = match event {
        Event::Submit | Event::SendBack => start - Days::new(90),
        Event::Approve => start - Days::new(60),
        Event::SignGoals => start - Days::new(30),
        Event::Arrive | Event::Backfill => start,
        Event::ChangePost => start + Days::new(10),
        Event::Suspend => start + Days::new(20),
        Event::Resume => start + Days::new(30),
        Event::RefuseToGo => start + Days::new(14),
        Event::EndEarly | Event::Recall => end - Days::new(61),
        Event::ReachEnd => end - Days::new(50),
        Event::Extend => end - Days::new(40),
        Event::Complete => end - Days::new(30),
        Event::GoOn => end - Days::new(20),
        Event::VoidYear | Event::VoidWhole => end - Days::new(10),
        Event::Archive => end,
    };
    // No step comes before the last one, and a return from an absence comes after it.
    let last = posting.steps.last().map(|step| step.form.on);
    let on = match last {
        Some(last) if last >= on => last + Days::new(u64::from(event == Event::Resume)),
        _ => on,
    };
    let failed = failed(posting);
    // Only the first year is appraised: whoever goes home later says why.
    let is_unappraised = event == Event::Complete && SchoolYear::of(end).unwrap() != failed.year;
    let is_void = matches!(event, Event::VoidYear | Event::VoidWhole);
    StepForm {
        reason: if event.needs_reason() || is_unappraised {
            "工作需要".to_owned()
        } else {
            String::new()
        },
        approval: event.needs_approval().then(|| Consent {
            document: "教人〔2026〕30号".to_owned(),
            on,
        }),
        signatures: (event == Event::SignGoals).then(|| signed(on)),
        until: (event == Event::Extend).then(|| end + Days::new(366)),
        post: (event == Event::ChangePost).then(|| other_post(posting)),
        notice: (event == Event::RefuseToGo).then(|| paper("2026-08-20")),
        second: if event == Event::RefuseToGo {
            "范舟".to_owned()
        } else {
            String::new()
        },
        appraisal: is_void.then_some(failed.appraisal),
        year: (event == Event::VoidYear).then_some(failed.year),
        ..StepForm::new(event, on, "教育局人事股")
    }
}

/// The letter, signed by all three on one day.
pub(crate) fn signed(on: NaiveDate) -> Signatures {
    Signatures {
        teacher_on: on,
        host: "简凝".to_owned(),
        host_on: on,
        sending: "邵然".to_owned(),
        sending_on: on,
    }
}

/// One lesson more than now.
pub(crate) fn other_post(posting: &Assignment) -> Post {
    Post {
        weekly_lessons: posting.terms.weekly_lessons.map(|lessons| lessons + 1),
        ..Post::of(&posting.terms)
    }
}

/// The posting after some events; both schools find every goal met before its end.
pub(crate) fn after(mut posting: Assignment, events: &[Event]) -> Assignment {
    for event in events {
        if *event == Event::Complete {
            posting = judged_goals(posting, 100);
        }
        let form = form(&posting, *event);
        posting = take(&posting, form).unwrap_or_else(|refusals| panic!("{event:?}: {refusals:?}"));
    }
    posting
}

/// Both schools say the same of every goal.
pub(crate) fn judged_goals(mut posting: Assignment, achieved: u8) -> Assignment {
    let known = posting.clone();
    for goal in &mut posting.goals {
        (goal.host, goal.sending) = (verdict(achieved), verdict(achieved));
    }
    posting.judged(&[known], &p("P1")).unwrap()
}

/// What leads from a posting that is only typed to a teacher at the host school.
pub(crate) const TO_ACTIVE: [Event; 4] = [
    Event::Submit,
    Event::Approve,
    Event::SignGoals,
    Event::Arrive,
];

/// A posting on which the teacher has come.
pub(crate) fn arrived(number: u64, start: &str, end: &str) -> Assignment {
    after(posting(number, start, end), &TO_ACTIVE)
}

/// The steps by which a state is reached.
pub(crate) fn way_to(state: State) -> Vec<Event> {
    use Event::{Approve, Archive, Complete, EndEarly, Extend, ReachEnd, RefuseToGo};
    let on = |events: &[Event]| [&TO_ACTIVE, events].concat();
    match state {
        State::Draft => Vec::new(),
        State::Submitted => vec![Event::Submit],
        State::Returned => vec![Event::Submit, Event::SendBack],
        State::Approved => vec![Event::Submit, Approve],
        State::GoalsSigned => vec![Event::Submit, Approve, Event::SignGoals],
        State::Active => on(&[]),
        State::Suspended => on(&[Event::Suspend]),
        State::TermEnd => on(&[ReachEnd]),
        State::Extended => on(&[ReachEnd, Extend]),
        State::Completed => on(&[ReachEnd, Complete]),
        State::Terminated => on(&[EndEarly]),
        State::Voided => on(&[ReachEnd, Complete, Event::VoidWhole]),
        State::Refused => vec![Event::Submit, Approve, RefuseToGo],
        State::Archived => on(&[ReachEnd, Complete, Archive]),
    }
}

/// A posting of one school year in a state; at the end of the term its goals are judged.
pub(crate) fn in_state(state: State) -> Assignment {
    let posting = after(posting(1, "2026-09-01", "2027-08-31"), &way_to(state));
    if state == State::TermEnd {
        judged_goals(posting, 100)
    } else {
        posting
    }
}

/// Up to three postings that may be at the same time, with absences, early ends and void years.
pub(crate) fn some_postings(chance: &mut Chance) -> Vec<Assignment> {
    let first = day("2024-02-20");
    let mut postings: Vec<Assignment> = Vec::new();
    for number in 1..=1 + chance.below(3) {
        let start = first + chrono::Days::new(chance.below(1500));
        let end = start + chrono::Days::new(366 + chance.below(700));
        let mut one = posting(number, &start.to_string(), &end.to_string());
        one.host_school = SchoolId::new(10 + number, 1);
        one.terms.mode = Mode::PartTime;
        one = after(one, &TO_ACTIVE);
        if chance.below(2) == 0 {
            one = after(one, &[Event::Suspend]);
        }
        if one.state() == State::Suspended && chance.below(2) == 0 {
            let mut back = form(&one, Event::Resume);
            back.on = back.on + chrono::Days::new(chance.below(60));
            one = take(&one, back).unwrap();
        }
        match (one.state(), chance.below(3)) {
            (_, 0) => one = after(one, &[Event::EndEarly]),
            (State::Active, 1) => {
                one = after(judged_goals(one, 100), &[Event::ReachEnd, Event::Complete]);
            }
            _ => {}
        }
        postings.push(one);
    }
    postings
}

/// The codes of what was refused, in their order.
pub(crate) fn codes<T>(answer: Result<T, Vec<Refusal>>) -> Vec<&'static str> {
    match answer {
        Ok(_) => Vec::new(),
        Err(refusals) => refusals.iter().map(|refusal| refusal.code).collect(),
    }
}

/// Numbers that look like chance and come again with the same seed (xorshift64*).
pub(crate) struct Chance(u64);

impl Chance {
    /// The numbers of a purpose, the same in every run.
    pub(crate) fn new(purpose: &str) -> Self {
        let seed = purpose.bytes().fold(20_260_901_u64, |seed, byte| {
            seed.wrapping_mul(31).wrapping_add(u64::from(byte))
        });
        Self(seed | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % limit
    }

    /// One of several.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}
