//! The direction of the crates, read from cargo itself.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::source::{bare, code, none};

/// A member's dependencies of every kind: what a test of its own needs binds it as well.
fn members() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(shuangping_tests::root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    read["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let needs = package["dependencies"].as_array().unwrap().iter();
            let needs = needs
                .map(|need| need["name"].as_str().unwrap().to_owned())
                .collect();
            (package["name"].as_str().unwrap().to_owned(), needs)
        })
        .collect()
}

#[test]
fn dependencies_point_one_way() {
    let all: [(&str, &[&str]); 11] = [
        ("domain", &[]),
        ("store", &["domain"]),
        ("paper", &["domain"]),
        ("signing", &["domain"]),
        ("transfer", &["domain"]),
        ("app", &["domain", "paper", "signing", "store", "transfer"]),
        ("view", &["app", "domain"]),
        ("shuangping-cli", &["app", "domain", "view"]),
        ("shuangping", &["app", "domain", "view"]),
        (
            "shuangping-tests",
            &["app", "domain", "paper", "signing", "store", "transfer"],
        ),
        ("xtask", &[]),
    ];
    let members = members();
    let allowed: BTreeMap<&str, &[&str]> = all.into_iter().collect();
    let mut wrong = Vec::new();
    for (member, needs) in &members {
        let Some(may) = allowed.get(member.as_str()) else {
            wrong.push(format!("{member} has no place in the order of the house"));
            continue;
        };
        for need in needs.iter().filter(|need| members.contains_key(*need)) {
            if !may.contains(&need.as_str()) {
                wrong.push(format!("{member} depends on {need}"));
            }
        }
    }
    none(&wrong, "dependencies that point the wrong way");
}

#[test]
fn the_rules_know_only_dates_numbers_and_ids() {
    let wrong: Vec<String> = members()["domain"]
        .iter()
        .filter(|need| {
            let plain = ["chrono", "thiserror", "ulid", "pinyin"].contains(&need.as_str());
            !plain && !need.starts_with("num-")
        })
        .cloned()
        .collect();
    none(&wrong, "crates that `domain` may not know");
}

#[test]
fn developer_tasks_need_nothing_but_cargo() {
    assert_eq!(members()["xtask"], BTreeSet::new());
}

#[test]
fn each_trade_has_one_crate() {
    let only: [(&str, &[&str]); 10] = [
        ("tauri", &["shuangping"]),
        ("rusqlite", &["store"]),
        ("printpdf", &["paper"]),
        ("cms", &["signing"]),
        ("p256", &["signing"]),
        ("rsa", &["signing"]),
        ("calamine", &["transfer"]),
        ("rust_xlsxwriter", &["transfer"]),
        ("image", &["transfer"]),
        ("clap", &["shuangping-cli"]),
    ];
    let mut wrong = Vec::new();
    for (member, needs) in members() {
        for need in needs {
            let trade = if need.starts_with("tauri") {
                "tauri"
            } else {
                need.as_str()
            };
            let Some((_, may)) = only.iter().find(|(name, _)| *name == trade) else {
                continue;
            };
            if !may.contains(&member.as_str()) && member != "shuangping-tests" {
                wrong.push(format!("{member} depends on {need}"));
            }
        }
    }
    none(&wrong, "crates that stand in one place only");
}

#[test]
fn the_rules_touch_no_file_clock_chance_or_float() {
    let words = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::io",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "f32",
        "f64",
        "println",
        "eprintln",
    ];
    let mut wrong = Vec::new();
    for source in code()
        .iter()
        .filter(|source| source.stands_in(&["crates/domain/src/"]))
    {
        for (number, line) in bare(&source.text, false).lines().enumerate() {
            for word in words.iter().filter(|word| names(line, word)) {
                wrong.push(format!("{}:{} {word}", source.path, number + 1));
            }
        }
    }
    none(&wrong, "what the rules may not touch");
}

#[test]
fn only_the_window_names_tauri() {
    let wrong: Vec<String> = code()
        .iter()
        .filter(|source| source.stands_in(&["crates/"]))
        .filter(|source| {
            bare(&source.text, false)
                .lines()
                .any(|line| names(line, "tauri"))
        })
        .map(|source| source.path.clone())
        .collect();
    none(&wrong, "sources outside src-tauri that name tauri");
}

/// Whether `word` stands in `line` as a whole word.
fn names(line: &str, word: &str) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        !joins(before) && !joins(line[start + word.len()..].chars().next())
    })
}
