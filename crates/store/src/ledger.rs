//! The ledger: one file, open for one program, changed through one door.

use std::ops::Deref;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use domain::op::Op;
use domain::school::School;

use crate::claim::Claim;
use crate::error::Error;
use crate::open::{self, APPLICATION_ID};
use crate::records::Records;
use crate::schema::{self, Step};
use crate::tx::Tx;
use crate::unlock::{Key, SALT_BYTES, Unlock, random};
use crate::{copy, file, setting};

/// After this many failures of the medium in a row the connection is closed and opened anew: what it still
/// believes about the file may be wrong.
const STRIKES: u32 = 2;

const OPENING: &str = "打开台账";
const CREATING: &str = "建立台账";

/// One open file of records. Reads are methods of [`Records`].
///
/// While it is open no other program can open the file, and an inert `-journal` may lie beside it.
#[derive(Debug)]
pub struct Ledger {
    // First, so that the connection is closed before the claim is given up.
    records: Records,
    key: Key,
    salt: [u8; SALT_BYTES],
    strikes: u32,
    _claim: Claim,
}

// A program with a window keeps it behind a lock and works on it from another thread.
const fn sent_to_another_thread<T: Send>() {}
const _: () = sent_to_another_thread::<Ledger>();

impl Deref for Ledger {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Ledger {
    /// Makes a new file with my school in it, and opens it. Takes about a second with a passphrase.
    ///
    /// # Errors
    /// `STORE-EXISTS` when something of that name is there: it is never overwritten. Else as [`Self::open`].
    pub fn create(
        path: &Path,
        unlock: &Unlock,
        at: NaiveDateTime,
        my_school: &School,
    ) -> Result<Self, Error> {
        let path = open::absolute(path, CREATING)?;
        file::require_folder(&path, CREATING)?;
        file::require_absent(&path, CREATING)?;
        let salt = random()?;
        let key = unlock.key(&salt)?;
        // Made under another name: a file under the final name is always whole.
        let part = file::part_name(&path)?;
        let placed = found(&part, &path, &key, &salt, at, my_school)
            .and_then(|()| file::place_new(&part, &path, CREATING));
        file::remove_quietly(&part);
        file::remove_quietly(&journal_name(&part));
        placed?;
        Self::open_file(&path, &Unlock::Key(key), schema::STEPS)
    }

    /// Opens a file, checks it whole and takes it for this program alone. Takes about a second with a
    /// passphrase; a file that is in use is told at once.
    ///
    /// A file of an older version is upgraded; a checked copy of it is made before, in the same folder.
    ///
    /// # Errors
    /// `STORE-MISSING`, `STORE-LOCKED`, `STORE-KEY`, `STORE-DAMAGED`, `STORE-FOREIGN`, `STORE-NEWER`,
    /// `STORE-READONLY`, `STORE-UPGRADE` and others, each in words.
    pub fn open(path: &Path, unlock: &Unlock) -> Result<Self, Error> {
        Self::open_file(path, unlock, schema::STEPS)
    }

    pub(crate) fn open_file(
        path: &Path,
        unlock: &Unlock,
        steps: &'static [Step],
    ) -> Result<Self, Error> {
        let path = open::absolute(path, OPENING)?;
        path.metadata()
            .map_err(|source| Error::from_io(&path, OPENING, source))?;
        // Before anything else touches the file: see `claim`.
        let Some(claim) = Claim::take(&path) else {
            return Err(Error::Locked {
                path,
                doing: OPENING.to_owned(),
            });
        };
        let salt = open::read_head(&path, OPENING)?.salt;
        open::probe_lock(&path, OPENING)?;
        let key = unlock.key(&salt)?;
        let connection = connect_checked(&path, &key, &salt, steps)?;
        Ok(Self {
            records: Records::new(connection, path),
            key,
            salt,
            strikes: 0,
            _claim: claim,
        })
    }

    /// The one door for change: runs `change` in one transaction and adds one row to the log, both or neither. Where
    /// nothing came out otherwise than it was, there is no row.
    ///
    /// When `change` fails, with an error of its own or of the store, nothing was changed. When this answers
    /// `Ok` the change is on the disk.
    ///
    /// # Errors
    /// What `change` answered, or why it could not be written (`STORE-FULL`, `STORE-DATABASE`, …). After the
    /// second failure of the medium in a row the next call opens the file anew before it does anything.
    pub fn transact<T, E: From<Error>>(
        &mut self,
        op: Op,
        at: NaiveDateTime,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.needs_reopening() {
            self.reopen()?;
        }
        self.records.take_shaken();
        let outcome = transact_on(&self.records, op, at, change);
        if !self.records.connection.is_autocommit() {
            // Not even the way back worked.
            self.strikes = STRIKES;
        } else if self.records.take_shaken() {
            self.strikes += 1;
        } else {
            self.strikes = 0;
        }
        outcome
    }

    /// True when the connection is in doubt and will be opened anew before the next change.
    pub fn needs_reopening(&self) -> bool {
        self.strikes >= STRIKES
    }

    /// Closes the file and opens it anew, with the whole check.
    ///
    /// # Errors
    /// As [`Self::open`]; then nothing can be read or changed until it succeeds.
    pub fn reopen(&mut self) -> Result<(), Error> {
        self.strikes = STRIKES;
        let broke = |source| Error::from_sqlite(&self.records.path, OPENING, source);
        let nothing = Connection::open_in_memory().map_err(broke)?;
        // Closed first: two connections of one process would be one more thing to think about.
        drop(std::mem::replace(&mut self.records.connection, nothing));
        self.records.connection =
            connect_checked(&self.records.path, &self.key, &self.salt, schema::STEPS)?;
        self.strikes = 0;
        Ok(())
    }

    /// Writes a checked copy under a new name: encrypted with the same key, opened and checked before it gets
    /// its name.
    ///
    /// # Errors
    /// `STORE-EXISTS`, `STORE-FULL` and the like; then no file of that name was made.
    pub fn copy_to(&self, target: &Path) -> Result<(), Error> {
        let target = open::absolute(target, copy::COPYING)?;
        copy::checked_copy(&self.records.connection, &self.key, &self.salt, &target)
    }
}

/// Makes the file under its working name: schema, key of persons, my school and the first row of the log.
///
/// Errors speak of the final name; nobody knows the other.
fn found(
    part: &Path,
    path: &Path,
    key: &Key,
    salt: &[u8; SALT_BYTES],
    at: NaiveDateTime,
    my_school: &School,
) -> Result<(), Error> {
    let connection = open::connect(part, key, salt, true, CREATING)?;
    schema::climb(&connection, 0, schema::STEPS)
        .map_err(|source| Error::from_sqlite(path, CREATING, source))?;
    let records = Records::new(connection, path.to_owned());
    transact_on(&records, Op::CreateLedger, at, |tx| {
        setting::found(tx)?;
        tx.add_school(my_school)
    })
}

fn transact_on<T, E: From<Error>>(
    records: &Records,
    op: Op,
    at: NaiveDateTime,
    change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    records.set_doing(Some(op.word()));
    let outcome = attempt(records, op, at, change);
    records.set_doing(None);
    outcome
}

fn attempt<T, E: From<Error>>(
    records: &Records,
    op: Op,
    at: NaiveDateTime,
    change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // Rolls back when it is dropped, so also when `change` panics.
    let transaction =
        Transaction::new_unchecked(&records.connection, TransactionBehavior::Exclusive)
            .map_err(|source| records.broke(source))?;
    let tx = Tx::new(records, at);
    let value = change(&tx)?;
    tx.write_log(op)?;
    transaction
        .commit()
        .map_err(|source| records.broke(source))?;
    Ok(value)
}

/// Opens with the key, looks who wrote the file, checks it whole and brings it up to date.
fn connect_checked(
    path: &Path,
    key: &Key,
    salt: &[u8; SALT_BYTES],
    steps: &[Step],
) -> Result<Connection, Error> {
    let broke = |source| Error::from_sqlite(path, OPENING, source);
    let connection = open::connect(path, key, salt, false, OPENING)?;
    let (application, version) = open::marks(&connection).map_err(broke)?;
    if application != APPLICATION_ID || version < 1 {
        return Err(Error::Foreign {
            path: path.to_owned(),
            doing: OPENING.to_owned(),
        });
    }
    let top = schema::top(steps);
    if version > top {
        return Err(Error::Newer {
            path: path.to_owned(),
            theirs: version,
            ours: top,
        });
    }
    if let Some(detail) = open::quick_fault(&connection).map_err(broke)? {
        return Err(Error::Damaged {
            path: path.to_owned(),
            doing: OPENING.to_owned(),
            detail,
        });
    }
    if version < top {
        let copy = copy::name_before_upgrade(path, version);
        copy::checked_copy(&connection, key, salt, &copy)?;
        schema::climb(&connection, version, steps).map_err(|source| Error::Upgrade {
            path: path.to_owned(),
            to: top,
            copy,
            cause: Box::new(broke(source)),
        })?;
    }
    Ok(connection)
}

fn journal_name(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;
