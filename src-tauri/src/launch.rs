//! How the program was started: its arguments and its surroundings.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// The switch that lets another program drive the page. Tests of a debug build need it, nobody else.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// How the program was started.
#[derive(Debug, Clone)]
pub struct Launch {
    /// When.
    pub started: Instant,
    /// `--practice`: the practice school is opened at once.
    pub opens_practice: bool,
    /// `SHUANGPING_DATA`: the data folder, instead of the system's.
    pub folder: Option<PathBuf>,
    /// `SHUANGPING_FIRST_SCREEN=1`: measure the first screen, say it and end.
    pub measures_first_screen: bool,
    /// `SHUANGPING_SAVE_TO`: answers every question where to save. Tests cannot drive the system's dialogs;
    /// heard only in debug builds or with `--practice`.
    pub saves_to: Option<PathBuf>,
}

impl Launch {
    /// Reads arguments and environment of this process.
    pub fn read(started: Instant) -> Self {
        let opens_practice = std::env::args_os()
            .skip(1)
            .any(|argument| argument == "--practice");
        let path = |name: &str| {
            std::env::var_os(name)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        };
        let is_seam_open = opens_practice || cfg!(debug_assertions);
        Self {
            started,
            opens_practice,
            folder: path("SHUANGPING_DATA"),
            measures_first_screen: path("SHUANGPING_FIRST_SCREEN").is_some(),
            saves_to: path("SHUANGPING_SAVE_TO").filter(|_| is_seam_open),
        }
    }

    /// In a release build that was started with the switch for automation: starts again without it, and
    /// answers that one's exit code. (Taking a variable from the running process is unsafe in Rust.)
    pub(crate) fn without_automation(&self) -> Option<ExitCode> {
        if cfg!(debug_assertions) || std::env::var_os(AUTOMATION).is_none() {
            return None;
        }
        let again = std::env::current_exe().and_then(|program| {
            Command::new(program)
                .args(std::env::args_os().skip(1))
                .env_remove(AUTOMATION)
                .status()
        });
        Some(match again {
            Ok(status) => {
                let code = status.code().and_then(|code| u8::try_from(code).ok());
                code.map_or(ExitCode::FAILURE, ExitCode::from)
            }
            Err(error) => {
                complain(&format!("程序没有启动：{error}"));
                ExitCode::FAILURE
            }
        })
    }
}

/// A sentence for whoever started the program from a terminal.
pub(crate) fn complain(sentence: &str) {
    // Without a terminal there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
