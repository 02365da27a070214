//! Which ledger files this process has open.
//!
//! Locks of POSIX belong to the process: when any handle on the file is closed, all of them are gone, and a
//! second program could write. So before this crate touches a file by other means than SQLite it asks here.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

static OPEN: Mutex<Vec<Identity>> = Mutex::new(Vec::new());

/// What makes two paths the same file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Identity {
    path: PathBuf,
    /// Device and inode, where there are any: a hard link has another path.
    node: Option<(u64, u64)>,
}

impl Identity {
    /// Looks at names and attributes only; opens nothing.
    fn of(path: &Path) -> Option<Self> {
        Some(Self {
            path: std::fs::canonicalize(path).ok()?,
            node: node(path),
        })
    }

    fn is_same(&self, other: &Self) -> bool {
        self.path == other.path || (self.node.is_some() && self.node == other.node)
    }
}

#[cfg(unix)]
fn node(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn node(_: &Path) -> Option<(u64, u64)> {
    None
}

/// The right to open a file, held as long as it is open.
#[derive(Debug)]
pub(crate) struct Claim(Identity);

impl Claim {
    /// Claims an existing file; nothing when this process has it open already.
    pub(crate) fn take(path: &Path) -> Option<Self> {
        let identity = Identity::of(path)?;
        let mut open = lock();
        if open.iter().any(|other| other.is_same(&identity)) {
            return None;
        }
        open.push(identity.clone());
        Some(Self(identity))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        lock().retain(|other| *other != self.0);
    }
}

/// True when this process has the file open as a ledger.
pub(crate) fn is_open(path: &Path) -> bool {
    Identity::of(path).is_some_and(|identity| lock().iter().any(|other| other.is_same(&identity)))
}

fn lock() -> MutexGuard<'static, Vec<Identity>> {
    // A list that was being pushed to is still a list.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
