//! 互派与置换: postings that belong together (R130, R310, R311).
//!
//! 互派 links a teacher who goes with one who comes. In a 三角置换 a town teacher fills the post of a country teacher
//! who studies, and student teachers fill his; half a year can then count as a year, where the policy says so.

use chrono::NaiveDate;

use crate::assignment::{Assignment, PostMode};
use crate::coded::coded;
use crate::id::{AssignmentId, SwapId};
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;

/// Postings that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// Id.
    pub id: SwapId,
    /// How.
    pub kind: SwapKind,
    /// Which: two of an exchange, one of a replacement.
    pub members: Vec<AssignmentId>,
    /// Who studies, and who stands in for whom; nothing for an exchange.
    pub replacement: Option<Replacement>,
}

coded! {
    /// How postings belong together.
    SwapKind {
        /// 互派
        Mutual = "mutual", "互派";
        /// 三角置换
        Triangle = "triangle", "三角置换";
    }
}

/// The two other corners of a 三角置换.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// 被置换教师, of the host school.
    pub released: String,
    /// 研修单位或项目.
    pub study: String,
    /// First day of the study.
    pub study_from: NaiveDate,
    /// Last day of the study.
    pub study_to: NaiveDate,
    /// 实习生所在院校.
    pub college: String,
    /// 跟岗实习生人数; nothing while it is not known.
    pub interns: Option<u8>,
}

impl Swap {
    /// Judges a swap beside its postings and the swaps on file.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(
        mut self,
        postings: &[Assignment],
        others: &[Self],
    ) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let members: Vec<&Assignment> = self
            .members
            .iter()
            .filter_map(|id| postings.iter().find(|posting| posting.id == *id))
            .collect();
        judgement.require(
            members.len() == self.members.len(),
            "SWAP-ABSENT",
            "members",
            "有的交流安排已不在台账中",
        );
        let is_taken = others
            .iter()
            .filter(|other| other.id != self.id)
            .flat_map(|other| &other.members)
            .any(|member| self.members.contains(member));
        judgement.require(
            !is_taken,
            "SWAP-TWICE",
            "members",
            "有的交流安排已在另一组互派或置换中",
        );
        judgement.require(
            members.iter().all(|member| !member.state().takes_no_time()),
            "SWAP-STATE",
            "members",
            "已退回或无故不参加的交流安排不能列入互派或置换",
        );
        match self.kind {
            SwapKind::Mutual => {
                self.replacement = None;
                judge_mutual(&members, &mut judgement);
            }
            SwapKind::Triangle => self.judge_triangle(&members, &mut judgement),
        }
        judgement.pass(self)
    }

    fn judge_triangle(&mut self, members: &[&Assignment], judgement: &mut Judgement) {
        judgement.require(
            members.len() == 1 && self.members.len() == 1,
            "SWAP-MEMBERS",
            "members",
            "三角置换对应一条交流安排（到农村学校顶岗的教师）",
        );
        let Some(replacement) = &mut self.replacement else {
            judgement.refuse(
                "SWAP-REPLACEMENT",
                "released",
                "三角置换须填写被置换教师、研修项目和实习生情况",
            );
            return;
        };
        for (text, place, what, limit) in [
            (&mut replacement.released, "released", "被置换教师", 50),
            (&mut replacement.study, "study", "研修单位或项目", 60),
            (&mut replacement.college, "college", "实习生所在院校", 60),
        ] {
            *text = closed_up(text);
            let length = text.chars().count();
            if !(1..=limit).contains(&length) {
                judgement.refuse(
                    "SWAP-REPLACEMENT",
                    place,
                    format!("请填写{what}，最多{limit}个字"),
                );
            }
        }
        judgement.require(
            replacement.study_to > replacement.study_from,
            "SWAP-STUDY",
            "study_to",
            "研修结束日期应晚于开始日期",
        );
        for member in members {
            judgement.require(
                member.terms.post_mode == PostMode::Fill,
                "SWAP-FILL",
                "members",
                "三角置换的交流教师应为顶岗",
            );
            let overlaps = member.terms.start_on <= replacement.study_to
                && member.terms.last_day() >= replacement.study_from;
            judgement.require(
                overlaps,
                "SWAP-STUDY",
                "study_from",
                "研修时间与顶岗时间没有重叠，请核对",
            );
        }
    }

    /// What does not fit, though it is kept: what its postings became since it was made, and days on which the post is
    /// not filled, or filled twice.
    pub fn doubts(&self, postings: &[Assignment]) -> Vec<String> {
        let mut doubts = match self.clone().judged(postings, &[]) {
            Ok(_) => Vec::new(),
            Err(reasons) => reasons.into_iter().map(|reason| reason.message).collect(),
        };
        let (Some(replacement), Some(member)) = (
            &self.replacement,
            postings
                .iter()
                .find(|posting| self.members.contains(&posting.id)),
        ) else {
            return doubts;
        };
        if member.terms.start_on > replacement.study_from {
            doubts.push("研修开始时顶岗教师尚未到岗".to_owned());
        }
        if member.terms.last_day() < replacement.study_to {
            doubts.push("研修结束前顶岗已经结束".to_owned());
        }
        if member.terms.start_on < replacement.study_from {
            doubts.push("研修开始前顶岗已经开始，这段时间一岗两人".to_owned());
        }
        if member.terms.last_day() > replacement.study_to {
            doubts.push("研修结束后顶岗仍在继续，这段时间一岗两人".to_owned());
        }
        doubts
    }
}

fn judge_mutual(members: &[&Assignment], judgement: &mut Judgement) {
    let [first, second] = members else {
        judgement.refuse("SWAP-MEMBERS", "members", "互派须为两条交流安排，一出一进");
        return;
    };
    judgement.require(
        first.id != second.id && first.teacher != second.teacher,
        "SWAP-MEMBERS",
        "members",
        "互派的两条交流安排应为两位教师",
    );
    judgement.require(
        first.sending_school == second.host_school && first.host_school == second.sending_school,
        "SWAP-SCHOOLS",
        "members",
        "互派的两条交流安排应在同两所学校之间，方向相反",
    );
    let overlaps = first.terms.start_on <= second.terms.last_day()
        && second.terms.start_on <= first.terms.last_day();
    judgement.require(
        overlaps,
        "SWAP-TERMS",
        "members",
        "互派的两条交流安排的时间没有重叠",
    );
}

#[cfg(test)]
mod tests;
