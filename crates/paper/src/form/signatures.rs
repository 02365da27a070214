//! Those who sign, beside each other as far as the page is wide enough, else in further rows.
//!
//! Each has its label, its full name and, in a row of its own, the place to sign. The square of a seal stands in
//! that row, over name and date, where it reaches nothing else.
//!
//! Must never: give two places the field of the same school, or tear the parties onto two pages.

use super::look::Look;
use crate::fonts::Face;
use crate::grid::{Cell, Edges, PAD_X, Row, Table, count};
use crate::length::{Milli, mm};
use crate::sign_place::{
    self, HOST_LABEL, HOST_SIGNATURE, SEAL, SEAL_ROW, SENDING_LABEL, SENDING_SIGNATURE, lines, rule,
};
use crate::text::{Align, Place, SetLine, Setter, Style};
use domain::report::SignPlace;
use domain::school::Side;

/// Least width of a place: the line for ink with its word, or a seal.
const NARROWEST: Milli = mm(500);
/// What is written in a place takes no more width than this.
const WIDEST: Milli = mm(620);
/// Width of a place that stands alone.
const ALONE: Milli = mm(800);
/// From the top of the row to the first line.
const ABOVE: Milli = mm(75);
/// From the last base line of the name to that of the line for ink.
const TO_LINE: Milli = mm(125);
/// From the top to the line for ink when there is no name.
const FOR_INK: Milli = mm(130);
/// The same under a list, where the page is dear.
const UNDER_LIST: Milli = mm(90);
/// From the line to the date, from the date to `（盖章）`, and from there to the bottom.
const TO_DATE: Milli = mm(105);
const TO_SEAL: Milli = mm(70);
const BELOW: Milli = mm(40);

/// Which schools have a field already.
pub(super) struct Fields {
    open: Vec<Side>,
}

impl Fields {
    /// Without `may_sign` there are none.
    pub(super) fn new(may_sign: bool) -> Self {
        let open = if may_sign {
            vec![Side::Host, Side::Sending]
        } else {
            Vec::new()
        };
        Self { open }
    }

    fn take(&mut self, side: Side) -> Option<(&'static str, &'static str)> {
        let at = self.open.iter().position(|open| *open == side)?;
        self.open.remove(at);
        Some(match side {
            Side::Host => (HOST_SIGNATURE, HOST_LABEL),
            Side::Sending => (SENDING_SIGNATURE, SENDING_LABEL),
        })
    }
}

/// All places as one table that stays on one page.
pub(super) fn table(
    setter: &mut Setter<'_>,
    look: &Look,
    places: &[SignPlace],
    fields: &mut Fields,
) -> Table {
    let most = usize::try_from(look.frame.width / NARROWEST)
        .unwrap_or(1)
        .max(1);
    let bands = places.len().div_ceil(most).max(1);
    let beside = places.len().div_ceil(bands).max(1);
    // One alone stands at the right end.
    let width = look.frame.width;
    let (mut table, first) = if beside == 1 {
        (Table::new(width, &[width - ALONE, ALONE]), 1)
    } else {
        (Table::new(width, &vec![1; beside]), 0)
    };
    let letters = if beside > 2 { Style::LEFT } else { look.left() };
    for band in places.chunks(beside) {
        let rows = rows(setter, letters, (&table, first), band, fields);
        table.rows.extend(rows);
    }
    if let Some((_, others)) = table.rows.split_last_mut() {
        others.iter_mut().for_each(|row| row.keeps = true);
    }
    table
}

/// Labels, full names, and the places to sign.
fn rows(
    setter: &mut Setter<'_>,
    letters: Style,
    (table, first): (&Table, usize),
    band: &[SignPlace],
    fields: &mut Fields,
) -> Vec<Row> {
    let [mut labels, mut parties] = [Row::default(), Row::default()];
    let middle = Style {
        align: Align::Centre,
        ..letters
    };
    let label = Style {
        face: Face::Hei,
        ..middle
    };
    for (at, place) in (first..).zip(band) {
        let cell = table.cell(setter, (at, 1), &place.label, label, &Place::form());
        labels.cells.push(cell);
        let name = Place::new(format!("{}.party", place.place), place.label.as_str());
        let mut cell = table.value(setter, (at, 1), Some(&place.party), middle, &name);
        cell.edges = Edges::OpenBelow;
        parties.cells.push(cell);
    }
    labels.least = mm(75);
    parties.least = mm(90);
    let signing = signing(setter, letters, (table, first), band, fields);
    // Where nobody has a full name, as under a list, the row falls away.
    if band.iter().all(|place| place.party.trim().is_empty()) {
        return vec![labels, signing];
    }
    vec![labels, parties, signing]
}

/// What stands in one place to sign, already set.
struct Set {
    name: Vec<SetLine>,
    date: Vec<SetLine>,
}

/// Where it stands in its cell.
struct Spot {
    left: Milli,
    width: Milli,
}

fn signing(
    setter: &mut Setter<'_>,
    letters: Style,
    (table, first): (&Table, usize),
    band: &[SignPlace],
    fields: &mut Fields,
) -> Row {
    let spots: Vec<Spot> = (first..first + band.len())
        .map(|at| spot(table, at))
        .collect();
    let sets: Vec<Set> = band
        .iter()
        .zip(&spots)
        .map(|(place, spot)| set(setter, letters, place, spot))
        .collect();
    let least = band.iter().zip(&sets).map(|(place, set)| {
        let further = |lines: &[SetLine]| count(lines.len().max(1) - 1) * letters.leading;
        let texts = first_line(place, set) + TO_DATE + TO_SEAL + BELOW;
        let least = texts + further(&set.name) + further(&set.date);
        // A seal that is pressed by hand may stand over the label too; only a field needs its whole square.
        if place.side.is_some() {
            least.max(SEAL_ROW)
        } else {
            least
        }
    });
    let height = least.max().unwrap_or(SEAL_ROW);
    let mut row = Row {
        least: height,
        ..Row::default()
    };
    for (at, ((place, set), spot)) in (first..).zip(band.iter().zip(sets).zip(&spots)) {
        let mut cell = table.cell(setter, (at, 1), "", letters, &Place::form());
        cell.place = Place::new(place.place.as_str(), place.label.as_str());
        cell.edges = Edges::OpenAbove;
        write(setter, letters, &mut cell, place, (set, spot, height));
        if let Some((name, label)) = place.side.and_then(|side| fields.take(side)) {
            // Low in the row: a long name may rise above the square, the date never leaves it.
            let corner = (
                spot.left + (spot.width - SEAL) / 2,
                height - SEAL - (SEAL_ROW - SEAL) / 2,
            );
            sign_place::signature(&mut cell, corner, name, label);
        }
        row.cells.push(cell);
    }
    row
}

/// From the top of the row to the line for ink.
fn first_line(place: &SignPlace, set: &Set) -> Milli {
    match (set.name.is_empty(), place.side) {
        (false, _) => ABOVE + TO_LINE,
        (true, Some(_)) => FOR_INK,
        (true, None) if place.party.trim().is_empty() => UNDER_LIST,
        (true, None) => FOR_INK,
    }
}

fn has_seal(place: &SignPlace) -> bool {
    place.has_seal || place.side.is_some()
}

/// In the middle of its cell.
fn spot(table: &Table, at: usize) -> Spot {
    let cell = table.width(at, 1);
    let width = cell.min(WIDEST);
    Spot {
        left: (cell - width) / 2,
        width,
    }
}

fn set(setter: &mut Setter<'_>, letters: Style, place: &SignPlace, spot: &Spot) -> Set {
    let width = spot.width - 2 * PAD_X;
    let own = |field: &str| Place::new(format!("{}.{field}", place.place), place.label.as_str());
    let name = place.name.as_deref().unwrap_or_default();
    let date = place.on.as_deref().unwrap_or("　　　年　　月　　日");
    Set {
        name: setter.set(name, &letters, width, &own("name")),
        date: setter.set(&format!("日期：{date}"), &letters, width, &own("on")),
    }
}

/// Name from the top, everything else from the bottom, so that places beside each other look alike.
fn write(
    setter: &mut Setter<'_>,
    letters: Style,
    cell: &mut Cell,
    place: &SignPlace,
    (set, spot, height): (Set, &Spot, Milli),
) {
    let form = Place::form();
    let left = spot.left + PAD_X;
    let right = spot.left + spot.width - PAD_X;
    let further = count(set.date.len().max(1) - 1) * letters.leading;
    let seal = height - BELOW;
    let date = seal - TO_SEAL - further;
    let line = date - TO_DATE;
    let name = line - TO_LINE - count(set.name.len().max(1) - 1) * letters.leading;
    lines(cell, (left, name), set.name, &letters);
    let word = setter.one_line("签名：", &letters, &form);
    let end = left + word.end;
    lines(cell, (left, line), vec![word], &letters);
    rule(cell, (end, line), (right - end).min(mm(420)));
    lines(cell, (left, date), set.date, &letters);
    if has_seal(place) {
        let word = setter.one_line("（盖章）", &letters, &form);
        let middle = spot.left + (spot.width - word.end) / 2;
        lines(cell, (middle, seal), vec![word], &letters);
    }
}
