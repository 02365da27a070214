//! The place where a school signs: names, lines to write on, the square of the seal and the date under it.
//!
//! The seal of a school is at most 45 mm wide and must press on name and date, so its square stands over
//! these two and inside its own row, where it cannot reach a score.

use crate::grid::{Cell, Extra, FieldKind, count};
use crate::length::{Area, Milli, mm};
use crate::text::{Place, Setter, Style};

/// Side of the square of a seal.
pub(super) const SEAL: Milli = mm(420);
/// Least height of a row with a seal.
pub(super) const SEAL_ROW: Milli = mm(450);
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

/// Writes one line of words into a cell, at a distance from its left edge and on a base line; answers where
/// it ends.
pub(super) fn words(
    setter: &mut Setter<'_>,
    cell: &mut Cell,
    (x, y): (Milli, Milli),
    text: &str,
    place: &Place,
) -> Milli {
    let style = Style::LEFT;
    let line = setter.one_line(text, &style, place);
    let end = x + line.end;
    let size = style.size;
    cell.extras.push(Extra::Text { x, y, line, size });
    end
}

/// Writes words that may take several lines; answers the base line of the last one.
pub(super) fn paragraph(
    setter: &mut Setter<'_>,
    cell: &mut Cell,
    (x, y): (Milli, Milli),
    text: &str,
    place: &Place,
) -> Milli {
    let style = Style::LEFT;
    let mut base = y;
    for (index, line) in setter
        .set(text, &style, PARAGRAPH, place)
        .into_iter()
        .enumerate()
    {
        base = y + count(index) * style.leading;
        cell.extras.push(Extra::Text {
            x,
            y: base,
            line,
            size: style.size,
        });
    }
    base
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
    cell.extras.push(Extra::Rule {
        x: RIGHT + mm(120),
        y: y + mm(10),
        length: mm(400),
    });
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
    let area = Area {
        x: SEAL_LEFT,
        y: (height - SEAL) / 2,
        width: SEAL,
        height: SEAL,
    };
    let (name, label) = (name.to_owned(), label.to_owned());
    cell.extras.push(Extra::Field {
        area,
        name,
        label,
        kind: FieldKind::Signature,
    });
}
