//! How a form looks: its page and the letters of its parts.
//!
//! Must never: name a size below 五号.

use crate::annual::FRAME;
use crate::fonts::Face;
use crate::grid::{Cell, Frame, Row};
use crate::length::{Milli, mm, pt};
use crate::text::{Align, Style};
use domain::report::{Form, FormCode, Layout};

/// Page and letters of one form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) frame: Frame,
    pub(super) is_letter: bool,
    /// Under the title.
    pub(super) subtitle: Style,
    /// Over a section.
    pub(super) heading: Style,
    /// Running text.
    pub(super) body: Style,
    /// Labels and values of cells, in the middle.
    pub(super) cell: Style,
    /// Least height of a row of cells or of a list.
    pub(super) row: Milli,
}

/// A4 upright with the margins of an official letter: 156 mm by 225 mm.
const LETTER: Frame = Frame {
    page_width: mm(2100),
    page_height: mm(2970),
    left: mm(280),
    top: mm(370),
    width: mm(1560),
    bottom: mm(2620),
};

/// A4 across.
const ACROSS: Frame = Frame {
    page_width: mm(2970),
    page_height: mm(2100),
    left: mm(250),
    top: mm(240),
    width: mm(2500),
    bottom: mm(1880),
};

impl Look {
    pub(super) fn of(form: &Form) -> Self {
        match form.layout {
            // The letter with the goals has to stay at two pages, the certificate fills one.
            Layout::Letter if form.code == FormCode::Letter => Self::letter(140, 230, 105, 140),
            Layout::Letter => Self::letter(160, 280, 120, 170),
            Layout::Upright => Self::table(FRAME, mm(80)),
            Layout::Across => Self::table(ACROSS, mm(75)),
        }
    }

    fn letter(size: i64, leading: i64, cell: i64, cell_leading: i64) -> Self {
        let body = Style {
            face: Face::FangSong,
            size: pt(size),
            leading: pt(leading),
            align: Align::Justify,
            indent: true,
        };
        Self {
            frame: LETTER,
            is_letter: true,
            subtitle: centred(Face::Kai, 140, 240),
            heading: Style {
                face: Face::Hei,
                align: Align::Left,
                ..body
            },
            body,
            cell: centred(Face::Song, cell, cell_leading),
            row: mm(85),
        }
    }

    fn table(frame: Frame, row: Milli) -> Self {
        let body = Style {
            leading: pt(155),
            align: Align::Justify,
            indent: true,
            ..Style::LEFT
        };
        Self {
            frame,
            is_letter: false,
            subtitle: centred(Face::Kai, 140, 210),
            heading: Style {
                face: Face::Hei,
                size: pt(120),
                leading: pt(180),
                ..Style::LEFT
            },
            body,
            cell: Style::VALUE,
            row,
        }
    }

    /// A row of cells with some air above and below its text.
    pub(super) fn airy(&self, cells: Vec<Cell>) -> Row {
        let mut row = Row::of(cells);
        row.least = self.row.max(row.height() + mm(18));
        row
    }

    /// Long texts in cells.
    pub(super) fn left(&self) -> Style {
        Style {
            align: Align::Left,
            ..self.cell
        }
    }
}

fn centred(face: Face, size: i64, leading: i64) -> Style {
    Style {
        face,
        size: pt(size),
        leading: pt(leading),
        align: Align::Centre,
        indent: false,
    }
}
