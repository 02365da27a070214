//! A printer that only writes down what it was asked.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing it did not expect"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::{Job, Lp, Printing};

const PDF: &[u8] = b"%PDF-1.7 a paper of an invented teacher";

/// A folder of this test with two programs in it, removed afterwards.
struct Office(PathBuf);

impl Office {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("printing-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("jobs")).unwrap();
        Self(folder)
    }

    fn program(&self, name: &str, lines: &str) {
        let path = self.0.join(name);
        fs::write(
            &path,
            format!("#!/bin/sh\ncd '{}'\n{lines}\n", self.0.display()),
        )
        .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn printing(&self) -> Lp {
        Lp::with(
            self.0.join("lp"),
            self.0.join("lpstat"),
            self.0.join("jobs"),
        )
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn job() -> Job {
    Job {
        printer: "办公室 A4; rm -rf *".to_owned(),
        copies: 2,
        is_duplex: true,
        title: "考核报告 $(whoami) `id`".to_owned(),
    }
}

fn left_behind(folder: &Path) -> usize {
    fs::read_dir(folder.join("jobs")).unwrap().count()
}

#[test]
fn the_paper_and_every_wish_reach_the_queue_as_they_are() {
    let office = Office::new("wishes");
    office.program("lp", "printf '%s\\n' \"$@\" > asked\nfor last; do :; done\ncat \"$last\" > taken\nstat -c %a \"$last\" \"$(dirname \"$last\")\" > modes");
    office.printing().print(PDF, &job()).unwrap();
    let asked = office.read("asked");
    let asked: Vec<&str> = asked.lines().collect();
    assert_eq!(
        asked[..11],
        [
            "-d",
            "办公室 A4; rm -rf *",
            "-n",
            "2",
            "-t",
            "考核报告 $(whoami) `id`",
            "-o",
            "media=A4",
            "-o",
            "sides=two-sided-long-edge",
            "--"
        ]
    );
    assert_eq!(fs::read(office.0.join("taken")).unwrap(), PDF);
    assert_eq!(
        office.read("modes"),
        "600\n700\n",
        "nobody else may read the paper"
    );
    assert_eq!(left_behind(&office.0), 0);
}

#[test]
fn a_queue_that_refuses_is_named_and_leaves_no_paper_behind() {
    let office = Office::new("refuses");
    office.program(
        "lp",
        "echo 'lp: Error - The printer does not exist.' >&2\nexit 1",
    );
    let failure = office.printing().print(PDF, &job()).unwrap_err();
    assert_eq!(failure.code, "PRINT-QUEUE");
    assert!(
        failure.message.contains("does not exist"),
        "{}",
        failure.message
    );
    assert_eq!(left_behind(&office.0), 0);
}

#[test]
fn without_a_printing_program_the_way_out_is_told() {
    let office = Office::new("none");
    let printing = office.printing();
    for failure in [
        printing.list().unwrap_err(),
        printing.print(PDF, &job()).unwrap_err(),
    ] {
        assert_eq!(failure.code, "PRINT-NONE");
        assert!(failure.message.contains("另存"), "{}", failure.message);
    }
    assert_eq!(left_behind(&office.0), 0);
}

#[test]
fn the_default_printer_is_marked() {
    let office = Office::new("default");
    office.program(
        "lpstat",
        "case \"$1\" in -e) printf '教务处\\n总务处\\n';; -d) echo 'system default destination: 总务处';; esac",
    );
    let printers = office.printing().list().unwrap();
    let said: Vec<_> = printers
        .iter()
        .map(|one| (one.name.as_str(), one.is_default))
        .collect();
    assert_eq!(said, [("教务处", false), ("总务处", true)]);
}

#[test]
fn no_printer_is_an_empty_list_and_no_default_is_no_fault() {
    let office = Office::new("empty");
    office.program(
        "lpstat",
        "case \"$1\" in -d) echo 'no system default destination';; esac",
    );
    assert_eq!(office.printing().list().unwrap(), []);
}

#[test]
fn a_job_without_printer_and_with_too_many_copies_is_refused_for_both() {
    let office = Office::new("judged");
    let job = Job {
        printer: " ".to_owned(),
        copies: 100,
        ..job()
    };
    let failure = office.printing().print(PDF, &job).unwrap_err();
    let codes: Vec<_> = failure
        .refusals
        .iter()
        .map(|refusal| refusal.code)
        .collect();
    assert_eq!(codes, ["PRINT-PRINTER", "PRINT-COPIES"]);
}
