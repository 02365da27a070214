//! Allowances for remote schools: the steps by level and by years, and the standards that two papers report
//! (R801–R804, J-6).
//!
//! No policy of the sources names them: a school writes its own county's into its policy. What is reported stands
//! beside the parameter to be taken over knowingly; it is never a default.

use crate::exact::Exact;
use crate::money::Fen;
use crate::policy::{Key, Policy, Track};

/// What a paper reports or proposes for a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    /// The number, as it is typed.
    pub value: u32,
    /// Since when, or that it is proposed.
    pub said: &'static str,
    /// The rule.
    pub rule: &'static str,
    /// Document and line.
    pub place: &'static str,
}

/// What the papers say of a parameter, oldest first: of one province what was raised in 2013 was, years later, still
/// paid as in 2008 (R801, R802); the steps are proposed (R803, R804). Nothing for any other parameter.
pub fn reported(key: Key) -> Vec<Reported> {
    let old = |value| Reported {
        value,
        said: "某省2008年标准",
        rule: "R802",
        place: "003:211",
    };
    let new = |value| Reported {
        value,
        said: "某省2013年起的标准",
        rule: "R801",
        place: "003:211",
    };
    let proposed = |value, rule| Reported {
        value,
        said: "论文建议",
        rule,
        place: "003:219",
    };
    let steps = Steps::PROPOSED;
    match key {
        Key::AllowanceRemoteMonth => vec![old(70), new(210)],
        Key::AllowanceRemotestMonth => vec![old(120), new(360)],
        Key::AllowanceLevelPct => vec![proposed(steps.level_pct, "R803")],
        Key::AllowanceBaseYears => vec![proposed(steps.base_years, "R804")],
        Key::AllowanceStepYears => vec![proposed(steps.step_years, "R804")],
        Key::AllowanceStepPct => vec![proposed(steps.step_pct, "R804")],
        _ => Vec::new(),
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
        let base = Fen::yuan(reported(Key::AllowanceRemotestMonth)[1].value);
        assert_eq!(base, Fen::yuan(360));
        assert_eq!(Steps::PROPOSED.amount(base, 11, 0), Fen::yuan(432));
        // A level higher adds its 20 % on the base, not on what the years have added.
        assert_eq!(Steps::PROPOSED.amount(base, 11, 1), Fen::yuan(504));
    }

    #[test]
    fn what_is_reported_may_be_typed_and_is_no_default() {
        let told: Vec<Key> = Key::ALL
            .iter()
            .copied()
            .filter(|key| !reported(*key).is_empty())
            .collect();
        assert_eq!(told.len(), 6, "{told:?}");
        for key in &told {
            for one in reported(*key) {
                assert!(key.kind().read(&one.value.to_string()).is_ok(), "{key:?}");
            }
            for preset in crate::policy::preset::all() {
                let gives = preset.given.iter().any(|given| given.key == *key);
                assert!(!gives, "{} gives {key:?}", preset.name);
            }
        }
    }

    #[test]
    fn a_policy_without_steps_pays_the_base() {
        let steps = Steps::of(&crate::policy::preset::find("P3").unwrap(), None);
        assert_eq!(steps.amount(Fen::yuan(210), 20, 2), Fen::yuan(210));
    }
}
