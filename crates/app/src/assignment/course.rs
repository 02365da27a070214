//! The course of a posting: goals agreed, steps taken and taken back.

use domain::appraisal::State;
use domain::assignment::{Beside, Goal, StepForm, YearResult};
use domain::id::AssignmentId;
use domain::op::Op;
use domain::refusal::Refusal;

use super::{Posting, get, policy_of, posting};
use crate::appraisal;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// Takes a step of a posting.
///
/// # Errors
/// Every reason why it cannot be taken; nothing is half-written.
pub fn take_step(
    session: &mut Session,
    id: AssignmentId,
    form: StepForm,
    at: At,
) -> Result<Posting, Failure> {
    let Posting {
        assignment,
        teacher,
        ..
    } = get(session, id)?;
    let policy = policy_of(session, &assignment)?;
    let others = session.ledger.assignments_of_teacher(assignment.teacher)?;
    let years = year_results(session, id)?;
    let about = format!("{}：{}", teacher.record.name, form.event.word());
    let stepped = assignment.stepped(
        form,
        Beside {
            policy: &policy,
            today: clock::day(at),
            others: &others,
            years: &years,
        },
    )?;
    session
        .ledger
        .transact(Op::TakeStep, at.naive_local(), |tx| {
            tx.set_about(about);
            tx.update_assignment(&stepped)
        })?;
    posting(session, stepped)
}

/// What the years of a posting came to.
pub(super) fn year_results(
    session: &Session,
    id: AssignmentId,
) -> Result<Vec<YearResult>, Failure> {
    let outcomes = appraisal::outcomes(session, id)?;
    Ok(outcomes
        .into_iter()
        .map(|(appraisal, grade)| YearResult {
            appraisal: appraisal.id,
            year: appraisal.year,
            grade,
            is_signed: appraisal.state == State::SendingSigned,
        })
        .collect())
}

/// Takes the last step back; why goes into the log.
///
/// # Errors
/// When there is none, when no reason is given, or when an appraised year would be lost with it.
pub fn take_back(
    session: &mut Session,
    id: AssignmentId,
    reason: &str,
    at: At,
) -> Result<Posting, Failure> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > 300 {
        return Err(Refusal::at("STEP-REASON", "reason", "请写明撤销的理由，最多300个字").into());
    }
    let Posting {
        assignment,
        teacher,
        ..
    } = get(session, id)?;
    let others = session.ledger.assignments_of_teacher(assignment.teacher)?;
    let years = year_results(session, id)?;
    let (assignment, step) = assignment.unstepped(&others, &years)?;
    session
        .ledger
        .transact(Op::TakeBackStep, at.naive_local(), |tx| {
            tx.set_about(format!("{}：{}", teacher.record.name, step.event.word()));
            tx.note("reason", reason);
            tx.update_assignment(&assignment)
        })?;
    posting(session, assignment)
}

/// Sets the goals of a posting, or what the schools say of them.
///
/// # Errors
/// Every reason why they cannot be kept.
pub fn set_goals(
    session: &mut Session,
    id: AssignmentId,
    goals: Vec<Goal>,
    is_draft: bool,
    at: At,
) -> Result<Posting, Failure> {
    let assignment = get(session, id)?.assignment;
    let policy = policy_of(session, &assignment)?;
    let others = session.ledger.assignments_of_teacher(assignment.teacher)?;
    let judged = assignment.with_goals(goals, is_draft, &others, &policy)?;
    session
        .ledger
        .transact(Op::SetGoals, at.naive_local(), |tx| {
            tx.update_assignment(&judged)
        })?;
    posting(session, judged)
}
