//! Swaps: postings that belong together.

use domain::id::SwapId;
use domain::op::Op;
use domain::swap::Swap;

use crate::assignment::{self, Posting};
use crate::clock::At;
use crate::failure::Failure;
use crate::session::Session;

/// A swap with its postings.
#[derive(Debug, Clone)]
pub struct SwapLine {
    /// The swap.
    pub swap: Swap,
    /// Its postings, in its order.
    pub postings: Vec<Posting>,
    /// What does not fit, though it may be kept.
    pub doubts: Vec<String>,
}

/// All swaps.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<SwapLine>, Failure> {
    let swaps = session.ledger.swaps()?.into_iter();
    swaps.map(|swap| line(session, swap)).collect()
}

fn line(session: &Session, swap: Swap) -> Result<SwapLine, Failure> {
    let members = swap.members.iter();
    let postings: Vec<Posting> = members
        .map(|id| assignment::get(session, *id))
        .collect::<Result<_, _>>()?;
    let assignments: Vec<_> = postings
        .iter()
        .map(|posting| posting.assignment.clone())
        .collect();
    Ok(SwapLine {
        doubts: swap.doubts(&assignments),
        postings,
        swap,
    })
}

/// Adds a swap, or corrects the one with this id.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, swap: Swap, at: At) -> Result<SwapLine, Failure> {
    let postings = session.ledger.assignments()?;
    let others = session.ledger.swaps()?;
    let swap = swap.judged(&postings, &others)?;
    let is_known = others.iter().any(|other| other.id == swap.id);
    session
        .ledger
        .transact(Op::SaveSwap, at.naive_local(), |tx| {
            if is_known {
                tx.update_swap(&swap)
            } else {
                tx.add_swap(&swap)
            }
        })?;
    line(session, swap)
}

/// Deletes a swap; its postings stay.
///
/// # Errors
/// When it is not there.
pub fn remove(session: &mut Session, id: SwapId, at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(Op::RemoveSwap, at.naive_local(), |tx| tx.remove_swap(id))?)
}
