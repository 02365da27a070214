//! Grades, their thresholds and the vetoes.

use crate::coded::coded;
use crate::exact::Exact;
use crate::refusal::{Judgement, Refusal};

coded! {
    /// 考核档次, from the worst to the best, so that they compare.
    Grade {
        /// 不合格
        Unqualified = "unqualified", "不合格";
        /// 基本合格
        BasicallyQualified = "basically_qualified", "基本合格";
        /// 合格
        Qualified = "qualified", "合格";
        /// 优秀
        Excellent = "excellent", "优秀";
    }
}

coded! {
    /// 一票否决情形 (E-3).
    VetoCode {
        /// V1
        Ethics = "V1", "师德失范";
        /// V2 (R606)
        RefusedExchange = "V2", "无故不参加交流";
        /// V3
        RefusedAppraisal = "V3", "经教育仍拒不参加考核";
        /// V4
        ForgedEvidence = "V4", "佐证材料弄虚作假";
        /// V5
        Absence = "V5", "旷工超过规定";
        /// V1 with its lighter effect
        EthicsLight = "V1-LIGHT", "师德失范（不得评优）";
    }
}

/// A veto as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veto {
    /// Which one.
    pub code: VetoCode,
    /// 事实.
    pub fact: String,
    /// 文号.
    pub document: String,
}

/// From how many points which grade holds; bounds are inclusive (B-P.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thresholds {
    /// 优秀.
    pub excellent: Exact,
    /// 合格.
    pub qualified: Exact,
    /// 基本合格.
    pub basically_qualified: Exact,
}

impl Default for Thresholds {
    /// 90 / 70 / 60, this program's default.
    fn default() -> Self {
        Self {
            excellent: Exact::whole(90),
            qualified: Exact::whole(70),
            basically_qualified: Exact::whole(60),
        }
    }
}

impl Thresholds {
    /// Judges the thresholds.
    ///
    /// # Errors
    /// When they do not fall from excellent to basically qualified, or leave 0 to 100.
    pub fn judge(&self) -> Result<(), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            self.excellent > self.qualified && self.qualified > self.basically_qualified,
            "GRADE-THRESHOLDS",
            "grades",
            "档次分数线应依次降低：优秀高于合格，合格高于基本合格",
        );
        judgement.require(
            self.excellent <= Exact::whole(100) && !self.basically_qualified.is_negative(),
            "GRADE-THRESHOLDS",
            "grades",
            "档次分数线应在0到100之间",
        );
        judgement.pass(())
    }

    /// The grade of a score that was already rounded, under the vetoes that hold.
    pub fn grade(&self, rounded: &Exact, vetoes: &[VetoCode]) -> Grade {
        let by_score = if *rounded >= self.excellent {
            Grade::Excellent
        } else if *rounded >= self.qualified {
            Grade::Qualified
        } else if *rounded >= self.basically_qualified {
            Grade::BasicallyQualified
        } else {
            Grade::Unqualified
        };
        let cap = vetoes
            .iter()
            .map(|veto| match veto {
                VetoCode::EthicsLight => Grade::Qualified,
                VetoCode::Ethics
                | VetoCode::RefusedExchange
                | VetoCode::RefusedAppraisal
                | VetoCode::ForgedEvidence
                | VetoCode::Absence => Grade::Unqualified,
            })
            .min();
        cap.map_or(by_score, |cap| by_score.min(cap))
    }
}
