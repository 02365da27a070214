//! Shuangping from a terminal: the same use cases as in the window, for scripts and technicians.
//!
//! With `--json`, standard output is one JSON value and nothing else. Exit codes: 0 done, 1 a rule said no
//! or a check found something, 2 the call itself is wrong, 3 failure.
//!
//! Must never: decide anything; a command reads its input, calls the use case and says what it answered.

mod args;
mod argument;
mod command;
mod form;
mod once;
mod output;
mod place;

use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use output::Output;

fn main() -> ExitCode {
    if app::worker::is_worker() {
        return ExitCode::from(app::worker::serve());
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error),
    };
    let output = Output::new(cli.global.json);
    match command::run(&cli) {
        Ok(answer) => output.answer(&answer),
        Err(failure) => output.failure(&failure),
    }
}
