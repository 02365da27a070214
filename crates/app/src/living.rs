//! Living conditions of posted teachers: what is to be settled, by whom, and when it was closed.

use domain::assignment::living::LivingItem;
use domain::id::LivingId;
use domain::op::Op;
use domain::refusal::Refusal;

use crate::assignment;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// Adds an item, or corrects or closes the one with this id.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, item: LivingItem, at: At) -> Result<LivingItem, Failure> {
    assignment::get(session, item.assignment)?;
    let known = session.ledger.living_item(item.id)?;
    if known
        .as_ref()
        .is_some_and(|known| known.assignment != item.assignment)
    {
        return Err(Refusal::new("LIVING-MOVED", "不能把生活保障事项改到另一条交流安排").into());
    }
    let item = item.judged(clock::day(at))?;
    let op = if known.is_some() {
        Op::UpdateLiving
    } else {
        Op::AddLiving
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if known.is_some() {
            tx.update_living_item(&item)
        } else {
            tx.add_living_item(&item)
        }
    })?;
    Ok(item)
}

/// Deletes an item.
///
/// # Errors
/// When it is not there.
pub fn remove(session: &mut Session, id: LivingId, at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(Op::RemoveLiving, at.naive_local(), |tx| {
            tx.remove_living_item(id)
        })?)
}
