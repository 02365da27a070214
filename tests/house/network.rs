//! The program speaks to no network: it links no client for one, and names none.

use std::collections::BTreeSet;
use std::process::Command;

use crate::source::{bare, code, none};

/// Clients and servers of the web, and what encrypts their lines.
const CLIENTS: [&str; 24] = [
    "actix-web",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "h2",
    "hyper",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tiny_http",
    "tokio-native-tls",
    "tokio-rustls",
    "tungstenite",
    "ureq",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-websocket",
    "tauri-plugin-shell",
];

#[test]
fn no_program_links_a_client_of_the_web() {
    let mut wrong = BTreeSet::new();
    for target in [host(), "x86_64-pc-windows-msvc".to_owned()] {
        let linked = linked(&target);
        assert!(
            linked.contains("domain") && linked.contains("tauri"),
            "the tree was not read"
        );
        for name in linked
            .iter()
            .filter(|name| CLIENTS.contains(&name.as_str()))
        {
            wrong.insert(format!("{name} on {target}"));
        }
    }
    none(
        &wrong.into_iter().collect::<Vec<_>>(),
        "crates that speak to a network",
    );
}

/// The names of the crates that stand in the two programs when they are built for `target`.
/// What only builds or tests them is left out: the driver of the window's tests speaks HTTP to its browser.
fn linked(target: &str) -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}",
        ])
        .args([
            "--target",
            target,
            "--package",
            "shuangping",
            "--package",
            "shuangping-cli",
        ])
        .current_dir(shuangping_tests::root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap()
        .to_owned()
}

#[test]
fn no_source_opens_a_connection() {
    let words = [
        "std::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "tokio::net",
    ];
    let mut wrong = Vec::new();
    for source in code()
        .iter()
        .filter(|source| source.stands_in(&["crates/", "src-tauri/"]))
    {
        for (number, line) in bare(&source.text, false).lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{}:{} {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none(&wrong, "connections");
}
