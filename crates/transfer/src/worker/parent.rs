//! The caller's side.
//!
//! Must never: wait for ever, or believe that the child answers.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;
use domain::refusal::Refusal;

use super::ARGUMENT;
use super::wire::{Answer, Request};
use crate::error::{SLOW, too_large, unreadable};
use crate::roster::RosterReading;
use crate::sheet::Encoding;
use crate::{Error, limits};

/// Reads a roster in a child process: `exe` is the program itself, which serves with [`super::serve`] when its
/// only argument is [`ARGUMENT`]. Blocks for [`limits::WORKER_TIME`] at most.
///
/// # Errors
/// [`Error::Refused`] when the file is refused, when it kills the child or when it takes too long;
/// [`Error::Worker`] when no child could be started.
pub fn read_in_child(
    exe: &Path,
    bytes: Vec<u8>,
    encoding: Encoding,
    today: NaiveDate,
) -> Result<RosterReading, Error> {
    read_within(exe, bytes, encoding, today, limits::WORKER_TIME)
}

fn read_within(
    exe: &Path,
    bytes: Vec<u8>,
    encoding: Encoding,
    today: NaiveDate,
    patience: Duration,
) -> Result<RosterReading, Error> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > limits::FILE_BYTES {
        return Err(Error::Refused(too_large(format!(
            "文件超过{}MB,不像教师花名册",
            limits::FILE_BYTES / 1024 / 1024
        ))));
    }
    let request = Request::new(size, encoding, today);
    let mut child = Ending(start(exe).map_err(|source| Error::Worker { source })?);
    let answer = exchange(&mut child.0, &request, bytes, patience)
        .map_err(|source| Error::Worker { source })?;
    // `Ending` kills and collects the child on every way out.
    match answer {
        Heard::Nothing => Err(Error::Refused(unreadable())),
        Heard::TooLate => Err(Error::Refused(Refusal::new(
            SLOW,
            format!(
                "文件读取超过{}秒，已停止。文件可能含异常内容，请另存为新的 .xlsx 文件再导入",
                patience.as_secs()
            ),
        ))),
        Heard::Answer(answer) => {
            let answer: Answer =
                serde_json::from_slice(&answer).map_err(|_| Error::Refused(unreadable()))?;
            answer.into_reading().map_err(Error::Refused)
        }
    }
}

enum Heard {
    Answer(Vec<u8>),
    Nothing,
    TooLate,
}

/// A child that does not outlive its caller's interest.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        // It may be gone already; then both do nothing.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(exe: &Path) -> io::Result<Child> {
    let mut command = Command::new(exe);
    command
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // CREATE_NO_WINDOW: no black window flashes up.
        command.creation_flags(0x0800_0000);
    }
    command.spawn()
}

/// Writes the request and reads the answer at the same time, so that neither side waits for a full pipe.
fn exchange(
    child: &mut Child,
    request: &Request,
    bytes: Vec<u8>,
    patience: Duration,
) -> io::Result<Heard> {
    let missing = || io::Error::other("no pipe");
    let mut input = child.stdin.take().ok_or_else(missing)?;
    let output = child.stdout.take().ok_or_else(missing)?;
    let header = request.line()?;
    // A child that died leaves a broken pipe; its silence says enough. Both threads end with the child's pipes.
    thread::Builder::new().spawn(move || {
        let _ = input
            .write_all(header.as_bytes())
            .and_then(|()| input.write_all(&bytes));
    })?;
    let (send, receive) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let mut answer = Vec::new();
        let outcome = output
            .take(limits::WORKER_ANSWER_BYTES)
            .read_to_end(&mut answer);
        let _ = send.send(outcome.map(|_| answer));
    })?;
    Ok(match receive.recv_timeout(patience) {
        Ok(Ok(answer)) if !answer.is_empty() => Heard::Answer(answer),
        Err(mpsc::RecvTimeoutError::Timeout) => Heard::TooLate,
        _ => Heard::Nothing,
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_child_that_never_answers_is_ended_and_is_a_refusal() {
        let script = std::env::temp_dir().join(format!("never-answers-{}", std::process::id()));
        std::fs::write(&script, "#!/bin/sh\nexec sleep 600\n").unwrap();
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let outcome = read_within(
            &script,
            b"a,b".to_vec(),
            Encoding::Detected,
            today,
            Duration::from_millis(300),
        );
        std::fs::remove_file(&script).unwrap();
        assert_eq!(outcome.unwrap_err().code(), SLOW);
    }
}
