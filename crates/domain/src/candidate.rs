//! Candidates: who is put forward, by which channel, for which schools, and how far it has come (R115, R126,
//! R127, R131, R1006).

mod direction;
pub mod priority;
mod steps;

use chrono::NaiveDate;

use crate::coded::coded;
use crate::eligibility::{Outcome, Verdict};
use crate::exemption::Consent;
use crate::id::{CandidateId, RunId, SchoolId, TeacherId};
use crate::policy::{Key, Policy, Track};
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::SchoolYear;

pub use direction::{approval_authority, warnings};

/// One candidate of a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Id.
    pub id: CandidateId,
    /// Who.
    pub teacher: TeacherId,
    /// For which school year.
    pub year: SchoolYear,
    /// The frozen run that his approval rests on; nothing before it.
    pub run: Option<RunId>,
    /// What was typed.
    pub form: CandidateForm,
}

/// What is typed about a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateForm {
    /// 渠道.
    pub channel: Channel,
    /// 途径; nothing where the policy knows no ways.
    pub track: Option<Track>,
    /// 批次 (R102: 分批).
    pub batch: Option<u8>,
    /// 意向校, at most three, in his order.
    pub wishes: Vec<SchoolId>,
    /// 专长、兴趣.
    pub strengths: String,
    /// 参加条件 confirmed: codes of [`crate::policy::choices::CONDITIONS`].
    pub conditions: Vec<String>,
    /// 自荐（申请）日期.
    pub applied_on: Option<NaiveDate>,
    /// 学校推荐.
    pub recommended_on: Option<NaiveDate>,
    /// 推荐意见.
    pub opinion: String,
    /// 派出学校同意 (R115).
    pub has_sending_consent: Option<bool>,
    /// 受援学校接收 (R131).
    pub host_accepts: Option<bool>,
    /// 拟去学校.
    pub to_school: Option<SchoolId>,
    /// 流动范围 (R127).
    pub range: Option<Range>,
    /// 审批: document and day.
    pub approval: Option<Consent>,
    /// Facts behind a hard move (R118–R120); empty for every other channel.
    pub facts: String,
}

coded! {
    /// 选派渠道; the codes are those of the parameter `selection_channels`.
    Channel {
        /// 自荐
        Own = "self", "自荐";
        /// 组织选派
        Organised = "organised", "组织选派";
        /// 硬性流动 (R118–R120)
        Hard = "hard", "硬性流动";
    }
}

coded! {
    /// 流动范围 (R127).
    Range {
        /// 本乡镇内
        Township = "township", "本乡镇内";
        /// 跨乡镇
        Beyond = "beyond", "跨乡镇";
    }
}

coded! {
    /// How far a candidate has come.
    Progress {
        /// 已登记
        Listed = "listed", "已登记";
        /// 已申请
        Applied = "applied", "已申请";
        /// 已推荐
        Recommended = "recommended", "已推荐";
        /// 已批准
        Approved = "approved", "已批准";
    }
}

/// Most wishes.
const MOST_WISHES: usize = 3;

/// What a candidate is judged beside.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// My school.
    pub my_school: SchoolId,
    /// True when he is one of my school's teachers.
    pub is_mine: bool,
    /// What comes out of him under that policy today; nothing where the policy says nothing of who goes.
    pub now: Option<&'a Verdict>,
    /// The frozen run under that policy and what it says of him; nothing while there is none.
    pub frozen: Option<(RunId, Option<&'a Verdict>)>,
    /// False for a policy that says nothing of who goes: there is no run then.
    pub has_run: bool,
    /// The candidates on file, himself among them when he is one.
    pub others: &'a [Candidate],
    /// True when a host school has asked for his subject.
    pub is_needed: bool,
    /// The day on which it is typed.
    pub today: NaiveDate,
}

impl CandidateForm {
    /// A candidate of whom nothing is known but the channel.
    pub fn new(channel: Channel) -> Self {
        Self {
            channel,
            track: None,
            batch: None,
            wishes: Vec::new(),
            strengths: String::new(),
            conditions: Vec::new(),
            applied_on: None,
            recommended_on: None,
            opinion: String::new(),
            has_sending_consent: None,
            host_accepts: None,
            to_school: None,
            range: None,
            approval: None,
            facts: String::new(),
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        if self.approval.is_some() {
            Progress::Approved
        } else if self.recommended_on.is_some() {
            Progress::Recommended
        } else if self.applied_on.is_some() {
            Progress::Applied
        } else {
            Progress::Listed
        }
    }

    /// True for whoever is counted among those who go: recommended, and not turned away by the host school.
    pub fn is_going(&self) -> bool {
        self.progress() >= Progress::Recommended && self.host_accepts != Some(false)
    }
}

impl Candidate {
    /// Judges a candidate as it was typed.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self, beside: Beside<'_>) -> Result<Self, Vec<Refusal>> {
        let form = &mut self.form;
        for text in [&mut form.strengths, &mut form.opinion, &mut form.facts] {
            *text = closed_up(text);
        }
        if let Some(approval) = &mut form.approval {
            approval.document = closed_up(&approval.document);
        }
        let mut judgement = Judgement::new();
        self.judge_texts(&mut judgement);
        self.judge_schools(beside, &mut judgement);
        self.judge_channel(beside, &mut judgement);
        self.judge_steps(beside, &mut judgement);
        self.judge_approval(beside, &mut judgement);
        let is_twice = beside.others.iter().any(|other| {
            other.id != self.id && (other.teacher, other.year) == (self.teacher, self.year)
        });
        judgement.require(
            !is_twice,
            "CANDIDATE-TWICE",
            "teacher_id",
            "该教师已是本学年的候选人，请改那一条",
        );
        self.run = match (self.approved_before(beside), beside.frozen) {
            (Some(before), _) => before.run,
            (None, Some((run, _))) if self.form.approval.is_some() => Some(run),
            _ => None,
        };
        judgement.pass(self)
    }

    /// The record on file, when it has the same approval: an approval stays with the run that it was given on.
    fn approved_before<'b>(&self, beside: Beside<'b>) -> Option<&'b Self> {
        beside.others.iter().find(|other| {
            other.id == self.id
                && other.form.approval.is_some()
                && other.form.approval == self.form.approval
        })
    }

    fn judge_texts(&self, judgement: &mut Judgement) {
        let form = &self.form;
        for (text, place, limit) in [
            (&form.strengths, "strengths", 100),
            (&form.opinion, "opinion", 200),
            (&form.facts, "facts", 200),
        ] {
            if text.chars().count() > limit {
                judgement.refuse(
                    "CANDIDATE-LENGTH",
                    place,
                    format!("内容过长，最多{limit}个字"),
                );
            }
        }
        judgement.require(
            form.batch.is_none_or(|batch| (1..=20).contains(&batch)),
            "CANDIDATE-BATCH",
            "batch",
            "批次应在1到20之间",
        );
    }

    fn judge_schools(&self, beside: Beside<'_>, judgement: &mut Judgement) {
        let form = &self.form;
        judgement.require(
            form.wishes.len() <= MOST_WISHES,
            "CANDIDATE-WISHES",
            "wishes",
            "意向校最多3所",
        );
        let is_twice = form.wishes.iter().enumerate().any(|(index, wish)| {
            form.wishes
                .iter()
                .skip(index + 1)
                .any(|other| other == wish)
        });
        judgement.require(
            !is_twice,
            "CANDIDATE-WISHES",
            "wishes",
            "同一所意向校填了两次",
        );
        judgement.require(
            !form.wishes.contains(&beside.my_school),
            "CANDIDATE-WISHES",
            "wishes",
            "意向校不能是本校",
        );
        judgement.require(
            form.to_school != Some(beside.my_school),
            "CANDIDATE-SCHOOL",
            "to_school_id",
            "拟去学校不能是本校",
        );
    }

    fn judge_channel(&self, beside: Beside<'_>, judgement: &mut Judgement) {
        let form = &self.form;
        let policy = beside.policy;
        if form.channel == Channel::Hard {
            judgement.require(
                policy.says(Key::HardMoveAllowed, form.track),
                "CANDIDATE-HARD",
                "channel",
                "所用制度没有启用硬性流动；单以成绩论去留与国家规定不符，启用前请慎重",
            );
            judgement.require(
                !form.facts.is_empty(),
                "CANDIDATE-HARD",
                "facts",
                "硬性流动须写明事实",
            );
        }
        let known = policy.codes(Key::SelectionChannels, form.track);
        judgement.require(
            known.is_empty()
                || form.channel == Channel::Hard
                || known.iter().any(|code| code == form.channel.code()),
            "CANDIDATE-CHANNEL",
            "channel",
            "所用制度没有这一选派渠道",
        );
        if let Some(track) = form.track {
            judgement.require(
                policy.tracks.is_empty() || policy.tracks.contains(&track),
                "CANDIDATE-TRACK",
                "track",
                "所用制度没有这一交流途径",
            );
        }
        if self.approved_before(beside).is_some() {
            return;
        }
        judgement.require(
            beside.is_mine,
            "CANDIDATE-FOREIGN",
            "teacher_id",
            "该教师不是本校教师，不能由本校选派",
        );
        // R118–R120 ask for facts, and not for age or years.
        let is_out = beside
            .now
            .is_some_and(|verdict| verdict.outcome == Outcome::Not);
        judgement.require(
            !is_out || form.channel == Channel::Hard,
            "CANDIDATE-NOT",
            "teacher_id",
            "按所用制度，该教师不符合交流条件",
        );
    }
}

#[cfg(test)]
mod tests;
