//! The steps of a candidate in their order: application, recommendation, approval (R106, R115, R126).

use super::{Beside, Candidate, CandidateForm, Channel, Progress};
use crate::eligibility::Outcome;
use crate::policy::choices::CONDITIONS;
use crate::policy::{Key, Policy};
use crate::refusal::{Judgement, Refusal};

impl Candidate {
    pub(super) fn judge_steps(&self, beside: Beside<'_>, judgement: &mut Judgement) {
        let form = &self.form;
        // The work of a cycle begins in the spring before the year.
        let first = self.year.first_day() - chrono::Days::new(250);
        for (day, place) in [
            (form.applied_on, "applied_on"),
            (form.recommended_on, "recommended_on"),
            (form.approval.as_ref().map(|one| one.on), "approved_on"),
        ] {
            judgement.require(
                day.is_none_or(|day| day >= first && day <= self.year.last_day()),
                "CANDIDATE-DATE",
                place,
                "日期不在本学年及其准备期内，请核对",
            );
            judgement.require(
                day.is_none_or(|day| day <= beside.today),
                "CANDIDATE-DATE",
                place,
                "日期晚于今天，请核对",
            );
        }
        if let (Some(applied), Some(recommended)) = (form.applied_on, form.recommended_on) {
            judgement.require(
                recommended >= applied,
                "CANDIDATE-ORDER",
                "recommended_on",
                "推荐日期早于申请日期",
            );
        }
        judgement.require(
            form.channel != Channel::Own
                || form.recommended_on.is_none()
                || form.applied_on.is_some(),
            "CANDIDATE-ORDER",
            "applied_on",
            "自荐的须先有本人申请日期",
        );
        if form.recommended_on.is_some() {
            for code in &self.conditions(beside.policy) {
                let word = CONDITIONS
                    .iter()
                    .find(|(known, _)| known == code)
                    .map_or(*code, |(_, word)| word);
                judgement.require(
                    form.conditions.iter().any(|ticked| ticked == code),
                    "CANDIDATE-CONDITION",
                    "conditions",
                    &format!("推荐前须确认参加条件：{word}"),
                );
            }
        }
    }

    /// What must be ticked before he is recommended (R106, R126).
    fn conditions<'p>(&self, policy: &'p Policy) -> Vec<&'p str> {
        let track = self.form.track;
        let mut codes: Vec<&str> = policy
            .codes(Key::CandidateConditions, track)
            .iter()
            .map(String::as_str)
            .collect();
        for (key, code) in [
            (Key::RequireHealth, "health"),
            (Key::RequireQualification, "qualification"),
        ] {
            if policy.says(key, track) && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    pub(super) fn judge_approval(&self, beside: Beside<'_>, judgement: &mut Judgement) {
        let form = &self.form;
        let Some(approval) = &form.approval else {
            return;
        };
        let length = approval.document.chars().count();
        judgement.require(
            (1..=60).contains(&length),
            "CANDIDATE-APPROVAL",
            "approval_document",
            "请填写审批文号，最多60个字",
        );
        judgement.require(
            form.recommended_on.is_some_and(|day| day <= approval.on),
            "CANDIDATE-ORDER",
            "approved_on",
            "须先有学校推荐，审批日期不能早于推荐日期",
        );
        judgement.require(
            form.to_school.is_some(),
            "CANDIDATE-APPROVAL",
            "to_school_id",
            "审批须写明去哪所学校",
        );
        judgement.require(
            form.host_accepts != Some(false),
            "CANDIDATE-APPROVAL",
            "host_accepts",
            "受援学校不接收，不能审批",
        );
        if self.approved_before(beside).is_some() || !beside.has_run {
            return;
        }
        judgement.require(
            beside.frozen.is_some(),
            "CANDIDATE-RUN",
            "teacher_id",
            "本学年还没有按现用制度冻结的资格判定，不能审批",
        );
        let now = beside.now.map(|verdict| verdict.outcome);
        let is_as_frozen = beside
            .frozen
            .is_none_or(|(_, verdict)| verdict.map(|verdict| verdict.outcome) == now);
        judgement.require(
            is_as_frozen,
            "CANDIDATE-STALE",
            "teacher_id",
            "冻结之后该教师的资料或判定有变动，请重新冻结资格判定后再审批",
        );
        let is_voluntary = beside
            .now
            .is_some_and(|verdict| verdict.is_voluntary(beside.policy));
        match now {
            // R115: two guards, for whoever goes by his own will.
            Some(Outcome::May) if is_voluntary => {
                judgement.require(
                    form.has_sending_consent == Some(true),
                    "CANDIDATE-VOLUNTARY",
                    "has_sending_consent",
                    "自愿参加的须经现学校同意",
                );
                judgement.require(
                    beside.is_needed || form.host_accepts == Some(true),
                    "CANDIDATE-VOLUNTARY",
                    "host_accepts",
                    "自愿参加的须有学校需要：请先登记受援学校需求，或由受援学校确认接收",
                );
            }
            Some(Outcome::Deferred) => judgement.refuse(
                "CANDIDATE-DEFERRED",
                "teacher_id",
                "该教师本学年暂不列入，不能审批",
            ),
            Some(Outcome::Manual) => judgement.refuse(
                "CANDIDATE-MANUAL",
                "teacher_id",
                "该教师还须人工判定，请先在“资格判定”中判定",
            ),
            Some(Outcome::Must | Outcome::May | Outcome::Not) | None => {}
        }
    }
}

impl CandidateForm {
    /// What no longer fits an approval: the outcome has changed since.
    pub fn conflict(&self, outcome: Outcome) -> Option<String> {
        let fits = matches!(outcome, Outcome::Must | Outcome::May)
            || (outcome == Outcome::Not && self.channel == Channel::Hard);
        (self.progress() >= Progress::Recommended && !fits).then(|| {
            let step = self.progress().word();
            format!("{step}，但现判定为“{}”，请核对", outcome.word())
        })
    }

    /// An approved candidate is not simply deleted: his approval is withdrawn first.
    ///
    /// # Errors
    /// When he is approved.
    pub fn removable(&self) -> Result<(), Refusal> {
        match &self.approval {
            None => Ok(()),
            Some(approval) => Err(Refusal::at(
                "CANDIDATE-APPROVED",
                "approval_document",
                format!(
                    "已批准（{}）的候选人不能删除；批准撤销的，请先清空审批文号和日期",
                    approval.document
                ),
            )),
        }
    }
}
