//! How the records are asked: SQL is written down, never put together.

use crate::source::{Source, bare, code, none};

const VERBS: [&str; 11] = [
    "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "REPLACE ", "CREATE ", "ALTER ", "DROP ",
    "ATTACH ", "PRAGMA ", "WITH ",
];

/// Ways to put text together while the program runs.
const JOINS: [&str; 6] = [
    "format!(",
    "write!(",
    "writeln!(",
    ".push_str(",
    "\" +",
    ".join(",
];

#[test]
fn no_sql_is_put_together_while_the_program_runs() {
    let mut wrong = Vec::new();
    // Tests are left out: they tamper with records, and no verb of the store can do that.
    let product =
        |source: &&Source| source.stands_in(&["crates/store/src/"]) && !source.ends(&["/tests.rs"]);
    for source in code().iter().filter(product) {
        let mut line = 1;
        let text = source
            .text
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default();
        // A statement of Rust is as far as a string and what is done to it can be seen together.
        for statement in bare(text, true).split_inclusive([';', '{', '}']) {
            let verbs = VERBS.iter().any(|verb| {
                statement.contains(&format!("\"{verb}"))
                    || statement
                        .lines()
                        .any(|row| row.trim_start().starts_with(verb))
            });
            // SQLCipher takes its raw key in no other way; it is hex of our own making.
            let key = statement.contains("\"PRAGMA key = ");
            let file = statement.contains("include_str!(") && statement.contains(".sql");
            if (verbs && !key || file) && JOINS.iter().any(|join| statement.contains(join)) {
                wrong.push(format!("{}:{line}", source.path));
            }
            line += statement.matches('\n').count();
        }
    }
    none(&wrong, "SQL that is put together; bind its values instead");
}

#[test]
fn one_copy_of_sqlite_is_linked() {
    let lock = std::fs::read_to_string(shuangping_tests::root().join("Cargo.lock")).unwrap();
    let copies = [
        "libsqlite3-sys",
        "sqlite3-src",
        "sqlite3-sys",
        "libsql-ffi",
        "sqlx-sqlite",
        "limbo",
    ];
    let found: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .filter(|name| copies.contains(name))
        .collect();
    assert_eq!(found, ["libsqlite3-sys"]);
}
