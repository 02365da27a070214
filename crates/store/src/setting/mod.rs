//! Settings that belong to the records and not to the machine, and the key by which persons are recognised.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use domain::year::SchoolYear;

use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;
use crate::unlock::{hex, random};

const YEAR: &str = "year";
/// Never read by anything but [`Records::id_digest`].
const PERSON_KEY: &str = "person_key";

impl Records {
    /// A setting; none when it was never set.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        if name == PERSON_KEY {
            return Ok(None);
        }
        self.setting_value(name)
    }

    /// The school year that is worked on.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn year(&self) -> Result<Option<SchoolYear>, Error> {
        let Some(text) = self.setting(YEAR)? else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|_| Error::Damaged {
            path: self.path.clone(),
            doing: self.doing().to_owned(),
            detail: "学年设置无法识别".to_owned(),
        })
    }

    /// The digest by which a person is recognised: HMAC-SHA-256 of the whole ID number under a key that is
    /// only in this file. A plain digest of an ID number can be guessed back in a minute.
    ///
    /// # Errors
    /// When the key cannot be read.
    pub fn id_digest(&self, whole: &str) -> Result<String, Error> {
        let key = self
            .setting_value(PERSON_KEY)?
            .ok_or_else(|| self.absent("识别密钥"))?;
        // A key of any length is taken, so this cannot fail; and if it did, it would not be a wrong digest.
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.as_bytes()).map_err(|error| Error::Crypto {
                doing: self.doing().to_owned(),
                detail: error.to_string(),
            })?;
        mac.update(whole.as_bytes());
        Ok(hex(&mac.finalize().into_bytes()))
    }

    fn setting_value(&self, name: &str) -> Result<Option<String>, Error> {
        self.first(include_str!("get.sql"), &[(":name", &name)], |row| {
            row.get("value")
        })
    }
}

impl Tx<'_> {
    /// Sets the school year that is worked on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_year(&self, year: SchoolYear) -> Result<(), Error> {
        self.set_setting(YEAR, &year.to_string())
    }

    /// Sets a setting. The name has at most 40 characters.
    ///
    /// # Errors
    /// `STORE-REFUSED` for the one name that is not a setting; else when it cannot be written.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), Error> {
        if name == PERSON_KEY {
            return Err(Error::refused("SETTING-NAME", "这个设置不能更改"));
        }
        let fields = |value: String| {
            Fields::new()
                .with_unlogged(":name", name.to_owned())
                .with(":value", value)
        };
        let before = self.setting(name)?.map(fields);
        let after = fields(value.to_owned());
        self.write(include_str!("set.sql"), &after)?;
        self.record("setting", name, value, before.as_ref(), Some(&after));
        Ok(())
    }
}

/// Makes the key by which persons are recognised, once in the life of a file. It is not logged.
pub(crate) fn found(tx: &Tx<'_>) -> Result<(), Error> {
    let key: [u8; 32] = random()?;
    let fields = Fields::new()
        .with(":name", PERSON_KEY.to_owned())
        .with(":value", hex(&key));
    tx.write(include_str!("set.sql"), &fields)?;
    Ok(())
}
