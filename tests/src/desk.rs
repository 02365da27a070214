//! The terminal program as a script uses it: words go in, an exit code and one JSON value come out.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it is called by tests, and a test stops at the first thing it did not expect"
)]

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

use crate::binary;

/// What the program answered.
#[derive(Debug)]
pub struct Said {
    words: Vec<String>,
    /// Its exit code; `None` when a signal ended it.
    pub exit: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (exit, out) = (self.exit, self.stdout.trim_end());
        let words = self.words.join(" ");
        write!(
            f,
            "{words}\n  exit {exit:?}\n  {out}\n  {}",
            self.stderr.trim_end()
        )
    }
}

impl Said {
    fn of(words: Vec<String>, output: &Output) -> Self {
        let said = Self {
            words,
            exit: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        // Holds for every run of every test, so it is asked here.
        assert!(said.exit.is_some(), "a signal ended it: {said}");
        assert!(!said.stderr.contains("panicked at"), "it panicked: {said}");
        said
    }

    /// The one JSON value on standard output; anything beside it stops the test.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("not one JSON value ({error}): {self}"))
    }

    /// The JSON value of a command that must be done.
    #[must_use]
    pub fn done(&self) -> Value {
        assert_eq!(self.exit, Some(0), "{self}");
        self.json()
    }

    /// The error object of a command that must end with `exit` (1: a rule said no; 2: the call itself is wrong; 3:
    /// something broke).
    ///
    /// Its shape is a promise to scripts, so it is checked wherever a failure is expected.
    #[must_use]
    pub fn failed(&self, exit: i32) -> Failed {
        assert_eq!(self.exit, Some(exit), "{self}");
        let error = &self.json()["error"];
        let text = |value: &Value| match value.as_str() {
            Some(text) => text.to_owned(),
            None => panic!("a text is missing in the error: {self}"),
        };
        let Some(refusals) = error["refusals"].as_array() else {
            panic!("the error has no list of refusals: {self}");
        };
        for refusal in refusals {
            for key in ["code", "message", "where"] {
                text(&refusal[key]);
            }
        }
        assert_eq!(
            exit == 3,
            refusals.is_empty(),
            "refusals and exit disagree: {self}"
        );
        let failed = Failed {
            code: text(&error["code"]),
            message: text(&error["message"]),
            refusals: refusals.clone(),
        };
        assert!(failed.code.is_ascii() && !failed.code.is_empty(), "{self}");
        assert!(
            is_chinese(&failed.message),
            "the message is not in Chinese: {self}"
        );
        failed
    }
}

/// An error object.
#[derive(Debug)]
pub struct Failed {
    /// Its code.
    pub code: String,
    /// What happened, in Chinese.
    pub message: String,
    /// All reasons.
    pub refusals: Vec<Value>,
}

impl Failed {
    /// The codes of all reasons.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        self.refusals
            .iter()
            .filter_map(|refusal| refusal["code"].as_str())
            .collect()
    }

    /// The places of all reasons.
    #[must_use]
    pub fn places(&self) -> Vec<&str> {
        self.refusals
            .iter()
            .filter_map(|refusal| refusal["where"].as_str())
            .collect()
    }
}

/// True when there is a Chinese character in the text.
#[must_use]
pub fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A path as a word of a command line. The folders of the tests are Unicode.
#[must_use]
pub fn word(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Runs the program with these words and nothing else.
#[must_use]
pub fn run(words: &[&str]) -> Said {
    let output = command(words)
        .output()
        .unwrap_or_else(|error| not_started(&error));
    Said::of(
        words.iter().map(|word| (*word).to_owned()).collect(),
        &output,
    )
}

/// Runs the program with `--json` and a text on its standard input.
#[must_use]
pub fn run_hearing(words: &[&str], heard: &[u8]) -> Said {
    let mut child = command(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| not_started(&error));
    if let Some(mut stdin) = child.stdin.take() {
        // A program that refuses its words does not listen any more.
        let _ = stdin.write_all(heard);
    }
    let output = child
        .wait_with_output()
        .unwrap_or_else(|error| not_started(&error));
    Said::of(
        words.iter().map(|word| (*word).to_owned()).collect(),
        &output,
    )
}

fn command(words: &[&str]) -> Command {
    let program = binary("shuangping-cli").unwrap_or_else(|error| not_started(&error));
    assert!(
        program.exists(),
        "{} is not built: run `cargo build -p shuangping-cli`, or name it in SHUANGPING_CLI",
        program.display()
    );
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::null());
    command
}

fn not_started(error: &std::io::Error) -> ! {
    panic!("shuangping-cli did not run: {error}")
}

/// A data folder and the passphrases to it.
#[derive(Debug)]
pub struct Desk {
    data: PathBuf,
    passphrase: PathBuf,
    key_passphrase: PathBuf,
}

impl Desk {
    /// A desk whose records lie in `folder/data`; the passphrases lie beside it.
    ///
    /// # Errors
    /// When the files of the passphrases cannot be written.
    pub fn new(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let passphrase = folder.join("口令.txt");
        let key_passphrase = folder.join("签章口令.txt");
        std::fs::write(&passphrase, "一句容易记住的话\n")?;
        std::fs::write(&key_passphrase, "盖章要两个人在场\r\n")?;
        Ok(Self {
            data: folder.join("data"),
            passphrase,
            key_passphrase,
        })
    }

    /// The same data folder with another passphrase of the records.
    #[must_use]
    pub fn with_passphrase(&self, file: PathBuf) -> Self {
        let (data, key_passphrase) = (self.data.clone(), self.key_passphrase.clone());
        Self {
            data,
            passphrase: file,
            key_passphrase,
        }
    }

    /// The same data folder with another passphrase of the keys.
    #[must_use]
    pub fn with_key_passphrase(&self, file: PathBuf) -> Self {
        let (data, passphrase) = (self.data.clone(), self.passphrase.clone());
        Self {
            data,
            passphrase,
            key_passphrase: file,
        }
    }

    /// Where the records lie.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Runs a command on this desk's records.
    #[must_use]
    pub fn run(&self, words: &[&str]) -> Said {
        let all = self.words(words);
        run(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Runs a command on this desk's records with a JSON value as its `--input`.
    #[must_use]
    pub fn hand(&self, words: &[&str], input: &Value) -> Said {
        let mut all = self.words(words);
        all.extend(["--input".to_owned(), "-".to_owned()]);
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        run_hearing(&all, input.to_string().as_bytes())
    }

    /// Starts a command and does not wait for it.
    #[must_use]
    pub fn start(&self, words: &[&str]) -> Child {
        let all = self.words(words);
        command(&all.iter().map(String::as_str).collect::<Vec<_>>())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| not_started(&error))
    }

    fn words(&self, words: &[&str]) -> Vec<String> {
        let options = [
            ("--data", &self.data),
            ("--passphrase-file", &self.passphrase),
            ("--key-passphrase-file", &self.key_passphrase),
        ];
        let mut all = vec!["--json".to_owned()];
        all.extend(
            options
                .iter()
                .flat_map(|(option, path)| [(*option).to_owned(), word(path)]),
        );
        all.extend(words.iter().map(|word| (*word).to_owned()));
        all
    }
}
