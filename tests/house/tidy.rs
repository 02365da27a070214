//! Marks of a source that a newcomer can read.

use crate::source::{all, bare, code, none};

const LONGEST: usize = 500;
const MEDIAN: usize = 150;

/// Words that say nothing about what stands behind them.
const EMPTY_WORDS: [&str; 8] = [
    "util", "utils", "helper", "helpers", "manager", "service", "services", "common",
];

#[test]
fn no_file_is_too_long_to_read() {
    let mut lengths: Vec<(usize, String)> = code()
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path))
        .collect();
    lengths.sort();
    let long: Vec<String> = lengths
        .iter()
        .filter(|(length, _)| *length > LONGEST)
        .map(|(length, path)| format!("{path}: {length} lines"))
        .collect();
    none(&long, "files over 500 lines");
    let (median, path) = &lengths[lengths.len() / 2];
    assert!(
        *median <= MEDIAN,
        "the median file ({path}) has {median} lines, over {MEDIAN}"
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    let wrong: Vec<String> = code()
        .iter()
        .filter(|source| source.ends(&[".rs"]))
        .filter(|source| !source.text.starts_with("//!"))
        .map(|source| source.path.clone())
        .collect();
    none(&wrong, "Rust files that do not open with //!");
}

#[test]
fn no_test_is_ignored_and_nothing_is_left_to_do() {
    // Put together here, or this file would find itself.
    let marks = [
        ["#[ig", "nore"],
        ["#[should_", "panic"],
        ["to", "do!("],
        ["unimple", "mented!("],
        ["thread::sl", "eep_ms("],
    ];
    let page = [
        ["it.sk", "ip("],
        ["it.on", "ly("],
        ["it.to", "do("],
        ["test.sk", "ip("],
        ["test.on", "ly("],
        ["test.to", "do("],
        ["describe.sk", "ip("],
        ["describe.on", "ly("],
        ["describe.to", "do("],
    ];
    let mut wrong = Vec::new();
    for source in code() {
        let marks: &[[&str; 2]] = if source.ends(&[".rs"]) { &marks } else { &page };
        for (number, line) in bare(&source.text, false).lines().enumerate() {
            for mark in marks.iter().map(|parts| parts.concat()) {
                if line.contains(&mark) {
                    wrong.push(format!("{}:{} {mark}", source.path, number + 1));
                }
            }
        }
    }
    none(&wrong, "tests that do not run, and work that is not done");
}

#[test]
fn names_say_what_stands_behind_them() {
    let mut wrong = Vec::new();
    for source in code() {
        for part in source.path.split(['/', '.']) {
            if has_empty_word(part) {
                wrong.push(format!("the path {}", source.path));
            }
        }
        for (number, line) in bare(&source.text, false).lines().enumerate() {
            let words: Vec<&str> = line
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .filter(|w| !w.is_empty())
                .collect();
            for pair in words.windows(2) {
                let declares =
                    ["mod", "struct", "enum", "trait", "class", "interface"].contains(&pair[0]);
                if declares && has_empty_word(pair[1]) {
                    wrong.push(format!("{}:{} {}", source.path, number + 1, pair[1]));
                }
            }
        }
    }
    none(&wrong, "names that say nothing");
}

/// Whether one of the words of `name` (snake, kebab or camel) is an empty one.
fn has_empty_word(name: &str) -> bool {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            words.push(String::new());
        } else if letter.is_uppercase() {
            words.push(letter.to_lowercase().collect());
        } else if let Some(last) = words.last_mut() {
            last.push(letter);
        }
    }
    words
        .iter()
        .any(|word| EMPTY_WORDS.contains(&word.as_str()))
}

#[test]
fn no_source_names_a_path_of_one_machine() {
    // Put together here, or this file would find itself.
    let places = [
        ["/wo", "rk/"],
        ["/ro", "ot/"],
        ["/ho", "me/"],
        ["/Us", "ers/"],
        [":\\Us", "ers"],
    ];
    let mut wrong = Vec::new();
    for source in all() {
        for (number, line) in source.text.lines().enumerate() {
            for place in places.iter().map(|parts| parts.concat()) {
                let starts = line.match_indices(&place).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| " \"'`=(:C".contains(c))
                });
                if starts {
                    wrong.push(format!("{}:{} {}", source.path, number + 1, line.trim()));
                }
            }
        }
    }
    none(&wrong, "paths of one machine");
}
