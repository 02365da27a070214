//! The facts of a form, taken from the records, and whether the sending school's texts fit.

use domain::appraisal::Appraisal;
use domain::indicator;
use domain::refusal::Refusal;
use domain::report::{AnnualForm, AnnualRecords, Fact, Issue};
use domain::school::Side;
use domain::year::SchoolYear;
use paper::{FillField, Fit};
use sha2::{Digest, Sha256};

use crate::assignment::Posting;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// The issue of a form that is only looked at.
pub(crate) fn draft_issue(session: &Session, at: At) -> Issue {
    Issue {
        number: "草稿".to_owned(),
        issued_on: clock::day(at),
        is_draft: true,
        is_practice: session.is_practice(),
    }
}

/// The form of a posting's year, with its fingerprint.
pub(crate) fn form_of(
    session: &Session,
    posting: &Posting,
    appraisal: &Appraisal,
    issue: &Issue,
) -> Result<AnnualForm, Failure> {
    // The form is one of a year: what was said in another year stands on that year's form.
    let mut feedback = session.ledger.feedback_of(posting.assignment.id)?;
    feedback.retain(|one| SchoolYear::of(one.sheet.on).ok() == Some(appraisal.year));
    let records = AnnualRecords {
        teacher: &posting.teacher,
        assignment: &posting.assignment,
        sending_school: &posting.sending_school,
        host_school: &posting.host_school,
        appraisal,
        feedback: &feedback,
    };
    let mut form = AnnualForm::of(records, issue);
    let digest = digest_of(&form.host_facts());
    form.fingerprint = digest.chars().take(8).collect();
    Ok(form)
}

/// SHA-256 over facts, lengths included, as hex.
pub(crate) fn digest_of(facts: &[Fact]) -> String {
    let mut hash = Sha256::new();
    for (place, text) in facts {
        for part in [place, text] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hex(&hash.finalize())
}

/// SHA-256 over bytes, as hex.
pub(crate) fn digest_of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Facts as the archive keeps them: a JSON list of pairs, in their order.
pub(crate) fn facts_text(facts: &[Fact]) -> String {
    serde_json::json!(facts).to_string()
}

/// The fields that the sending school fills.
pub(crate) fn sending_fields() -> Vec<FillField> {
    let codes: Vec<&str> = indicator::of(Side::Sending)
        .iter()
        .map(|indicator| indicator.code)
        .collect();
    paper::fill_fields(&codes)
}

/// How much room each text of the sending school takes in its field.
pub(crate) fn sending_fits(session: &Session, form: &AnnualForm) -> Vec<(FillField, Fit)> {
    let values = paper::fill_values(&form.sending);
    sending_fields()
        .into_iter()
        .filter_map(|field| {
            let (_, text) = values.iter().find(|(name, _)| *name == field.name)?;
            let fit = paper::fits(&field, text, &session.means);
            Some((field, fit))
        })
        .collect()
}

/// A refusal for each text that does not fit.
pub(crate) fn refuse_misfits(fits: &[(FillField, Fit)]) -> Vec<Refusal> {
    fits.iter()
        .filter(|(_, fit)| !fit.fits)
        .map(|(field, fit)| {
            Refusal::at(
                "REPORT-FIT",
                field.name.clone(),
                format!(
                    "“{}”写满了：需要{}行，表格只有{}行，请删减",
                    field.label, fit.lines, fit.max_lines
                ),
            )
        })
        .collect()
}
