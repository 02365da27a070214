//! Hostile bytes → a grid of plain cells.
//!
//! Must never: guess what a cell means (that is the roster's work), or believe what a file says about its
//! own size. Runs in the worker: a library below may still abort.

mod compound;
mod csv_file;
mod excel;
mod kind;
mod package;

use std::fmt;

use chrono::NaiveDate;
use domain::refusal::Refusal;

use crate::error::{too_large, unreadable};
use crate::limits;

/// A workbook's visible sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its sheets, in their order; a csv file has one, named after nothing.
    pub sheets: Vec<Sheet>,
}

/// One sheet: only rows that carry something, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name; empty for a csv file.
    pub name: String,
    /// Rows that carry something.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The number that the spreadsheet program shows beside it, from 1. In a csv file the number of the
    /// record, which is the line when no field runs over several lines.
    pub number: u32,
    /// Cells from column A on; short rows end early.
    pub cells: Vec<Cell>,
}

/// One cell's value, as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, as typed.
    Text(String),
    /// A number in decimal digits; never with an exponent when it came as a number.
    Number(String),
    /// A day that the file itself marks as a date.
    Date(NaiveDate),
    /// No value: an error such as `#N/A`, or a formula that was never calculated. Holds the words for the user.
    Error(String),
}

/// How the bytes of a csv file are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// By byte order mark, else UTF-8 when the whole file is, else GB18030.
    #[default]
    Detected,
    /// UTF-8.
    Utf8,
    /// GB18030, which Chinese Excel writes (ANSI/GBK).
    Gb18030,
    /// UTF-16, low byte first unless its mark says otherwise.
    Utf16,
}

impl Row {
    /// The cell of a column counted from 0; beyond the end there is nothing.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// True when no cell carries anything but white space.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

impl Cell {
    /// True when it carries nothing but white space.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|c| {
                c.is_whitespace()
                    || domain::text::is_steering(c)
                    || matches!(c, '\u{200b}' | '\u{feff}')
            }),
            Self::Number(_) | Self::Date(_) | Self::Error(_) => false,
        }
    }
}

impl fmt::Display for Cell {
    /// As a person would type it; a date as `1978-05-06`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Number(text) | Self::Error(text) => f.write_str(text),
            Self::Date(day) => write!(f, "{day}"),
        }
    }
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let place = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + place));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads the bytes of an xlsx, xls or csv file; the content decides which, not the name. A panic of a library
/// becomes a refusal; an abort does not, so foreign files go through [`crate::worker::read_in_child`].
///
/// # Errors
/// Why the file is refused.
pub fn read(bytes: &[u8], encoding: Encoding) -> Result<Grid, Refusal> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits::FILE_BYTES {
        return Err(too_large(format!(
            "文件超过{}MB,不像教师花名册",
            limits::FILE_BYTES / 1024 / 1024
        )));
    }
    // Nothing of ours outlives the call, so a half-changed value cannot be seen after a panic.
    let reading =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| match kind::of(bytes)? {
            kind::Kind::Xlsx => {
                package::measure(bytes)?;
                excel::read_xlsx(bytes)
            }
            kind::Kind::Xls => {
                compound::measure(bytes)?;
                excel::read_xls(bytes)
            }
            kind::Kind::Text => csv_file::read(bytes, encoding),
        }));
    reading.unwrap_or_else(|_| Err(unreadable()))
}

/// Gathers cells into rows within the limits, in whatever order they come.
#[derive(Default)]
struct Gathering {
    rows: std::collections::BTreeMap<u32, Vec<Cell>>,
    kept: usize,
    seen: usize,
}

impl Gathering {
    /// Takes one cell; `row` and `column` count from 0.
    fn take(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Refusal> {
        self.seen += 1;
        if self.seen > limits::CELL_ELEMENTS {
            return Err(too_large("表格中的单元格太多，不像教师花名册"));
        }
        if cell.is_blank() {
            return Ok(());
        }
        if row >= limits::SHEET_ROWS {
            return Err(too_large(format!(
                "表格超过{}行，不像教师花名册",
                limits::SHEET_ROWS
            )));
        }
        if column >= limits::SHEET_COLUMNS {
            return Ok(());
        }
        if let Cell::Text(text) = &cell
            && text.chars().nth(limits::CELL_CHARACTERS).is_some()
        {
            return Err(too_large(format!(
                "第{}行有单元格超过{}个字",
                u64::from(row) + 1,
                limits::CELL_CHARACTERS
            )));
        }
        self.kept += 1;
        if self.kept > limits::CELLS {
            return Err(too_large("表格中的单元格太多，不像教师花名册"));
        }
        let cells = self.rows.entry(row).or_default();
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        while cells.len() <= place {
            cells.push(Cell::Empty);
        }
        if let Some(slot) = cells.get_mut(place) {
            *slot = cell;
        }
        Ok(())
    }

    /// The sheet that was gathered; the counts go on over the whole workbook.
    fn sheet(&mut self, name: String) -> Sheet {
        let rows = std::mem::take(&mut self.rows)
            .into_iter()
            .map(|(row, cells)| Row {
                number: row.saturating_add(1),
                cells,
            })
            .collect();
        Sheet { name, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        for (column, letters) in [(0, "A"), (3, "D"), (25, "Z"), (26, "AA"), (63, "BL")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
