//! Candidates of the session's year, in the order in which they are put forward.

use std::collections::{HashMap, HashSet};

use domain::candidate::priority::{Priority, priority_of, sort_key};
use domain::candidate::{Beside, Candidate, CandidateForm, Channel, approval_authority, warnings};
use domain::eligibility::{Outcome, Run, TeacherFacts, Verdict};
use domain::id::{CandidateId, SchoolId, TeacherId};
use domain::need::Need;
use domain::op::Op;
use domain::policy::Policy;
use domain::refusal::{Judgement, Refusal};
use domain::school::School;
use domain::teacher::Teacher;

use crate::belonging::require_same;
use crate::clock::{self, At};
use crate::eligibility;
use crate::failure::Failure;
use crate::policy;
use crate::session::Session;

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
    /// What no longer fits, and what to think of before he goes there (R122, R123).
    pub warnings: Vec<String>,
}

/// What candidates are judged and ordered by, read once.
pub(crate) struct Ground {
    policy: Policy,
    /// The frozen run under that policy, if there is one.
    frozen: Option<Found>,
    /// What comes out today; nothing where the policy says nothing of who goes.
    now: Option<Found>,
    /// My school's teachers.
    mine: HashSet<TeacherId>,
    teachers: HashMap<TeacherId, Teacher>,
    schools: HashMap<SchoolId, School>,
    needs: Vec<Need>,
    candidates: Vec<Candidate>,
}

/// A run in which a teacher is found at once.
struct Found {
    run: Run,
    places: HashMap<TeacherId, usize>,
}

impl Found {
    fn of(run: Run) -> Self {
        let teachers = run.results.iter().map(|(facts, _)| facts.teacher);
        let places = teachers.zip(0..).collect();
        Self { run, places }
    }

    fn get(&self, who: TeacherId) -> Option<(&TeacherFacts, &Verdict)> {
        let (facts, verdict) = self.run.results.get(*self.places.get(&who)?)?;
        Some((facts, verdict))
    }
}

impl Ground {
    pub(crate) fn of(session: &Session) -> Result<Self, Failure> {
        let year = session.year();
        let policy = policy::in_force(session, year)?;
        let now = match eligibility::under(session, year, policy.clone()) {
            Ok(found) => Some(Found::of(found.run)),
            Err(failure) if failure.is_refusal() => None,
            Err(failure) => return Err(failure),
        };
        let frozen = eligibility::frozen(session, year, &policy)?;
        let mine = eligibility::facts(session, year)?;
        let teachers = session.ledger.teachers()?;
        let schools = session.ledger.schools()?;
        Ok(Self {
            policy,
            frozen: frozen.map(|(run, _)| Found::of(run)),
            now,
            mine: mine.into_iter().map(|facts| facts.teacher).collect(),
            teachers: teachers.into_iter().map(|one| (one.id, one)).collect(),
            schools: schools.into_iter().map(|one| (one.id, one)).collect(),
            needs: session.ledger.needs(year)?,
            candidates: session.ledger.candidates(year)?,
        })
    }

    /// What is shown of a teacher: as it was frozen, else as it comes out today.
    fn facts_of(&self, who: TeacherId) -> Option<(&TeacherFacts, &Verdict)> {
        let frozen = self.frozen.as_ref().and_then(|found| found.get(who));
        frozen.or_else(|| self.now.as_ref()?.get(who))
    }

    fn teacher(&self, who: TeacherId) -> Result<&Teacher, Failure> {
        Failure::unless_found(self.teachers.get(&who), "教师")
    }
}

/// The candidates of the session's year, in order.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<CandidateLine>, Failure> {
    let ground = Ground::of(session)?;
    let mut lines = Vec::new();
    for candidate in &ground.candidates {
        lines.push(line(session, &ground, candidate.clone())?);
    }
    lines.sort_by_cached_key(|line| {
        let verdict = ground
            .facts_of(line.candidate.teacher)
            .map(|(_, verdict)| verdict);
        sort_key(&ground.policy, line.priority, verdict, &line.teacher)
    });
    for (rank, line) in (1..).zip(&mut lines) {
        line.rank = rank;
    }
    Ok(lines)
}

fn line(
    session: &Session,
    ground: &Ground,
    candidate: Candidate,
) -> Result<CandidateLine, Failure> {
    let who = ground.teacher(candidate.teacher)?.clone();
    let name = |id: &SchoolId| {
        let school = ground.schools.get(id);
        school.map(|school| school.name.clone()).unwrap_or_default()
    };
    let found = ground.facts_of(candidate.teacher);
    let day = domain::eligibility::ref_date(&ground.policy, session.year());
    let form = &candidate.form;
    let authority = approval_authority(
        &ground.policy,
        session.school().stage,
        form.range,
        form.track,
    );
    let to = form.to_school.and_then(|id| ground.schools.get(&id));
    let now = ground
        .now
        .as_ref()
        .and_then(|now| now.get(candidate.teacher));
    let mut thoughts: Vec<String> = now
        .and_then(|(_, verdict)| form.conflict(verdict.outcome))
        .into_iter()
        .collect();
    if let Some(to) = to {
        let found = warnings(&ground.policy, form.track, &who.record, to);
        thoughts.extend(found.into_iter().map(str::to_owned));
    }
    Ok(CandidateLine {
        outcome: found.map(|(_, verdict)| verdict.outcome),
        rank: 0,
        priority: found.and_then(|(facts, _)| priority_of(&ground.policy, facts, day)),
        authority: authority.to_owned(),
        to_school: form.to_school.as_ref().map(name).unwrap_or_default(),
        wishes: form.wishes.iter().map(name).collect(),
        warnings: thoughts,
        teacher: who,
        candidate,
    })
}

/// Adds a candidate, or corrects the one with this id.
///
/// # Errors
/// Every reason why he cannot be kept.
pub fn save(session: &mut Session, candidate: Candidate, at: At) -> Result<CandidateLine, Failure> {
    if let Some(known) = session.ledger.candidate(candidate.id)? {
        require_same(
            (known.year, Some(known.teacher)),
            (candidate.year, Some(candidate.teacher)),
        )?;
    }
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
    let who = ground.teacher(candidate.teacher)?;
    for id in candidate
        .form
        .wishes
        .iter()
        .chain(&candidate.form.to_school)
    {
        Failure::unless_found(ground.schools.get(id), "学校")?;
    }
    let is_needed = ground.needs.iter().any(|need| {
        need.subject == who.record.subject
            && candidate
                .form
                .to_school
                .is_none_or(|to| to == need.host_school)
    });
    let now = ground
        .now
        .as_ref()
        .and_then(|now| now.get(candidate.teacher));
    let is_mine = ground.mine.contains(&candidate.teacher);
    let frozen = ground.frozen.as_ref().map(|frozen| {
        let verdict = frozen.get(candidate.teacher).map(|(_, verdict)| verdict);
        (frozen.run.id, verdict)
    });
    Ok(candidate.judged(Beside {
        policy: &ground.policy,
        my_school: session.school().id,
        is_mine,
        now: now.map(|(_, verdict)| verdict),
        frozen,
        has_run: ground.now.is_some(),
        others: &ground.candidates,
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
    let year = session.year();
    let policy = policy::in_force(session, year)?;
    let found = eligibility::resting_on(session, year, policy)?;
    let known: HashSet<TeacherId> = session
        .ledger
        .candidates(year)?
        .into_iter()
        .map(|one| one.teacher)
        .collect();
    let mut new = Vec::new();
    for (facts, verdict) in &found.run.results {
        if verdict.outcome == Outcome::Must && !known.contains(&facts.teacher) {
            new.push(Candidate {
                id: clock::new_id(at)?,
                teacher: facts.teacher,
                year,
                run: None,
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
/// When one of them is not there, or approved.
pub fn remove(session: &mut Session, ids: &[CandidateId], at: At) -> Result<(), Failure> {
    let mut judgement = Judgement::new();
    for id in ids {
        if let Some(known) = session.ledger.candidate(*id)? {
            judgement.take::<()>(known.form.removable().map_err(|refusal| vec![refusal]));
        }
    }
    judgement.pass(())?;
    session
        .ledger
        .transact(Op::RemoveCandidate, at.naive_local(), |tx| {
            for id in ids {
                tx.remove_candidate(*id)?;
            }
            Ok(())
        })
}
