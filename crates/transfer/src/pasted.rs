//! Rows that a user copied in a spreadsheet and pasted: tabs between cells, a cell with a line break in quotes.
//!
//! Must never: take a text that is larger than [`crate::limits`] allow, or guess a day.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::refusal::Refusal;
use domain::text::is_steering;

use crate::error::{Error, too_large, unreadable};
use crate::limits;
use crate::roster::{half_width, read_day};

/// The rows that hold anything, each with its cells trimmed.
///
/// # Errors
/// When the text is too large, or its quotes do not close.
pub fn rows(text: &str) -> Result<Vec<Vec<String>>, Error> {
    if text.len() > limits::PASTED_BYTES {
        return Err(too_large("粘贴的内容过大，请分几次粘贴").into());
    }
    if !closes_quotes(text) {
        return Err(Refusal::new(
            "PASTE-QUOTES",
            "粘贴的内容中有引号没有成对，无法分清各行，请补全引号后再粘贴",
        )
        .into());
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Error::from(unreadable()))?;
        let cells: Vec<String> = record
            .iter()
            .take(limits::PASTED_COLUMNS)
            .map(plain)
            .collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if rows.len() == limits::PASTED_ROWS {
            let most = limits::PASTED_ROWS;
            return Err(too_large(format!("一次最多粘贴{most}行，请分几次粘贴")).into());
        }
        rows.push(cells);
    }
    Ok(rows)
}

/// Whether each cell that opens with a quote also closes with one; a quote inside a cell is a character.
fn closes_quotes(text: &str) -> bool {
    let mut is_first = true;
    let mut is_quoted = false;
    for c in text.chars() {
        if c == '"' && (is_first || is_quoted) {
            is_quoted = !is_quoted;
            // A doubled quote inside a quoted cell opens it again.
            is_first = !is_quoted;
        } else {
            is_first = !is_quoted && matches!(c, '\t' | '\n' | '\r');
        }
    }
    !is_quoted
}

/// A cell in one line, without characters that only steer.
fn plain(cell: &str) -> String {
    cell.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .filter(|c| !is_steering(*c) && *c != '\u{feff}')
        .collect()
}

/// A whole day as offices write it (`2026-06-01`, `2026.6.1`, `2026年6月1日`); nothing for an empty cell.
///
/// # Errors
/// What to write instead.
pub fn day(cell: &str) -> Result<Option<NaiveDate>, Refusal> {
    read_day(cell).map_err(|message| Refusal::new("PASTE-DATE", message))
}

/// A number as offices write it (`14`, `１４节`, `第2批`), without the characters around it.
pub fn number<T: FromStr>(cell: &str, around: &[char]) -> Option<T> {
    half_width(cell).trim_matches(around).trim().parse().ok()
}

/// A name that ends in the last four of an ID number (`张三1234`, `张三（１２３Ｘ）`), parted from them.
pub fn name_and_tail(cell: &str) -> Option<(String, String)> {
    let plain = half_width(cell);
    let closed = plain.trim().trim_end_matches(')').trim_end();
    let (at, _) = closed.char_indices().rev().nth(3)?;
    let (name, tail) = closed.split_at_checked(at)?;
    let (digits, last) = tail.split_at_checked(3)?;
    let is_tail = digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(last.as_bytes(), [b'0'..=b'9' | b'X' | b'x']);
    is_tail.then(|| {
        let name = name.trim_end().trim_end_matches('(').trim_end();
        (name.to_owned(), tail.to_ascii_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parted_by_tabs_and_empty_rows_are_passed_over() {
        let text = "姓名\t渠道\r\n秦子衿\t自荐\r\n\t\t\r\n\"万俟\n山\"\t 组织选派 \r\n";
        assert_eq!(
            rows(text).unwrap(),
            [
                ["姓名", "渠道"],
                ["秦子衿", "自荐"],
                ["万俟 山", "组织选派"]
            ]
        );
        assert!(rows("").unwrap().is_empty());
    }

    #[test]
    fn what_is_too_large_is_refused_and_nothing_takes_the_program_down() {
        assert!(rows(&"a\n".repeat(limits::PASTED_ROWS + 1)).is_err());
        assert!(rows(&"a".repeat(limits::PASTED_BYTES + 1)).is_err());
        assert!(
            rows("姓名\t渠道\n\"秦子衿\t自荐\n万俟山\t自荐\n").is_err(),
            "two rows would become one"
        );
        assert_eq!(
            rows("5\"屏\t\"甲 \"\"乙\"\"\"\n").unwrap(),
            [["5\"屏", "甲 \"乙\""]]
        );
        for hostile in ["\"", "\"\"\"\t", "\0\0", "\u{feff}=cmd()", "\t\t\"\n\n"] {
            let _ = rows(hostile);
        }
    }

    #[test]
    fn a_number_is_read_in_either_width() {
        for text in ["14", "１４", "１４节", "14 节"] {
            assert_eq!(number::<u8>(text, &['节']), Some(14), "{text}");
        }
        for text in ["", "十四", "1.5", "-1", "300"] {
            assert_eq!(number::<u8>(text, &['节']), None, "{text}");
        }
    }

    #[test]
    fn the_last_four_of_an_id_number_are_parted_from_the_name() {
        for (text, name, tail) in [
            ("张三1234", "张三", "1234"),
            ("张三（１２３ｘ）", "张三", "123X"),
            ("交流教师011234", "交流教师01", "1234"),
        ] {
            let parted = Some((name.to_owned(), tail.to_owned()));
            assert_eq!(name_and_tail(text), parted, "{text}");
        }
        for text in ["张三", "交流教师01", "", "1", "张三12A4"] {
            assert_eq!(name_and_tail(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_as_offices_write_it_and_never_guessed() {
        let first = NaiveDate::from_ymd_opt(2026, 6, 1);
        for text in [
            "2026-06-01",
            "2026/6/1",
            "2026.6.1",
            "2026年6月1日",
            "20260601",
        ] {
            assert_eq!(day(text).unwrap(), first, "{text}");
        }
        assert_eq!(day(" ").unwrap(), None);
        for text in ["2026年6月", "六月", "2026-13-01"] {
            assert!(day(text).is_err(), "{text}");
        }
        let refused = day("46266").unwrap_err();
        assert_eq!(refused.message, "“46266”不是日期，请写成 2026-09-01");
    }
}
