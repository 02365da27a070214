//! Goals and steps of a posting.

use domain::assignment::{
    Event, Goal, GoalResult, GoalVerdict as Verdict, Mode, PostMode, Signatures, Step,
    StepForm as Form,
};
use domain::exemption::Consent;
use domain::refusal::{Judgement, Refusal};

use crate::{read, shape};

shape! {
    /// A goal as it is agreed, and what both schools say of it.
    pub struct WorkGoal {
        /// 目标.
        pub text: String,
        /// 衡量标准.
        #[serde(default)]
        pub measure: String,
        /// 目标值.
        #[serde(default)]
        pub target: String,
        /// 权重, 1 to 100.
        pub weight: u8,
        /// 完成时限.
        #[serde(default)]
        pub due_on: Option<String>,
        /// 佐证材料.
        #[serde(default)]
        pub evidence: String,
        /// 受援学校认定.
        #[serde(default)]
        pub host: Option<GoalVerdict>,
        /// 派出学校认定.
        #[serde(default)]
        pub sending: Option<GoalVerdict>,
    }

    /// What a school says of a goal.
    pub struct GoalVerdict {
        /// Code or word: 达成、部分达成、未达成.
        pub result: String,
        /// 完成度, 0 to 100.
        pub achieved: u8,
    }

    /// A step as it is typed. Which parts are asked for depends on the event.
    pub struct StepForm {
        /// Code or word of the event.
        pub event: String,
        /// Day on which it happened.
        pub on: String,
        /// Who decided or confirmed it.
        #[serde(default)]
        pub by: String,
        /// Why.
        #[serde(default)]
        pub reason: String,
        /// 审批文号.
        #[serde(default)]
        pub approval_document: String,
        /// 审批日期.
        #[serde(default)]
        pub approved_on: Option<String>,
        /// The day on which the teacher signed the letter.
        #[serde(default)]
        pub teacher_signed_on: Option<String>,
        /// Who signed for the host school.
        #[serde(default)]
        pub host_signer: String,
        /// When.
        #[serde(default)]
        pub host_signed_on: Option<String>,
        /// Who signed for the sending school.
        #[serde(default)]
        pub sending_signer: String,
        /// When.
        #[serde(default)]
        pub sending_signed_on: Option<String>,
        /// New end of an extension, expected return, or last day.
        #[serde(default)]
        pub until: Option<String>,
        /// The new post.
        #[serde(default)]
        pub post: Option<Post>,
        /// 通知文号.
        #[serde(default)]
        pub notice_document: String,
        /// 通知送达日期.
        #[serde(default)]
        pub noticed_on: Option<String>,
        /// The second person who confirms.
        #[serde(default)]
        pub second: String,
        /// Id of the appraisal that makes it void.
        #[serde(default)]
        pub appraisal_id: Option<String>,
        /// The school year that becomes void.
        #[serde(default)]
        pub year: Option<String>,
    }

    /// 岗位与工作量.
    pub struct Post {
        /// Code or word of the 方式.
        pub mode: String,
        /// Code or word of the 岗位.
        pub post_mode: String,
        /// 学科.
        #[serde(default)]
        pub subject: String,
        /// 班级.
        #[serde(default)]
        pub classes: String,
        /// 周课时.
        #[serde(default)]
        pub weekly_lessons: Option<u8>,
        /// 班主任.
        #[serde(default)]
        pub is_homeroom: Option<bool>,
    }

    /// A step that was taken.
    pub struct AssignmentStep {
        /// What was typed.
        #[serde(flatten)]
        pub form: StepForm,
        /// Word of the event.
        pub event_word: String,
        /// 原计划结束日期 before it.
        pub planned_end_before: String,
        /// The post before it; only a change of post has one.
        pub post_before: Option<Post>,
    }

    /// Something that can be registered next.
    pub struct EventChoice {
        /// Code.
        pub event: String,
        /// Word.
        pub word: String,
        /// True when it must be said why.
        pub needs_reason: bool,
        /// True when an approval is asked for.
        pub needs_approval: bool,
        /// True for a change of what was approved.
        pub is_change: bool,
        /// True for an end of the posting.
        pub is_end: bool,
    }
}

impl WorkGoal {
    pub(crate) fn of(goal: &Goal) -> Self {
        let verdict = |verdict: Verdict| GoalVerdict {
            result: verdict.result.code().to_owned(),
            achieved: verdict.achieved,
        };
        Self {
            text: goal.text.clone(),
            measure: goal.measure.clone(),
            target: goal.target.clone(),
            weight: goal.weight,
            due_on: goal.due_on.map(|day| day.to_string()),
            evidence: goal.evidence.clone(),
            host: goal.host.map(verdict),
            sending: goal.sending.map(verdict),
        }
    }

    /// The goals that were typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read_all(goals: &[Self]) -> Result<Vec<Goal>, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let read: Vec<Goal> = (1..)
            .zip(goals)
            .map(|(number, goal): (usize, _)| goal.read(number, &mut judgement))
            .collect();
        judgement.pass(read)
    }

    fn read(&self, number: usize, judgement: &mut Judgement) -> Goal {
        let mut verdict = |verdict: &Option<GoalVerdict>, field: &str| {
            let verdict = verdict.as_ref()?;
            let place = format!("goals.{number}.{field}");
            let result = read::choice(&verdict.result, GoalResult::named, &place, judgement)?;
            Some(Verdict {
                result,
                achieved: verdict.achieved,
            })
        };
        let (host, sending) = (
            verdict(&self.host, "host"),
            verdict(&self.sending, "sending"),
        );
        let place = format!("goals.{number}.due_on");
        Goal {
            text: self.text.clone(),
            measure: self.measure.clone(),
            target: self.target.clone(),
            weight: self.weight,
            due_on: read::date(self.due_on.as_deref(), &place, judgement),
            evidence: self.evidence.clone(),
            host,
            sending,
        }
    }
}

impl Post {
    fn of(post: &domain::assignment::Post) -> Self {
        Self {
            mode: post.mode.code().to_owned(),
            post_mode: post.post_mode.code().to_owned(),
            subject: post.subject.clone(),
            classes: post.classes.clone(),
            weekly_lessons: post.weekly_lessons,
            is_homeroom: post.is_homeroom,
        }
    }

    fn read(&self, judgement: &mut Judgement) -> Option<domain::assignment::Post> {
        let mode = read::choice(&self.mode, Mode::named, "post.mode", judgement);
        let post_mode = read::choice(
            &self.post_mode,
            PostMode::named,
            "post.post_mode",
            judgement,
        );
        Some(domain::assignment::Post {
            mode: mode?,
            post_mode: post_mode?,
            subject: self.subject.clone(),
            classes: self.classes.clone(),
            weekly_lessons: self.weekly_lessons,
            is_homeroom: self.is_homeroom,
        })
    }
}

impl StepForm {
    pub(crate) fn of(form: &Form) -> Self {
        let document = |paper: &Option<Consent>| {
            paper
                .as_ref()
                .map(|paper| paper.document.clone())
                .unwrap_or_default()
        };
        let dated = |paper: &Option<Consent>| paper.as_ref().map(|paper| paper.on.to_string());
        let signed = form.signatures.as_ref();
        Self {
            event: form.event.code().to_owned(),
            on: form.on.to_string(),
            by: form.by.clone(),
            reason: form.reason.clone(),
            approval_document: document(&form.approval),
            approved_on: dated(&form.approval),
            teacher_signed_on: signed.map(|one| one.teacher_on.to_string()),
            host_signer: signed.map(|one| one.host.clone()).unwrap_or_default(),
            host_signed_on: signed.map(|one| one.host_on.to_string()),
            sending_signer: signed.map(|one| one.sending.clone()).unwrap_or_default(),
            sending_signed_on: signed.map(|one| one.sending_on.to_string()),
            until: form.until.map(|day| day.to_string()),
            post: form.post.as_ref().map(Post::of),
            notice_document: document(&form.notice),
            noticed_on: dated(&form.notice),
            second: form.second.clone(),
            appraisal_id: form.appraisal.map(|id| id.to_string()),
            year: form.year.map(|year| year.to_string()),
        }
    }

    /// The step that was typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<Form, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let event = read::choice(&self.event, Event::named, "event", &mut judgement);
        let on = read::date(Some(&self.on), "on", &mut judgement);
        if on.is_none() && self.on.trim().is_empty() {
            judgement.refuse("INPUT-DATE", "on", "请填写日期");
        }
        let approval = paper(
            &self.approval_document,
            self.approved_on.as_deref(),
            ("approved_on", "审批"),
            &mut judgement,
        );
        let notice = paper(
            &self.notice_document,
            self.noticed_on.as_deref(),
            ("noticed_on", "通知"),
            &mut judgement,
        );
        let signatures = self.signatures(&mut judgement);
        let until = read::date(self.until.as_deref(), "until", &mut judgement);
        let post = self
            .post
            .as_ref()
            .and_then(|post| post.read(&mut judgement));
        let appraisal = self
            .appraisal_id
            .as_deref()
            .filter(|id| !id.trim().is_empty())
            .and_then(|id| read::id(id, "appraisal_id", &mut judgement));
        let year = self.year.as_deref().map(str::trim);
        let year = match year.filter(|year| !year.is_empty()).map(str::parse) {
            None => None,
            Some(Ok(year)) => Some(year),
            Some(Err(error)) => {
                let error: domain::year::InvalidSchoolYear = error;
                judgement.refuse("INPUT-YEAR", "year", error.to_string());
                None
            }
        };
        match (event, on) {
            (Some(event), Some(on)) => judgement.pass(Form {
                event,
                on,
                by: self.by.clone(),
                reason: self.reason.clone(),
                approval,
                signatures,
                until,
                post,
                notice,
                second: self.second.clone(),
                appraisal,
                year,
            }),
            _ => Err(judgement.into_refusals()),
        }
    }

    /// The three signatures: all of them, or none.
    fn signatures(&self, judgement: &mut Judgement) -> Option<Signatures> {
        let days = [
            (&self.teacher_signed_on, "teacher_signed_on", "教师"),
            (&self.host_signed_on, "host_signed_on", "受援学校"),
            (&self.sending_signed_on, "sending_signed_on", "派出学校"),
        ];
        let is_empty =
            |day: &Option<String>| day.as_deref().is_none_or(|day| day.trim().is_empty());
        if days.iter().all(|(day, ..)| is_empty(day))
            && self.host_signer.trim().is_empty()
            && self.sending_signer.trim().is_empty()
        {
            return None;
        }
        let [teacher_on, host_on, sending_on] = days.map(|(day, place, who)| {
            if is_empty(day) {
                judgement.refuse("STEP-SIGNATURES", place, format!("请填写{who}签字日期"));
            }
            read::date(day.as_deref(), place, judgement)
        });
        Some(Signatures {
            teacher_on: teacher_on?,
            host: self.host_signer.clone(),
            host_on: host_on?,
            sending: self.sending_signer.clone(),
            sending_on: sending_on?,
        })
    }
}

/// A document and its day: both, or none.
fn paper(
    document: &str,
    on: Option<&str>,
    (place, what): (&str, &str),
    judgement: &mut Judgement,
) -> Option<Consent> {
    let day = read::date(on, place, judgement);
    let is_blank = on.is_none_or(|on| on.trim().is_empty());
    match (document.trim().is_empty(), day) {
        (true, None) => None,
        (_, Some(on)) => Some(Consent {
            document: document.to_owned(),
            on,
        }),
        (false, None) => {
            if is_blank {
                judgement.refuse("INPUT-DATE", place, format!("请填写{what}日期"));
            }
            None
        }
    }
}

impl AssignmentStep {
    pub(crate) fn of(step: &Step) -> Self {
        Self {
            form: StepForm::of(&step.form),
            event_word: step.form.event.word().to_owned(),
            planned_end_before: step.planned_end_before.to_string(),
            post_before: step.post_before.as_ref().map(Post::of),
        }
    }
}

impl EventChoice {
    pub(crate) fn of(event: Event) -> Self {
        Self {
            event: event.code().to_owned(),
            word: event.word().to_owned(),
            needs_reason: event.needs_reason(),
            needs_approval: event.needs_approval(),
            is_change: event.is_change(),
            is_end: event.is_end(),
        }
    }
}
