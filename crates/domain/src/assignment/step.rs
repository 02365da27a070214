//! One step of a posting: what happened, on which day, who says so, why, and on which paper it rests.

use chrono::NaiveDate;

use super::{AssignmentTerms, Event, Mode, PostMode};
use crate::exemption::Consent;
use crate::id::AppraisalId;
use crate::year::SchoolYear;

/// A step as it was taken, with what it replaced, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was typed.
    pub form: StepForm,
    /// 原计划结束日期 before it.
    pub planned_end_before: NaiveDate,
    /// The real last day before it.
    pub actual_end_before: Option<NaiveDate>,
    /// The post before it; only a change of post replaces one.
    pub post_before: Option<Post>,
}

/// What is typed of a step. Which parts are asked for depends on the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepForm {
    /// What happened.
    pub event: Event,
    /// On which day.
    pub on: NaiveDate,
    /// Who decided or confirmed it: a name, or an office.
    pub by: String,
    /// Why.
    pub reason: String,
    /// 审批: document and day.
    pub approval: Option<Consent>,
    /// The three signatures under the letter.
    pub signatures: Option<Signatures>,
    /// Until when: the new end of an extension, the expected return of a suspension, the last day of one who has
    /// completed his term on another day than planned.
    pub until: Option<NaiveDate>,
    /// The new post.
    pub post: Option<Post>,
    /// The written notice to one who did not come (H-15).
    pub notice: Option<Consent>,
    /// The second person who confirms a refusal (H-15).
    pub second: String,
    /// The appraisal that makes the service void.
    pub appraisal: Option<AppraisalId>,
    /// The school year that becomes void.
    pub year: Option<SchoolYear>,
}

/// Who signed the letter, and when: the teacher and both schools (R607, D-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatures {
    /// The teacher.
    pub teacher_on: NaiveDate,
    /// Name of whoever signed for the host school.
    pub host: String,
    /// When.
    pub host_on: NaiveDate,
    /// Name of whoever signed for the sending school.
    pub sending: String,
    /// When.
    pub sending_on: NaiveDate,
}

impl Signatures {
    /// The day from which all three stand.
    pub fn complete_on(&self) -> NaiveDate {
        self.teacher_on.max(self.host_on).max(self.sending_on)
    }
}

/// 岗位与工作量: the part of the terms that a change of post replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// 全职 / 兼职 / 柔性.
    pub mode: Mode,
    /// 顶岗 / 跟岗 / ….
    pub post_mode: PostMode,
    /// 任教学科.
    pub subject: String,
    /// 担任班级.
    pub classes: String,
    /// 周课时.
    pub weekly_lessons: Option<u8>,
    /// 是否班主任.
    pub is_homeroom: Option<bool>,
}

impl Post {
    /// The post of some terms.
    pub fn of(terms: &AssignmentTerms) -> Self {
        Self {
            mode: terms.mode,
            post_mode: terms.post_mode,
            subject: terms.subject.clone(),
            classes: terms.classes.clone(),
            weekly_lessons: terms.weekly_lessons,
            is_homeroom: terms.is_homeroom,
        }
    }

    /// Puts the post into some terms.
    pub fn put_into(&self, terms: &mut AssignmentTerms) {
        terms.mode = self.mode;
        terms.post_mode = self.post_mode;
        terms.subject.clone_from(&self.subject);
        terms.classes.clone_from(&self.classes);
        terms.weekly_lessons = self.weekly_lessons;
        terms.is_homeroom = self.is_homeroom;
    }
}

impl StepForm {
    /// A step of which only what, when and who is known.
    pub fn new(event: Event, on: NaiveDate, by: &str) -> Self {
        Self {
            event,
            on,
            by: by.to_owned(),
            reason: String::new(),
            approval: None,
            signatures: None,
            until: None,
            post: None,
            notice: None,
            second: String::new(),
            appraisal: None,
            year: None,
        }
    }
}
