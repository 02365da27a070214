//! Tables: columns, rows and cells, before they are laid onto pages.
//!
//! Must never: cut a row in the middle of a line, or let a text stand outside its cell.

mod flow;

pub(crate) use flow::{Field, FieldKind, Flow, Frame};

use crate::length::{Area, Milli, mm};
use crate::text::{Place, SetLine, Setter, Style};

/// Space between a text and the left and right edge of its cell.
pub(crate) const PAD_X: Milli = mm(14);
/// Space above and below the text of a cell.
pub(crate) const PAD_Y: Milli = mm(4);

/// More space above the first text of a box of several rows.
const TOP: Milli = mm(12);

/// What stands in a cell besides its text; places count from the cell's top left corner.
#[derive(Debug, Clone)]
pub(crate) enum Extra {
    /// A line of text on a base line.
    Text {
        x: Milli,
        y: Milli,
        line: SetLine,
        size: Milli,
    },
    /// A line to write on.
    Rule { x: Milli, y: Milli, length: Milli },
    /// A form field that is filled or signed later.
    Field {
        area: Area,
        name: String,
        label: String,
        kind: FieldKind,
    },
}

/// Which lines are drawn around a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edges {
    All,
    /// Running text between tables: no line, and no distance to the sides.
    Bare,
    /// The next row goes on with the same box; its text begins at the top.
    OpenBelow,
    /// The row before began the box.
    OpenAbove,
}

/// One cell of a row.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// First column.
    pub(crate) column: usize,
    /// Number of columns.
    pub(crate) span: usize,
    pub(crate) place: Place,
    pub(crate) lines: Vec<SetLine>,
    pub(crate) style: Style,
    /// Equal marks in rows that follow each other make one tall cell.
    pub(crate) merge: Option<usize>,
    /// The text may go on on the next page, and begins at the top of the cell.
    pub(crate) flows: bool,
    pub(crate) edges: Edges,
    pub(crate) extras: Vec<Extra>,
}

impl Cell {
    /// Height that the cell needs for its text.
    pub(crate) fn height(&self) -> Milli {
        count(self.lines.len()) * self.style.leading + self.above() + PAD_Y
    }

    /// Space above a text that begins at the top of the cell.
    fn above(&self) -> Milli {
        if self.edges == Edges::OpenBelow {
            PAD_Y + TOP
        } else {
            PAD_Y
        }
    }
}

/// One row; columns that no cell covers stay open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) least: Milli,
    /// Takes what is left of the page when everything behind it in the table is placed too.
    pub(crate) fills: bool,
    /// Stands on one page with the next row.
    pub(crate) keeps: bool,
}

impl Row {
    pub(crate) fn of(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// Height that the row needs; tall merged cells are looked at by the table.
    pub(crate) fn height(&self) -> Milli {
        let texts = self
            .cells
            .iter()
            .filter(|cell| cell.merge.is_none())
            .map(Cell::height)
            .max();
        texts.unwrap_or(0).max(self.least)
    }
}

/// Rows under each other with the same columns.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Milli>,
    /// Stands above the first row.
    pub(crate) header: Vec<Row>,
    /// Stands on top of each further page on which the table goes on.
    pub(crate) again: Vec<Row>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// A table whose columns share `width` in the given proportions; the last takes the remainder.
    pub(crate) fn new(width: Milli, shares: &[i64]) -> Self {
        let total = shares.iter().sum::<i64>().max(1);
        let mut columns: Vec<Milli> = shares.iter().map(|share| width * share / total).collect();
        let rest = width - columns.iter().sum::<Milli>();
        if let Some(last) = columns.last_mut() {
            *last += rest;
        }
        Self {
            columns,
            header: Vec::new(),
            again: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Distance of a column from the left edge of the table.
    pub(crate) fn left(&self, column: usize) -> Milli {
        self.columns.iter().take(column).sum()
    }

    /// Width of some columns together.
    pub(crate) fn width(&self, column: usize, span: usize) -> Milli {
        self.columns.iter().skip(column).take(span).sum()
    }

    /// A cell with a text that grows downwards as far as the text needs.
    pub(crate) fn cell(
        &self,
        setter: &mut Setter<'_>,
        (column, span): (usize, usize),
        text: &str,
        style: Style,
        place: &Place,
    ) -> Cell {
        let width = self.width(column, span) - 2 * PAD_X;
        let lines = setter.set(text, &style, width, place);
        Cell {
            column,
            span,
            place: place.clone(),
            lines,
            style,
            merge: None,
            flows: false,
            edges: Edges::All,
            extras: Vec::new(),
        }
    }

    /// A cell with words of the form itself.
    pub(crate) fn label(&self, setter: &mut Setter<'_>, at: (usize, usize), text: &str) -> Cell {
        self.cell(setter, at, text, Style::LABEL, &Place::form())
    }

    /// A cell with a fact; a missing one prints a dash.
    pub(crate) fn value(
        &self,
        setter: &mut Setter<'_>,
        at: (usize, usize),
        value: Option<&str>,
        style: Style,
        place: &Place,
    ) -> Cell {
        let text = value.filter(|text| !text.trim().is_empty()).unwrap_or("—");
        // A lone dash looks lost at the beginning of a paragraph.
        let style = if text == "—" {
            Style {
                indent: false,
                ..style
            }
        } else {
            style
        };
        self.cell(setter, at, text, style, place)
    }

    fn heading(&self, setter: &mut Setter<'_>, text: &str) -> Row {
        let all = (0, self.columns.len());
        Row::of(vec![self.cell(
            setter,
            all,
            text,
            Style::HEADING,
            &Place::form(),
        )])
    }

    /// Gives the table a heading over its whole width (none when it is empty) and, under it, the names of its
    /// columns. Both are repeated where the table goes on.
    pub(crate) fn head(
        &mut self,
        setter: &mut Setter<'_>,
        text: &str,
        names: &[((usize, usize), &str)],
    ) {
        if !text.is_empty() {
            self.header = vec![self.heading(setter, text)];
            self.again = vec![self.heading(setter, &format!("{text}（续）"))];
        }
        if !names.is_empty() {
            let row = Row::of(
                names
                    .iter()
                    .map(|(at, name)| self.label(setter, *at, name))
                    .collect(),
            );
            self.header.push(row.clone());
            self.again.push(row);
        }
    }
}

/// Gives the rows of a page's tables more air, each the same, as far as the page has room.
pub(crate) fn air(tables: &mut [Table], room: Milli, most: Milli) {
    let rows = |tables: &[Table]| tables.iter().map(|table| table.rows.len()).sum::<usize>();
    let height = |rows: &[Row]| rows.iter().map(Row::height).sum::<Milli>();
    let used: Milli = tables
        .iter()
        .map(|table| height(&table.header) + height(&table.rows))
        .sum();
    let each = ((room - used) / count(rows(tables)).max(1)).clamp(0, most);
    for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.least = row.height() + each;
    }
}

/// A number of lines as a factor for lengths.
pub(crate) fn count(lines: usize) -> Milli {
    Milli::try_from(lines).unwrap_or(Milli::MAX / 1_000_000)
}
