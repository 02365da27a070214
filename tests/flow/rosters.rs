//! Rosters tried through the terminal program: counts and places exactly, and foreign files that end in words.

use serde_json::Value;
use shuangping_tests::chance::Chance;
use shuangping_tests::desk::{Said, is_chinese, run, word};
use shuangping_tests::{Folder, root};

const ROSTERS: [&str; 4] = [
    "roster-typical.xlsx",
    "roster-faulty.xlsx",
    "roster-gbk.csv",
    "roster-old.xls",
];

/// Damaged files of all rosters together.
const MUTANTS: usize = 40;

fn tried(file: &str) -> Said {
    run(&["--json", "import", "roster", file, "--dry-run"])
}

fn sample(name: &str) -> String {
    word(&root().join("tests/data").join(name))
}

fn count(answer: &Value, key: &str) -> u64 {
    answer[key]
        .as_u64()
        .unwrap_or_else(|| panic!("{key}: {answer}"))
}

/// What holds for every answer: the sums, the levels, and places that a person finds again.
fn require_sums(answer: &Value) {
    let [rows, accepted, refused, unchanged, warned] =
        ["rows", "accepted", "refused", "unchanged", "warned"].map(|key| count(answer, key));
    assert_eq!(rows, accepted + refused + unchanged, "{answer}");
    assert!(warned <= accepted);
    let teachers = answer["teachers"].as_array().unwrap();
    assert_eq!(u64::try_from(teachers.len()).unwrap(), accepted + unchanged);
    for teacher in teachers {
        assert!(!teacher["name"].as_str().unwrap().is_empty(), "{teacher}");
        let masked = teacher["id_number_masked"].as_str().unwrap();
        let digits = masked.chars().filter(char::is_ascii_digit).count();
        assert!(digits <= 4, "an ID number is told: {teacher}");
    }
    for problem in answer["problems"].as_array().unwrap() {
        assert!(
            ["refused", "warned"].contains(&problem["level"].as_str().unwrap()),
            "{problem}"
        );
        assert!(
            is_chinese(problem["message"].as_str().unwrap()),
            "{problem}"
        );
        assert!(
            problem["row"].is_u64()
                && problem["column"].is_string()
                && problem["sheet"].is_string()
        );
    }
}

fn problems<'a>(answer: &'a Value, level: &str) -> Vec<(u64, &'a str)> {
    let all = answer["problems"].as_array().unwrap().iter();
    all.filter(|problem| problem["level"] == level)
        .map(|problem| (count(problem, "row"), problem["column"].as_str().unwrap()))
        .collect()
}

#[test]
fn every_sample_gives_its_counts_and_rows() {
    for (name, rows, accepted, refused) in [
        ("roster-typical.xlsx", 64, 64, 0),
        ("roster-faulty.xlsx", 21, 16, 5),
        ("roster-gbk.csv", 25, 25, 0),
        ("roster-old.xls", 4, 3, 1),
    ] {
        let answer = tried(&sample(name)).done();
        require_sums(&answer);
        let counts = ["rows", "accepted", "refused", "unchanged"].map(|key| count(&answer, key));
        assert_eq!(
            counts,
            [rows, accepted, refused, 0],
            "{name}: {}",
            answer["problems"]
        );
    }
}

#[test]
fn teachers_and_problems_stand_at_the_rows_that_the_spreadsheet_shows() {
    let answer = tried(&sample("roster-typical.xlsx")).done();
    let teachers = answer["teachers"].as_array().unwrap();
    let (first, last) = (&teachers[0], &teachers[63]);
    assert_eq!(
        (count(first, "row"), first["name"].as_str()),
        (4, Some("秦洁诺"))
    );
    assert_eq!(first["birth_date"], "2001-04-06");
    assert!(
        first["id_number_masked"]
            .as_str()
            .unwrap()
            .ends_with("6741"),
        "{first}"
    );
    assert_eq!(count(last, "row"), 67);
    assert!(
        teachers
            .iter()
            .any(|teacher| teacher["name"] == "阿依古丽·买买提")
    );
    assert_eq!(problems(&answer, "refused"), []);

    let answer = tried(&sample("roster-faulty.xlsx")).done();
    let wanted = [
        (4, "D 身份证号码"),
        (6, "C 出生日期"),
        (11, "A 姓名"),
        (13, "G 进入本校年月"),
        (22, ""),
    ];
    assert_eq!(problems(&answer, "refused"), wanted);
    assert!(
        problems(&answer, "warned").contains(&(15, "C 出生日期")),
        "{answer}"
    );

    let answer = tried(&sample("roster-old.xls")).done();
    assert_eq!(
        problems(&answer, "refused")
            .iter()
            .map(|p| p.0)
            .collect::<Vec<_>>(),
        [6]
    );
}

#[test]
fn refused_rows_are_written_out_and_can_be_tried_again() {
    let folder = Folder::new("rejects").unwrap();
    let rejects = word(&folder.join("退回.xlsx"));
    let file = sample("roster-faulty.xlsx");
    let words = [
        "--json",
        "import",
        "roster",
        &file,
        "--dry-run",
        "--rejects",
        &rejects,
    ];
    assert_eq!(count(&run(&words).done(), "refused"), 5);
    assert_eq!(count(&tried(&rejects).done(), "rows"), 5);
}

#[test]
fn junk_is_refused_in_words() {
    let folder = Folder::new("junk").unwrap();
    let mut chance = Chance::seeded("junk rosters", 5);
    let noise: Vec<u8> = (0..5_000).map(|_| chance.byte()).collect();
    for (bytes, words) in [
        (&b""[..], "空的"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"<html><table>", "网页"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"PK\x03\x04garbage", "无法读取"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1garbage", "无法读取"),
        (b"a,b\0c", "空字节"),
        (&noise, ""),
    ] {
        // The name is no proof of what is inside.
        let file = folder.join("名册.xlsx");
        std::fs::write(&file, bytes).unwrap();
        let failed = tried(&word(&file)).failed(1);
        assert!(failed.message.contains(words), "{words}: {failed:?}");
    }
    assert_eq!(
        tried(&word(&folder.join("无.xlsx"))).failed(3).code,
        "FILE-READ"
    );
    assert_eq!(tried(&word(folder.path())).failed(3).code, "FILE-READ");
}

#[test]
fn damaged_rosters_end_in_words() {
    let folder = Folder::new("mutants").unwrap();
    let mut chance = Chance::seeded("damaged rosters", 64);
    let (mut read, mut refused) = (0, 0);
    for number in 0..MUTANTS {
        let name = ROSTERS[number % ROSTERS.len()];
        let mut bytes = std::fs::read(sample(name)).unwrap();
        for _ in 0..=chance.below(6) {
            let place = chance.below(bytes.len());
            match chance.below(4) {
                0 => bytes.truncate(place.max(1)),
                1 => {
                    let end = (place + 64).min(bytes.len());
                    bytes[place..end].fill(0);
                }
                _ => bytes[place] = chance.other_byte(bytes[place]),
            }
        }
        let file = folder.join(name);
        std::fs::write(&file, &bytes).unwrap();
        let said = tried(&word(&file));
        match said.exit {
            Some(0) => {
                require_sums(&said.json());
                read += 1;
            }
            Some(exit) => {
                assert!(!said.failed(exit).message.is_empty());
                refused += 1;
            }
            None => panic!("a signal ended it: {said}"),
        }
    }
    println!("{read} read, {refused} refused");
    assert!(read > 0 && refused > 0);
}
