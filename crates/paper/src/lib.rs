//! Facts to PDF bytes: the forms, their fonts and their layout.
//!
//! A form comes in as text that is already formatted and goes out as a PDF that looks the same on every
//! machine: the fonts are built in, the positions are whole numbers, and the same facts give the same bytes.
//!
//! Must never: read a clock, a file or the network; compute a score; shrink or cut a text; show a missing
//! glyph. A character that no built-in font has is refused with the place where it stands.

mod annual;
mod error;
mod fill;
mod fonts;
mod form;
mod frame;
mod grid;
mod length;
mod pdf;
mod seal;
mod sheet;
mod sign_place;
mod text;

pub use annual::{Drawn, draw_annual_form};
pub use error::{Error, NotDrawn};
pub use fill::{FillField, Fit, Writing, draw_fill_sheet, fill_fields, fill_values, fits};
pub use fonts::{Face, Means};
pub use form::draw_form;
pub use length::Milli;
pub use seal::{SealArt, draw_seal_sheet};
pub use sign_place::{HOST_SIGNATURE, SENDING_SIGNATURE};
