//! Text files with commas, tabs or semicolons.
//!
//! Must never: replace a byte that it does not understand: a name with a wrong character would be kept.

use domain::refusal::Refusal;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Cell, Encoding, Grid, Row, Sheet};
use crate::error::{ENCODING, too_large, unreadable};
use crate::limits;

/// Reads a text file.
pub(super) fn read(bytes: &[u8], encoding: Encoding) -> Result<Grid, Refusal> {
    let text = decoded(bytes, encoding)?;
    if text.contains('\0') {
        return Err(Refusal::new(
            ENCODING,
            "文件不是文本表格（含空字节）。请另存为 .xlsx 再导入",
        ));
    }
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut kept = 0;
    let mut record = csv::StringRecord::new();
    let mut count: usize = 0;
    while records.read_record(&mut record).map_err(|_| unreadable())? {
        // The csv crate passes over empty lines without a record; a spreadsheet program counts them.
        let start = record.position().map_or(0, csv::Position::byte);
        count += 1 + empty_lines(&text, usize::try_from(start).unwrap_or(usize::MAX));
        if count > limits::CSV_ROWS {
            return Err(too_large(format!(
                "文件超过{}行，不像教师花名册",
                limits::CSV_ROWS
            )));
        }
        let mut cells = Vec::new();
        for field in record
            .iter()
            .take(usize::try_from(limits::SHEET_COLUMNS).unwrap_or_default())
        {
            if field.chars().nth(limits::CELL_CHARACTERS).is_some() {
                return Err(too_large(format!(
                    "第{count}行有单元格超过{}个字",
                    limits::CELL_CHARACTERS
                )));
            }
            cells.push(cell_of(field));
        }
        kept += cells.iter().filter(|cell| !cell.is_blank()).count();
        if kept > limits::CELLS {
            return Err(too_large("表格中的单元格太多，不像教师花名册"));
        }
        let row = Row {
            number: u32::try_from(count).unwrap_or(u32::MAX),
            cells,
        };
        if !row.is_blank() {
            sheet.rows.push(row);
        }
    }
    Ok(Grid {
        sheets: vec![sheet],
    })
}

/// How many empty lines begin at a byte, which may lie between the two marks of a line's end.
fn empty_lines(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is_between =
        start > 0 && bytes.get(start - 1) == Some(&b'\r') && bytes.get(start) == Some(&b'\n');
    bytes
        .get(start.saturating_add(usize::from(is_between))..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .filter(|byte| **byte == b'\n')
        .count()
}

/// A plain number of up to 15 digits is a number, as the spreadsheet program that wrote the file had it; a longer
/// one is a text, and so is one with a leading zero: nothing of it is lost.
fn cell_of(field: &str) -> Cell {
    let trimmed = field.trim();
    let (whole, part) = trimmed.split_once('.').unwrap_or((trimmed, "0"));
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    if trimmed.is_empty() {
        Cell::Empty
    } else if is_digits(whole)
        && is_digits(part)
        && !has_leading_zero
        && whole.len() + part.len() <= 16
        && whole.len() <= 15
    {
        Cell::Number(trimmed.to_owned())
    } else {
        // Our own guard against formulas, and a habit for ID numbers, is a leading apostrophe.
        Cell::Text(crate::export::unguarded(field).to_owned())
    }
}

fn delimiter(text: &str) -> u8 {
    // Title rows have no separators; so count over the first lines, not in the first alone.
    let head: Vec<&str> = text.lines().take(limits::HEADER_WITHIN_ROWS).collect();
    let count = |mark: char| {
        head.iter()
            .map(|line| line.matches(mark).count())
            .sum::<usize>()
    };
    let (commas, tabs, semicolons) = (count(','), count('\t'), count(';'));
    if tabs > commas && tabs >= semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

fn decoded(bytes: &[u8], encoding: Encoding) -> Result<String, Refusal> {
    let wrong = |what: &str| {
        Refusal::new(
            ENCODING,
            format!("文件不是{what}编码的文本。请另存为 .xlsx 或“CSV UTF-8”再导入"),
        )
    };
    let exactly = |kind: &'static encoding_rs::Encoding, what: &str| {
        kind.decode_without_bom_handling_and_without_replacement(bytes)
            .map(|text| text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
            .ok_or_else(|| wrong(what))
    };
    match encoding {
        Encoding::Utf8 => exactly(UTF_8, "UTF-8"),
        Encoding::Gb18030 => exactly(GB18030, "GB18030(GBK)"),
        Encoding::Utf16 if bytes.starts_with(b"\xfe\xff") => exactly(UTF_16BE, "UTF-16"),
        Encoding::Utf16 => exactly(UTF_16LE, "UTF-16"),
        Encoding::Detected => {
            if bytes.starts_with(b"\xff\xfe") {
                exactly(UTF_16LE, "UTF-16")
            } else if bytes.starts_with(b"\xfe\xff") {
                exactly(UTF_16BE, "UTF-16")
            } else {
                exactly(UTF_8, "UTF-8").or_else(|_| exactly(GB18030, "UTF-8 或 GB18030(GBK)"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read(bytes, Encoding::Detected).unwrap();
        grid.sheets[0]
            .rows
            .iter()
            .map(|row| row.cells.iter().map(Cell::to_string).collect())
            .collect()
    }

    #[test]
    fn the_same_text_is_read_from_every_encoding() {
        let text = "姓名,性别\n张𬱟,女\n";
        let expected = vec![vec!["姓名", "性别"], vec!["张𬱟", "女"]];
        let utf16 = |to: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xfeff)
                .chain(text.encode_utf16())
                .flat_map(to)
                .collect()
        };
        let mut with_mark = b"\xef\xbb\xbf".to_vec();
        with_mark.extend_from_slice(text.as_bytes());
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark,
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            GB18030.encode(text).0.into_owned(),
        ] {
            assert_eq!(texts(&bytes), expected);
        }
    }

    #[test]
    fn quotes_commas_and_line_breaks_inside_a_field_stay_inside() {
        let rows = texts("姓名,备注\n\"张,三\",\"他说\"\"好\"\"\n第二行\"\n".as_bytes());
        assert_eq!(rows[1], vec!["张,三", "他说\"好\"\n第二行"]);
    }

    #[test]
    fn a_row_keeps_its_line_number_over_empty_lines() {
        for end in ["\n", "\r\n"] {
            let text = "姓名,性别#\"张\n三\",女##,#李四,男#".replace('#', end);
            let grid = read(text.as_bytes(), Encoding::Detected).unwrap();
            let numbers: Vec<u32> = grid.sheets[0].rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1, 2, 5], "{end:?}");
        }
    }

    #[test]
    fn a_zero_byte_and_half_a_character_are_refused() {
        assert!(read(b"a,b\0c", Encoding::Detected).is_err());
        assert!(read(b"\xd5\xc5\xff\xff,", Encoding::Detected).is_err());
        assert!(read(b"\xd5\xc5\xc8\xfd,", Encoding::Utf8).is_err());
    }
}
