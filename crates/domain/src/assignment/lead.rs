//! Which school leads the appraisal of a calendar year (I-3 art. 38, J-7): where he worked more than half of it.
//!
//! Days are counted, not months: 2028 with a posting until 5 July has 187 days at the host school and 179 at home,
//! which whole months would call six and six.

use chrono::{Datelike, NaiveDate};

use super::Assignment;
use crate::school::Side;

/// The days of a calendar year at the two schools of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// Days at the host school.
    pub host_days: u32,
    /// The other days of the year.
    pub sending_days: u32,
    /// The side that leads; nothing when both have just half: a person decides.
    pub side: Option<Side>,
}

/// The lead of a calendar year, by the dates of the posting: also of one that is only planned, but of none that was
/// sent back or that he did not go to.
pub fn of_calendar_year(posting: &Assignment, year: i32) -> Option<Lead> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let from = posting.terms.start_on.max(first);
    let to = posting.terms.last_day().min(last);
    let away: i64 = posting
        .absences()
        .into_iter()
        .map(|(left, back)| days(left.max(from), back.unwrap_or(to).min(to)))
        .sum();
    let host = if posting.state().takes_no_time() {
        0
    } else {
        days(from, to) - away
    };
    let all = i64::from(last.ordinal());
    let side = match (host * 2).cmp(&all) {
        std::cmp::Ordering::Greater => Some(Side::Host),
        std::cmp::Ordering::Less => Some(Side::Sending),
        std::cmp::Ordering::Equal => None,
    };
    Some(Lead {
        host_days: u32::try_from(host).unwrap_or(0),
        sending_days: u32::try_from(all - host).unwrap_or(0),
        side,
    })
}

/// Days from one to the other, both included; 0 when the second is earlier.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    ((to - from).num_days() + 1).max(0)
}
