//! `cargo xtask test`: every check and every test, in one run that ends with their number.
//!
//! A part that fails does not stop the others. A part that needs what failed before is not run on
//! old leavings: it fails too.

use std::fs;
use std::path::Path;

use crate::counts::{self, Counts};
use crate::node::Node;
use crate::packages::{self, Extent};
use crate::place::Place;
use crate::python;
use crate::report::{Report, judge};
use crate::run::{Failure, Run};
use crate::window;

/// The judge of our signatures that we did not write.
const PYHANKO: &[&str] = &["pyHanko==0.38.0", "pyhanko-certvalidator==0.33.0"];

/// Installs what is missing and runs everything.
pub(crate) fn test(place: &Place) -> Result<(), Failure> {
    let mut report = Report::default();
    report.check("system packages", || packages::install(Extent::Tests));
    let mut pyhanko = None;
    report.check("pyHanko", || {
        pyhanko = Some(python::environment(place, "pyhanko", PYHANKO)?.join("python"));
        Ok(())
    });
    let page = page(place, &mut report);
    report.check("rust format", || {
        place.cargo(&["fmt", "--all", "--check"]).go()
    });
    report.check("rust lints", || {
        let words = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ];
        place.cargo(&words).go()
    });
    // One set of targets for clippy, build and tests: the features of shared crates depend on the set,
    // and another one would build half of them twice.
    let built = report.check("rust build", || {
        place
            .cargo(&["build", "--workspace", "--all-targets", "--locked"])
            .go()
    });
    let nextest = place.cargo(&["nextest", "--version"]).works();
    let runner = Runner {
        place,
        nextest,
        pyhanko,
    };
    // Where a build failed, yesterday's binaries may still lie in the target directory: they prove nothing.
    let not_run = || {
        Err(Failure::new(
            "not run: what it tests was not built".to_owned(),
        ))
    };
    report.tests(
        "rust tests",
        || if built { runner.plain() } else { not_run() },
    );
    if cfg!(target_os = "linux") {
        report.tests("window tests", || {
            if built && page {
                runner.window()
            } else {
                not_run()
            }
        });
    } else {
        println!("The window is tested on Linux only.");
    }
    report.close()
}

/// The page's checks. Gives whether it was built: the window embeds it.
fn page(place: &Place, report: &mut Report) -> bool {
    let mut node = None;
    report.check("page packages", || {
        let found = Node::find(place)?;
        found.install()?;
        node = Some(found);
        Ok(())
    });
    let Some(node) = node else {
        return false;
    };
    report.check("page lint", || node.npm(&["run", "lint"]).go());
    report.tests("page tests", || page_tests(place, &node));
    report.check("page build", || node.npm(&["run", "build"]).go())
}

fn page_tests(place: &Place, node: &Node) -> Result<Counts, Failure> {
    let file = place.target.join("vitest.json");
    // The file of an earlier run must not be read for this one's.
    if file.exists() {
        fs::remove_file(&file)
            .map_err(|e| Failure::new(format!("{} can't be removed: {e}", file.display())))?;
    }
    let heard = node
        .npm(&["run", "test", "--", "--reporter=default", "--reporter=json"])
        .arg(format!("--outputFile.json={}", file.display()))
        .heard()?;
    judge(
        &heard,
        fs::read_to_string(&file)
            .ok()
            .as_deref()
            .and_then(counts::vitest),
    )
}

/// The Rust tests, by cargo-nextest where it is installed, else by cargo's own runner.
struct Runner<'a> {
    place: &'a Place,
    nextest: bool,
    pyhanko: Option<std::path::PathBuf>,
}

impl Runner<'_> {
    /// Everything but the window.
    fn plain(&self) -> Result<Counts, Failure> {
        if self.nextest {
            let heard = self.nextest().args(["-E", "not binary(window)"]).heard()?;
            let run = judge(&heard, counts::nextest(&heard.said))?;
            // nextest runs no examples of the documentation.
            let words = ["test", "--workspace", "--locked", "--doc", "--no-fail-fast"];
            let heard = self.cargo(&words).heard()?;
            return Ok(run + judge(&heard, counts::cargo_test(&heard.said))?);
        }
        let words = [
            "test",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--exclude",
            "shuangping-tests",
        ];
        let heard = self.cargo(&words).heard()?;
        let members = judge(&heard, counts::cargo_test(&heard.said))?;
        let words = [
            "test",
            "--package",
            "shuangping-tests",
            "--locked",
            "--no-fail-fast",
            "--lib",
        ];
        let mut run = self.cargo(&words);
        for name in test_targets(&self.place.root)?
            .iter()
            .filter(|name| *name != "window")
        {
            run = run.args(["--test", name]);
        }
        let heard = run.heard()?;
        Ok(members + judge(&heard, counts::cargo_test(&heard.said))?)
    }

    /// The window, one at a time: a second one would hand over to the first and close.
    fn window(&self) -> Result<Counts, Failure> {
        if self.nextest {
            let run = self
                .nextest()
                .args(["--test-threads=1", "-E", "binary(window)"]);
            let heard = window::on_own_screen(run).heard()?;
            return judge(&heard, counts::nextest(&heard.said));
        }
        let words = [
            "test",
            "--package",
            "shuangping-tests",
            "--locked",
            "--test",
            "window",
        ];
        let run = self.cargo(&words).args(["--", "--test-threads=1"]);
        let heard = window::on_own_screen(run).heard()?;
        judge(&heard, counts::cargo_test(&heard.said))
    }

    fn nextest(&self) -> Run {
        let rules = self.place.root.join("xtask").join("nextest.toml");
        self.cargo(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--color=never",
        ])
        .arg("--config-file")
        .arg(rules)
    }

    fn cargo(&self, words: &[&str]) -> Run {
        let mut run = self
            .place
            .cargo(words)
            .env("CARGO_TERM_COLOR", "never")
            // Set, it would make a test write what it should compare.
            .without("UPDATE")
            .env("SHUANGPING_BIN", self.place.binary("shuangping"))
            .env("SHUANGPING_CLI", self.place.binary("shuangping-cli"));
        if let Some(python) = &self.pyhanko {
            run = run.env("SHUANGPING_PYHANKO", python);
        }
        run
    }
}

/// The names in the `[[test]]` entries of tests/Cargo.toml: cargo can leave out a package, but no target.
fn test_targets(root: &Path) -> Result<Vec<String>, Failure> {
    let manifest = root.join("tests").join("Cargo.toml");
    let text = fs::read_to_string(&manifest)
        .map_err(|e| Failure::new(format!("{} can't be read: {e}", manifest.display())))?;
    Ok(text
        .split("[[test]]")
        .skip(1)
        .filter_map(|entry| entry.lines().find_map(|line| line.strip_prefix("name = ")))
        .map(|name| name.trim().trim_matches('"').to_owned())
        .collect())
}
