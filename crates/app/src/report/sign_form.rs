//! Signing of every form but F-01: the host school certifies, the sending school signs after it; nothing is filled in
//! between.

use domain::id::ReportId;
use domain::op::Op;
use domain::refusal::Refusal;
use domain::report::FormCode;
use domain::school::Side;
use store::{IssuedReport, NewReport};
use zeroize::Zeroizing;

use super::form::{code_named, keep};
use super::sign::{Signed, SigningOutcome, sign_each};
use super::signer::{Signers, occasion, require_intact, seal_sheet};
use super::standing::{Standing, standing};
use crate::assignment;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::session::Session;

/// Signs issued forms for a side. Each must be the newest of its kind, with that side's turn come.
///
/// # Errors
/// When the passphrase opens no key; what a rule says about one form is in the outcome.
pub fn sign_forms(
    session: &mut Session,
    side: Side,
    ids: &[ReportId],
    passphrase: &Zeroizing<String>,
    at: At,
    progress: &mut dyn Progress,
) -> Result<SigningOutcome, Failure> {
    // A letter and a certificate of one teacher may stand in one batch.
    let name = |session: &Session, id| {
        let report = on_file(session, id)?;
        let word = code_named(&report.form)?.word();
        Ok(format!("{}（{word}）", report.about))
    };
    let sign = |session: &mut Session, id, signers: &mut Signers<'_>| {
        let report = on_file(session, id)?;
        sign_form_file(session, side, &report, signers, at)
    };
    sign_each(session, ids, passphrase, progress, name, sign)
}

fn on_file(session: &Session, id: ReportId) -> Result<IssuedReport, Failure> {
    Failure::unless_found(session.ledger.report(id)?, "文书")
}

/// Nothing is signed that another paper has replaced or that the records have outrun.
fn require_current(session: &Session, report: &IssuedReport) -> Result<(), Failure> {
    let message = match standing(session, report)? {
        Standing::Current => return Ok(()),
        Standing::Renewed => format!("文书{}已有更新的版本，请用最新的一份签章", report.number),
        Standing::Replaced(number) => format!("此后另出了{number}，请签新的一份"),
        Standing::Outdated => {
            "生成这份文书以后，台账中的内容有变化，与纸面不符，不能签章；请重新生成后再签章"
                .to_owned()
        }
    };
    Err(Refusal::new("REPORT-OLD", message).into())
}

/// Signs the newest revision of a form.
pub(super) fn sign_form_file(
    session: &mut Session,
    side: Side,
    report: &IssuedReport,
    signers: &mut Signers<'_>,
    at: At,
) -> Result<Signed, Failure> {
    let code = code_named(&report.form)?;
    if code == FormCode::Annual {
        return Err(Refusal::new(
            "REPORT-ANNUAL",
            format!("{}随考核一并签章，请到“报告与签章”办理", code.word()),
        )
        .into());
    }
    let Some(id) = report.assignment.filter(|_| code.is_signed_alone()) else {
        return Err(Refusal::new(
            "REPORT-INK",
            format!("{}打印后手签盖章，不用电子签章", code.word()),
        )
        .into());
    };
    require_current(session, report)?;
    match (report.side, side) {
        (None, Side::Host) | (Some(Side::Host), Side::Sending) => {}
        (None, Side::Sending) => {
            return Err(Refusal::new(
                "REPORT-ORDER",
                "按签章顺序，先由受援学校签章，再由派出学校签章",
            )
            .into());
        }
        (Some(_), _) => {
            return Err(Refusal::new("REPORT-SIGNED", format!("{}已经签章", side.word())).into());
        }
    }
    let posting = assignment::get(session, id)?;
    let school = posting.school(side).clone();
    let seal = seal_sheet(session, &school, at)?;
    let signer = signers.of(session, &school)?;
    let drawn = session.ledger.report_pdf(report.id)?;
    let pdf = match side {
        Side::Host => signing::certify(
            &drawn,
            paper::HOST_SIGNATURE,
            Some(&seal),
            signer,
            &occasion(at, "受援学校签章"),
        )?,
        Side::Sending => signing::countersign(
            &drawn,
            paper::SENDING_SIGNATURE,
            Some(&seal),
            signer,
            &occasion(at, "派出学校签章"),
        )?,
    };
    require_intact(&pdf, if side == Side::Host { 1 } else { 2 })?;
    let new = NewReport {
        id: clock::new_id(at)?,
        assignment: report.assignment,
        record: report.record.clone(),
        about: report.about.clone(),
        year: report.year,
        form: report.form.clone(),
        number: report.number.clone(),
        revision: report.revision + 1,
        side: Some(side),
        facts: report.facts.clone(),
        pdf: pdf.clone(),
        issued_on: report.issued_on,
    };
    let op = match side {
        Side::Host => Op::SignHost,
        Side::Sending => Op::SignSending,
    };
    let issued = keep(session, op, &new, at)?;
    Ok(Signed {
        about: issued.about.clone(),
        issued,
        pdf,
    })
}
