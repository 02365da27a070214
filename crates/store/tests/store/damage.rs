//! A damaged file is refused, whatever the damage: never accepted, never a panic, never written to.

use std::fs;

use domain::op::Op;
use store::{Error, Ledger};

use crate::sample::{
    Dice, Folder, assignment, at, host_school, key, new_ledger, report, rounds, teacher,
};

const MUTANTS: usize = 500;
const SECTOR: usize = 512;

#[test]
fn no_damaged_file_is_accepted_and_none_is_written_to() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    let mut ledger = new_ledger(&path);
    ledger
        .transact::<_, Error>(Op::ImportRoster, at(), |tx| {
            tx.add_school(&host_school())?;
            (1..=40).try_for_each(|number| tx.add_teacher(&teacher(number, "林一")))?;
            tx.add_assignment(&assignment(1, 1))?;
            let mut report = report(1, 1);
            report.pdf = vec![0x20; 50_000];
            tx.add_report(&report)
        })
        .unwrap();
    drop(ledger);
    let whole = fs::read(&path).unwrap();

    let damaged = folder.join("damaged.spl");
    for _ in 0..20 {
        fs::write(&damaged, &whole).unwrap();
        drop(Ledger::open(&damaged, &key()).unwrap());
        assert!(fs::read(&damaged).unwrap() == whole);
    }
    let mut dice = Dice::new();
    for number in 0..rounds(MUTANTS) {
        let mut bytes = whole.clone();
        let place = dice.below(bytes.len());
        let what = match number % 5 {
            0 => {
                bytes[place] ^= 1 << dice.below(8);
                "bit"
            }
            1 => {
                bytes.truncate(place);
                "cut short"
            }
            2 => {
                let from = place / SECTOR * SECTOR;
                bytes[from..from + SECTOR].fill(0);
                "zeroed sector"
            }
            3 => {
                let end = (place + 64).min(bytes.len());
                bytes[place..end].fill_with(|| dice.below(256).try_into().unwrap());
                "garbage"
            }
            _ => {
                // Whole pages in each other's place: each has a valid digest.
                let page = 4096;
                let pages = bytes.len() / page;
                let (one, other) = (dice.below(pages), dice.below(pages - 1));
                let other = if other >= one { other + 1 } else { other };
                let saved = bytes[one * page..(one + 1) * page].to_vec();
                bytes.copy_within(other * page..(other + 1) * page, one * page);
                bytes[other * page..(other + 1) * page].copy_from_slice(&saved);
                "swapped pages"
            }
        };
        fs::write(&damaged, &bytes).unwrap();
        let error = Ledger::open(&damaged, &key()).err();
        let code = error.as_ref().map(Error::code);
        assert!(
            matches!(code, Some("STORE-DAMAGED" | "STORE-KEY")),
            "mutant {number}, {what} at {place}: {error:?}"
        );
        assert!(
            fs::read(&damaged).unwrap() == bytes,
            "mutant {number} was written to"
        );
    }
}
