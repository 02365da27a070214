//! From the approved list to postings: everybody who was approved and has no posting yet gets one.

use chrono::{Days, Months};

use domain::assignment::term::usual_months;
use domain::assignment::{
    Assignment, AssignmentTerms, Beside, Event, Keeping, Mode, PostMode, StepForm,
};
use domain::candidate::Candidate;
use domain::exact::Points;
use domain::op::Op;
use domain::policy::{Key, Policy};
use domain::refusal::Refusal;

use super::{Posting, posting};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{candidate, policy, teacher};

/// Makes a posting of each approved candidate of the session's year who has a school to go to and no posting in that
/// year; it begins with the school year, lasts as long as the policy asks, and stands as approved.
///
/// # Errors
/// Every reason why one of them cannot be made; none is made then.
pub fn send_approved(session: &mut Session, at: At) -> Result<Vec<Posting>, Failure> {
    let year = session.year();
    let policy = policy::in_force(session, year)?;
    let mut new = Vec::new();
    let mut refusals = Vec::new();
    for line in candidate::list(session)? {
        let candidate = line.candidate;
        let others = session.ledger.assignments_of_teacher(candidate.teacher)?;
        // Whoever refused to go, or whose posting was sent back, has one too: it is gone on with, or stays as it is.
        let is_posted = others.iter().any(|other| other.terms.touches(year));
        if candidate.form.approval.is_none() || is_posted {
            continue;
        }
        let name = line.teacher.record.name;
        match one(session, &candidate, &line.authority, &policy, &others, at)? {
            Ok(assignment) => new.push(assignment),
            Err(reasons) => refusals.extend(
                reasons
                    .into_iter()
                    .map(|reason| Refusal::new(reason.code, format!("{name}：{}", reason.message))),
            ),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    if !new.is_empty() {
        session
            .ledger
            .transact(Op::SendApproved, at.naive_local(), |tx| {
                new.iter().try_for_each(|one| tx.add_assignment(one))
            })?;
    }
    new.into_iter().map(|one| posting(session, one)).collect()
}

fn one(
    session: &Session,
    candidate: &Candidate,
    authority: &str,
    policy: &Policy,
    others: &[Assignment],
    at: At,
) -> Result<Result<Assignment, Vec<Refusal>>, Failure> {
    let form = &candidate.form;
    let Some(host_school) = form.to_school else {
        return Ok(Err(vec![Refusal::new(
            "CANDIDATE-SCHOOL",
            "已批准，但没有填写拟去学校",
        )]));
    };
    let start_on = candidate.year.first_day();
    let months = usual_months(policy, form.track);
    let planned_end_on = start_on
        .checked_add_months(Months::new(months))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(candidate.year.last_day());
    let post_mode = policy
        .codes(Key::PostMode, form.track)
        .first()
        .and_then(|code| PostMode::from_code(code));
    let draft = Assignment {
        id: clock::new_id(at)?,
        teacher: candidate.teacher,
        sending_school: session.school().id,
        host_school,
        terms: AssignmentTerms {
            track: form.track,
            mode: Mode::FullTime,
            post_mode: post_mode.unwrap_or(PostMode::Fill),
            subject: teacher::get(session, candidate.teacher)?.record.subject,
            classes: String::new(),
            weekly_lessons: None,
            is_homeroom: None,
            start_on,
            planned_end_on,
            actual_end_on: None,
            credit: Points::whole(1),
        },
        keeping: Keeping::default(),
        goals: Vec::new(),
        steps: Vec::new(),
    };
    let beside = Beside {
        policy,
        today: clock::day(at),
        others,
        years: &[],
    };
    Ok(approved(session, draft, candidate, authority, beside))
}

/// Submitted by the school, approved by the office, on the days that stand with the candidate.
fn approved(
    session: &Session,
    draft: Assignment,
    candidate: &Candidate,
    authority: &str,
    beside: Beside<'_>,
) -> Result<Assignment, Vec<Refusal>> {
    let form = &candidate.form;
    let Some(approval) = &form.approval else {
        return Err(vec![Refusal::new("CANDIDATE-APPROVAL", "还没有批准")]);
    };
    let submitted_on = form
        .recommended_on
        .or(form.applied_on)
        .map_or(approval.on, |day| day.min(approval.on));
    let by = session.school().speaker();
    let authority = if authority.is_empty() {
        "审批机关"
    } else {
        authority
    };
    let authority: String = authority.chars().take(50).collect();
    let approve = StepForm {
        approval: Some(approval.clone()),
        ..StepForm::new(Event::Approve, approval.on, &authority)
    };
    draft
        .judged(beside.others, beside.policy)?
        .stepped(StepForm::new(Event::Submit, submitted_on, &by), beside)?
        .stepped(approve, beside)
}
