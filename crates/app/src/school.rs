//! Schools, their signing keys and the pictures of their seals.

use domain::id::SchoolId;
use domain::op::Op;
use domain::refusal::Refusal;
use domain::school::School;
use domain::teacher::Teacher;
use store::SchoolKey;
use zeroize::Zeroizing;

use crate::clock::At;
use crate::failure::Failure;
use crate::session::{MIN_PASSPHRASE, Session};

/// Certificates of keys that were replaced, as PEM: papers that they signed stay recognised.
const FORMER_CERTIFICATES: &str = "former_certificates";

/// The last line of each of them.
const PEM_END: &str = "-----END CERTIFICATE-----";

/// How many years a school's own certificate is valid.
const KEY_YEARS: u32 = 5;

/// A school with what it can sign with.
#[derive(Debug, Clone)]
pub struct SchoolWithKey {
    /// The school.
    pub school: School,
    /// SHA-256 of its certificate in groups, and its last day.
    pub key: Option<(String, String)>,
    /// True when a picture of its seal is on file.
    pub has_seal: bool,
}

/// All schools, mine first.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<SchoolWithKey>, Failure> {
    let schools = session.ledger.schools()?;
    schools
        .into_iter()
        .map(|school| with_key(session, school))
        .collect()
}

fn with_key(session: &Session, school: School) -> Result<SchoolWithKey, Failure> {
    let key = match session.ledger.school_key(school.id)? {
        None => None,
        Some(key) => {
            let facts = signing::read_certificate(&key.certificate)?;
            Some((
                facts.fingerprint,
                facts.valid_until.date_naive().to_string(),
            ))
        }
    };
    let has_seal = session.ledger.seal(school.id)?.is_some();
    Ok(SchoolWithKey {
        school,
        key,
        has_seal,
    })
}

/// One school.
///
/// # Errors
/// When there is none, or the records cannot be read.
pub fn get(session: &Session, id: SchoolId) -> Result<SchoolWithKey, Failure> {
    with_key(session, on_file(session, id)?)
}

/// The school of an id or of a full name.
///
/// # Errors
/// When there is none.
pub fn find(session: &Session, text: &str) -> Result<School, Failure> {
    session
        .ledger
        .schools()?
        .into_iter()
        .find(|school| school.id.to_string() == text || school.name == text)
        .ok_or_else(|| Refusal::at("SCHOOL-NONE", "school", format!("没有登记学校“{text}”")).into())
}

/// Adds a school, or corrects the one with this id.
///
/// # Errors
/// When it cannot be kept.
pub fn save(session: &mut Session, school: School, at: At) -> Result<SchoolWithKey, Failure> {
    let mut school = school.judged()?;
    let known = session.ledger.schools()?;
    if known
        .iter()
        .any(|other| other.id != school.id && other.name == school.name)
    {
        return Err(Refusal::at("SCHOOL-TWICE", "name", "已经登记过同名的学校").into());
    }
    let is_known = known.iter().any(|other| other.id == school.id);
    school.is_mine = school.id == session.school.id;
    let op = if is_known {
        Op::UpdateSchool
    } else {
        Op::AddSchool
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if is_known {
            tx.update_school(&school)
        } else {
            tx.add_school(&school)
        }
    })?;
    if school.is_mine {
        session.school = school.clone();
    }
    with_key(session, school)
}

/// Makes the signing key of a school. An earlier key stays in the certificates that were given out, but
/// no longer signs.
///
/// # Errors
/// A short passphrase, or records that cannot be written.
pub fn create_key(
    session: &mut Session,
    id: SchoolId,
    passphrase: &Zeroizing<String>,
    at: At,
) -> Result<SchoolWithKey, Failure> {
    if !session.is_practice() && passphrase.chars().count() < MIN_PASSPHRASE {
        return Err(Refusal::at(
            "PASSPHRASE-SHORT",
            "passphrase",
            format!("签章口令至少{MIN_PASSPHRASE}个字符"),
        )
        .into());
    }
    let school = on_file(session, id)?;
    let made = signing::create_key(&school.name, passphrase, at, KEY_YEARS)?;
    let key = SchoolKey {
        pem: made.encrypted_pem,
        certificate: made.certificate_der,
    };
    let mut former = session
        .ledger
        .setting(FORMER_CERTIFICATES)?
        .unwrap_or_default();
    if let Some(old) = session.ledger.school_key(id)? {
        former.push_str(&signing::certificate_pem(&old.certificate)?);
    }
    session
        .ledger
        .transact(Op::CreateKey, at.naive_local(), |tx| {
            // The log names the school, not the certificate that is put aside.
            tx.set_about(school.name.clone());
            tx.set_setting(FORMER_CERTIFICATES, &former)?;
            tx.set_school_key(id, &key)
        })?;
    with_key(session, school)
}

/// Sets the picture of a school's seal from a PNG or JPEG.
///
/// # Errors
/// A file that is no picture, or too large.
pub fn set_seal(
    session: &mut Session,
    id: SchoolId,
    bytes: &[u8],
    at: At,
) -> Result<SchoolWithKey, Failure> {
    let school = on_file(session, id)?;
    let image = transfer::seal::read(bytes)?;
    session
        .ledger
        .transact(Op::SetSeal, at.naive_local(), |tx| {
            tx.set_seal(id, &image.png)
        })?;
    with_key(session, school)
}

/// The school that a teacher belongs to: the one noted with him, else mine.
///
/// # Errors
/// When the records cannot be read.
pub(crate) fn home_of(session: &Session, teacher: &Teacher) -> Result<School, Failure> {
    match teacher.record.standing.home_school {
        Some(home) => on_file(session, home),
        None => Ok(session.school().clone()),
    }
}

/// A school that must be on file.
pub(crate) fn on_file(session: &Session, id: SchoolId) -> Result<School, Failure> {
    Failure::unless_found(session.ledger.school(id)?, "学校")
}

/// The certificates of all schools that have a key: what this file of records trusts.
pub(crate) fn certificates(session: &Session) -> Result<Vec<Vec<u8>>, Failure> {
    let mut certificates = Vec::new();
    for school in session.ledger.schools()? {
        let key = session.ledger.school_key(school.id)?;
        certificates.extend(key.map(|key| key.certificate));
    }
    let former = session
        .ledger
        .setting(FORMER_CERTIFICATES)?
        .unwrap_or_default();
    for pem in former
        .split_inclusive(PEM_END)
        .filter(|pem| pem.contains(PEM_END))
    {
        certificates.push(signing::read_certificate(pem.trim().as_bytes())?.der);
    }
    Ok(certificates)
}

/// Certificates as PEM, by the school's name, for other programs to import.
///
/// # Errors
/// When the records cannot be read.
pub fn export_certificates(
    session: &Session,
    only: Option<SchoolId>,
) -> Result<Vec<(String, String)>, Failure> {
    let mut certificates = Vec::new();
    for school in session.ledger.schools()? {
        if only.is_none_or(|only| only == school.id)
            && let Some(key) = session.ledger.school_key(school.id)?
        {
            certificates.push((school.name, signing::certificate_pem(&key.certificate)?));
        }
    }
    Ok(certificates)
}

/// The pixels of a seal that is on file.
pub(crate) fn seal_picture(png: &[u8]) -> Result<transfer::seal::SealImage, Failure> {
    Ok(transfer::seal::read(png)?)
}
