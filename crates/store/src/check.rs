//! The whole check: pages, structure, references, the chain of the log and the archive.

use sha2::{Digest, Sha256};

use crate::chain::LogHead;
use crate::error::Error;
use crate::open::pragma_faults;
use crate::records::Records;
use crate::unlock::hex;

/// What of the file was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The digest of every page.
    Pages,
    /// Tables, indexes and their limits.
    Structure,
    /// What refers to what.
    References,
    /// The chain of the log.
    Log,
    /// The issued reports.
    Reports,
}

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub part: Part,
    /// What, in Chinese.
    pub message: String,
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Everything that is wrong; empty when all is well.
    pub faults: Vec<Fault>,
    /// Rows of the log that were followed.
    pub log_rows: u64,
    /// Issued reports that were compared with their digests.
    pub reports: u64,
    /// Where the chain ends. Equal to a head that was printed or kept elsewhere, or else it went on from there.
    pub head: LogHead,
}

impl CheckReport {
    /// True when nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    fn find(&mut self, part: Part, message: impl Into<String>) {
        self.faults.push(Fault {
            part,
            message: message.into(),
        });
    }
}

impl Records {
    /// Checks everything. Reads the whole file: a fraction of a second for a school's records.
    ///
    /// # Errors
    /// When the check itself cannot be made; what it finds is in the report.
    pub fn check(&self) -> Result<CheckReport, Error> {
        let mut report = CheckReport {
            faults: Vec::new(),
            log_rows: 0,
            reports: 0,
            head: LogHead::START,
        };
        for (part, pragma, words) in [
            (Part::Pages, "cipher_integrity_check", "页面校验不符"),
            (Part::Structure, "integrity_check", "内部结构有误"),
        ] {
            let faults = pragma_faults(&self.connection, pragma).map_err(|e| self.broke(e))?;
            for fault in faults {
                report.find(part, format!("{words}:{fault}"));
            }
        }
        for (table, target) in self.dangling()? {
            report.find(
                Part::References,
                format!("“{table}”中有记录指向不存在的“{target}”"),
            );
        }
        self.check_log(&mut report)?;
        self.check_reports(&mut report)?;
        Ok(report)
    }

    fn dangling(&self) -> Result<Vec<(String, String)>, Error> {
        let mut found = Vec::new();
        self.connection
            .pragma_query(None, "foreign_key_check", |row| {
                found.push((row.get(0)?, row.get(2)?));
                Ok(())
            })
            .map_err(|source| self.broke(source))?;
        Ok(found)
    }

    fn check_log(&self, report: &mut CheckReport) -> Result<(), Error> {
        let walk = self.walk_chain()?;
        report.log_rows = walk.rows;
        report.head = walk.head;
        if let Some(seq) = walk.broken_at {
            report.find(
                Part::Log,
                format!("操作日志第{seq}条与它的校验值不符，日志被改动过"),
            );
        }
        if walk.rows == 0 {
            report.find(Part::Log, "操作日志是空的，日志被改动过");
        }
        // The heads that the archive keeps show a log whose tail was cut and written anew.
        for (number, head) in self.report_heads()? {
            if walk.heads.get(&head.seq) != Some(&head.hash) {
                report.find(
                    Part::Log,
                    format!("操作日志与报告“{number}”签发时的记录不符"),
                );
            }
        }
        Ok(())
    }

    fn check_reports(&self, report: &mut CheckReport) -> Result<(), Error> {
        for issued in self.reports()? {
            report.reports += 1;
            let Some((facts, pdf)) = self.report_bytes(issued.id)? else {
                continue;
            };
            if sha256_hex(facts.as_bytes()) != issued.facts_sha256
                || sha256_hex(&pdf) != issued.pdf_sha256
            {
                report.find(
                    Part::Reports,
                    format!("报告“{}”与签发时不一致", issued.number),
                );
            }
        }
        Ok(())
    }
}

/// SHA-256 in 64 hex digits.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
