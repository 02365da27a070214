//! Exemptions of the session's year: seen, agreed, and renewed every year.

use domain::exemption::{Effect, Exemption};
use domain::id::ExemptionId;
use domain::op::Op;
use domain::policy::Policy;
use domain::teacher::Teacher;
use domain::year::SchoolYear;

use crate::belonging::require_same;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{policy, teacher};

/// An exemption with its teacher and what it does under the policy in force.
#[derive(Debug, Clone)]
pub struct ExemptionLine {
    /// The exemption.
    pub exemption: Exemption,
    /// Whose.
    pub teacher: Teacher,
    /// What it does.
    pub effect: Effect,
}

/// The exemptions of the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<ExemptionLine>, Failure> {
    let policy = policy::in_force(session, session.year())?;
    session
        .ledger
        .exemptions(session.year())?
        .into_iter()
        .map(|exemption| line(session, &policy, exemption))
        .collect()
}

fn line(
    session: &Session,
    policy: &Policy,
    exemption: Exemption,
) -> Result<ExemptionLine, Failure> {
    Ok(ExemptionLine {
        teacher: teacher::get(session, exemption.teacher)?,
        effect: exemption.best_effect(policy),
        exemption,
    })
}

/// Adds an exemption, or corrects the one with this id.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, exemption: Exemption, at: At) -> Result<ExemptionLine, Failure> {
    let who = teacher::get(session, exemption.teacher)?;
    if let Some(known) = session.ledger.exemption(exemption.id)? {
        require_same(
            (known.year, Some(known.teacher)),
            (exemption.year, Some(exemption.teacher)),
        )?;
    }
    let others = session.ledger.exemptions(exemption.year)?;
    let exemption = exemption.judged(who.record.sex, &others, clock::day(at))?;
    let is_known = session.ledger.exemption(exemption.id)?.is_some();
    let op = if is_known {
        Op::UpdateExemption
    } else {
        Op::AddExemption
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if is_known {
            tx.update_exemption(&exemption)
        } else {
            tx.add_exemption(&exemption)
        }
    })?;
    let policy = policy::in_force(session, session.year())?;
    line(session, &policy, exemption)
}

/// Deletes exemptions; all of them or none.
///
/// # Errors
/// When one of them is not there.
pub fn remove(session: &mut Session, ids: &[ExemptionId], at: At) -> Result<(), Failure> {
    session
        .ledger
        .transact(Op::RemoveExemption, at.naive_local(), |tx| {
            for id in ids {
                tx.remove_exemption(*id)?;
            }
            Ok(())
        })
}

/// Takes last year's exemptions into the session's year, without proof and consent; those that are there already
/// are passed over. Answers how many came.
///
/// # Errors
/// When they cannot be written.
pub fn renew(session: &mut Session, at: At) -> Result<usize, Failure> {
    let year = session.year();
    let before = SchoolYear::starting(year.first_year() - 1)?;
    let known = session.ledger.exemptions(year)?;
    let mut renewed = Vec::new();
    for old in session.ledger.exemptions(before)? {
        let is_there = known
            .iter()
            .any(|one| (one.teacher, one.kind) == (old.teacher, old.kind));
        if !is_there {
            let who = teacher::get(session, old.teacher)?;
            let new = old.renewed(clock::new_id(at)?, year, clock::day(at));
            renewed.push(new.judged(who.record.sex, &known, clock::day(at))?);
        }
    }
    if renewed.is_empty() {
        return Ok(0);
    }
    session
        .ledger
        .transact(Op::RenewExemption, at.naive_local(), |tx| {
            for exemption in &renewed {
                tx.add_exemption(exemption)?;
            }
            Ok(renewed.len())
        })
}
