//! The window: Tauri, one page, and the commands the page may call. It decides nothing.
//!
//! A command reads what the page said (`view`), calls one use case (`app`) and says what came out of it
//! (`view`). Paths and file dialogs stay here; the page holds tokens.
//!
//! Must never: hold a rule of the field, give the page a path, or reach a network.

mod commands;
mod desk;
mod dialogs;
mod launch;
mod panics;
mod papers;
mod tokens;
mod window;

use std::process::ExitCode;
use std::time::Instant;

use tauri::{Manager, RunEvent, Runtime};

pub use desk::{Desk, Surroundings};
pub use dialogs::{Dialogs, FixedFolder};
pub use launch::Launch;
pub use papers::Papers;

/// Opens the window and stays until it is closed.
pub fn run(started: Instant) -> ExitCode {
    let launch = Launch::read(started);
    if let Some(code) = launch.without_automation() {
        return code;
    }
    match start(launch) {
        Ok(code) => code,
        Err(error) => {
            launch::complain(&format!("窗口没有打开：{error}"));
            ExitCode::FAILURE
        }
    }
}

fn start(launch: Launch) -> tauri::Result<ExitCode> {
    let papers = Papers::default();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .register_uri_scheme_protocol(papers::SCHEME, papers.protocol());
    // A folder of one's own is a school of one's own: the lock on the records is the real guard.
    let builder = if launch.folder.is_none() {
        builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::bring_forward(app)
        }))
    } else {
        builder
    };
    let app = with_commands(builder)
        .setup(move |app| Ok(window::set_up(app, launch, papers)?))
        .build(context())?;
    let code = app.run_return(|app, event| {
        if let (RunEvent::Exit, Some(desk)) = (event, app.try_state::<Desk>()) {
            desk.clear();
        }
    });
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// The commands on a builder of any runtime; tests build a window that nobody sees.
pub fn with_commands<R: Runtime>(builder: tauri::Builder<R>) -> tauri::Builder<R> {
    builder.invoke_handler(commands::handler())
}

/// Configuration, screens and permissions, as they were built in.
pub fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}
