//! The worker process: the same program, started as `--worker`, reads one foreign file and ends. Whatever
//! the file does to it, the program that holds the records goes on.

use std::path::PathBuf;

use crate::failure::Failure;

/// The program that is running: it is its own worker.
///
/// # Errors
/// When the system does not know where it is.
pub(crate) fn program() -> Result<PathBuf, Failure> {
    std::env::current_exe()
        .map_err(|error| Failure::of_system("WORKER", "查找本程序的位置", &error))
}

/// True when this process was started as a worker.
pub fn is_worker() -> bool {
    std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == transfer::worker::ARGUMENT)
}

/// Reads one file from standard input and answers on standard output. Answers the process's exit code.
pub fn serve() -> u8 {
    let answered = transfer::worker::serve(std::io::stdin().lock(), std::io::stdout().lock());
    u8::from(answered.is_err())
}
