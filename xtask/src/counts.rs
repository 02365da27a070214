//! Reading from a test runner's own output how many tests passed and how many failed.
//!
//! What can't be read is no count: it is never taken for zero failures.

use std::ops::Add;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Those that passed.
    pub(crate) passed: u64,
    /// Those that failed, broke off, or took too long.
    pub(crate) failed: u64,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// The counts in what cargo-nextest said: its summary line.
/// `Summary [ 1.2s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 3 skipped`.
pub(crate) fn nextest(said: &str) -> Option<Counts> {
    let summary = said.lines().rev().find(|line| {
        line.trim_start().starts_with("Summary [")
            && (line.contains(" tests run: ") || line.contains(" test run: "))
    })?;
    let (_, listed) = summary.split_once(" run: ")?;
    let mut counts = Counts::default();
    for piece in without_parentheses(listed).split(',') {
        let (number, word) = piece.trim().split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match word.trim() {
            "passed" => counts.passed += number,
            "skipped" => {}
            // failed, timed out, exec failed, and whatever a later version adds.
            _ => counts.failed += number,
        }
    }
    Some(counts)
}

/// The counts in what `cargo test` said: the sum of its `test result:` lines.
pub(crate) fn cargo_test(said: &str) -> Option<Counts> {
    said.lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
        .map(|line| {
            let mut counts = Counts::default();
            for piece in line.split_once(". ")?.1.split(';') {
                match piece.trim().split_once(' ')? {
                    (number, "passed") => counts.passed = number.parse().ok()?,
                    (number, "failed") => counts.failed = number.parse().ok()?,
                    _ => {}
                }
            }
            Some(counts)
        })
        .reduce(|sum, one| Some(sum? + one?))?
}

/// The counts in the file that vitest's JSON reporter writes.
pub(crate) fn vitest(json: &str) -> Option<Counts> {
    Some(Counts {
        passed: json_number(json, "numPassedTests")?,
        failed: json_number(json, "numFailedTests")?,
    })
}

fn json_number(json: &str, key: &str) -> Option<u64> {
    let (_, rest) = json.split_once(&format!("\"{key}\":"))?;
    let rest = rest.trim_start();
    let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
    rest.get(..end)?.parse().ok()
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|letter| match letter {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_of_nextest_is_read() {
        let said = "        PASS [   0.01s] a::b c\n────────────\n     \
                    Summary [   0.010s] 12 tests run: 9 passed (1 slow, 2 leaky), 2 failed, 1 timed out, 3 skipped\n";
        assert_eq!(
            nextest(said),
            Some(Counts {
                passed: 9,
                failed: 3
            })
        );
        let one = "     Summary [   0.010s] 1 test run: 1 passed, 40 skipped";
        assert_eq!(
            nextest(one),
            Some(Counts {
                passed: 1,
                failed: 0
            })
        );
    }

    #[test]
    fn a_run_without_a_summary_has_no_counts() {
        assert_eq!(nextest("error: could not compile `domain`"), None);
        assert_eq!(cargo_test("error: could not compile `domain`"), None);
        assert_eq!(vitest(""), None);
    }

    #[test]
    fn the_results_of_cargo_test_are_added_up() {
        let said = "test a ... ok\ntest result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
                    test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            cargo_test(said),
            Some(Counts {
                passed: 7,
                failed: 1
            })
        );
    }

    #[test]
    fn the_file_of_vitest_is_read() {
        let json =
            r#"{"numTotalTestSuites":2,"numPassedTests": 31,"numFailedTests":1,"success":false}"#;
        assert_eq!(
            vitest(json),
            Some(Counts {
                passed: 31,
                failed: 1
            })
        );
    }
}
