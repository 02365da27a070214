//! What a run of checks came to: each part's time and tests, and the one line at the end.
//!
//! A part that breaks without a failed test of its own counts as one failure: nothing that went wrong is left out.

use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::run::{Failure, Heard};

struct Part {
    name: &'static str,
    took: Duration,
    counts: Counts,
    broke: Option<Failure>,
}

/// The parts in the order they ran.
#[derive(Default)]
pub(crate) struct Report {
    parts: Vec<Part>,
}

impl Report {
    /// Runs a part that counts no tests. Gives whether it ended well; the run goes on either way.
    pub(crate) fn check(
        &mut self,
        name: &'static str,
        act: impl FnOnce() -> Result<(), Failure>,
    ) -> bool {
        self.tests(name, || act().map(|()| Counts::default()))
    }

    /// Runs a part that counts tests.
    pub(crate) fn tests(
        &mut self,
        name: &'static str,
        act: impl FnOnce() -> Result<Counts, Failure>,
    ) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let (counts, broke) = match act() {
            Ok(counts) => (counts, None),
            Err(failure) => {
                println!("{failure}");
                (
                    Counts {
                        passed: 0,
                        failed: 1,
                    },
                    Some(failure),
                )
            }
        };
        let well = counts.failed == 0;
        self.parts.push(Part {
            name,
            took: start.elapsed(),
            counts,
            broke,
        });
        well
    }

    /// Prints the parts, then the line with the numbers. Fails when anything failed.
    pub(crate) fn close(self) -> Result<(), Failure> {
        println!("\n=== Summary");
        for part in &self.parts {
            let seconds = part.took.as_secs_f64();
            let (passed, failed) = (part.counts.passed, part.counts.failed);
            let end = match &part.broke {
                Some(failure) => format!("FAILED: {failure}"),
                None if failed > 0 => format!("FAILED: {passed} passed, {failed} failed"),
                None if passed > 0 => format!("{passed} passed"),
                None => "done".to_owned(),
            };
            println!("{seconds:8.1} s  {:<22} {end}", part.name);
        }
        let sum = self
            .parts
            .iter()
            .fold(Counts::default(), |sum, part| sum + part.counts);
        println!("\n{} passed, {} failed", sum.passed, sum.failed);
        if sum.failed > 0 {
            return Err(Failure::new("not everything passed".to_owned()));
        }
        Ok(())
    }
}

/// Holds a runner's counts against how it ended: a bad end with no failed test, or a good one
/// with no counts, is a failure of the part itself.
pub(crate) fn judge(heard: &Heard, counts: Option<Counts>) -> Result<Counts, Failure> {
    match counts {
        Some(counts) if heard.status.success() == (counts.failed == 0) => Ok(counts),
        Some(counts) if counts.failed > 0 => Ok(counts),
        Some(_) => Err(Failure::new(format!(
            "no test failed, yet it ended with {}",
            heard.status
        ))),
        None => Err(Failure::new(format!(
            "no test was counted; it ended with {}",
            heard.status
        ))),
    }
}
