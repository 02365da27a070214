//! The archive: the exact bytes of every report that was issued, with the facts it was drawn from.
//!
//! Must never: change or drop an issued report (the schema guards that too), or answer bytes that are not
//! the ones that were issued.

use chrono::NaiveDate;
use rusqlite::Row;

use domain::id::{AssignmentId, ReportId};
use domain::school::Side;
use domain::year::SchoolYear;

use crate::chain::LogHead;
use crate::check::sha256_hex;
use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

/// A report that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// Id.
    pub id: ReportId,
    /// The posting it is about; nothing for a paper about a candidate, a school or a year.
    pub assignment: Option<AssignmentId>,
    /// The id of the candidate or the school it is about, where it is one.
    pub record: Option<String>,
    /// Whose name, or which list: as the archive shows it.
    pub about: String,
    /// 学年.
    pub year: SchoolYear,
    /// Which form, for example `F-01`.
    pub form: String,
    /// 文书编号, for example `JL-2026-0001`.
    pub number: String,
    /// 1 for the first bytes under this number, one more for each further signature or reissue.
    pub revision: u32,
    /// Who signed last; nobody yet while it is only drawn.
    pub side: Option<Side>,
    /// The facts it was drawn from, JSON.
    pub facts: String,
    /// The paper.
    pub pdf: Vec<u8>,
    /// The date on it.
    pub issued_on: NaiveDate,
}

/// A report in the archive, without the bytes of the paper (see [`Records::report_pdf`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedReport {
    /// Id.
    pub id: ReportId,
    /// The posting it is about; nothing for a paper about a candidate, a school or a year.
    pub assignment: Option<AssignmentId>,
    /// The id of the candidate or the school it is about, where it is one.
    pub record: Option<String>,
    /// Whose name, or which list: as the archive shows it.
    pub about: String,
    /// 学年.
    pub year: SchoolYear,
    /// Which form.
    pub form: String,
    /// 文书编号.
    pub number: String,
    /// Which bytes under this number.
    pub revision: u32,
    /// Who signed last; nobody yet while it is only drawn.
    pub side: Option<Side>,
    /// The facts it was drawn from, JSON.
    pub facts: String,
    /// SHA-256 of the facts, 64 hex digits.
    pub facts_sha256: String,
    /// SHA-256 of the paper, 64 hex digits.
    pub pdf_sha256: String,
    /// Size of the paper in bytes.
    pub pdf_bytes: u64,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The head of the log when it was issued.
    pub head: LogHead,
    /// How often it was printed.
    pub printed: u32,
}

impl Records {
    /// All issued reports, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn reports(&self) -> Result<Vec<IssuedReport>, Error> {
        self.all(include_str!("list.sql"), &[], read)
    }

    /// The issued reports of one assignment, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn reports_of(&self, assignment: AssignmentId) -> Result<Vec<IssuedReport>, Error> {
        self.all(
            include_str!("list_of_assignment.sql"),
            &[(":assignment_id", &assignment.to_string())],
            read,
        )
    }

    /// The issued reports of one form in a school year, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn reports_of_form(
        &self,
        form: &str,
        year: SchoolYear,
    ) -> Result<Vec<IssuedReport>, Error> {
        self.all(
            include_str!("list_of_form.sql"),
            &[(":form", &form), (":year", &year.first_year())],
            read,
        )
    }

    /// One issued report.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn report(&self, id: ReportId) -> Result<Option<IssuedReport>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }

    /// The bytes of an issued paper, exactly as they were issued.
    ///
    /// # Errors
    /// `STORE-DAMAGED` when they are not those of their digest; `STORE-ABSENT` when there is no such report.
    pub fn report_pdf(&self, id: ReportId) -> Result<Vec<u8>, Error> {
        let absent = || self.absent("报告");
        let issued = self.report(id)?.ok_or_else(absent)?;
        let (_, pdf) = self.report_bytes(id)?.ok_or_else(absent)?;
        if sha256_hex(&pdf) != issued.pdf_sha256 {
            return Err(Error::Damaged {
                path: self.path.clone(),
                doing: self.doing().to_owned(),
                detail: format!("报告“{}”与签发时不一致", issued.number),
            });
        }
        Ok(pdf)
    }

    /// The next free number behind a prefix: `JL-2026-` gives `JL-2026-0001`, then `JL-2026-0002`.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn next_report_number(&self, prefix: &str) -> Result<String, Error> {
        let last = self.count(include_str!("last_number.sql"), &[(":prefix", &prefix)])?;
        Ok(format!("{prefix}{:04}", last + 1))
    }

    pub(crate) fn report_bytes(&self, id: ReportId) -> Result<Option<(String, Vec<u8>)>, Error> {
        self.first(
            include_str!("get_bytes.sql"),
            &[(":id", &id.to_string())],
            |row| Ok((row.get("facts")?, row.get("pdf")?)),
        )
    }

    /// The heads of the log that the archive keeps, with the numbers of the reports.
    pub(crate) fn report_heads(&self) -> Result<Vec<(String, LogHead)>, Error> {
        self.all(include_str!("list_heads.sql"), &[], |row| {
            Ok((row.get("number")?, read_head(row)?))
        })
    }
}

impl Tx<'_> {
    /// Keeps a report for good, with the head of the log as it is now.
    ///
    /// # Errors
    /// `STORE-REFUSED` when there is one of that number and revision; `STORE-ABSENT` when the assignment is
    /// not there.
    pub fn add_report(&self, report: &NewReport) -> Result<(), Error> {
        if let Some(assignment) = report.assignment {
            self.name_of(assignment)?;
        }
        let taken = self.count(
            include_str!("count_number.sql"),
            &[(":number", &report.number), (":revision", &report.revision)],
        )?;
        if taken > 0 {
            return Err(Error::refused(
                "REPORT-NUMBER",
                format!("文书编号“{}”已经用过，报告没有保存", report.number),
            ));
        }
        let head = self.head()?;
        let after = Fields::new()
            .with_unlogged(":id", report.id.to_string())
            .with(":assignment_id", report.assignment.map(|id| id.to_string()))
            .with(":record_id", report.record.clone())
            .with(":about", report.about.clone())
            .with(":year", report.year.first_year())
            .with(":form", report.form.clone())
            .with(":number", report.number.clone())
            .with(":revision", report.revision)
            .with(":side", report.side.map(|side| side.code().to_owned()))
            // The facts are in the archive; the log needs only their digest.
            .with_unlogged(":facts", report.facts.clone())
            .with(":facts_sha256", sha256_hex(report.facts.as_bytes()))
            .with_unlogged(":pdf", report.pdf.clone())
            .with(":pdf_sha256", sha256_hex(&report.pdf))
            .with(":issued_on", report.issued_on.to_string())
            .with_unlogged(":log_seq", i64::try_from(head.seq).unwrap_or(i64::MAX))
            .with_unlogged(":log_hash", head.hash.to_vec());
        self.write(include_str!("add.sql"), &after)?;
        self.record(
            "report",
            &report.id.to_string(),
            &report.about,
            None,
            Some(&after),
        );
        Ok(())
    }

    /// Counts one printing of an issued report.
    ///
    /// # Errors
    /// `STORE-ABSENT` when there is no such report.
    pub fn count_printing(&self, id: ReportId) -> Result<(), Error> {
        let issued = self.report(id)?.ok_or_else(|| self.absent("报告"))?;
        let fields = Fields::new().with(":id", id.to_string());
        self.write(include_str!("count_printing.sql"), &fields)?;
        let printed = |count: u32| {
            Fields::new()
                .with(":number", issued.number.clone())
                .with(":printed", count)
        };
        self.record(
            "report",
            &id.to_string(),
            &issued.number,
            Some(&printed(issued.printed)),
            Some(&printed(issued.printed + 1)),
        );
        Ok(())
    }
}

fn read_head(row: &Row<'_>) -> rusqlite::Result<LogHead> {
    Ok(LogHead {
        seq: row.get("log_seq")?,
        hash: row.get("log_hash")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<IssuedReport> {
    Ok(IssuedReport {
        id: column::parsed(row, "id")?,
        assignment: column::parsed_or_none(row, "assignment_id")?,
        record: row.get("record_id")?,
        about: row.get("about")?,
        year: column::year(row, "year")?,
        form: row.get("form")?,
        number: row.get("number")?,
        revision: row.get("revision")?,
        side: column::coded_or_none(row, "side", Side::from_code)?,
        facts: row.get("facts")?,
        facts_sha256: row.get("facts_sha256")?,
        pdf_sha256: row.get("pdf_sha256")?,
        pdf_bytes: row.get("pdf_bytes")?,
        issued_on: column::day(row, "issued_on")?,
        head: read_head(row)?,
        printed: row.get("printed")?,
    })
}
