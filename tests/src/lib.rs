//! What the tests share: where things lie, a folder of one's own, the terminal program, a school year to test
//! on, and programs that judge our papers. No product code, and no rule.

pub mod chance;
pub mod desk;
pub mod ground;
pub mod programs;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The root of the clone.
///
/// Read at run time where cargo says it: a path compiled in would be another clone's
/// when two clones share a target directory.
#[must_use]
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or(own.clone(), Path::to_path_buf)
}

/// A program of ours that was built with the tests: `shuangping` or `shuangping-cli`.
///
/// `SHUANGPING_BIN` and `SHUANGPING_CLI` name another place for them.
///
/// # Errors
/// When the running test can't tell where it lies itself.
pub fn binary(name: &str) -> io::Result<PathBuf> {
    let variable = if name == "shuangping" {
        "SHUANGPING_BIN"
    } else {
        "SHUANGPING_CLI"
    };
    if let Some(named) = std::env::var_os(variable) {
        return Ok(PathBuf::from(named));
    }
    Ok(profile()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// A folder in the target directory for what a test leaves behind to be looked at, such as pictures.
///
/// # Errors
/// When it can't be made.
pub fn leavings(name: &str) -> io::Result<PathBuf> {
    let profile = profile()?;
    let folder = profile.parent().unwrap_or(&profile).join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// `<target>/debug`: a test lies in its folder `deps`.
fn profile() -> io::Result<PathBuf> {
    let own = std::env::current_exe()?;
    own.ancestors()
        .nth(2)
        .map(Path::to_path_buf)
        .ok_or_else(|| io::Error::other(format!("{} lies in no target directory", own.display())))
}

/// An empty folder that is removed with all it holds when it is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes one; `name` is for the eye. Its path holds Chinese letters and a space, as the user's does.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn new(name: &str) -> io::Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let own = format!("双评 {name} {} {number}", std::process::id());
        let path = std::env::temp_dir().join(own);
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A path inside it.
    #[must_use]
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left behind, it only takes room; a panic here would hide the test's own.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
