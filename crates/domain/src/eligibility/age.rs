//! Age on a day, and what “男50周岁以下” can mean (B-P.2, 4 and 5). Pure calendar: nothing is divided by 365.

use chrono::{Datelike, Days, NaiveDate};

use crate::teacher::BirthDate;

/// The readings of an upper bound of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeBound {
    /// Completed years do not exceed it: the default, with the number included (I-11).
    CompletedLe,
    /// The birthday of that age is not before the day.
    BirthdayLe,
    /// Completed years are fewer.
    CompletedLt,
}

impl AgeBound {
    /// The reading of a code of the parameter `age_bound_mode`; a bound that excludes its number is the last one.
    pub fn named(code: Option<&str>, is_inclusive: bool) -> Self {
        match code {
            Some("birthday_le") if is_inclusive => Self::BirthdayLe,
            Some("completed_lt") => Self::CompletedLt,
            _ if is_inclusive => Self::CompletedLe,
            _ => Self::CompletedLt,
        }
    }

    /// The earliest day of birth that is still within `limit` years on `day`. Printed on every list, so that a
    /// person can check it.
    pub fn first_birth(self, limit: u32, day: NaiveDate) -> NaiveDate {
        match self {
            // Not yet limit + 1: born after that birthday fell on the day.
            Self::CompletedLe => years_before(day, limit + 1) + Days::new(1),
            // He had not had that birthday on the eve.
            Self::BirthdayLe => Self::CompletedLt.first_birth(limit, day - Days::new(1)),
            Self::CompletedLt => years_before(day, limit) + Days::new(1),
        }
    }

    /// True when somebody born on `birth` is within `limit` years on `day`.
    pub fn admits(self, birth: NaiveDate, limit: u32, day: NaiveDate) -> bool {
        birth >= self.first_birth(limit, day)
    }
}

/// The latest day of birth on which somebody has completed `years` years on `day`.
fn years_before(day: NaiveDate, years: u32) -> NaiveDate {
    let year = day.year() - i32::try_from(years).unwrap_or(0);
    // 29 February of a leap year; born on the last day of February of another year.
    NaiveDate::from_ymd_opt(year, day.month(), day.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
        .unwrap_or(NaiveDate::MIN)
}

/// Completed years on a day; nothing while the day of birth is not known.
pub fn completed_years(birth: BirthDate, day: NaiveDate) -> Option<u32> {
    birth
        .is_day_known()
        .then(|| u32::try_from(birth.completed_years_on(day)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// J-1.
    #[test]
    fn a_limit_of_age_has_three_readings_and_the_default_includes_the_number() {
        let on = day("2026-08-31");
        for (birth, limit, age, completed_le, birthday_le, completed_lt) in [
            ("1976-08-31", 50, 50, true, true, false),
            ("1976-09-01", 50, 49, true, true, true),
            ("1975-09-01", 50, 50, true, false, false),
            ("1975-08-31", 50, 51, false, false, false),
            ("1981-08-31", 45, 45, true, true, false),
            ("1980-09-01", 45, 45, true, false, false),
            ("1980-08-31", 45, 46, false, false, false),
        ] {
            let born = day(birth);
            assert_eq!(
                completed_years(BirthDate::day(born), on),
                Some(age),
                "{birth}"
            );
            for (bound, is_in) in [
                (AgeBound::CompletedLe, completed_le),
                (AgeBound::BirthdayLe, birthday_le),
                (AgeBound::CompletedLt, completed_lt),
            ] {
                assert_eq!(bound.admits(born, limit, on), is_in, "{birth} {bound:?}");
            }
        }
        assert_eq!(AgeBound::CompletedLe.first_birth(50, on), day("1975-09-01"));
    }

    #[test]
    fn an_age_without_a_day_of_birth_is_not_known() {
        let birth = "1976-08".parse().unwrap();
        assert_eq!(completed_years(birth, day("2026-08-31")), None);
    }

    /// The printed limit and the counted age never disagree, and a day more never makes anybody younger.
    #[test]
    fn the_limit_of_birth_agrees_with_the_counted_age_on_every_day() {
        let mut on = day("2026-08-28");
        for ordinal in 0..1500_u64 {
            on = on + Days::new(1);
            let born = day("1975-01-01") + Days::new(ordinal * 7919 % 4000);
            let birth = BirthDate::day(born);
            let age = completed_years(birth, on).unwrap();
            let tomorrow = completed_years(birth, on + Days::new(1)).unwrap();
            assert!(tomorrow >= age, "{born} {on}");
            for limit in [age, age.saturating_sub(1), age + 1] {
                assert_eq!(
                    AgeBound::CompletedLe.admits(born, limit, on),
                    age <= limit,
                    "{born} {on} {limit}"
                );
                assert_eq!(
                    AgeBound::CompletedLt.admits(born, limit, on),
                    age < limit,
                    "{born} {on} {limit}"
                );
                let had_before = completed_years(birth, on - Days::new(1)).unwrap();
                assert_eq!(
                    AgeBound::BirthdayLe.admits(born, limit, on),
                    had_before < limit,
                    "{born} {on} {limit}"
                );
            }
        }
    }
}
