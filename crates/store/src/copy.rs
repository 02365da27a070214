//! Checked copies of the file: whole and opened once before they get their name.
//!
//! Must never: leave a copy under its final name that was not opened and checked, or replace an older one.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::Error;
use crate::file;
use crate::open;
use crate::unlock::{Key, SALT_BYTES};

/// For the words of an error.
pub(crate) const COPYING: &str = "复制台账";

/// Copies the file of an open connection to a new name.
pub(crate) fn checked_copy(
    connection: &Connection,
    key: &Key,
    salt: &[u8; SALT_BYTES],
    target: &Path,
) -> Result<(), Error> {
    file::require_absent(target, COPYING)?;
    let part = file::part_name(target)?;
    let placed = write_and_check(connection, key, salt, &part, target)
        .and_then(|()| file::place_new(&part, target, COPYING));
    if placed.is_err() {
        file::remove_quietly(&part);
    }
    placed
}

fn write_and_check(
    connection: &Connection,
    key: &Key,
    salt: &[u8; SALT_BYTES],
    part: &Path,
    target: &Path,
) -> Result<(), Error> {
    let broke = |source| Error::from_sqlite(target, COPYING, source);
    let damaged = |detail: String| Error::Damaged {
        path: target.to_owned(),
        doing: COPYING.to_owned(),
        detail,
    };
    let Some(name) = part.to_str() else {
        return Err(Error::Io {
            path: target.to_owned(),
            doing: COPYING.to_owned(),
            source: std::io::ErrorKind::InvalidFilename.into(),
        });
    };
    connection
        .execute("VACUUM INTO ?1", [name])
        .map_err(broke)?;
    // A passphrase opens the copy only when the salt went with it.
    if open::read_head(part, COPYING)?.salt != *salt {
        return Err(damaged("副本的文件头与原文件不一致".to_owned()));
    }
    let copy = open::connect(part, key, salt, false, COPYING)?;
    if let Some(detail) = open::quick_fault(&copy).map_err(broke)? {
        return Err(damaged(detail));
    }
    if open::marks(&copy).map_err(broke)? != open::marks(connection).map_err(broke)? {
        return Err(damaged("副本的格式号与原文件不一致".to_owned()));
    }
    Ok(())
}

/// A free name for the copy that is made before an upgrade, beside the file: `台账-升级前格式1.spl`.
pub(crate) fn name_before_upgrade(path: &Path, version: i32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let mut number = 1;
    loop {
        let more = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let name = path.with_file_name(format!("{stem}-升级前格式{version}{more}{ending}"));
        if name.symlink_metadata().is_err() {
            return name;
        }
        number += 1;
    }
}
