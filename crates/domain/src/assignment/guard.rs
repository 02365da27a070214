//! What a step asks before it is taken: who, when, why, on which paper, and what its event needs besides (D-3).

use chrono::{Days, Months, NaiveDate};

use super::course::{Beside, YearResult};
use super::{Assignment, Event, Post, Step, StepForm, goal};
use crate::appraisal::grade::Grade;
use crate::exemption::Consent;
use crate::policy::{Key, Policy};
use crate::refusal::Judgement;
use crate::year::{SchoolYear, day_on_paper};

/// How many days before or after the first day he may come; whoever comes later has another first day.
const ARRIVAL_DAYS: u64 = 30;
/// How many months before the first day a posting may be asked for, approved and agreed.
const EARLIEST_MONTHS: u32 = 24;
/// How many months before its end a posting may be appraised as ending, and he may go home: the summer.
const END_MONTHS: u32 = 3;

impl Assignment {
    /// The order of days: none before the step before it, none before the posting for what happens there. Only an
    /// arrival may be earlier, since the letter may be signed late.
    pub(super) fn judge_day(&self, form: &StepForm, judgement: &mut Judgement) {
        // A void year is a decision on paper: what happened at school before it may be registered after it.
        let is_of_school = |step: &&Step| step.form.event != Event::VoidYear;
        if let Some(last) = self.steps.iter().rev().find(is_of_school)
            && form.on < last.form.on
            && !matches!(form.event, Event::Arrive)
        {
            judgement.refuse(
                "STEP-DATE",
                "on",
                format!(
                    "日期早于上一步“{}”（{}）",
                    last.form.event.word(),
                    day_on_paper(last.form.on)
                ),
            );
        }
        if self.is_long_before_start(form.on) {
            judgement.refuse("STEP-DATE", "on", "日期比交流开始早两年以上，请核对年份");
        }
        if form.event.is_after_start() && form.on < self.terms.start_on {
            judgement.refuse(
                "STEP-BEFORE-START",
                "on",
                format!(
                    "日期早于交流开始日期（{}）",
                    day_on_paper(self.terms.start_on)
                ),
            );
        }
    }

    fn is_long_before_start(&self, day: NaiveDate) -> bool {
        let earliest = self
            .terms
            .start_on
            .checked_sub_months(Months::new(EARLIEST_MONTHS));
        earliest.is_some_and(|earliest| day < earliest)
    }

    pub(super) fn judge_guard(
        &self,
        form: &StepForm,
        beside: Beside<'_>,
        judgement: &mut Judgement,
    ) {
        match form.event {
            Event::Approve => {
                judge_approved_on(form, judgement);
                self.judge_term(form, beside.policy, judgement);
            }
            Event::SignGoals => self.judge_letter(form, beside.today, judgement),
            Event::Arrive | Event::Backfill => self.judge_arrival(form, judgement),
            Event::Submit if self.state().takes_no_time() => {
                self.judge_time(beside.others, "event", judgement);
            }
            Event::ChangePost => self.judge_post(form, beside.others, judgement),
            Event::Suspend => judgement.require(
                form.until.is_none_or(|until| until > form.on),
                "STEP-UNTIL",
                "until",
                "预计恢复日期应晚于中止日期",
            ),
            Event::Resume => judgement.require(
                self.last(Event::Suspend)
                    .is_none_or(|step| step.on < form.on),
                "STEP-DATE",
                "on",
                "恢复日期应晚于中止日期",
            ),
            Event::ReachEnd => self.judge_near_end(form, judgement),
            Event::Extend => self.judge_extension(form, beside, judgement),
            Event::Complete => self.judge_completion(form, beside, judgement),
            Event::EndEarly | Event::Recall => judgement.require(
                form.on < self.terms.planned_end_on,
                "STEP-DATE",
                "on",
                "提前结束的日期应早于计划结束日期；按期结束的请登记期满返校",
            ),
            Event::RefuseToGo => judge_refusal(form, judgement),
            Event::VoidYear | Event::VoidWhole => self.judge_void(form, beside, judgement),
            Event::Submit | Event::SendBack | Event::GoOn | Event::Archive => {}
        }
    }

    /// A term other than the policy's needs a word why (D-2).
    fn judge_term(&self, form: &StepForm, policy: &Policy, judgement: &mut Judgement) {
        if form.reason.is_empty()
            && let Some(doubt) = self.term_doubt(policy)
        {
            judgement.refuse("STEP-TERM", "reason", format!("{doubt}，批准时须写明理由"));
        }
    }

    fn judge_letter(&self, form: &StepForm, today: NaiveDate, judgement: &mut Judgement) {
        goal::judge_agreement(&self.goals, self.terms.span(), judgement);
        let Some(signed) = &form.signatures else {
            judgement.refuse(
                "STEP-SIGNATURES",
                "signatures",
                "责任书须有教师、受援学校、派出学校三方签字，请填写签字人和日期",
            );
            return;
        };
        for (name, place, who) in [
            (&signed.host, "host_signer", "受援学校"),
            (&signed.sending, "sending_signer", "派出学校"),
        ] {
            let length = name.chars().count();
            if !(1..=50).contains(&length) {
                judgement.refuse(
                    "STEP-SIGNATURES",
                    place,
                    format!("请填写{who}签字人，最多50个字"),
                );
            }
        }
        for (day, place) in [
            (signed.teacher_on, "teacher_signed_on"),
            (signed.host_on, "host_signed_on"),
            (signed.sending_on, "sending_signed_on"),
        ] {
            judgement.require(
                !self.is_long_before_start(day),
                "STEP-SIGNATURES",
                place,
                "签字日期比交流开始早两年以上，请核对年份",
            );
        }
        let complete = signed.complete_on();
        judgement.require(
            complete <= today,
            "STEP-SIGNATURES",
            "signatures",
            "签字日期晚于今天，请核对",
        );
        judgement.require(
            form.on == complete,
            "STEP-DATE",
            "on",
            "签订日期应为三方中最后一方签字的日期",
        );
        judgement.require(
            complete <= self.terms.start_on || !form.reason.is_empty(),
            "STEP-LATE",
            "reason",
            "工作目标应在交流开始前商定（R607）；开始以后补签的，须写明原因",
        );
    }

    fn judge_arrival(&self, form: &StepForm, judgement: &mut Judgement) {
        let start = self.terms.start_on;
        let window = start - Days::new(ARRIVAL_DAYS)..=start + Days::new(ARRIVAL_DAYS);
        if !window.contains(&form.on) {
            judgement.refuse(
                "STEP-ARRIVAL",
                "on",
                format!(
                    "到岗日期与开始日期（{}）相差30天以上，请核对；确实晚到的，请先撤销批准并更正开始日期",
                    day_on_paper(start)
                ),
            );
        }
    }

    fn judge_post(&self, form: &StepForm, others: &[Self], judgement: &mut Judgement) {
        let Some(post) = &form.post else {
            judgement.refuse("STEP-POST", "post", "请填写调整后的岗位");
            return;
        };
        judgement.require(
            *post != Post::of(&self.terms),
            "STEP-POST",
            "post",
            "岗位与现在相同，没有需要登记的调整",
        );
        super::judge_post(post, judgement);
        let mut changed = self.clone();
        post.put_into(&mut changed.terms);
        changed.judge_overlap(others, "post", judgement);
    }

    fn judge_near_end(&self, form: &StepForm, judgement: &mut Judgement) {
        if self.is_long_before_end(form.on) {
            judgement.refuse(
                "STEP-NOT-YET",
                "on",
                format!(
                    "计划到{}期满，距期满三个月以内才能登记期满考核；提前结束的请登记提前终止",
                    day_on_paper(self.terms.planned_end_on)
                ),
            );
        }
    }

    fn is_long_before_end(&self, day: NaiveDate) -> bool {
        let end = self.terms.planned_end_on;
        let earliest = end.checked_sub_months(Months::new(END_MONTHS));
        earliest.is_some_and(|earliest| day < earliest)
    }

    fn judge_extension(&self, form: &StepForm, beside: Beside<'_>, judgement: &mut Judgement) {
        judge_approved_on(form, judgement);
        // It extends a term that is served: a paper from before it approves something else.
        let start = self.terms.start_on;
        judgement.require(
            form.approval.as_ref().is_none_or(|one| one.on >= start),
            "STEP-APPROVAL",
            "approved_on",
            "延期的审批文件早于交流开始日期，请核对",
        );
        let Some(until) = form.until else {
            judgement.refuse("STEP-UNTIL", "until", "请填写延期后的结束日期");
            return;
        };
        judgement.require(
            until > self.terms.planned_end_on && SchoolYear::of(until).is_ok(),
            "STEP-UNTIL",
            "until",
            "延期后的结束日期应晚于原计划结束日期",
        );
        self.terms.judge_length(until, "until", judgement);
        let mut longer = self.clone();
        longer.terms.planned_end_on = until;
        longer.judge_overlap(beside.others, "until", judgement);
    }

    fn judge_completion(&self, form: &StepForm, beside: Beside<'_>, judgement: &mut Judgement) {
        let policy = beside.policy;
        let planned = self.terms.planned_end_on;
        let last = form.until.map_or(planned, |until| until.min(planned));
        let is_appraised = |result: &&YearResult| {
            SchoolYear::of(last).ok() == Some(result.year) && result.grade.is_some()
        };
        if form.reason.is_empty() && !beside.years.iter().any(|result| is_appraised(&result)) {
            judgement.refuse(
                "STEP-APPRAISAL",
                "reason",
                "最后一个学年的考核还没有两校签章；请先完成期满考核，确需先登记返校的，须写明理由",
            );
        }
        let open: Vec<String> = (1..)
            .zip(&self.goals)
            .filter(|(_, goal)| !goal.is_judged())
            .map(|(number, _): (usize, _)| format!("第{number}项"))
            .collect();
        if !open.is_empty() {
            judgement.refuse(
                "STEP-GOALS",
                "goals",
                format!(
                    "工作目标{}还没有两校认定，期满返校前须认定完毕",
                    open.join("、")
                ),
            );
        }
        let extends = policy.says(Key::ExtendOnUnmetGoals, self.terms.track);
        if extends && !goal::unmet(&self.goals).is_empty() && form.reason.is_empty() {
            judgement.refuse(
                "STEP-UNMET",
                "reason",
                format!(
                    "{}，按{}应适当延长；不延长而返校的，须写明理由",
                    self.unmet_words(),
                    policy.cited(Key::ExtendOnUnmetGoals, self.terms.track)
                ),
            );
        }
        if let Some(last) = form.until {
            judgement.require(
                last >= self.terms.start_on && last <= self.terms.planned_end_on,
                "STEP-UNTIL",
                "until",
                "最后一天应在交流期限之内；超过期限的请先登记延期",
            );
            judgement.require(
                !self.is_long_before_end(last),
                "STEP-UNTIL",
                "until",
                "最后一天距计划期满三个月以上，不是期满返校；请撤销期满考核，登记提前终止",
            );
        }
    }

    fn judge_void(&self, form: &StepForm, beside: Beside<'_>, judgement: &mut Judgement) {
        judgement.require(
            beside.policy.says(Key::VoidOnFail, self.terms.track),
            "STEP-VOID",
            "event",
            "所用制度没有“考核不合格的，该次交流视作无效”的规定",
        );
        let found = beside
            .years
            .iter()
            .find(|result| Some(result.appraisal) == form.appraisal);
        let Some(found) = found else {
            judgement.refuse(
                "STEP-APPRAISAL",
                "appraisal_id",
                "认定无效须依据本交流安排的学年考核，请指明是哪一份",
            );
            return;
        };
        judgement.require(
            found.is_signed && found.grade == Some(Grade::Unqualified),
            "STEP-APPRAISAL",
            "appraisal_id",
            "这份学年考核不是两校都已签章的“不合格”，不能据以认定无效",
        );
        if form.event == Event::VoidYear {
            judgement.require(
                form.year == Some(found.year),
                "STEP-YEAR",
                "year",
                "无效的学年应为考核不合格的学年",
            );
            judgement.require(
                !self.voided_years().contains(&found.year),
                "STEP-YEAR",
                "year",
                "这一学年已认定无效",
            );
        }
    }
}

/// An approval is its paper: it does not stand before the paper is there.
fn judge_approved_on(form: &StepForm, judgement: &mut Judgement) {
    let is_there = |approval: &Consent| approval.on <= form.on;
    judgement.require(
        form.approval.as_ref().is_none_or(is_there),
        "STEP-APPROVAL",
        "approved_on",
        "审批文件的日期晚于登记的日期，请核对",
    );
}

/// Who, when, why and on which paper.
pub(super) fn judge_papers(form: &StepForm, today: NaiveDate, judgement: &mut Judgement) {
    let by = form.by.chars().count();
    judgement.require(
        (1..=50).contains(&by),
        "STEP-BY",
        "by",
        "请填写由谁决定或确认，最多50个字",
    );
    judgement.require(
        form.on <= today,
        "STEP-DATE",
        "on",
        "日期晚于今天，还没有发生的不能登记",
    );
    judgement.require(
        form.reason.chars().count() <= 300,
        "STEP-REASON",
        "reason",
        "理由最多300个字",
    );
    judgement.require(
        !form.event.needs_reason() || !form.reason.is_empty(),
        "STEP-REASON",
        "reason",
        "请写明理由",
    );
    match &form.approval {
        None => judgement.require(
            !form.event.needs_approval(),
            "STEP-APPROVAL",
            "approval",
            "须有审批，请填写审批文号和日期",
        ),
        Some(approval) => {
            let length = approval.document.chars().count();
            judgement.require(
                (1..=60).contains(&length),
                "STEP-APPROVAL",
                "approval",
                "请填写审批文号，最多60个字",
            );
            judgement.require(
                approval.on <= today,
                "STEP-APPROVAL",
                "approved_on",
                "审批日期晚于今天，请核对",
            );
        }
    }
}

/// A person, a fact and two who confirm it (H-15).
fn judge_refusal(form: &StepForm, judgement: &mut Judgement) {
    match &form.notice {
        None => judgement.refuse(
            "STEP-NOTICE",
            "notice",
            "认定无故不参加，须先有书面通知，请填写通知文号和送达日期",
        ),
        Some(notice) => {
            let length = notice.document.chars().count();
            judgement.require(
                (1..=60).contains(&length),
                "STEP-NOTICE",
                "notice",
                "请填写通知文号，最多60个字",
            );
            judgement.require(
                notice.on <= form.on,
                "STEP-NOTICE",
                "noticed_on",
                "通知送达日期晚于认定日期",
            );
        }
    }
    judgement.require(
        !form.second.is_empty() && form.second != form.by && form.second.chars().count() <= 50,
        "STEP-SECOND",
        "second",
        "认定无故不参加须由两人确认，请填写另一位确认人",
    );
}
