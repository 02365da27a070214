//! The spreadsheet twins of lists: the tables of the paper, with its numbers as numbers.

use domain::money::Fen;
use domain::refusal::Judgement;
use domain::report::{Cell, CellValue, Form, FormCode, Part};
use transfer::export::{self, Table, Value};

use super::build;
use super::facts::draft_issue;
use super::form::Subject;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// The spreadsheet twin of a list: the same columns and the same texts as the paper; amounts and counts as numbers.
///
/// # Errors
/// When the form is no list, or the workbook cannot be made.
pub fn twin(
    session: &Session,
    code: FormCode,
    subject: Subject,
    at: At,
) -> Result<Vec<u8>, Failure> {
    let issue = draft_issue(session, at);
    let form = build::form(session, code, subject, &issue, clock::day(at))?;
    let tables = tables(&form);
    let mut judgement = Judgement::new();
    judgement.require(
        !tables.is_empty(),
        "REPORT-TWIN",
        "form",
        "这种表没有Excel版本",
    );
    judgement.pass(())?;
    Ok(export::xlsx(&tables)?)
}

/// The lists of a form as tables.
pub(crate) fn tables(form: &Form) -> Vec<Table> {
    let lists = form.parts.iter().filter_map(|part| match part {
        Part::List(list) => Some(list),
        _ => None,
    });
    lists
        .map(|list| {
            let line = |row: &Vec<Cell>| {
                let cells = list.columns.iter().zip(row);
                cells
                    .map(|(column, cell)| value(column.value, cell))
                    .collect()
            };
            Table {
                name: form.code.word().to_owned(),
                headings: list
                    .columns
                    .iter()
                    .map(|column| column.name.clone())
                    .collect(),
                rows: list.rows.iter().chain(&list.totals).map(line).collect(),
            }
        })
        .collect()
}

/// A cell as its column says; what is no number there, such as `合计`, is a text.
fn value(kind: CellValue, cell: &Cell) -> Value {
    let Some(text) = cell else {
        return Value::text("—");
    };
    match kind {
        CellValue::Whole => text
            .parse()
            .map_or_else(|_| Value::text(text), Value::Whole),
        CellValue::Money if text.parse::<Fen>().is_ok() => Value::Decimal(text.clone()),
        CellValue::Money | CellValue::Text => Value::text(text),
    }
}
