//! Appraisals: opened, scored by both schools, composed.

use domain::appraisal::composition::Composition;
use domain::appraisal::grade::Grade;
use domain::appraisal::{Appraisal, Basis, Goal, HostSheet, SendingSheet, State};
use domain::assignment as assigned;
use domain::id::AssignmentId;
use domain::op::Op;
use domain::refusal::{Judgement, Refusal};
use domain::year::Term;

use crate::assignment::{self, Posting};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::policy;
use crate::report;
use crate::session::Session;

/// An appraisal with everything that the scorer wants to see.
#[derive(Debug, Clone)]
pub struct OpenAppraisal {
    /// Whose.
    pub posting: Posting,
    /// Both sheets.
    pub appraisal: Appraisal,
    /// The score of the year, or what is missing.
    pub composition: Result<Composition, Vec<Refusal>>,
    /// What the host school lacks before it can sign.
    pub host_signing: Vec<Refusal>,
    /// What the sending school lacks before it can sign.
    pub sending_signing: Vec<Refusal>,
    /// Whether the sending school's texts fit their fields.
    pub fits: Vec<(paper::FillField, paper::Fit)>,
    /// Terms in which the teacher was posted.
    pub served: Vec<Term>,
    /// When it was read.
    pub at: At,
}

/// All appraisals of the session's year: of whoever has come to his host school.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session, at: At) -> Result<Vec<OpenAppraisal>, Failure> {
    assignment::list(session, session.year)?
        .into_iter()
        .filter(|posting| posting.assignment.state().has_arrived())
        .map(|posting| judge(session, posting, at))
        .collect()
}

/// Opens the appraisal of a posting in the session's year; a new one is empty.
///
/// # Errors
/// When there is no such posting.
pub fn open(session: &Session, id: AssignmentId, at: At) -> Result<OpenAppraisal, Failure> {
    judge(session, posting_of_year(session, id)?, at)
}

/// The posting, when it has a day in the session's year.
fn posting_of_year(session: &Session, id: AssignmentId) -> Result<Posting, Failure> {
    let posting = assignment::get(session, id)?;
    let mut judgement = Judgement::new();
    if !posting.assignment.terms.touches(session.year) {
        judgement.refuse(
            "APPRAISAL-YEAR",
            "",
            format!("这条交流安排不在{}", session.year.on_paper()),
        );
    }
    let state = posting.assignment.state();
    if !state.has_arrived() {
        judgement.refuse(
            "APPRAISAL-ARRIVAL",
            "",
            format!(
                "{}的交流安排现在是“{}”，登记到岗后才能考核",
                posting.teacher.record.name,
                state.word()
            ),
        );
    }
    Ok(judgement.pass(posting)?)
}

fn judge(session: &Session, posting: Posting, at: At) -> Result<OpenAppraisal, Failure> {
    let appraisal = read(session, &posting, at)?;
    let served = posting.assignment.served_terms(session.year);
    let form = report::form_of(
        session,
        &posting,
        &appraisal,
        &report::draft_issue(session, at),
    )?;
    let fits = report::sending_fits(session, &form);
    let composition = appraisal.compose();
    let misfits = report::refuse_misfits(&fits);
    let mut host_signing = appraisal
        .judge_host_signing(&served)
        .err()
        .unwrap_or_default();
    // The host's vetoes are printed in a field of the sending part: once sealed, nobody could shorten them.
    host_signing.extend(
        misfits
            .iter()
            .filter(|misfit| misfit.place == "sending.vetoes")
            .cloned(),
    );
    let mut sending_signing = appraisal.judge_sending_signing().err().unwrap_or_default();
    sending_signing.extend(misfits);
    Ok(OpenAppraisal {
        host_signing,
        sending_signing,
        composition,
        fits,
        served,
        posting,
        appraisal,
        at,
    })
}

/// The appraisal on file, or a new one that is not on file yet.
///
/// While nobody has signed it is composed under the policy in force; from then on under the one it was signed under.
pub(crate) fn read(session: &Session, posting: &Posting, at: At) -> Result<Appraisal, Failure> {
    let id = posting.assignment.id;
    let mut appraisal = match session.ledger.appraisal(id, session.year)? {
        Some(appraisal) => appraisal,
        None => {
            let mut new = Appraisal::new(clock::new_id(at)?, id, session.year);
            new.host
                .principal
                .clone_from(&posting.host_school.principal);
            new.sending
                .principal
                .clone_from(&posting.sending_school.principal);
            new
        }
    };
    if appraisal.state == State::Open {
        let policy = policy::in_force(session, session.year)?;
        appraisal.basis = Basis::of(&policy);
        appraisal.host.goals = with_agreed(&posting.assignment.goals, appraisal.host.goals);
    } else if !appraisal.basis.policy.is_empty() {
        let policy = policy::find(session, &appraisal.basis.policy)?.policy;
        appraisal.basis = Basis::of(&policy);
    }
    Ok(appraisal)
}

/// What the years of a posting came to: the appraisals that are on file, each with its grade once both schools have
/// signed it.
pub(crate) fn outcomes(
    session: &Session,
    id: AssignmentId,
) -> Result<Vec<(Appraisal, Option<Grade>)>, Failure> {
    let mut outcomes = Vec::new();
    for mut appraisal in session.ledger.appraisals_of(id)? {
        let mut grade = None;
        if appraisal.state == State::SendingSigned {
            if !appraisal.basis.policy.is_empty() {
                let policy = policy::find(session, &appraisal.basis.policy)?.policy;
                appraisal.basis = Basis::of(&policy);
            }
            let composition = appraisal.compose().ok();
            grade = composition.map(|composition| appraisal.final_grade(&composition));
        }
        outcomes.push((appraisal, grade));
    }
    Ok(outcomes)
}

/// What was agreed before he went, with what the schools have said of it by now, so that nobody types it twice and the
/// paper says what the posting says. A sheet keeps its evidence, what it says of a goal that no school has judged, and
/// goals of its own.
fn with_agreed(agreed: &[assigned::Goal], mut typed: Vec<Goal>) -> Vec<Goal> {
    let mut goals = Vec::new();
    for goal in agreed {
        let place = typed.iter().position(|own| own.text == goal.text);
        let own = place.map(|place| typed.remove(place));
        let judged = goal.achieved();
        let achieved = judged.and_then(|rate| rate.round_half_up(0).parse().ok());
        let own_evidence = own.as_ref().map(|own| own.evidence.clone());
        goals.push(Goal {
            text: goal.text.clone(),
            weight: Some(goal.weight),
            achieved: achieved.or_else(|| own.as_ref()?.achieved),
            evidence: own_evidence
                .filter(|evidence| !evidence.is_empty())
                .unwrap_or_else(|| goal.evidence.clone()),
        });
    }
    goals.append(&mut typed);
    goals
}

/// Saves the host school's sheet.
///
/// # Errors
/// When it is sealed, or something in it cannot stand; what is on file stays.
pub fn save_host(
    session: &mut Session,
    id: AssignmentId,
    sheet: HostSheet,
    at: At,
) -> Result<OpenAppraisal, Failure> {
    save_sheets(session, id, Some(sheet), None, at)
}

/// Saves the sending school's sheet.
///
/// # Errors
/// When it is sealed, or something in it cannot stand; what is on file stays.
pub fn save_sending(
    session: &mut Session,
    id: AssignmentId,
    sheet: SendingSheet,
    at: At,
) -> Result<OpenAppraisal, Failure> {
    save_sheets(session, id, None, Some(sheet), at)
}

/// Saves one or both sheets together, all or nothing.
///
/// # Errors
/// As [`save_host`] and [`save_sending`].
pub fn save_sheets(
    session: &mut Session,
    id: AssignmentId,
    host: Option<HostSheet>,
    sending: Option<SendingSheet>,
    at: At,
) -> Result<OpenAppraisal, Failure> {
    let posting = posting_of_year(session, id)?;
    let before = read(session, &posting, at)?;
    let mut appraisal = before.clone();
    let op = if host.is_some() {
        Op::ScoreHost
    } else {
        Op::ScoreSending
    };
    if let Some(sheet) = host {
        appraisal = appraisal.with_host(sheet)?;
    }
    if let Some(sheet) = sending {
        appraisal = appraisal.with_sending(sheet)?;
    }
    // Whoever only looks, or saves what is there, leaves no line in the log.
    if appraisal != before {
        save(session, op, &appraisal, at)?;
    }
    judge(session, posting, at)
}

fn save(session: &mut Session, op: Op, appraisal: &Appraisal, at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(op, at.naive_local(), |tx| tx.save_appraisal(appraisal))?)
}
