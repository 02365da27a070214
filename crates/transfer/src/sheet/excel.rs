//! xlsx and xls through calamine.
//!
//! Must never: ask calamine for a whole range of an xlsx sheet: it would lay out every cell between two
//! far-apart ones. Cells are streamed, and the sheet's `dimension` is ignored.

use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
};
use chrono::NaiveDate;
use domain::refusal::Refusal;

use super::{Cell, Gathering, Grid};
use crate::error::{LOCKED, too_large, unreadable};
use crate::limits;

const NOT_CALCULATED: &str = "公式没有计算结果，请用表格软件打开并保存一次";

/// Reads a package that was measured.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Grid, Refusal> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut grid = Grid::default();
    let mut gathering = Gathering::default();
    for name in visible_sheets(&workbook)? {
        let mut cells = workbook
            .worksheet_cells_reader(&name)
            .map_err(|_| unreadable())?;
        while let Some(record) = cells
            .next_cell_with_formula_metadata()
            .map_err(|_| unreadable())?
        {
            let (row, column) = record.pos;
            let cell = match cell_of_ref(record.value) {
                Cell::Empty if record.formula.is_some() => Cell::Error(NOT_CALCULATED.to_owned()),
                cell => cell,
            };
            gathering.take(row, column, cell)?;
        }
        grid.sheets.push(gathering.sheet(name));
    }
    Ok(grid)
}

/// Reads an old binary workbook that was measured: calamine lays out its sheets whole and at once.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Grid, Refusal> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| {
        // A locked xlsx has the wrapping of an old file.
        let is_locked_xlsx = has_utf16(bytes, "EncryptedPackage");
        match error {
            XlsError::Password => locked(),
            _ if is_locked_xlsx => locked(),
            _ => unreadable(),
        }
    })?;
    let mut grid = Grid::default();
    let mut gathering = Gathering::default();
    for name in visible_sheets(&workbook)? {
        let range = workbook.worksheet_range(&name).map_err(|_| unreadable())?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = |offset: usize, first: u32| {
                u32::try_from(offset)
                    .unwrap_or(u32::MAX)
                    .saturating_add(first)
            };
            gathering.take(
                place(row, first_row),
                place(column, first_column),
                cell_of(value),
            )?;
        }
        grid.sheets.push(gathering.sheet(name));
    }
    Ok(grid)
}

fn locked() -> Refusal {
    Refusal::new(LOCKED, "文件设有打开密码，请先在表格软件中取消密码，再导入")
}

fn has_utf16(bytes: &[u8], word: &str) -> bool {
    let word: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(word.len()).any(|window| window == word)
}

/// Hidden sheets hold look-up lists and last year's copies; nobody expects them to be read.
fn visible_sheets<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(
    workbook: &R,
) -> Result<Vec<String>, Refusal> {
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if names.len() > limits::SHEETS {
        return Err(too_large("工作表太多，不像教师花名册"));
    }
    Ok(names)
}

fn cell_of_ref(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => Cell::Text(text.to_owned()),
        other => cell_of(&Data::from(other)),
    }
}

fn cell_of(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(number.to_string()),
        Data::Float(number) => number_cell(*number),
        Data::Bool(is_true) => Cell::Text(if *is_true { "是" } else { "否" }.to_owned()),
        Data::DateTime(moment) => {
            day_of(*moment).map_or_else(|| number_cell(moment.as_f64()), Cell::Date)
        }
        Data::DateTimeIso(text) => text
            .get(..10)
            .and_then(|day| day.parse().ok())
            .map_or_else(|| Cell::Text(text.clone()), Cell::Date),
        Data::Error(error) => Cell::Error(format!("单元格有错误 {error}")),
    }
}

/// The shortest digits that give the same number back, as the spreadsheet program shows them.
fn number_cell(number: f64) -> Cell {
    if number.is_finite() {
        Cell::Number(number.to_string())
    } else {
        Cell::Error("数字超出范围".to_owned())
    }
}

/// The day, in either of Excel's calendars; nothing for durations, times of day, and the 29th of February 1900.
fn day_of(moment: ExcelDateTime) -> Option<NaiveDate> {
    let serial = moment.as_f64();
    if moment.is_duration() || !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
}
