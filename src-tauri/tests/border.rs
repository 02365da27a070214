//! The border between page and program: handlers, build script, capability and policy say the same.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What the page may load and reach.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; \
    connect-src 'self' ipc: http://ipc.localhost paper: http://paper.localhost; \
    worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// What the page may do beside our own commands.
const OF_TAURI: [&str; 3] = [
    "core:event:allow-listen",
    "core:window:allow-close",
    "core:window:allow-set-title",
];

/// A place below this crate, read at run time: a path compiled in would be another clone's when two clones share a
/// target directory.
fn place(path: &str) -> PathBuf {
    Path::new(&std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(place(path)).unwrap()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

/// The words between two marks, one a line, without what is around them.
fn listed(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let list = text.split_once(from).unwrap().1.split_once(to).unwrap().0;
    list.split(',')
        .map(|entry| entry.trim().trim_matches('"'))
        .map(|entry| entry.rsplit("::").next().unwrap().to_owned())
        .filter(|entry| !entry.is_empty())
        .collect()
}

fn handlers() -> BTreeSet<String> {
    listed(&read("src/commands/mod.rs"), "generate_handler![", "]")
}

#[test]
fn handlers_build_script_and_capability_name_the_same_commands() {
    let built = listed(&read("build.rs"), "const COMMANDS: &[&str] = &[", "];");
    assert_eq!(handlers(), built);
    let capability = json("capabilities/main.json");
    let permitted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();
    let expected: BTreeSet<String> = handlers()
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .chain(OF_TAURI.map(str::to_owned))
        .collect();
    assert_eq!(permitted, expected);
}

#[test]
fn every_command_that_is_written_is_registered() {
    let mut written = BTreeSet::new();
    for entry in fs::read_dir(place("src/commands")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for after in text.split("#[tauri::command").skip(1) {
            let name = after
                .split_once("async fn ")
                .unwrap()
                .1
                .split_once('(')
                .unwrap()
                .0;
            written.insert(name.to_owned());
        }
    }
    assert_eq!(written, handlers());
}

#[test]
fn every_command_is_called_by_a_test() {
    let mut tests = read("tests/commands.rs");
    for entry in fs::read_dir(place("tests")).unwrap() {
        let module = entry.unwrap().path().join("mod.rs");
        tests.push_str(&fs::read_to_string(module).unwrap_or_default());
    }
    // As the first word of a call, however it is broken into lines.
    let packed: String = tests.split_whitespace().collect();
    let is_called = |name: &String| packed.contains(&format!("(\"{name}\""));
    let uncalled: Vec<String> = handlers()
        .into_iter()
        .filter(|name| !is_called(name))
        .collect();
    assert_eq!(uncalled, [""; 0]);
}

#[test]
fn there_is_one_capability_for_the_one_window_and_no_page_from_elsewhere() {
    assert_eq!(fs::read_dir(place("capabilities")).unwrap().count(), 1);
    let capability = json("capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert_eq!(capability["local"], true);
    assert!(capability.get("remote").is_none());
    assert!(capability.get("webviews").is_none());
}

#[test]
fn the_configuration_shuts_the_page_in() {
    let config = json("tauri.conf.json");
    let security = &config["app"]["security"];
    assert_eq!(security["csp"], POLICY);
    // Frozen by a script of ours: Tauri's own freezing breaks a library of the page.
    assert!(include_str!("../src/window.rs").contains("include_str!(\"freeze.js\")"));
    assert!(include_str!("../src/freeze.js").contains("Object.freeze(root)"));
    assert_eq!(security["capabilities"], serde_json::json!(["main"]));
    assert!(security.get("assetProtocol").is_none());
    assert!(
        security
            .get("dangerousDisableAssetCspModification")
            .is_none()
    );
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(config["app"]["windows"], serde_json::json!([]));
    assert!(config["build"].get("devUrl").is_none());
}

#[test]
fn no_plugin_and_no_feature_lets_the_page_out() {
    let cargo = read("Cargo.toml");
    for word in [
        "fs",
        "shell",
        "http",
        "opener",
        "clipboard",
        "process",
        "store",
        "updater",
        "websocket",
    ] {
        assert!(
            !cargo.contains(&format!("tauri-plugin-{word}")),
            "tauri-plugin-{word}"
        );
    }
    for feature in [
        "devtools",
        "protocol-asset",
        "native-tls",
        "rustls",
        "dynamic-acl",
    ] {
        assert!(!cargo.contains(&format!("\"{feature}\"")), "{feature}");
    }
}
