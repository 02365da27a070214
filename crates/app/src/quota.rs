//! Quotas of a school year and the dispatch-quality sheet.

use std::collections::HashSet;

use domain::assignment::{Assignment, State};
use domain::candidate::Channel;
use domain::dispatch::{self, DispatchSheet, Dispatched};
use domain::eligibility::{Outcome, TeacherFacts};
use domain::id::TeacherId;
use domain::policy::{Policy, Track, preset};
use domain::quota::{self, Exchanged, QuotaCheck, QuotaFacts};
use domain::teacher::Cadre;
use domain::teacher::backbone::ranks_of;
use domain::year::SchoolYear;

use crate::eligibility::{self, Eligibility};
use crate::failure::Failure;
use crate::policy;
use crate::session::Session;

/// Code of the national overlay.
const OVERLAY: &str = "P8";

/// The quotas of a year.
#[derive(Debug)]
pub struct QuotaSheet {
    /// School year.
    pub year: SchoolYear,
    /// Name of the policy.
    pub policy_name: String,
    /// True when those who meet the conditions come from a frozen run.
    pub is_frozen: bool,
    /// What was counted.
    pub facts: QuotaFacts,
    /// The quotas.
    pub checks: Vec<QuotaCheck>,
}

/// The quotas of a school year under a policy, the one in force when `None`.
///
/// # Errors
/// When the records cannot be read.
pub fn sheet(
    session: &Session,
    year: SchoolYear,
    policy: Option<Policy>,
) -> Result<QuotaSheet, Failure> {
    let policy = match policy {
        Some(policy) => policy,
        None => policy::in_force(session, year)?,
    };
    let eligibility = run_under(session, year, &policy)?;
    let teachers = eligibility::facts(session, year)?;
    let meeting: HashSet<TeacherId> = eligibility
        .iter()
        .flat_map(Eligibility::meeting)
        .map(|(facts, _)| facts.teacher)
        .collect();
    let facts = QuotaFacts {
        stage: session.school().stage,
        profile: session.school().profile.clone(),
        n_teachers: number(teachers.len()),
        n_leadership: number(
            teachers
                .iter()
                .filter(|one| one.cadre == Cadre::Leadership)
                .count(),
        ),
        n_eligible: eligibility.as_ref().map(|_| number(meeting.len())),
        n_manual: eligibility
            .as_ref()
            .map_or(0, |found| number(found.run.count(Outcome::Manual))),
        exchanged: going(session, year)?
            .into_iter()
            .filter_map(|(who, track)| {
                let one = teachers.iter().find(|one| one.teacher == who)?;
                Some(exchanged(one, track, meeting.contains(&who)))
            })
            .collect(),
        n_exchanged_before: before(session, year)?,
    };
    let overlay = preset::find(OVERLAY);
    Ok(QuotaSheet {
        year,
        policy_name: policy.name.clone(),
        is_frozen: eligibility.is_some_and(|found| found.kept_at.is_some()),
        checks: quota::checks(&policy, overlay.as_ref(), &facts),
        facts,
    })
}

/// The run under a policy; nothing where the policy says nothing of who goes.
fn run_under(
    session: &Session,
    year: SchoolYear,
    policy: &Policy,
) -> Result<Option<Eligibility>, Failure> {
    match eligibility::resting_on(session, year, policy.clone()) {
        Ok(found) => Ok(Some(found)),
        Err(failure) if failure.is_refusal() => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// My school's postings of a year, one for each teacher.
pub(crate) fn posted(session: &Session, year: SchoolYear) -> Result<Vec<Assignment>, Failure> {
    let mine = session.school().id;
    let mut seen = HashSet::new();
    let mut all = session.ledger.assignments_of_year(year)?;
    all.retain(|posting| {
        posting.sending_school == mine
            && !posting.state().takes_no_time()
            && seen.insert(posting.teacher)
    });
    Ok(all)
}

/// Who did not go in a year, without cause, and was posted nowhere else: his candidacy fulfils no quota.
pub(crate) fn stayed(session: &Session, year: SchoolYear) -> Result<HashSet<TeacherId>, Failure> {
    let mine = session.school().id;
    let all = session.ledger.assignments_of_year(year)?;
    let (none, went): (Vec<&Assignment>, Vec<&Assignment>) = all
        .iter()
        .filter(|posting| posting.sending_school == mine)
        .partition(|posting| posting.state().takes_no_time());
    Ok(none
        .into_iter()
        .filter(|posting| posting.state() == State::Refused)
        .map(|posting| posting.teacher)
        .filter(|who| !went.iter().any(|posting| posting.teacher == *who))
        .collect())
}

/// Everybody who goes in a year, once: recommended or approved candidates, and whoever is posted already.
fn going(session: &Session, year: SchoolYear) -> Result<Vec<(TeacherId, Option<Track>)>, Failure> {
    let stayed = stayed(session, year)?;
    let mut all: Vec<(TeacherId, Option<Track>)> = session
        .ledger
        .candidates(year)?
        .into_iter()
        .filter(|one| one.form.is_going() && !stayed.contains(&one.teacher))
        .map(|one| (one.teacher, one.form.track))
        .collect();
    for posting in posted(session, year)? {
        if !all.iter().any(|(who, _)| *who == posting.teacher) {
            all.push((posting.teacher, posting.terms.track));
        }
    }
    Ok(all)
}

fn before(session: &Session, year: SchoolYear) -> Result<Option<u32>, Failure> {
    let Ok(before) = SchoolYear::starting(year.first_year() - 1) else {
        return Ok(None);
    };
    let went = going(session, before)?;
    Ok((!went.is_empty()).then(|| number(went.len())))
}

fn exchanged(one: &TeacherFacts, track: Option<Track>, is_eligible: bool) -> Exchanged {
    Exchanged {
        is_eligible,
        ranks: ranks_of(&one.title, &one.backbone),
        is_leadership: one.cadre == Cadre::Leadership,
        track,
    }
}

/// The dispatch-quality sheet of the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn dispatch(session: &Session) -> Result<DispatchSheet, Failure> {
    let year = session.year();
    let policy = policy::in_force(session, year)?;
    let found = run_under(session, year, &policy)?;
    let teachers = eligibility::facts(session, year)?;
    let candidates = session.ledger.candidates(year)?;
    let going = going(session, year)?;
    let goes: HashSet<TeacherId> = going.iter().map(|(who, _)| *who).collect();
    // Every candidate, recommended or not: doubts are worth most before.
    let mut seen = HashSet::new();
    let listed = candidates.iter().map(|one| one.teacher);
    let mut sent = Vec::new();
    for who in listed.chain(going.iter().map(|(who, _)| *who)) {
        if !seen.insert(who) {
            continue;
        }
        let Some(facts) = teachers.iter().find(|one| one.teacher == who) else {
            continue;
        };
        let channel = candidates
            .iter()
            .find(|one| one.teacher == who)
            .map_or(Channel::Organised, |one| one.form.channel);
        sent.push(Dispatched {
            facts,
            verdict: found.as_ref().and_then(|found| found.run.verdict(who)),
            channel,
            is_going: goes.contains(&who),
        });
    }
    let day = domain::eligibility::ref_date(&policy, year);
    Ok(dispatch::sheet(&sent, &teachers, day))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
