//! What was done to the records, newest first.

use crate::failure::Failure;
use crate::session::Session;

pub use store::LogRow;

/// How many rows are given at once.
const PAGE: u32 = 200;

/// The rows before `before` (or the newest).
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session, before: Option<u64>) -> Result<Vec<LogRow>, Failure> {
    Ok(session.ledger.log(before, PAGE)?)
}
