//! What hangs on postings, found by its id in whatever year it stands.

use domain::assignment::living::LivingItem;
use domain::feedback::Feedback;
use domain::id::{BenefitId, FeedbackId, LivingId};

use crate::assignment::{self, Posting};
use crate::benefit::BenefitLine;
use crate::failure::Failure;
use crate::session::Session;

/// A living condition; nothing when there is none.
///
/// # Errors
/// When the records cannot be read.
pub fn living(session: &Session, id: LivingId) -> Result<Option<LivingItem>, Failure> {
    Ok(session.ledger.living_item(id)?)
}

/// A benefit with its posting; nothing when there is none.
///
/// # Errors
/// When the records cannot be read.
pub fn benefit(session: &Session, id: BenefitId) -> Result<Option<BenefitLine>, Failure> {
    let Some(benefit) = session.ledger.benefit(id)? else {
        return Ok(None);
    };
    let posting = assignment::get(session, benefit.assignment)?;
    Ok(Some(BenefitLine { benefit, posting }))
}

/// A feedback with its posting; nothing when there is none.
///
/// # Errors
/// When the records cannot be read.
pub fn feedback(session: &Session, id: FeedbackId) -> Result<Option<(Feedback, Posting)>, Failure> {
    let Some(feedback) = session.ledger.feedback_by_id(id)? else {
        return Ok(None);
    };
    let posting = assignment::get(session, feedback.assignment)?;
    Ok(Some((feedback, posting)))
}
