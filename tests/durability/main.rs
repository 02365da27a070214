//! The program is killed while it works, at a moment left to chance. Afterwards the records open, `check` finds
//! them whole, and what was begun is either there or not there. The records themselves are tested for this in
//! `store`; here it is the whole program, with its worker, its files and its order of doing things.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use shuangping_tests::chance::Chance;
use shuangping_tests::desk::{Desk, word};
use shuangping_tests::ground::{Ground, YEAR};
use shuangping_tests::root;

const KILLS: usize = 10;

/// A desk with a copy of the ground's records: every kill begins from the same state.
fn copy(ground: &Ground, name: &str) -> Desk {
    let desk = Desk::new(&ground.join(name)).unwrap();
    fs::create_dir_all(desk.data()).unwrap();
    let file = app::session::LEDGER_FILE;
    fs::copy(ground.desk.data().join(file), desk.data().join(file)).unwrap();
    desk
}

/// How long the command takes when nobody disturbs it.
fn undisturbed(desk: &Desk, words: &[&str]) -> Duration {
    let started = Instant::now();
    let status = desk.start(words).wait().unwrap();
    assert!(status.success(), "{words:?}: {status}");
    started.elapsed()
}

/// Kills the command when so much of `whole` has passed; answers how it ended.
fn killed_after(desk: &Desk, words: &[&str], whole: Duration, percent: usize) -> ExitStatus {
    let mut child: Child = desk.start(words);
    // The moment itself is what is left to chance: nothing is waited for.
    std::thread::sleep(whole * u32::try_from(percent).unwrap() / 100);
    child.kill().unwrap();
    child.wait().unwrap()
}

fn require_whole(desk: &Desk) {
    let check = desk.run(&["check"]).done();
    assert_eq!(
        (&check["whole"], &check["faults"]),
        (&json!(true), &json!([])),
        "{check}"
    );
}

/// A moment between a third of the work and a little after its end: the first third only derives the key.
fn moment(chance: &mut Chance) -> usize {
    30 + chance.below(80)
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let ground = Ground::new("killed-import").unwrap();
    let roster = word(&root().join("tests/data/roster-typical.xlsx"));
    let words = ["import", "roster", roster.as_str()];
    let whole = undisturbed(&copy(&ground, "frei"), &words);
    let mut chance = Chance::seeded("killed imports", 9);
    let mut kept = Vec::new();
    for number in 0..KILLS {
        let desk = copy(&ground, &format!("{number}"));
        let percent = moment(&mut chance);
        let status = killed_after(&desk, &words, whole, percent);
        require_whole(&desk);
        let teachers = desk
            .run(&["teachers", "list"])
            .done()
            .as_array()
            .unwrap()
            .len();
        assert!(
            [0, 64].contains(&teachers),
            "{teachers} teachers after {percent} %: {status}"
        );
        let again = desk.run(&words).done();
        assert_eq!(again["unchanged"], teachers, "{again}");
        assert_eq!(
            desk.run(&["teachers", "list"])
                .done()
                .as_array()
                .unwrap()
                .len(),
            64
        );
        kept.push(format!("{percent} %: {teachers}"));
    }
    println!("undisturbed {whole:?}; {}", kept.join(", "));
}

#[test]
fn making_reports_that_is_killed_leaves_whole_files_and_no_lost_number() {
    let ground = Ground::new("killed-reports").unwrap();
    for name in ["苏一诺", "覃山", "卓然"] {
        let _ = ground.ready(name);
    }
    let words = |out: &Path| {
        ["report", "make", "--year", YEAR, "--out"]
            .map(str::to_owned)
            .into_iter()
            .chain([word(out)])
            .collect::<Vec<String>>()
    };
    let run = |desk: &Desk, out: &Path, percent: usize, whole: Duration| {
        let words = words(out);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if percent == 0 {
            return undisturbed(desk, &words);
        }
        let _ = killed_after(desk, &words, whole, percent);
        whole
    };
    let free = copy(&ground, "frei");
    let whole = run(&free, &ground.join("frei-out"), 0, Duration::ZERO);
    let mut chance = Chance::seeded("killed reports", 17);
    let mut kept = Vec::new();
    for number in 0..KILLS {
        let desk = copy(&ground, &format!("{number}"));
        let out = ground.join(&format!("{number}-out"));
        let percent = moment(&mut chance);
        run(&desk, &out, percent, whole);
        require_whole(&desk);
        let left = finished(&out);
        let made = desk
            .run(&words(&out).iter().map(String::as_str).collect::<Vec<_>>())
            .done();
        for (path, bytes) in &left {
            assert!(
                &fs::read(path).unwrap() == bytes,
                "{} was torn",
                path.display()
            );
        }
        assert_eq!(
            numbers(&made),
            ["JL-2025-0001", "JL-2025-0002", "JL-2025-0003"]
        );
        require_whole(&desk);
        kept.push(format!("{percent} %: {}", left.len()));
    }
    println!("undisturbed {whole:?}; {}", kept.join(", "));
}

/// The files that lie in the folder under their final names.
fn finished(out: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(out) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "pdf"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

fn numbers(made: &Value) -> Vec<&str> {
    let reports = made["reports"].as_array().unwrap();
    let mut numbers: Vec<&str> = reports
        .iter()
        .map(|r| r["number"].as_str().unwrap())
        .collect();
    numbers.sort_unstable();
    numbers
}
