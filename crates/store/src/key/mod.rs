//! The signing key and the seal's picture of each school.
//!
//! Must never: hold a key that is not encrypted under the signer's own passphrase (the schema refuses it), or
//! put any of it into the log.

use std::fmt;

use domain::id::SchoolId;

use crate::check::sha256_hex;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

/// A school's signing key, encrypted, and its certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct SchoolKey {
    /// The private key: PEM, `ENCRYPTED PRIVATE KEY`.
    pub pem: String,
    /// The certificate: DER.
    pub certificate: Vec<u8>,
}

impl fmt::Debug for SchoolKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SchoolKey(…)")
    }
}

impl Records {
    /// The signing key of a school, if it has one.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn school_key(&self, school: SchoolId) -> Result<Option<SchoolKey>, Error> {
        self.first(
            include_str!("get.sql"),
            &[(":school_id", &school.to_string())],
            |row| {
                Ok(SchoolKey {
                    pem: row.get("pem")?,
                    certificate: row.get("certificate")?,
                })
            },
        )
    }

    /// The picture of a school's seal (PNG), if it has one.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn seal(&self, school: SchoolId) -> Result<Option<Vec<u8>>, Error> {
        self.first(
            include_str!("get_seal.sql"),
            &[(":school_id", &school.to_string())],
            |row| row.get("png"),
        )
    }
}

impl Tx<'_> {
    /// Sets a school's signing key; an older one is replaced (its signatures stay valid: each paper holds the
    /// certificate it was signed under).
    ///
    /// # Errors
    /// `STORE-ABSENT` when there is no such school; `STORE-REFUSED` for a key that is not encrypted.
    pub fn set_school_key(&self, school: SchoolId, key: &SchoolKey) -> Result<(), Error> {
        if !key.pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----") {
            return Err(Error::refused("KEY-PLAIN", "签章密钥没有加密，没有保存"));
        }
        let fields = Fields::new()
            .with(":school_id", school.to_string())
            .with(":pem", key.pem.clone())
            .with(":certificate", key.certificate.clone());
        let before = self.school_key(school)?;
        let name = self.school_name(school)?;
        self.write(include_str!("set.sql"), &fields)?;
        let shown = |key: &SchoolKey| {
            Fields::new().with("certificate_sha256", sha256_hex(&key.certificate))
        };
        self.record(
            "school_key",
            &school.to_string(),
            &name,
            before.as_ref().map(shown).as_ref(),
            Some(&shown(key)),
        );
        Ok(())
    }

    /// Sets the picture of a school's seal (PNG).
    ///
    /// # Errors
    /// `STORE-ABSENT` when there is no such school.
    pub fn set_seal(&self, school: SchoolId, png: &[u8]) -> Result<(), Error> {
        let fields = Fields::new()
            .with(":school_id", school.to_string())
            .with(":png", png.to_vec());
        let before = self.seal(school)?;
        let name = self.school_name(school)?;
        self.write(include_str!("set_seal.sql"), &fields)?;
        let shown = |png: &[u8]| Fields::new().with("png_sha256", sha256_hex(png));
        self.record(
            "school_seal",
            &school.to_string(),
            &name,
            before.as_deref().map(shown).as_ref(),
            Some(&shown(png)),
        );
        Ok(())
    }
}
