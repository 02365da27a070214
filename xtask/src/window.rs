//! A screen and a message bus for the window where there is none.

use crate::run::Run;

/// Whether a window can be shown to a person here.
pub(crate) fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Runs it on a screen of its own, of the size the program must fit on, with a bus of its own:
/// the tests must neither show on the developer's desktop nor meet a program that already runs there.
pub(crate) fn on_own_screen(run: Run) -> Run {
    run.under(&[
        "dbus-run-session",
        "--",
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1366x768x24",
    ])
    .env("WAYLAND_DISPLAY", "")
    .env("GDK_BACKEND", "x11")
}
