//! Texts as they were typed: what is closed up before it is kept.

/// Removes white space at both ends and control characters anywhere.
pub(crate) fn closed_up(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}
