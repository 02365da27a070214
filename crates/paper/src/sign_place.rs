//! What every place for a signature is made of: words on a base line, a line to write on, the square of a seal.
//!
//! The seal of a school is at most 45 mm wide and must press on name and date. Its square stands over these
//! two and inside its own cell.
//!
//! Must never: let the square of a seal leave its cell, or print a place for ink as filled.

use crate::grid::{Cell, Extra, FieldKind, count};
use crate::length::{Area, Milli, mm};
use crate::text::{Place, SetLine, Setter, Style};

/// Name of the field that the host school signs.
pub const HOST_SIGNATURE: &str = "host.signature";
/// Name of the field that the sending school signs.
pub const SENDING_SIGNATURE: &str = "sending.signature";

/// What a reader of the file calls the field of the host school.
pub(crate) const HOST_LABEL: &str = "受援学校签章";
/// What a reader of the file calls the field of the sending school.
pub(crate) const SENDING_LABEL: &str = "派出学校签章";

/// Side of the square of a seal.
pub(crate) const SEAL: Milli = mm(420);
/// Least height of a row with a seal.
pub(crate) const SEAL_ROW: Milli = mm(450);

/// Writes one line of words into a cell, at a distance from its left edge and on a base line; answers where
/// it ends.
pub(crate) fn words(
    setter: &mut Setter<'_>,
    cell: &mut Cell,
    at: (Milli, Milli),
    text: &str,
    place: &Place,
) -> Milli {
    let line = setter.one_line(text, &Style::LEFT, place);
    let end = at.0 + line.end;
    lines(cell, at, vec![line], &Style::LEFT);
    end
}

/// Puts lines that are already set into a cell, the first on the given base line; answers the base line of the
/// last one.
pub(crate) fn lines(
    cell: &mut Cell,
    (x, y): (Milli, Milli),
    set: Vec<SetLine>,
    style: &Style,
) -> Milli {
    let mut base = y;
    for (index, line) in set.into_iter().enumerate() {
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

/// A line for ink beside words on the same base line.
pub(crate) fn rule(cell: &mut Cell, (x, y): (Milli, Milli), length: Milli) {
    let y = y + mm(10);
    cell.extras.push(Extra::Rule { x, y, length });
}

/// The field that a school signs, with the top left corner of its square.
pub(crate) fn signature(cell: &mut Cell, (x, y): (Milli, Milli), name: &str, label: &str) {
    let area = Area {
        x,
        y,
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
