//! Hostile files: a refusal in words, and never a panic.

use transfer::error;
use transfer::roster;
use transfer::sheet::{self, Encoding};

use crate::made::{
    Chance, by_hand, cell, claimed_strings, damage, data, far_apart, inflating, mutants, packed,
    today, unpacked,
};

fn code(bytes: &[u8]) -> &'static str {
    sheet::read(bytes, Encoding::Detected).unwrap_err().code
}

#[test]
fn two_far_apart_cells_take_no_memory() {
    let bomb = far_apart();
    assert!(bomb.len() < 3_000);
    assert_eq!(code(&bomb), error::LIMIT);
}

#[test]
fn a_far_away_column_is_left_out_and_its_row_is_read() {
    let row = |number: u32, name: &str, sex: &str| {
        format!(
            "<row r=\"{number}\">{}{}{}</row>",
            cell(&format!("A{number}"), name),
            cell(&format!("B{number}"), sex),
            cell(&format!("XFD{number}"), "远")
        )
    };
    let file = by_hand(
        &(row(1, "姓名", "性别") + &row(49_999, "苏一诺", "女")),
        None,
    );
    let reading = roster::read(&file, Encoding::Detected, today()).unwrap();
    assert_eq!(reading.rows[0].row, 49_999);
}

#[test]
fn a_claim_of_too_many_strings_is_refused_before_memory_is_asked_for() {
    assert_eq!(code(&claimed_strings()), error::LIMIT);
}

#[test]
fn a_part_that_inflates_without_end_is_refused() {
    assert_eq!(code(&inflating()), error::LIMIT);
}

#[test]
fn a_package_with_too_many_parts_or_strange_names_is_refused() {
    let many: Vec<(String, Vec<u8>)> = (0..2_001)
        .map(|n| (format!("xl/{n}.bin"), Vec::new()))
        .collect();
    assert_eq!(code(&packed(&many)), error::LIMIT);
    let mut parts = unpacked(&by_hand("", None));
    parts.push(("xl/NUL.xml".to_owned(), Vec::new()));
    assert_eq!(code(&packed(&parts)), error::UNREADABLE);
}

#[test]
fn other_kinds_of_files_are_refused_in_words() {
    for (bytes, words) in [
        (b"%PDF-1.7\n".to_vec(), "PDF"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
        (b"\xff\xd8\xff\xe0".to_vec(), "图片"),
        (Vec::new(), "空的"),
        (b"<html><table><tr><td>".to_vec(), "网页"),
        (b"Rar!\x1a\x07".to_vec(), "压缩包"),
        (packed(&[("a.txt".to_owned(), b"a".to_vec())]), "压缩包"),
        (
            packed(&[("word/document.xml".to_owned(), b"<a/>".to_vec())]),
            "文稿",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1garbage".to_vec(),
            "无法读取",
        ),
        (b"PK\x03\x04garbage".to_vec(), "无法读取"),
        (b"a,b\0c".to_vec(), "空字节"),
        (vec![0xff; 300], "编码"),
    ] {
        let refusal = sheet::read(&bytes, Encoding::Detected).unwrap_err();
        assert!(refusal.message.contains(words), "{words}: {refusal}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let bytes = vec![b'a'; 20 * 1024 * 1024 + 1];
    assert_eq!(code(&bytes), error::LIMIT);
}

#[test]
fn damaged_workbooks_never_panic() {
    let sound = data("roster-typical.xlsx");
    let parts = unpacked(&sound);
    let seed = 0x5eed_0001;
    println!("seed {seed:#x}");
    let mut chance = Chance(seed);
    let (mut read, mut refused) = (0, 0);
    for number in 0..mutants(300) {
        let file = if number % 2 == 0 {
            let mut file = sound.clone();
            damage(&mut chance, &mut file);
            file
        } else {
            let mut parts = parts.clone();
            let index = chance.below(parts.len());
            for _ in 0..=chance.below(3) {
                damage(&mut chance, &mut parts[index].1);
            }
            packed(&parts)
        };
        match roster::read(&file, Encoding::Detected, today()) {
            Ok(reading) => {
                read += 1;
                let counts = reading.counts;
                assert_eq!(counts.rows, counts.accepted + counts.refused);
            }
            Err(refusal) => {
                refused += 1;
                assert!(!refusal.message.is_empty());
            }
        }
    }
    println!("{read} read, {refused} refused");
    assert!(refused > 0 && read > 0);
}

#[test]
fn an_old_workbook_whose_chain_of_sectors_never_ends_is_refused() {
    let mut file = data("roster-old.xls");
    let table = u32::from_le_bytes(file[76..80].try_into().unwrap());
    let directory = u32::from_le_bytes(file[48..52].try_into().unwrap());
    let link =
        512 * (usize::try_from(table).unwrap() + 1) + 4 * usize::try_from(directory).unwrap();
    file[link..link + 4].copy_from_slice(&directory.to_le_bytes());
    assert_eq!(code(&file), error::UNREADABLE);
}

#[test]
fn damaged_old_workbooks_never_panic() {
    let sound = data("roster-old.xls");
    let mut chance = Chance(0x5eed_0002);
    for _ in 0..mutants(300) {
        let mut file = sound.clone();
        for _ in 0..=chance.below(4) {
            damage(&mut chance, &mut file);
        }
        let _ = roster::read(&file, Encoding::Detected, today());
    }
}

#[test]
fn random_text_files_never_panic() {
    let sound = data("roster-gbk.csv");
    let mut chance = Chance(0x5eed_0003);
    let pieces: &[&[u8]] = &[
        b",",
        b"\"",
        b"\n",
        b"\r\n",
        b"\t",
        b"1978.1",
        "姓名".as_bytes(),
        "性别".as_bytes(),
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"'",
        b"=1+1",
    ];
    for number in 0..mutants(1_000) {
        let file: Vec<u8> = match number % 3 {
            0 => (0..chance.below(400)).map(|_| chance.byte()).collect(),
            1 => (0..chance.below(80))
                .flat_map(|_| pieces[chance.below(pieces.len())].to_vec())
                .collect(),
            _ => {
                let mut file = sound.clone();
                damage(&mut chance, &mut file);
                file
            }
        };
        let _ = roster::read(&file, Encoding::Detected, today());
    }
    let long = format!("姓名,性别\n{},女\n", "长".repeat(350_000));
    assert_eq!(code(long.as_bytes()), error::LIMIT);
}
