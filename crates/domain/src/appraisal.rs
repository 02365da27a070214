//! The appraisal that two schools make of one teacher's year: the host school first, the sending school
//! second, each its own part.
//!
//! [`composition`] computes HC, YF and YEAR from what was given, [`grade`] turns YEAR into a grade, and
//! this module keeps what was typed and says who may still change what.
//!
//! Must never: take a missing score for zero, or change a part that its school has signed.

pub mod composition;
pub mod grade;
mod judge;
mod sheet;
mod steps;

use crate::coded::coded;
use crate::exact::{Exact, Points};
use crate::id::{AppraisalId, AssignmentId};
use crate::policy::{Key, Policy, Value};
use crate::refusal::{Judgement, Refusal};
use crate::school::Side;
use crate::year::{SchoolYear, Term};

use composition::{Composition, Given, GivenSource, Weights};
use grade::Grade;
use judge::{
    judge_complete, judge_lengths, judge_returns, judge_scores, judge_stages, judge_tallies,
    judge_vetoes, part, require_hundred, require_texts,
};

pub use sheet::{Attendance, DUTIES, DutyCount, Goal, HostSheet, Score, SendingSheet};

/// One teacher's appraisal for one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    /// Id.
    pub id: AppraisalId,
    /// The posting it is about.
    pub assignment: AssignmentId,
    /// 学年.
    pub year: SchoolYear,
    /// How far it has come.
    pub state: State,
    /// The host school's part.
    pub host: HostSheet,
    /// The sending school's part.
    pub sending: SendingSheet,
    /// The policy it is composed under.
    pub basis: Basis,
}

/// The policy an appraisal is composed under: its version is stored, so that a later change of the policy changes
/// nothing that a school has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// As [`crate::policy::Policy::stamp`] writes it; empty for the program's own weights.
    pub policy: String,
    /// w_host, above w_send (R601).
    pub weight_host: Points,
    /// w_send; the two make 1.
    pub weight_sending: Points,
}

impl Default for Basis {
    fn default() -> Self {
        Self {
            policy: String::new(),
            weight_host: Points::from_hundredths(70),
            weight_sending: Points::from_hundredths(30),
        }
    }
}

impl Basis {
    /// What a policy says; the program's own weights where it says nothing.
    pub fn of(policy: &Policy) -> Self {
        let own = Self::default();
        let weight = |key, otherwise| match policy.value(key, None) {
            Some(Value::Decimal(points)) => *points,
            _ => otherwise,
        };
        Self {
            policy: policy.stamp(),
            weight_host: weight(Key::WeightHost, own.weight_host),
            weight_sending: weight(Key::WeightSending, own.weight_sending),
        }
    }
}

coded! {
    /// How far an appraisal has come on the paper's way (D-3).
    State {
        /// 评分中: both parts may be edited.
        Open = "open", "评分中";
        /// 受援学校已签章: the host's part is sealed.
        HostSigned = "host_signed", "受援学校已签章";
        /// 派出学校已签章: everything is sealed and archived.
        SendingSigned = "sending_signed", "双方已签章";
    }
}

impl Appraisal {
    /// A new, empty appraisal.
    pub fn new(id: AppraisalId, assignment: AssignmentId, year: SchoolYear) -> Self {
        Self {
            id,
            assignment,
            year,
            state: State::Open,
            host: HostSheet::default(),
            sending: SendingSheet::default(),
            basis: Basis::default(),
        }
    }

    /// Replaces the host's part.
    ///
    /// # Errors
    /// When the host has signed, or when something in it cannot stand.
    pub fn with_host(mut self, sheet: HostSheet) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            self.state == State::Open,
            "APPRAISAL-SEALED",
            "host",
            "受援学校已签章，评分不能再改；本版本还不能作废重评，请在签章前核对清楚",
        );
        judge_scores(
            &mut judgement,
            Side::Host,
            &sheet.scores,
            sheet.is_exam_applicable,
        );
        judge_tallies(&mut judgement, &sheet.tallies);
        for (term, points) in &sheet.stages {
            require_hundred(&mut judgement, &format!("stages.{}", term.code()), *points);
        }
        judge_lengths(
            &mut judgement,
            &[
                ("host.strengths", &sheet.strengths, 2000),
                ("host.weaknesses", &sheet.weaknesses, 2000),
                ("host.advice", &sheet.advice, 2000),
                ("host.self_report", &sheet.self_report, 20_000),
                ("host.members", &sheet.members, 200),
                ("host.principal", &sheet.principal, 50),
                (
                    "host.missing_stage_reason",
                    &sheet.missing_stage_reason,
                    200,
                ),
            ],
        );
        for (index, goal) in sheet.goals.iter().enumerate() {
            let place = format!("goals.{}", index + 1);
            judge_lengths(
                &mut judgement,
                &[(&place, &goal.text, 200), (&place, &goal.evidence, 60)],
            );
            judgement.require(
                goal.weight.is_none_or(|weight| weight <= 100),
                "APPRAISAL-GOAL",
                &place,
                "目标权重应在0到100之间",
            );
        }
        for veto in &sheet.vetoes {
            judge_lengths(
                &mut judgement,
                &[("vetoes", &veto.fact, 500), ("vetoes", &veto.document, 60)],
            );
        }
        self.host = sheet;
        judgement.pass(self)
    }

    /// Replaces the sending school's part.
    ///
    /// # Errors
    /// When the sending school has signed, or when something in it cannot stand.
    pub fn with_sending(mut self, sheet: SendingSheet) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            self.state != State::SendingSigned,
            "APPRAISAL-SEALED",
            "sending",
            "派出学校已签章，不能再改；本版本还不能作废重评，请在签章前核对清楚",
        );
        judge_scores(&mut judgement, Side::Sending, &sheet.scores, true);
        judge_lengths(
            &mut judgement,
            &[
                ("sending.opinion", &sheet.opinion, 1000),
                ("sending.principal", &sheet.principal, 50),
                ("sending.grade_reason", &sheet.grade_reason, 200),
            ],
        );
        self.sending = sheet;
        judgement.pass(self)
    }

    /// What the composition is made of, taken from both parts.
    pub fn given(&self) -> Given {
        let mut weights = Weights {
            host: self.basis.weight_host.exact(),
            sending: self.basis.weight_sending.exact(),
            ..Weights::default()
        };
        if self.host.stages.is_empty() && !self.host.missing_stage_reason.trim().is_empty() {
            // J-9: with a written reason the year-final stands alone, and the calculation says so.
            weights.stage = Exact::zero();
        }
        Given {
            weights,
            host: part(Side::Host, &self.host.scores, self.host.is_exam_applicable),
            sending: part(Side::Sending, &self.sending.scores, true),
            sources: self
                .host
                .tallies
                .iter()
                .map(|tally| GivenSource {
                    source: tally.source,
                    score: tally.score.map(Points::exact),
                    invited: tally.invited,
                    returned: tally.returned,
                })
                .collect(),
            stages: self
                .host
                .stages
                .values()
                .map(|points| points.exact())
                .collect(),
            vetoes: self.host.vetoes.iter().map(|veto| veto.code).collect(),
            ..Given::default()
        }
    }

    /// Computes HC, YF, YEAR and the suggested grade.
    ///
    /// # Errors
    /// Everything that is still missing.
    pub fn compose(&self) -> Result<Composition, Vec<Refusal>> {
        composition::compose(&self.given())
    }

    /// Judges whether the host school may sign: everything of its own part is there.
    ///
    /// `served` are the terms of the year in which the teacher was posted (J-9).
    ///
    /// # Errors
    /// Everything that is still missing.
    pub fn judge_host_signing(&self, served: &[Term]) -> Result<(), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        judgement.require(
            self.state == State::Open,
            "APPRAISAL-SIGNED",
            "host",
            "受援学校已经签章，不必重复签章",
        );
        judge_complete(
            &mut judgement,
            Side::Host,
            &self.host.scores,
            self.host.is_exam_applicable,
        );
        if let Err(refusals) = composition::compose_host(&self.given()) {
            for refusal in refusals.into_iter().filter(|r| r.code != "SCORE-MISSING") {
                judgement.refuse(refusal.code, &refusal.place, refusal.message);
            }
        }
        judge_stages(&mut judgement, &self.host, served);
        judge_vetoes(&mut judgement, &self.host.vetoes);
        judge_returns(&mut judgement, &self.host.tallies);
        require_texts(
            &mut judgement,
            &[
                (
                    "host.strengths",
                    &self.host.strengths,
                    "受援学校评语（优点）",
                ),
                ("host.principal", &self.host.principal, "受援学校校长姓名"),
            ],
        );
        judgement.require(
            self.host.proposed_grade.is_some(),
            "APPRAISAL-GRADE",
            "host.proposed_grade",
            "请选择建议档次",
        );
        judgement.pass(())
    }

    /// Judges whether the sending school may sign, and answers what will stand on the paper.
    ///
    /// # Errors
    /// Everything that is still missing.
    pub fn judge_sending_signing(&self) -> Result<Composition, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        match self.state {
            State::Open => judgement.refuse(
                "APPRAISAL-ORDER",
                "sending",
                "受援学校还没有签章，派出学校不能先签",
            ),
            State::SendingSigned => judgement.refuse(
                "APPRAISAL-SIGNED",
                "sending",
                "派出学校已经签章，不必重复签章",
            ),
            State::HostSigned => {}
        }
        require_texts(
            &mut judgement,
            &[
                ("sending.opinion", &self.sending.opinion, "派出学校意见"),
                (
                    "sending.principal",
                    &self.sending.principal,
                    "派出学校校长姓名",
                ),
            ],
        );
        let composition = judgement.take(self.compose());
        if let Some(composition) = &composition {
            judgement.require(
                self.sending.grade.is_none_or(|grade| {
                    grade == composition.grade || !self.sending.grade_reason.trim().is_empty()
                }),
                "APPRAISAL-GRADE",
                "sending.grade_reason",
                "所定档次与系统建议不同，请写明理由",
            );
            judgement.require(
                self.sending
                    .grade
                    .is_none_or(|grade| grade <= composition.grade)
                    || self.host.vetoes.is_empty(),
                "APPRAISAL-GRADE",
                "sending.grade",
                "有否决情形，档次不能高于系统建议",
            );
        }
        let refusals = judgement.into_refusals();
        match composition {
            Some(composition) if refusals.is_empty() => Ok(composition),
            _ => Err(refusals),
        }
    }

    /// The grade that counts: the decided one, else the suggested one.
    pub fn final_grade(&self, composition: &Composition) -> Grade {
        self.sending.grade.unwrap_or(composition.grade)
    }
}

#[cfg(test)]
mod tests;
