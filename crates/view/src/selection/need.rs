//! Needs of host schools.

use app::need::NeedLine;
use domain::id::{NeedId, SchoolId};
use domain::need::{Need, Urgency};
use domain::refusal::{Judgement, Refusal};
use domain::year::{SchoolYear, Term};

use crate::{read, shape};

shape! {
    /// One line of the list.
    pub struct NeedRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: NeedForm,
        /// Name of the school.
        pub host_school: String,
        /// How many candidates are meant for it so far.
        pub n_met: u32,
    }

    /// A need as it is typed.
    pub struct NeedForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the school that asks.
        pub host_school_id: String,
        /// Code or word of the term.
        pub term: String,
        /// 学科.
        pub subject: String,
        /// 年级.
        #[serde(default)]
        pub grade: String,
        /// 人数.
        pub heads: u32,
        /// 要求.
        #[serde(default)]
        pub requirement: String,
        /// Code or word of the 紧急程度.
        pub urgency: String,
        /// 了解日期.
        #[serde(default)]
        pub surveyed_on: Option<String>,
    }
}

impl NeedRow {
    /// A line on file.
    pub fn of(line: &NeedLine) -> Self {
        let need = &line.need;
        Self {
            form: NeedForm {
                id: Some(need.id.to_string()),
                host_school_id: need.host_school.to_string(),
                term: need.term.code().to_owned(),
                subject: need.subject.clone(),
                grade: need.grade.clone(),
                heads: need.heads,
                requirement: need.requirement.clone(),
                urgency: need.urgency.code().to_owned(),
                surveyed_on: need.surveyed_on.map(|day| day.to_string()),
            },
            host_school: line.host_school.name.clone(),
            n_met: line.n_met,
        }
    }
}

impl NeedForm {
    /// The need that was typed; `new_id` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new_id: NeedId, year: SchoolYear) -> Result<Need, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let host: Option<SchoolId> =
            read::id(&self.host_school_id, "host_school_id", &mut judgement);
        let term = read::choice(&self.term, term_named, "term", &mut judgement);
        let urgency = read::choice(&self.urgency, Urgency::named, "urgency", &mut judgement);
        let surveyed_on = read::date(self.surveyed_on.as_deref(), "surveyed_on", &mut judgement);
        match (id, host, term, urgency) {
            (Some(id), Some(host_school), Some(term), Some(urgency)) => judgement.pass(Need {
                id,
                host_school,
                year,
                term,
                subject: self.subject.clone(),
                grade: self.grade.clone(),
                heads: self.heads,
                requirement: self.requirement.clone(),
                urgency,
                surveyed_on,
            }),
            _ => Err(judgement.into_refusals()),
        }
    }
}

fn term_named(text: &str) -> Option<Term> {
    Term::from_code(text).or_else(|| Term::ALL.into_iter().find(|term| term.word() == text))
}
