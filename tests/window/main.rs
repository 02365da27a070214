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

mod driver;
mod hand;
mod posting;
mod selection;

use std::path::{Path, PathBuf};

use driver::Window;

/// 1366×768 at 125 % leaves the page about this wide.
const NARROW: u32 = 1093;

/// The widest part of the page must not be wider than the page itself.
const OVERFLOW: &str =
    "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

/// True once the screen behind a place of the navigation is there and its lists are read.
fn at_rest(screen: &str) -> String {
    format!(
        "return !!document.querySelector('[data-test={screen}][aria-current=page]') \
            && !!document.querySelector('h1') && !document.querySelector('[aria-busy=true]')"
    )
}

/// The screens, by the mark of their place in the navigation.
const SCREENS: [&str; 12] = [
    "nav-home",
    "nav-school",
    "nav-teacher",
    "nav-policy",
    "nav-calendar",
    "nav-selection",
    "nav-assignment",
    "nav-appraisal",
    "nav-feedback",
    "nav-report",
    "nav-settings",
    "nav-help",
];

#[tokio::test]
async fn every_screen_opens_without_scrolling_sideways_and_without_barriers() {
    let window = Window::open("screens", &["--practice"]).await;
    window.see("home").await;
    window.resize(NARROW, 540).await;
    for screen in SCREENS {
        window.click(screen).await;
        window
            .wait_for("the screen to come to rest", async || {
                window.ask(&at_rest(screen)).await == true
            })
            .await;
        check(&window, screen).await;
    }
    window.close().await;
}

/// Keeps a picture of the screen as it stands, and holds it to its width and to axe-core.
async fn check(window: &Window, screen: &str) {
    window.picture(screen).await;
    assert_eq!(window.ask(OVERFLOW).await, 0, "{screen} scrolls sideways");
    let barriers = window.barriers().await;
    assert!(barriers.is_empty(), "{screen}: {barriers:#?}");
}

#[tokio::test]
async fn a_principal_imports_a_roster_scores_signs_for_both_schools_and_finds_the_file() {
    let window = Window::open("year-end", &["--practice"]).await;
    window.see("home").await;
    import_roster(&window).await;
    score(&window).await;
    sign(&window, "sign-host").await;
    sign(&window, "sign-sending").await;
    let file = save(&window).await;
    verify(&window, &file).await;
    window.close().await;
}

/// One of those whom the practice school leaves to be finished: scored by the host, signed by nobody.
const PERSON: &str = "苗翀";

async fn import_roster(window: &Window) {
    window.click("nav-teacher").await;
    window.click("roster-open").await;
    let roster = shuangping_tests::root().join("tests/data/roster-typical.xlsx");
    window.upload("roster-file", &roster).await;
    window.read("roster-count-accepted", "64").await;
    window.picture("roster").await;
    window.click("roster-confirm").await;
    window.read("roster-said", "64").await;
    window.click("roster-close").await;
}

async fn score(window: &Window) {
    window.click("nav-appraisal").await;
    window.type_into("appraisal-search", PERSON).await;
    window
        .wait_for("one person to be left", async || {
            window.count("appraisal-person").await == 1
        })
        .await;
    window.click("appraisal-person").await;
    window.read("appraisal-heading", PERSON).await;
    window.type_into("score-H1.1", "7.5").await;
    for (mark, points) in [
        ("sending-S1", "32"),
        ("sending-S2", "13.5"),
        ("sending-S3", "18"),
        ("sending-S4", "13"),
        ("sending-S5", "14"),
    ] {
        window.type_into(mark, points).await;
    }
    window.read("live-sending", "90.5").await;
    window.picture("scores").await;
    window.click_at("#tab-sending").await;
    window
        .type_into("sending-opinion", "材料经核对属实，同意受援学校评价。")
        .await;
    // What was typed is saved by itself; the score of the year comes from the records.
    window
        .wait_for("the score of the year", async || {
            window.shown("year-score").await.contains('.')
        })
        .await;
}

async fn sign(window: &Window, button: &str) {
    window.click("nav-home").await;
    window.click("nav-report").await;
    choose(window).await;
    window.click(button).await;
    window.type_into("sign-passphrase", "样例学校").await;
    window.click("sign-tick").await;
    window.picture(button).await;
    window.click("sign-confirm").await;
    window.read("batch-result", "1").await;
    window.see_gone("sign-dialog").await;
    window.picture(&format!("{button}-done")).await;
}

async fn choose(window: &Window) {
    window.type_into("report-search", PERSON).await;
    window
        .wait_for("one report to be left", async || {
            window.count("report-grid-row").await == 1
        })
        .await;
    window.click("report-grid-choose").await;
}

async fn save(window: &Window) -> PathBuf {
    window.click("nav-home").await;
    window.click("nav-report").await;
    choose(window).await;
    window.click("report-save").await;
    let folder = window.saves();
    let found = || {
        let mut files = std::fs::read_dir(&folder).ok()?;
        files.find_map(|file| Some(file.ok()?.path()).filter(|path| is_of(path, PERSON)))
    };
    window
        .wait_for("the saved report", async || found().is_some())
        .await;
    found().expect("it was just there")
}

fn is_of(path: &Path, person: &str) -> bool {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.is_some_and(|name| name.contains(person) && name.ends_with(".pdf"))
}

async fn verify(window: &Window, file: &Path) {
    window.click_at("#tab-verify").await;
    window.upload("verify-file", file).await;
    window
        .wait_for("the file to be called intact", async || {
            window
                .ask("return document.querySelector('[data-test=verify-result]')?.dataset.status")
                .await
                == "intact"
        })
        .await;
    assert_eq!(window.count("verify-signature").await, 2);
    window.picture("verified").await;
    // And by a judge that we did not write.
    let said = std::process::Command::new("pdfsig")
        .arg(file)
        .output()
        .expect("pdfsig is installed (poppler-utils)");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert_eq!(said.matches("Signature is Valid").count(), 2, "{said}");
}
