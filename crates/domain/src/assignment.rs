//! Assignments: a teacher is sent from one school to another for a term of dates, from approval to return.
//!
//! The posting itself stands here; [`course`] takes its steps, [`goal`] holds what was agreed, [`months`] counts
//! the months, [`living`] keeps what was done for him at the host school.

pub mod course;
mod doubt;
pub mod goal;
mod guard;
pub mod lead;
pub mod living;
pub mod months;
mod state;
mod step;
pub mod term;

use chrono::{Months, NaiveDate};

use crate::coded::coded;
use crate::exact::Points;
use crate::id::{AssignmentId, SchoolId, TeacherId};
use crate::policy::{Key, Policy, Track, Value};
use crate::refusal::{Judgement, Refusal};
use crate::school::Side;
use crate::text::closed_up;
use crate::year::{SchoolYear, day_on_paper};

pub use course::{Beside, YearResult};
pub use doubt::Around;
pub use goal::{Goal, GoalResult, GoalVerdict};
pub use state::{Event, State};
pub use step::{Post, Signatures, Step, StepForm};

/// The longest term, a bound of this program's own against years that are typed wrong.
const MOST_MONTHS: u32 = 120;

/// A posting from approval to return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Id.
    pub id: AssignmentId,
    /// Who is sent.
    pub teacher: TeacherId,
    /// 派出学校.
    pub sending_school: SchoolId,
    /// 受援学校.
    pub host_school: SchoolId,
    /// Terms and work.
    pub terms: AssignmentTerms,
    /// 保障: what he and his school were promised.
    pub keeping: Keeping,
    /// 工作目标.
    pub goals: Vec<Goal>,
    /// What has happened to it, oldest first.
    pub steps: Vec<Step>,
}

/// 保障: what stays while he is away, and how he lives there (R313, R316, R317, E-4). What is unknown is not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// 原岗位保留 (R313).
    pub is_post_kept: Option<bool>,
    /// 工资关系不变 (R316).
    pub is_pay_unchanged: Option<bool>,
    /// 聘用合同不变 (R317).
    pub is_contract_unchanged: Option<bool>,
    /// 住宿.
    pub lodging: Option<Lodging>,
    /// 单程分钟.
    pub commute_minutes: Option<u16>,
    /// 两校距离, kilometres.
    pub distance_km: Option<u16>,
}

coded! {
    /// 住宿.
    Lodging {
        /// 住校
        AtSchool = "at_school", "住校";
        /// 走读
        AtHome = "at_home", "走读";
        /// 租住
        Rented = "rented", "租住";
    }
}

/// 期限、岗位与工作量.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentTerms {
    /// 途径; nothing where the policy knows no ways.
    pub track: Option<Track>,
    /// 全职 / 兼职 / 柔性 (R315).
    pub mode: Mode,
    /// 顶岗 / 跟岗 / … (R314).
    pub post_mode: PostMode,
    /// 任教学科.
    pub subject: String,
    /// 担任班级.
    pub classes: String,
    /// 周课时, 0 to 60; unknown is not zero.
    pub weekly_lessons: Option<u8>,
    /// 是否班主任.
    pub is_homeroom: Option<bool>,
    /// 起.
    pub start_on: NaiveDate,
    /// 止, both days inclusive.
    pub planned_end_on: NaiveDate,
    /// The day he really left, when that was another one.
    pub actual_end_on: Option<NaiveDate>,
    /// 期限折算系数: 1.00, or what the policy lets a month count for (R311).
    pub credit: Points,
}

coded! {
    /// How much of his time the host school has (R315).
    Mode {
        /// 全职
        FullTime = "full_time", "全职";
        /// 兼职
        PartTime = "part_time", "兼职";
        /// 柔性
        Flexible = "flexible", "柔性";
    }
}

coded! {
    /// What he does there (R314).
    PostMode {
        /// 顶岗
        Fill = "fill", "顶岗";
        /// 跟岗
        Shadow = "shadow", "跟岗";
        /// 挂职
        Seconded = "seconded", "挂职";
        /// 走教
        Circuit = "circuit", "走教";
        /// 送课
        Delivery = "delivery", "送课";
    }
}

impl AssignmentTerms {
    /// The last day, as far as it is known.
    pub fn last_day(&self) -> NaiveDate {
        self.actual_end_on.unwrap_or(self.planned_end_on)
    }

    /// The first day and the last day as it is planned.
    pub fn span(&self) -> (NaiveDate, NaiveDate) {
        (self.start_on, self.planned_end_on)
    }

    /// Nobody is sent for longer than ten years: such an end is a slip of the pen.
    fn judge_length(&self, end: NaiveDate, place: &str, judgement: &mut Judgement) {
        let most = self.start_on.checked_add_months(Months::new(MOST_MONTHS));
        judgement.require(
            most.is_some_and(|most| end < most),
            "ASSIGNMENT-DATES",
            place,
            "期限超过十年，请核对结束日期的年份",
        );
    }

    /// True when some day of the posting lies in the school year.
    pub fn touches(&self, year: SchoolYear) -> bool {
        self.start_on <= year.last_day() && self.last_day() >= year.first_day()
    }

    /// 起止时间 as forms print it.
    pub fn on_paper(&self) -> String {
        format!(
            "{}至{}",
            day_on_paper(self.start_on),
            day_on_paper(self.last_day())
        )
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.start_on <= other.last_day() && other.start_on <= self.last_day()
    }
}

impl Assignment {
    /// Judges an assignment as it was typed, beside the teacher's `others` (among them itself as it is on file).
    ///
    /// Steps are not judged here: they stay as they are on file, and what an approval fixed stays with them.
    ///
    /// # Errors
    /// Every reason why it cannot be kept; nothing is half-written.
    pub fn judged(mut self, others: &[Self], policy: &Policy) -> Result<Self, Vec<Refusal>> {
        self.terms.subject = closed_up(&self.terms.subject);
        self.terms.classes = closed_up(&self.terms.classes);
        let known = others.iter().find(|other| other.id == self.id);
        self.steps = known.map(|known| known.steps.clone()).unwrap_or_default();
        let terms = &self.terms;
        let mut judgement = Judgement::new();
        judgement.require(
            self.sending_school != self.host_school,
            "ASSIGNMENT-SCHOOLS",
            "host_school",
            "派出学校与受援学校不能是同一所学校",
        );
        judgement.require(
            terms.planned_end_on > terms.start_on,
            "ASSIGNMENT-DATES",
            "planned_end_on",
            "结束日期应晚于开始日期",
        );
        judgement.require(
            SchoolYear::of(terms.start_on).is_ok() && SchoolYear::of(terms.planned_end_on).is_ok(),
            "ASSIGNMENT-DATES",
            "start_on",
            "起止日期不合理，请核对年份",
        );
        terms.judge_length(terms.planned_end_on, "planned_end_on", &mut judgement);
        judgement.require(
            terms.actual_end_on == known.and_then(|known| known.terms.actual_end_on),
            "ASSIGNMENT-DATES",
            "actual_end_on",
            "实际结束日期由登记提前终止、召回或期满返校得出，不能直接填写",
        );
        judge_post(&Post::of(terms), &mut judgement);
        // What an approval fixed stays, whatever the policy says by now.
        if !known
            .is_some_and(|known| known.state().is_approved() && known.terms.credit == terms.credit)
        {
            self.judge_credit(policy, &mut judgement);
        }
        self.keeping.judge(&mut judgement);
        goal::judge(&mut self.goals, &mut judgement);
        if let Some(known) = known {
            self.forget_verdicts_of_other_goals(known);
            self.judge_fixed(known, &mut judgement);
        }
        self.judge_overlap(others, "start_on", &mut judgement);
        judgement.pass(self)
    }

    /// A verdict is of a goal as it was agreed: one that outlived an arrival that was taken back does not stick to
    /// another goal in its place.
    fn forget_verdicts_of_other_goals(&mut self, known: &Self) {
        if !known.state().may_agree_goals() {
            return;
        }
        for (place, goal) in self.goals.iter_mut().enumerate() {
            let is_kept = |was: &Goal| (was.host, was.sending) == (goal.host, goal.sending);
            let was = known.goals.get(place).filter(|was| is_kept(was));
            if was.is_some_and(|was| !was.is_same_agreement(goal)) {
                (goal.host, goal.sending) = (None, None);
            }
        }
    }

    /// What an approval or a signature has fixed.
    fn judge_fixed(&self, known: &Self, judgement: &mut Judgement) {
        let state = known.state();
        let (own, was) = (&self.terms, &known.terms);
        if state.is_approved() {
            let is_same = self.teacher == known.teacher
                && self.sending_school == known.sending_school
                && self.host_school == known.host_school
                && own.track == was.track
                && own.start_on == was.start_on
                && own.planned_end_on == was.planned_end_on
                && own.credit == was.credit;
            judgement.require(
                is_same,
                "ASSIGNMENT-APPROVED",
                "start_on",
                "已经批准，教师、学校、途径、起止日期和折算不能直接更改；请登记变动（延期、提前终止等），或撤销批准后再改",
            );
        }
        if state.has_arrived() || state == State::GoalsSigned {
            // What was left open may be filled in; what was said is changed by a change of post.
            let keeps = |was: &str, is: &str| was.is_empty() || was == is;
            judgement.require(
                own.mode == was.mode
                    && own.post_mode == was.post_mode
                    && keeps(&was.subject, &own.subject)
                    && keeps(&was.classes, &own.classes)
                    && (was.weekly_lessons.is_none() || own.weekly_lessons == was.weekly_lessons)
                    && (was.is_homeroom.is_none() || own.is_homeroom == was.is_homeroom),
                "ASSIGNMENT-POST",
                "post_mode",
                if state.has_arrived() {
                    "已经到岗，方式、岗位、学科、班级和课时的变化请登记“调整岗位”"
                } else {
                    "责任书已签，方式、岗位、学科、班级和课时不能再改；确需更改的，请先撤销签订，到岗以后请登记“调整岗位”"
                },
            );
        }
        let is_same_agreement = self.goals.len() == known.goals.len()
            && self
                .goals
                .iter()
                .zip(&known.goals)
                .all(|(own, was)| own.is_same_agreement(was));
        // Whoever was there before this program came may have goals that nobody typed yet; they come whole, and may
        // be put right until a school has judged one.
        let is_late = state.is_under_way()
            && known.last(Event::SignGoals).is_none()
            && known
                .goals
                .iter()
                .all(|goal| goal.host.is_none() && goal.sending.is_none());
        if is_late && !self.goals.is_empty() && !is_same_agreement {
            goal::judge_agreement(&self.goals, self.terms.span(), judgement);
        }
        judgement.require(
            state.may_agree_goals() || is_late || is_same_agreement,
            "GOAL-SIGNED",
            "goals",
            if known.last(Event::SignGoals).is_some() {
                "责任书已签，工作目标不能再改；确需更改的，请先撤销签订"
            } else {
                "已有学校认定过完成情况，或交流已经结束，工作目标不能再改；确需更改的，请先清除认定"
            },
        );
        let verdicts = |goals: &[Goal]| {
            let said = goals.iter().map(|goal| (goal.host, goal.sending));
            said.filter(|said| *said != (None, None))
                .collect::<Vec<_>>()
        };
        let own = verdicts(&self.goals);
        let was = verdicts(&known.goals);
        // Verdicts that outlived an arrival that was taken back may be cleared, alone or together with their goals.
        let is_cleared = state.may_agree_goals() && own.iter().all(|said| was.contains(said));
        judgement.require(
            state.may_judge_goals() || is_cleared || own == was,
            "GOAL-VERDICT",
            "goals",
            "目标完成情况在岗期间和期满考核时认定，现在不能填写或更改",
        );
    }

    fn judge_credit(&self, policy: &Policy, judgement: &mut Judgement) {
        let credit = self.terms.credit;
        if credit == Points::whole(1) {
            return;
        }
        let given = policy.value(Key::TermCreditFactor, self.terms.track);
        judgement.require(
            given == Some(&Value::Decimal(credit)),
            "ASSIGNMENT-CREDIT",
            "credit",
            "所用制度没有这一折算系数；没有规定的，按实际月数（1倍）",
        );
    }

    /// A teacher is at one school at a time: full time beside nothing else, and never twice at the same school.
    pub(crate) fn judge_overlap(&self, others: &[Self], place: &str, judgement: &mut Judgement) {
        if !self.state().takes_no_time() {
            self.judge_time(others, place, judgement);
        }
    }

    /// The same for a posting that takes no time now and would do so again.
    fn judge_time(&self, others: &[Self], place: &str, judgement: &mut Judgement) {
        for other in others {
            let is_full = [self.terms.mode, other.terms.mode].contains(&Mode::FullTime);
            if other.id != self.id
                && other.teacher == self.teacher
                && !other.state().takes_no_time()
                && (is_full || other.host_school == self.host_school)
                && other.terms.overlaps(&self.terms)
            {
                judgement.refuse(
                    "ASSIGNMENT-OVERLAP",
                    place,
                    format!(
                        "该教师已有一段{}交流（{}），时间重叠",
                        other.terms.mode.word(),
                        other.terms.on_paper()
                    ),
                );
            }
        }
    }

    /// What stands against deleting it: service is not deleted, its steps are taken back first.
    ///
    /// # Errors
    /// When he has come to the host school.
    pub fn judge_removal(&self) -> Result<(), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            !self.state().has_arrived(),
            "ASSIGNMENT-SERVED",
            "",
            &format!(
                "现在是“{}”，已有服务经历，不能删除；确系误登的，请先逐步撤销到岗以前",
                self.state().word()
            ),
        );
        judgement.pass(())
    }

    /// Which side my school is on; nothing when it has no part in it.
    pub fn side_of(&self, school: SchoolId) -> Option<Side> {
        if school == self.sending_school {
            Some(Side::Sending)
        } else if school == self.host_school {
            Some(Side::Host)
        } else {
            None
        }
    }
}

impl Keeping {
    fn judge(&self, judgement: &mut Judgement) {
        judgement.require(
            self.commute_minutes.is_none_or(|minutes| minutes <= 600),
            "ASSIGNMENT-COMMUTE",
            "commute_minutes",
            "单程时间应在0到600分钟之间",
        );
        judgement.require(
            self.distance_km.is_none_or(|km| km <= 3000),
            "ASSIGNMENT-COMMUTE",
            "distance_km",
            "距离应在0到3000公里之间",
        );
    }

    /// What the policy promises and nobody has confirmed yet, or what was denied.
    pub fn doubts(&self, policy: &Policy, track: Option<Track>) -> Vec<String> {
        [
            (self.is_post_kept, Key::KeepOriginalPost, "原岗位保留"),
            (
                self.is_pay_unchanged,
                Key::PayRelationUnchanged,
                "工资关系不变",
            ),
            (
                self.is_contract_unchanged,
                Key::ContractUnchanged,
                "聘用合同不变",
            ),
        ]
        .into_iter()
        .filter(|(kept, key, _)| policy.says(*key, track) && *kept != Some(true))
        .map(|(kept, key, words)| {
            let rule = policy.cited(key, track);
            match kept {
                None => format!("{words}（{rule}）尚未确认"),
                _ => format!("{words}（{rule}）没有做到"),
            }
        })
        .collect()
    }
}

/// Judges the part of the terms that a change of post replaces.
fn judge_post(post: &Post, judgement: &mut Judgement) {
    judgement.require(
        post.weekly_lessons.is_none_or(|lessons| lessons <= 60),
        "ASSIGNMENT-LESSONS",
        "weekly_lessons",
        "周课时应在0到60之间",
    );
    judgement.require(
        post.subject.chars().count() <= 40 && post.classes.chars().count() <= 60,
        "ASSIGNMENT-LENGTH",
        "subject",
        "学科最多40字，班级最多60字",
    );
}

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;
