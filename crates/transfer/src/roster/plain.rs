//! Texts of cells, made comparable.
//!
//! Must never: change what is kept on file; it serves to recognise headings, dates and words alone.

use domain::text::is_steering;

/// Full-width digits, letters and marks become the plain ones.
pub(super) fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// Half-width, without white space, line breaks and invisible marks.
pub(super) fn squeezed(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !is_steering(*c) && !matches!(c, '\u{200b}' | '\u{feff}'))
        .collect()
}

/// The beginning of a text, for a message. An ID number that strayed into another column is masked.
pub(super) fn shown(text: &str) -> String {
    let text = text.trim();
    if text.chars().filter(char::is_ascii_digit).count() >= 15 {
        let tail: Vec<char> = text.chars().rev().take(4).collect();
        return format!("**************{}", tail.iter().rev().collect::<String>());
    }
    if text.chars().count() <= 20 {
        text.to_owned()
    } else {
        text.chars().take(19).chain(['…']).collect()
    }
}

/// What people type for “nothing”.
pub(super) fn is_nothing(squeezed: &str) -> bool {
    matches!(
        squeezed,
        "" | "无" | "/" | "\\" | "-" | "--" | "—" | "——" | "、" | "." | "暂无" | "没有"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_number_in_the_wrong_column_is_not_told_whole() {
        assert_eq!(shown("371196200104066741"), "**************6741");
        assert_eq!(shown(" 1983.13 "), "1983.13");
    }
}
