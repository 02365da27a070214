//! The catalogue of schemes: every scheme of the sources has its preset or the place of its records.

use std::collections::BTreeSet;

use domain::policy::Key;
use domain::policy::key::COMPUTED;
use shuangping_tests::root;

use crate::source;

fn rows() -> Vec<String> {
    let path = root().join("docs").join("catalogue.md");
    let text = std::fs::read_to_string(&path).unwrap();
    text.lines()
        .filter(|line| line.starts_with("| A-") || line.starts_with("| E-"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_scheme_of_the_sources_is_missing_from_the_catalogue() {
    let rows = rows();
    let named = (1..=44)
        .map(|number| format!("| A-{number} |"))
        .chain((1..=19).map(|number| format!("| E-{number:02} |")));
    for name in named {
        let found: Vec<&String> = rows.iter().filter(|row| row.starts_with(&name)).collect();
        assert_eq!(found.len(), 1, "{name}");
        let cells: Vec<&str> = found[0].split('|').map(str::trim).collect();
        assert!(cells.len() >= 7, "{}", found[0]);
        assert!(
            cells[2..=5].iter().all(|cell| !cell.is_empty()),
            "{}",
            found[0]
        );
    }
}

#[test]
fn what_the_catalogue_names_is_there() {
    for row in rows() {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        // What comes later says so; everything before that word is in this clone.
        let there = cells[4].split("later").next().unwrap();
        for path in there.split('`').skip(1).step_by(2) {
            assert!(root().join(path).exists(), "{path} is not there: {row}");
        }
    }
}

/// A screen marks what is only recorded; the mark must be true.
#[test]
fn what_the_program_computes_with_is_named_so_and_nothing_else_is() {
    let mut used = BTreeSet::new();
    for source in source::code() {
        let is_told_elsewhere = source.path.contains("/tests")
            || source.path.contains("policy/preset")
            || source.ends(&["policy/key.rs", "policy/edited.rs"]);
        if !source.stands_in(&["crates/"]) || is_told_elsewhere {
            continue;
        }
        let code = source.text.split("#[cfg(test)]").next().unwrap();
        for rest in code.split("Key::").skip(1) {
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(rest.len());
            used.insert(rest[..end].to_owned());
        }
    }
    let all: BTreeSet<String> = Key::ALL.iter().map(|key| format!("{key:?}")).collect();
    let used: BTreeSet<String> = used.intersection(&all).cloned().collect();
    let named: BTreeSet<String> = COMPUTED.iter().map(|key| format!("{key:?}")).collect();
    assert_eq!(used, named);
}
