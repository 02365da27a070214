//! The records as they can be read, from the ledger and inside a change alike. The reads themselves stand in
//! the folder of their noun.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Row, ToSql};

use crate::error::Error;

/// Everything that can be read.
#[derive(Debug)]
pub struct Records {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    /// What the user is doing, for the words of an error.
    doing: Cell<&'static str>,
    /// True when the connection has shown an error of the medium since this was last asked.
    is_shaken: Cell<bool>,
}

/// Values for the named places of a statement.
pub(crate) type Bound<'a> = &'a [(&'a str, &'a dyn ToSql)];

const READING: &str = "读取台账";

impl Records {
    pub(crate) fn new(connection: Connection, path: PathBuf) -> Self {
        Self {
            connection,
            path,
            doing: Cell::new(READING),
            is_shaken: Cell::new(false),
        }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the user is doing.
    pub(crate) fn doing(&self) -> &'static str {
        self.doing.get()
    }

    /// Says what the user is doing from now on, `None` when he only reads.
    pub(crate) fn set_doing(&self, doing: Option<&'static str>) {
        self.doing.set(doing.unwrap_or(READING));
    }

    /// True when the medium failed since this was last asked.
    pub(crate) fn take_shaken(&self) -> bool {
        self.is_shaken.take()
    }

    /// Words an error of SQLite.
    pub(crate) fn broke(&self, source: rusqlite::Error) -> Error {
        let error = Error::from_sqlite(&self.path, self.doing(), source);
        if error.is_of_the_medium() {
            self.is_shaken.set(true);
        }
        error
    }

    /// The record is not there.
    pub(crate) fn absent(&self, what: &'static str) -> Error {
        Error::Absent {
            what,
            doing: self.doing().to_owned(),
        }
    }

    /// All rows of a query.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        bound: Bound<'_>,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let rows = || {
            let mut statement = self.connection.prepare(sql)?;
            statement.query_map(bound, read)?.collect()
        };
        let rows: rusqlite::Result<Vec<T>> = rows();
        rows.map_err(|source| self.broke(source))
    }

    /// The first row of a query, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        bound: Bound<'_>,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Error> {
        Ok(self.all(sql, bound, read)?.into_iter().next())
    }

    /// How many rows a `SELECT count(*)` finds.
    pub(crate) fn count(&self, sql: &str, bound: Bound<'_>) -> Result<u64, Error> {
        let count = self.first(sql, bound, |row| row.get(0))?;
        Ok(count.unwrap_or(0))
    }
}
