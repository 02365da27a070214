//! A framed place for an opinion: its label on the left, the words or room for ink, and under them who signs.
//!
//! Must never: draw a line between the words and the signature, which belong together, or leave a seal no room.

use super::cells::{FINE, columns_for};
use super::look::Look;
use crate::fonts::Face;
use crate::grid::{Cell, Edges, PAD_X, Row, Table, count};
use crate::length::{Milli, mm, pt};
use crate::sign_place::{SEAL_ROW, lines, rule, words};
use crate::text::{Align, Place, Setter, Style};
use domain::report::Opinion;

/// Room for words where a seal is pressed, and where none is.
const WITH_SEAL: Milli = mm(300);
const WITHOUT_SEAL: Milli = mm(150);
/// Height of the place where somebody signs.
const SIGNED: Milli = mm(145);
/// Width of the label, as of the labels of wide cells.
const LABEL: Milli = mm(300);
/// Height of the place where somebody signs under a long text, so that the hand keeps off it.
const UNDER_TEXT: Milli = mm(200);
/// Length of a line for ink.
const LINE: Milli = mm(400);
/// Room for the day.
const DAY: Milli = mm(430);

/// The table of opinions, without one yet.
pub(super) fn empty(look: &Look) -> Table {
    Table::new(look.frame.width, &[1; FINE])
}

/// True for the row with the words.
pub(super) fn is_text(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.edges == Edges::OpenBelow)
}

/// One box: a row for the words and one for the signature, with the label beside both.
pub(super) fn rows(
    setter: &mut Setter<'_>,
    look: &Look,
    opinion: &Opinion,
    mark: usize,
) -> Vec<Row> {
    let table = empty(look);
    let label_columns = columns_for(&table, LABEL);
    let at = (label_columns, FINE - label_columns);
    let form = Place::form();
    let mut label = table.cell(setter, (0, label_columns), &opinion.label, look.cell, &form);
    label.merge = Some(mark);
    let said = said(setter, look, &table, at, opinion);
    let room = if opinion.has_seal {
        WITH_SEAL
    } else {
        WITHOUT_SEAL
    };
    let mut signed = table.cell(setter, at, "", look.left(), &form);
    signed.place = Place::new(format!("{}.on", opinion.place), opinion.label.as_str());
    signed.edges = Edges::OpenAbove;
    let width = table.width(at.0, at.1);
    let mut least = SIGNED.max(label.height());
    // A text that may end on the next page takes the room for ink and seal along.
    if said.flows {
        least = least.max(if opinion.has_seal {
            SEAL_ROW
        } else {
            UNDER_TEXT
        });
    }
    least += sign(setter, look, &mut signed, opinion, (width, least));
    vec![
        Row {
            cells: vec![label.clone(), said],
            least: room,
            keeps: true,
            ..Row::default()
        },
        Row {
            cells: vec![label, signed],
            least,
            ..Row::default()
        },
    ]
}

/// What is on file; nothing leaves room for ink.
fn said(
    setter: &mut Setter<'_>,
    look: &Look,
    table: &Table,
    at: (usize, usize),
    opinion: &Opinion,
) -> Cell {
    let style = Style {
        face: Face::Kai,
        leading: look.cell.leading + pt(15),
        align: Align::Justify,
        indent: true,
        ..look.cell
    };
    let place = Place::new(format!("{}.text", opinion.place), opinion.label.as_str());
    let text = opinion.text.as_deref().unwrap_or_default();
    let mut cell = table.cell(setter, at, text, style, &place);
    cell.edges = Edges::OpenBelow;
    cell.flows = cell.height() > WITH_SEAL;
    cell
}

/// Who signs, the line for ink, the day and the word for the seal, at the right end of the box. Answers by how
/// much the row must grow for a long name.
fn sign(
    setter: &mut Setter<'_>,
    look: &Look,
    cell: &mut Cell,
    opinion: &Opinion,
    (width, height): (Milli, Milli),
) -> Milli {
    let form = Place::form();
    let style = look.left();
    let signer = if opinion.signer.trim().is_empty() {
        "签名："
    } else {
        &opinion.signer
    };
    let most = width - LINE - 2 * PAD_X - mm(20);
    let set = setter.set(signer, &style, most, &form);
    let longest = set.iter().map(|line| line.end).max().unwrap_or(0);
    let last = set.last().map_or(0, |line| line.end);
    let more = count(set.len().saturating_sub(1)) * style.leading;
    let (left, low) = (width - PAD_X - LINE - longest, height + more - mm(35));
    let base = lines(cell, (left, low - mm(70) - more), set, &style);
    rule(cell, (left + last, base), width - PAD_X - left - last);
    let day = width - PAD_X - DAY;
    if opinion.has_seal {
        words(
            setter,
            cell,
            (left.min(day - mm(200)), low),
            "（盖章）",
            &form,
        );
    }
    let place = Place::new(format!("{}.on", opinion.place), opinion.label.as_str());
    let on = opinion.on.as_deref().unwrap_or("　　　　年　　月　　日");
    words(setter, cell, (day, low), on, &place);
    more
}
