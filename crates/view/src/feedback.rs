//! The supported school's feedback.

use chrono::NaiveDate;
use domain::feedback as rule;
use domain::feedback::{FeedbackKind, ItemClass, Recommendation};
use domain::id::{FeedbackId, FeedbackItemId};
use domain::refusal::{Judgement, Refusal};

use crate::{read, shape};

shape! {
    /// One feedback form.
    pub struct Feedback {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the posting.
        pub assignment_id: String,
        /// Name of the teacher; only said.
        #[serde(default)]
        pub teacher: String,
        /// Name of the host school; only said.
        #[serde(default)]
        pub host_school: String,
        /// Code of the 反馈类型.
        #[cfg_attr(test, ts(type = "'term' | 'year' | 'any_time'"))]
        pub kind: String,
        /// 反馈日期.
        pub on: String,
        /// 反馈人.
        #[serde(default)]
        pub from: String,
        /// 1 to 5 by aspect.
        #[serde(default)]
        pub satisfaction: Vec<Option<u8>>,
        /// 主要贡献.
        #[serde(default)]
        pub contributions: String,
        /// 改变与成效.
        #[serde(default)]
        pub changes: String,
        /// 需要支持的事项.
        #[serde(default)]
        pub requests: String,
        /// Code of the 建议.
        #[serde(default)]
        #[cfg_attr(test, ts(type = "'continue' | 'extend' | 'rotate' | null"))]
        pub recommendation: Option<String>,
        /// 事项.
        #[serde(default)]
        pub items: Vec<FeedbackItem>,
        /// How many items wait to be closed off; only said.
        #[serde(default)]
        pub n_open: u32,
    }

    /// One item.
    pub struct FeedbackItem {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Code of the 类别.
        #[cfg_attr(test, ts(type = "'praise' | 'suggestion' | 'problem' | 'request'"))]
        pub class: String,
        /// 内容.
        pub text: String,
        /// 责任人.
        #[serde(default)]
        pub owner: String,
        /// 期限.
        #[serde(default)]
        pub due_on: Option<String>,
        /// 处理情况.
        #[serde(default)]
        pub reply: String,
        /// 销号日期.
        #[serde(default)]
        pub closed_on: Option<String>,
    }
}

impl Feedback {
    /// A feedback on file.
    pub fn of(feedback: &rule::Feedback, teacher: &str, host_school: &str) -> Self {
        let open = feedback.items.iter().filter(|item| item.is_open()).count();
        Self {
            id: Some(feedback.id.to_string()),
            assignment_id: feedback.assignment.to_string(),
            teacher: teacher.to_owned(),
            host_school: host_school.to_owned(),
            kind: feedback.sheet.kind.code().to_owned(),
            on: feedback.sheet.on.to_string(),
            from: feedback.sheet.from.clone(),
            satisfaction: feedback.sheet.satisfaction.to_vec(),
            contributions: feedback.sheet.contributions.clone(),
            changes: feedback.sheet.changes.clone(),
            requests: feedback.sheet.requests.clone(),
            recommendation: feedback.sheet.recommendation.map(|r| r.code().to_owned()),
            items: feedback.items.iter().map(item_of).collect(),
            n_open: u32::try_from(open).unwrap_or(u32::MAX),
        }
    }

    /// The feedback that was typed; the ids are for what is new.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(
        &self,
        new_id: FeedbackId,
        mut new_item_id: impl FnMut() -> FeedbackItemId,
    ) -> Result<rule::Feedback, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let assignment = read::id(&self.assignment_id, "assignment_id", &mut judgement);
        let on: Option<NaiveDate> = read::date(Some(&self.on), "on", &mut judgement);
        judgement.require(
            !self.on.trim().is_empty(),
            "INPUT-DATE",
            "on",
            "请填写反馈日期",
        );
        let kind = read::choice(&self.kind, FeedbackKind::named, "kind", &mut judgement);
        let recommendation = read::optional_choice(
            self.recommendation.as_deref(),
            Recommendation::named,
            "recommendation",
            &mut judgement,
        );
        let mut satisfaction = [None; 6];
        for (answer, given) in satisfaction.iter_mut().zip(&self.satisfaction) {
            *answer = *given;
        }
        let items = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| read_item(item, index, &mut new_item_id, &mut judgement))
            .collect();
        match (id, assignment, on, kind) {
            (Some(id), Some(assignment), Some(on), Some(kind)) if judgement.is_clean() => {
                Ok(rule::Feedback {
                    id,
                    assignment,
                    sheet: rule::FeedbackSheet {
                        kind,
                        on,
                        from: self.from.trim().to_owned(),
                        satisfaction,
                        contributions: self.contributions.clone(),
                        changes: self.changes.clone(),
                        requests: self.requests.clone(),
                        recommendation,
                    },
                    items,
                })
            }
            _ => Err(judgement.into_refusals()),
        }
    }
}

fn item_of(item: &rule::FeedbackItem) -> FeedbackItem {
    FeedbackItem {
        id: Some(item.id.to_string()),
        class: item.class.code().to_owned(),
        text: item.text.clone(),
        owner: item.owner.clone(),
        due_on: item.due_on.map(|day| day.to_string()),
        reply: item.reply.clone(),
        closed_on: item.closed_on.map(|day| day.to_string()),
    }
}

fn read_item(
    item: &FeedbackItem,
    index: usize,
    new_id: &mut impl FnMut() -> FeedbackItemId,
    judgement: &mut Judgement,
) -> Option<rule::FeedbackItem> {
    let place = format!("items.{}", index + 1);
    let id = match item.id.as_deref() {
        Some(id) => read::id(id, &place, judgement)?,
        None => new_id(),
    };
    Some(rule::FeedbackItem {
        id,
        class: read::choice(&item.class, ItemClass::named, &place, judgement)?,
        text: item.text.clone(),
        owner: item.owner.trim().to_owned(),
        due_on: read::date(item.due_on.as_deref(), &place, judgement),
        reply: item.reply.clone(),
        closed_on: read::date(item.closed_on.as_deref(), &place, judgement),
    })
}
