//! What goes wrong while a form is drawn: a rule says no, or something breaks.

use domain::refusal::Refusal;

/// Something broke while drawing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A built-in font cannot be read. The program was built from damaged files.
    #[error("PAPER-FONT: reading the built-in font {font}: {cause}")]
    Font {
        /// File name of the font.
        font: &'static str,
        /// What the reader said.
        cause: String,
    },
    /// A built-in font could not be cut down to the characters of the form.
    #[error("PAPER-CUT: cutting the font {font} for the form: {cause}")]
    Cut {
        /// File name of the font.
        font: &'static str,
        /// What the cutter said.
        cause: String,
    },
    /// The PDF could not be put together.
    #[error("PAPER-PDF: {doing}: {cause}")]
    Pdf {
        /// What was being done.
        doing: &'static str,
        /// What went wrong.
        cause: String,
    },
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum NotDrawn {
    /// The form may not be issued like this; all reasons at once, in Chinese.
    #[error("{}", .0.iter().map(|refusal| refusal.message.as_str()).collect::<Vec<_>>().join("；"))]
    Refused(Vec<Refusal>),
    /// Something broke.
    #[error(transparent)]
    Broken(#[from] Error),
}
