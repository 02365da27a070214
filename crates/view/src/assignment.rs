//! Assignments: rows of the list, the form they are typed in, and everything that hangs on a posting.

mod around;
mod course;
mod page;
mod record;

use app::assignment::Posting;
use chrono::NaiveDate;
use domain::assignment::{Assignment, AssignmentTerms, Lodging, Mode, PostMode};
use domain::exact::Points;
use domain::id::{AssignmentId, SchoolId, TeacherId};
use domain::policy::Track;
use domain::refusal::{Judgement, Refusal};

use crate::{read, shape};

pub(crate) use around::swap_row;
pub use around::{BenefitForm, BenefitRow, BenefitSheet, LivingForm, LivingRow, SwapForm, SwapRow};
pub use course::{AssignmentStep, EventChoice, GoalVerdict, Post, StepForm, WorkGoal};
pub use page::{AssignmentPage, CalendarLead, YearOutcome};
pub use record::{Honour, ServedPosting, ServedTeacher, ServedYear, Title};

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
        /// Its terms, under the names under which they are typed.
        #[serde(flatten)]
        pub terms: Terms,
        /// 保障.
        pub keeping: Keeping,
        /// Code of how far it has come.
        pub state: String,
        /// Its word.
        pub state_word: String,
        /// True while he is due to be at the host school.
        pub is_under_way: bool,
        /// 审批文号; empty before the approval.
        pub approval: String,
        /// 到岗日期.
        pub arrived_on: Option<String>,
        /// How many goals were agreed.
        pub n_goals: u32,
        /// The last day, as far as it is known.
        pub last_day: String,
    }

    /// 保障: what stays while he is away, and how he lives there. `null` is not known.
    #[derive(Default)]
    pub struct Keeping {
        /// 原岗位保留.
        #[serde(default)]
        pub is_post_kept: Option<bool>,
        /// 工资关系不变.
        #[serde(default)]
        pub is_pay_unchanged: Option<bool>,
        /// 聘用合同不变.
        #[serde(default)]
        pub is_contract_unchanged: Option<bool>,
        /// Code or word of the 住宿.
        #[serde(default)]
        pub lodging: Option<String>,
        /// 单程分钟.
        #[serde(default)]
        pub commute_minutes: Option<u16>,
        /// 两校距离（公里）.
        #[serde(default)]
        pub distance_km: Option<u16>,
    }

    /// 期限、岗位与工作量.
    pub struct Terms {
        /// Code or word of the 途径.
        pub track: Option<String>,
        /// Code or word of the 方式.
        pub mode: String,
        /// Code or word of the 岗位.
        pub post_mode: String,
        /// 学科.
        pub subject: String,
        /// 班级.
        pub classes: String,
        /// 周课时.
        pub weekly_lessons: Option<u8>,
        /// 班主任.
        pub is_homeroom: Option<bool>,
        /// 起.
        pub start_on: String,
        /// 止.
        pub planned_end_on: String,
        /// 实际结束, as steps have set it; it is never typed.
        pub actual_end_on: Option<String>,
        /// 折算系数, `1` unless the policy lets a month count for more.
        pub credit: String,
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
        /// Code or word of the 途径.
        #[serde(default)]
        pub track: Option<String>,
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
        /// 实际结束, as steps have set it; it is never typed.
        #[serde(default)]
        pub actual_end_on: Option<String>,
        /// 折算系数, `1` unless the policy lets a month count for more.
        #[serde(default = "one")]
        pub credit: String,
        /// 保障.
        #[serde(default)]
        pub keeping: Keeping,
    }
}

fn one() -> String {
    "1".to_owned()
}

impl Keeping {
    fn of(keeping: &domain::assignment::Keeping) -> Self {
        Self {
            is_post_kept: keeping.is_post_kept,
            is_pay_unchanged: keeping.is_pay_unchanged,
            is_contract_unchanged: keeping.is_contract_unchanged,
            lodging: keeping.lodging.map(|lodging| lodging.code().to_owned()),
            commute_minutes: keeping.commute_minutes,
            distance_km: keeping.distance_km,
        }
    }

    fn read(&self, judgement: &mut Judgement) -> domain::assignment::Keeping {
        domain::assignment::Keeping {
            is_post_kept: self.is_post_kept,
            is_pay_unchanged: self.is_pay_unchanged,
            is_contract_unchanged: self.is_contract_unchanged,
            lodging: read::optional_choice(
                self.lodging.as_deref(),
                Lodging::named,
                "lodging",
                judgement,
            ),
            commute_minutes: self.commute_minutes,
            distance_km: self.distance_km,
        }
    }
}

impl Terms {
    fn of(terms: &AssignmentTerms) -> Self {
        Self {
            track: terms.track.map(|track| track.code().to_owned()),
            credit: terms.credit.to_string(),
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
        let terms = self.terms(&mut judgement);
        let keeping = self.keeping.read(&mut judgement);
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
                    keeping,
                    goals: Vec::new(),
                    steps: Vec::new(),
                })
            }
            _ => Err(judgement.into_refusals()),
        }
    }

    fn terms(&self, judgement: &mut Judgement) -> Option<AssignmentTerms> {
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
        let track = read::optional_choice(self.track.as_deref(), Track::named, "track", judgement);
        let credit = read::credit(&self.credit, "credit", judgement);
        Some(AssignmentTerms {
            track,
            credit: credit.unwrap_or(Points::whole(1)),
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

impl AssignmentRow {
    /// The row of a posting, for the school `mine`.
    pub fn of(posting: &Posting, mine: SchoolId) -> Self {
        let assignment = &posting.assignment;
        let state = assignment.state();
        Self {
            id: assignment.id.to_string(),
            teacher_id: assignment.teacher.to_string(),
            teacher: posting.teacher.record.name.clone(),
            sending_school_id: assignment.sending_school.to_string(),
            sending_school: posting.sending_school.name.clone(),
            host_school_id: assignment.host_school.to_string(),
            host_school: posting.host_school.name.clone(),
            my_side: assignment.side_of(mine).map(|side| side.code().to_owned()),
            terms: Terms::of(&assignment.terms),
            keeping: Keeping::of(&assignment.keeping),
            state: state.code().to_owned(),
            state_word: state.word().to_owned(),
            is_under_way: state.is_under_way(),
            approval: assignment
                .approval()
                .map(|approval| approval.document.clone())
                .unwrap_or_default(),
            arrived_on: assignment.arrived_on().map(|day| day.to_string()),
            n_goals: crate::session::count(assignment.goals.len()),
            last_day: assignment.terms.last_day().to_string(),
        }
    }
}
