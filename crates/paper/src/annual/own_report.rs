//! Page 2: what the teacher reports about the year, and the place for the teacher's signature.

use super::frame::FRAME;
use crate::grid::{Cell, Extra, Flow, Row, Table};
use crate::length::mm;
use crate::sign_place::words;
use crate::text::{Place, Setter, Style};
use domain::report::AnnualForm;

pub(super) fn lay(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let mut table = Table::new(FRAME.width, &[1; 12]);
    table.head(setter, "五、本人述职（总结）", &[]);
    let place = Place::new("self_report", "本人述职");
    let report = form.self_report.as_deref();
    let mut cell = table.value(setter, (0, 12), report, Style::WRITTEN, &place);
    cell.flows = true;
    table.rows.push(Row {
        cells: vec![cell],
        least: mm(0),
        fills: true,
        keeps: true,
    });
    table.rows.push(signature(setter, &table, form));
    flow.table(&table);
}

/// The teacher signs with ink; the date is a fact when it is on file.
fn signature(setter: &mut Setter<'_>, table: &Table, form: &AnnualForm) -> Row {
    let mut cell: Cell = table.label(setter, (0, 12), "");
    let place = Place::new("self_report_on", "述职日期");
    let date = form
        .self_report_on
        .as_deref()
        .unwrap_or("　　　　年　　月　　日");
    words(
        setter,
        &mut cell,
        (mm(660), mm(95)),
        "交流教师签名：",
        &Place::form(),
    );
    cell.extras.push(Extra::Rule {
        x: mm(920),
        y: mm(105),
        length: mm(300),
    });
    words(setter, &mut cell, (mm(1240), mm(95)), date, &place);
    Row {
        cells: vec![cell],
        least: mm(150),
        ..Row::default()
    }
}
