//! The archive: what was signed, its digest and its facts. Taking it out gives the same file, every time.

use domain::id::{AssignmentId, ReportId};
use domain::op::Op;
use domain::refusal::Refusal;
use domain::report::FormCode;
use domain::school::Side;
use domain::year::SchoolYear;
use store::IssuedReport;

use crate::appraisal;
use crate::clock::At;
use crate::failure::Failure;
use crate::session::Session;

use super::newest;

/// An archived report, without its file.
#[derive(Debug, Clone)]
pub struct Archived {
    /// Whose name, or which list.
    pub about: String,
    /// The archived row.
    pub issued: IssuedReport,
}

impl Archived {
    /// A paper of the archive under its own name.
    pub fn of(issued: IssuedReport) -> Self {
        Self {
            about: issued.about.clone(),
            issued,
        }
    }

    /// The proposed name of its file.
    pub fn file_name(&self) -> String {
        let form = FormCode::from_code(&self.issued.form).unwrap_or(FormCode::Annual);
        export_name(&self.issued.number, &self.about, form)
    }

    /// The file, letter for letter as it was signed.
    ///
    /// # Errors
    /// When the archived file no longer has the digest that was kept with it.
    pub fn pdf(&self, session: &Session) -> Result<Vec<u8>, Failure> {
        Ok(session.ledger.report_pdf(self.issued.id)?)
    }

    /// How many schools have signed it.
    pub fn n_signatures(&self) -> usize {
        match self.issued.side {
            None => 0,
            Some(Side::Host) => 1,
            Some(Side::Sending) => 2,
        }
    }
}

/// All signed reports of all years, the newest revision of each.
///
/// # Errors
/// When the records cannot be read.
pub fn list_archive(session: &Session) -> Result<Vec<Archived>, Failure> {
    let all = session.ledger.reports()?;
    let is_newest = |report: &IssuedReport| {
        !all.iter()
            .any(|other| other.number == report.number && other.revision > report.revision)
    };
    Ok(all
        .iter()
        .filter(|report| report.side.is_some() && is_newest(report))
        .map(|report| Archived::of(report.clone()))
        .collect())
}

/// The signed report of a posting in the session's year.
///
/// # Errors
/// When nothing is signed yet.
pub fn archived(session: &Session, id: AssignmentId, at: At) -> Result<Archived, Failure> {
    let open = appraisal::open(session, id, at)?;
    match newest(session, &open)?.filter(|report| report.side.is_some()) {
        Some(issued) => Ok(Archived::of(issued)),
        None => Err(Refusal::new("REPORT-NONE", "这份报告还没有签章，没有存档").into()),
    }
}

/// An issued paper, signed or not.
///
/// # Errors
/// When it is not there.
pub fn archived_by_id(session: &Session, id: ReportId) -> Result<Archived, Failure> {
    let issued = Failure::unless_found(session.ledger.report(id)?, "报告")?;
    Ok(Archived::of(issued))
}

/// Notes that an archived report was printed.
///
/// # Errors
/// When it cannot be written.
pub fn note_printed(session: &mut Session, id: ReportId, at: At) -> Result<(), Failure> {
    Ok(session
        .ledger
        .transact(Op::PrintReport, at.naive_local(), |tx| {
            tx.count_printing(id)
        })?)
}

/// A file name from our own words: number, whose, and which form; characters that a file system refuses are left out.
pub fn export_name(number: &str, about: &str, form: FormCode) -> String {
    format!(
        "{}.pdf",
        safe(&format!("{number}-{about}-{}", short_name(form)))
    )
}

/// The file name of a list's spreadsheet twin.
pub fn twin_name(year: SchoolYear, form: FormCode, about: &str) -> String {
    format!(
        "{}.xlsx",
        safe(&format!("{year}-{about}-{}", short_name(form)))
    )
}

fn safe(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_control() || r#"\/:*?"<>|"#.contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect()
}

/// What a form is called in the name of a file.
fn short_name(form: FormCode) -> &'static str {
    match form {
        FormCode::Annual => "考核表",
        FormCode::Letter => "责任书",
        FormCode::Certificate => "经历证明",
        FormCode::Request => "审批表",
        FormCode::Proposed => "拟交流名单",
        FormCode::Quota => "名额核对表",
        FormCode::Deferred => "暂不列入名单",
        FormCode::Need => "需求调查表",
        FormCode::Benefit => "津贴补助核算表",
    }
}
