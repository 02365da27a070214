//! The empty roster to be filled in.
//!
//! Must never: put the example into the sheet that is imported, or name a living person.

use rust_xlsxwriter::{Format, XlsxError};

use crate::error::Error;
use crate::export::{heading_format, new_workbook};
use crate::roster::Field;

/// Rows that are prepared for filling in.
const PREPARED_ROWS: u32 = 300;

/// An invented teacher; the ID number's district does not exist.
fn example(field: Field) -> &'static str {
    match field {
        Field::Name => "苏一诺",
        Field::Sex => "女",
        Field::Birth => "2001-04-06",
        Field::IdNumber => "371196200104066741",
        Field::PoliticalStatus => "群众",
        Field::Education => "本科",
        Field::Subject => "数学",
        Field::Title => "二级教师",
        Field::TitleAwarded => "2024.11",
        Field::Backbone => "县级教学能手",
        Field::Post => "班主任",
        Field::JoinedWork => "2023.08",
        Field::JoinedSchool => "2023-09-01",
        Field::Establishment => "在编",
        Field::Phone => "13900000000",
        Field::Note => "",
    }
}

/// The template as an xlsx file: headings in the first sheet, all columns as texts (an ID number kept as a number
/// loses its last digits), and an example in the second.
///
/// # Errors
/// When the spreadsheet cannot be written.
pub fn roster_template() -> Result<Vec<u8>, Error> {
    write().map_err(|error| Error::Export {
        what: "花名册模板",
        reason: error.to_string(),
    })
}

fn write() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new_workbook()?;
    let heading = heading_format();
    let as_text = Format::new().set_num_format("@");
    let sheet = workbook.add_worksheet();
    sheet.set_name("教师花名册")?;
    for (column, field) in (0..).zip(Field::ALL) {
        sheet.set_column_format(column, &as_text)?;
        sheet.set_column_width(column, width(*field))?;
        sheet.write_string_with_format(0, column, field.word(), &heading)?;
        // A column's format alone is forgotten by some programs as soon as rows are pasted.
        for row in 1..=PREPARED_ROWS {
            sheet.write_blank(row, column, &as_text)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    let guide = workbook.add_worksheet();
    // Fields run downwards here, so that the import finds no header and passes over this sheet.
    guide.set_name("填写示例")?;
    guide.set_column_width(0, 18)?;
    guide.set_column_width(1, 30)?;
    guide.write_string_with_format(0, 0, "栏目", &heading)?;
    guide.write_string_with_format(0, 1, "示例（虚构）", &heading)?;
    for (row, field) in (1..).zip(Field::ALL) {
        guide.write_string(row, 0, field.word())?;
        guide.write_string(row, 1, example(*field))?;
    }
    workbook.save_to_buffer()
}

fn width(field: Field) -> u32 {
    match field {
        Field::IdNumber => 22,
        Field::Note => 24,
        Field::Sex => 6,
        _ => 14,
    }
}
