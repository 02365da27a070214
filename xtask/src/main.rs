//! The tasks of a developer: set up, test, start, draw the fonts, write the types, measure.
//!
//! It stands on the standard library alone, so that `cargo xtask …` works in a fresh clone on a machine
//! that has nothing but the Rust toolchain. It never changes a source file, except those that `types` and
//! `fonts` generate, and it never installs a package without naming it first.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal program speaks by printing"
)]

mod bench;
mod counts;
mod fonts;
mod node;
mod packages;
mod place;
mod python;
mod report;
mod run;
mod start;
mod test;
mod types;
mod window;

use std::process::ExitCode;

use place::Place;
use run::Failure;

const USAGE: &str = "\
cargo xtask TASK

  start   install what is missing, build, and open the program on the practice school
          (with no display: make the practice school's papers in the terminal and verify them)
  test    install what is missing, then run every check and every test
  fonts   make the fonts of the papers again (crates/paper/fonts/make.py)
  types   write the page's types again from Rust (ui/src/api/generated.ts)
  bench   measure the program against a baseline taken in the same run
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("start") => Place::find().and_then(|place| start::start(&place)),
        Some("test") => Place::find().and_then(|place| test::test(&place)),
        Some("fonts") => Place::find().and_then(|place| fonts::make(&place)),
        Some("types") => Place::find().and_then(|place| types::write(&place)),
        Some("bench") => Place::find().and_then(|place| bench::bench(&place)),
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some(other) => Err(Failure::new(format!(
            "there is no task `{other}`\n\n{USAGE}"
        ))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
