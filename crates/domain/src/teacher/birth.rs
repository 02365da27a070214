//! Birth dates as offices keep them: often only year and month.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// A date of birth whose day may be unknown. An unknown day is never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthDate {
    first: NaiveDate,
    is_day_known: bool,
}

impl BirthDate {
    /// A whole date.
    pub fn day(day: NaiveDate) -> Self {
        Self {
            first: day,
            is_day_known: true,
        }
    }

    /// A year and a month; nothing when there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|first| Self {
            first,
            is_day_known: false,
        })
    }

    /// True when the day is on file.
    pub fn is_day_known(self) -> bool {
        self.is_day_known
    }

    /// The first day it can have been.
    pub fn earliest(self) -> NaiveDate {
        self.first
    }

    /// Whole years completed on `day`, counted from the earliest possible day. For plausibility only:
    /// a rule about age must ask whether the day is known.
    pub fn completed_years_on(self, day: NaiveDate) -> i32 {
        let is_before_birthday = (day.month(), day.day()) < (self.first.month(), self.first.day());
        day.year() - self.first.year() - i32::from(is_before_birthday)
    }

    /// True when both can be the same date.
    pub fn may_equal(self, other: Self) -> bool {
        if self.is_day_known && other.is_day_known {
            return self.first == other.first;
        }
        (self.first.year(), self.first.month()) == (other.first.year(), other.first.month())
    }

    /// 出生年月 as forms print it: `1978.05`.
    pub fn month_on_paper(self) -> String {
        format!("{:04}.{:02}", self.first.year(), self.first.month())
    }
}

impl fmt::Display for BirthDate {
    /// `1978-05-06`, or `1978-05` when the day is unknown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_day_known {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
        }
    }
}

/// The text is not a date of birth.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("日期“{0}”写法不对，请写成 1978-05-06 或 1978-05")]
pub struct InvalidBirthDate(pub String);

impl FromStr for BirthDate {
    type Err = InvalidBirthDate;

    fn from_str(text: &str) -> Result<Self, InvalidBirthDate> {
        let invalid = || InvalidBirthDate(text.to_owned());
        let numbers: Option<Vec<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
        match numbers.ok_or_else(invalid)?.as_slice() {
            [year, month] => i32::try_from(*year)
                .ok()
                .and_then(|year| Self::month(year, *month)),
            [year, month, day] => i32::try_from(*year)
                .ok()
                .and_then(|year| NaiveDate::from_ymd_opt(year, *month, *day))
                .map(Self::day),
            _ => None,
        }
        .ok_or_else(invalid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_date_reads_back_as_it_prints() {
        for text in ["1978-05-06", "1978-05", "2000-02-29"] {
            assert_eq!(text.parse::<BirthDate>().unwrap().to_string(), text);
        }
        for text in ["1978", "1978-13", "1978-02-30", "", "abc", "1978-05-06-07"] {
            assert!(text.parse::<BirthDate>().is_err(), "{text}");
        }
    }
}
