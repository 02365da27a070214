//! Text set into lines: clean characters, glyphs, line breaks and spacing.
//!
//! Must never: lose a character, make a letter smaller, or break a line where Chinese typesetting forbids it
//! (避头尾) unless the text leaves no other place.

mod clean;
mod radicals;
mod wrap;

use crate::fonts::{Face, Glyph, Means};
use crate::length::{Milli, pt};
use domain::refusal::Refusal;

/// Where the lines stand in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    /// Both edges straight, the last line of a paragraph left.
    Justify,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Milli,
    /// Distance between two base lines.
    pub(crate) leading: Milli,
    pub(crate) align: Align,
    /// First line of a paragraph two characters in.
    pub(crate) indent: bool,
}

impl Style {
    /// 五号, the smallest size of a form.
    const fn cell(face: Face, align: Align) -> Self {
        Self {
            face,
            size: pt(105),
            leading: pt(140),
            align,
            indent: false,
        }
    }

    pub(crate) const LABEL: Style = Self::cell(Face::Song, Align::Centre);
    pub(crate) const VALUE: Style = Self::cell(Face::Song, Align::Centre);
    pub(crate) const LEFT: Style = Self::cell(Face::Song, Align::Left);
    pub(crate) const HEADING: Style = Self::cell(Face::Hei, Align::Left);
    pub(crate) const WRITTEN: Style = Self {
        leading: pt(155),
        indent: true,
        ..Self::cell(Face::Kai, Align::Justify)
    };
    pub(crate) const TITLE: Style = Self {
        face: Face::SongBold,
        size: pt(220),
        leading: pt(300),
        align: Align::Centre,
        indent: false,
    };
}

/// One glyph at its distance from the left edge of the width it was set into.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) glyph: Glyph,
    pub(crate) c: char,
    pub(crate) x: Milli,
}

/// One line of glyphs.
#[derive(Debug, Clone, Default)]
pub(crate) struct SetLine {
    pub(crate) spots: Vec<Spot>,
    /// Where the last glyph ends.
    pub(crate) end: Milli,
}

/// Where a text stands: a name for programs and a name for people.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) code: String,
    pub(crate) label: String,
}

impl Place {
    pub(crate) fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
        }
    }

    /// The form's own words; they are all in the fonts, as a test shows.
    pub(crate) fn form() -> Self {
        Self::new("form", "表格文字")
    }
}

/// Sets texts and gathers every character that cannot be printed.
pub(crate) struct Setter<'a> {
    pub(crate) means: &'a Means,
    pub(crate) refusals: Vec<Refusal>,
}

impl<'a> Setter<'a> {
    pub(crate) fn new(means: &'a Means) -> Self {
        Self {
            means,
            refusals: Vec::new(),
        }
    }

    /// Sets a text into a width. Paragraphs end at line feeds. An empty text gives no line.
    pub(crate) fn set(
        &mut self,
        text: &str,
        style: &Style,
        width: Milli,
        place: &Place,
    ) -> Vec<SetLine> {
        let mut lines = Vec::new();
        for paragraph in clean::clean(text).trim_end_matches('\n').split('\n') {
            // An indent typed by hand is replaced by that of the style.
            let paragraph = if style.indent {
                paragraph.trim()
            } else {
                paragraph
            };
            let glyphs = self.glyphs(paragraph, style, place);
            wrap::wrap(paragraph, &glyphs, style, width, &mut lines);
        }
        if lines.iter().all(|line| line.spots.is_empty()) {
            lines.clear();
        }
        lines
    }

    /// Sets a text on one line however long it is, from the left.
    pub(crate) fn one_line(&mut self, text: &str, style: &Style, place: &Place) -> SetLine {
        let style = Style {
            align: Align::Left,
            indent: false,
            ..*style
        };
        let joined = text.replace('\n', " ");
        self.set(&joined, &style, Milli::MAX / 4, place)
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    fn glyphs(&mut self, text: &str, style: &Style, place: &Place) -> Vec<(char, Glyph)> {
        let mut glyphs = Vec::new();
        for c in text.chars() {
            match self.means.glyph(style.face, c) {
                Some(glyph) => glyphs.push((c, glyph)),
                None => self.refuse(c, place),
            }
        }
        glyphs
    }

    fn refuse(&mut self, c: char, place: &Place) {
        let message = format!(
            "“{}”中的“{c}”（U+{:04X}）没有可印的字形，请改用规范汉字后再出表",
            place.label,
            u32::from(c)
        );
        let known = |refusal: &Refusal| refusal.place == place.code && refusal.message == message;
        if !self.refusals.iter().any(known) {
            self.refusals
                .push(Refusal::at("PAPER-GLYPH", place.code.clone(), message));
        }
    }
}

#[cfg(test)]
mod tests;
