//! The border between the page and Rust: what the page may call is written down three times
//! (build script, handlers, capability), and the three must say the same.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::source::{Source, all, bare, none};

/// What the page may load and reach. `ipc:` carries its calls, `paper:` the pages it shows.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; \
    connect-src 'self' ipc: http://ipc.localhost paper: http://paper.localhost; \
    worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// What the page may ask of Tauri itself: to hear events, and to name and close its own window.
const OF_TAURI: [&str; 6] = [
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:window:allow-close",
    "core:window:allow-destroy",
    "core:window:allow-set-title",
    "core:webview:allow-set-webview-zoom",
];

fn window_sources() -> Vec<Source> {
    all()
        .into_iter()
        .filter(|source| source.stands_in(&["src-tauri/"]))
        .collect()
}

fn text(path: &str) -> String {
    let path = shuangping_tests::root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

/// The commands of the build script: without them there Tauri checks no command at all.
fn declared() -> BTreeSet<String> {
    let build = bare(&text("src-tauri/build.rs"), true).replace("\\\"", "");
    assert!(
        build.contains("AppManifest"),
        "src-tauri/build.rs names no commands"
    );
    let is_command = |word: &&str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    build
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(is_command)
        .map(str::to_owned)
        .collect()
}

/// The commands that the program answers.
fn handled() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in window_sources()
        .iter()
        .filter(|source| source.ends(&[".rs"]))
    {
        for list in bare(&source.text, false)
            .split("generate_handler![")
            .skip(1)
        {
            let list = list.split(']').next().unwrap();
            let names = list
                .split(',')
                .map(str::trim)
                .filter(|path| !path.is_empty());
            found.extend(names.map(|path| path.rsplit("::").next().unwrap().trim().to_owned()));
        }
    }
    found
}

/// The functions that are marked as commands.
fn marked() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in window_sources()
        .iter()
        .filter(|source| source.ends(&[".rs"]))
    {
        for piece in bare(&source.text, false).split("#[tauri::command").skip(1) {
            let name = piece.split("fn ").nth(1).unwrap();
            let end = name
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap();
            found.insert(name[..end].to_owned());
        }
    }
    found
}

fn permissions() -> Vec<String> {
    let listed = json("src-tauri/capabilities/main.json")["permissions"].clone();
    let listed = listed.as_array().unwrap();
    listed
        .iter()
        .map(|one| one.as_str().expect("a permission is a name").to_owned())
        .collect()
}

#[test]
fn the_page_may_call_what_the_program_answers_and_nothing_else() {
    let permitted: BTreeSet<String> = permissions()
        .iter()
        .filter_map(|name| name.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    assert!(!handled().is_empty(), "no handler was found");
    assert_eq!(marked(), handled(), "commands and handlers");
    assert_eq!(declared(), handled(), "the build script and the handlers");
    assert_eq!(permitted, handled(), "the capability and the handlers");
}

#[test]
fn the_page_is_given_nothing_of_the_machine() {
    let wrong: Vec<String> = permissions()
        .into_iter()
        .filter(|name| !name.starts_with("allow-") && !OF_TAURI.contains(&name.as_str()))
        .collect();
    none(&wrong, "permissions beyond our own commands");
    let capability = json("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert_ne!(capability["local"], Value::Bool(false));
    assert_eq!(capability["remote"], Value::Null);
    let folder = shuangping_tests::root()
        .join("src-tauri")
        .join("capabilities");
    assert_eq!(
        fs::read_dir(folder).unwrap().count(),
        1,
        "one capability and no other"
    );
}

#[test]
fn the_page_loads_nothing_from_elsewhere() {
    let app = json("src-tauri/tauri.conf.json")["app"].clone();
    assert_eq!(app["security"]["csp"], Value::from(CSP));
    assert_eq!(app["security"]["devCsp"], Value::Null);
    // Object.prototype is frozen by a script of ours: Tauri's own way breaks a library of the page.
    assert!(text("src-tauri/src/window.rs").contains("include_str!(\"freeze.js\")"));
    assert!(text("src-tauri/src/freeze.js").contains("Object.freeze(root)"));
    assert_ne!(
        app["security"]["dangerousDisableAssetCspModification"],
        Value::Bool(true)
    );
    assert_ne!(
        app["security"]["assetProtocol"]["enable"],
        Value::Bool(true)
    );
    assert_ne!(app["withGlobalTauri"], Value::Bool(true));
    let page = text("ui/index.html");
    assert!(!page.contains("<style") && !page.contains("http://") && !page.contains("https://"));
}
