//! The window, driven as a person drives it: the built program, its own engine, its real records.
//!
//! Linux only. It needs a screen and a message bus of its own, which `cargo xtask test` brings; run by hand:
//! `dbus-run-session -- xvfb-run -a -s '-screen 0 1366x768x24' cargo test -p shuangping-tests --test window`.
//! It knows the page by its `data-test` marks alone, never by its words or its style.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing it did not expect"
)]

#[expect(dead_code, reason = "no flow gives a file or asks for the records yet")]
mod driver;
#[expect(dead_code, reason = "the first flow only looks")]
mod hand;

use driver::Window;

#[tokio::test]
async fn the_practice_school_opens_at_home() {
    let window = Window::open("practice", &["--practice"]).await;
    window.see("home").await;
    window.picture("home").await;
    window.close().await;
}
