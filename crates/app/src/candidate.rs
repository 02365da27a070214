//! Candidates of the session's year, in the order in which they are put forward.

use std::collections::HashMap;

use domain::candidate::priority::{Priority, priority_of, sort_key};
use domain::candidate::{Beside, Candidate, CandidateForm, Channel, approval_authority};
use domain::eligibility::{Outcome, TeacherFacts, Verdict};
use domain::id::{CandidateId, SchoolId, TeacherId};
use domain::op::Op;
use domain::policy::Policy;
use domain::refusal::Refusal;
use domain::teacher::Teacher;

use crate::clock::{self, At};
use crate::eligibility::{self, Eligibility};
use crate::failure::Failure;
use crate::session::Session;
use crate::{policy, school, teacher};

/// A candidate with everything that is shown of him.
#[derive(Debug, Clone)]
pub struct CandidateLine {
    /// The candidate.
    pub candidate: Candidate,
    /// Who.
    pub teacher: Teacher,
    /// What the run says of him; nothing while there is none.
    pub outcome: Option<Outcome>,
    /// Place in the order, from 1.
    pub rank: u32,
    /// Why he stands there.
    pub priority: Option<Priority>,
    /// Who approves; empty where the policy does not say.
    pub authority: String,
    /// Name of the school he is meant for.
    pub to_school: String,
    /// Names of the schools he wishes for.
    pub wishes: Vec<String>,
}

/// What candidates are judged and ordered by.
pub(crate) struct Ground {
    pub(crate) policy: Policy,
    /// The run of the year: frozen, else computed now; nothing where the policy says nothing of who goes.
    pub(crate) eligibility: Option<Eligibility>,
}

impl Ground {
    pub(crate) fn of(session: &Session) -> Result<Self, Failure> {
        let policy = policy::in_force(session, session.year())?.policy;
        let eligibility = match eligibility::of_year(session, session.year()) {
            Ok(found) => Some(found),
            Err(failure) if failure.is_refusal() => None,
            Err(failure) => return Err(failure),
        };
        Ok(Self {
            policy,
            eligibility,
        })
    }

    pub(crate) fn facts_of(&self, who: TeacherId) -> Option<(&TeacherFacts, &Verdict)> {
        let run = &self.eligibility.as_ref()?.run;
        run.results
            .iter()
            .find(|(facts, _)| facts.teacher == who)
            .map(|(facts, verdict)| (facts, verdict))
    }

    /// The outcome that an approval may rest on: a frozen one.
    fn frozen_outcome(&self, who: TeacherId) -> Option<Outcome> {
        self.eligibility.as_ref()?.kept_at?;
        self.facts_of(who).map(|(_, verdict)| verdict.outcome)
    }
}

/// The candidates of the session's year, in order.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<CandidateLine>, Failure> {
    let ground = Ground::of(session)?;
    let schools: HashMap<SchoolId, String> = session
        .ledger
        .schools()?
        .into_iter()
        .map(|school| (school.id, school.name))
        .collect();
    let mut lines = Vec::new();
    for candidate in session.ledger.candidates(session.year())? {
        lines.push(line(session, &ground, &schools, candidate)?);
    }
    lines.sort_by_cached_key(|line| {
        let found = ground.facts_of(line.candidate.teacher);
        let facts = found.map_or_else(
            || TeacherFacts::of(&line.teacher, Vec::new(), None),
            |(facts, _)| facts.clone(),
        );
        sort_key(line.priority, found.map(|(_, verdict)| verdict), &facts)
    });
    for (rank, line) in (1..).zip(&mut lines) {
        line.rank = rank;
    }
    Ok(lines)
}

fn line(
    session: &Session,
    ground: &Ground,
    schools: &HashMap<SchoolId, String>,
    candidate: Candidate,
) -> Result<CandidateLine, Failure> {
    let who = teacher::get(session, candidate.teacher)?;
    let name = |id: &SchoolId| schools.get(id).cloned().unwrap_or_default();
    let found = ground.facts_of(candidate.teacher);
    let day = domain::eligibility::ref_date(&ground.policy, session.year());
    let form = &candidate.form;
    let authority = approval_authority(
        &ground.policy,
        session.school().stage,
        form.range,
        form.track,
    );
    Ok(CandidateLine {
        outcome: found.map(|(_, verdict)| verdict.outcome),
        rank: 0,
        priority: found.and_then(|(facts, _)| priority_of(&ground.policy, facts, day)),
        authority: authority.to_owned(),
        to_school: form.to_school.as_ref().map(name).unwrap_or_default(),
        wishes: form.wishes.iter().map(name).collect(),
        teacher: who,
        candidate,
    })
}

/// Adds a candidate, or corrects the one with this id.
///
/// # Errors
/// Every reason why he cannot be kept.
pub fn save(session: &mut Session, candidate: Candidate, at: At) -> Result<CandidateLine, Failure> {
    let ground = Ground::of(session)?;
    let judged = judge(session, &ground, candidate, at)?;
    keep(session, std::slice::from_ref(&judged), at)?;
    list(session)?
        .into_iter()
        .find(|line| line.candidate.id == judged.id)
        .ok_or_else(|| Refusal::new("RECORD-ABSENT", "候选人已不在台账中").into())
}

/// Judges a candidate beside the records.
pub(crate) fn judge(
    session: &Session,
    ground: &Ground,
    candidate: Candidate,
    at: At,
) -> Result<Candidate, Failure> {
    let who = teacher::get(session, candidate.teacher)?;
    for id in candidate
        .form
        .wishes
        .iter()
        .chain(&candidate.form.to_school)
    {
        school::on_file(session, *id)?;
    }
    let needs = session.ledger.needs(candidate.year)?;
    let is_needed = needs.iter().any(|need| {
        need.subject == who.record.subject
            && candidate
                .form
                .to_school
                .is_none_or(|to| to == need.host_school)
    });
    let others = session.ledger.candidates(candidate.year)?;
    let outcome = if candidate.form.approval.is_some() {
        ground.frozen_outcome(candidate.teacher)
    } else {
        ground
            .facts_of(candidate.teacher)
            .map(|(_, verdict)| verdict.outcome)
    };
    Ok(candidate.judged(Beside {
        policy: &ground.policy,
        my_school: session.school().id,
        outcome,
        others: &others,
        is_needed,
        today: clock::day(at),
    })?)
}

fn keep(session: &mut Session, candidates: &[Candidate], at: At) -> Result<(), Failure> {
    let mut known = Vec::new();
    for candidate in candidates {
        known.push(session.ledger.candidate(candidate.id)?.is_some());
    }
    let op = if known.iter().all(|is_known| *is_known) {
        Op::UpdateCandidate
    } else {
        Op::AddCandidate
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        for (candidate, is_known) in candidates.iter().zip(&known) {
            if *is_known {
                tx.update_candidate(candidate)?;
            } else {
                tx.add_candidate(candidate)?;
            }
        }
        Ok(())
    })
}

/// Makes a candidate of everybody who must go and is none yet. Answers how many came.
///
/// # Errors
/// When they cannot be written.
pub fn propose(session: &mut Session, at: At) -> Result<usize, Failure> {
    let found = eligibility::of_year(session, session.year())?;
    let known = session.ledger.candidates(session.year())?;
    let mut new = Vec::new();
    for (facts, verdict) in &found.run.results {
        let is_there = known.iter().any(|one| one.teacher == facts.teacher);
        if verdict.outcome == Outcome::Must && !is_there {
            new.push(Candidate {
                id: clock::new_id(at)?,
                teacher: facts.teacher,
                year: session.year(),
                form: CandidateForm {
                    track: verdict.track,
                    ..CandidateForm::new(Channel::Organised)
                },
            });
        }
    }
    if !new.is_empty() {
        keep(session, &new, at)?;
    }
    Ok(new.len())
}

/// Deletes candidates; all of them or none.
///
/// # Errors
/// When one of them is not there.
pub fn remove(session: &mut Session, ids: &[CandidateId], at: At) -> Result<(), Failure> {
    session
        .ledger
        .transact(Op::RemoveCandidate, at.naive_local(), |tx| {
            for id in ids {
                tx.remove_candidate(*id)?;
            }
            Ok(())
        })
}
