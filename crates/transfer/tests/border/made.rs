//! Files that the tests make or take from the folder of samples. All people are invented.

use std::io::{Cursor, Read, Write};

use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use transfer::roster::{self, RosterReading};
use transfer::sheet::Encoding;
use zip::write::SimpleFileOptions;

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 30).unwrap()
}

/// A file of the sample data; where it lies is read at run time: a path compiled in would be another clone's when two
/// clones share a target directory.
pub(crate) fn data(name: &str) -> Vec<u8> {
    let own = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    let path = format!("{own}/../../tests/data/{name}");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn read(bytes: &[u8]) -> RosterReading {
    roster::read(bytes, Encoding::Detected, today()).unwrap()
}

/// A sheet of texts as csv bytes; `|` parts the cells.
pub(crate) fn csv(lines: &[&str]) -> Vec<u8> {
    lines.join("\n").replace('|', ",").into_bytes()
}

/// A workbook with one sheet of texts; `|` parts the cells, and an empty one is not written.
pub(crate) fn xlsx(lines: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(lines) {
        for (column, text) in (0..).zip(line.split('|')) {
            if !text.is_empty() {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The parts of a package.
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..package.len())
        .map(|index| {
            let mut entry = package.by_index(index).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            (name, part)
        })
        .collect()
}

/// A package of parts.
pub(crate) fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        package
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        package.write_all(part).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// A workbook whose sheet and strings are written by hand.
pub(crate) fn by_hand(sheet_data: &str, strings: Option<&str>) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |inner: String| {
        format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut parts = vec![
        (
            "_rels/.rels",
            relations(relation("r1", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                relation("r1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("r2", "sharedStrings", "sharedStrings.xml"),
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet_data}</sheetData></worksheet>"),
        ),
    ];
    if let Some(strings) = strings {
        parts.push(("xl/sharedStrings.xml", strings.to_owned()));
    }
    let parts: Vec<(String, Vec<u8>)> = parts
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect();
    packed(&parts)
}

/// A cell with a text in itself.
pub(crate) fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Two cells as far apart as a sheet allows.
pub(crate) fn far_apart() -> Vec<u8> {
    let near = cell("A1", "姓名");
    let far = cell("XFD1048576", "性别");
    by_hand(
        &format!("<row r=\"1\">{near}</row><row r=\"1048576\">{far}</row>"),
        None,
    )
}

/// A claim of a hundred thousand million strings.
pub(crate) fn claimed_strings() -> Vec<u8> {
    by_hand(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        Some("<sst uniqueCount=\"100000000000\"><si><t>a</t></si></sst>"),
    )
}

/// One text of 512 MB of spaces.
pub(crate) fn inflating() -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in unpacked(&by_hand("", None)) {
        package
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        package.write_all(&part).unwrap();
    }
    // The fastest packing: what matters is what comes out of it.
    let options = SimpleFileOptions::default().compression_level(Some(1));
    package.start_file("xl/sharedStrings.xml", options).unwrap();
    package.write_all(b"<sst><si><t>").unwrap();
    let spaces = vec![b' '; 4 * 1024 * 1024];
    for _ in 0..128 {
        package.write_all(&spaces).unwrap();
    }
    package.write_all(b"</t></si></sst>").unwrap();
    package.finish().unwrap().into_inner()
}

/// Chance with a seed, so that a failure comes again.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }
}

/// How many mutants; a longer run sets the variable.
pub(crate) fn mutants(usual: usize) -> usize {
    std::env::var("BORDER_MUTANTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(usual)
}

/// One of the usual damages to bytes.
pub(crate) fn damage(chance: &mut Chance, bytes: &mut Vec<u8>) {
    let length = bytes.len();
    if length == 0 {
        return;
    }
    let place = chance.below(length);
    match chance.below(6) {
        0 => bytes[place] ^= 1 << chance.below(8),
        1 => bytes[place] = chance.byte(),
        2 => bytes.truncate(place),
        3 => {
            let end = (place + 1 + chance.below(64)).min(length);
            bytes[place..end].fill(0);
        }
        4 => {
            let end = (place + 1 + chance.below(64)).min(length);
            let copy = bytes[place..end].to_vec();
            let to = chance.below(length);
            bytes.splice(to..to, copy);
        }
        _ => {
            // A number becomes a monstrous one.
            let digit = bytes[place..].iter().position(u8::is_ascii_digit);
            if let Some(digit) = digit {
                let at = place + digit;
                bytes.splice(at..at, b"99999999999".iter().copied());
            }
        }
    }
}
