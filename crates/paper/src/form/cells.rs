//! Labels with what is filled in behind them.
//!
//! Must never: let a value stand outside its cell; it wraps, and the row grows.

use super::look::Look;
use crate::grid::{PAD_X, Row, Table, count};
use crate::length::{Milli, mm};
use crate::text::{Place, Setter};
use domain::report::Labelled;

/// A form is divided into so many fine columns, so that rows need not be divided alike.
pub(super) const FINE: usize = 120;
/// From this height on a text may go on on the next page.
const FLOWS_FROM: Milli = mm(400);

/// Least and greatest width of the labels of wide items and of narrow ones.
const WIDE: (Milli, Milli) = (mm(300), mm(360));
const NARROW: (Milli, Milli) = (mm(200), mm(270));

/// The rows as one table.
pub(super) fn table(setter: &mut Setter<'_>, look: &Look, rows: &[Vec<Labelled>]) -> Table {
    let mut table = Table::new(look.frame.width, &[1; FINE]);
    let items: Vec<Item<'_>> = rows.iter().flat_map(|row| places(row)).collect();
    let labels = Labels {
        wide: label_width(setter, look, &table, &items, WIDE),
        narrow: label_width(setter, look, &table, &items, NARROW),
    };
    for items in rows {
        let row = row(setter, look, &table, &labels, items);
        table.rows.push(row);
    }
    table
}

/// A label with its value, and the columns that they take together: first and number.
type Item<'a> = (&'a Labelled, (usize, usize));

/// Shares the columns out among the items of a row.
fn places(items: &[Labelled]) -> Vec<Item<'_>> {
    let span = |item: &Labelled| usize::from(item.span.max(1));
    let total: usize = items.iter().map(span).sum();
    let mut before = 0;
    items
        .iter()
        .map(|item| {
            let start = FINE * before / total.max(1);
            before += span(item);
            (item, (start, FINE * before / total.max(1) - start))
        })
        .collect()
}

fn row(
    setter: &mut Setter<'_>,
    look: &Look,
    table: &Table,
    labels: &Labels,
    items: &[Labelled],
) -> Row {
    let mut cells = Vec::new();
    for (item, (start, columns)) in places(items) {
        let label = if item.label.is_empty() {
            0
        } else {
            labels.columns(table, columns)
        };
        if label > 0 {
            let words = table.cell(
                setter,
                (start, label),
                &item.label,
                look.cell,
                &Place::form(),
            );
            cells.push(words);
        }
        let place = Place::new(item.place.as_str(), item.label.as_str());
        let at = (start + label, columns - label);
        let text = item.text.as_deref();
        let mut cell = table.value(setter, at, text, look.cell, &place);
        // What needs many lines is read from the left.
        let many = if columns == FINE { 1 } else { 2 };
        if cell.lines.len() > many {
            cell = table.value(setter, at, text, look.left(), &place);
        }
        cell.flows = count(cell.lines.len()) * cell.style.leading > FLOWS_FROM;
        cells.push(cell);
    }
    look.airy(cells)
}

/// Width of the labels: alike where items are alike, so that edges stand under edges.
struct Labels {
    wide: Milli,
    narrow: Milli,
}

impl Labels {
    /// Columns of the label of an item.
    fn columns(&self, table: &Table, columns: usize) -> usize {
        let width = table.width(0, columns);
        let wanted = match class(width) {
            Some(WIDE) => self.wide,
            Some(_) => self.narrow,
            None => width / 2,
        };
        columns_for(table, wanted).min(columns.saturating_sub(1))
    }
}

/// So many fine columns are at least as wide as wanted.
pub(super) fn columns_for(table: &Table, wanted: Milli) -> usize {
    let fine = table.width(0, 1).max(1);
    usize::try_from((wanted + fine - 1) / fine).unwrap_or(1)
}

/// Which labels an item of this width has; in the narrowest, label and value share alike.
fn class(width: Milli) -> Option<(Milli, Milli)> {
    if width >= mm(700) {
        Some(WIDE)
    } else if width >= mm(380) {
        Some(NARROW)
    } else {
        None
    }
}

/// The width that holds the labels of a class on one line, except those that are too long for that anyway.
fn label_width(
    setter: &mut Setter<'_>,
    look: &Look,
    table: &Table,
    items: &[Item<'_>],
    own: (Milli, Milli),
) -> Milli {
    let (least, most) = own;
    let labels = items
        .iter()
        .filter(|(_, (start, columns))| class(table.width(*start, *columns)) == Some(own))
        .map(|(item, _)| {
            let line = setter.one_line(&item.label, &look.cell, &Place::form());
            line.end + 2 * PAD_X
        });
    labels
        .filter(|width| *width <= most)
        .max()
        .unwrap_or(least)
        .max(least)
}
