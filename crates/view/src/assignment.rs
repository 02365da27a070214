//! Assignments: rows of the list and the form they are typed in.

use chrono::NaiveDate;
use domain::assignment::{Assignment, AssignmentTerms, Mode, PostMode};
use domain::id::{AssignmentId, SchoolId, TeacherId};
use domain::refusal::{Judgement, Refusal};
use domain::school::Side;

use crate::{read, shape};

shape! {
    /// One row of the list.
    pub struct AssignmentRow {
        /// Id.
        pub id: String,
        /// Id of the teacher.
        pub teacher_id: String,
        /// His name.
        pub teacher: String,
        /// Id of the 派出学校.
        pub sending_school_id: String,
        /// Its name.
        pub sending_school: String,
        /// Id of the 受援学校.
        pub host_school_id: String,
        /// Its name.
        pub host_school: String,
        /// Which side my school is on.
        #[cfg_attr(test, ts(type = "'sending' | 'host' | null"))]
        pub my_side: Option<String>,
        /// What was typed.
        #[serde(flatten)]
        pub terms: Terms,
    }

    /// 期限、岗位与工作量.
    pub struct Terms {
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
        /// 起.
        pub start_on: String,
        /// 止.
        pub planned_end_on: String,
        /// 实际结束.
        #[serde(default)]
        pub actual_end_on: Option<String>,
    }

    /// An assignment as it is typed.
    pub struct AssignmentForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the teacher.
        pub teacher_id: String,
        /// Id of the 派出学校.
        pub sending_school_id: String,
        /// Id of the 受援学校.
        pub host_school_id: String,
        /// What was typed.
        #[serde(flatten)]
        pub terms: Terms,
    }
}

impl Terms {
    fn of(terms: &AssignmentTerms) -> Self {
        Self {
            mode: terms.mode.code().to_owned(),
            post_mode: terms.post_mode.code().to_owned(),
            subject: terms.subject.clone(),
            classes: terms.classes.clone(),
            weekly_lessons: terms.weekly_lessons,
            is_homeroom: terms.is_homeroom,
            start_on: terms.start_on.to_string(),
            planned_end_on: terms.planned_end_on.to_string(),
            actual_end_on: terms.actual_end_on.map(|day| day.to_string()),
        }
    }

    fn read(&self, judgement: &mut Judgement) -> Option<AssignmentTerms> {
        let mut day = |text: &str, place: &str| match text.trim() {
            "" => {
                judgement.refuse("INPUT-DATE", place, "请填写起止日期");
                None
            }
            text => read::date(Some(text), place, judgement),
        };
        let start_on = day(&self.start_on, "start_on");
        let planned_end_on = day(&self.planned_end_on, "planned_end_on");
        let actual_end_on = self.actual_end_on.as_deref();
        let actual_end_on: Option<NaiveDate> =
            read::date(actual_end_on, "actual_end_on", judgement);
        let mode = read::choice(&self.mode, Mode::named, "mode", judgement);
        let post_mode = read::choice(&self.post_mode, PostMode::named, "post_mode", judgement);
        Some(AssignmentTerms {
            mode: mode?,
            post_mode: post_mode?,
            subject: self.subject.clone(),
            classes: self.classes.clone(),
            weekly_lessons: self.weekly_lessons,
            is_homeroom: self.is_homeroom,
            start_on: start_on?,
            planned_end_on: planned_end_on?,
            actual_end_on,
        })
    }
}

impl AssignmentForm {
    /// The assignment that was typed; `new_id` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new_id: AssignmentId) -> Result<Assignment, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let teacher: Option<TeacherId> = read::id(&self.teacher_id, "teacher_id", &mut judgement);
        let sending: Option<SchoolId> =
            read::id(&self.sending_school_id, "sending_school_id", &mut judgement);
        let host: Option<SchoolId> =
            read::id(&self.host_school_id, "host_school_id", &mut judgement);
        let terms = self.terms.read(&mut judgement);
        match (id, teacher, sending, host, terms) {
            (Some(id), Some(teacher), Some(sending_school), Some(host_school), Some(terms))
                if judgement.is_clean() =>
            {
                Ok(Assignment {
                    id,
                    teacher,
                    sending_school,
                    host_school,
                    terms,
                })
            }
            _ => Err(judgement.into_refusals()),
        }
    }
}

impl AssignmentRow {
    /// The row of an assignment.
    pub fn of(
        assignment: &Assignment,
        teacher: &str,
        sending_school: &str,
        host_school: &str,
        my_side: Option<Side>,
    ) -> Self {
        Self {
            id: assignment.id.to_string(),
            teacher_id: assignment.teacher.to_string(),
            teacher: teacher.to_owned(),
            sending_school_id: assignment.sending_school.to_string(),
            sending_school: sending_school.to_owned(),
            host_school_id: assignment.host_school.to_string(),
            host_school: host_school.to_owned(),
            my_side: my_side.map(|side| side.code().to_owned()),
            terms: Terms::of(&assignment.terms),
        }
    }
}
