//! A page before it becomes PDF: marks at whole-number places.

use crate::length::Milli;
use crate::text::{SetLine, Spot};

/// Colour of a mark. A form is black; red is for seals, pale for the watermark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    Red,
    Pale,
}

/// One thing on a page; `y` counts from the top.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// Glyphs on one base line, turned around its beginning by thousandths of a degree.
    Glyphs {
        x: Milli,
        y: Milli,
        size: Milli,
        spots: Vec<Spot>,
        turn: i64,
        ink: Ink,
    },
    /// A straight line.
    Rule {
        from: (Milli, Milli),
        to: (Milli, Milli),
        width: Milli,
        ink: Ink,
    },
    /// A circle, drawn as a line.
    Circle {
        centre: (Milli, Milli),
        radius: Milli,
        width: Milli,
        ink: Ink,
    },
    /// A filled five-pointed star.
    Star {
        centre: (Milli, Milli),
        radius: Milli,
        ink: Ink,
    },
    /// The picture that is handed over with the pages, over a square.
    Picture {
        x: Milli,
        y: Milli,
        width: Milli,
        height: Milli,
    },
}

/// One page.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) width: Milli,
    pub(crate) height: Milli,
    pub(crate) marks: Vec<Mark>,
}

impl Sheet {
    pub(crate) fn new(width: Milli, height: Milli) -> Self {
        Self {
            width,
            height,
            marks: Vec::new(),
        }
    }

    /// Lines of text under each other, the first in the box of one `leading` that begins at `y`.
    pub(crate) fn text(
        &mut self,
        lines: &[SetLine],
        x: Milli,
        y: Milli,
        size: Milli,
        leading: Milli,
    ) {
        let mut base = y + base_line(size, leading);
        for line in lines {
            self.line(line, x, base, size);
            base += leading;
        }
    }

    /// One line of text on a base line.
    pub(crate) fn line(&mut self, line: &SetLine, x: Milli, base: Milli, size: Milli) {
        let spots = line.spots.clone();
        self.marks.push(Mark::Glyphs {
            x,
            y: base,
            size,
            spots,
            turn: 0,
            ink: Ink::Black,
        });
    }

    /// A thin line.
    pub(crate) fn rule(&mut self, from: (Milli, Milli), to: (Milli, Milli), width: Milli) {
        self.marks.push(Mark::Rule {
            from,
            to,
            width,
            ink: Ink::Black,
        });
    }
}

/// Distance from the top of a line's box to its base line: the em box stands in the middle of the leading,
/// and an ideograph's box reaches 0.12 of the size below the base line.
pub(crate) fn base_line(size: Milli, leading: Milli) -> Milli {
    (leading - size) / 2 + size * 88 / 100
}
