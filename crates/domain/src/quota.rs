//! Quotas: how many must go, how many may, and how it stands (B4). Per cent become heads by `ceil` for what must
//! be reached and by `floor` for what must not be passed (B-P.2, 3); numerator and denominator are always shown.
//!
//! Must never: compute with floats, or print a ratio that contradicts the answer beside it.

mod check;

use crate::exact::Exact;
use crate::policy::Track;
use crate::school::{SchoolProfile, Stage};

pub use check::checks;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaFacts {
    /// My school's stage.
    pub stage: Stage,
    /// My school's profile.
    pub profile: SchoolProfile,
    /// My school's teachers on file.
    pub n_teachers: u32,
    /// Members of the leadership among them.
    pub n_leadership: u32,
    /// Teachers who meet the conditions of exchange; nothing while there is no run.
    pub n_eligible: Option<u32>,
    /// Teachers of whom a person must decide first; they are not among those.
    pub n_manual: u32,
    /// Those who go this year: approved, recommended or posted already.
    pub exchanged: Vec<Exchanged>,
    /// Those who went in the year before, when anything is on file of it.
    pub n_exchanged_before: Option<u32>,
}

/// One who goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// His ranks, as codes of [`crate::policy::choices::RANKS`].
    pub ranks: Vec<&'static str>,
    /// True for a member of the leadership.
    pub is_leadership: bool,
    /// True when he is one of those who meet the conditions.
    pub is_eligible: bool,
    /// By which way; nothing when it is not noted.
    pub track: Option<Track>,
}

/// How a number is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Must be reached.
    AtLeast,
    /// Must not be passed.
    AtMost,
    /// Must lie between.
    Between,
    /// 左右.
    About,
    /// Only shown.
    Shown,
}

impl Bound {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Between => "between",
            Self::About => "about",
            Self::Shown => "shown",
        }
    }
}

/// One quota and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaCheck {
    /// The rule.
    pub rule: String,
    /// Code of the policy that asks it.
    pub policy: String,
    /// Its name.
    pub name: String,
    /// How it binds.
    pub bound: Bound,
    /// How many there are.
    pub numerator: u32,
    /// Of how many; nothing where heads alone count.
    pub denominator: Option<u32>,
    /// The least heads, or the most where it is a ceiling; nothing where the rule says no number.
    pub required_heads: Option<u32>,
    /// The most heads of a span.
    pub most_heads: Option<u32>,
    /// Whether it is met; nothing where it cannot be said.
    pub is_met: Option<bool>,
    /// True when it only warns (B-P.2, 7).
    pub only_warns: bool,
    /// The line as it is printed: `3/27 = 11.1% ≥ 10%`.
    pub message: String,
}

/// The least heads that are `pct` per cent of `base`.
pub fn least_heads(pct: u32, base: u32) -> u32 {
    let hundredfold = u64::from(pct) * u64::from(base);
    u32::try_from(hundredfold.div_ceil(100)).unwrap_or(u32::MAX)
}

/// The most heads that are not more than `pct` per cent of `base`.
pub fn most_heads(pct: u32, base: u32) -> u32 {
    u32::try_from(u64::from(pct) * u64::from(base) / 100).unwrap_or(u32::MAX)
}

/// `pct` per cent of `base`, rounded half up to heads (左右).
pub fn about_heads(pct: u32, base: u32) -> u32 {
    u32::try_from((u64::from(pct) * u64::from(base) + 50) / 100).unwrap_or(u32::MAX)
}

/// `3/27 = 11.1%`; `0/0` where there is no base. The percentage has as many decimals as it takes, so that it
/// compares with `pct` as the fraction itself does.
pub fn ratio_on_paper(numerator: u32, denominator: u32, pct: u32) -> String {
    if denominator == 0 {
        return format!("{numerator}/0");
    }
    let exact = Exact::ratio(i64::from(numerator) * 100, i64::from(denominator));
    let bound = Exact::whole(i64::from(pct));
    // Two different fractions of school size differ within nine decimals of a per cent.
    let places = (1..=9)
        .find(|places| exact.rounded(*places).cmp(&bound) == exact.cmp(&bound))
        .unwrap_or(9);
    let shown = exact.round_half_up(places);
    format!("{numerator}/{denominator} = {shown}%")
}

#[cfg(test)]
mod tests;
