//! A school's private key: made once, kept encrypted, unlocked for one batch of signatures.

use chrono::{DateTime, FixedOffset};
use der::Encode;
use pkcs8::der::pem::LineEnding;
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2;
use pkcs8::{
    DecodePrivateKey, EncodePublicKey, EncryptedPrivateKeyInfo, PrivateKeyInfo, SecretDocument,
};
use rand_core::{OsRng, RngCore};
use x509_cert::Certificate;
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::Validity;

use crate::{Error, Result, certificate, moment};

const PEM_LABEL: &str = "ENCRYPTED PRIVATE KEY";
/// scrypt N = 2^15, r = 8, p = 1: 32 MiB and about a tenth of a second for one try.
const SCRYPT_COST: u64 = 1 << 15;
const SCRYPT_BLOCK: u16 = 8;
/// A foreign key file states its own cost; beyond this it is an attack on memory, not a key.
const LARGEST_SCRYPT_COST: u64 = 1 << 20;
const LARGEST_SCRYPT_BLOCK: u16 = 8;
const LARGEST_SCRYPT_LANES: u16 = 4;
const LARGEST_PBKDF2_ROUNDS: u32 = 10_000_000;
const LARGEST_KEY_FILE: usize = 64 * 1024;

const EC_KEY: pkcs8::ObjectIdentifier = pkcs8::ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const RSA_KEY: pkcs8::ObjectIdentifier =
    pkcs8::ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// A school's key as it is stored: nothing in it is readable without the passphrase except the
/// certificate, which is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile {
    /// PKCS#8, encrypted (PBES2), PEM text.
    pub encrypted_pem: String,
    /// The certificate that belongs to the key, DER.
    pub certificate_der: Vec<u8>,
}

/// An unlocked key with its certificate. Wiped from memory when dropped; its `Debug` shows only
/// whose it is.
pub struct Signer {
    pub(crate) key: PrivateKey,
    pub(crate) certificate: Certificate,
    school: String,
}

pub(crate) enum PrivateKey {
    P256(p256::ecdsa::SigningKey),
    Rsa(Box<rsa::RsaPrivateKey>),
}

// Both kinds must wipe themselves when dropped; the compiler is asked, not trusted.
const fn wiped<T: zeroize::ZeroizeOnDrop>() {}
const _: () = {
    wiped::<p256::ecdsa::SigningKey>();
    wiped::<rsa::RsaPrivateKey>();
};

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer")
            .field("school", &self.school)
            .finish_non_exhaustive()
    }
}

impl Signer {
    /// The name of the school in the certificate.
    #[must_use]
    pub fn school(&self) -> &str {
        &self.school
    }
}

/// Makes a new P-256 key and a certificate for it, signed by itself, valid from `at` for `years`
/// (1 to 30).
///
/// # Errors
/// A name, passphrase or date that cannot be used; [`Error::Crypto`] if the system gives no chance.
pub fn create_key(
    school: &str,
    passphrase: &str,
    at: DateTime<FixedOffset>,
    years: u32,
) -> Result<KeyFile> {
    let name = certificate::school_name(school)?;
    if passphrase.is_empty() {
        return Err(Error::EmptyPassphrase);
    }
    let validity = Validity {
        not_before: moment::certificate_time(at)?,
        not_after: moment::certificate_time(moment::years_later(at, years)?)?,
    };
    let secret = p256::SecretKey::random(&mut OsRng);
    let signing = p256::ecdsa::SigningKey::from(&secret);

    let mut serial = [0_u8; 16];
    OsRng.try_fill_bytes(&mut serial).map_err(crypto)?;
    // Positive and of full length, as RFC 5280 wants it.
    if let Some(first) = serial.first_mut() {
        *first = (*first & 0x7f) | 0x40;
    }
    let public = SubjectPublicKeyInfoOwned::from_key(*signing.verifying_key()).map_err(crypto)?;
    let certificate = CertificateBuilder::new(
        Profile::Leaf {
            issuer: name.clone(),
            enable_key_agreement: false,
            enable_key_encipherment: false,
        },
        SerialNumber::new(&serial).map_err(crypto)?,
        validity,
        name,
        public,
        &signing,
    )
    .map_err(crypto)?
    .build::<p256::ecdsa::DerSignature>()
    .map_err(crypto)?;

    let plain = pkcs8::EncodePrivateKey::to_pkcs8_der(&secret).map_err(crypto)?;
    Ok(KeyFile {
        encrypted_pem: encrypt(&plain, passphrase)?,
        certificate_der: certificate.to_der().map_err(crypto)?,
    })
}

/// Opens a key. RSA keys (2048 to 4096 bits) made elsewhere are accepted as well as P-256.
///
/// # Errors
/// [`Error::WrongPassphrase`], or what is wrong with the file; see [`Error`].
pub fn unlock(file: &KeyFile, passphrase: &str) -> Result<Signer> {
    let certificate = certificate::parse(&file.certificate_der)?;
    let school = certificate::common_name(&certificate)
        .ok_or_else(|| Error::Certificate("证书里没有单位名称".into()))?;
    let plain = decrypt(&file.encrypted_pem, passphrase)?;
    let algorithm = private_key_info(&plain)?.algorithm.oid;
    let key = if algorithm == EC_KEY {
        let secret =
            p256::SecretKey::from_pkcs8_der(plain.as_bytes()).map_err(|_| Error::KeyKind)?;
        PrivateKey::P256(p256::ecdsa::SigningKey::from(&secret))
    } else if algorithm == RSA_KEY {
        let key =
            rsa::RsaPrivateKey::from_pkcs8_der(plain.as_bytes()).map_err(|_| Error::KeyKind)?;
        let bits = rsa::traits::PublicKeyParts::n(&key).bits();
        if !(2048..=4096).contains(&bits) {
            return Err(Error::KeyKind);
        }
        PrivateKey::Rsa(Box::new(key))
    } else {
        return Err(Error::KeyKind);
    };
    let public = match &key {
        PrivateKey::P256(key) => key.verifying_key().to_public_key_der(),
        PrivateKey::Rsa(key) => key.to_public_key().to_public_key_der(),
    }
    .map_err(crypto)?;
    let certified = certificate
        .tbs_certificate
        .subject_public_key_info
        .to_der()
        .map_err(crypto)?;
    if public.as_bytes() != certified {
        return Err(Error::KeyMismatch);
    }
    Ok(Signer {
        key,
        certificate,
        school,
    })
}

/// The same key under another passphrase; the certificate stays.
///
/// # Errors
/// As [`unlock`], and [`Error::EmptyPassphrase`].
pub fn change_passphrase(file: &KeyFile, old: &str, new: &str) -> Result<KeyFile> {
    if new.is_empty() {
        return Err(Error::EmptyPassphrase);
    }
    // Opening it in full keeps a damaged key from being wrapped anew as if it were sound.
    unlock(file, old)?;
    let plain = decrypt(&file.encrypted_pem, old)?;
    Ok(KeyFile {
        encrypted_pem: encrypt(&plain, new)?,
        certificate_der: file.certificate_der.clone(),
    })
}

pub(crate) fn encrypt(plain: &SecretDocument, passphrase: &str) -> Result<String> {
    let (mut salt, mut iv) = ([0_u8; 16], [0_u8; 16]);
    OsRng.try_fill_bytes(&mut salt).map_err(crypto)?;
    OsRng.try_fill_bytes(&mut iv).map_err(crypto)?;
    let parameters = pbes2::Parameters {
        kdf: pbes2::Kdf::Scrypt(pbes2::ScryptParams {
            salt: &salt,
            cost_parameter: SCRYPT_COST,
            block_size: SCRYPT_BLOCK,
            parallelization: 1,
            key_length: None,
        }),
        encryption: pbes2::EncryptionScheme::Aes256Cbc { iv: &iv },
    };
    let encrypted = private_key_info(plain)?
        .encrypt_with_params(parameters, passphrase)
        .map_err(crypto)?;
    let pem = encrypted
        .to_pem(PEM_LABEL, LineEnding::LF)
        .map_err(crypto)?;
    Ok(pem.as_str().to_owned())
}

fn decrypt(pem: &str, passphrase: &str) -> Result<SecretDocument> {
    if pem.len() > LARGEST_KEY_FILE {
        return Err(Error::KeyFile("文件过大".into()));
    }
    let (label, document) = SecretDocument::from_pem(pem).map_err(key_file)?;
    if label != PEM_LABEL {
        return Err(Error::KeyFile(format!("不是加密的私钥（{label}）")));
    }
    let info = EncryptedPrivateKeyInfo::try_from(document.as_bytes()).map_err(key_file)?;
    refuse_excessive_cost(&info.encryption_algorithm)?;
    // The encryption carries no check value: a wrong passphrase shows as padding that does not fit
    // or as a key that is none.
    let plain = info
        .decrypt(passphrase)
        .map_err(|_| Error::WrongPassphrase)?;
    private_key_info(&plain).map_err(|_| Error::WrongPassphrase)?;
    Ok(plain)
}

fn refuse_excessive_cost(scheme: &EncryptionScheme<'_>) -> Result<()> {
    let bearable = match scheme {
        EncryptionScheme::Pbes2(parameters) => match &parameters.kdf {
            pbes2::Kdf::Scrypt(cost) => {
                cost.cost_parameter <= LARGEST_SCRYPT_COST
                    && cost.block_size <= LARGEST_SCRYPT_BLOCK
                    && cost.parallelization <= LARGEST_SCRYPT_LANES
            }
            pbes2::Kdf::Pbkdf2(cost) => cost.iteration_count <= LARGEST_PBKDF2_ROUNDS,
            _ => false,
        },
        _ => false,
    };
    if bearable {
        Ok(())
    } else {
        Err(Error::KeyFile("加密方式或强度参数不受支持".into()))
    }
}

fn private_key_info(plain: &SecretDocument) -> Result<PrivateKeyInfo<'_>> {
    PrivateKeyInfo::try_from(plain.as_bytes()).map_err(key_file)
}

fn key_file(error: impl std::fmt::Display) -> Error {
    Error::KeyFile(error.to_string())
}

fn crypto(error: impl std::fmt::Display) -> Error {
    Error::Crypto(error.to_string())
}
