//! 生活保障: what a teacher needs at the host school, who sees to it, and when it was closed (R319, E-4).
//!
//! It is shown to both principals and never scored. Must never hold a diagnosis: what was done is enough.

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::{AssignmentId, LivingId};
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;

/// One thing that was to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LivingItem {
    /// Id.
    pub id: LivingId,
    /// Whose.
    pub assignment: AssignmentId,
    /// What kind.
    pub kind: LivingKind,
    /// 问题或需要.
    pub problem: String,
    /// 责任人.
    pub owner: String,
    /// 提出日期.
    pub raised_on: NaiveDate,
    /// 办理期限.
    pub due_on: Option<NaiveDate>,
    /// 解决办法.
    pub help: String,
    /// 销号日期.
    pub closed_on: Option<NaiveDate>,
}

coded! {
    /// 类别.
    LivingKind {
        /// 住宿
        Lodging = "lodging", "住宿";
        /// 就餐
        Meals = "meals", "就餐";
        /// 交通
        Transport = "transport", "交通";
        /// 子女就学
        Children = "children", "子女就学";
        /// 照护
        Care = "care", "照护";
        /// 其他
        Other = "other", "其他";
    }
}

impl LivingItem {
    /// True while it is not closed.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }

    /// True when it is open after its day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on.is_some_and(|due| due < today)
    }

    /// Judges an item as it was typed.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self, today: NaiveDate) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        for (text, place, limit) in [
            (&mut self.problem, "problem", 200),
            (&mut self.owner, "owner", 50),
            (&mut self.help, "help", 200),
        ] {
            *text = closed_up(text);
            if text.chars().count() > limit {
                judgement.refuse("LIVING-LENGTH", place, format!("内容过长，最多{limit}个字"));
            }
        }
        judgement.require(
            !self.problem.is_empty(),
            "LIVING-PROBLEM",
            "problem",
            "请填写需要解决的问题",
        );
        judgement.require(
            !self.owner.is_empty(),
            "LIVING-OWNER",
            "owner",
            "请填写责任人",
        );
        judgement.require(
            self.raised_on <= today,
            "LIVING-DATE",
            "raised_on",
            "提出日期晚于今天，请核对",
        );
        judgement.require(
            self.due_on.is_none_or(|due| due >= self.raised_on),
            "LIVING-DATE",
            "due_on",
            "办理期限早于提出日期",
        );
        if let Some(closed) = self.closed_on {
            judgement.require(
                closed >= self.raised_on && closed <= today,
                "LIVING-DATE",
                "closed_on",
                "销号日期应在提出日期之后、今天之前",
            );
            judgement.require(
                !self.help.is_empty(),
                "LIVING-HELP",
                "help",
                "销号前请写明解决办法",
            );
        }
        judgement.pass(self)
    }
}

#[cfg(test)]
mod tests;
