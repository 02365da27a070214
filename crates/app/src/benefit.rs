//! Benefits of postings: what the policy makes due, what was paid, and the difference.

use domain::benefit::{Benefit, For, Proposal, proposals};
use domain::honour::rural_years;
use domain::id::{AssignmentId, BenefitId};
use domain::op::Op;
use domain::refusal::Refusal;

use crate::assignment::{self, Posting};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{appraisal, policy, school};

/// A benefit with the posting it is for.
#[derive(Debug, Clone)]
pub struct BenefitLine {
    /// The benefit.
    pub benefit: Benefit,
    /// Whose.
    pub posting: Posting,
}

/// The benefits that have a day in the session's year, by teacher.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<BenefitLine>, Failure> {
    let year = session.year();
    let mut lines = Vec::new();
    // By their own days: a posting that was ended early keeps what was paid for it.
    for posting in assignment::list_all(session)? {
        let benefits = session.ledger.benefits_of(posting.assignment.id)?;
        let of_year = benefits
            .into_iter()
            .filter(|one| one.from <= year.last_day() && one.to >= year.first_day());
        lines.extend(of_year.map(|benefit| BenefitLine {
            benefit,
            posting: posting.clone(),
        }));
    }
    Ok(lines)
}

/// What the policy makes due for a posting in the session's year, without what is on file already.
///
/// # Errors
/// When there is no such posting.
pub fn propose(session: &Session, id: AssignmentId, at: At) -> Result<Vec<Proposal>, Failure> {
    let year = session.year();
    let posting = assignment::get(session, id)?;
    let policy = policy::in_force(session, year)?;
    let all = session.ledger.assignments_of_teacher(posting.teacher.id)?;
    let schools = session.ledger.schools()?;
    let until = year.last_day();
    let home = school::home_of(session, &posting.teacher)?;
    let known = session.ledger.benefits_of(id)?;
    let grades = appraisal::outcomes(session, id)?;
    let of_year = grades
        .into_iter()
        .find(|(appraisal, _)| appraisal.year == year);
    let whom = For {
        known: &known,
        grade: of_year.and_then(|(_, grade)| grade),
        posting: &posting.assignment,
        all: &all,
        host: &posting.host_school,
        backbone: &posting.teacher.record.backbone,
        rural_years: rural_years(
            &posting.teacher,
            &home,
            &all,
            &schools,
            posting.assignment.terms.start_on.max(year.first_day()),
        ),
    };
    Ok(proposals(
        &policy,
        whom,
        year,
        until.min(clock::day(at).max(year.first_day())),
    ))
}

/// Keeps what the policy makes due for all postings of the session's year, or of one. Answers how many lines came; a
/// line whose amount the policy leaves open comes without one.
///
/// # Errors
/// When the posting has no day in that year, or they cannot be written.
pub fn accept(session: &mut Session, only: Option<AssignmentId>, at: At) -> Result<usize, Failure> {
    let mut new = Vec::new();
    let postings = match only {
        Some(id) => {
            let posting = assignment::get(session, id)?;
            if !posting.assignment.terms.touches(session.year()) {
                return Err(Refusal::new(
                    "BENEFIT-YEAR",
                    format!(
                        "这条交流安排（{}）不在{}，请换到它所在的学年",
                        posting.assignment.terms.on_paper(),
                        session.year().on_paper()
                    ),
                )
                .into());
            }
            vec![posting]
        }
        None => assignment::list(session, session.year())?,
    };
    for posting in postings {
        let id = posting.assignment.id;
        for proposal in propose(session, id, at)? {
            new.push(Benefit {
                id: clock::new_id(at)?,
                assignment: id,
                kind: proposal.kind,
                from: proposal.from,
                to: proposal.to,
                due: proposal.due,
                basis: proposal.basis,
                paid: None,
                paid_on: None,
                note: String::new(),
            });
        }
    }
    if !new.is_empty() {
        session
            .ledger
            .transact(Op::AddBenefit, at.naive_local(), |tx| {
                new.iter().try_for_each(|one| tx.add_benefit(one))
            })?;
    }
    Ok(new.len())
}

/// Adds a benefit, or corrects the one with this id.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, benefit: Benefit, at: At) -> Result<BenefitLine, Failure> {
    let posting = assignment::get(session, benefit.assignment)?;
    let known = session.ledger.benefit(benefit.id)?;
    if known
        .as_ref()
        .is_some_and(|known| known.assignment != benefit.assignment)
    {
        return Err(Refusal::new("BENEFIT-MOVED", "不能把待遇改到另一条交流安排").into());
    }
    let others = session.ledger.benefits_of(benefit.assignment)?;
    let benefit = benefit.judged(&posting.assignment, &others, clock::day(at))?;
    let op = if known.is_some() {
        Op::UpdateBenefit
    } else {
        Op::AddBenefit
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if known.is_some() {
            tx.update_benefit(&benefit)
        } else {
            tx.add_benefit(&benefit)
        }
    })?;
    Ok(BenefitLine { benefit, posting })
}

/// Deletes benefits; all of them or none.
///
/// # Errors
/// When one of them is not there.
pub fn remove(session: &mut Session, ids: &[BenefitId], at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(Op::RemoveBenefit, at.naive_local(), |tx| {
            ids.iter().try_for_each(|id| tx.remove_benefit(*id))
        })?)
}
