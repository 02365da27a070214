//! Text between the tables: paragraphs, headings, notes.
//!
//! Must never: leave a single line alone at the end or the beginning of a page.

use super::look::Look;
use crate::grid::{Cell, Edges, Row, Table};
use crate::length::mm;
use crate::text::{Place, Setter, Style};
use domain::report::Written;

/// Up to so many lines stay together.
const TOGETHER: usize = 3;

/// A row without borders over the whole width.
pub(super) fn row(
    setter: &mut Setter<'_>,
    look: &Look,
    (text, style): (&str, Style),
    place: &Place,
) -> Row {
    let lines = setter.set(text, &style, look.frame.width, place);
    let flows = lines.len() > TOGETHER;
    Row::of(vec![Cell {
        column: 0,
        span: usize::MAX,
        place: place.clone(),
        lines,
        style,
        merge: None,
        flows,
        edges: Edges::Bare,
        extras: Vec::new(),
    }])
}

/// A table that is nothing but running text.
pub(super) fn table(look: &Look, rows: Vec<Row>) -> Table {
    let mut table = Table::new(look.frame.width, &[1]);
    table.rows = rows;
    table
}

/// Running text; a fact that is missing prints a dash.
pub(super) fn paragraph(setter: &mut Setter<'_>, look: &Look, written: &Written) -> Row {
    let place = if written.place.is_empty() {
        Place::form()
    } else {
        Place::new(written.place.as_str(), written.label.as_str())
    };
    let is_missing = written.text.trim().is_empty() && !written.place.is_empty();
    let text = if is_missing { "—" } else { &written.text };
    row(setter, look, (text, look.body), &place)
}

/// The heading of a section.
pub(super) fn heading(setter: &mut Setter<'_>, look: &Look, text: &str) -> Row {
    row(setter, look, (text, look.heading), &Place::form())
}

/// A line of explanation, in the smallest letters there are.
pub(super) fn note(setter: &mut Setter<'_>, look: &Look, text: &str) -> Row {
    let mut row = row(setter, look, (text, Style::LEFT), &Place::form());
    row.least = row.height() + mm(25);
    row
}
