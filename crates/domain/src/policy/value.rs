//! What a parameter of a policy can hold, and how it is read and written as a text.

use std::fmt;

use chrono::NaiveDate;

use crate::exact::Points;
use crate::year::SchoolYear;

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number: years, months, heads, times, per cent.
    Whole(u32),
    /// A number with at most two decimals: a weight, a factor, yuan.
    Decimal(Points),
    /// Yes or no.
    Flag(bool),
    /// Codes out of the parameter's list, in its order; one where only one may be chosen.
    Codes(Vec<String>),
    /// A day of every year.
    MonthDay(MonthDay),
    /// A free text.
    Text(String),
}

impl Value {
    /// One code.
    pub fn code(code: &str) -> Self {
        Self::Codes(vec![code.to_owned()])
    }

    /// Several codes.
    pub fn codes(codes: &[&str]) -> Self {
        Self::Codes(codes.iter().map(|code| (*code).to_owned()).collect())
    }

    /// A free text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Display for Value {
    /// As files and scripts write it: codes with commas, a day as `08-31`, yes as `true`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => write!(f, "{number}"),
            Self::Decimal(points) => write!(f, "{points}"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Codes(codes) => f.write_str(&codes.join(",")),
            Self::MonthDay(day) => write!(f, "{day}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A day of every year. 29 February is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// 31 August: the last day of a school year (R103).
    pub const AUGUST_31: Self = Self { month: 8, day: 31 };
    /// 31 July (R1001).
    pub const JULY_31: Self = Self { month: 7, day: 31 };

    /// The day of a month; nothing when there is no such day in every year.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        // 2027 has no 29 February.
        NaiveDate::from_ymd_opt(2027, month, day).map(|_| Self { month, day })
    }

    /// Reads `08-31`.
    pub fn read(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        Self::new(month.parse().ok()?, day.parse().ok()?)
    }

    /// This day in a calendar year.
    pub fn in_year(self, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or(NaiveDate::MIN)
    }

    /// This day in the calendar year in which a school year begins: before it, or in its first months.
    pub fn as_year_begins(self, year: SchoolYear) -> NaiveDate {
        self.in_year(year.first_year())
    }

    /// As a person reads it: `8月31日`.
    pub fn on_paper(self) -> String {
        format!("{}月{}日", self.month, self.day)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_year_reads_back_as_it_prints_and_the_leap_day_is_none() {
        for text in ["08-31", "01-01", "12-31"] {
            assert_eq!(MonthDay::read(text).unwrap().to_string(), text);
        }
        for text in ["02-29", "13-01", "00-10", "4-31", "0831", "", "a-b"] {
            assert_eq!(MonthDay::read(text), None, "{text}");
        }
        assert_eq!(MonthDay::AUGUST_31.on_paper(), "8月31日");
    }
}
