//! What verification has to say.

use chrono::{DateTime, FixedOffset};
use domain::school::Side;

/// The sum of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Every signature holds, and every byte of the file is covered by the last one.
    Intact,
    /// Something was changed, added or cut off after signing.
    Changed,
    /// Our form, and nobody has signed it.
    Unsigned,
    /// A readable PDF, but none of our forms: it has no signature field of either school, or it is
    /// encrypted, which ours never are. Signatures of others are not judged.
    NotOurs,
}

/// What was done to the file after a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangesAfter {
    /// Nothing.
    None,
    /// The other school filled its own empty fields and signed them, nothing else.
    FormFilling,
    /// Anything else, including a filling nobody signed.
    Other,
}

/// The findings about a whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The sum of it. Says nothing about *who* signed: see [`SignatureReport::trusted`].
    pub status: Status,
    /// In the order of signing.
    pub signatures: Vec<SignatureReport>,
}

/// The findings about one signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureReport {
    /// Full name of the field.
    pub field: String,
    /// Whose field it is by its name.
    pub side: Option<Side>,
    /// The school named in the certificate, as far as it is readable; believe it only if `trusted`.
    pub signer: Option<String>,
    /// The certificate, DER, as far as it is readable.
    pub certificate: Option<Vec<u8>>,
    /// The time the signer claims.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The signature is sound and what it covers is unchanged.
    pub intact: bool,
    /// Intact, by a certificate among those given, and within its validity.
    pub trusted: bool,
    /// The signature covers the file to its last byte.
    pub covers_whole_file: bool,
    /// What came after it.
    pub changes_after: ChangesAfter,
}
