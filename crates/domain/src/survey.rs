//! The many voices beside the two principals: leaders, peers, pupils, parents and the teacher himself (R616).
//!
//! Only counts and scores are kept, never who said what, and never a pupil's name.

use crate::coded::coded;
use crate::exact::{Exact, Points};

coded! {
    /// 多元评价的来源.
    Source {
        /// 受援校领导
        Leaders = "leaders", "受援校领导";
        /// 同行/年级组
        Peers = "peers", "同行（年级组）";
        /// 学生
        Pupils = "pupils", "学生";
        /// 家长
        Parents = "parents", "家长";
        /// 自评
        Teacher = "self", "自评";
    }
}

impl Source {
    /// Default weight out of 100; the order is the sources', the numbers are this program's default.
    pub fn default_weight(self) -> i64 {
        match self {
            Self::Leaders => 30,
            Self::Peers | Self::Pupils => 25,
            Self::Parents | Self::Teacher => 10,
        }
    }
}

/// How one source came back, as it was typed from the tally.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Which source.
    pub source: Source,
    /// 得分, 0 to 100; `None` when the survey was not held.
    pub score: Option<Points>,
    /// 发出份数; `None` when nobody counted (a self-rating).
    pub invited: Option<u32>,
    /// 收回份数.
    pub returned: Option<u32>,
}

/// Fewer returned pupils' forms than this do not count.
pub const MIN_PUPILS: u32 = 10;

/// Why a source does not count, or `None` when it does (W14).
pub fn drop_reason(
    source: Source,
    score: Option<&Exact>,
    invited: Option<u32>,
    returned: Option<u32>,
) -> Option<String> {
    let word = match source {
        Source::Teacher => source.word().to_owned(),
        _ => format!("{}评价", source.word()),
    };
    if score.is_none() || invited == Some(0) {
        return Some(format!("{word}未组织，已按比例折算"));
    }
    if let (Some(invited), Some(returned)) = (invited, returned)
        // returned ÷ invited < 2/3, without dividing.
        && u64::from(returned) * 3 < u64::from(invited) * 2
    {
        return Some(format!(
            "{word}回收率不足三分之二（{returned}/{invited}），已按比例折算"
        ));
    }
    if source == Source::Pupils
        && let Some(returned) = returned
        && returned < MIN_PUPILS
    {
        return Some(format!(
            "{word}有效份数不足{MIN_PUPILS}份（{returned}份），已按比例折算"
        ));
    }
    None
}
