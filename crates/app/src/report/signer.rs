//! What both kinds of papers need to be signed: unlocked keys, and the look of a seal.

use std::collections::BTreeMap;

use domain::id::SchoolId;
use domain::refusal::Refusal;
use domain::school::School;
use domain::year::day_on_paper;
use paper::SealArt;
use signing::{Occasion, Signer};
use zeroize::Zeroizing;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::school;
use crate::session::Session;

/// Side of the square in which a seal stands (45 mm is the largest a school may have).
const SEAL_MM: u32 = 42;

/// The code of a passphrase that does not open a key.
const WRONG_PASSPHRASE: &str = "SIGN-06";

/// Signers that were unlocked for one batch; forgotten with it. Unlocking takes about a second a school, and so does
/// a passphrase that does not fit: a school is tried once.
pub(super) struct Signers<'a> {
    passphrase: &'a Zeroizing<String>,
    unlocked: BTreeMap<SchoolId, Signer>,
    /// The schools whose keys it did not open, with their names.
    locked: BTreeMap<SchoolId, String>,
}

impl<'a> Signers<'a> {
    pub(super) fn new(passphrase: &'a Zeroizing<String>) -> Self {
        Self {
            passphrase,
            unlocked: BTreeMap::new(),
            locked: BTreeMap::new(),
        }
    }

    /// Schools have keys of their own: a passphrase is wrong when it was tried and opened none.
    pub(super) fn wrong(&self) -> Option<Failure> {
        let is_wrong = self.unlocked.is_empty() && !self.locked.is_empty();
        let names: Vec<&str> = self.locked.values().map(String::as_str).collect();
        is_wrong.then(|| wrong_passphrase(&names.join("、")))
    }

    /// The signer of a school.
    pub(super) fn of(&mut self, session: &Session, school: &School) -> Result<&Signer, Failure> {
        if self.locked.contains_key(&school.id) {
            return Err(wrong_passphrase(&school.name));
        }
        if !self.unlocked.contains_key(&school.id) {
            let Some(key) = session.ledger.school_key(school.id)? else {
                return Err(Refusal::at(
                    "KEY-NONE",
                    "key",
                    format!("{}还没有建立签章密钥，请先在“学校”中建立", school.name),
                )
                .into());
            };
            let file = signing::KeyFile {
                encrypted_pem: key.pem,
                certificate_der: key.certificate,
            };
            match signing::unlock(&file, self.passphrase) {
                Ok(signer) => self.unlocked.insert(school.id, signer),
                Err(signing::Error::WrongPassphrase) => {
                    self.locked.insert(school.id, school.name.clone());
                    return Err(wrong_passphrase(&school.name));
                }
                Err(error) => return Err(error.into()),
            };
        }
        self.unlocked
            .get(&school.id)
            .ok_or_else(|| Failure::broken("KEY", "签章密钥没有打开".to_owned()))
    }
}

fn wrong_passphrase(schools: &str) -> Failure {
    Failure::broken(
        WRONG_PASSPHRASE,
        format!("口令不对，打不开{schools}的签章密钥"),
    )
}

/// A signed file is read back before it is kept: what cannot be verified is not archived.
pub(super) fn require_intact(pdf: &[u8], expected: usize) -> Result<(), Failure> {
    let verification = signing::verify(pdf, &[])?;
    let is_intact =
        verification.status == signing::Status::Intact && verification.signatures.len() == expected;
    if is_intact {
        return Ok(());
    }
    Err(Failure::broken(
        "SIGN-CHECK",
        "签章后复核没有通过，文件没有存档；请把这个代码告诉技术人员",
    ))
}

pub(super) fn occasion(at: At, reason: &'static str) -> Occasion<'static> {
    Occasion {
        at,
        reason,
        location: "",
    }
}

/// What is seen at the place of the signature: the school's seal, or a block of words.
pub(super) fn seal_sheet(session: &Session, school: &School, at: At) -> Result<Vec<u8>, Failure> {
    let means = &session.means;
    if session.is_practice() {
        let art = SealArt::Practice {
            school: &school.name,
        };
        return Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?);
    }
    let day = day_on_paper(clock::day(at));
    match session.ledger.seal(school.id)? {
        Some(png) => {
            let image = school::seal_picture(&png)?;
            let art = SealArt::Image {
                width: image.width,
                height: image.height,
                rgba: &image.rgba,
            };
            Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?)
        }
        None => {
            let notes = [day];
            let art = SealArt::Text {
                school: &school.name,
                notes: &notes,
            };
            Ok(paper::draw_seal_sheet(&art, SEAL_MM, means)?)
        }
    }
}
