//! What a policy asks to be done again and again: duties with a least number, meetings, surveys by week.

use crate::coded::coded;
use crate::year::Term;

/// A duty with a cadence and a least number (B5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRule {
    /// The rule, such as `R501`.
    pub rule: &'static str,
    /// Document and line.
    pub place: &'static str,
    /// Stable code, such as `open_class`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How often.
    pub cadence: Cadence,
    /// How many times in that span; 0 when it is only to be done.
    pub min_count: u32,
    /// The least level it counts at, such as `乡级`; empty for any.
    pub level_min: &'static str,
    /// True when it counts only with evidence.
    pub needs_evidence: bool,
    /// The indicator it feeds (E-1, E-2), such as `H4.1`; empty for none.
    pub indicator: &'static str,
    /// False for a duty that a preset ships switched off.
    pub is_on: bool,
}

coded! {
    /// How often something recurs.
    Cadence {
        /// 每周
        Week = "week", "每周";
        /// 每月
        Month = "month", "每月";
        /// 每两个月
        TwoMonths = "two_months", "每两个月";
        /// 每季度
        Quarter = "quarter", "每季度";
        /// 每学期
        Term = "term", "每学期";
        /// 每学年
        Year = "year", "每学年";
        /// 每次
        Each = "each", "每次";
    }
}

/// A meeting that recurs (R522–R527, R533, R1003).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The rule.
    pub rule: &'static str,
    /// Document and line.
    pub place: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How often.
    pub cadence: Cadence,
    /// When in that span, such as `星期一下午`; empty when it is not said.
    pub when: &'static str,
    /// Who comes; empty when it is not said.
    pub who: &'static str,
}

/// A survey with its teaching weeks (R902–R906).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedSurvey {
    /// The rule.
    pub rule: &'static str,
    /// Document and line.
    pub place: &'static str,
    /// Its name.
    pub name: &'static str,
    /// First and last teaching week.
    pub weeks: (u32, u32),
    /// The term it is held in; both when `None`.
    pub term: Option<Term>,
    /// Who rates.
    pub raters: &'static str,
    /// The instrument.
    pub instrument: &'static str,
    /// Days before it by which the raters must be trained (R910); 0 for none.
    pub training_lead_days: u32,
}
