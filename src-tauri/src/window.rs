//! The one window: made here, shut in, and brought forward when the program is started twice.

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindowBuilder};

use crate::desk::{Desk, Surroundings};
use crate::dialogs::{Dialogs, FixedFolder, SystemDialogs};
use crate::launch::Launch;
use crate::panics;
use crate::papers::Papers;

/// Label of the window, as the capability names it.
const LABEL: &str = "main";
const TITLE: &str = "双评 — 交流教师双校考核";

/// Sets up data folder, desk and window.
pub(crate) fn set_up<R: Runtime>(
    app: &mut App<R>,
    launch: Launch,
    papers: Papers,
) -> tauri::Result<()> {
    let folder: PathBuf = match &launch.folder {
        Some(folder) => folder.clone(),
        None => app.path().app_data_dir()?,
    };
    panics::listen(&folder);
    // The place and size of the window are kept beside the records they belong to.
    let state = folder.join("window.json").to_string_lossy().into_owned();
    app.handle().plugin(
        tauri_plugin_window_state::Builder::new()
            .with_filename(state)
            .build(),
    )?;

    let dialogs: Box<dyn Dialogs> = match launch.saves_to.clone() {
        Some(folder) => Box::new(FixedFolder(folder)),
        None => Box::new(SystemDialogs(app.handle().clone())),
    };
    let handle = app.handle().clone();
    let desk = Desk::new(Surroundings {
        folder: folder.clone(),
        papers,
        dialogs,
        printing: app::printing::of_this_system(),
        // Nobody may be listening yet, or any more.
        tell: Box::new(move |event, what| drop(handle.emit(event, what))),
        first_screen: launch.measures_first_screen.then_some(launch.started),
        opens_practice: launch.opens_practice,
        worker: None,
    });
    app.manage(desk.clone());
    // The page asks for the session first; the practice school is made while the page is still loading.
    if launch.opens_practice {
        std::thread::spawn(move || desk.prepare());
    }
    open(app, launch.folder)
}

fn open<R: Runtime>(app: &App<R>, own_folder: Option<PathBuf>) -> tauri::Result<()> {
    let mut window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title(TITLE)
        .inner_size(1366.0, 768.0)
        .min_inner_size(1000.0, 520.0)
        .initialization_script(include_str!("freeze.js"))
        .prevent_overflow()
        .center()
        // The system's own handler would swallow files that are dropped on the page.
        .disable_drag_drop_handler()
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    if let Some(folder) = own_folder {
        window = window.data_directory(folder.join("page"));
    }
    window.build()?;
    Ok(())
}

/// The page is the only place there is.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Shows the window to somebody who has started the program a second time.
pub(crate) fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window manager may refuse; the window is there all the same.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_go_nowhere_else() {
        assert!(is_own_page(
            &Url::parse("tauri://localhost/index.html#/home").unwrap()
        ));
        for elsewhere in [
            "https://example.org/",
            "http://127.0.0.1:5173/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://elsewhere/",
            "about:blank",
        ] {
            assert!(!is_own_page(&Url::parse(elsewhere).unwrap()), "{elsewhere}");
        }
    }
}
