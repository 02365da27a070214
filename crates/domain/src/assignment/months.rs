//! Months of service (J-8): exact, by the calendar, never more than the calendar has.
//!
//! A month that was served from its first day to its last is one; a part of it is the days served by the days it has.
//! On a day on which a teacher serves at several schools each of them has its share of the day, so that the months of
//! split postings never add up to more than the calendar. Days away (中止), void years and void postings do not count.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Assignment, State};
use crate::exact::Exact;
use crate::year::SchoolYear;

/// The service of one posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Months that count, actual.
    pub months: Exact,
    /// Months that count, with the credit of the policy (R311): printed beside the actual ones.
    pub credited: Exact,
    /// By school year, the void ones with zero.
    pub years: Vec<ServedYear>,
    /// True when the whole posting is void.
    pub is_void: bool,
    /// True when some day was shared with another school.
    pub is_shared: bool,
}

/// The service of one posting in one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedYear {
    /// 学年.
    pub year: SchoolYear,
    /// Months that count.
    pub months: Exact,
    /// True when the year is void (R605).
    pub is_void: bool,
}

/// The share of a day: how many of the teacher's postings have it.
type Shares = BTreeMap<(i32, u32, usize), i64>;

/// The service of each of one teacher's postings up to and with `until`, in their order.
///
/// All his postings must be given: a day on which he serves at several schools is shared among them.
pub fn of_teacher(postings: &[Assignment], until: NaiveDate) -> Vec<Served> {
    postings
        .iter()
        .map(|posting| of_posting(posting, postings, until))
        .collect()
}

/// The months of one posting in a school year up to and with `until`, shared with the others of `all`.
pub fn in_year(
    posting: &Assignment,
    all: &[Assignment],
    year: SchoolYear,
    until: NaiveDate,
) -> Exact {
    let served = of_posting(posting, all, until);
    let year = served.years.into_iter().find(|one| one.year == year);
    year.map_or_else(Exact::zero, |year| year.months)
}

fn of_posting(posting: &Assignment, all: &[Assignment], until: NaiveDate) -> Served {
    // The steps are read once, and not for every day.
    let own = Attendance::of(posting);
    let others: Vec<Attendance> = all.iter().map(Attendance::of).collect();
    let mut years: Vec<ServedYear> = Vec::new();
    let mut shares: BTreeMap<SchoolYear, Shares> = BTreeMap::new();
    for day in own.days(until).filter(|day| own.is_there(*day)) {
        let Ok(year) = SchoolYear::of(day) else {
            continue;
        };
        let key = (day.year(), day.month(), sharing(&others, day));
        *shares.entry(year).or_default().entry(key).or_default() += 1;
    }
    let is_shared = shares
        .values()
        .flat_map(Shares::keys)
        .any(|(_, _, sharing)| *sharing > 1);
    let mut months = Exact::zero();
    for (year, shares) in shares {
        let is_void = own.is_void || own.voided.contains(&year);
        let served = if is_void { Exact::zero() } else { sum(&shares) };
        months = months + served.clone();
        years.push(ServedYear {
            year,
            months: served,
            is_void,
        });
    }
    Served {
        credited: months.clone() * posting.terms.credit.exact(),
        months,
        years,
        is_void: own.is_void,
        is_shared,
    }
}

/// Months of a posting up to and with `until` on the days that count and that `admits` admits. A day belongs to each of
/// `all` on which he was there, whatever it came to: what is void or not asked for leaves its part to nobody.
pub fn shared(
    own: &Attendance,
    all: &[Attendance],
    until: NaiveDate,
    admits: impl Fn(NaiveDate) -> bool,
) -> Exact {
    let mut shares = Shares::new();
    for day in own.days(until) {
        if own.counts(day) && admits(day) {
            let key = (day.year(), day.month(), sharing(all, day));
            *shares.entry(key).or_default() += 1;
        }
    }
    sum(&shares)
}

/// How many of his postings have a day.
fn sharing(all: &[Attendance], day: NaiveDate) -> usize {
    all.iter().filter(|one| one.is_there(day)).count().max(1)
}

/// The days on which a posting was served, asked day by day.
#[derive(Debug, Clone)]
pub struct Attendance {
    from: NaiveDate,
    to: NaiveDate,
    has_arrived: bool,
    absences: Vec<(NaiveDate, Option<NaiveDate>)>,
    voided: Vec<SchoolYear>,
    is_void: bool,
}

impl Attendance {
    /// Of a posting as it stands.
    pub fn of(posting: &Assignment) -> Self {
        let state = posting.state();
        Self {
            // Whoever came late has not served the days before.
            from: posting.arrived_on().map_or(posting.terms.start_on, |day| {
                day.max(posting.terms.start_on)
            }),
            to: posting.terms.last_day(),
            has_arrived: state.has_arrived(),
            absences: posting.absences(),
            voided: posting.voided_years(),
            is_void: state == State::Voided,
        }
    }

    /// Of a posting as it is planned: also of one to which he has not come yet, but of none that was sent back or that
    /// he did not go to.
    pub(super) fn planned(posting: &Assignment) -> Self {
        Self {
            has_arrived: !posting.state().takes_no_time(),
            ..Self::of(posting)
        }
    }

    /// The days from the first to the last, or to `until`, whichever comes first; he need not have been there.
    pub fn days(&self, until: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to.min(until);
        self.from.iter_days().take_while(move |day| *day <= to)
    }

    /// True on a day of service that counts: he was there, and neither its year nor the posting is void.
    pub fn counts(&self, day: NaiveDate) -> bool {
        self.is_there(day)
            && !self.is_void
            && !SchoolYear::of(day).is_ok_and(|year| self.voided.contains(&year))
    }

    /// The stretches of days that count, from the first to the last day of the posting as it is planned.
    pub fn stretches(&self) -> Vec<(NaiveDate, NaiveDate)> {
        let mut found: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for day in self.days(self.to).filter(|day| self.counts(*day)) {
            match found.last_mut() {
                Some((_, to)) if to.succ_opt() == Some(day) => *to = day,
                _ => found.push((day, day)),
            }
        }
        found
    }

    /// True on a day of which the posting tells, whether he was there or not: what a career says of the same day says
    /// nothing more, and brings back neither days away nor void ones.
    pub fn tells_of(&self, day: NaiveDate) -> bool {
        self.has_arrived && day >= self.from && day <= self.to
    }

    /// The last day of which the posting tells; nothing when he never came.
    pub fn last_told(&self) -> Option<NaiveDate> {
        (self.has_arrived && self.from <= self.to).then_some(self.to)
    }

    /// True on a day on which he was at the host school, whatever it came to.
    pub(super) fn is_there(&self, day: NaiveDate) -> bool {
        let is_away = |(from, to): &(NaiveDate, Option<NaiveDate>)| {
            day >= *from && to.is_none_or(|to| day <= to)
        };
        self.tells_of(day) && !self.absences.iter().any(is_away)
    }
}

fn sum(shares: &Shares) -> Exact {
    // Days that are the same part of a month are added as whole numbers: thirty years have few kinds of them.
    let mut parts: BTreeMap<i64, i64> = BTreeMap::new();
    for ((year, month, sharing), days) in shares {
        let sharing = i64::try_from(*sharing).unwrap_or(i64::MAX);
        let whole = days_of_month(*year, *month).saturating_mul(sharing);
        *parts.entry(whole).or_default() += days;
    }
    let parts = parts.into_iter();
    parts.map(|(whole, days)| Exact::ratio(days, whole)).sum()
}

/// Months of a set of days that somebody counted: each day once, by the days of its month.
pub fn months_of(days: impl Iterator<Item = NaiveDate>) -> Exact {
    let mut shares = Shares::new();
    // Day after day is mostly the same month: it is looked up once, and not for every day.
    let (mut month, mut run) = ((0, 0, 1), 0);
    for day in days {
        let its = (day.year(), day.month(), 1);
        if its != month {
            *shares.entry(month).or_default() += run;
            (month, run) = (its, 0);
        }
        run += 1;
    }
    *shares.entry(month).or_default() += run;
    sum(&shares)
}

fn days_of_month(year: i32, month: u32) -> i64 {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    let next = if month == 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, month + 1, 1)
    };
    match (first, next) {
        (Some(first), Some(next)) => (next - first).num_days(),
        _ => 31,
    }
}

/// Months as people read them: whole, or with one decimal, never rounded up, so that nothing is promised that was not
/// served: `12`, `10.5`.
pub fn on_paper(months: &Exact) -> String {
    let tenths = months.floored(1);
    tenths.strip_suffix(".0").unwrap_or(&tenths).to_owned()
}

/// Months that are missing, never rounded down: a day that is missing is still missing.
pub fn lacking_on_paper(lacking: &Exact) -> String {
    let cut: Exact = lacking
        .floored(1)
        .parse()
        .unwrap_or_else(|_| lacking.clone());
    let up = if cut < *lacking {
        cut + Exact::ratio(1, 10)
    } else {
        cut
    };
    on_paper(&up)
}
