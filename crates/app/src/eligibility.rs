//! The eligibility run: computed, frozen, reported, and computed again from its frozen facts.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use domain::assignment::Assignment;
use domain::assignment::months::Attendance;
use domain::eligibility::{
    self, Outcome, Ruling, Run, RunState, SchoolFacts, TeacherFacts, Verdict,
};
use domain::id::{RunId, TeacherId};
use domain::op::Op;
use domain::policy::Policy;
use domain::refusal::Refusal;
use domain::school::{Area, School};
use domain::teacher::{CareerEntry, CareerKind, Teacher};
use domain::year::SchoolYear;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::policy;
use crate::session::Session;
use crate::teacher;

pub use store::KeptRun;

/// A run with its policy.
#[derive(Debug)]
pub struct Eligibility {
    /// The run.
    pub run: Run,
    /// The policy it used.
    pub policy: Policy,
    /// When it was frozen; nothing while it is only computed.
    pub kept_at: Option<NaiveDateTime>,
    /// True when the facts on file would come out otherwise today.
    pub is_stale: bool,
}

impl Eligibility {
    /// Those who meet the conditions of exchange, with their verdicts.
    pub fn meeting(&self) -> impl Iterator<Item = &(TeacherFacts, Verdict)> {
        self.run.meeting(&self.policy)
    }
}

/// A run computed again from its frozen facts.
#[derive(Debug)]
pub struct Rechecked {
    /// Which.
    pub run: RunId,
    /// Teachers that were computed.
    pub n_teachers: usize,
    /// Names of those who came out otherwise.
    pub unlike: Vec<String>,
}

/// The newest frozen run of a school year under the policy in force; where there is none, what comes out now. A run
/// that was frozen under another policy for trial is among the [`runs`], and nothing rests on it.
///
/// # Errors
/// When the policy in force says nothing of who goes.
pub fn of_year(session: &Session, year: SchoolYear) -> Result<Eligibility, Failure> {
    let policy = policy::in_force(session, year)?;
    match frozen(session, year, &policy)? {
        Some((run, _)) => kept(session, run.id),
        None => under(session, year, policy),
    }
}

/// The newest frozen run of a school year under a policy, with the time when it was frozen.
pub(crate) fn frozen(
    session: &Session,
    year: SchoolYear,
    policy: &Policy,
) -> Result<Option<(Run, NaiveDateTime)>, Failure> {
    let runs = session.ledger.runs(year)?;
    match runs.iter().find(|kept| kept.policy == policy.stamp()) {
        Some(kept) => {
            let found = session.ledger.run(kept.id)?;
            Ok(Some(Failure::unless_found(found, "资格判定")?))
        }
        None => Ok(None),
    }
}

/// The run that lists, quotas and approvals of a school year rest on: the newest frozen one when it was made under
/// this policy, else what comes out now. Whether it is stale is not asked.
///
/// # Errors
/// When that policy says nothing of who goes.
pub fn resting_on(
    session: &Session,
    year: SchoolYear,
    policy: Policy,
) -> Result<Eligibility, Failure> {
    match frozen(session, year, &policy)? {
        Some((run, made_at)) => Ok(Eligibility {
            run,
            policy,
            kept_at: Some(made_at),
            is_stale: false,
        }),
        None => under(session, year, policy),
    }
}

/// What comes out now under the policy in force; nothing is kept.
///
/// # Errors
/// When the policy in force says nothing of who goes.
pub fn compute(session: &Session, year: SchoolYear) -> Result<Eligibility, Failure> {
    let policy = policy::in_force(session, year)?;
    under(session, year, policy)
}

/// What comes out now under a policy; nothing is kept.
///
/// # Errors
/// When that policy says nothing of who goes.
pub fn under(session: &Session, year: SchoolYear, policy: Policy) -> Result<Eligibility, Failure> {
    Ok(Eligibility {
        run: compute_with(session, year, &policy)?,
        policy,
        kept_at: None,
        is_stale: false,
    })
}

pub(crate) fn compute_with(
    session: &Session,
    year: SchoolYear,
    policy: &Policy,
) -> Result<Run, Failure> {
    let school = SchoolFacts::of(session.school());
    let teachers = facts(session, year)?;
    Ok(eligibility::run(no_run(), year, policy, school, teachers)?)
}

fn kept(session: &Session, id: RunId) -> Result<Eligibility, Failure> {
    let (run, made_at) = Failure::unless_found(session.ledger.run(id)?, "资格判定")?;
    let policy = policy::find(session, &run.policy)?.policy;
    let is_stale = match compute_with(session, run.year, &policy) {
        Ok(now) => outcomes(&now) != outcomes(&run),
        Err(failure) if failure.is_refusal() => true,
        Err(failure) => return Err(failure),
    };
    Ok(Eligibility {
        run,
        policy,
        kept_at: Some(made_at),
        is_stale,
    })
}

/// What a list says of each teacher: another reason for the same outcome makes no run stale.
fn outcomes(run: &Run) -> Vec<(TeacherId, Outcome)> {
    run.results
        .iter()
        .map(|(facts, verdict)| (facts.teacher, verdict.outcome))
        .collect()
}

/// An id that names no run: what is only computed has none.
fn no_run() -> RunId {
    RunId::new(0, 0)
}

/// The facts of my school's teachers for a year, in the order of their names.
///
/// # Errors
/// When the records cannot be read.
pub fn facts(session: &Session, year: SchoolYear) -> Result<Vec<TeacherFacts>, Failure> {
    let mut exemptions: HashMap<TeacherId, Vec<_>> = HashMap::new();
    for exemption in session.ledger.exemptions(year)? {
        exemptions
            .entry(exemption.teacher)
            .or_default()
            .push(exemption);
    }
    let mut rulings: HashMap<TeacherId, Ruling> = session
        .ledger
        .rulings(year)?
        .into_iter()
        .map(|ruling| (ruling.teacher, ruling))
        .collect();
    let schools: HashMap<_, School> = session
        .ledger
        .schools()?
        .into_iter()
        .map(|school| (school.id, school))
        .collect();
    let mut postings: HashMap<TeacherId, Vec<Assignment>> = HashMap::new();
    for posting in session.ledger.assignments()? {
        postings.entry(posting.teacher).or_default().push(posting);
    }
    let mine = session.school().id;
    let mut all = Vec::new();
    for mut teacher in session.ledger.teachers()? {
        let own = postings.remove(&teacher.id).unwrap_or_default();
        if !is_mine(&teacher, &own, mine) {
            continue;
        }
        add_postings(&mut teacher, &own, &schools);
        let exempt = exemptions.remove(&teacher.id).unwrap_or_default();
        let ruling = rulings.remove(&teacher.id);
        all.push(TeacherFacts::of(&teacher, exempt, ruling));
    }
    Ok(all)
}

/// A teacher of my school: his post is here. One who only comes here on exchange belongs to the school that sends
/// him, also where nobody has noted it.
fn is_mine(teacher: &Teacher, postings: &[Assignment], mine: domain::id::SchoolId) -> bool {
    match teacher.record.standing.home_school {
        Some(home) => home == mine,
        // A roster is my school's own; only whoever comes on exchange is not.
        None => {
            postings.is_empty()
                || postings
                    .iter()
                    .any(|posting| posting.sending_school == mine)
        }
    }
}

/// Postings that this program carried are work in the countryside too, where the host school is.
fn add_postings(
    teacher: &mut Teacher,
    postings: &[Assignment],
    schools: &HashMap<domain::id::SchoolId, School>,
) {
    let told: Vec<Attendance> = postings.iter().map(Attendance::of).collect();
    let career = std::mem::take(&mut teacher.record.standing.career);
    teacher.record.standing.career = career
        .into_iter()
        .flat_map(|entry| untold(entry, &told))
        .collect();
    for posting in postings {
        let Some(host) = schools.get(&posting.host_school) else {
            continue;
        };
        // What never began, days away and what is void are no service (R605, R606).
        for (from, to) in Attendance::of(posting).stretches() {
            teacher.record.standing.career.push(CareerEntry {
                school: host.name.clone(),
                kind: CareerKind::Exchange,
                from,
                to: Some(to),
                is_rural: host.profile.area == Some(Area::Rural),
            });
        }
    }
    teacher
        .record
        .standing
        .career
        .sort_by(|a, b| (a.from, &a.school).cmp(&(b.from, &b.school)));
}

/// What a career says of days of which no posting tells: of an exchange that is on file as a posting the posting tells,
/// and days away or void ones do not come back from the career.
fn untold(entry: CareerEntry, told: &[Attendance]) -> Vec<CareerEntry> {
    let is_exchange = matches!(entry.kind, CareerKind::Exchange | CareerKind::Support);
    let last_told = told.iter().filter_map(Attendance::last_told).max();
    let (true, Some(last_told)) = (is_exchange, last_told) else {
        return vec![entry];
    };
    let is_told = |day| told.iter().any(|one| one.tells_of(day));
    let end = entry.to.unwrap_or(last_told).min(last_told);
    let mut kept: Vec<CareerEntry> = Vec::new();
    for day in entry.from.iter_days().take_while(|day| *day <= end) {
        if is_told(day) {
            continue;
        }
        match kept.last_mut() {
            Some(last) if last.to.and_then(|to| to.succ_opt()) == Some(day) => last.to = Some(day),
            _ => kept.push(CareerEntry {
                from: day,
                to: Some(day),
                ..entry.clone()
            }),
        }
    }
    // After the last posting it goes on as it was typed.
    if entry.to.is_none_or(|to| to > last_told)
        && let Some(next) = last_told.succ_opt()
    {
        kept.push(CareerEntry {
            from: entry.from.max(next),
            ..entry
        });
    }
    kept
}

/// Freezes what comes out now under a policy: with its facts, never to be changed.
///
/// # Errors
/// When the policy says nothing of who goes, or there is nobody to judge.
pub fn freeze(
    session: &mut Session,
    year: SchoolYear,
    policy: Option<Policy>,
    at: At,
) -> Result<Eligibility, Failure> {
    let policy = match policy {
        Some(policy) => policy,
        None => policy::in_force(session, year)?,
    };
    let mut run = compute_with(session, year, &policy)?;
    if run.results.is_empty() {
        return Err(Refusal::new(
            "ELIGIBILITY-NOBODY",
            "名册中没有本校教师，不能冻结；请先导入教师名册",
        )
        .into());
    }
    run.id = clock::new_id(at)?;
    let run = run.advanced(RunState::Frozen)?.sealed(&policy);
    session
        .ledger
        .transact(Op::FreezeEligibility, at.naive_local(), |tx| {
            tx.add_run(&run, at.naive_local())
        })?;
    kept(session, run.id)
}

/// Marks the newest frozen run of a year under the policy in force as reported to the bureau.
///
/// # Errors
/// When there is none, or it was reported already.
pub fn report(session: &mut Session, year: SchoolYear, at: At) -> Result<Eligibility, Failure> {
    let policy = policy::in_force(session, year)?;
    let (run, _) = frozen(session, year, &policy)?.ok_or_else(|| {
        Failure::refused(Refusal::new(
            "ELIGIBILITY-NONE",
            "本学年还没有按现用制度冻结的资格判定，不能标记上报",
        ))
    })?;
    let run = run.advanced(RunState::Reported)?;
    session
        .ledger
        .transact(Op::ReportEligibility, at.naive_local(), |tx| {
            tx.set_run_state(run.id, run.state)
        })?;
    kept(session, run.id)
}

/// The runs of a year that are kept, newest first.
///
/// # Errors
/// When the records cannot be read.
pub fn runs(session: &Session, year: SchoolYear) -> Result<Vec<KeptRun>, Failure> {
    Ok(session.ledger.runs(year)?)
}

/// Computes a frozen run again from its frozen facts and the policy of its version: anybody can check it.
///
/// # Errors
/// When its format or its policy's version is not known to this program.
pub fn recheck(session: &Session, id: RunId) -> Result<Rechecked, Failure> {
    let (run, _) = Failure::unless_found(session.ledger.run(id)?, "资格判定")?;
    let policy = policy::find(session, &run.policy)?.policy;
    let teachers = run.results.iter().map(|(facts, _)| facts.clone()).collect();
    let again = eligibility::run(run.id, run.year, &policy, run.school.clone(), teachers)?;
    let unlike = run
        .results
        .iter()
        .zip(&again.results)
        .filter(|(frozen, now)| frozen.1 != now.1)
        .map(|((facts, _), _)| facts.name.clone())
        .collect();
    Ok(Rechecked {
        run: id,
        n_teachers: run.results.len(),
        unlike,
    })
}

/// Keeps a person's decision on a teacher; without an outcome it takes one back.
///
/// # Errors
/// When the rules decide it themselves, or the decision says no reason.
pub fn rule(
    session: &mut Session,
    who: TeacherId,
    outcome: Option<Outcome>,
    reason: &str,
    at: At,
) -> Result<Eligibility, Failure> {
    let year = session.year();
    teacher::get(session, who)?;
    match outcome {
        None => session
            .ledger
            .transact(Op::RemoveRuling, at.naive_local(), |tx| {
                tx.remove_ruling(who, year)
            })?,
        Some(outcome) => {
            // All that is wrong with the ruling first; then whether it is needed at all.
            let mut ruling = Ruling {
                teacher: who,
                year,
                outcome,
                question: String::new(),
                reason: reason.to_owned(),
                on: clock::day(at),
            }
            .judged()?;
            ruling.question = open_question(session, year, who)?;
            session
                .ledger
                .transact(Op::SetRuling, at.naive_local(), |tx| tx.set_ruling(&ruling))?;
        }
    }
    compute(session, year)
}

/// Only what the rules leave open is for a person to decide.
fn open_question(session: &Session, year: SchoolYear, who: TeacherId) -> Result<String, Failure> {
    let teachers = facts(session, year)?;
    let policy = policy::in_force(session, year)?;
    let school = SchoolFacts::of(session.school());
    let question = teachers
        .iter()
        .find(|facts| facts.teacher == who)
        .and_then(|facts| eligibility::open_question(&policy, year, &school, facts));
    question.ok_or_else(|| {
        Refusal::at(
            "RULING-NEEDLESS",
            "teacher_id",
            "按现用制度已能判定，不需要人工判定；如登记有误，请更正教师资料",
        )
        .into()
    })
}
