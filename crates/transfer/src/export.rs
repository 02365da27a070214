//! Spreadsheets for outside: plain values only, so that no file of ours makes a program calculate.
//!
//! Must never: write a formula, or a number with more than 15 digits as a number.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::error::Error;
use crate::limits;

/// One value of a table for outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text; in an xlsx file a typed string, whatever it begins with.
    Text(String),
    /// A whole number of at most 15 digits; a longer one is written as a text.
    Whole(i64),
    /// A number in decimal digits, such as a score `85.62`; written as a text when it is none.
    Decimal(String),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A table for outside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The sheet's name; at most 31 characters, others are cut.
    pub name: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Value>>,
}

/// The table as an xlsx file: every cell a typed string or number.
///
/// # Errors
/// When a row or column lies outside what a spreadsheet can hold.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, Error> {
    let mut workbook = new_workbook().map_err(failed)?;
    for table in tables {
        let sheet = workbook.add_worksheet();
        write_table(sheet, table).map_err(failed)?;
    }
    workbook.save_to_buffer().map_err(failed)
}

fn failed(error: XlsxError) -> Error {
    Error::Export {
        what: "导出",
        reason: error.to_string(),
    }
}

/// A workbook without a time in it, so that the same table gives the same bytes.
pub(crate) fn new_workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}

/// The format of headings.
pub(crate) fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
}

fn write_table(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&table.name))?;
    let heading = heading_format();
    for (column, text) in (0..).zip(&table.headings) {
        sheet.write_string_with_format(0, column, cut(text), &heading)?;
        sheet.set_column_width(column, column_width(text))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    // It is printed: across the page, as wide as the paper, the headings on each page.
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    for (row, values) in (1..).zip(&table.rows) {
        for (column, value) in (0..).zip(values) {
            write_value(sheet, row, column, value)?;
        }
    }
    Ok(())
}

/// Writes one value as a typed string or number.
pub(crate) fn write_value(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
) -> Result<(), XlsxError> {
    let text = match value {
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(digits) => digits.clone(),
    };
    let is_short = text.bytes().filter(u8::is_ascii_digit).count() <= 15;
    let number = match value {
        Value::Text(_) => None,
        _ => text
            .parse::<f64>()
            .ok()
            .filter(|number| is_short && number.is_finite()),
    };
    match number {
        Some(number) => sheet.write_number(row, column, number)?,
        None => sheet.write_string(row, column, cut(&text))?,
    };
    Ok(())
}

/// Excel refuses a longer text.
fn cut(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= limits::CELL_CHARACTERS
        })
        .collect()
}

fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !domain::text::is_steering(*c) && !"[]:*?/\\'".contains(*c))
        .take(15)
        .collect();
    if name.is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}

fn column_width(heading: &str) -> u32 {
    u32::try_from(heading.chars().count())
        .unwrap_or(40)
        .saturating_mul(2)
        .clamp(10, 40)
}

/// The table as a csv file for Chinese Excel: UTF-8 with its mark, and every dangerous field guarded.
///
/// # Errors
/// When the csv writer fails; it writes to memory.
pub fn csv(table: &Table) -> Result<Vec<u8>, Error> {
    let failed = |error: csv::Error| Error::Export {
        what: "导出",
        reason: error.to_string(),
    };
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer
        .write_record(table.headings.iter().map(|text| guarded(text)))
        .map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field)).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Error::Export {
        what: "导出",
        reason: error.to_string(),
    })
}

fn field(value: &Value) -> String {
    match value {
        Value::Text(text) => guarded(text),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(digits)
            if digits
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
                && digits.parse::<f64>().is_ok() =>
        {
            digits.clone()
        }
        Value::Decimal(digits) => guarded(digits),
    }
}

/// A csv field that no spreadsheet program takes for a formula, nor an ID number for a number.
pub fn guarded(text: &str) -> String {
    let is_long_number = text.len() > 11 && text.bytes().all(|b| b.is_ascii_digit() || b == b'X');
    if is_dangerous(text) || is_long_number || text.starts_with('\'') {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that [`guarded`] guarded.
pub fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').unwrap_or(field)
}

/// True when a spreadsheet program might calculate it. White space before the mark does not disarm it.
fn is_dangerous(text: &str) -> bool {
    let starts = |text: &str| {
        text.starts_with([
            '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%',
        ])
    };
    starts(text)
        || starts(text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{200b}', '\u{feff}']))
}
