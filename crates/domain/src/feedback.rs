//! What the supported school says back, and what becomes of it: every item has an owner, a day and an end
//! (R618, R628, R629).

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::{AssignmentId, FeedbackId, FeedbackItemId};
use crate::refusal::{Judgement, Refusal};

/// One feedback form (F-03).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Id.
    pub id: FeedbackId,
    /// The posting it is about.
    pub assignment: AssignmentId,
    /// What it says.
    pub sheet: FeedbackSheet,
    /// Its items, in the order in which they were typed.
    pub items: Vec<FeedbackItem>,
}

/// 反馈表正文.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackSheet {
    /// 反馈类型.
    pub kind: FeedbackKind,
    /// 反馈日期.
    pub on: NaiveDate,
    /// 反馈人姓名、职务.
    pub from: String,
    /// 满意度, 1 to 5 by aspect, in the order of [`ASPECTS`]; `None` when not answered.
    pub satisfaction: [Option<u8>; 6],
    /// 主要贡献.
    pub contributions: String,
    /// 改变与成效.
    pub changes: String,
    /// 需要派出学校支持的事项.
    pub requests: String,
    /// 对继续交流的建议.
    pub recommendation: Option<Recommendation>,
}

/// What is rated from 1 to 5.
pub const ASPECTS: [&str; 6] = ["师德", "课堂", "教研引领", "师徒带教", "融入", "对学校帮助"];

coded! {
    /// 反馈类型.
    FeedbackKind {
        /// 学期反馈
        Term = "term", "学期反馈";
        /// 学年反馈
        Year = "year", "学年反馈";
        /// 随时反馈
        AnyTime = "any_time", "随时反馈";
    }
}

coded! {
    /// 对继续交流的建议.
    Recommendation {
        /// 继续
        Continue = "continue", "继续";
        /// 延期
        Extend = "extend", "延期";
        /// 轮换
        Rotate = "rotate", "轮换";
    }
}

coded! {
    /// 反馈事项的类别.
    ItemClass {
        /// 肯定
        Praise = "praise", "肯定";
        /// 建议
        Suggestion = "suggestion", "建议";
        /// 问题
        Problem = "problem", "问题";
        /// 诉求
        Request = "request", "诉求";
    }
}

/// One thing that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackItem {
    /// Id.
    pub id: FeedbackItemId,
    /// 类别.
    pub class: ItemClass,
    /// 内容.
    pub text: String,
    /// 责任人; empty until it is given to somebody.
    pub owner: String,
    /// 期限.
    pub due_on: Option<NaiveDate>,
    /// 处理情况; empty until there is a reply.
    pub reply: String,
    /// 销号日期.
    pub closed_on: Option<NaiveDate>,
}

impl FeedbackItem {
    /// True for a problem or a request: only these must be closed off.
    pub fn must_be_closed(&self) -> bool {
        matches!(self.class, ItemClass::Problem | ItemClass::Request)
    }

    /// True while it waits to be closed off.
    pub fn is_open(&self) -> bool {
        self.must_be_closed() && self.closed_on.is_none()
    }
}

impl Feedback {
    /// Judges a feedback as it was typed.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(self) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            !self.sheet.from.trim().is_empty(),
            "FEEDBACK-FROM",
            "from",
            "请填写反馈人姓名和职务",
        );
        for (aspect, answer) in ASPECTS.iter().zip(self.sheet.satisfaction) {
            if answer.is_some_and(|answer| !(1..=5).contains(&answer)) {
                judgement.refuse(
                    "FEEDBACK-SATISFACTION",
                    "satisfaction",
                    format!("{aspect}满意度应在1到5之间"),
                );
            }
        }
        for (text, place) in [
            (&self.sheet.contributions, "contributions"),
            (&self.sheet.changes, "changes"),
            (&self.sheet.requests, "requests"),
        ] {
            judgement.require(
                text.chars().count() <= 2000,
                "FEEDBACK-LENGTH",
                place,
                "内容过长，最多2000个字",
            );
        }
        for (index, item) in self.items.iter().enumerate() {
            let place = format!("items.{}", index + 1);
            let number = index + 1;
            let length = item.text.trim().chars().count();
            if length == 0 || length > 500 {
                judgement.refuse(
                    "FEEDBACK-ITEM",
                    &place,
                    format!("第{number}条反馈内容应为1到500个字"),
                );
            }
            if item.closed_on.is_some() && item.must_be_closed() && item.reply.trim().is_empty() {
                judgement.refuse(
                    "FEEDBACK-CLOSE",
                    &place,
                    format!("第{number}条还没有处理情况，不能销号"),
                );
            }
            if item.closed_on.is_some_and(|day| day < self.sheet.on) {
                judgement.refuse(
                    "FEEDBACK-CLOSE",
                    &place,
                    format!("第{number}条的销号日期早于反馈日期"),
                );
            }
            if item.due_on.is_some_and(|day| day < self.sheet.on) {
                judgement.refuse(
                    "FEEDBACK-DUE",
                    &place,
                    format!("第{number}条的期限早于反馈日期"),
                );
            }
        }
        judgement.pass(self)
    }
}

/// 反馈问题 n 条,已销号 m 条, over all feedback of a posting.
pub fn closing_summary(feedback: &[Feedback]) -> Option<String> {
    let items: Vec<&FeedbackItem> = feedback
        .iter()
        .flat_map(|f| &f.items)
        .filter(|item| item.must_be_closed())
        .collect();
    if feedback.is_empty() {
        return None;
    }
    let closed = items.iter().filter(|item| !item.is_open()).count();
    Some(format!("反馈问题{}条，已销号{closed}条", items.len()))
}
