//! Reminders of honours for long work in the countryside (R710). The years are those of a paper on the subject, not of
//! a law: where they apply, the local office says.

use chrono::{Months, NaiveDate};

use crate::assignment::Assignment;
use crate::assignment::months::{Attendance, months_of};
use crate::coded::coded;
use crate::exact::Exact;
use crate::id::SchoolId;
use crate::school::{Area, School};
use crate::teacher::{CareerKind, Teacher};

coded! {
    /// 荣誉证书的级别 (R710).
    HonourLevel {
        /// 县级: 15 years
        County = "county", "县级荣誉证书";
        /// 省级: 25 years
        Province = "province", "省级荣誉证书";
        /// 部级: 30 years
        Ministry = "ministry", "部级荣誉证书";
    }
}

impl HonourLevel {
    /// Years in the countryside that it asks.
    pub fn years(self) -> u32 {
        match self {
            Self::County => 15,
            Self::Province => 25,
            Self::Ministry => 30,
        }
    }
}

/// Who has reached a level, or soon will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HonourReminder {
    /// Which.
    pub level: HonourLevel,
    /// Whole years in the countryside so far.
    pub years: u32,
    /// True when the years are full.
    pub is_reached: bool,
}

/// How far ahead a reminder is given.
const AHEAD_MONTHS: u32 = 12;

/// Whole years in the countryside up to and with a day: what the career says, his own school when it is a country
/// school, and postings to country schools. Each day counts once.
pub fn rural_years(
    teacher: &Teacher,
    home: &School,
    postings: &[Assignment],
    schools: &[School],
    until: NaiveDate,
) -> u32 {
    let is_rural = |id: SchoolId| {
        let school = schools.iter().find(|school| school.id == id);
        school.is_some_and(|school| school.profile.area == Some(Area::Rural))
    };
    let attendances: Vec<Attendance> = postings.iter().map(Attendance::of).collect();
    let stretch =
        |from: NaiveDate, to: NaiveDate| from.iter_days().take_while(move |day| *day <= to);
    let mut days: Vec<NaiveDate> = Vec::new();
    let standing = &teacher.record.standing;
    // While he is posted to a town he is not in the countryside, whatever school he belongs to.
    let is_in_town = |day: &NaiveDate| {
        let away = postings.iter().zip(&attendances);
        let is_posted = away
            .filter(|(posting, _)| !is_rural(posting.host_school))
            .any(|(_, own)| own.tells_of(*day));
        is_posted
            || standing.career.iter().any(|entry| {
                let is_away = matches!(entry.kind, CareerKind::Exchange | CareerKind::Support);
                is_away
                    && !entry.is_rural
                    && *day >= entry.from
                    && entry.to.is_none_or(|to| *day <= to)
            })
    };
    for entry in standing.career.iter().filter(|entry| entry.is_rural) {
        let is_away = matches!(entry.kind, CareerKind::Exchange | CareerKind::Support);
        // Of an exchange that is on file as a posting, the posting tells: a void one does not come back from here.
        let is_told = |day: &NaiveDate| is_away && attendances.iter().any(|one| one.tells_of(*day));
        let to = entry.to.unwrap_or(until).min(until);
        days.extend(stretch(entry.from, to).filter(|day| !is_told(day) && !is_in_town(day)));
    }
    if home.profile.area == Some(Area::Rural)
        && let Some(joined) = teacher.record.joined_school_on
    {
        days.extend(stretch(joined, until).filter(|day| !is_in_town(day)));
    }
    for (posting, own) in postings.iter().zip(&attendances) {
        if is_rural(posting.host_school) {
            days.extend(own.days(until).filter(|day| own.counts(*day)));
        }
    }
    days.sort_unstable();
    days.dedup();
    let years = months_of(days.into_iter()) * Exact::ratio(1, 12);
    years.floored(0).parse().unwrap_or(0)
}

/// The highest level that is reached, and the next one when it will be reached within a year.
pub fn reminders(
    teacher: &Teacher,
    home: &School,
    postings: &[Assignment],
    schools: &[School],
    today: NaiveDate,
) -> Vec<HonourReminder> {
    let years = rural_years(teacher, home, postings, schools, today);
    let soon = today
        .checked_add_months(Months::new(AHEAD_MONTHS))
        .unwrap_or(today);
    let reached = HonourLevel::ALL
        .iter()
        .rev()
        .find(|level| level.years() <= years);
    let next = HonourLevel::ALL.iter().find(|level| level.years() > years);
    // Without a stretch that still goes on, no year is added.
    let by_then = rural_years(teacher, home, postings, schools, soon);
    let next = next.filter(|level| level.years() <= by_then);
    let of = |level: &HonourLevel, is_reached| HonourReminder {
        level: *level,
        years,
        is_reached,
    };
    let reached = reached.map(|level| of(level, true));
    reached
        .into_iter()
        .chain(next.map(|level| of(level, false)))
        .collect()
}

#[cfg(test)]
mod tests;
