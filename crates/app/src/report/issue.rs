//! Drawing: a draft to look at, and the formal form that the host school will sign.

use domain::appraisal::Appraisal;
use domain::id::AssignmentId;
use domain::op::Op;
use domain::report::Issue;
use paper::Drawn;
use store::{IssuedReport, NewReport};

use crate::appraisal::{self, OpenAppraisal};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

use super::facts::{digest_of_bytes, draft_issue, facts_text, form_of};
use super::{ANNUAL_FORM, newest};

/// A form that was drawn.
#[derive(Debug, Clone)]
pub struct Made {
    /// Whose name, or which list.
    pub about: String,
    /// The archived row; `None` for a draft, which leaves no trace.
    pub issued: Option<IssuedReport>,
    /// The file.
    pub pdf: Vec<u8>,
    /// SHA-256 of the file, hex.
    pub sha256: String,
}

/// Draws a posting's form as a draft with a watermark, whatever is missing.
///
/// # Errors
/// A character that no font has.
pub fn draft(session: &Session, id: AssignmentId, at: At) -> Result<Made, Failure> {
    let open = appraisal::open(session, id, at)?;
    let issue = draft_issue(session, at);
    let form = form_of(session, &open.posting, &open.appraisal, &issue)?;
    let pdf = paper::draw_annual_form(&form, &session.means)?.pdf;
    let sha256 = digest_of_bytes(&pdf);
    Ok(Made {
        about: open.posting.teacher.record.name,
        issued: None,
        pdf,
        sha256,
    })
}

/// Draws the formal form of a posting, ready for the host's signature; once signed, gives what was signed.
///
/// The same facts give the same file: it is drawn anew only when its facts have changed.
///
/// # Errors
/// Everything that is missing before the host school may sign; a character that no font has.
pub fn make(session: &mut Session, id: AssignmentId, at: At) -> Result<Made, Failure> {
    make_dated(session, id, Dated::AsDrawn, at)
}

/// Which day stands on a form that is drawn already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// The day on which it was drawn: the file may have been handed out.
    AsDrawn,
    /// Today, because it is signed today.
    Today,
}

/// [`make`], with a say about the day.
pub(super) fn make_dated(
    session: &mut Session,
    id: AssignmentId,
    dated: Dated,
    at: At,
) -> Result<Made, Failure> {
    let open = appraisal::open(session, id, at)?;
    let issued = match newest(session, &open)? {
        Some(signed) if signed.side.is_some() => signed,
        drawn => issue_form(session, &open, drawn, dated, at)?,
    };
    let about = open.posting.teacher.record.name;
    let pdf = session.ledger.report_pdf(issued.id)?;
    Ok(Made {
        about,
        sha256: issued.pdf_sha256.clone(),
        issued: Some(issued),
        pdf,
    })
}

/// Draws the form and puts it into the archive, unless the one there has the same facts.
fn issue_form(
    session: &mut Session,
    open: &OpenAppraisal,
    drawn: Option<IssuedReport>,
    dated: Dated,
    at: At,
) -> Result<IssuedReport, Failure> {
    if !open.host_signing.is_empty() {
        return Err(open.host_signing.clone().into());
    }
    let number = match &drawn {
        Some(drawn) => drawn.number.clone(),
        None => session
            .ledger
            .next_report_number(&format!("JL-{}-", open.appraisal.year.first_year()))?,
    };
    if let Some(drawn) = &drawn
        && (dated == Dated::AsDrawn || drawn.issued_on == clock::day(at))
    {
        let form = formal(session, open, &number, drawn.issued_on)?;
        if facts_text(&form.host_facts()) == drawn.facts {
            return Ok(drawn.clone());
        }
    }
    let issued_on = clock::day(at);
    let form = formal(session, open, &number, issued_on)?;
    let Drawn { pdf, .. } = paper::draw_annual_form(&form, &session.means)?;
    let facts = form.host_facts();
    let report = NewReport {
        id: clock::new_id(at)?,
        assignment: Some(open.posting.assignment.id),
        record: None,
        about: open.posting.teacher.record.name.clone(),
        year: open.appraisal.year,
        form: ANNUAL_FORM.to_owned(),
        number,
        revision: drawn.map_or(1, |drawn| drawn.revision + 1),
        side: None,
        facts: facts_text(&facts),
        pdf,
        issued_on,
    };
    put(session, Op::MakeReport, &open.appraisal, &report, at)
}

/// Puts a report into the archive together with its appraisal.
pub(super) fn put(
    session: &mut Session,
    op: Op,
    appraisal: &Appraisal,
    report: &NewReport,
    at: At,
) -> Result<IssuedReport, Failure> {
    session.ledger.transact(op, at.naive_local(), |tx| {
        tx.save_appraisal(appraisal)?;
        tx.add_report(report)
    })?;
    Failure::unless_found(session.ledger.report(report.id)?, "报告")
}

/// The formal form, as the host school signs it.
pub(super) fn formal(
    session: &Session,
    open: &OpenAppraisal,
    number: &str,
    issued_on: chrono::NaiveDate,
) -> Result<domain::report::AnnualForm, Failure> {
    let issue = Issue {
        number: number.to_owned(),
        issued_on,
        is_draft: false,
        is_practice: session.is_practice(),
    };
    form_of(session, &open.posting, &open.appraisal, &issue)
}
