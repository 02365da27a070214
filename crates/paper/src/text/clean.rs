//! Characters made printable before they are set: one code for one look, no invisible marks.

use super::radicals::ideograph_of;

/// Replaces radicals and compatibility characters by the ideographs they stand for, white space by plain
/// spaces, and drops marks that have no look of their own. Line feeds stay: they end paragraphs.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => out.push(' '),
            // Zero-width marks, byte order mark, direction marks, variation selectors.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0100}'..='\u{E01EF}' => {}
            c if c.is_control() => {}
            c => out.push(ideograph_of(c)),
        }
        before = c;
    }
    out
}
