//! The place of F-01 where a principal signs: name, line to write on, the square of the seal and the date.
//!
//! The row of a principal is one cell of ten columns; the seal cannot reach a score.

use crate::grid::{Cell, count};
use crate::length::{Milli, mm};
use crate::sign_place::{self, SEAL, SEAL_ROW, lines, rule, words};
use crate::text::{Place, Setter, Style};

/// Left edge of what stands under the seal, in a cell of ten columns (135 mm).
pub(super) const RIGHT: Milli = mm(700);
/// Where the square of the seal begins in such a cell.
const SEAL_LEFT: Milli = mm(800);
/// Width of a paragraph beside or under the seal.
const PARAGRAPH: Milli = mm(630);

/// Base line of the name when it is left open: the middle of a field of three lines.
pub(super) const OPEN_NAME: Milli = mm(125);
/// Base line of the date when name and date are left open.
pub(super) const OPEN_DATE: Milli = mm(325);

/// Writes words that may take several lines; answers the base line of the last one.
pub(super) fn paragraph(
    setter: &mut Setter<'_>,
    cell: &mut Cell,
    at: (Milli, Milli),
    text: &str,
    place: &Place,
) -> Milli {
    let set = setter.set(text, &Style::LEFT, PARAGRAPH, place);
    lines(cell, at, set, &Style::LEFT)
}

/// The place for the principal: name, line for ink, seal and date. `None` leaves name and date open.
/// Answers how high the row must be.
pub(super) fn principal(
    setter: &mut Setter<'_>,
    cell: &mut Cell,
    name: Option<(&str, &Place)>,
    date: Option<(&str, &Place)>,
) -> Milli {
    let form = Place::form();
    let mut y = OPEN_NAME;
    if let Some((name, place)) = name {
        let text = format!("校长：{name}");
        // In the middle of the place for three lines; a longer name pushes down what follows.
        let lines = setter.set(&text, &Style::LEFT, PARAGRAPH, place).len();
        let above = count(lines.clamp(1, 3) - 1) * Style::LEFT.leading / 2;
        let last = paragraph(setter, cell, (RIGHT, y - above), &text, place);
        y = y.max(last - Style::LEFT.leading);
    } else {
        words(setter, cell, (RIGHT, y), "校长：", &form);
    }
    y += mm(120);
    words(setter, cell, (RIGHT, y), "签名：", &form);
    rule(cell, (RIGHT + mm(120), y), mm(400));
    y += OPEN_DATE - OPEN_NAME - mm(120);
    words(setter, cell, (RIGHT, y), "日期：", &form);
    if let Some((date, place)) = date {
        words(setter, cell, (RIGHT + mm(120), y), date, place);
    }
    y += mm(80);
    words(setter, cell, (RIGHT + mm(200), y), "（公章）", &form);
    (y + mm(30)).max(SEAL_ROW)
}

/// The field that the school signs, in the middle of a row of the given height.
pub(super) fn signature(cell: &mut Cell, name: &str, label: &str, height: Milli) {
    let corner = (SEAL_LEFT, (height - SEAL) / 2);
    sign_place::signature(cell, corner, name, label);
}
