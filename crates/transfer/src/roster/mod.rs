//! A grid of plain cells → teachers and problems.
//!
//! Every problem names its sheet, its row as the spreadsheet shows it and its column as the user sees it
//! (`D 出生年月`), and all of a row's problems are told at once.
//!
//! Must never: keep a row with a problem that refuses it, change a row in silence, count title, total and
//! signature rows, or decide whether a teacher is already on file.

mod date;
mod duplicates;
mod footer;
mod header;
mod heading;
mod plain;
mod record;

use chrono::NaiveDate;
use domain::refusal::Refusal;
use domain::teacher::TeacherRecord;
use domain::teacher::id_number::IdNumber;

use crate::limits;
use crate::sheet::{self, Cell, Encoding, Grid, Sheet, column_letters};

pub use heading::Field;

/// What a roster file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterReading {
    /// Every column with a heading, of every sheet that was read.
    pub columns: Vec<ColumnUse>,
    /// Rows that can be kept, the warned ones among them, in their order.
    pub rows: Vec<RosterRow>,
    /// Rows that cannot, as they stand in the file.
    pub refused: Vec<RefusedRow>,
    /// All problems, in the order of the rows.
    pub problems: Vec<Problem>,
    /// Visible sheets with content but without a header; nothing was read from them.
    pub unused_sheets: Vec<String>,
    /// How many rows.
    pub counts: Counts,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// The sheet's name; empty for csv.
    pub sheet: String,
    /// Its letters, `D`.
    pub letters: String,
    /// Its heading in one line.
    pub heading: String,
    /// What it holds; nothing when it is not read.
    pub field: Option<Field>,
}

impl ColumnUse {
    /// The column as the user finds it: `D 出生年月`.
    pub fn name(&self) -> String {
        column_name(&self.letters, &self.heading)
    }
}

/// A row that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The sheet's name; empty for csv.
    pub sheet: String,
    /// The row number that the spreadsheet shows.
    pub row: u32,
    /// The record, judged; `id_tail` is set and `id_digest` is not: the store makes it with its key.
    pub record: TeacherRecord,
    /// The whole ID number, for the digest alone.
    pub id_number: Option<IdNumber>,
    /// Its warnings.
    pub warnings: Vec<Problem>,
}

/// A row that cannot be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// The sheet's name; empty for csv.
    pub sheet: String,
    /// The row number that the spreadsheet shows.
    pub row: u32,
    /// Its cells as they stand in the file, from column A on; a whole ID number may be among them.
    pub cells: Vec<Cell>,
    /// Why, and its warnings.
    pub problems: Vec<Problem>,
}

/// Never prints the cells: a log must not hold an ID number.
impl std::fmt::Debug for RefusedRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RefusedRow")
            .field("sheet", &self.sheet)
            .field("row", &self.row)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The row is kept; the user should look.
    Warned,
    /// The row is not kept.
    Refused,
}

impl Level {
    /// Stable code for files and scripts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Warned => "warned",
            Self::Refused => "refused",
        }
    }
}

/// One thing that is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The sheet's name; empty for csv and for the file as a whole.
    pub sheet: String,
    /// The row number that the spreadsheet shows; 0 for the file as a whole.
    pub row: u32,
    /// `D 出生年月`; empty for the row as a whole.
    pub column: String,
    /// How bad.
    pub level: Level,
    /// What is wrong and what to do, in Chinese; never a whole ID number.
    pub message: String,
}

/// How many rows; rows = accepted + refused, and the warned ones are among the accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows that speak of a teacher.
    pub rows: usize,
    /// Rows that can be kept.
    pub accepted: usize,
    /// Accepted rows with a warning.
    pub warned: usize,
    /// Rows that cannot be kept.
    pub refused: usize,
}

/// Reads a roster from the bytes of a file. For the worker and for tests: the program itself calls
/// [`crate::worker::read_in_child`], since a library below may abort.
///
/// # Errors
/// Why the file as a whole is refused.
pub fn read(bytes: &[u8], encoding: Encoding, today: NaiveDate) -> Result<RosterReading, Refusal> {
    Ok(read_grid(&sheet::read(bytes, encoding)?, today))
}

/// Reads a roster from a grid. `today` bounds the dates.
pub fn read_grid(grid: &Grid, today: NaiveDate) -> RosterReading {
    let mut reading = RosterReading::default();
    let mut known = duplicates::Known::default();
    let mut has_header = false;
    for sheet in &grid.sheets {
        if sheet.rows.is_empty() {
            continue;
        }
        let Some(header) = header::find(sheet) else {
            reading.unused_sheets.push(sheet.name.clone());
            continue;
        };
        has_header = true;
        for column in &header.columns {
            reading.columns.push(ColumnUse {
                sheet: sheet.name.clone(),
                letters: column_letters(column.place),
                heading: column.heading.clone(),
                field: column.meaning.map(|(field, _)| field),
            });
        }
        read_sheet(sheet, &header, today, &mut known, &mut reading);
    }
    if !has_header {
        reading.problems.push(Problem {
            sheet: String::new(),
            row: 0,
            column: String::new(),
            level: Level::Refused,
            message: format!(
                "没有找到表头：前{}行中没有同时写着“姓名”和其他栏目（如“性别”“出生年月”）的一行。可以下载模板，照着填写",
                limits::HEADER_WITHIN_ROWS
            ),
        });
    } else if reading.counts.rows == 0 {
        reading.problems.push(Problem {
            sheet: String::new(),
            row: 0,
            column: String::new(),
            level: Level::Refused,
            message: "找到了表头，但下面没有教师".to_owned(),
        });
    }
    reading
}

fn read_sheet(
    sheet: &Sheet,
    header: &header::Header,
    today: NaiveDate,
    known: &mut duplicates::Known,
    reading: &mut RosterReading,
) {
    let mut footer = footer::Footer::default();
    for row in sheet.rows.get(header.first_row..).unwrap_or_default() {
        if header.is_repeated_in(row) || footer.is_passed_over(row, header) {
            continue;
        }
        let mut found = record::read(sheet, row, header, today);
        if !found.is_refused()
            && let Some(first) = known.same_as(&found.record, found.id_number.as_ref())
        {
            found.refuse_duplicate(first);
        }
        reading.counts.rows += 1;
        let problems = found.problems.clone();
        if found.is_refused() {
            reading.counts.refused += 1;
            reading.refused.push(RefusedRow {
                sheet: sheet.name.clone(),
                row: row.number,
                cells: row.cells.clone(),
                problems: found.problems,
            });
        } else {
            reading.counts.accepted += 1;
            reading.counts.warned += usize::from(!found.problems.is_empty());
            known.note(
                &sheet.name,
                row.number,
                &found.record,
                found.id_number.as_ref(),
            );
            reading.rows.push(RosterRow {
                sheet: sheet.name.clone(),
                row: row.number,
                record: found.record,
                id_number: found.id_number,
                warnings: found.problems,
            });
        }
        if reading.problems.len() < limits::PROBLEMS {
            reading.problems.extend(problems);
        }
    }
}

fn column_name(letters: &str, heading: &str) -> String {
    format!("{letters} {heading}").trim_end().to_owned()
}

/// Full-width digits, letters and marks become the plain ones.
pub(crate) fn half_width(text: &str) -> String {
    plain::half_width(text)
}

/// A whole day from a text, as the columns of a roster write it; nothing for an empty one.
///
/// # Errors
/// What is wrong with it, for the user.
pub(crate) fn read_day(text: &str) -> Result<Option<chrono::NaiveDate>, String> {
    let Some(read) = date::read_to_the_day(text)? else {
        return Ok(None);
    };
    if read.day.is_none() {
        return Err(format!(
            "日期“{}”没有写到日，请写成 2026-09-01",
            text.trim()
        ));
    }
    Ok(read.first_day())
}
