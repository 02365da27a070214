//! Enums whose values have a stable code for files and scripts and a word for people.

/// What such an enum answers, for whoever has to name the choices.
pub trait Coded: Copy + 'static {
    /// All values, in the order in which people list them.
    fn all() -> &'static [Self];

    /// Stable code for files and scripts.
    fn code(self) -> &'static str;

    /// The school system's own word.
    fn word(self) -> &'static str;
}

/// The words of all values, as a message lists them: `全职、兼职`.
pub fn words<T: Coded>() -> String {
    let words: Vec<&str> = T::all().iter().map(|value| value.word()).collect();
    words.join("、")
}

/// The words of all values with their codes: `全职（full_time）、兼职（part_time）`.
pub fn words_and_codes<T: Coded>() -> String {
    let named: Vec<String> = T::all()
        .iter()
        .map(|value| format!("{}（{}）", value.word(), value.code()))
        .collect();
    named.join("、")
}

/// Declares an enum whose values have a stable code for files and a word for people.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $word:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// All values, in the order in which people list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stable code for files and scripts.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The school system's own word.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// The value of a code or of a word.
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == text || value.word() == text)
            }
        }

        impl $crate::coded::Coded for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn code(self) -> &'static str {
                self.code()
            }

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}
pub(crate) use coded;
