//! Linux and macOS: the programs `lp` and `lpstat` of the system's own printing.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::job_file::JobFile;
use super::{Job, PrinterInfo, Printing, judged, no_printing, not_taken};
use crate::failure::Failure;

/// The system's printing, by its two programs.
#[derive(Debug, Clone)]
pub struct Lp {
    lp: PathBuf,
    lpstat: PathBuf,
    temporary: PathBuf,
}

impl Lp {
    /// The programs that stand on the search path.
    pub fn new() -> Self {
        Self::with("lp", "lpstat", std::env::temp_dir())
    }

    /// These programs, and this folder for the files of jobs.
    pub fn with(
        lp: impl Into<PathBuf>,
        lpstat: impl Into<PathBuf>,
        temporary: impl Into<PathBuf>,
    ) -> Self {
        Self {
            lp: lp.into(),
            lpstat: lpstat.into(),
            temporary: temporary.into(),
        }
    }

    fn default_printer(&self) -> Option<String> {
        let output = run(&self.lpstat, &["-d"])
            .ok()
            .filter(|output| output.status.success())?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        // "system default destination: NAME"; without one there is no colon.
        said.split_once(':').map(|(_, name)| name.trim().to_owned())
    }
}

impl Default for Lp {
    fn default() -> Self {
        Self::new()
    }
}

impl Printing for Lp {
    fn list(&self) -> Result<Vec<PrinterInfo>, Failure> {
        let output = run(&self.lpstat, &["-e"])?;
        if !output.status.success() {
            return Err(no_printing(&complaint(&output)));
        }
        let default = self.default_printer();
        Ok(String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| PrinterInfo {
                name: name.to_owned(),
                is_default: default.as_deref() == Some(name),
            })
            .collect())
    }

    fn print(&self, pdf: &[u8], job: &Job) -> Result<(), Failure> {
        judged(job)?;
        let file = JobFile::write(&self.temporary, pdf)?;
        let sides = if job.is_duplex {
            "sides=two-sided-long-edge"
        } else {
            "sides=one-sided"
        };
        let copies = job.copies.to_string();
        let path = file.path().to_string_lossy().into_owned();
        let arguments = [
            "-d",
            job.printer.trim(),
            "-n",
            &copies,
            "-t",
            &job.title,
            "-o",
            "media=A4",
            "-o",
            sides,
            "--",
            &path,
        ];
        let output = run(&self.lp, &arguments)?;
        if output.status.success() {
            Ok(())
        } else {
            Err(not_taken(&job.printer, &complaint(&output)))
        }
    }
}

/// Starts a program with exactly these arguments; no shell reads them.
fn run(program: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    Command::new(program)
        .args(arguments)
        // Answers are read by this program: the language of programs, the characters of this world.
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => no_printing("没有找到系统的打印程序 lp"),
            _ => no_printing(&format!("启动“{}”时出错：{error}", program.display())),
        })
}

/// The first line a program complained with.
fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().map(str::trim).find(|line| !line.is_empty());
    line.map_or_else(|| output.status.to_string(), str::to_owned)
}
