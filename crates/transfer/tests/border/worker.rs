//! The process that reads foreign files.

use std::path::Path;
use std::time::Instant;

use transfer::sheet::Encoding;
use transfer::{Error, error, limits, worker};

use crate::made::{
    Chance, claimed_strings, damage, data, far_apart, inflating, mutants, read, today,
};

fn probe() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_transfer-worker-probe"))
}

fn in_child(bytes: Vec<u8>) -> Result<transfer::roster::RosterReading, Error> {
    worker::read_in_child(probe(), bytes, Encoding::Detected, today())
}

#[test]
fn the_child_answers_exactly_what_is_read_here() {
    for name in [
        "roster-typical.xlsx",
        "roster-faulty.xlsx",
        "roster-gbk.csv",
        "roster-old.xls",
    ] {
        let bytes = data(name);
        assert_eq!(in_child(bytes.clone()).unwrap(), read(&bytes), "{name}");
    }
}

#[test]
fn bombs_are_refused_by_the_child_with_their_reason() {
    for bomb in [far_apart(), claimed_strings(), inflating()] {
        assert_eq!(in_child(bomb).unwrap_err().code(), error::LIMIT);
    }
    let refused = in_child(b"%PDF-1.7".to_vec()).unwrap_err();
    assert!(refused.to_string().contains("PDF"), "{refused}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_child_that_asks_for_too_much_memory_dies_and_is_a_refusal() {
    let folder = std::env::temp_dir().join(format!("border-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let hungry = folder.join("hungry");
    std::os::unix::fs::symlink(probe(), &hungry).unwrap();
    let outcome = worker::read_in_child(&hungry, b"a,b".to_vec(), Encoding::Detected, today());
    std::fs::remove_dir_all(&folder).unwrap();
    let refused = outcome.unwrap_err();
    assert_eq!(refused.code(), error::UNREADABLE);
    assert!(
        refused
            .to_string()
            .contains("文件无法读取（可能已损坏或含异常内容）")
    );
}

#[test]
fn damaged_old_workbooks_never_take_the_caller_down() {
    let sound = data("roster-old.xls");
    let mut chance = Chance(0x5eed_0006);
    for _ in 0..mutants(300) / 10 {
        let mut file = sound.clone();
        damage(&mut chance, &mut file);
        let _ = in_child(file);
    }
}

#[test]
fn a_child_that_cannot_be_started_is_an_error_and_no_refusal() {
    let nowhere = Path::new("/nowhere/shuangping");
    let outcome = worker::read_in_child(nowhere, b"a,b".to_vec(), Encoding::Detected, today());
    assert_eq!(outcome.unwrap_err().code(), Error::WORKER);
}

#[test]
fn a_large_honest_roster_stays_within_the_time() {
    let mut text = "姓名,性别,出生年月,任教学科,到本校时间,备注\n".to_owned();
    for number in 0..10_000 {
        text.push_str(&format!("苏一诺{number},女,1981.06,语文,2009年9月,无\n"));
    }
    let begun = Instant::now();
    let reading = in_child(text.into_bytes()).unwrap();
    assert_eq!(reading.counts.accepted, 10_000);
    println!("10,000 rows: {:?}", begun.elapsed());
    assert!(begun.elapsed() < limits::WORKER_TIME);
}
