//! The eligibility run: who must, may and may not go, and why.

use app::eligibility::{Eligibility as Found, KeptRun, Rechecked};
use domain::eligibility::{Outcome, Run};

use crate::policy::Reason;
use crate::session::count;
use crate::shape;

shape! {
    /// How many have each outcome.
    pub struct EligibilityCounts {
        /// 应交流.
        pub must: u32,
        /// 可自愿.
        pub may: u32,
        /// 暂不列入.
        pub deferred: u32,
        /// 不符合.
        pub not: u32,
        /// 须人工判定.
        pub manual: u32,
    }

    /// One teacher.
    pub struct EligibilityRow {
        /// Id of the teacher.
        pub teacher: String,
        /// 姓名.
        pub name: String,
        /// Initials to search by.
        pub initials: String,
        /// 性别.
        pub sex: Option<String>,
        /// Birth date, `1978-05` when the day is unknown.
        pub birth_date: Option<String>,
        /// 到本校时间.
        pub joined_school_on: Option<String>,
        /// 学科.
        pub subject: String,
        /// 职称.
        pub title: String,
        /// Completed years; `None` when the day of birth is not known.
        pub age: Option<u32>,
        /// Years at this school; `None` when it is not known since when.
        pub tenure_years: Option<u32>,
        /// Code of the outcome.
        #[cfg_attr(test, ts(type = "'must' | 'may' | 'deferred' | 'not' | 'manual'"))]
        pub result: String,
        /// Word of it.
        pub result_word: String,
        /// Word of the way; empty for none.
        pub track_word: String,
        /// Why.
        pub reasons: Vec<Reason>,
        /// True when a person has ruled.
        pub is_ruled: bool,
    }

    /// A whole run.
    pub struct Eligibility {
        /// School year.
        pub year: String,
        /// Code of the policy.
        pub policy: String,
        /// Its version.
        pub policy_version: u32,
        /// Its name.
        pub policy_name: String,
        /// The day on which age and years are counted.
        pub ref_date: String,
        /// How far it is.
        #[cfg_attr(test, ts(type = "'draft' | 'frozen' | 'reported'"))]
        pub state: String,
        /// Id of the frozen run; `None` while it is only computed.
        pub run_id: Option<String>,
        /// When it was frozen.
        pub made_at: Option<String>,
        /// What stands above the list.
        pub heading: Vec<String>,
        /// True when somebody would come out otherwise today.
        pub is_stale: bool,
        /// How many have each outcome.
        pub counts: EligibilityCounts,
        /// Every teacher.
        pub results: Vec<EligibilityRow>,
    }

    /// A run that is kept.
    pub struct RunRow {
        /// Id.
        pub id: String,
        /// `P3@1`.
        pub policy: String,
        /// Its name then.
        pub policy_name: String,
        /// The day on which age and years are counted.
        pub ref_date: String,
        /// How far it is.
        pub state: String,
        /// Word of it.
        pub state_word: String,
        /// When it was frozen.
        pub made_at: String,
        /// How many have each outcome.
        pub counts: EligibilityCounts,
    }

    /// A run computed again from its frozen facts.
    pub struct Recheck {
        /// Id of the run.
        pub run_id: String,
        /// True when everything came out as it was frozen.
        pub is_same: bool,
        /// Teachers that were computed.
        pub n_teachers: u32,
        /// Names of those who came out otherwise.
        pub unlike: Vec<String>,
    }

    /// A person's decision as it is typed.
    pub struct RulingForm {
        /// Id of the teacher.
        pub teacher_id: String,
        /// Code or word of the outcome; empty takes the ruling back.
        pub result: String,
        /// Why.
        #[serde(default)]
        pub reason: String,
    }
}

impl EligibilityCounts {
    fn of(count_of: impl Fn(Outcome) -> usize) -> Self {
        let number = |outcome| count(count_of(outcome));
        Self {
            must: number(Outcome::Must),
            may: number(Outcome::May),
            deferred: number(Outcome::Deferred),
            not: number(Outcome::Not),
            manual: number(Outcome::Manual),
        }
    }
}

impl Eligibility {
    /// A run, frozen or only computed.
    pub fn of(found: &Found) -> Self {
        let run = &found.run;
        let kept = found.kept_at.is_some();
        Self {
            year: run.year.to_string(),
            policy: found.policy.code.clone(),
            policy_version: found.policy.version,
            policy_name: run.policy_name.clone(),
            ref_date: run.ref_date.to_string(),
            state: run.state.code().to_owned(),
            run_id: kept.then(|| run.id.to_string()),
            made_at: found.kept_at.map(|at| at.to_string()),
            heading: run.heading(&found.policy),
            is_stale: found.is_stale,
            counts: EligibilityCounts::of(|outcome| run.count(outcome)),
            results: rows(run),
        }
    }
}

fn rows(run: &Run) -> Vec<EligibilityRow> {
    run.results
        .iter()
        .map(|(facts, verdict)| EligibilityRow {
            teacher: facts.teacher.to_string(),
            name: facts.name.clone(),
            initials: domain::teacher::pinyin_initials(&facts.name),
            sex: facts.sex.map(|sex| sex.word().to_owned()),
            birth_date: facts.birth.map(|birth| birth.to_string()),
            joined_school_on: facts.joined_school_on.map(|day| day.to_string()),
            subject: facts.subject.clone(),
            title: facts.title.clone(),
            age: verdict.age,
            tenure_years: verdict.tenure_years,
            result: verdict.outcome.code().to_owned(),
            result_word: verdict.outcome.word().to_owned(),
            track_word: verdict
                .track
                .map(|track| track.word().to_owned())
                .unwrap_or_default(),
            reasons: verdict.reasons.iter().map(Reason::of).collect(),
            is_ruled: verdict.is_ruled,
        })
        .collect()
}

impl RunRow {
    /// A run that is kept.
    pub fn of(kept: &KeptRun) -> Self {
        Self {
            id: kept.id.to_string(),
            policy: kept.policy.clone(),
            policy_name: kept.policy_name.clone(),
            ref_date: kept.ref_date.to_string(),
            state: kept.state.code().to_owned(),
            state_word: kept.state.word().to_owned(),
            made_at: kept.made_at.to_string(),
            counts: EligibilityCounts::of(|outcome| kept.count(outcome)),
        }
    }
}

impl Recheck {
    /// A run computed again.
    pub fn of(rechecked: &Rechecked) -> Self {
        Self {
            run_id: rechecked.run.to_string(),
            is_same: rechecked.unlike.is_empty(),
            n_teachers: count(rechecked.n_teachers),
            unlike: rechecked.unlike.clone(),
        }
    }
}
