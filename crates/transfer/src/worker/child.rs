//! The child's side.
//!
//! Must never: write anywhere but to the pipe.

use std::io::{self, BufRead, Read, Write};

use domain::refusal::Refusal;

use super::wire::{Answer, Request};
use crate::error::unreadable;
use crate::{limits, roster};

/// Serves one request and ends. Call it first of all when the program was started with [`super::ARGUMENT`].
///
/// # Errors
/// When the pipe breaks or the request is none; there is nobody to tell, so the program should just end.
pub fn serve(input: impl Read, mut output: impl Write) -> io::Result<()> {
    // A panic on a foreign file is expected here and becomes a refusal; its text could hold a cell.
    std::panic::set_hook(Box::new(|_| {}));
    bound_myself();
    let mut input = io::BufReader::new(input);
    let mut header = String::new();
    input
        .by_ref()
        .take(limits::WORKER_HEADER_BYTES)
        .read_line(&mut header)?;
    let request: Request = serde_json::from_str(&header)?;
    let mut bytes = Vec::new();
    input
        .take(request.bytes.min(limits::FILE_BYTES.saturating_add(1)))
        .read_to_end(&mut bytes)?;
    let answer = Answer::of(read(&request, &bytes));
    drop(bytes);
    serde_json::to_writer(io::BufWriter::new(&mut output), &answer)?;
    output.flush()
}

fn read(request: &Request, bytes: &[u8]) -> Result<roster::RosterReading, Refusal> {
    let today = request.today.parse().map_err(|_| unreadable())?;
    std::panic::catch_unwind(|| roster::read(bytes, request.encoding(), today))
        .unwrap_or_else(|_| Err(unreadable()))
}

/// Limits that hold even when a library below runs wild. They are a second fence, so the work goes on when the
/// system does not grant one.
#[cfg(target_os = "linux")]
fn bound_myself() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |resource, amount| {
        let _ = setrlimit(
            resource,
            Rlimit {
                current: Some(amount),
                maximum: Some(amount),
            },
        );
    };
    limit(Resource::Core, 0);
    limit(Resource::Fsize, 0);
    limit(Resource::Cpu, limits::WORKER_TIME.as_secs());
    limit(
        Resource::As,
        mapped_bytes().saturating_add(limits::WORKER_MEMORY_BYTES),
    );
}

/// What the program has mapped already; a window's libraries alone are hundreds of megabytes of address space.
#[cfg(target_os = "linux")]
fn mapped_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kibibytes: Option<u64> = status
        .lines()
        .find_map(|line| line.strip_prefix("VmSize:"))
        .and_then(|size| size.trim().trim_end_matches("kB").trim().parse().ok());
    kibibytes.unwrap_or_default().saturating_mul(1024)
}

#[cfg(not(target_os = "linux"))]
fn bound_myself() {}
