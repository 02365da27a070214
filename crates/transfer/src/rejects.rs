//! The rows that were refused, back as a spreadsheet to be mended and imported again.
//!
//! Must never: write a formula: what stood in a foreign file is given back as a text.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::error::Error;
use crate::export::{Value, heading_format, new_workbook, write_value};
use crate::roster::{RefusedRow, RosterReading};
use crate::sheet::Cell;

/// Heading of the column that says what is wrong. The import does not read it.
pub const PROBLEM_HEADING: &str = "问题";

/// The refused rows as an xlsx file: for each sheet its own headings and cells, then 问题 and the row they had.
///
/// # Errors
/// When the spreadsheet cannot be written.
pub fn rejects_file(reading: &RosterReading) -> Result<Vec<u8>, Error> {
    write(reading).map_err(|error| Error::Export {
        what: "需修改的行",
        reason: error.to_string(),
    })
}

fn write(reading: &RosterReading) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new_workbook()?;
    let mut sheets: Vec<&str> = Vec::new();
    for row in &reading.refused {
        if !sheets.contains(&row.sheet.as_str()) {
            sheets.push(&row.sheet);
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    for name in sheets {
        let sheet = workbook.add_worksheet();
        // A foreign name may be one that a spreadsheet forbids; then the writer's own is kept.
        if sheet.set_name(name).is_err() {
            sheet.set_name(format!("工作表{}", sheet_number(reading, name)))?;
        }
        write_sheet(sheet, reading, name)?;
    }
    workbook.save_to_buffer()
}

fn sheet_number(reading: &RosterReading, name: &str) -> usize {
    let mut names: Vec<&str> = reading
        .columns
        .iter()
        .map(|column| column.sheet.as_str())
        .collect();
    names.dedup();
    names
        .iter()
        .position(|other| *other == name)
        .map_or(1, |place| place + 1)
}

fn write_sheet(
    sheet: &mut Worksheet,
    reading: &RosterReading,
    name: &str,
) -> Result<(), XlsxError> {
    let headings: Vec<_> = reading
        .columns
        .iter()
        .filter(|column| column.sheet == name)
        .collect();
    let rows: Vec<&RefusedRow> = reading
        .refused
        .iter()
        .filter(|row| row.sheet == name)
        .collect();
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .chain(headings.iter().map(|column| place_of(&column.letters) + 1))
        .max()
        .unwrap_or_default();
    let last = u16::try_from(width).unwrap_or(u16::MAX - 1);
    // Texts everywhere, so that a mended ID number is not rounded again.
    let as_text = Format::new().set_num_format("@");
    for column in 0..last {
        sheet.set_column_format(column, &as_text)?;
        sheet.set_column_width(column, 14)?;
    }
    let heading = heading_format();
    for column in headings {
        let place = u16::try_from(place_of(&column.letters)).unwrap_or(u16::MAX);
        sheet.write_string_with_format(0, place, &column.heading, &heading)?;
    }
    sheet.write_string_with_format(0, last, PROBLEM_HEADING, &heading)?;
    sheet.set_column_width(last, 60)?;
    sheet.write_string_with_format(0, last + 1, "原行号", &heading)?;
    sheet.set_freeze_panes(1, 0)?;
    for (number, row) in (1..).zip(rows) {
        for (column, cell) in (0..last).zip(&row.cells) {
            match cell {
                Cell::Empty => {}
                cell => write_value(sheet, number, column, &value_of(cell))?,
            }
        }
        let problems: Vec<String> = row
            .problems
            .iter()
            .map(|problem| {
                format!("{} {}", problem.column, problem.message)
                    .trim()
                    .to_owned()
            })
            .collect();
        write_value(sheet, number, last, &Value::Text(problems.join(";")))?;
        write_value(sheet, number, last + 1, &Value::Whole(i64::from(row.row)))?;
    }
    Ok(())
}

/// What stood in a cell. A number that was rounded keeps the look of one: written out in full it could pass for
/// an ID number when the file is imported again.
fn value_of(cell: &Cell) -> Value {
    match cell {
        Cell::Number(digits) if digits.len() > 15 => Value::Text(
            digits
                .parse::<f64>()
                .map_or_else(|_| digits.clone(), |number| format!("{number:.14E}")),
        ),
        Cell::Number(digits) => Value::Decimal(digits.clone()),
        cell => Value::Text(cell.to_string()),
    }
}

/// The place of a column from its letters, from 0.
fn place_of(letters: &str) -> usize {
    letters
        .bytes()
        .fold(0_usize, |place, letter| {
            place * 26 + usize::from(letter.saturating_sub(b'A')) + 1
        })
        .saturating_sub(1)
}
