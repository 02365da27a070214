//! The sources as the tests read them.

use std::fs;
use std::path::Path;

/// One text file of the clone.
pub(crate) struct Source {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn ends(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.path.ends_with(end))
    }

    pub(crate) fn stands_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// Whether a program wrote it: nobody reads it for its style.
    pub(crate) fn is_generated(&self) -> bool {
        self.path.contains("generated") || self.stands_in(&["src-tauri/gen/"])
    }
}

/// The code that people read: Rust, TypeScript and Vue, but what is generated.
pub(crate) fn code() -> Vec<Source> {
    all()
        .into_iter()
        .filter(|source| source.ends(&[".rs", ".ts", ".vue"]) && !source.is_generated())
        .collect()
}

/// Every text file that stands in the clone for good.
pub(crate) fn all() -> Vec<Source> {
    let root = shuangping_tests::root();
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(
        found.len() > 20,
        "only {} sources were found in {}",
        found.len(),
        root.display()
    );
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let inner = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if path.is_dir() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let not_ours =
                ["node_modules", "dist", "target", ".git", "gen"].contains(&name.as_str());
            if !not_ours && inner != "tests/data" {
                walk(root, &path, found);
            }
        } else if is_text(&inner) {
            // A file that another program is writing, or that is no UTF-8, is none of ours.
            if let Ok(text) = fs::read_to_string(&path) {
                found.push(Source { path: inner, text });
            }
        }
    }
}

fn is_text(path: &str) -> bool {
    let ends = [
        ".rs", ".ts", ".vue", ".js", ".mjs", ".css", ".html", ".sql", ".toml", ".json", ".md",
        ".py", ".yml", ".yaml", ".sh", ".ci/run",
    ];
    let lock = path.ends_with("package-lock.json");
    !lock && ends.iter().any(|end| path.ends_with(end))
}

/// Rust or TypeScript without its comments, and with every string emptied when `keep_strings` is off.
/// Line breaks stay, so that a place in it is a place in the file.
pub(crate) fn bare(text: &str, keep_strings: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let mut i = 0;
    while i < letters.len() {
        match (at(i), at(i + 1)) {
            ('/', '/') => {
                while i < letters.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            ('/', '*') => {
                while i < letters.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    if at(i) == '\n' {
                        out.push('\n');
                    }
                    i += 1;
                }
                i += 2;
            }
            // A character literal may hold a quotation mark.
            ('\'', '"') if at(i + 2) == '\'' => i += 3,
            ('\'', '\\') if at(i + 2) == '"' || at(i + 2) == '\\' => i += 4,
            ('r', '"' | '#') if raw_string(&letters, i).is_some() => {
                let end = raw_string(&letters, i).unwrap();
                copy(&letters[i..end], keep_strings, &mut out);
                i = end;
            }
            ('"', _) => {
                let start = i;
                i += 1;
                while i < letters.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i = (i + 1).min(letters.len());
                copy(&letters[start..i], keep_strings, &mut out);
            }
            (letter, _) => {
                out.push(letter);
                i += 1;
            }
        }
    }
    out
}

fn copy(string: &[char], keep: bool, out: &mut String) {
    if keep {
        out.extend(string);
    } else {
        out.push_str("\"\"");
        out.extend(string.iter().filter(|letter| **letter == '\n'));
    }
}

/// The end of the raw string that starts at `start`, if one does.
fn raw_string(letters: &[char], start: usize) -> Option<usize> {
    let before = start.checked_sub(1).map(|i| letters[i]);
    if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
        return None;
    }
    let hashes = letters[start + 1..]
        .iter()
        .take_while(|letter| **letter == '#')
        .count();
    let open = start + 1 + hashes;
    if letters.get(open) != Some(&'"') {
        return None;
    }
    let mut i = open + 1;
    while i < letters.len() {
        if letters[i] == '"'
            && letters[i + 1..]
                .iter()
                .take(hashes)
                .filter(|c| **c == '#')
                .count()
                == hashes
        {
            return Some(i + 1 + hashes);
        }
        i += 1;
    }
    None
}

/// Stops with all that was found wrong, one a line.
pub(crate) fn none(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n  {}", wrong.join("\n  "));
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let text = "let a = \"// no\"; // yes\nlet b = '\"'; /* x\n */ let c = r#\"a \" b\"#;";
    assert_eq!(
        bare(text, true),
        "let a = \"// no\"; \nlet b = ; \n let c = r#\"a \" b\"#;"
    );
    assert_eq!(
        bare(text, false),
        "let a = \"\"; \nlet b = ; \n let c = \"\";"
    );
}
