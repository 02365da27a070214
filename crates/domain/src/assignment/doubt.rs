//! What a principal should look at on a posting: what the policy promises and nobody confirmed, days that have passed,
//! goals that were not reached, what follows from not going (E-4, R302, R310, R313–R319, R606).
//!
//! Must never: refuse. A doubt is shown; a person decides.

use chrono::{Datelike, NaiveDate};

use super::living::LivingItem;
use super::{Assignment, Event, State};
use crate::appraisal::grade::Grade;
use crate::policy::{Key, Policy};
use crate::school::School;
use crate::year::SchoolYear;

/// Weekly lessons above so many per cent of a full load are too many (R1106; the number is this program's).
const OVERLOAD_PCT: u32 = 120;

/// What a posting is looked at beside.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// The day on which it is looked at.
    pub today: NaiveDate,
    /// 受援学校.
    pub host: &'a School,
    /// 生活保障.
    pub living: &'a [LivingItem],
    /// True when it belongs to a swap.
    pub is_in_swap: bool,
}

impl Assignment {
    /// Everything to look at, the weightiest first.
    pub fn doubts(&self, around: Around<'_>) -> Vec<String> {
        let state = self.state();
        let mut doubts = Vec::new();
        if state == State::Refused {
            doubts.extend(self.refusal_result(around.policy));
        }
        if state.is_approved()
            && self
                .last(Event::Approve)
                .is_none_or(|one| one.reason.is_empty())
        {
            doubts.extend(self.term_doubt(around.policy));
        }
        if state.may_agree_goals()
            && !self.goals.is_empty()
            && let Err(reasons) = self.judge_agreement()
        {
            let reasons: Vec<String> = reasons.into_iter().map(|one| one.message).collect();
            doubts.push(format!("工作目标还是草稿：{}", reasons.join("；")));
        }
        if state.is_under_way() {
            doubts.extend(self.doubts_under_way(around));
        }
        let unmet = self.unmet_words();
        if state.has_arrived() && !unmet.is_empty() {
            doubts.push(unmet);
        }
        for (number, goal) in (1..).zip(&self.goals) {
            let number: usize = number;
            if goal.is_disputed() {
                doubts.push(format!(
                    "第{number}项工作目标，两校认定不一致，完成度取平均；是否达成以受援学校为准"
                ));
            }
        }
        let overdue = around
            .living
            .iter()
            .filter(|item| item.is_overdue(around.today));
        doubts.extend(overdue.map(|item| format!("生活保障“{}”已过办理期限", item.kind.word())));
        doubts
    }

    /// What a policy asks when somebody does not go without cause: to fail him in the year in which he should have gone
    /// (R606).
    fn refusal_result(&self, policy: &Policy) -> Option<String> {
        let track = self.terms.track;
        let year = SchoolYear::of(self.terms.start_on).ok()?;
        let rule = policy.cited(Key::FailOnUnexcusedRefusal, track);
        policy.says(Key::FailOnUnexcusedRefusal, track).then(|| {
            format!(
                "制度规定无故不参加的，学年度考核为{}（{rule}），请核定{}考核等次，并另行填报考核表",
                Grade::Unqualified.word(),
                year.on_paper()
            )
        })
    }

    fn doubts_under_way(&self, around: Around<'_>) -> Vec<String> {
        let Around { policy, today, .. } = around;
        let terms = &self.terms;
        let track = terms.track;
        let mut doubts = Vec::new();
        if today > terms.planned_end_on {
            doubts.push("已过计划结束日期，请登记期满考核，或登记延期".to_owned());
        }
        if self.arrived_on().is_some_and(|day| day > terms.start_on) {
            doubts.push("到岗晚于开始日期，服务月数从到岗当日计".to_owned());
        }
        // Of whoever came before this program, the letter may be on paper: its goals are enough.
        let is_before = self.last(Event::Backfill).is_some() && !self.goals.is_empty();
        if self.last(Event::SignGoals).is_none() && !is_before {
            doubts.push("没有签订工作目标责任书".to_owned());
        }
        if policy.says(Key::StartsAtYear, track)
            && (terms.start_on.month(), terms.start_on.day()) != (9, 1)
        {
            let rule = policy.cited(Key::StartsAtYear, track);
            doubts.push(format!(
                "制度规定自学年始执行（{rule}），开始日期不是9月1日"
            ));
        }
        if policy.says(Key::SwapRequired, track) && !around.is_in_swap {
            let rule = policy.cited(Key::SwapRequired, track);
            doubts.push(format!("制度规定两校互派（{rule}），尚未登记互派"));
        }
        doubts.extend(self.keeping.doubts(policy, track));
        if policy.says(Key::HostMustSettleLiving, track) && around.living.is_empty() {
            let rule = policy.cited(Key::HostMustSettleLiving, track);
            doubts.push(format!("还没有登记生活保障事项（{rule}）"));
        }
        doubts.extend(self.workload_doubt(around));
        doubts
    }

    /// Too few lessons where a full load is asked (R318), too many anywhere (R1106).
    fn workload_doubt(&self, around: Around<'_>) -> Option<String> {
        let full = u32::from(around.host.profile.full_load_lessons?);
        let own = u32::from(self.terms.weekly_lessons?);
        if own * 100 > full * OVERLOAD_PCT {
            return Some(format!(
                "周课时{own}节，超过受援学校满工作量{full}节的{OVERLOAD_PCT}%，恐难兼顾指导和教研"
            ));
        }
        let track = self.terms.track;
        let is_asked = around.policy.says(Key::FullWorkloadRequired, track);
        let rule = around.policy.cited(Key::FullWorkloadRequired, track);
        (is_asked && own < full)
            .then(|| format!("周课时{own}节，不足受援学校满工作量{full}节（{rule}）"))
    }
}
