//! Which school leads the appraisal of a calendar year (I-3 art. 38, J-7): where he worked more than half of it.
//!
//! Days are counted, not months: 2028 with a posting until 5 July has 187 days at the host school and 179 at home,
//! which whole months would call six and six.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Assignment;
use super::months::Attendance;
use crate::coded::coded;
use crate::exact::Exact;
use crate::id::SchoolId;

/// The days of a teacher's calendar year by where he was. A day that he shares out among schools is shared out here
/// too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Days at the host school of the posting.
    pub host: Exact,
    /// Days at other host schools.
    pub other: Exact,
    /// The other days of the year.
    pub sending: Exact,
    /// Who leads; nothing when nobody has more than half: a person decides.
    pub leader: Option<Leader>,
}

coded! {
    /// The school that leads.
    Leader {
        /// 受援学校 of the posting.
        Host = "host", "受援学校";
        /// Another host school of the year.
        Other = "other", "另一所受援学校";
        /// 派出学校.
        Sending = "sending", "派出学校";
    }
}

/// The lead of a calendar year beside all postings of the teacher, this one among them: from the arrival on, also of
/// postings that are only planned, but of none that was sent back or that he did not go to.
pub fn of_calendar_year(posting: &Assignment, all: &[Assignment], year: i32) -> Option<Lead> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let attendances: Vec<(SchoolId, Attendance)> = all
        .iter()
        .map(|one| (one.host_school, Attendance::planned(one)))
        .collect();
    // Days of a school that so many schools share, so that whole numbers are added.
    let mut shares: BTreeMap<(SchoolId, i64), i64> = BTreeMap::new();
    let (mut days, mut sending) = (0, 0);
    for day in first.iter_days().take_while(|day| *day <= last) {
        days += 1;
        let there: Vec<SchoolId> = attendances
            .iter()
            .filter(|(_, one)| one.is_there(day))
            .map(|(school, _)| *school)
            .collect();
        let sharing = i64::try_from(there.len()).unwrap_or(i64::MAX);
        for school in &there {
            *shares.entry((*school, sharing)).or_default() += 1;
        }
        sending += i64::from(there.is_empty());
    }
    let mut schools: BTreeMap<SchoolId, Exact> = BTreeMap::new();
    for ((school, sharing), days) in shares {
        let own = schools.entry(school).or_insert_with(Exact::zero);
        *own = own.clone() + Exact::ratio(days, sharing);
    }
    let host = schools
        .remove(&posting.host_school)
        .unwrap_or_else(Exact::zero);
    let half = Exact::ratio(days, 2);
    let sending = Exact::whole(sending);
    let leader = if host > half {
        Some(Leader::Host)
    } else if sending > half {
        Some(Leader::Sending)
    } else {
        let has_half = schools.values().any(|days| *days > half);
        has_half.then_some(Leader::Other)
    };
    Some(Lead {
        host,
        other: schools.into_values().sum(),
        sending,
        leader,
    })
}
