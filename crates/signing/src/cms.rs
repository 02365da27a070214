//! The signature container (CMS, detached, PAdES baseline): written in exactly one way.
//!
//! Because it is written in one way, it is checked by writing it again from its certificate, its
//! signature and the digest of the file, and comparing: no byte of it can mean something else.

use ::cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use ::cms::content_info::{CmsVersion, ContentInfo};
use ::cms::signed_data::{
    CertificateSet, DigestAlgorithmIdentifiers, EncapsulatedContentInfo, SignatureValue,
    SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::SetOfVec;
use der::oid::ObjectIdentifier;
use der::{Any, Decode, Encode, Tag, referenced::OwnedToRef};
use p256::ecdsa::signature::{RandomizedSigner, SignatureEncoding, Signer as _, Verifier};
use rand_core::OsRng;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::key::{PrivateKey, Signer};
use crate::{Error, Result};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const RSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// Signs the digest of a file; the result is the DER for `/Contents`.
pub(crate) fn sign(signer: &Signer, digest: &[u8]) -> Result<Vec<u8>> {
    let message = attributes(&signer.certificate, digest)
        .and_then(|attributes| attributes.to_der())
        .map_err(failed)?;
    let signature = match &signer.key {
        PrivateKey::P256(key) => {
            let signature: p256::ecdsa::DerSignature = key.try_sign(&message).map_err(failed)?;
            signature.to_vec()
        }
        // The chance blinds the computation against timing; the signature is always the same.
        PrivateKey::Rsa(key) => rsa::pkcs1v15::SigningKey::<Sha256>::new((**key).clone())
            .try_sign_with_rng(&mut OsRng, &message)
            .map_err(failed)?
            .to_vec(),
    };
    container(&signer.certificate, digest, &signature).map_err(failed)
}

/// What a container says, before anything about it is believed.
pub(crate) struct Statement {
    pub(crate) certificate: Certificate,
    signature: Vec<u8>,
}

/// Reads certificate and signature out of a container; `None` if it is not one of ours.
pub(crate) fn read(container: &[u8]) -> Option<Statement> {
    let content = ContentInfo::from_der(container).ok()?;
    let signed = content.content.decode_as::<SignedData>().ok()?;
    let certificates = signed.certificates?.0;
    let [CertificateChoices::Certificate(certificate)] = certificates.as_slice() else {
        return None;
    };
    let [signer] = signed.signer_infos.0.as_slice() else {
        return None;
    };
    Some(Statement {
        certificate: certificate.clone(),
        signature: signer.signature.as_bytes().to_vec(),
    })
}

impl Statement {
    /// Whether `container` is, byte for byte, a valid signature of this statement over `digest`.
    pub(crate) fn holds(&self, container_der: &[u8], digest: &[u8]) -> bool {
        let rebuilt = container(&self.certificate, digest, &self.signature);
        if rebuilt.as_deref() != Ok(container_der) {
            return false;
        }
        let message = attributes(&self.certificate, digest).and_then(|list| list.to_der());
        message.is_ok_and(|message| self.signature_fits(&message))
    }

    fn signature_fits(&self, message: &[u8]) -> bool {
        let public = self
            .certificate
            .tbs_certificate
            .subject_public_key_info
            .owned_to_ref();
        if public.algorithm.oid == EC_KEY {
            let key = p256::ecdsa::VerifyingKey::try_from(public);
            let signature = p256::ecdsa::Signature::from_der(&self.signature);
            matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(message, &signature).is_ok())
        } else if public.algorithm.oid == RSA_KEY {
            let key = rsa::RsaPublicKey::try_from(public);
            let signature = rsa::pkcs1v15::Signature::try_from(self.signature.as_slice());
            let (Ok(key), Ok(signature)) = (key, signature) else {
                return false;
            };
            if rsa::traits::PublicKeyParts::n(&key).bits() < 2048 {
                return false;
            }
            rsa::pkcs1v15::VerifyingKey::<Sha256>::new(key)
                .verify(message, &signature)
                .is_ok()
        } else {
            false
        }
    }
}

/// The signed attributes: content type, digest of the file, and which certificate it was (so that
/// no other certificate with the same key can be put in its place).
fn attributes(certificate: &Certificate, digest: &[u8]) -> der::Result<Attributes> {
    let attribute = |oid, value: Any| -> der::Result<Attribute> {
        Ok(Attribute {
            oid,
            values: SetOfVec::try_from(vec![value])?,
        })
    };
    // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }, SHA-256 being the default.
    let mut reference = vec![0x30, 0x24, 0x30, 0x22, 0x04, 0x20];
    reference.extend_from_slice(&Sha256::digest(certificate.to_der()?));
    Attributes::try_from(vec![
        attribute(CONTENT_TYPE, Any::encode_from(&DATA)?)?,
        attribute(MESSAGE_DIGEST, Any::new(Tag::OctetString, digest)?)?,
        attribute(SIGNING_CERTIFICATE_V2, Any::new(Tag::Sequence, reference)?)?,
    ])
}

fn container(certificate: &Certificate, digest: &[u8], signature: &[u8]) -> der::Result<Vec<u8>> {
    let sha_256 = AlgorithmIdentifierOwned {
        oid: SHA_256,
        parameters: None,
    };
    let issued = &certificate.tbs_certificate;
    let signature_algorithm = if issued.subject_public_key_info.algorithm.oid == RSA_KEY {
        AlgorithmIdentifierOwned {
            oid: RSA_SHA_256,
            parameters: Some(Any::null()),
        }
    } else {
        AlgorithmIdentifierOwned {
            oid: ECDSA_SHA_256,
            parameters: None,
        }
    };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: issued.issuer.clone(),
            serial_number: issued.serial_number.clone(),
        }),
        digest_alg: sha_256.clone(),
        signed_attrs: Some(attributes(certificate, digest)?),
        signature_algorithm,
        signature: SignatureValue::new(signature)?,
        unsigned_attrs: None,
    };
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: DigestAlgorithmIdentifiers::try_from(vec![sha_256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: None::<Any>,
        },
        certificates: Some(CertificateSet(SetOfVec::try_from(vec![
            CertificateChoices::Certificate(certificate.clone()),
        ])?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo {
        content_type: SIGNED_DATA,
        content: Any::encode_from(&signed)?,
    }
    .to_der()
}

/// The DER of a hexadecimal `/Contents`: what stands before the zeros that fill the room left.
/// `None` unless everything behind it is zero.
pub(crate) fn without_padding(contents: &[u8]) -> Option<&[u8]> {
    let header = der::Header::decode(&mut der::SliceReader::new(contents).ok()?).ok()?;
    let length = (header.encoded_len().ok()? + header.length).ok()?;
    let (container, padding) = contents.split_at_checked(usize::try_from(length).ok()?)?;
    padding.iter().all(|byte| *byte == 0).then_some(container)
}

/// A digest wrapped the way [`sign`] wants it.
pub(crate) fn digest_of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().to_vec()
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Crypto(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use der::asn1::OctetString;

    #[test]
    fn what_stands_behind_the_container_must_be_zero() {
        let mut contents = OctetString::new(vec![7; 200]).unwrap().to_der().unwrap();
        let length = contents.len();
        contents.resize(length + 50, 0);
        assert_eq!(without_padding(&contents).map(<[u8]>::len), Some(length));
        *contents.last_mut().unwrap() = 1;
        assert_eq!(without_padding(&contents), None);
        assert_eq!(without_padding(&[0x30, 0x82, 0xff]), None);
        assert_eq!(without_padding(&[]), None);
    }
}
