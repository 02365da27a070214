//! Texts as they were typed: what is closed up before it is kept.

/// True for a character that has no look of its own and only steers: a control character, or a mark that turns the
/// direction of writing. A name that holds one would read otherwise than it is.
pub fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Removes white space at both ends and what only steers anywhere.
pub(crate) fn closed_up(text: &str) -> String {
    text.chars()
        .filter(|c| !is_steering(*c))
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_direction_of_writing_is_removed() {
        let typed = "\u{202e}望江\u{2066}小学\u{2069}\u{200f}\u{7}";
        assert_eq!(closed_up(typed), "望江小学");
        assert_eq!(
            crate::teacher::closed_up_name("张\u{202e}三\u{200e}"),
            "张三"
        );
    }
}
