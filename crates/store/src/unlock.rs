//! The way from a passphrase to the key of the file.
//!
//! Must never: print a passphrase or a key, or leave one in memory after use.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::error::Error;

/// 64 MiB, three passes, one lane: half a second to a second on an old school PC, for every wrong try too.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// Bytes of the salt; they stand at the head of the file, so that there is no second file to lose.
pub(crate) const SALT_BYTES: usize = 16;
const KEY_BYTES: usize = 32;

/// What the principal types. Wiped from memory when dropped; never printed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase exactly as it was typed.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// The key of a file: 256 bits. Wiped from memory when dropped; never printed.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A key that is known as such (the practice school's).
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Derives the key with Argon2id (64 MiB, t = 3, p = 1). Takes about a second, on purpose.
    ///
    /// # Errors
    /// `STORE-CRYPTO` when the memory for it is not to be had.
    pub fn derive(passphrase: &Passphrase, salt: &[u8; SALT_BYTES]) -> Result<Self, Error> {
        let broke = |error: argon2::Error| Error::Crypto {
            doing: "由口令生成密钥".to_owned(),
            detail: error.to_string(),
        };
        let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(KEY_BYTES)).map_err(broke)?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.0.as_bytes(), salt, key.as_mut())
            .map_err(broke)?;
        Ok(Self(key))
    }

    /// The pragma that gives key and salt to SQLCipher. Its own key derivation is bypassed by the raw form.
    pub(crate) fn pragma(&self, salt: &[u8; SALT_BYTES]) -> Zeroizing<String> {
        // Room for the whole text at once: growing would leave copies behind in memory.
        let mut text = Zeroizing::new(String::with_capacity(128));
        text.push_str("PRAGMA key = \"x'");
        push_hex(&mut text, self.0.as_ref());
        push_hex(&mut text, salt);
        text.push_str("'\"");
        text
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// What opens a file.
#[derive(Debug)]
pub enum Unlock {
    /// A passphrase; the salt is read from the file.
    Passphrase(Passphrase),
    /// The key itself.
    Key(Key),
}

impl Unlock {
    /// The key for a file with this salt.
    pub(crate) fn key(&self, salt: &[u8; SALT_BYTES]) -> Result<Key, Error> {
        match self {
            Self::Passphrase(passphrase) => Key::derive(passphrase, salt),
            Self::Key(key) => Ok(key.clone()),
        }
    }
}

impl From<Passphrase> for Unlock {
    fn from(passphrase: Passphrase) -> Self {
        Self::Passphrase(passphrase)
    }
}

impl From<Key> for Unlock {
    fn from(key: Key) -> Self {
        Self::Key(key)
    }
}

/// Fresh random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Crypto {
        doing: "取随机数".to_owned(),
        detail: error.to_string(),
    })?;
    Ok(bytes)
}

/// Bytes as lower-case hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    push_hex(&mut text, bytes);
    text
}

fn push_hex(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_depends_on_passphrase_and_salt_and_never_prints() {
        let passphrase = Passphrase::new("青山不改 2026".to_owned());
        let key = Key::derive(&passphrase, &[1; 16]).unwrap();
        let again = Key::derive(&passphrase, &[1; 16]).unwrap();
        let other_salt = Key::derive(&passphrase, &[2; 16]).unwrap();
        assert_eq!(*key.0, *again.0);
        assert_ne!(*key.0, *other_salt.0);
        let unlock = [Unlock::from(passphrase), Unlock::from(key)];
        assert_eq!(
            format!("{unlock:?}"),
            "[Passphrase(Passphrase(…)), Key(Key(…))]"
        );
    }

    #[test]
    fn the_pragma_holds_key_and_salt_in_hex() {
        let pragma = Key::from_bytes([0xab; 32]).pragma(&[0x01; 16]);
        assert_eq!(
            *pragma,
            format!("PRAGMA key = \"x'{}{}'\"", "ab".repeat(32), "01".repeat(16))
        );
    }
}
