//! Allowances for remote schools: the standard of a level, and the steps by level and by years (R801–R804, J-6).
//!
//! The standards and steps are those of two papers; a school writes its own county's into its policy.

use chrono::NaiveDate;

use crate::exact::Exact;
use crate::money::Fen;
use crate::policy::{Key, Policy, Track};
use crate::school::Remoteness;

/// A standard of yuan a month, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// First day on which it holds: year, month, day.
    pub from: (i32, u32, u32),
    /// 边远.
    pub remote: u32,
    /// 最边远.
    pub remotest: u32,
    /// Rule and place.
    pub rule: &'static str,
}

/// The standards that a paper reports of one province: what was raised in 2013 was, years later, still paid as in 2008
/// (R801, R802).
pub const REPORTED: [Standard; 2] = [
    Standard {
        from: (2008, 1, 1),
        remote: 70,
        remotest: 120,
        rule: "R802",
    },
    Standard {
        from: (2013, 1, 1),
        remote: 210,
        remotest: 360,
        rule: "R801",
    },
];

/// The reported standard of a level on a day; nothing before the first, or for an ordinary place.
pub fn reported(level: Remoteness, on: NaiveDate) -> Option<Fen> {
    let holds = |standard: &&Standard| {
        let (year, month, day) = standard.from;
        NaiveDate::from_ymd_opt(year, month, day).is_some_and(|from| from <= on)
    };
    let standard = REPORTED.iter().rev().find(holds)?;
    match level {
        Remoteness::Ordinary => None,
        Remoteness::Remote => Some(Fen::yuan(standard.remote)),
        Remoteness::Remotest => Some(Fen::yuan(standard.remotest)),
    }
}

/// How an allowance rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Up to so many years nothing is added (R804: 5).
    pub base_years: u32,
    /// Each so many further years are a step (R804: 3).
    pub step_years: u32,
    /// Per cent that a step adds (R804: 10).
    pub step_pct: u32,
    /// Per cent that a level higher adds, on the base and not compounded (R803: 20, H-8).
    pub level_pct: u32,
}

impl Steps {
    /// The steps of the paper (R803, R804).
    pub const PROPOSED: Self = Self {
        base_years: 5,
        step_years: 3,
        step_pct: 10,
        level_pct: 20,
    };

    /// The steps that a policy gives; none where it says nothing.
    pub fn of(policy: &Policy, track: Option<Track>) -> Self {
        let whole = |key| policy.whole(key, track).unwrap_or(0);
        Self {
            base_years: whole(Key::AllowanceBaseYears),
            step_years: whole(Key::AllowanceStepYears),
            step_pct: whole(Key::AllowanceStepPct),
            level_pct: whole(Key::AllowanceLevelPct),
        }
    }

    /// How many steps so many years of service make: `floor((years − base) / step)`, never less than none.
    pub fn count(&self, years: u32) -> u32 {
        years
            .saturating_sub(self.base_years)
            .checked_div(self.step_years)
            .unwrap_or(0)
    }

    /// The allowance of a month: the base, raised by the steps of the years and by levels.
    pub fn amount(&self, base: Fen, years: u32, levels: u32) -> Fen {
        let pct = 100
            + i64::from(self.step_pct) * i64::from(self.count(years))
            + i64::from(self.level_pct) * i64::from(levels);
        base.times(&Exact::ratio(pct, 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// J-6.
    #[test]
    fn a_step_is_reached_with_every_third_year_after_the_fifth() {
        for (years, steps) in [(0, 0), (5, 0), (7, 0), (8, 1), (10, 1), (11, 2), (14, 3)] {
            assert_eq!(Steps::PROPOSED.count(years), steps, "{years} years");
        }
    }

    /// J-6.
    #[test]
    fn the_remotest_schools_pay_432_yuan_after_eleven_years() {
        let day = "2026-09-01".parse().unwrap();
        let base = reported(Remoteness::Remotest, day).unwrap();
        assert_eq!(base, Fen::yuan(360));
        assert_eq!(Steps::PROPOSED.amount(base, 11, 0), Fen::yuan(432));
        // A level higher adds its 20 % on the base, not on what the years have added.
        assert_eq!(Steps::PROPOSED.amount(base, 11, 1), Fen::yuan(504));
    }

    #[test]
    fn the_standard_is_that_of_the_day() {
        let on = |day: &str| reported(Remoteness::Remote, day.parse().unwrap());
        assert_eq!(on("2007-12-31"), None);
        assert_eq!(on("2012-12-31"), Some(Fen::yuan(70)));
        assert_eq!(on("2013-01-01"), Some(Fen::yuan(210)));
        assert_eq!(
            reported(Remoteness::Ordinary, "2013-01-01".parse().unwrap()),
            None
        );
    }

    #[test]
    fn a_policy_without_steps_pays_the_base() {
        let steps = Steps::of(&crate::policy::preset::find("P3").unwrap(), None);
        assert_eq!(steps.amount(Fen::yuan(210), 20, 2), Fen::yuan(210));
    }
}
