//! How long a teacher has taught at one school on a day, both days included (B-P.2, 6).
//!
//! Whoever joined on 1 September 2020 has served exactly 6 school years on 31 August 2026. Naive subtraction gives
//! 5 years and 364 days and misses nearly everybody.

use chrono::{Datelike, Days, NaiveDate};

use crate::teacher::{CareerEntry, CareerKind};
use crate::year::SchoolYear;

/// Who joins within so many days of a school year's beginning has served that year.
pub(super) const GRACE_DAYS: u64 = 30;

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TenureCount {
    /// Completed school years: the default.
    SchoolYears,
    /// Years of the calendar, both days included.
    CalendarDays,
}

impl TenureCount {
    /// The count of a code of the parameter `tenure_count`.
    pub fn named(code: Option<&str>) -> Self {
        match code {
            Some("calendar_days") => Self::CalendarDays,
            _ => Self::SchoolYears,
        }
    }

    /// Whole years from `joined` to `day`, both included; 0 when he joined later.
    pub fn years(self, joined: NaiveDate, day: NaiveDate) -> u32 {
        if joined > day {
            return 0;
        }
        let years = match self {
            Self::SchoolYears => school_years(joined, day).unwrap_or(0),
            Self::CalendarDays => calendar_years(joined, day),
        };
        u32::try_from(years).unwrap_or(0)
    }
}

/// Completed school years; nothing for a year out of the calendar.
fn school_years(joined: NaiveDate, day: NaiveDate) -> Option<i32> {
    let year = SchoolYear::of(joined).ok()?;
    let is_in_time = joined < year.first_day() + Days::new(GRACE_DAYS);
    let first = year.first_year() + i32::from(!is_in_time);
    let last = SchoolYear::of(day).ok()?;
    let is_whole = day >= last.last_day();
    let last = last.first_year() - i32::from(!is_whole);
    Some(last - first + 1)
}

/// Years of the calendar up to the end of `day`.
fn calendar_years(joined: NaiveDate, day: NaiveDate) -> i32 {
    let end = day + Days::new(1);
    let is_before = (end.month(), end.day()) < (joined.month(), joined.day());
    end.year() - joined.year() - i32::from(is_before)
}

/// The day from which years count without a break: the day he joined, or the day after the last break.
///
/// Exchange, support and leave do not break continuity unless the policy says so; a transfer does. What began
/// before he joined is no break, nor is an entry for `school` itself. Nothing when a break still lasts on `day`.
pub fn unbroken_since(
    joined: NaiveDate,
    school: &str,
    career: &[CareerEntry],
    breaks: &[CareerKind],
    day: NaiveDate,
) -> Option<NaiveDate> {
    let mut since = joined;
    for entry in career {
        let is_elsewhere = entry.school != school && entry.from > joined && entry.from <= day;
        if !is_elsewhere || !breaks.contains(&entry.kind) {
            continue;
        }
        match entry.to {
            // Within what already counts as broken.
            Some(to) if to < since => {}
            Some(to) if to < day => since = to + Days::new(1),
            _ => return None,
        }
    }
    Some(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// J-2.
    #[test]
    fn six_school_years_are_served_on_the_last_day_of_the_sixth() {
        let on = day("2026-08-31");
        for (joined, school_years, calendar_days) in [
            ("2020-09-01", 6, 6),
            ("2020-08-20", 6, 6),
            ("2020-09-02", 6, 5),
            ("2020-09-30", 6, 5),
            ("2020-10-01", 5, 5),
            ("2020-10-08", 5, 5),
            ("2026-09-01", 0, 0),
        ] {
            assert_eq!(
                TenureCount::SchoolYears.years(day(joined), on),
                school_years,
                "{joined}"
            );
            assert_eq!(
                TenureCount::CalendarDays.years(day(joined), on),
                calendar_days,
                "{joined}"
            );
        }
        // A day earlier the sixth year is not over.
        let eve = day("2026-08-30");
        assert_eq!(TenureCount::SchoolYears.years(day("2020-09-01"), eve), 5);
        assert_eq!(TenureCount::CalendarDays.years(day("2020-09-01"), eve), 5);
    }

    #[test]
    fn a_day_more_never_takes_a_year_away() {
        for count in [TenureCount::SchoolYears, TenureCount::CalendarDays] {
            for ordinal in 0..400_u64 {
                let joined = day("2010-01-01") + Days::new(ordinal * 13);
                let mut on = joined;
                let mut years = count.years(joined, on);
                for _ in 0..60 {
                    on = on + Days::new(31);
                    let later = count.years(joined, on);
                    assert!(later >= years, "{joined} {on} {count:?}");
                    years = later;
                }
            }
        }
    }

    #[test]
    fn a_transfer_breaks_continuity_and_an_exchange_does_not() {
        const HERE: &str = "实验小学";
        let entry = |kind, from: &str, to: Option<&str>| CareerEntry {
            school: "远山小学".to_owned(),
            kind,
            from: day(from),
            to: to.map(day),
            is_rural: true,
        };
        let (joined, on) = (day("2015-09-01"), day("2026-08-31"));
        let exchange = entry(CareerKind::Exchange, "2020-09-01", Some("2021-08-31"));
        let breaks = [CareerKind::Teaching];
        assert_eq!(
            unbroken_since(joined, HERE, std::slice::from_ref(&exchange), &breaks, on),
            Some(joined)
        );
        let away = entry(CareerKind::Teaching, "2020-09-01", Some("2021-08-31"));
        assert_eq!(
            unbroken_since(joined, HERE, &[away], &breaks, on),
            Some(day("2021-09-01"))
        );
        let earlier = entry(CareerKind::Teaching, "2010-09-01", Some("2015-08-31"));
        assert_eq!(
            unbroken_since(joined, HERE, &[earlier], &breaks, on),
            Some(joined)
        );
        let gone = entry(CareerKind::Teaching, "2025-09-01", None);
        assert_eq!(unbroken_since(joined, HERE, &[gone], &breaks, on), None);
        assert_eq!(
            unbroken_since(joined, HERE, &[exchange], &[CareerKind::Exchange], on),
            Some(day("2021-09-01"))
        );
        // He taught here all the time, and left another school after he had joined this one on paper.
        let here = CareerEntry {
            school: HERE.to_owned(),
            ..entry(CareerKind::Teaching, "2015-09-01", None)
        };
        let late = entry(CareerKind::Teaching, "2010-09-01", Some("2015-09-30"));
        assert_eq!(
            unbroken_since(joined, HERE, &[late, here], &breaks, on),
            Some(joined)
        );
    }
}
