//! Who must, may and may not go: the eligibility run of a school year (B1, B2, B-P.2).
//!
//! A run takes the facts of every teacher and a policy, and gives each a result with reasons that name their
//! rules. It is frozen with its facts, so that anybody can compute it again; it is never run anew in place.
//!
//! Must never: let an unknown fact count in a teacher's favour or against him. What is not known is for a person
//! to decide, and his ruling is kept with its reason.

pub mod age;
mod criteria;
mod exempt;
mod facts;
mod judge;
mod named;
mod snapshot;
pub mod tenure;

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::{RunId, TeacherId};
use crate::policy::{Key, MonthDay, Policy, PolicyKind, Track};
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::{SchoolYear, day_on_paper};

pub use criteria::Criteria;
pub(crate) use criteria::stages_of;
pub use facts::{Leave, SchoolFacts, TeacherFacts};
pub use snapshot::{FORMAT, UnknownFormat};

/// A run of one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Id.
    pub id: RunId,
    /// For which school year.
    pub year: SchoolYear,
    /// The policy, as [`Policy::stamp`] writes it.
    pub policy: String,
    /// Its name then.
    pub policy_name: String,
    /// The day on which age and years are counted (R103).
    pub ref_date: NaiveDate,
    /// How far it is.
    pub state: RunState,
    /// My school then.
    pub school: SchoolFacts,
    /// Every teacher with his facts then and what came out of them.
    pub results: Vec<(TeacherFacts, Verdict)>,
}

coded! {
    /// How far a run is (D-3).
    RunState {
        /// 草稿: computed, not kept
        Draft = "draft", "草稿";
        /// 已冻结
        Frozen = "frozen", "已冻结";
        /// 已上报
        Reported = "reported", "已上报";
    }
}

coded! {
    /// What a teacher is in a year, weakest first.
    Outcome {
        /// 不符合
        Not = "not", "不符合";
        /// 可自愿
        May = "may", "可自愿";
        /// 暂不列入
        Deferred = "deferred", "暂不列入";
        /// 须人工判定
        Manual = "manual", "须人工判定";
        /// 应交流
        Must = "must", "应交流";
    }
}

/// What came out for one teacher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Completed years on the day; nothing when the day of birth is not known.
    pub age: Option<u32>,
    /// Years at this school on the day; nothing when it is not known since when.
    pub tenure_years: Option<u32>,
    /// The strongest outcome of all ways.
    pub outcome: Outcome,
    /// On which way; nothing when the policy knows no ways or none is open to him.
    pub track: Option<Track>,
    /// Why, what decides first.
    pub reasons: Vec<Reason>,
    /// True when a person's ruling decided, and not the rules.
    pub is_ruled: bool,
}

impl Verdict {
    /// True for whoever may go by his own will alone (R115).
    pub fn is_voluntary(&self, policy: &Policy) -> bool {
        self.outcome == Outcome::May
            && policy.says(Key::AllowVoluntary, None)
            && (self.track == Some(Track::Voluntary) || !policy.tracks.contains(&Track::Voluntary))
    }
}

/// One reason, with its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule, such as `R103`.
    pub rule: String,
    /// The reason in Chinese.
    pub message: String,
    /// True for what no list may show: that somebody has asked to be left out, and a principal's own words.
    pub is_private: bool,
}

/// What a person decided where the rules cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Whom it is about.
    pub teacher: TeacherId,
    /// For which school year.
    pub year: SchoolYear,
    /// 应交流, 可自愿 or 不符合.
    pub outcome: Outcome,
    /// The question it answers, as [`open_question`] words it: it counts for no other.
    pub question: String,
    /// Why, in the principal's words.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}

impl Ruling {
    /// Judges a ruling as it was typed.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self) -> Result<Self, Vec<Refusal>> {
        self.reason = closed_up(&self.reason);
        let mut judgement = Judgement::new();
        judgement.require(
            matches!(self.outcome, Outcome::Must | Outcome::May | Outcome::Not),
            "RULING-OUTCOME",
            "outcome",
            "人工判定只能是应交流、可自愿或不符合",
        );
        let length = self.reason.chars().count();
        judgement.require(
            (1..=100).contains(&length),
            "RULING-REASON",
            "reason",
            "请填写判定理由，最多100个字",
        );
        judgement.pass(self)
    }
}

/// The day on which age and years are counted under a policy: 31 August before the year begins, where the policy
/// names no other (R103).
pub fn ref_date(policy: &Policy, year: SchoolYear) -> NaiveDate {
    policy
        .month_day(Key::AgeRefMonthDay, None)
        .unwrap_or(MonthDay::AUGUST_31)
        .as_year_begins(year)
}

/// What the rules leave open of a teacher under a policy, in stable words: the way and what is not known. Nothing
/// when they decide themselves.
pub fn open_question(
    policy: &Policy,
    year: SchoolYear,
    school: &SchoolFacts,
    teacher: &TeacherFacts,
) -> Option<String> {
    let ref_date = ref_date(policy, year);
    let criteria = Criteria::all(policy, school, year);
    judge::open_question(&criteria, teacher, ref_date)
}

/// Runs a policy over the teachers of a school.
///
/// # Errors
/// When the policy says nothing about who goes.
pub fn run(
    id: RunId,
    year: SchoolYear,
    policy: &Policy,
    school: SchoolFacts,
    teachers: Vec<TeacherFacts>,
) -> Result<Run, Vec<Refusal>> {
    let ref_date = ref_date(policy, year);
    let criteria = Criteria::all(policy, &school, year);
    // An overlay measures what another policy does; it sends nobody.
    if criteria.is_empty() || policy.kind == PolicyKind::Overlay {
        return Err(vec![Refusal::at(
            "ELIGIBILITY-POLICY",
            "policy",
            format!(
                "“{}”没有规定交流对象，不能据以判定；请选用选派制度（如P3）",
                policy.name
            ),
        )]);
    }
    let results = teachers
        .into_iter()
        .map(|teacher| {
            let verdict = judge::judge(&criteria, &teacher, ref_date);
            (teacher, verdict)
        })
        .collect();
    Ok(Run {
        id,
        year,
        policy: policy.stamp(),
        policy_name: policy.name.clone(),
        ref_date,
        state: RunState::Draft,
        school,
        results,
    })
}

impl Run {
    /// How many have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.results
            .iter()
            .filter(|(_, verdict)| verdict.outcome == outcome)
            .count()
    }

    /// Those who meet the conditions of exchange, the base of its share (R403): whoever must go; under a policy that
    /// makes it nobody's duty, also whoever may without being a volunteer.
    pub fn meeting(&self, policy: &Policy) -> impl Iterator<Item = &(TeacherFacts, Verdict)> {
        let makes_go = Criteria::all(policy, &self.school, self.year)
            .iter()
            .any(Criteria::is_duty);
        self.results
            .iter()
            .filter(move |(_, verdict)| match verdict.outcome {
                Outcome::Must => true,
                Outcome::May => !makes_go && !verdict.is_voluntary(policy),
                _ => false,
            })
    }

    /// The run as it is kept: of whoever is left out for his health nothing but that he is.
    #[must_use]
    pub fn sealed(mut self, policy: &Policy) -> Self {
        let tracks: Vec<Option<Track>> = Criteria::all(policy, &self.school, self.year)
            .iter()
            .map(Criteria::track)
            .collect();
        for (facts, _) in &mut self.results {
            facts.seal(policy, &tracks);
        }
        self
    }

    /// The verdict on a teacher.
    pub fn verdict(&self, teacher: TeacherId) -> Option<&Verdict> {
        self.results
            .iter()
            .find(|(facts, _)| facts.teacher == teacher)
            .map(|(_, verdict)| verdict)
    }

    /// Moves on to the next state; there is no way back.
    ///
    /// # Errors
    /// When the run is not in the state before it.
    pub fn advanced(mut self, to: RunState) -> Result<Self, Vec<Refusal>> {
        let is_next = matches!(
            (self.state, to),
            (RunState::Draft, RunState::Frozen) | (RunState::Frozen, RunState::Reported)
        );
        if !is_next {
            return Err(vec![Refusal::at(
                "ELIGIBILITY-STATE",
                "state",
                format!(
                    "这次判定{}，不能改为{}；需要重新判定的，请另做一次",
                    self.state.word(),
                    to.word()
                ),
            )]);
        }
        self.state = to;
        Ok(self)
    }

    /// The line that stands above every list: which policy, which day, which limits of birth.
    pub fn heading(&self, policy: &Policy) -> Vec<String> {
        let mut lines = vec![format!(
            "依据{}（第{}版），年龄、年限计算到{}",
            policy.name,
            policy.version,
            day_on_paper(self.ref_date)
        )];
        for criteria in Criteria::all(policy, &self.school, self.year) {
            lines.extend(criteria.birth_limits());
        }
        lines
    }

    /// Whoever has another outcome in another run of the same teachers: the two verdicts side by side.
    pub fn changes<'a>(
        &'a self,
        other: &'a Self,
    ) -> Vec<(&'a TeacherFacts, &'a Verdict, &'a Verdict)> {
        self.results
            .iter()
            .zip(&other.results)
            .filter(|((mine, before), (theirs, after))| {
                mine.teacher == theirs.teacher && before.outcome != after.outcome
            })
            .map(|((facts, before), (_, after))| (facts, before, after))
            .collect()
    }
}

#[cfg(test)]
mod tests;
