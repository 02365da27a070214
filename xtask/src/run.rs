//! Running another program: announced, streamed, and with a failure that names it.
//!
//! No program gets this one's standard input: continuous integration has none, and nothing may wait for an answer.

use std::ffi::OsStr;
use std::fmt;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// A task that could not be done, in one sentence.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure with its sentence.
    pub(crate) fn new(says: String) -> Self {
        Self(says)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a program said while its output was also shown.
pub(crate) struct Heard {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// Its standard output and its standard error, one after the other.
    pub(crate) said: String,
}

/// One program to run.
pub(crate) struct Run {
    command: Command,
    words: Vec<String>,
}

impl Run {
    /// The program `program`, by name or by path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.stdin(Stdio::null());
        Self {
            command,
            words: vec![program.as_ref().to_string_lossy().into_owned()],
        }
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.words.push(arg.as_ref().to_string_lossy().into_owned());
        self.command.arg(arg);
        self
    }

    pub(crate) fn args<S: AsRef<OsStr>>(self, args: impl IntoIterator<Item = S>) -> Self {
        args.into_iter().fold(self, Self::arg)
    }

    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Keeps a variable of this process from the program.
    pub(crate) fn without(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The same program, started by another: `before` first, then its own words.
    pub(crate) fn under(self, before: &[&str]) -> Self {
        let Some((first, rest)) = before.split_first() else {
            return self;
        };
        let mut outer = Self::new(first).args(rest).arg(self.command.get_program());
        outer = outer.args(self.command.get_args());
        for (key, value) in self.command.get_envs() {
            match value {
                Some(value) => outer.command.env(key, value),
                None => outer.command.env_remove(key),
            };
        }
        if let Some(folder) = self.command.get_current_dir() {
            outer.command.current_dir(folder);
        }
        outer
    }

    /// Lets the program ask its user, for `sudo` at a terminal.
    pub(crate) fn ask(mut self) -> Self {
        self.command.stdin(Stdio::inherit());
        self
    }

    /// Runs it with its output shown; fails unless it ends well.
    pub(crate) fn go(mut self) -> Result<(), Failure> {
        self.announce();
        let status = self.command.status().map_err(|e| self.cannot_start(&e))?;
        self.ended(status)
    }

    /// Runs it in silence and gives its standard output; fails unless it ends well.
    pub(crate) fn text(mut self) -> Result<String, Failure> {
        let output = self.command.output().map_err(|e| self.cannot_start(&e))?;
        if !output.status.success() {
            return Err(Failure::new(format!(
                "`{}` {}: {}",
                self.line(),
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            )));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it can be started and ends well, in silence.
    pub(crate) fn works(mut self) -> bool {
        let quiet = self.command.stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    /// Runs it with its output shown and kept. A bad end is in the status, not a failure.
    pub(crate) fn heard(mut self) -> Result<Heard, Failure> {
        self.announce();
        let mut child = self
            .command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| self.cannot_start(&e))?;
        let errors = child.stderr.take();
        let aside = thread::spawn(move || errors.map(|pipe| pass_on(pipe, std::io::stderr())));
        let mut said = child
            .stdout
            .take()
            .map(|pipe| pass_on(pipe, std::io::stdout()));
        let status = child.wait().map_err(|e| self.cannot_start(&e))?;
        let mut kept = said.take().unwrap_or_default();
        kept.push(b'\n');
        kept.extend(aside.join().ok().flatten().unwrap_or_default());
        Ok(Heard {
            status,
            said: String::from_utf8_lossy(&kept).into_owned(),
        })
    }

    fn announce(&self) {
        println!("$ {}", self.line());
        let _ = std::io::stdout().flush();
    }

    fn line(&self) -> String {
        self.words.join(" ")
    }

    fn cannot_start(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("`{}` can't be started: {error}", self.line()))
    }

    fn ended(&self, status: ExitStatus) -> Result<(), Failure> {
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "`{}` ended with {status}",
            self.line()
        )))
    }
}

/// Copies a pipe to the terminal as it comes, and keeps it.
fn pass_on(mut pipe: impl Read, mut shown: impl Write) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut buffer = [0_u8; 8192];
    while let Ok(length) = pipe.read(&mut buffer) {
        let Some(piece) = buffer.get(..length).filter(|piece| !piece.is_empty()) else {
            break;
        };
        kept.extend_from_slice(piece);
        // A closed terminal must not stop the tests.
        let _ = shown.write_all(piece).and_then(|()| shown.flush());
    }
    kept
}

/// Whether this process talks to a person who can answer.
pub(crate) fn at_a_terminal() -> bool {
    use std::io::IsTerminal;
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}
