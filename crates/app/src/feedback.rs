//! The supported school's feedback: recorded, replied to, closed off.

use domain::feedback::Feedback;
use domain::id::FeedbackId;
use domain::op::Op;

use crate::assignment::{self, Posting};
use crate::clock::At;
use crate::failure::Failure;
use crate::session::Session;

/// All feedback on the postings of the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<(Feedback, Posting)>, Failure> {
    let mut all = Vec::new();
    for posting in assignment::list(session, session.year)? {
        for feedback in session.ledger.feedback_of(posting.assignment.id)? {
            all.push((feedback, posting.clone()));
        }
    }
    Ok(all)
}

/// Adds feedback, or corrects the one with this id, its replies and closings included.
///
/// # Errors
/// When it cannot be kept.
pub fn save(
    session: &mut Session,
    feedback: Feedback,
    at: At,
) -> Result<(Feedback, Posting), Failure> {
    let feedback = feedback.judged()?;
    let posting = assignment::get(session, feedback.assignment)?;
    let is_known = session.ledger.feedback_by_id(feedback.id)?.is_some();
    let op = if is_known {
        Op::UpdateFeedback
    } else {
        Op::AddFeedback
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if is_known {
            tx.update_feedback(&feedback)
        } else {
            tx.add_feedback(&feedback)
        }
    })?;
    Ok((feedback, posting))
}

/// Deletes feedback.
///
/// # Errors
/// When there is none.
pub fn remove(session: &mut Session, id: FeedbackId, at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(Op::RemoveFeedback, at.naive_local(), |tx| {
            tx.remove_feedback(id)
        })?)
}
