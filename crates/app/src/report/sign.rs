//! Signing, in the order in which the paper travels: the host school certifies its pages, then the sending
//! school fills its fields and signs, each with its own key.

use std::ops::ControlFlow;

use domain::appraisal::State;
use domain::id::AssignmentId;
use domain::op::Op;
use domain::refusal::Refusal;
use domain::school::Side;
use store::{IssuedReport, NewReport};
use zeroize::Zeroizing;

use crate::appraisal::{self, OpenAppraisal};
use crate::assignment;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::session::Session;

use super::facts::{digest_of_bytes, facts_text, sending_fields};
use super::issue::{Dated, formal, make_dated, put};
use super::sign_form::sign_form_file;
use super::signer::{Signers, occasion, require_intact, seal_sheet};
use super::{ANNUAL_FORM, newest};

/// A report that was signed.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Whose name, or which list.
    pub about: String,
    /// The archived row.
    pub issued: IssuedReport,
    /// The file.
    pub pdf: Vec<u8>,
}

/// What became of a batch: one report that cannot be signed does not stop the others.
#[derive(Debug, Default)]
pub struct SigningOutcome {
    /// Signed, in the order in which it was asked.
    pub signed: Vec<Signed>,
    /// Not signed: which paper and why.
    pub failed: Vec<(String, Failure)>,
    /// True when the user stopped before the end.
    pub is_stopped: bool,
}

/// Signs the reports of many postings for one side.
///
/// # Errors
/// When the passphrase opens no key; what a rule says about one report is in the outcome.
pub fn sign_many(
    session: &mut Session,
    side: Side,
    ids: &[AssignmentId],
    passphrase: &Zeroizing<String>,
    at: At,
    progress: &mut dyn Progress,
) -> Result<SigningOutcome, Failure> {
    let name = |session: &Session, id| Ok(assignment::get(session, id)?.teacher.record.name);
    let sign = |session: &mut Session, id, signers: &mut Signers<'_>| {
        sign_one(session, side, id, signers, None, at)
    };
    sign_each(session, ids, passphrase, progress, name, sign)
}

/// Signs one after another; each school's key is opened once.
///
/// # Errors
/// When the passphrase opened no key at all.
pub(super) fn sign_each<T: Copy>(
    session: &mut Session,
    ids: &[T],
    passphrase: &Zeroizing<String>,
    progress: &mut dyn Progress,
    name: impl Fn(&Session, T) -> Result<String, Failure>,
    mut sign: impl FnMut(&mut Session, T, &mut Signers<'_>) -> Result<Signed, Failure>,
) -> Result<SigningOutcome, Failure> {
    let mut signers = Signers::new(passphrase);
    let mut outcome = SigningOutcome::default();
    for (index, id) in ids.iter().enumerate() {
        let name = match name(session, *id) {
            Ok(name) => name,
            Err(failure) => {
                outcome.failed.push((String::new(), failure));
                continue;
            }
        };
        if progress.step(index, ids.len(), &name) == ControlFlow::Break(()) {
            outcome.is_stopped = true;
            break;
        }
        match sign(session, *id, &mut signers) {
            Ok(signed) => outcome.signed.push(signed),
            Err(failure) => outcome.failed.push((name, failure)),
        }
    }
    // Told at once, whatever else was wrong with single papers.
    if let Some(wrong) = signers.wrong() {
        return Err(wrong);
    }
    Ok(outcome)
}

/// Signs a file that this program drew: what `make` gave, or what the host school signed.
///
/// # Errors
/// When the file is not the newest of its kind in the archive, or the side may not sign yet.
pub fn sign_file(
    session: &mut Session,
    side: Side,
    bytes: &[u8],
    passphrase: &Zeroizing<String>,
    at: At,
) -> Result<Signed, Failure> {
    let sha256 = digest_of_bytes(bytes);
    let reports = session.ledger.reports()?;
    let Some(report) = reports.iter().find(|report| report.pdf_sha256 == sha256) else {
        return Err(Refusal::new(
            "REPORT-UNKNOWN",
            "这个文件不是本台账生成的报告，或者生成后被改动过，不能签章",
        )
        .into());
    };
    let has_newer = reports
        .iter()
        .any(|other| other.number == report.number && other.revision > report.revision);
    if has_newer {
        return Err(Refusal::new(
            "REPORT-OLD",
            format!("文书{}已有更新的版本，请用最新的一份签章", report.number),
        )
        .into());
    }
    // Signing an older paper does not change the year that is worked on.
    let worked_on = std::mem::replace(&mut session.year, report.year);
    let signed = sign_known(session, side, report, &sha256, passphrase, at);
    session.year = worked_on;
    signed
}

fn sign_known(
    session: &mut Session,
    side: Side,
    report: &IssuedReport,
    sha256: &str,
    passphrase: &Zeroizing<String>,
    at: At,
) -> Result<Signed, Failure> {
    let mut signers = Signers::new(passphrase);
    match report.assignment {
        Some(id) if report.form == ANNUAL_FORM => {
            sign_one(session, side, id, &mut signers, Some(sha256), at)
        }
        _ => sign_form_file(session, side, report, &mut signers, at),
    }
}

fn sign_one(
    session: &mut Session,
    side: Side,
    id: AssignmentId,
    signers: &mut Signers<'_>,
    handed: Option<&str>,
    at: At,
) -> Result<Signed, Failure> {
    match side {
        Side::Host => sign_host(session, id, signers, handed, at),
        Side::Sending => sign_sending(session, id, signers, at),
    }
}

/// `handed` is the digest of the file that the user gave; nothing else is signed in its place.
fn sign_host(
    session: &mut Session,
    id: AssignmentId,
    signers: &mut Signers<'_>,
    handed: Option<&str>,
    at: At,
) -> Result<Signed, Failure> {
    let open = appraisal::open(session, id, at)?;
    if !open.host_signing.is_empty() {
        return Err(open.host_signing.into());
    }
    // The key first: without it nothing is drawn and no number is used up.
    let seal = seal_sheet(session, &open.posting.host_school, at)?;
    let signer = signers.of(session, &open.posting.host_school)?;
    let dated = if handed.is_some() {
        Dated::AsDrawn
    } else {
        Dated::Today
    };
    let made = make_dated(session, id, dated, at)?;
    if handed.is_some_and(|handed| handed != made.sha256) {
        return Err(Refusal::new(
            "REPORT-OLD",
            "生成这个文件以后，台账中的内容有变化；请重新生成后再签章",
        )
        .into());
    }
    let issued = made
        .issued
        .ok_or_else(|| Failure::broken("REPORT", "报告没有存档".to_owned()))?;
    let pdf = signing::certify(
        &made.pdf,
        paper::HOST_SIGNATURE,
        Some(&seal),
        signer,
        &occasion(at, "受援学校评价属实"),
    )?;
    let facts = archived_facts(&issued)?;
    archive_signed(session, open, &issued, Side::Host, facts, pdf, at)
}

fn sign_sending(
    session: &mut Session,
    id: AssignmentId,
    signers: &mut Signers<'_>,
    at: At,
) -> Result<Signed, Failure> {
    let open = appraisal::open(session, id, at)?;
    if !open.sending_signing.is_empty() {
        return Err(open.sending_signing.into());
    }
    let issued = newest(session, &open)?
        .ok_or_else(|| Failure::from(Refusal::new("REPORT-NONE", "受援学校还没有签章")))?;
    let seal = seal_sheet(session, &open.posting.sending_school, at)?;
    let signer = signers.of(session, &open.posting.sending_school)?;
    // The date of the sending school's part is the day on which it signs.
    let form = formal(session, &open, &issued.number, clock::day(at))?;
    require_same_parties(&form, &archived_facts(&issued)?)?;
    let values = paper::fill_values(&form.sending);
    let fields = sending_fields();
    let fields: Vec<_> = values
        .iter()
        .filter_map(|(name, _)| fields.iter().find(|field| field.name == *name).cloned())
        .collect();
    let sheet = paper::draw_fill_sheet(&fields, &values, &session.means)?;
    let pdf = signing::fill_and_sign(
        &session.ledger.report_pdf(issued.id)?,
        &values,
        &sheet,
        paper::SENDING_SIGNATURE,
        Some(&seal),
        signer,
        &occasion(at, "派出学校复评属实"),
    )?;
    let mut facts = archived_facts(&issued)?;
    facts.extend(form.sending_facts());
    archive_signed(session, open, &issued, Side::Sending, facts, pdf, at)
}

/// The sending school signs the paper that the host school signed: same teacher, same schools.
fn require_same_parties(
    form: &domain::report::AnnualForm,
    signed: &[domain::report::Fact],
) -> Result<(), Failure> {
    let now = form.host_facts();
    for place in [
        "teacher.name",
        "assignment.sending_school",
        "assignment.host_school",
    ] {
        let of = |facts: &[domain::report::Fact]| {
            facts
                .iter()
                .find(|(at, _)| at == place)
                .map(|(_, text)| text.clone())
        };
        if of(&now) != of(signed) {
            return Err(Refusal::at(
                "REPORT-PARTIES",
                place,
                "受援学校签章以后，教师姓名或学校名称被改过，与纸面不符，不能签章；请先改回",
            )
            .into());
        }
    }
    Ok(())
}

/// The facts that an archived form was made of.
fn archived_facts(issued: &IssuedReport) -> Result<Vec<domain::report::Fact>, Failure> {
    serde_json::from_str(&issued.facts).map_err(|error| {
        Failure::broken(
            "REPORT-FACTS",
            format!("读取报告{}的存档事实时出错：{error}", issued.number),
        )
    })
}

fn archive_signed(
    session: &mut Session,
    open: OpenAppraisal,
    issued: &IssuedReport,
    side: Side,
    facts: Vec<domain::report::Fact>,
    pdf: Vec<u8>,
    at: At,
) -> Result<Signed, Failure> {
    let expected = match side {
        Side::Host => 1,
        Side::Sending => 2,
    };
    require_intact(&pdf, expected)?;
    let mut appraisal = open.appraisal;
    let op = match side {
        Side::Host => {
            appraisal.state = State::HostSigned;
            Op::SignHost
        }
        Side::Sending => {
            appraisal.state = State::SendingSigned;
            Op::SignSending
        }
    };
    let report = NewReport {
        id: clock::new_id(at)?,
        assignment: issued.assignment,
        record: None,
        about: issued.about.clone(),
        year: issued.year,
        form: issued.form.clone(),
        number: issued.number.clone(),
        revision: issued.revision + 1,
        side: Some(side),
        facts: facts_text(&facts),
        pdf: pdf.clone(),
        issued_on: clock::day(at),
    };
    let issued = put(session, op, &appraisal, &report, at)?;
    Ok(Signed {
        about: open.posting.teacher.record.name,
        issued,
        pdf,
    })
}
