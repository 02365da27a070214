//! Lines out of a paragraph: where it may be broken, and how the rest of a line is shared out.

use super::{Align, SetLine, Spot, Style};
use crate::fonts::Glyph;
use crate::length::Milli;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

/// May not begin a line, beyond what Unicode forbids.
const NOT_FIRST: &str = "，。、；：？！）】》〉」』〕”’…—～％‰℃·,.;:?!)]}%";
/// May not end a line, beyond what Unicode forbids.
const NOT_LAST: &str = "（【《〈「『〔“‘([{";
/// Full-width marks whose ink stands in the left half: at the end of a line the right half may stick out.
const HALF: &str = "，。、；：？！）】》〉」』〕”’";

/// Breaks one paragraph into lines of `width` and appends them.
pub(super) fn wrap(
    text: &str,
    glyphs: &[(char, Glyph)],
    style: &Style,
    width: Milli,
    lines: &mut Vec<SetLine>,
) {
    let may_break = breaks(text, glyphs);
    let mut rest = glyphs;
    let mut starts = may_break.as_slice();
    let mut first = true;
    loop {
        let indent = if first && style.indent {
            2 * style.size
        } else {
            0
        };
        let count = fitting(rest, starts, style.size, width - indent);
        let (line, after) = rest.split_at(count.min(rest.len()));
        lines.push(spread(line, style, width, indent, after.is_empty()));
        let skipped = after.iter().take_while(|(c, _)| *c == ' ').count();
        rest = after.get(skipped..).unwrap_or_default();
        starts = starts.get(count + skipped..).unwrap_or_default();
        first = false;
        if rest.is_empty() {
            return;
        }
    }
}

/// For each glyph: may a line begin with it?
fn breaks(text: &str, glyphs: &[(char, Glyph)]) -> Vec<bool> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut allowed = vec![false; glyphs.len()];
    // Unprintable characters were left out of the glyphs; such a form is refused, so a small shift is harmless.
    let mut index = 0;
    let mut at = 0;
    for offset in segmenter.segment_str(text) {
        index += text.get(at..offset).map_or(0, |part| part.chars().count());
        at = offset;
        let before = index
            .checked_sub(1)
            .and_then(|i| glyphs.get(i))
            .map_or(' ', |g| g.0);
        let after = glyphs.get(index).map_or(' ', |g| g.0);
        if let Some(slot) = allowed.get_mut(index) {
            *slot = !NOT_FIRST.contains(after) && !NOT_LAST.contains(before);
        }
    }
    allowed
}

/// How many glyphs go on the next line; at least one.
fn fitting(glyphs: &[(char, Glyph)], may_begin: &[bool], size: Milli, width: Milli) -> usize {
    let mut used = 0;
    let mut last_break = 0;
    let begins = |index: usize| index == glyphs.len() || may_begin.get(index) == Some(&true);
    for (index, (c, glyph)) in glyphs.iter().enumerate() {
        if index > 0 && begins(index) {
            last_break = index;
        }
        let advance = glyph.advance * size / 1000;
        if used + advance > width && *c != ' ' {
            let half_fits = HALF.contains(*c) && used + advance / 2 <= width;
            return match last_break {
                _ if half_fits && begins(index + 1) => index + 1,
                0 => index.max(1),
                _ => last_break,
            };
        }
        used += advance;
    }
    glyphs.len()
}

/// Puts the glyphs of one line at their places.
fn spread(
    line: &[(char, Glyph)],
    style: &Style,
    width: Milli,
    indent: Milli,
    is_last: bool,
) -> SetLine {
    let trailing = line.iter().rev().take_while(|(c, _)| *c == ' ').count();
    let line = line.get(..line.len() - trailing).unwrap_or_default();
    let advance = |glyph: &Glyph| glyph.advance * style.size / 1000;
    let mut natural: Milli = line.iter().map(|(_, glyph)| advance(glyph)).sum();
    if let Some((c, glyph)) = line.last()
        && HALF.contains(*c)
        && glyph.advance == 1000
        && natural > width - indent
    {
        natural -= advance(glyph) / 2;
    }
    let spare = width - indent - natural;
    let opens: Vec<bool> = line
        .windows(2)
        .map(|pair| pair.iter().any(|(c, _)| is_wide(*c) || *c == ' '))
        .collect();
    let gaps = Milli::try_from(opens.iter().filter(|open| **open).count()).unwrap_or(0);
    let justified = style.align == Align::Justify
        && !is_last
        && gaps > 0
        && spare.abs() <= gaps * style.size / 2;
    let start = match style.align {
        Align::Centre => spare.max(0) / 2,
        Align::Left | Align::Justify => indent,
    };
    let mut set = SetLine::default();
    let mut pen = start;
    let mut opened = 0;
    for (index, (c, glyph)) in line.iter().enumerate() {
        let shift = if justified { spare * opened / gaps } else { 0 };
        set.spots.push(Spot {
            glyph: *glyph,
            c: *c,
            x: pen + shift,
        });
        pen += advance(glyph);
        set.end = pen + shift;
        if opens.get(index) == Some(&true) {
            opened += 1;
        }
    }
    set
}

/// Ideographs and full-width marks: between them a line may be stretched.
fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2E80 || "“”‘’—…".contains(c)
}
