//! Signing, in the order in which the paper travels: the host school certifies its pages, then the sending
//! school fills its fields and signs, each with its own key.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use domain::appraisal::State;
use domain::id::{AssignmentId, SchoolId};
use domain::op::Op;
use domain::refusal::Refusal;
use domain::school::Side;
use domain::year::day_on_paper;
use paper::SealArt;
use signing::{Occasion, Signer};
use store::{IssuedReport, NewReport};
use zeroize::Zeroizing;

use crate::appraisal::{self, OpenAppraisal};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::school;
use crate::session::Session;

use super::facts::{digest_of_bytes, facts_text, sending_fields};
use super::issue::{Dated, formal, make_dated, put};
use super::newest;

/// Side of the square in which a seal stands (45 mm is the largest a school may have).
const SEAL_MM: u32 = 42;

/// The code of a passphrase that does not open a key.
const WRONG_PASSPHRASE: &str = "SIGN-06";

/// A report that was signed.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Name of the teacher.
    pub teacher: String,
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
    /// Not signed: the teacher and why.
    pub failed: Vec<(String, Failure)>,
    /// True when the user stopped before the end.
    pub is_stopped: bool,
}

/// Signers that were unlocked for one batch; forgotten with it. Unlocking takes about a second a school.
struct Signers<'a> {
    passphrase: &'a Zeroizing<String>,
    unlocked: BTreeMap<SchoolId, Signer>,
}

impl Signers<'_> {
    fn of(
        &mut self,
        session: &Session,
        school: &domain::school::School,
    ) -> Result<&Signer, Failure> {
        if !self.unlocked.contains_key(&school.id) {
            let Some(key) = session.ledger.school_key(school.id)? else {
                return Err(Refusal::at(
                    "KEY-NONE",
                    "key",
                    format!("{}还没有建立签章密钥，请先在“学校”中建立", school.name),
                )
                .into());
            };
            let file = signing::KeyFile {
                encrypted_pem: key.pem,
                certificate_der: key.certificate,
            };
            self.unlocked
                .insert(school.id, signing::unlock(&file, self.passphrase)?);
        }
        self.unlocked
            .get(&school.id)
            .ok_or_else(|| Failure::broken("KEY", "签章密钥没有打开".to_owned()))
    }
}

/// Signs the reports of many postings for one side.
///
/// # Errors
/// Only when the records break; what a rule says about one report is in the outcome.
pub fn sign_many(
    session: &mut Session,
    side: Side,
    ids: &[AssignmentId],
    passphrase: &Zeroizing<String>,
    at: At,
    progress: &mut dyn Progress,
) -> Result<SigningOutcome, Failure> {
    let mut signers = Signers {
        passphrase,
        unlocked: BTreeMap::new(),
    };
    let mut outcome = SigningOutcome::default();
    for (index, id) in ids.iter().enumerate() {
        let name = match crate::assignment::get(session, *id) {
            Ok(posting) => posting.teacher.record.name,
            Err(failure) => {
                outcome.failed.push((String::new(), failure));
                continue;
            }
        };
        if progress.step(index, ids.len(), &name) == ControlFlow::Break(()) {
            outcome.is_stopped = true;
            break;
        }
        match sign_one(session, side, *id, &mut signers, None, at) {
            Ok(signed) => outcome.signed.push(signed),
            // A wrong passphrase is wrong for all of them; every try costs a second.
            Err(failure) if failure.code == WRONG_PASSPHRASE && outcome.signed.is_empty() => {
                return Err(failure);
            }
            Err(failure) => outcome.failed.push((name, failure)),
        }
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
            format!("报告{}已有更新的版本，请使用最新的文件", report.number),
        )
        .into());
    }
    if report.year != session.year() {
        session.set_year(report.year, at)?;
    }
    let mut signers = Signers {
        passphrase,
        unlocked: BTreeMap::new(),
    };
    sign_one(
        session,
        side,
        report.assignment,
        &mut signers,
        Some(&sha256),
        at,
    )
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
    let seal = seal_sheet(session, &open, Side::Host, at)?;
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
    let seal = seal_sheet(session, &open, Side::Sending, at)?;
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
    require_intact(&pdf, side)?;
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
        teacher: open.posting.teacher.record.name,
        issued,
        pdf,
    })
}

/// A signed file is read back before it is kept: what cannot be verified is not archived.
fn require_intact(pdf: &[u8], side: Side) -> Result<(), Failure> {
    let verification = signing::verify(pdf, &[])?;
    let expected = match side {
        Side::Host => 1,
        Side::Sending => 2,
    };
    let is_intact =
        verification.status == signing::Status::Intact && verification.signatures.len() == expected;
    if is_intact {
        return Ok(());
    }
    Err(Failure::broken(
        "SIGN-CHECK",
        "签章后复核没有通过，文件没有存档；请把这个代码告诉技术人员",
    ))
}

fn occasion(at: At, reason: &'static str) -> Occasion<'static> {
    Occasion {
        at,
        reason,
        location: "",
    }
}

/// What is seen at the place of the signature: the school's seal, or a block of words.
fn seal_sheet(
    session: &Session,
    open: &OpenAppraisal,
    side: Side,
    at: At,
) -> Result<Vec<u8>, Failure> {
    let school = open.posting.school(side);
    let means = &session.means;
    if session.is_practice() {
        let art = SealArt::Practice {
            school: &school.name,
        };
        return Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?);
    }
    let day = day_on_paper(clock::day(at));
    match session.ledger.seal(school.id)? {
        Some(png) => {
            let image = school::seal_picture(&png)?;
            let art = SealArt::Image {
                width: image.width,
                height: image.height,
                rgba: &image.rgba,
            };
            Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?)
        }
        None => {
            let notes = [day];
            let art = SealArt::Text {
                school: &school.name,
                notes: &notes,
            };
            Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?)
        }
    }
}
