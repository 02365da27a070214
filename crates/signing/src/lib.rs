//! School keys, signatures inside PDF files, and their verification: bytes in, bytes out.
//!
//! A form is signed twice, each time as an incremental update, so that what was signed before stays
//! byte for byte where it was: [`certify`] for the receiving school (a certification that permits
//! nothing but filling the form), [`fill_and_sign`] for the sending school, [`countersign`] where nothing is left to fill. [`verify`] reads the
//! result without trusting it. The signatures are PAdES baseline B-B without a time stamp; the time
//! they state is the signer's own claim.
//!
//! This crate must never draw (seals and texts come as ready pages, see [`certify`]), never look at
//! a clock (the time is an argument), never open a file, and never let a private key leave it other
//! than encrypted.

mod appearance;
mod certificate;
mod cms;
mod error;
mod field;
mod key;
mod moment;
mod object;
mod permitted;
mod report;
mod revision;
mod section;
mod sign;
mod source;
mod verify;

pub use certificate::{CertificateFacts, certificate_pem, fingerprint, read_certificate};
pub use error::Error;
pub use field::field_values;
pub use key::{KeyFile, Signer, change_passphrase, create_key, unlock};
pub use moment::china;
pub use report::{ChangesAfter, SignatureReport, Status, Verification};
pub use sign::{Occasion, certify, countersign, fill_and_sign};
pub use verify::verify;

/// What every fallible operation of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

// The form that the tests sign speaks of this crate by its name, from inside as from outside.
#[cfg(test)]
extern crate self as signing;
#[cfg(test)]
#[path = "../tests/fixture/mod.rs"]
mod fixture;
