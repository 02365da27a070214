//! The only place where a connection to a file of records is made: key, lock, pragmas, first look.
//!
//! Must never: give out a connection that does not hold the exclusive lock, whose pragmas read back
//! otherwise than set, or whose file has not passed a whole check.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::error::Error;
use crate::unlock::{Key, SALT_BYTES};

/// `SPLG` in ASCII: marks a file as ours.
pub(crate) const APPLICATION_ID: i32 = 0x5350_4c47;

/// What every connection is set to, and what is read back. Rollback journal and not WAL: the one file must be
/// whole whenever somebody copies it. EXTRA syncs the folder too, after the journal is gone.
const PRAGMAS: &[(&str, &str, Expected)] = &[
    ("journal_mode", "DELETE", Expected::Text("delete")),
    ("synchronous", "EXTRA", Expected::Number(3)),
    ("fullfsync", "ON", Expected::Number(1)),
    ("foreign_keys", "ON", Expected::Number(1)),
    // Without it an INSERT OR REPLACE would slip past the triggers that guard log and archive.
    ("recursive_triggers", "ON", Expected::Number(1)),
    ("trusted_schema", "OFF", Expected::Number(0)),
    ("cell_size_check", "ON", Expected::Number(1)),
    ("temp_store", "MEMORY", Expected::Number(2)),
    ("secure_delete", "ON", Expected::Number(1)),
    ("mmap_size", "0", Expected::Number(0)),
];

#[derive(Debug, Clone, Copy)]
enum Expected {
    Text(&'static str),
    Number(i64),
}

/// How long two programs that start at the same moment get out of each other's way; afterwards we never wait.
const LOCK_PATIENCE: Duration = Duration::from_millis(100);

/// What a file is, before any key is known.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) salt: [u8; SALT_BYTES],
}

/// Reads the head of a file that nobody in this process has open.
pub(crate) fn read_head(path: &Path, doing: &str) -> Result<Head, Error> {
    let broke = |source| Error::from_io(path, doing, source);
    if !path.metadata().map_err(broke)?.is_file() {
        return Err(Error::Foreign {
            path: path.to_owned(),
            doing: doing.to_owned(),
        });
    }
    let mut salt = [0; SALT_BYTES];
    let mut file = File::open(path).map_err(broke)?;
    file.read_exact(&mut salt)
        .map_err(|source| match source.kind() {
            std::io::ErrorKind::UnexpectedEof => Error::Damaged {
                path: path.to_owned(),
                doing: doing.to_owned(),
                detail: "文件不完整".to_owned(),
            },
            _ => Error::from_io(path, doing, source),
        })?;
    if salt.starts_with(b"SQLite format 3") {
        return Err(Error::Foreign {
            path: path.to_owned(),
            doing: doing.to_owned(),
        });
    }
    Ok(Head { salt })
}

/// Asks for the lock without a key, so that a locked file is told at once and not after a second of key
/// derivation. Opened for reading only: it can change nothing, not even roll back a journal.
pub(crate) fn probe_lock(path: &Path, doing: &str) -> Result<(), Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection =
        raw_open(path, flags).map_err(|source| Error::from_sqlite(path, doing, source))?;
    quiet(&connection).map_err(|source| Error::from_sqlite(path, doing, source))?;
    connection
        .busy_timeout(LOCK_PATIENCE)
        .map_err(|source| Error::from_sqlite(path, doing, source))?;
    match connection.query_row("PRAGMA schema_version", [], |_| Ok(())) {
        Err(source) if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
            Err(Error::from_sqlite(path, doing, source))
        }
        // It is encrypted, so this cannot succeed; what it says otherwise is found out with the key.
        _ => Ok(()),
    }
}

/// Opens a file with its key and takes the exclusive lock, for good.
///
/// The schema is not looked at: the file may be new or old.
pub(crate) fn connect(
    path: &Path,
    key: &Key,
    salt: &[u8; SALT_BYTES],
    is_new: bool,
    doing: &str,
) -> Result<Connection, Error> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if is_new {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let broke = |source| Error::from_sqlite(path, doing, source);
    let connection = raw_open(path, flags).map_err(broke)?;
    quiet(&connection).map_err(broke)?;
    connection.execute_batch(&key.pragma(salt)).map_err(broke)?;
    connection.busy_timeout(LOCK_PATIENCE).map_err(broke)?;
    take_lock(&connection).map_err(broke)?;
    connection.busy_timeout(Duration::ZERO).map_err(broke)?;
    set_pragmas(&connection, path, doing)?;
    Ok(connection)
}

/// The lock is taken as one step (BEGIN EXCLUSIVE) in the ordinary mode, in which two that meet both step
/// back and try again; only then is the mode changed, so that the lock outlives the transaction.
fn take_lock(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    connection.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
    connection.execute_batch("COMMIT")
}

fn set_pragmas(connection: &Connection, path: &Path, doing: &str) -> Result<(), Error> {
    let broke = |source| Error::from_sqlite(path, doing, source);
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .map_err(broke)?;
    for (name, value, _) in PRAGMAS {
        connection.pragma_update(None, name, value).map_err(broke)?;
    }
    if let Some(name) = wrong_pragma(connection).map_err(broke)? {
        return Err(Error::Database {
            path: path.to_owned(),
            doing: format!("{doing}：设置“{name}”"),
            source: rusqlite::Error::InvalidQuery,
        });
    }
    Ok(())
}

/// The first pragma that does not read back as it was set.
pub(crate) fn wrong_pragma(connection: &Connection) -> rusqlite::Result<Option<&'static str>> {
    let locking: String = connection.query_row("PRAGMA locking_mode", [], |row| row.get(0))?;
    if locking != "exclusive" {
        return Ok(Some("locking_mode"));
    }
    if !connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)? {
        return Ok(Some("defensive"));
    }
    for (name, _, expected) in PRAGMAS {
        let mut read = None;
        connection.pragma_query(None, name, |row| {
            read = Some(row.get::<_, Value>(0)?);
            Ok(())
        })?;
        let is_as_set = match (read, expected) {
            (Some(Value::Text(text)), Expected::Text(expected)) => text == *expected,
            (Some(Value::Integer(number)), Expected::Number(expected)) => number == *expected,
            // A build without memory mapping answers nothing at all, which is what we want.
            (None, Expected::Number(0)) => true,
            _ => false,
        };
        if !is_as_set {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Reads who wrote the file: `application_id` and `user_version`.
pub(crate) fn marks(connection: &Connection) -> rusqlite::Result<(i32, i32)> {
    let application = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok((application, version))
}

/// Checks the digest of every page and the structure; answers the first fault.
pub(crate) fn quick_fault(connection: &Connection) -> rusqlite::Result<Option<String>> {
    if let Some(fault) = pragma_faults(connection, "cipher_integrity_check")?.pop() {
        return Ok(Some(fault));
    }
    Ok(pragma_faults(connection, "quick_check")?.pop())
}

/// What a check pragma complains about; empty when all is well.
pub(crate) fn pragma_faults(
    connection: &Connection,
    pragma: &str,
) -> rusqlite::Result<Vec<String>> {
    let mut faults = Vec::new();
    connection.pragma_query(None, pragma, |row| {
        let text: String = row.get(0)?;
        if text != "ok" {
            faults.push(text);
        }
        Ok(())
    })?;
    Ok(faults)
}

/// The absolute path: a relative one would change its meaning with the working folder, and a name that begins
/// with `file:` would be read as a URI.
pub(crate) fn absolute(path: &Path, doing: &str) -> Result<PathBuf, Error> {
    std::path::absolute(path).map_err(|source| Error::from_io(path, doing, source))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the file of records is opened"
)]
fn raw_open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(path, flags)
}

/// SQLCipher writes its errors to stderr, with file offsets; ours go to the user, in words.
fn quiet(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(()))
}
