//! The archive: what was signed, its digest and its facts. Taking it out gives the same file, every time.

use domain::id::{AssignmentId, ReportId};
use domain::op::Op;
use domain::refusal::Refusal;
use domain::school::Side;
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
        .map(|report| Archived {
            about: report.about.clone(),
            issued: report.clone(),
        })
        .collect())
}

/// The signed report of a posting in the session's year.
///
/// # Errors
/// When nothing is signed yet.
pub fn archived(session: &Session, id: AssignmentId, at: At) -> Result<Archived, Failure> {
    let open = appraisal::open(session, id, at)?;
    match newest(session, &open)?.filter(|report| report.side.is_some()) {
        Some(issued) => Ok(Archived {
            about: issued.about.clone(),
            issued,
        }),
        None => Err(Refusal::new("REPORT-NONE", "这份报告还没有签章，没有存档").into()),
    }
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

/// A file name from our own words: number, teacher and form; characters that a file system refuses are left out.
pub fn export_name(number: &str, teacher: &str) -> String {
    let safe: String = format!("{number}-{teacher}-考核表")
        .chars()
        .map(|c| {
            if c.is_control() || r#"\/:*?"<>|"#.contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect();
    format!("{safe}.pdf")
}
