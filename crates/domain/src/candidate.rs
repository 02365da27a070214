//! Candidates: who is put forward, by which channel, for which schools, and how far it has come (R115, R126,
//! R127, R131, R1006).

mod direction;
pub mod priority;

use chrono::NaiveDate;

use crate::coded::coded;
use crate::eligibility::Outcome;
use crate::exemption::Consent;
use crate::id::{CandidateId, RunId, SchoolId, TeacherId};
use crate::policy::choices::CONDITIONS;
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
    /// The teacher's outcome under that policy; nothing when he is none of my school's.
    pub outcome: Option<Outcome>,
    /// The frozen run under that policy; nothing while there is none.
    pub run: Option<RunId>,
    /// The other candidates.
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
        self.run = beside.run.filter(|_| self.form.approval.is_some());
        judgement.pass(self)
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
        match beside.outcome {
            // R118–R120 ask for facts, and not for age or years.
            Some(Outcome::Not) if form.channel != Channel::Hard => judgement.refuse(
                "CANDIDATE-NOT",
                "teacher_id",
                "按所用制度，该教师不符合交流条件",
            ),
            None => judgement.refuse(
                "CANDIDATE-FOREIGN",
                "teacher_id",
                "该教师不是本校教师，不能由本校选派",
            ),
            _ => {}
        }
    }

    fn judge_steps(&self, beside: Beside<'_>, judgement: &mut Judgement) {
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

    fn judge_approval(&self, beside: Beside<'_>, judgement: &mut Judgement) {
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
        judgement.require(
            beside.run.is_some(),
            "CANDIDATE-RUN",
            "teacher_id",
            "本学年还没有按现用制度冻结的资格判定，不能审批",
        );
        match beside.outcome {
            // R115: two guards, for whoever goes by his own will.
            Some(Outcome::May) if beside.policy.says(Key::AllowVoluntary, form.track) => {
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

#[cfg(test)]
mod tests;
