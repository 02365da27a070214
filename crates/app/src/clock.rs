//! The one clock and the one source of chance. Everything below this crate gets both as arguments.

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, Utc};
use domain::id::Id;

use crate::failure::Failure;

/// The time at which one use case happens: read once and handed down, so that all its rows agree.
pub type At = DateTime<FixedOffset>;

/// Now, in China's time.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub fn now() -> At {
    let china = FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| Utc.fix());
    DateTime::<Utc>::from(std::time::SystemTime::now()).with_timezone(&china)
}

/// The calendar day of a time.
pub fn day(at: At) -> NaiveDate {
    at.date_naive()
}

/// A new id.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn new_id<Noun>(at: At) -> Result<Id<Noun>, Failure> {
    let mut chance = [0; 16];
    getrandom::fill(&mut chance)
        .map_err(|error| Failure::broken("CLOCK-CHANCE", format!("系统没有给出随机数：{error}")))?;
    let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Ok(Id::new(milliseconds, u128::from_le_bytes(chance)))
}
