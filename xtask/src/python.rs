//! Python environments of our own, in the target directory: nothing of the system's Python is touched.

use std::fs;
use std::path::PathBuf;

use crate::place::Place;
use crate::run::{Failure, Run};

/// The environment `name` with exactly `packages`; made again when that list has changed.
/// Gives its folder of programs.
pub(crate) fn environment(
    place: &Place,
    name: &str,
    packages: &[&str],
) -> Result<PathBuf, Failure> {
    let folder = place.target.join(name);
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    // Written last: an environment that was broken off half-way has none, and is made again.
    let list = folder.join("packages.txt");
    let wanted = packages.join("\n");
    if fs::read_to_string(&list).is_ok_and(|had| had == wanted) {
        return Ok(programs);
    }
    println!(
        "Making a Python environment in {}: {}",
        folder.display(),
        packages.join(" ")
    );
    Run::new(python())
        .args(["-m", "venv", "--clear"])
        .arg(&folder)
        .go()?;
    Run::new(programs.join("python"))
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(packages)
        .env("PIP_CACHE_DIR", place.target.join("pip-cache"))
        .go()?;
    fs::write(&list, wanted)
        .map_err(|e| Failure::new(format!("{} can't be written: {e}", list.display())))?;
    Ok(programs)
}

/// The system's Python before any other: the package python3-venv belongs to that one.
fn python() -> &'static str {
    if cfg!(windows) {
        "python"
    } else if std::path::Path::new("/usr/bin/python3").exists() {
        "/usr/bin/python3"
    } else {
        "python3"
    }
}
