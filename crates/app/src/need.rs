//! Needs of host schools in the session's year.

use domain::id::{NeedId, SchoolId};
use domain::need::Need;
use domain::op::Op;
use domain::school::School;

use crate::belonging::require_same;
use crate::clock::At;
use crate::failure::Failure;
use crate::school;
use crate::session::Session;

/// A need with its school and how far it is met.
#[derive(Debug, Clone)]
pub struct NeedLine {
    /// The need.
    pub need: Need,
    /// The school that asks.
    pub host_school: School,
    /// Candidates of that subject who are meant for that school.
    pub n_met: u32,
}

/// The needs of the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<NeedLine>, Failure> {
    let meant = meant(session)?;
    session
        .ledger
        .needs(session.year())?
        .into_iter()
        .map(|need| line(session, &meant, need))
        .collect()
}

/// Where the year's candidates are meant to go, and what they teach.
fn meant(session: &Session) -> Result<Vec<(SchoolId, String)>, Failure> {
    let mut meant = Vec::new();
    for candidate in session.ledger.candidates(session.year())? {
        if let Some(to) = candidate.form.to_school
            && let Some(teacher) = session.ledger.teacher(candidate.teacher)?
        {
            meant.push((to, teacher.record.subject));
        }
    }
    Ok(meant)
}

fn line(session: &Session, meant: &[(SchoolId, String)], need: Need) -> Result<NeedLine, Failure> {
    let n_met = meant
        .iter()
        .filter(|(to, subject)| (to, subject) == (&need.host_school, &need.subject))
        .count();
    Ok(NeedLine {
        host_school: school::on_file(session, need.host_school)?,
        need,
        n_met: u32::try_from(n_met).unwrap_or(u32::MAX),
    })
}

/// Adds a need, or corrects the one with this id.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, need: Need, at: At) -> Result<NeedLine, Failure> {
    school::on_file(session, need.host_school)?;
    if let Some(known) = session.ledger.need(need.id)? {
        require_same((known.year, None), (need.year, None))?;
    }
    let others = session.ledger.needs(need.year)?;
    let need = need.judged(session.school().id, &others)?;
    let is_known = session.ledger.need(need.id)?.is_some();
    let op = if is_known {
        Op::UpdateNeed
    } else {
        Op::AddNeed
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if is_known {
            tx.update_need(&need)
        } else {
            tx.add_need(&need)
        }
    })?;
    line(session, &meant(session)?, need)
}

/// Deletes needs; all of them or none.
///
/// # Errors
/// When one of them is not there.
pub fn remove(session: &mut Session, ids: &[NeedId], at: At) -> Result<(), Failure> {
    session
        .ledger
        .transact(Op::RemoveNeed, at.naive_local(), |tx| {
            for id in ids {
                tx.remove_need(*id)?;
            }
            Ok(())
        })
}
