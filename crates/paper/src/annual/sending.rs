//! Page 4: the sending school's review, then what others write with ink.
//!
//! On the formal form the cells of the sending school are empty fields of a fixed size; on the draft they are
//! text in cells of at least that size.

use super::frame::FRAME;
use super::principal::{self, OPEN_DATE, OPEN_NAME, RIGHT};
use crate::fill::{FIELD_INSET, FillField, Writing, fill_fields, fill_values, names};
use crate::grid::{Cell, Extra, FieldKind, Flow, PAD_Y, Row, Table};
use crate::length::{Area, Milli, mm};
use crate::sign_place::{SENDING_LABEL, SENDING_SIGNATURE, words};
use crate::text::{Place, Setter, Style};
use domain::report::AnnualForm;

/// First column, columns of the label and of the cell; the label; the name of the field.
type Part<'a> = ((usize, usize, usize), &'a str, &'a str);

/// The sending school's cells, as fields or as text.
struct Cells<'a> {
    fields: Vec<FillField>,
    values: Vec<(String, String)>,
    form: &'a AnnualForm,
}

pub(super) fn lay(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let codes: Vec<&str> = form
        .sending
        .scores
        .iter()
        .map(|row| row.code.as_str())
        .collect();
    let cells = Cells {
        fields: fill_fields(&codes),
        values: fill_values(&form.sending),
        form,
    };
    flow.table(&review(setter, &cells));
    flow.table(&others(setter));
}

impl Cells<'_> {
    /// The cell for a field: empty with the field over it, or the text of the draft.
    fn cell(
        &self,
        setter: &mut Setter<'_>,
        table: &Table,
        at: (usize, usize),
        name: &str,
    ) -> (Cell, Milli) {
        let Some(field) = self.fields.iter().find(|field| field.name == name) else {
            return (table.label(setter, at, ""), 0);
        };
        let least = field.height + 2 * FIELD_INSET;
        if self.form.is_draft {
            let value = self
                .values
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, text)| text.as_str());
            let place = Place::new(name, field.label.clone());
            let mut cell = table.value(setter, at, value, field.writing.style(), &place);
            cell.flows = field.writing == Writing::Paragraph;
            return (cell, least);
        }
        let mut cell = table.label(setter, at, "");
        let width = field.width;
        let area = Area {
            x: FIELD_INSET,
            y: FIELD_INSET,
            width,
            height: field.height,
        };
        cell.extras.push(placed(field, area));
        (cell, least)
    }

    /// A row of labels and fields.
    fn row(&self, setter: &mut Setter<'_>, table: &Table, parts: &[Part<'_>]) -> Row {
        let mut row = Row::default();
        for ((column, label, value), words, name) in parts {
            row.cells
                .push(table.label(setter, (*column, *label), words));
            let (cell, least) = self.cell(setter, table, (column + label, *value), name);
            row.cells.push(cell);
            row.least = row.least.max(least);
        }
        row
    }
}

fn placed(field: &FillField, area: Area) -> Extra {
    let kind = FieldKind::Text {
        many_lines: field.max_lines > 1,
    };
    Extra::Field {
        area,
        name: field.name.clone(),
        label: field.label.clone(),
        kind,
    }
}

fn review(setter: &mut Setter<'_>, cells: &Cells<'_>) -> Table {
    let mut table = Table::new(FRAME.width, &[1; 12]);
    let head = [
        ((0, 1), "代码"),
        ((1, 6), "指标"),
        ((7, 1), "满分"),
        ((8, 2), "得分"),
        ((10, 2), "佐证号"),
    ];
    table.head(setter, "九、派出学校复评", &head);
    for score in &cells.form.sending.scores {
        let place = Place::new(format!("sending.scores.{}", score.code), score.code.clone());
        let [points, evidence] = names(&score.code);
        let (points, least) = cells.cell(setter, &table, (8, 2), &points);
        let (evidence, _) = cells.cell(setter, &table, (10, 2), &evidence);
        let own = vec![
            table.cell(setter, (0, 1), &score.code, Style::LABEL, &place),
            table.cell(setter, (1, 6), &score.name, Style::LEFT, &place),
            table.cell(setter, (7, 1), &score.max, Style::VALUE, &place),
            points,
            evidence,
        ];
        table.rows.push(Row {
            cells: own,
            least,
            ..Row::default()
        });
    }
    let (total, least) = cells.cell(setter, &table, (8, 2), "sending.total");
    let sum = vec![
        table.label(setter, (0, 8), "派出学校评分合计"),
        total,
        table.label(setter, (10, 2), ""),
    ];
    table.rows.push(Row {
        cells: sum,
        least,
        ..Row::default()
    });
    let rows: [&[Part<'_>]; 4] = [
        &[((0, 1, 11), "派出\n学校\n意见", "sending.opinion")],
        &[((0, 1, 11), "综合\n得分\n计算", "sending.calculation")],
        &[
            ((0, 2, 2), "综合得分", "sending.year"),
            ((4, 2, 6), "考核档次", "sending.grade"),
        ],
        &[((0, 2, 10), "否决情形", "sending.vetoes")],
    ];
    for parts in rows {
        let row = cells.row(setter, &table, parts);
        table.rows.push(row);
    }
    let row = signature(setter, &table, cells);
    table.rows.push(row);
    table
}

/// The principal's name and the date are fields on the formal form.
fn signature(setter: &mut Setter<'_>, table: &Table, cells: &Cells<'_>) -> Row {
    let form = cells.form;
    let mut cell = table.label(setter, (2, 10), "");
    let own = Place::form();
    let text = "以上复评与综合得分由派出学校填写，\n经负责人签名并加盖公章后生效。";
    principal::paragraph(setter, &mut cell, (mm(20), mm(120)), text, &own);
    let (name, date) = (
        Place::new("sending.principal", "派出学校校长"),
        Place::new("sending.date", "派出学校日期"),
    );
    let shown = form.is_draft.then_some(&form.sending);
    let height = principal::principal(
        setter,
        &mut cell,
        shown
            .and_then(|sending| sending.principal.as_deref())
            .map(|text| (text, &name)),
        shown
            .and_then(|sending| sending.signed_on.as_deref())
            .map(|text| (text, &date)),
    );
    if !form.is_draft {
        for (name, base) in [
            ("sending.principal", OPEN_NAME),
            ("sending.date", OPEN_DATE),
        ] {
            if let Some(field) = cells.fields.iter().find(|field| field.name == name) {
                let (width, height) = (field.width, field.height);
                // The middle of a character stands about 1.2 mm above the base line.
                let area = Area {
                    x: RIGHT + mm(110),
                    y: base - mm(12) - height / 2,
                    width,
                    height,
                };
                cell.extras.push(placed(field, area));
            }
        }
        principal::signature(&mut cell, SENDING_SIGNATURE, SENDING_LABEL, height);
    }
    let label = table.label(setter, (0, 2), "派出学校\n签章");
    Row {
        cells: vec![label, cell],
        least: height,
        ..Row::default()
    }
}

/// Words beside which others write: distance from the left, base line, words.
type ForInk<'a> = (Milli, Milli, &'a str);

/// What the assessing body, the public notice and the teacher add with ink.
fn others(setter: &mut Setter<'_>) -> Table {
    let mut table = Table::new(FRAME.width, &[1; 12]);
    let own = Place::form();
    let day = "　　　　年　　月　　日";
    let until = format!("自{day}起至{day}止");
    let rows: [(&str, Milli, &[ForInk<'_>]); 4] = [
        (
            "考核组（教管\n中心）审定",
            mm(210),
            &[
                (mm(20), mm(60), "意见："),
                (mm(20), mm(175), "审定档次："),
                (mm(700), mm(115), "负责人签名："),
                (mm(700), mm(175), "（盖章）"),
                (mm(900), mm(175), day),
            ],
        ),
        ("公示情况", mm(80), &[(mm(20), mm(53), &until)]),
        (
            "本人意见",
            mm(130),
            &[
                (mm(20), mm(53), "□ 同意　　□ 保留意见（另附说明）"),
                (mm(480), mm(108), "签名："),
                (mm(900), mm(108), day),
            ],
        ),
        ("备注", mm(80), &[]),
    ];
    for (label, least, parts) in rows {
        let mut cell = table.label(setter, (2, 10), "");
        for (x, y, text) in parts {
            let end = words(setter, &mut cell, (*x, *y), text, &own);
            if text.ends_with("签名：") {
                cell.extras.push(Extra::Rule {
                    x: end,
                    y: y + mm(10),
                    length: mm(380),
                });
            }
        }
        let label = table.label(setter, (0, 2), label);
        table.rows.push(Row {
            cells: vec![label, cell],
            least: least.max(2 * PAD_Y),
            ..Row::default()
        });
    }
    // What is left of the page is room for remarks.
    if let Some(remarks) = table.rows.last_mut() {
        remarks.fills = true;
    }
    table
}
