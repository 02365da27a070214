//! School certificates: made here or brought along, read without being believed.

use chrono::{DateTime, FixedOffset};
use der::asn1::{SetOfVec, Utf8StringRef};
use der::{Any, Decode, DecodePem, Encode, EncodePem};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};

use crate::{Error, Result, moment};

const COMMON_NAME: der::oid::ObjectIdentifier = der::oid::ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANISATION: der::oid::ObjectIdentifier = der::oid::ObjectIdentifier::new_unwrap("2.5.4.10");
const LONGEST_NAME: usize = 64;
const LARGEST_CERTIFICATE: usize = 16 * 1024;

/// What a certificate says about itself. None of it is proven by being written there: the other
/// school confirms the fingerprint by a way of its own, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// The certificate itself, DER.
    pub der: Vec<u8>,
    /// The name of the school (CN).
    pub school: String,
    /// First moment of validity.
    pub valid_from: DateTime<FixedOffset>,
    /// Last moment of validity.
    pub valid_until: DateTime<FixedOffset>,
    /// See [`fingerprint`].
    pub fingerprint: String,
}

/// Reads a certificate, PEM or DER.
///
/// # Errors
/// [`Error::Certificate`] if it is neither, is too large, or names nobody.
pub fn read_certificate(bytes: &[u8]) -> Result<CertificateFacts> {
    let certificate = parse(bytes)?;
    let der = certificate.to_der().map_err(unreadable)?;
    Ok(CertificateFacts {
        school: common_name(&certificate)
            .ok_or_else(|| Error::Certificate("证书里没有单位名称".into()))?,
        valid_from: moment::from_certificate(certificate.tbs_certificate.validity.not_before)?,
        valid_until: moment::from_certificate(certificate.tbs_certificate.validity.not_after)?,
        fingerprint: fingerprint(&der),
        der,
    })
}

/// The certificate as PEM text, to be handed to the other school.
///
/// # Errors
/// [`Error::Certificate`] if the bytes are no certificate.
pub fn certificate_pem(der: &[u8]) -> Result<String> {
    parse(der)?
        .to_pem(der::pem::LineEnding::LF)
        .map_err(unreadable)
}

/// SHA-256 of the certificate (DER) in 16 groups of four hexadecimal digits, for two people to
/// compare by telephone.
#[must_use]
pub fn fingerprint(certificate_der: &[u8]) -> String {
    let hex: Vec<String> = Sha256::digest(certificate_der)
        .chunks(2)
        .map(|pair| pair.iter().map(|byte| format!("{byte:02X}")).collect())
        .collect();
    hex.join(" ")
}

pub(crate) fn parse(bytes: &[u8]) -> Result<Certificate> {
    if bytes.len() > LARGEST_CERTIFICATE {
        return Err(Error::Certificate("文件过大".into()));
    }
    if bytes.starts_with(b"-----BEGIN") {
        Certificate::from_pem(bytes).map_err(unreadable)
    } else {
        Certificate::from_der(bytes).map_err(unreadable)
    }
}

pub(crate) fn common_name(certificate: &Certificate) -> Option<String> {
    let subject = &certificate.tbs_certificate.subject;
    let entry = subject
        .0
        .iter()
        .flat_map(|part| part.0.iter())
        .find(|entry| entry.oid == COMMON_NAME)?;
    // UTF8String for ours; PrintableString and IA5String are subsets of it. The value of any other
    // type (UTF-16) is not text here.
    let text = std::str::from_utf8(entry.value.value()).ok()?;
    (!text.is_empty() && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

pub(crate) fn covers(certificate: &Certificate, at: DateTime<FixedOffset>) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let from = moment::from_certificate(validity.not_before);
    let until = moment::from_certificate(validity.not_after);
    matches!((from, until), (Ok(from), Ok(until)) if from <= at && at <= until)
}

/// The name of a school as a certificate carries it: CN and O, UTF-8. Built from parts, not from a
/// line of text, so that commas and plus signs in a name stay what they are.
pub(crate) fn school_name(school: &str) -> Result<Name> {
    let school = school.trim();
    if school.is_empty()
        || school.chars().count() > LONGEST_NAME
        || school.chars().any(char::is_control)
    {
        return Err(Error::SchoolName);
    }
    let part = |oid| -> Result<RelativeDistinguishedName> {
        let text = Utf8StringRef::new(school).map_err(unreadable)?;
        let entry = AttributeTypeAndValue {
            oid,
            value: Any::from(text),
        };
        let set = SetOfVec::try_from(vec![entry]).map_err(unreadable)?;
        Ok(RelativeDistinguishedName(set))
    };
    Ok(RdnSequence(vec![part(ORGANISATION)?, part(COMMON_NAME)?]))
}

fn unreadable(error: der::Error) -> Error {
    Error::Certificate(error.to_string())
}
