//! The log: one row for each change, chained, only ever added to.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use rusqlite::Row;

use domain::op::Op;

use crate::chain::{self, Link, LogHead};
use crate::column;
use crate::error::Error;
use crate::records::Records;
use crate::tx::Tx;

/// One person works with this file; the column is there so that the chain need not change when there are more.
const ROLE: &str = "principal";

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Its number and the digest over everything up to it.
    pub head: LogHead,
    /// When, by the clock of this machine; the order is that of the numbers.
    pub at: NaiveDateTime,
    /// Who; `principal`.
    pub role: String,
    /// What was done.
    pub op: Op,
    /// What it was about, for example a teacher's name.
    pub about: String,
    /// What changed: JSON, `{"changes":[{"noun","id","before","after"}],"notes":{…}}`.
    pub body: String,
}

/// What following the chain has shown.
#[derive(Debug)]
pub(crate) struct Walk {
    pub(crate) rows: u64,
    pub(crate) head: LogHead,
    /// The digest after each row, as computed.
    pub(crate) heads: BTreeMap<u64, [u8; 32]>,
    /// The first row that is not what its digest says.
    pub(crate) broken_at: Option<u64>,
}

impl Records {
    /// The newest rows of the log before `before` (or the newest of all), newest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn log(&self, before: Option<u64>, limit: u32) -> Result<Vec<LogRow>, Error> {
        self.all(
            include_str!("list.sql"),
            &[(":before", &before), (":limit", &limit)],
            read,
        )
    }

    /// The head of the log.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn head(&self) -> Result<LogHead, Error> {
        let head = self.first(include_str!("head.sql"), &[], |row| {
            Ok(LogHead {
                seq: row.get("seq")?,
                hash: row.get("hash")?,
            })
        })?;
        Ok(head.unwrap_or(LogHead::START))
    }

    /// Follows the chain from the first row.
    pub(crate) fn walk_chain(&self) -> Result<Walk, Error> {
        let mut walk = Walk {
            rows: 0,
            head: LogHead::START,
            heads: BTreeMap::new(),
            broken_at: None,
        };
        self.all(include_str!("walk.sql"), &[], |row| walk.step(row))?;
        Ok(walk)
    }
}

impl Walk {
    fn step(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let text = |column: &str| row.get::<_, String>(column);
        let (at, role, op) = (text("at")?, text("role")?, text("op")?);
        let (about, body) = (text("about")?, text("body")?);
        let seq: u64 = row.get("seq")?;
        let hash: Vec<u8> = row.get("hash")?;
        self.rows += 1;
        self.head = chain::advance(
            self.head,
            Link {
                at: &at,
                role: &role,
                op: &op,
                about: &about,
                body: &body,
            },
        );
        self.heads.insert(self.head.seq, self.head.hash);
        if self.broken_at.is_none() && (seq != self.head.seq || hash != self.head.hash) {
            self.broken_at = Some(seq);
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Adds a row at the end of the chain.
    pub(crate) fn append_log(
        &self,
        at: &str,
        op: Op,
        about: &str,
        body: &str,
    ) -> Result<(), Error> {
        let link = Link {
            at,
            role: ROLE,
            op: op.code(),
            about,
            body,
        };
        let head = chain::advance(self.head()?, link);
        self.execute(
            include_str!("append.sql"),
            &[
                (":seq", &head.seq),
                (":at", &at),
                (":role", &ROLE),
                (":op", &op.code()),
                (":about", &about),
                (":body", &body),
                (":hash", &head.hash),
            ],
        )?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<LogRow> {
    Ok(LogRow {
        head: LogHead {
            seq: row.get("seq")?,
            hash: row.get("hash")?,
        },
        at: column::parsed(row, "at")?,
        role: row.get("role")?,
        op: column::coded(row, "op", Op::from_code)?,
        about: row.get("about")?,
        body: row.get("body")?,
    })
}
