//! The file a job is handed over in: readable by this user alone, gone as soon as the job is handed over.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A PDF in a private folder of its own; both are removed when this is dropped.
pub(super) struct JobFile {
    folder: PathBuf,
    pdf: PathBuf,
}

impl JobFile {
    /// Writes the bytes into a new folder under `parent`.
    pub(super) fn write(parent: &Path, pdf: &[u8]) -> Result<Self, Failure> {
        let mut chance = [0; 8];
        getrandom::fill(&mut chance).map_err(|error| {
            Failure::broken("PRINT-CHANCE", format!("系统没有给出随机数：{error}"))
        })?;
        let name = format!("shuangping-print-{:016x}", u64::from_le_bytes(chance));
        let folder = parent.join(name);
        let broken = |error: std::io::Error| {
            let doing = format!("在“{}”中写打印文件", parent.display());
            Failure::of_system("PRINT-FILE", doing, &error)
        };
        private_folder().create(&folder).map_err(broken)?;
        let job = Self {
            pdf: folder.join("paper.pdf"),
            folder,
        };
        let mut file = private_file().open(&job.pdf).map_err(broken)?;
        file.write_all(pdf).map_err(broken)?;
        Ok(job)
    }

    /// Where the bytes are.
    pub(super) fn path(&self) -> &Path {
        &self.pdf
    }
}

impl Drop for JobFile {
    fn drop(&mut self) {
        // Nothing can be said to anybody here; the folder is private and the system empties it in time.
        let _ = std::fs::remove_file(&self.pdf);
        let _ = std::fs::remove_dir(&self.folder);
    }
}

fn private_folder() -> DirBuilder {
    #[allow(unused_mut, reason = "the mode exists on Unix only")]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
