//! Keys are made, opened with the right words only, and exchanged as certificates.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod fixture;

use der::{Encode, EncodePem};
use fixture::{Form, HOST, HOST_SCHOOL, PASSPHRASE, SENDING_SCHOOL, at, occasion, paper, sheet};
use pkcs8::pkcs5::{EncryptionScheme, pbes2};
use pkcs8::{EncodePublicKey, EncryptedPrivateKeyInfo, PrivateKeyInfo};
use rand_core::OsRng;
use signing::{
    KeyFile, Status, certificate_pem, certify, change_passphrase, create_key, fingerprint,
    read_certificate, unlock, verify,
};
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

#[test]
fn only_the_right_passphrase_opens_a_key() {
    let file = &HOST_SCHOOL.file;
    assert_eq!(
        unlock(file, PASSPHRASE).unwrap().school(),
        "青石坳镇中心小学"
    );
    for wrong in ["", "银杏叶落满操", "银杏叶落满操场 ", "x"] {
        assert_eq!(unlock(file, wrong).unwrap_err().code(), "SIGN-06");
    }
}

#[test]
fn a_signer_shows_nothing_but_whose_it_is() {
    let shown = format!("{:?}", HOST_SCHOOL.signer);
    assert_eq!(shown, "Signer { school: \"青石坳镇中心小学\", .. }");
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let file = &HOST_SCHOOL.file;
    let new = change_passphrase(file, PASSPHRASE, "白露为霜").unwrap();
    assert_eq!(new.certificate_der, file.certificate_der);
    assert!(unlock(&new, "白露为霜").is_ok());
    assert_eq!(unlock(&new, PASSPHRASE).unwrap_err().code(), "SIGN-06");
    assert_eq!(
        change_passphrase(file, PASSPHRASE, "").unwrap_err().code(),
        "SIGN-12"
    );
}

#[test]
fn a_certificate_says_whose_it_is_and_how_long_it_holds() {
    let der = &HOST_SCHOOL.file.certificate_der;
    let facts = read_certificate(der).unwrap();
    assert_eq!(facts.school, "青石坳镇中心小学");
    assert_eq!(facts.valid_from, at(1));
    assert_eq!(facts.valid_until.date_naive().to_string(), "2029-03-01");
    let pem = certificate_pem(der).unwrap();
    assert_eq!(read_certificate(pem.as_bytes()).unwrap(), facts);
    assert_eq!(facts.fingerprint.len(), 16 * 4 + 15);
    assert_ne!(
        facts.fingerprint,
        fingerprint(&SENDING_SCHOOL.file.certificate_der)
    );
    assert_eq!(fingerprint(b"").get(..9), Some("E3B0 C442"));
    assert_eq!(read_certificate(b"nothing").unwrap_err().code(), "SIGN-10");
}

#[test]
fn a_name_with_signs_in_it_stays_what_it_is() {
    let name = "第三小学, O=别处+CN=别人\"<>;\\#";
    let file = create_key(name, PASSPHRASE, at(1), 1).unwrap();
    assert_eq!(
        read_certificate(&file.certificate_der).unwrap().school,
        name
    );
}

#[test]
fn what_cannot_stand_in_a_certificate_is_refused() {
    let code = |name: &str, words: &str, years: u32| {
        create_key(name, words, at(1), years).unwrap_err().code()
    };
    assert_eq!(code(" ", PASSPHRASE, 3), "SIGN-11");
    assert_eq!(code(&"校".repeat(65), PASSPHRASE, 3), "SIGN-11");
    assert_eq!(code("一\n二", PASSPHRASE, 3), "SIGN-11");
    assert_eq!(code("小学", "", 3), "SIGN-12");
    assert_eq!(code("小学", PASSPHRASE, 0), "SIGN-13");
    assert_eq!(code("小学", PASSPHRASE, 31), "SIGN-13");
}

#[test]
fn a_key_with_the_certificate_of_another_is_refused() {
    let mixed = KeyFile {
        encrypted_pem: HOST_SCHOOL.file.encrypted_pem.clone(),
        certificate_der: SENDING_SCHOOL.file.certificate_der.clone(),
    };
    assert_eq!(unlock(&mixed, PASSPHRASE).unwrap_err().code(), "SIGN-08");
}

#[test]
fn a_damaged_key_file_is_an_error() {
    let pem = &HOST_SCHOOL.file.encrypted_pem;
    let plain = pem.replace("ENCRYPTED PRIVATE", "PRIVATE");
    for (damaged, code) in [
        (String::new(), "SIGN-07"),
        (pem[..pem.len() / 2].to_owned(), "SIGN-07"),
        (plain, "SIGN-07"),
    ] {
        let file = KeyFile {
            encrypted_pem: damaged,
            certificate_der: HOST_SCHOOL.file.certificate_der.clone(),
        };
        assert_eq!(unlock(&file, PASSPHRASE).unwrap_err().code(), code);
    }
}

fn wrapped(key: &[u8], cost: u64, block_size: u16) -> String {
    let kdf = pbes2::Kdf::Scrypt(pbes2::ScryptParams {
        salt: &[7; 16],
        cost_parameter: cost,
        block_size,
        parallelization: 1,
        key_length: None,
    });
    let encryption = pbes2::EncryptionScheme::Aes256Cbc { iv: &[9; 16] };
    let parameters = pbes2::Parameters { kdf, encryption };
    let document = match PrivateKeyInfo::try_from(key) {
        Ok(info) => info.encrypt_with_params(parameters, PASSPHRASE).unwrap(),
        Err(_) => EncryptedPrivateKeyInfo {
            encryption_algorithm: EncryptionScheme::Pbes2(parameters),
            encrypted_data: key,
        }
        .try_into()
        .unwrap(),
    };
    let pem = document
        .to_pem("ENCRYPTED PRIVATE KEY", Default::default())
        .unwrap();
    pem.as_str().to_owned()
}

#[test]
fn a_key_file_that_asks_for_all_memory_is_refused_at_once() {
    for (cost, block_size) in [(1 << 40, 8), (1 << 15, 60_000)] {
        let file = KeyFile {
            encrypted_pem: wrapped(&[1; 64], cost, block_size),
            certificate_der: HOST_SCHOOL.file.certificate_der.clone(),
        };
        assert_eq!(unlock(&file, PASSPHRASE).unwrap_err().code(), "SIGN-07");
    }
}

fn rsa_file(bits: usize) -> KeyFile {
    let key = rsa::RsaPrivateKey::new(&mut OsRng, bits).unwrap();
    let plain = pkcs8::EncodePrivateKey::to_pkcs8_der(&key).unwrap();
    let public = key.to_public_key().to_public_key_der().unwrap();
    let own = read_certificate(&HOST_SCHOOL.file.certificate_der).unwrap();
    let model: x509_cert::Certificate = der::Decode::from_der(&own.der).unwrap();
    let name = model.tbs_certificate.subject.clone();
    let signer = rsa::pkcs1v15::SigningKey::<sha2::Sha256>::new(key);
    let certificate = CertificateBuilder::new(
        Profile::Leaf {
            issuer: name.clone(),
            enable_key_agreement: false,
            enable_key_encipherment: false,
        },
        SerialNumber::new(&[42]).unwrap(),
        model.tbs_certificate.validity,
        name,
        SubjectPublicKeyInfoOwned::try_from(public.as_bytes()).unwrap(),
        &signer,
    )
    .unwrap()
    .build::<rsa::pkcs1v15::Signature>()
    .unwrap();
    assert!(certificate.to_pem(Default::default()).is_ok());
    KeyFile {
        encrypted_pem: wrapped(plain.as_bytes(), 1 << 10, 8),
        certificate_der: certificate.to_der().unwrap(),
    }
}

#[test]
fn an_rsa_key_from_elsewhere_signs_as_well() {
    let file = rsa_file(2048);
    let signer = unlock(&file, PASSPHRASE).unwrap();
    let paper = paper(Form::Inline);
    let seal = sheet(&[HOST]);
    let signed = certify(&paper, HOST, Some(&seal), &signer, &occasion(9)).unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("rsa-first.pdf"), &signed).unwrap();
    std::fs::write(folder.join("rsa.der"), &file.certificate_der).unwrap();
    let found = verify(&signed, std::slice::from_ref(&file.certificate_der)).unwrap();
    assert_eq!(found.status, Status::Intact);
    assert!(found.signatures.iter().all(|one| one.intact && one.trusted));
    let mut broken = signed;
    let place = broken
        .windows(9)
        .position(|text| text == b"/Contents")
        .unwrap()
        + 3000;
    broken[place] ^= 1;
    assert_eq!(verify(&broken, &[]).unwrap().status, Status::Changed);
}

#[test]
fn a_short_rsa_key_is_refused() {
    let error = unlock(&rsa_file(1024), PASSPHRASE).unwrap_err();
    assert_eq!(error.code(), "SIGN-09");
}
