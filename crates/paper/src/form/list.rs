//! A table with a line for each of many.
//!
//! Must never: cut a line of it over two pages, or leave a total alone on a page.

use super::look::Look;
use crate::fonts::Face;
use crate::grid::{Cell, Row, Table};
use crate::text::{Place, Setter, Style};
use domain::report::{Cell as Fact, Column, List};

/// The list with its heading and the names of its columns, which are repeated on each page.
pub(super) fn table(setter: &mut Setter<'_>, look: &Look, list: &List) -> Table {
    // A line with more cells than there are columns still loses nothing.
    let lines = list.rows.iter().chain(&list.totals);
    let columns = lines
        .map(Vec::len)
        .chain([list.columns.len(), 1])
        .max()
        .unwrap_or(1);
    let shares: Vec<i64> = (0..columns)
        .map(|at| {
            list.columns
                .get(at)
                .map_or(1, |own| own.share.max(1).into())
        })
        .collect();
    let mut table = Table::new(look.frame.width, &shares);
    head(setter, look, list, &mut table);
    let drawing = Drawing {
        look,
        list,
        columns,
    };
    for (index, row) in list.rows.iter().enumerate() {
        let row = drawing.line(setter, &table, index, row);
        table.rows.push(row);
    }
    if list.rows.is_empty() {
        let place = Place::form();
        let text = Some(list.if_empty.as_str());
        let cell = table.value(setter, (0, columns), text, look.cell, &place);
        table.rows.push(look.airy(vec![cell]));
    }
    for (index, row) in list.totals.iter().enumerate() {
        if let Some(last) = table.rows.last_mut() {
            last.keeps = true;
        }
        let row = drawing.total(setter, &table, list.rows.len() + index, row);
        table.rows.push(row);
    }
    table
}

fn head(setter: &mut Setter<'_>, look: &Look, list: &List, table: &mut Table) {
    table.head(setter, &list.heading, &[]);
    if list.columns.iter().all(|column| column.name.is_empty()) {
        return;
    }
    let names = list.columns.iter().enumerate();
    let cells = names
        .map(|(at, own)| table.cell(setter, (at, 1), &own.name, look.cell, &Place::form()))
        .collect();
    let row = look.airy(cells);
    table.header.push(row.clone());
    table.again.push(row);
}

struct Drawing<'a> {
    look: &'a Look,
    list: &'a List,
    columns: usize,
}

impl Drawing<'_> {
    fn line(&self, setter: &mut Setter<'_>, table: &Table, index: usize, row: &[Fact]) -> Row {
        let cells = (0..self.columns)
            .map(|at| {
                let text = row.get(at).and_then(|cell| cell.as_deref());
                self.cell(setter, table, (index, ""), (at, 1), text)
            })
            .collect();
        self.look.airy(cells)
    }

    /// The first cell takes those behind it that are filled with nothing: `合计` over several columns. Further
    /// on, such a cell stays blank.
    fn total(&self, setter: &mut Setter<'_>, table: &Table, index: usize, row: &[Fact]) -> Row {
        let is_blank = |at: usize| row.get(at).is_some_and(|cell| cell.as_deref() == Some(""));
        let first = 1 + (1..self.columns).take_while(|at| is_blank(*at)).count();
        let spans = std::iter::once((0, first)).chain((first..self.columns).map(|at| (at, 1)));
        let cells = spans
            .map(|(at, span)| {
                let text = row.get(at).and_then(|cell| cell.as_deref());
                let mut cell = self.cell(setter, table, (index, "total."), (at, span), text);
                if is_blank(at) {
                    cell.lines.clear();
                }
                cell
            })
            .collect();
        self.look.airy(cells)
    }

    fn cell(
        &self,
        setter: &mut Setter<'_>,
        table: &Table,
        (index, kind): (usize, &str),
        (at, span): (usize, usize),
        text: Option<&str>,
    ) -> Cell {
        let column = self.list.columns.get(at);
        let name = column.map_or("", |own| own.name.as_str());
        let (line, number) = (index + 1, at + 1);
        let place = Place::new(
            format!("{}.{kind}{line}.{number}", self.list.place),
            format!("第{line}行的{name}"),
        );
        let style = if kind.is_empty() {
            self.style(column, text)
        } else {
            Style {
                face: Face::Hei,
                ..self.look.cell
            }
        };
        table.value(setter, (at, span), text, style, &place)
    }

    fn style(&self, column: Option<&Column>, text: Option<&str>) -> Style {
        // A lone dash stands in the middle of every column.
        let is_said = text.is_some_and(|text| !text.trim().is_empty());
        if is_said && column.is_some_and(|own| own.is_text) {
            self.look.left()
        } else {
            self.look.cell
        }
    }
}
