//! Files that leave the house: written whole under another name, synced, and only then given their name.
//!
//! Must never: leave half a file under its final name, or touch an open ledger.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::claim;
use crate::error::Error;
use crate::unlock::{hex, random};

const WRITING: &str = "写入文件";

/// Virus scanners and sync programs on Windows hold a fresh file for a moment; ten tries are about two seconds.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(40);

/// Writes a file whole or not at all; an older one of that name is replaced.
///
/// # Errors
/// `STORE-FULL` (磁盘已满), `STORE-READONLY`, `STORE-IO` and the like, naming the path; `STORE-LOCKED` when the
/// path is an open ledger. The older file is then still there.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if claim::is_open(path) {
        return Err(Error::Locked {
            path: path.to_owned(),
            doing: WRITING.to_owned(),
        });
    }
    let part = part_name(path)?;
    let written = write_part(&part, bytes)
        .and_then(|()| patiently(|| fs::rename(&part, path)))
        .and_then(|()| sync_folder(path));
    if written.is_err() {
        remove_quietly(&part);
    }
    written.map_err(|source| match source.kind() {
        // The file is being made: what is missing can only be its folder.
        io::ErrorKind::NotFound => Error::Missing {
            path: path.parent().unwrap_or(path).to_owned(),
            doing: WRITING.to_owned(),
        },
        _ => Error::from_io(path, WRITING, source),
    })
}

fn write_part(part: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(part)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A fresh working name in the same folder, so that the last step is a rename and not a copy.
pub(crate) fn part_name(path: &Path) -> Result<PathBuf, Error> {
    let chance: [u8; 4] = random()?;
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.part", hex(&chance)));
    Ok(PathBuf::from(name))
}

/// Refuses when the folder of a file that is to be made is not there.
pub(crate) fn require_folder(path: &Path, doing: &str) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    match folder.metadata() {
        Ok(_) => Ok(()),
        Err(source) => Err(Error::from_io(folder, doing, source)),
    }
}

/// Refuses when something of that name is there.
pub(crate) fn require_absent(path: &Path, doing: &str) -> Result<(), Error> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::from_io(path, doing, source)),
        Ok(_) => Err(Error::Exists {
            path: path.to_owned(),
            doing: doing.to_owned(),
        }),
    }
}

/// Gives a finished file, which nobody has open, its final name; never over another file.
pub(crate) fn place_new(part: &Path, path: &Path, doing: &str) -> Result<(), Error> {
    let broke = |source| Error::from_io(path, doing, source);
    // SQLite has synced what it wrote, but VACUUM INTO has not.
    OpenOptions::new()
        .write(true)
        .open(part)
        .and_then(|file| file.sync_all())
        .map_err(broke)?;
    match fs::hard_link(part, path) {
        Ok(()) => remove_quietly(part),
        Err(source) if source.kind() == io::ErrorKind::AlreadyExists => return Err(broke(source)),
        Err(_) => {
            // No hard links here (FAT, some network drives): look, then rename.
            require_absent(path, doing)?;
            patiently(|| fs::rename(part, path)).map_err(broke)?;
        }
    }
    sync_folder(path).map_err(broke)
}

/// Removes a working file; when that fails it is only litter.
pub(crate) fn remove_quietly(path: &Path) {
    let _ = fs::remove_file(path);
}

/// A new name is on the disk only when its folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    File::open(folder)?.sync_all()
}

/// Windows has no such call; NTFS keeps names in its own journal.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Tries again while another program only just holds the file.
fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for pause in 1..TRIES {
        match act() {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE * pause),
            outcome => return outcome,
        }
    }
    act()
}

/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_no_working_file_is_left() {
        let folder = crate::test_folder();
        let path = folder.path().join("名册.xlsx");
        write_atomic(&path, b"first").unwrap();
        write_atomic(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_error_names_the_path_and_leaves_the_older_file() {
        let folder = crate::test_folder();
        let path = folder.path().join("没有这个文件夹").join("报告.pdf");
        let error = write_atomic(&path, b"x").unwrap_err();
        assert_eq!(error.code(), "STORE-MISSING");
        assert!(error.to_string().contains("没有这个文件夹"), "{error}");

        let taken = folder.path().join("占用");
        fs::create_dir(&taken).unwrap();
        assert!(write_atomic(&taken, b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_full_disk_is_called_by_its_name() {
        let source = io::Error::from(io::ErrorKind::StorageFull);
        let error = Error::from_io(Path::new("/u/报告.pdf"), WRITING, source);
        assert_eq!(error.code(), "STORE-FULL");
        assert!(error.to_string().contains("磁盘已满"));
        assert!(error.to_string().contains("/u/报告.pdf"));
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = crate::test_folder();
        let (part, path) = (folder.path().join("a.part"), folder.path().join("a"));
        fs::write(&part, b"new").unwrap();
        fs::write(&path, b"old").unwrap();
        let error = place_new(&part, &path, WRITING).unwrap_err();
        assert_eq!(error.code(), "STORE-EXISTS");
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }
}
