//! Allowances for remote schools: the steps by level and by years, and the standards that two papers report
//! (R801–R804, J-6).
//!
//! No policy of the sources names them: a school writes its own county's into its policy. What is reported stands
//! beside the parameter to be taken over knowingly; it is never a default.

use crate::exact::Exact;
use crate::money::Fen;
use crate::policy::{Key, Policy, Track};

/// What a paper reports or proposes for a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// The number, as it is typed.
    pub value: u32,
    /// Since when, or that it is proposed; and the rule.
    pub said: &'static str,
}

/// What the papers say of a parameter, oldest first: of one province what was raised in 2013 was, years later, still
/// paid as in 2008 (R801, R802); the steps are proposed (R803, R804). Nothing for any other parameter.
pub fn reported(key: Key) -> Vec<Reported> {
    const OLD: &str = "某省2008年标准（R802）";
    const NEW: &str = "某省2013年起的标准（R801）";
    const BY_LEVEL: &str = "论文建议（R803）";
    const BY_YEARS: &str = "论文建议（R804）";
    let said: &[(u32, &'static str)] = match key {
        Key::AllowanceRemoteMonth => &[(70, OLD), (210, NEW)],
        Key::AllowanceRemotestMonth => &[(120, OLD), (360, NEW)],
        Key::AllowanceLevelPct => &[(Steps::PROPOSED.level_pct, BY_LEVEL)],
        Key::AllowanceBaseYears => &[(Steps::PROPOSED.base_years, BY_YEARS)],
        Key::AllowanceStepYears => &[(Steps::PROPOSED.step_years, BY_YEARS)],
        Key::AllowanceStepPct => &[(Steps::PROPOSED.step_pct, BY_YEARS)],
        _ => &[],
    };
    said.iter()
        .map(|(value, said)| Reported {
            value: *value,
            said,
        })
        .collect()
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
        let base = Fen::yuan(reported(Key::AllowanceRemotestMonth)[1].value);
        assert_eq!(base, Fen::yuan(360));
        assert_eq!(Steps::PROPOSED.amount(base, 11, 0), Fen::yuan(432));
        // A level higher adds its 20 % on the base, not on what the years have added.
        assert_eq!(Steps::PROPOSED.amount(base, 11, 1), Fen::yuan(504));
    }

    #[test]
    fn what_is_reported_may_be_typed_and_is_no_default() {
        for key in Key::ALL.iter().copied() {
            for one in reported(key) {
                assert!(key.kind().read(&one.value.to_string()).is_ok(), "{key:?}");
                assert!(one.said.contains("（R80"), "{key:?}");
            }
        }
        for preset in crate::policy::preset::all() {
            let given = preset.given(Key::AllowanceRemoteMonth, None);
            assert!(given.is_none(), "{}", preset.name);
        }
        assert_eq!(reported(Key::LivingAllowance), []);
    }

    #[test]
    fn a_policy_without_steps_pays_the_base() {
        let steps = Steps::of(&crate::policy::preset::find("P3").unwrap(), None);
        assert_eq!(steps.amount(Fen::yuan(210), 20, 2), Fen::yuan(210));
    }
}
