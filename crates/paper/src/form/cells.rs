//! Labels with what is filled in behind them.
//!
//! Must never: let a value stand outside its cell; it wraps, and the row grows.

use super::look::Look;
use crate::grid::{Row, Table, count};
use crate::length::{Milli, mm};
use crate::text::{Place, Setter};
use domain::report::Labelled;

/// A form is divided into so many fine columns, so that rows need not be divided alike.
pub(super) const FINE: usize = 120;
/// From this height on a text may go on on the next page.
const FLOWS_FROM: Milli = mm(400);

/// The rows as one table.
pub(super) fn table(setter: &mut Setter<'_>, look: &Look, rows: &[Vec<Labelled>]) -> Table {
    let mut table = Table::new(look.frame.width, &[1; FINE]);
    for items in rows {
        let row = row(setter, look, &table, items);
        table.rows.push(row);
    }
    table
}

fn row(setter: &mut Setter<'_>, look: &Look, table: &Table, items: &[Labelled]) -> Row {
    let spans = items.iter().map(|item| usize::from(item.span.max(1)));
    let total: usize = spans.clone().sum();
    let mut row = Row {
        least: look.row,
        ..Row::default()
    };
    let mut before = 0;
    for (item, span) in items.iter().zip(spans) {
        let start = FINE * before / total.max(1);
        before += span;
        let width = FINE * before / total.max(1) - start;
        let label = if item.label.is_empty() {
            0
        } else {
            label_columns(table, width)
        };
        if label > 0 {
            let cell = table.cell(
                setter,
                (start, label),
                &item.label,
                look.cell,
                &Place::form(),
            );
            row.cells.push(cell);
        }
        let place = Place::new(item.place.as_str(), item.label.as_str());
        let at = (start + label, width - label);
        let text = item.text.as_deref();
        let mut cell = table.value(setter, at, text, look.cell, &place);
        // What needs many lines is read from the left.
        let many = if width == FINE { 1 } else { 2 };
        if cell.lines.len() > many {
            cell = table.value(setter, at, text, look.left(), &place);
        }
        cell.flows = count(cell.lines.len()) * cell.style.leading > FLOWS_FROM;
        row.cells.push(cell);
    }
    row
}

/// Columns of the label in an item of so many: alike where items are alike, so that edges stand under edges.
fn label_columns(table: &Table, columns: usize) -> usize {
    let width = table.width(0, columns);
    let wanted = if width >= mm(700) {
        mm(270)
    } else if width >= mm(380) {
        mm(200)
    } else {
        width / 2
    };
    let fine = table.width(0, 1).max(1);
    usize::try_from((wanted + fine - 1) / fine)
        .unwrap_or(1)
        .min(columns.saturating_sub(1))
}
