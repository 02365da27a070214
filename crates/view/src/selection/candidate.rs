//! Candidates of a school year.

use app::candidate::CandidateLine;
use domain::candidate::{Candidate, CandidateForm as Typed, Channel, Range};
use domain::id::{CandidateId, SchoolId, TeacherId};
use domain::policy::Track;
use domain::refusal::{Judgement, Refusal};
use domain::year::SchoolYear;

use super::exemption::consent_of;
use crate::{read, shape};

shape! {
    /// One candidate, in the order in which they are put forward.
    pub struct CandidateRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: CandidateForm,
        /// 姓名.
        pub teacher: String,
        /// Initials to search by.
        pub initials: String,
        /// 学科.
        pub subject: String,
        /// Place in the order, from 1.
        pub rank: u32,
        /// Why he stands there; empty where the policy does not order.
        pub priority_word: String,
        /// Code of the outcome of the run; `None` while there is none.
        pub result: Option<String>,
        /// Word of it.
        pub result_word: String,
        /// How far it has come.
        #[cfg_attr(test, ts(type = "'listed' | 'applied' | 'recommended' | 'approved'"))]
        pub progress: String,
        /// Word of it.
        pub progress_word: String,
        /// Who approves under the policy; empty where it does not say.
        pub authority: String,
        /// Name of the school he is meant for.
        pub to_school: String,
        /// Names of the schools he wishes for.
        pub wish_names: Vec<String>,
        /// What to think of before he goes there.
        pub warnings: Vec<String>,
    }

    /// A candidate as it is typed.
    pub struct CandidateForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the teacher.
        pub teacher_id: String,
        /// Code or word of the channel.
        pub channel: String,
        /// Code or word of the way.
        #[serde(default)]
        pub track: Option<String>,
        /// 批次.
        #[serde(default)]
        pub batch: Option<u8>,
        /// Ids of the schools he wishes for.
        #[serde(default)]
        pub wishes: Vec<String>,
        /// 专长、兴趣.
        #[serde(default)]
        pub strengths: String,
        /// Codes of the conditions that were confirmed.
        #[serde(default)]
        pub conditions: Vec<String>,
        /// 申请日期.
        #[serde(default)]
        pub applied_on: Option<String>,
        /// 推荐日期.
        #[serde(default)]
        pub recommended_on: Option<String>,
        /// 推荐意见.
        #[serde(default)]
        pub opinion: String,
        /// 现学校同意.
        #[serde(default)]
        pub has_sending_consent: Option<bool>,
        /// 受援学校接收.
        #[serde(default)]
        pub host_accepts: Option<bool>,
        /// Id of the school he is meant for.
        #[serde(default)]
        pub to_school_id: Option<String>,
        /// Code or word of the range.
        #[serde(default)]
        pub range: Option<String>,
        /// 审批文号.
        #[serde(default)]
        pub approval_document: String,
        /// 审批日期.
        #[serde(default)]
        pub approved_on: Option<String>,
        /// Facts behind a hard move.
        #[serde(default)]
        pub facts: String,
    }
}

impl CandidateRow {
    /// A candidate on file.
    pub fn of(line: &CandidateLine) -> Self {
        let candidate = &line.candidate;
        let form = &candidate.form;
        let progress = form.progress();
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Self {
            form: CandidateForm {
                id: Some(candidate.id.to_string()),
                teacher_id: candidate.teacher.to_string(),
                channel: form.channel.code().to_owned(),
                track: form.track.map(|track| track.code().to_owned()),
                batch: form.batch,
                wishes: form.wishes.iter().map(ToString::to_string).collect(),
                strengths: form.strengths.clone(),
                conditions: form.conditions.clone(),
                applied_on: day(form.applied_on),
                recommended_on: day(form.recommended_on),
                opinion: form.opinion.clone(),
                has_sending_consent: form.has_sending_consent,
                host_accepts: form.host_accepts,
                to_school_id: form.to_school.map(|id| id.to_string()),
                range: form.range.map(|range| range.code().to_owned()),
                approval_document: form
                    .approval
                    .as_ref()
                    .map(|approval| approval.document.clone())
                    .unwrap_or_default(),
                approved_on: day(form.approval.as_ref().map(|approval| approval.on)),
                facts: form.facts.clone(),
            },
            teacher: line.teacher.record.name.clone(),
            initials: domain::teacher::pinyin_initials(&line.teacher.record.name),
            subject: line.teacher.record.subject.clone(),
            rank: line.rank,
            priority_word: line
                .priority
                .map(|priority| priority.word().to_owned())
                .unwrap_or_default(),
            result: line.outcome.map(|outcome| outcome.code().to_owned()),
            result_word: line
                .outcome
                .map(|outcome| outcome.word().to_owned())
                .unwrap_or_default(),
            progress: progress.code().to_owned(),
            progress_word: progress.word().to_owned(),
            authority: line.authority.clone(),
            to_school: line.to_school.clone(),
            wish_names: line.wishes.clone(),
            warnings: line.warnings.clone(),
        }
    }
}

impl CandidateForm {
    /// The candidate that was typed; `new_id` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new_id: CandidateId, year: SchoolYear) -> Result<Candidate, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let teacher: Option<TeacherId> = read::id(&self.teacher_id, "teacher_id", &mut judgement);
        let channel = read::choice(&self.channel, Channel::named, "channel", &mut judgement);
        let track = self.track.as_deref();
        let range = self.range.as_deref();
        let wishes = self
            .wishes
            .iter()
            .filter(|id| !id.trim().is_empty())
            .filter_map(|id| read::id(id, "wishes", &mut judgement))
            .collect();
        let to_school: Option<SchoolId> = self
            .to_school_id
            .as_deref()
            .filter(|id| !id.trim().is_empty())
            .and_then(|id| read::id(id, "to_school_id", &mut judgement));
        let typed = Typed {
            track: read::optional_choice(track, Track::named, "track", &mut judgement),
            batch: self.batch,
            wishes,
            strengths: self.strengths.clone(),
            conditions: self.conditions.clone(),
            applied_on: read::date(self.applied_on.as_deref(), "applied_on", &mut judgement),
            recommended_on: read::date(
                self.recommended_on.as_deref(),
                "recommended_on",
                &mut judgement,
            ),
            opinion: self.opinion.clone(),
            has_sending_consent: self.has_sending_consent,
            host_accepts: self.host_accepts,
            to_school,
            range: read::optional_choice(range, Range::named, "range", &mut judgement),
            approval: consent_of(
                &self.approval_document,
                self.approved_on.as_deref(),
                ("approval_document", "approved_on"),
                &mut judgement,
            ),
            facts: self.facts.clone(),
            ..Typed::new(channel.unwrap_or(Channel::Own))
        };
        match (id, teacher, channel) {
            (Some(id), Some(teacher), Some(_)) => judgement.pass(Candidate {
                run: None,
                id,
                teacher,
                year,
                form: typed,
            }),
            _ => Err(judgement.into_refusals()),
        }
    }
}
