//! School years (1 September to 31 August) and their two terms.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::coded::Coded;

/// A school year, named by the calendar year it begins in: `2026-2027`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// The school year that begins on 1 September of `year` (1950 to 2150).
    ///
    /// # Errors
    /// When the year is out of that range.
    pub fn starting(year: i32) -> Result<Self, InvalidSchoolYear> {
        if (1950..=2150).contains(&year) {
            Ok(Self(year))
        } else {
            Err(InvalidSchoolYear(year.to_string()))
        }
    }

    /// The school year that a day falls in.
    ///
    /// # Errors
    /// When the day is before 1950 or after 2150.
    pub fn of(day: NaiveDate) -> Result<Self, InvalidSchoolYear> {
        Self::starting(if day.month() >= 9 {
            day.year()
        } else {
            day.year() - 1
        })
    }

    /// The calendar year in which it begins.
    pub fn first_year(self) -> i32 {
        self.0
    }

    /// 1 September.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 9, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 31 August.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0 + 1, 8, 31).unwrap_or(NaiveDate::MAX)
    }

    /// As it stands on paper: `2026—2027学年`.
    pub fn on_paper(self) -> String {
        format!("{}—{}学年", self.0, self.0 + 1)
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

/// The text is not a school year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("学年“{0}”写法不对，请写成 2026-2027")]
pub struct InvalidSchoolYear(pub String);

impl FromStr for SchoolYear {
    type Err = InvalidSchoolYear;

    fn from_str(text: &str) -> Result<Self, InvalidSchoolYear> {
        let invalid = || InvalidSchoolYear(text.to_owned());
        let (first, second) = text.trim().split_once('-').ok_or_else(invalid)?;
        let is_year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        if !is_year(first) || !is_year(second) {
            return Err(invalid());
        }
        let first: i32 = first.parse().map_err(|_| invalid())?;
        let second: i32 = second.parse().map_err(|_| invalid())?;
        if second != first + 1 {
            return Err(invalid());
        }
        Self::starting(first).map_err(|_| invalid())
    }
}

/// One of the two terms of a school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// 秋季学期, `-1`.
    Autumn,
    /// 春季学期, `-2`.
    Spring,
}

impl Term {
    /// Both terms in the order of the year.
    pub const ALL: [Self; 2] = [Self::Autumn, Self::Spring];

    /// `autumn` or `spring`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Autumn => "autumn",
            Self::Spring => "spring",
        }
    }

    /// The term of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.code() == code)
    }

    /// The school system's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Autumn => "秋季学期",
            Self::Spring => "春季学期",
        }
    }
}

impl Coded for Term {
    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn code(self) -> &'static str {
        self.code()
    }

    fn word(self) -> &'static str {
        self.word()
    }
}

/// A day as it stands on paper: `2026年6月30日`.
pub fn day_on_paper(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_runs_from_september_to_august() {
        let year: SchoolYear = "2026-2027".parse().unwrap();
        assert_eq!(year.first_day().to_string(), "2026-09-01");
        assert_eq!(year.last_day().to_string(), "2027-08-31");
        assert_eq!(SchoolYear::of(year.last_day()).unwrap(), year);
        assert_eq!(SchoolYear::of(year.first_day()).unwrap(), year);
    }

    #[test]
    fn a_school_year_that_skips_a_year_is_refused() {
        for text in [
            "2026-2028",
            "2026",
            "2026-27",
            "二〇二六",
            "",
            "99999-100000",
        ] {
            assert!(text.parse::<SchoolYear>().is_err(), "{text}");
        }
    }
}
