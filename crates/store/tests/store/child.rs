//! A second process: this test program, started again with an errand.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use rusqlite::ErrorCode;
use store::Ledger;

use crate::sample;

const ERRAND: &str = "STORE_TEST_ERRAND";
const FILE: &str = "STORE_TEST_FILE";
/// Marks our lines among those of the test program.
const MARK: &str = "@@ ";

pub(crate) struct Process {
    pub(crate) process: Child,
    pub(crate) stdin: Option<ChildStdin>,
    /// What it says, line by line, until it ends.
    pub(crate) lines: Receiver<String>,
}

pub(crate) fn start(errand: &str, file: &Path) -> Process {
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child::a_child_does_its_errand", "--nocapture"])
        .env(ERRAND, errand)
        .env(FILE, file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdin = process.stdin.take();
    let stdout = process.stdout.take().unwrap();
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(text) = line.split_once(MARK).map(|(_, text)| text) {
                let _ = sender.send(text.to_owned());
            }
        }
    });
    Process {
        process,
        stdin,
        lines,
    }
}

impl Process {
    pub(crate) fn say(&mut self, text: &str) {
        writeln!(self.stdin.as_mut().unwrap(), "{text}").unwrap();
    }

    pub(crate) fn ask(&mut self, text: &str) -> String {
        self.say(text);
        self.lines.recv().unwrap()
    }

    /// Lets it come to its end.
    pub(crate) fn finish(mut self) {
        drop(self.stdin.take());
        assert!(self.process.wait().unwrap().success());
    }
}

fn tell(text: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{MARK}{text}").unwrap();
    out.flush().unwrap();
}

#[test]
fn a_child_does_its_errand() {
    // As a test of its own there is nothing to do.
    let Ok(errand) = std::env::var(ERRAND) else {
        return;
    };
    let file = std::env::var_os(FILE).unwrap();
    let file = Path::new(&file);
    match errand.as_str() {
        "add" => add_until_killed(file),
        "knock" => knock(file),
        _ => panic!("no such errand"),
    }
}

/// Adds teachers and says each number after it is on the disk.
fn add_until_killed(file: &Path) {
    let mut ledger = Ledger::open(file, &sample::key()).unwrap();
    tell("open");
    loop {
        let seq = ledger.head().unwrap().seq + 1;
        sample::add_teacher(&mut ledger, &sample::teacher(seq, "林一"));
        tell(&seq.to_string());
    }
}

/// Tries to get at the file each time it is asked, until there are no more questions.
fn knock(file: &Path) {
    let mut held = None;
    for line in std::io::stdin().lines() {
        match line.unwrap().as_str() {
            "open" => {
                held = None;
                match Ledger::open(file, &sample::key()) {
                    Ok(ledger) => {
                        held = Some(ledger);
                        tell("open");
                    }
                    Err(error) => tell(&format!("{} {error}", error.code())),
                }
            }
            "write" => {
                let connection = sample::raw(file);
                match connection.execute_batch("BEGIN IMMEDIATE") {
                    Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                        tell("locked");
                    }
                    outcome => tell(&format!("{outcome:?}")),
                }
            }
            other => panic!("unknown question {other}"),
        }
    }
    drop(held);
}
