//! The course of the practice school's postings, from approval to arrival, with what hangs on them.

use chrono::{Days, NaiveDate};
use domain::assignment::living::{LivingItem, LivingKind};
use domain::assignment::{
    Assignment, Beside, Event, Goal, GoalResult, GoalVerdict, Keeping, Lodging, Signatures,
    StepForm,
};
use domain::benefit::{Benefit, BenefitKind};
use domain::exemption::Consent;
use domain::id::AssignmentId;
use domain::money::Fen;
use domain::op::Op;
use domain::year::SchoolYear;

use super::people::{PracticePerson, SCHOOLS};
use super::scores;
use crate::assignment::{self, Posting};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{benefit, living};

/// Adds a posting that was approved, agreed and begun, with a living condition and, for some, a benefit.
pub(super) fn add(
    session: &mut Session,
    person: &PracticePerson,
    ordinal: usize,
    draft: Assignment,
    at: At,
) -> Result<Posting, Failure> {
    let policy = assignment::policy_of(session, &draft)?;
    let draft = Assignment {
        keeping: Keeping {
            is_post_kept: Some(true),
            is_pay_unchanged: Some(true),
            is_contract_unchanged: Some(true),
            lodging: Some(if ordinal.is_multiple_of(3) {
                Lodging::AtSchool
            } else {
                Lodging::AtHome
            }),
            commute_minutes: u16::try_from(20 + ordinal * 5).ok(),
            distance_km: u16::try_from(8 + ordinal * 3).ok(),
        },
        goals: scores::agreed_goals(person, session.year()),
        ..draft
    };
    // A machine whose clock stands before that summer gets the same practice school.
    let today = clock::day(at).max(session.year().last_day());
    let beside = Beside {
        policy: &policy,
        today,
        others: &[],
        years: &[],
    };
    let mut posting = draft.judged(&[], &policy)?;
    for step in steps(person, ordinal, session.year()) {
        posting = posting.stepped(step, beside)?;
    }
    session
        .ledger
        .transact(Op::AddAssignment, at.naive_local(), |tx| {
            tx.add_assignment(&posting)
        })?;
    let posting = assignment::get(session, posting.id)?;
    if clock::day(at) > session.year().first_day() {
        add_around(session, ordinal, &posting, at)?;
    }
    Ok(posting)
}

fn steps(person: &PracticePerson, ordinal: usize, year: SchoolYear) -> Vec<StepForm> {
    let start = year.first_day();
    let before = |days: u64| start - Days::new(days);
    let principal = |place: usize| SCHOOLS.get(place).map_or("", |school| school.principal);
    let (sending, host) = (principal(person.way.0), principal(person.way.1));
    let signed = before(6);
    vec![
        StepForm::new(Event::Submit, before(80), sending),
        StepForm {
            reason: "省级支教项目，期限一学年".to_owned(),
            approval: Some(Consent {
                document: format!("样教〔{}〕{}号", year.first_year(), 20 + ordinal),
                on: before(44),
            }),
            ..StepForm::new(Event::Approve, before(44), "样例市教育局")
        },
        StepForm {
            signatures: Some(Signatures {
                teacher_on: before(10),
                host: host.to_owned(),
                host_on: before(8),
                sending: sending.to_owned(),
                sending_on: signed,
            }),
            ..StepForm::new(Event::SignGoals, signed, sending)
        },
        StepForm::new(Event::Arrive, start, host),
    ]
}

/// What was settled for him, and what he was paid: one of each third is still open.
fn add_around(
    session: &mut Session,
    ordinal: usize,
    posting: &Posting,
    at: At,
) -> Result<(), Failure> {
    let start = posting.assignment.terms.start_on;
    let raised_on = start;
    let is_closed = !ordinal.is_multiple_of(3) && clock::day(at) > start + Days::new(20);
    let item = LivingItem {
        id: clock::new_id(at)?,
        assignment: posting.assignment.id,
        kind: if ordinal.is_multiple_of(2) {
            LivingKind::Lodging
        } else {
            LivingKind::Transport
        },
        problem: if ordinal.is_multiple_of(2) {
            "需要午休用房一间".to_owned()
        } else {
            "往返两校没有直达班车".to_owned()
        },
        owner: "总务处".to_owned(),
        raised_on,
        due_on: Some(start + Days::new(30)),
        help: if is_closed {
            "已安排".to_owned()
        } else {
            String::new()
        },
        closed_on: is_closed.then(|| start + Days::new(14)),
    };
    living::save(session, item, at)?;
    if ordinal < 6 {
        let paid: u32 = if ordinal.is_multiple_of(2) { 600 } else { 480 };
        add_benefit(session, posting, start, paid, at)?;
    }
    Ok(())
}

/// A quarter's transport, of which some got less than was due.
fn add_benefit(
    session: &mut Session,
    posting: &Posting,
    from: NaiveDate,
    paid: u32,
    at: At,
) -> Result<(), Failure> {
    let to = from + Days::new(90);
    let paid_on = to + Days::new(15);
    let is_paid = paid_on <= clock::day(at);
    let line = Benefit {
        id: clock::new_id(at)?,
        assignment: posting.assignment.id,
        kind: BenefitKind::Transport,
        from,
        to,
        due: Some(Fen::yuan(600)),
        basis: "本市规定200元/月×3个月".to_owned(),
        paid: is_paid.then(|| Fen::yuan(paid)),
        paid_on: is_paid.then_some(paid_on),
        note: String::new(),
    };
    benefit::save(session, line, at)?;
    Ok(())
}

/// Ends a posting whose year both schools have signed: its goals are judged and he has come home. On a machine whose
/// clock stands before that summer he is still there.
pub(super) fn complete(session: &mut Session, id: AssignmentId, at: At) -> Result<(), Failure> {
    let year = session.year();
    let day = |month, day| NaiveDate::from_ymd_opt(year.first_year() + 1, month, day);
    let (Some(judged), Some(back)) = (day(6, 25), day(7, 5)) else {
        return Ok(());
    };
    if clock::day(at) < back {
        return Ok(());
    }
    let posting = assignment::get(session, id)?;
    let met = Some(GoalVerdict {
        result: GoalResult::Met,
        achieved: 100,
    });
    let goals = posting.assignment.goals.into_iter().map(|goal| Goal {
        host: met,
        sending: met,
        ..goal
    });
    assignment::set_goals(session, id, goals.collect(), false, at)?;
    let host = &posting.host_school.principal;
    let sending = &posting.sending_school.principal;
    for step in [
        StepForm::new(Event::ReachEnd, judged, host),
        StepForm::new(Event::Complete, back, sending),
    ] {
        assignment::take_step(session, id, step, at)?;
    }
    Ok(())
}

/// A goal that was agreed, of its text, its measure, its weight and its evidence.
pub(super) fn goal(text: String, measure: &str, target: &str, weight: u8, due: NaiveDate) -> Goal {
    Goal {
        text,
        measure: measure.to_owned(),
        target: target.to_owned(),
        weight,
        due_on: Some(due),
        evidence: "过程材料".to_owned(),
        host: None,
        sending: None,
    }
}
