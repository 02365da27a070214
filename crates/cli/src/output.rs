//! What a command answers: one JSON value for scripts, Chinese for people.
//!
//! This is the only place that writes to the terminal.

use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;

use app::Failure;
use app::progress::Progress;
use clap::error::{ContextKind, ErrorKind};
use serde_json::{Value, json};

use crate::argument;

/// What a command did.
pub(crate) struct Answer {
    /// For scripts.
    pub(crate) json: Value,
    /// For people, line by line.
    pub(crate) says: Vec<String>,
    /// True when a check found something or part of the work was refused: exit code 1.
    pub(crate) has_findings: bool,
}

impl Answer {
    /// An answer without findings.
    pub(crate) fn new(json: Value, says: Vec<String>) -> Self {
        Self {
            json,
            says,
            has_findings: false,
        }
    }

    /// The same answer, with findings or not.
    pub(crate) fn with_findings(self, has_findings: bool) -> Self {
        Self {
            has_findings,
            ..self
        }
    }
}

/// Where answers go.
pub(crate) struct Output {
    is_json: bool,
}

impl Output {
    pub(crate) fn new(is_json: bool) -> Self {
        Self { is_json }
    }

    /// Writes an answer.
    pub(crate) fn answer(&self, answer: &Answer) -> ExitCode {
        let is_said = if self.is_json {
            say(&answer.json.to_string())
        } else {
            answer.says.iter().all(|line| say(line))
        };
        if !is_said {
            complain("出错：结果没有全部写出（OUTPUT）");
            return ExitCode::from(3);
        }
        ExitCode::from(u8::from(answer.has_findings))
    }

    /// Writes a refusal or a failure.
    pub(crate) fn failure(&self, failure: &Failure) -> ExitCode {
        if self.is_json {
            say(&failure_json(failure).to_string());
        } else if failure.is_refusal() {
            complain(if argument::is_about_the_call(failure) {
                "命令写法不对："
            } else {
                "没有办理："
            });
            for refusal in &failure.refusals {
                complain(&format!("  · {}({})", refusal.message, refusal.code));
            }
        } else {
            complain(&format!("出错：{failure}"));
        }
        ExitCode::from(if argument::is_about_the_call(failure) {
            2
        } else if failure.is_refusal() {
            1
        } else {
            3
        })
    }
}

fn failure_json(failure: &Failure) -> Value {
    let refusals: Vec<Value> = failure
        .refusals
        .iter()
        .map(|refusal| {
            json!({ "code": refusal.code, "message": refusal.message, "where": refusal.place })
        })
        .collect();
    json!({
        "error": { "code": failure.code, "message": failure.message, "refusals": refusals }
    })
}

/// Wrong usage in our words; help and version as `clap` lays them out.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let is_asked_for = !error.use_stderr();
    let is_page = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if is_asked_for || is_page && !is_json_wanted() {
        // Nothing can be done about a terminal that is gone.
        let _ = error.print();
        return ExitCode::from(if is_asked_for { 0 } else { 2 });
    }
    let message = format!("命令写法不对：{}；用法见 --help", wrong_usage(error));
    if is_json_wanted() {
        let error = json!({ "code": "USAGE", "message": message, "refusals": [] });
        say(&json!({ "error": error }).to_string());
    } else {
        complain(&message);
    }
    ExitCode::from(2)
}

fn is_json_wanted() -> bool {
    std::env::args_os().any(|argument| argument == "--json")
}

/// What is wrong with the words of a command.
fn wrong_usage(error: &clap::Error) -> String {
    let told = |kind| {
        let told = error.get(kind).map(ToString::to_string);
        told.unwrap_or_default().replace(", ", "、")
    };
    let (argument, value) = (
        told(ContextKind::InvalidArg),
        told(ContextKind::InvalidValue),
    );
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("不认识“{argument}”"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "缺少子命令".to_owned()
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面缺少内容"),
        ErrorKind::InvalidValue => format!(
            "{argument} 不能是“{value}”，可填：{}",
            told(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => format!("{argument} 不能是“{value}”"),
        ErrorKind::ArgumentConflict => format!("{argument} 重复，或不能与别的选项同用"),
        ErrorKind::InvalidUtf8 => "有的字不是UTF-8文本".to_owned(),
        _ => format!("选项的个数或写法不对 {argument}"),
    }
}

/// Writes one line. A reader that hung up is not our failure; anything else is.
fn say(line: &str) -> bool {
    match writeln!(std::io::stdout(), "{line}") {
        Ok(()) => true,
        Err(error) => error.kind() == std::io::ErrorKind::BrokenPipe,
    }
}

fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A progress bar on standard error, for people at a terminal only.
pub(crate) struct Bar {
    is_shown: bool,
}

impl Bar {
    pub(crate) fn new(is_json: bool) -> Self {
        Self {
            is_shown: !is_json && std::io::stderr().is_terminal(),
        }
    }
}

impl Progress for Bar {
    fn step(&mut self, done: usize, total: usize, about: &str) -> ControlFlow<()> {
        if self.is_shown && total > 0 {
            let filled = done * 30 / total;
            let bar: String = (0..30)
                .map(|place| if place < filled { '█' } else { '░' })
                .collect();
            let _ = write!(std::io::stderr(), "\r{bar} {done}/{total} {about}        ");
        }
        ControlFlow::Continue(())
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.is_shown {
            complain("");
        }
    }
}
