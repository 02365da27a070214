//! Reports: drafted, drawn, signed by both schools in the paper's order, archived and verified.
//!
//! A formal form is drawn once, from facts that are kept beside it; what was signed is stored byte for
//! byte and is never drawn again.

mod archive;
mod build;
mod facts;
mod form;
mod issue;
mod sign;
mod sign_form;
mod signer;
mod standing;
mod twin;
mod verify;

pub use archive::{
    Archived, archived, archived_by_id, export_name, list_archive, note_printed, twin_name,
};
pub use form::{
    Paper, Subject, Turn, about, code_named, draft_form, make_form, newest_of, papers, subjects,
};
pub use issue::{Made, draft, make};
pub use sign::{Signed, SigningOutcome, sign_file, sign_many};
pub use sign_form::sign_forms;
pub use standing::Standing;
pub use twin::twin;
pub use verify::{Verified, VerifiedSignature, verify};

pub(crate) use twin::tables;

pub(crate) use facts::{draft_issue, form_of, refuse_misfits, sending_fits};

use store::IssuedReport;

use crate::appraisal::{self, OpenAppraisal};
use crate::clock::At;
use crate::failure::Failure;
use crate::session::Session;

/// The form that both schools score and sign: its way is longer than that of the others.
pub const ANNUAL_FORM: &str = "F-01";

/// One posting's report, as the list shows it.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// The appraisal behind it.
    pub open: OpenAppraisal,
    /// Its newest revision, once it was drawn.
    pub issued: Option<IssuedReport>,
    /// Open items of feedback.
    pub n_open_feedback: usize,
}

/// The reports of the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session, at: At) -> Result<Vec<ReportRow>, Failure> {
    appraisal::list(session, at)?
        .into_iter()
        .map(|open| {
            let id = open.posting.assignment.id;
            let feedback = session.ledger.feedback_of(id)?;
            let n_open_feedback = feedback
                .iter()
                .flat_map(|feedback| &feedback.items)
                .filter(|item| item.is_open())
                .count();
            let issued = newest(session, &open)?;
            Ok(ReportRow {
                open,
                issued,
                n_open_feedback,
            })
        })
        .collect()
}

/// The newest revision of a posting's form in the session's year.
pub(crate) fn newest(
    session: &Session,
    open: &OpenAppraisal,
) -> Result<Option<IssuedReport>, Failure> {
    let reports = session.ledger.reports_of(open.posting.assignment.id)?;
    Ok(reports
        .into_iter()
        .filter(|report| report.year == open.appraisal.year && report.form == ANNUAL_FORM)
        .max_by_key(|report| report.revision))
}
