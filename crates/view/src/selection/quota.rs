//! Quotas and the dispatch-quality sheet.

use app::quota::QuotaSheet;
use domain::dispatch::DispatchSheet;

use crate::shape;

shape! {
    /// One quota.
    pub struct QuotaCheck {
        /// The rule.
        pub rule: String,
        /// Code of the policy that asks it.
        pub policy: String,
        /// Its name.
        pub name: String,
        /// How it binds.
        #[cfg_attr(test, ts(type = "'at_least' | 'at_most' | 'between' | 'about' | 'shown'"))]
        pub bound: String,
        /// How many there are.
        pub numerator: u32,
        /// Of how many; `None` where heads alone count.
        pub denominator: Option<u32>,
        /// The least heads, or the most where it is a ceiling; `None` where the rule says no number.
        pub required_heads: Option<u32>,
        /// The most heads of a span.
        pub most_heads: Option<u32>,
        /// Whether it is met; `None` where it cannot be said.
        pub met: Option<bool>,
        /// True when it only warns.
        pub only_warns: bool,
        /// The line as it is printed.
        pub message: String,
    }

    /// All quotas of a year.
    pub struct Quota {
        /// School year.
        pub year: String,
        /// Name of the policy.
        pub policy_name: String,
        /// True when those who meet the conditions come from a frozen run.
        pub is_frozen: bool,
        /// Teachers who meet the conditions; `None` while there is no run.
        pub n_eligible: Option<u32>,
        /// Those who go.
        pub n_exchanged: u32,
        /// The quotas.
        pub checks: Vec<QuotaCheck>,
    }

    /// One line of the dispatch-quality sheet.
    pub struct DispatchShare {
        /// What is counted.
        pub name: String,
        /// Among those who go.
        pub sent: u32,
        /// All who go.
        pub of_sent: u32,
        /// The share in per cent.
        pub sent_pct: Option<String>,
        /// Among all.
        pub own: u32,
        /// All.
        pub of_own: u32,
        /// The share in per cent.
        pub own_pct: Option<String>,
        /// The share in the sources' sample.
        pub sample_pct: Option<u32>,
    }

    /// A doubt about one who goes.
    pub struct DispatchDoubt {
        /// Whose.
        pub name: String,
        /// What.
        pub message: String,
    }

    /// The dispatch-quality sheet.
    pub struct Dispatch {
        /// The shares.
        pub shares: Vec<DispatchShare>,
        /// Doubts.
        pub doubts: Vec<DispatchDoubt>,
    }
}

impl Quota {
    /// All quotas of a year.
    pub fn of(sheet: &QuotaSheet) -> Self {
        Self {
            year: sheet.year.to_string(),
            policy_name: sheet.policy_name.clone(),
            is_frozen: sheet.is_frozen,
            n_eligible: sheet.facts.n_eligible,
            n_exchanged: crate::session::count(sheet.facts.exchanged.len()),
            checks: sheet
                .checks
                .iter()
                .map(|check| QuotaCheck {
                    rule: check.rule.clone(),
                    policy: check.policy.clone(),
                    name: check.name.clone(),
                    bound: check.bound.code().to_owned(),
                    numerator: check.numerator,
                    denominator: check.denominator,
                    required_heads: check.required_heads,
                    most_heads: check.most_heads,
                    met: check.is_met,
                    only_warns: check.only_warns,
                    message: check.message.clone(),
                })
                .collect(),
        }
    }
}

impl Dispatch {
    /// The dispatch-quality sheet.
    pub fn of(sheet: &DispatchSheet) -> Self {
        Self {
            shares: sheet
                .shares
                .iter()
                .map(|share| DispatchShare {
                    name: share.name.to_owned(),
                    sent: share.sent,
                    of_sent: share.of_sent,
                    sent_pct: share.sent_pct(),
                    own: share.own,
                    of_own: share.of_own,
                    own_pct: share.own_pct(),
                    sample_pct: share.sample_pct,
                })
                .collect(),
            doubts: sheet
                .doubts
                .iter()
                .map(|doubt| DispatchDoubt {
                    name: doubt.name.clone(),
                    message: doubt.message.clone(),
                })
                .collect(),
        }
    }
}
