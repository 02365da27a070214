//! What goes through the pipe. Private to this version: both ends are the same program.
//!
//! Must never: be written to a disk; whole ID numbers go through here.

use std::io;

use chrono::NaiveDate;
use domain::refusal::Refusal;
use domain::teacher::id_number::IdNumber;
use domain::teacher::{Sex, Standing, TeacherRecord};
use serde::{Deserialize, Serialize};

use crate::error::{CODES, unreadable};
use crate::roster::{
    ColumnUse, Counts, Field, Level, Problem, RefusedRow, RosterReading, RosterRow,
};
use crate::sheet::{Cell, Encoding};

/// The header line before the file's bytes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    pub(super) bytes: u64,
    pub(super) today: String,
    encoding: Option<String>,
}

impl Request {
    pub(super) fn new(bytes: u64, encoding: Encoding, today: NaiveDate) -> Self {
        let encoding = match encoding {
            Encoding::Detected => None,
            Encoding::Utf8 => Some("utf-8"),
            Encoding::Gb18030 => Some("gb18030"),
            Encoding::Utf16 => Some("utf-16"),
        };
        Self {
            bytes,
            today: today.to_string(),
            encoding: encoding.map(str::to_owned),
        }
    }

    pub(super) fn encoding(&self) -> Encoding {
        match self.encoding.as_deref() {
            Some("utf-8") => Encoding::Utf8,
            Some("gb18030") => Encoding::Gb18030,
            Some("utf-16") => Encoding::Utf16,
            _ => Encoding::Detected,
        }
    }

    pub(super) fn line(&self) -> io::Result<String> {
        Ok(serde_json::to_string(self)? + "\n")
    }
}

/// The child's answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Read(Box<Reading>),
    Refused { code: String, message: String },
}

#[derive(Serialize, Deserialize)]
pub(super) struct Reading {
    columns: Vec<Column>,
    rows: Vec<Kept>,
    refused: Vec<Turned>,
    problems: Vec<Told>,
    unused_sheets: Vec<String>,
    warned: usize,
}

#[derive(Serialize, Deserialize)]
struct Column {
    sheet: String,
    letters: String,
    heading: String,
    field: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    sheet: String,
    row: u32,
    record: Record,
    id_number: Option<String>,
    warnings: Vec<Told>,
}

#[derive(Serialize, Deserialize)]
struct Turned {
    sheet: String,
    row: u32,
    cells: Vec<WireCell>,
    problems: Vec<Told>,
}

#[derive(Serialize, Deserialize)]
struct Told {
    sheet: String,
    row: u32,
    column: String,
    is_refused: bool,
    message: String,
}

#[derive(Serialize, Deserialize)]
enum WireCell {
    E,
    T(String),
    N(String),
    D(String),
    X(String),
}

#[derive(Serialize, Deserialize)]
struct Record {
    name: String,
    sex: Option<String>,
    birth: Option<String>,
    political_status: String,
    education: String,
    subject: String,
    title: String,
    title_awarded: String,
    backbone: String,
    post: String,
    joined_work_on: Option<String>,
    joined_school_on: Option<String>,
    on_establishment: Option<bool>,
    phone: String,
    note: String,
}

impl Answer {
    pub(super) fn of(read: Result<RosterReading, Refusal>) -> Self {
        match read {
            Ok(reading) => Self::Read(Box::new(Reading::of(reading))),
            Err(refusal) => Self::Refused {
                code: refusal.code.to_owned(),
                message: refusal.message,
            },
        }
    }

    pub(super) fn into_reading(self) -> Result<RosterReading, Refusal> {
        match self {
            Self::Read(reading) => (*reading).into_reading().ok_or_else(unreadable),
            Self::Refused { code, message } => Err(CODES
                .iter()
                .find(|known| **known == code)
                .map_or_else(unreadable, |known| Refusal::new(known, message))),
        }
    }
}

impl Reading {
    fn of(reading: RosterReading) -> Self {
        Self {
            columns: reading
                .columns
                .into_iter()
                .map(|column| Column {
                    sheet: column.sheet,
                    letters: column.letters,
                    heading: column.heading,
                    field: column.field.map(|field| field.code().to_owned()),
                })
                .collect(),
            rows: reading
                .rows
                .into_iter()
                .map(|row| Kept {
                    sheet: row.sheet,
                    row: row.row,
                    id_number: row.id_number.map(|id| id.whole().to_owned()),
                    record: Record::of(row.record),
                    warnings: row.warnings.into_iter().map(Told::of).collect(),
                })
                .collect(),
            refused: reading
                .refused
                .into_iter()
                .map(|row| Turned {
                    sheet: row.sheet,
                    row: row.row,
                    cells: row.cells.into_iter().map(WireCell::of).collect(),
                    problems: row.problems.into_iter().map(Told::of).collect(),
                })
                .collect(),
            problems: reading.problems.into_iter().map(Told::of).collect(),
            unused_sheets: reading.unused_sheets,
            warned: reading.counts.warned,
        }
    }

    /// Nothing when the answer is not one that our own child gives.
    fn into_reading(self) -> Option<RosterReading> {
        let rows: Vec<RosterRow> = self
            .rows
            .into_iter()
            .map(Kept::into_row)
            .collect::<Option<_>>()?;
        let refused: Vec<RefusedRow> = self
            .refused
            .into_iter()
            .map(Turned::into_row)
            .collect::<Option<_>>()?;
        Some(RosterReading {
            columns: self
                .columns
                .into_iter()
                .map(|column| ColumnUse {
                    sheet: column.sheet,
                    letters: column.letters,
                    heading: column.heading,
                    field: column.field.as_deref().and_then(Field::from_code),
                })
                .collect(),
            counts: Counts {
                rows: rows.len() + refused.len(),
                accepted: rows.len(),
                warned: self.warned,
                refused: refused.len(),
            },
            rows,
            refused,
            problems: self.problems.into_iter().map(Told::into_problem).collect(),
            unused_sheets: self.unused_sheets,
        })
    }
}

impl Kept {
    fn into_row(self) -> Option<RosterRow> {
        let id_number = match self.id_number {
            Some(whole) => Some(IdNumber::read(&whole).ok()?.0),
            None => None,
        };
        Some(RosterRow {
            sheet: self.sheet,
            row: self.row,
            record: self.record.into_record(id_number.as_ref())?,
            id_number,
            warnings: self.warnings.into_iter().map(Told::into_problem).collect(),
        })
    }
}

impl Turned {
    fn into_row(self) -> Option<RefusedRow> {
        Some(RefusedRow {
            sheet: self.sheet,
            row: self.row,
            cells: self
                .cells
                .into_iter()
                .map(WireCell::into_cell)
                .collect::<Option<_>>()?,
            problems: self.problems.into_iter().map(Told::into_problem).collect(),
        })
    }
}

impl Told {
    fn of(problem: Problem) -> Self {
        Self {
            sheet: problem.sheet,
            row: problem.row,
            column: problem.column,
            is_refused: problem.level == Level::Refused,
            message: problem.message,
        }
    }

    fn into_problem(self) -> Problem {
        Problem {
            sheet: self.sheet,
            row: self.row,
            column: self.column,
            level: if self.is_refused {
                Level::Refused
            } else {
                Level::Warned
            },
            message: self.message,
        }
    }
}

impl WireCell {
    fn of(cell: Cell) -> Self {
        match cell {
            Cell::Empty => Self::E,
            Cell::Text(text) => Self::T(text),
            Cell::Number(digits) => Self::N(digits),
            Cell::Date(day) => Self::D(day.to_string()),
            Cell::Error(words) => Self::X(words),
        }
    }

    fn into_cell(self) -> Option<Cell> {
        Some(match self {
            Self::E => Cell::Empty,
            Self::T(text) => Cell::Text(text),
            Self::N(digits) => Cell::Number(digits),
            Self::D(day) => Cell::Date(day.parse().ok()?),
            Self::X(words) => Cell::Error(words),
        })
    }
}

impl Record {
    fn of(record: TeacherRecord) -> Self {
        Self {
            name: record.name,
            sex: record.sex.map(|sex| sex.code().to_owned()),
            birth: record.birth.map(|birth| birth.to_string()),
            political_status: record.political_status,
            education: record.education,
            subject: record.subject,
            title: record.title,
            title_awarded: record.title_awarded,
            backbone: record.backbone,
            post: record.post,
            joined_work_on: record.joined_work_on.map(|day| day.to_string()),
            joined_school_on: record.joined_school_on.map(|day| day.to_string()),
            on_establishment: record.on_establishment,
            phone: record.phone,
            note: record.note,
        }
    }

    fn into_record(self, id: Option<&IdNumber>) -> Option<TeacherRecord> {
        Some(TeacherRecord {
            name: self.name,
            sex: match self.sex {
                Some(code) => Some(Sex::from_code(&code)?),
                None => None,
            },
            birth: match self.birth {
                Some(text) => Some(text.parse().ok()?),
                None => None,
            },
            id_tail: id.map(|id| id.tail().to_owned()).unwrap_or_default(),
            id_digest: String::new(),
            political_status: self.political_status,
            education: self.education,
            subject: self.subject,
            title: self.title,
            title_awarded: self.title_awarded,
            backbone: self.backbone,
            post: self.post,
            joined_work_on: day(self.joined_work_on)?,
            joined_school_on: day(self.joined_school_on)?,
            on_establishment: self.on_establishment,
            phone: self.phone,
            note: self.note,
            standing: Standing::default(),
        })
    }
}

/// Nothing when a text is there that is no day.
#[expect(clippy::option_option, reason = "the outer one is the failure")]
fn day(text: Option<String>) -> Option<Option<NaiveDate>> {
    match text {
        Some(text) => text.parse().ok().map(Some),
        None => Some(None),
    }
}
