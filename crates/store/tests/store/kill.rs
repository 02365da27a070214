//! Killed in mid-action: nothing that was acknowledged is lost, and nothing is half there.

use std::time::Duration;

use store::Ledger;

use crate::child;
use crate::sample::{Dice, Folder, key, new_ledger, rounds};

const KILLS: usize = 50;

#[test]
fn what_was_acknowledged_before_a_kill_is_there_after_it() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    drop(new_ledger(&path));
    let mut dice = Dice::new();
    let mut acknowledged = 1;
    for kill in 0..rounds(KILLS) {
        let mut child = child::start("add", &path);
        assert_eq!(child.lines.recv().unwrap(), "open");
        // The moment is the subject of the test.
        std::thread::sleep(Duration::from_millis(5 + dice.below(86) as u64));
        child.process.kill().unwrap();
        child.process.wait().unwrap();
        if let Some(last) = child.lines.iter().last() {
            acknowledged = last.parse().unwrap();
        }
        let ledger = Ledger::open(&path, &key()).unwrap();
        let report = ledger.check().unwrap();
        assert!(report.is_whole(), "kill {kill}: {:?}", report.faults);
        assert!(report.log_rows >= acknowledged, "kill {kill}: lost");
        // One row of the log makes the file, and each further one adds one teacher.
        assert_eq!(
            ledger.teachers().unwrap().len() as u64,
            report.log_rows - 1,
            "kill {kill}: torn"
        );
    }
    println!("{} kills, {acknowledged} acknowledged", rounds(KILLS));
    assert!(acknowledged > KILLS as u64, "the child got to work at all");
}
