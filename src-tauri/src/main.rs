//! The program: the window, or (as `--worker`) the reader of one foreign file.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let started = Instant::now();
    // A worker meets hostile files: it must never hold the records or a window.
    if app::worker::is_worker() {
        return ExitCode::from(app::worker::serve());
    }
    shuangping_window::run(started)
}
