//! Files that are not what they say: changed bytes, other people's PDF files, and no PDF files at all.

use std::fmt::Write as _;
use std::path::Path;

use shuangping_tests::Folder;
use shuangping_tests::chance::Chance;
use shuangping_tests::desk::{Said, is_chinese, run, word};
use shuangping_tests::ground::Ground;

const PLACES: usize = 40;

fn verify(file: &Path) -> Said {
    run(&["--json", "verify", &word(file)])
}

/// Changes one byte at a time, in many places of a signed file.
///
/// A byte may hold the file together, so that it is no PDF any more; then the verdict is another one, but
/// never that the file is intact.
pub(crate) fn a_changed_byte_is_always_found(signed: &Path, folder: &Folder) {
    let sound = std::fs::read(signed).unwrap();
    let mut chance = Chance::seeded("changed bytes", 20_260_831);
    let file = folder.join("改动.pdf");
    let mut n_changed = 0;
    for _ in 0..PLACES {
        let place = chance.below(sound.len());
        let mut bytes = sound.clone();
        bytes[place] = chance.other_byte(bytes[place]);
        std::fs::write(&file, &bytes).unwrap();
        let said = verify(&file);
        let what = format!(
            "byte {place}: {} became {}: {said}",
            sound[place], bytes[place]
        );
        let verdict = said.json();
        if said.exit == Some(3) {
            let _ = said.failed(3);
            continue;
        }
        assert_eq!(said.exit, Some(1), "{what}");
        assert_ne!(verdict["status"], "intact", "{what}");
        assert!(is_chinese(verdict["says"].as_str().unwrap()), "{what}");
        n_changed += usize::from(verdict["status"] == "changed");
    }
    assert!(
        n_changed * 10 >= PLACES * 9,
        "only {n_changed} of {PLACES} are told to be changed"
    );
    more_at_the_end_is_found(&sound, &file);
}

/// What is added after the last signature, and what is cut off, changes the file as well.
fn more_at_the_end_is_found(sound: &[u8], file: &Path) {
    let mut longer = sound.to_vec();
    longer.extend_from_slice(b"\n% 1 0 obj <</A 1>> endobj\n%%EOF\n");
    let shorter = &sound[..sound.len() - 40];
    for bytes in [longer.as_slice(), shorter] {
        std::fs::write(file, bytes).unwrap();
        let said = verify(file);
        assert_ne!(said.exit, Some(0), "{said}");
        assert_ne!(said.json()["status"], "intact", "{said}");
    }
}

/// The smallest PDF file of somebody else.
fn foreign_pdf() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1).unwrap();
    }
    let start = file.len();
    write!(
        file,
        "xref\n0 4\n{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}

#[test]
fn a_pdf_of_somebody_else_is_told_in_words() {
    let folder = Folder::new("foreign").unwrap();
    let file = folder.join("通知.pdf");
    std::fs::write(&file, foreign_pdf()).unwrap();
    let said = verify(&file);
    assert_eq!(said.exit, Some(1), "{said}");
    let verdict = said.json();
    assert_eq!(verdict["status"], "not_ours", "{verdict}");
    assert!(is_chinese(verdict["says"].as_str().unwrap()));
    assert_eq!(verdict["signatures"], serde_json::json!([]));
}

#[test]
fn a_report_of_ours_without_a_signature_is_told_in_words() {
    let ground = Ground::new("unsigned").unwrap();
    let _ = ground.ready("苏一诺");
    let made = ground.reports(&ground.join("out"));
    let said = verify(Path::new(made["reports"][0]["path"].as_str().unwrap()));
    assert_eq!(said.exit, Some(1), "{said}");
    assert_eq!(said.json()["status"], "unsigned", "{said}");
    assert!(is_chinese(said.json()["says"].as_str().unwrap()));
}

#[test]
fn what_is_no_pdf_at_all_breaks_with_a_code_and_never_panics() {
    let folder = Folder::new("junk").unwrap();
    let file = folder.join("x.pdf");
    let mut chance = Chance::seeded("junk", 77);
    let noise: Vec<u8> = (0..4_000).map(|_| chance.byte()).collect();
    let cut = &foreign_pdf()[..120];
    for junk in [
        &b""[..],
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF",
        b"PK\x03\x04",
        b"\xff\xd8\xff\xe0",
        "这是一段文字".as_bytes(),
        b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
        b"%PDF-1.7\nxref\n0 4294967295\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n1 0 obj[[[[[[[[[[[[[[[[[[[[\nstartxref\n9\n%%EOF",
        cut,
        &noise,
    ] {
        std::fs::write(&file, junk).unwrap();
        let failed = verify(&file).failed(3);
        assert!(failed.code.starts_with("SIGN-"), "{failed:?}");
    }
    let missing = verify(&folder.join("没有.pdf")).failed(3);
    assert_eq!(missing.code, "FILE-READ");
    assert!(
        missing.message.contains("没有.pdf"),
        "the message names the file: {missing:?}"
    );
    assert_eq!(verify(folder.path()).failed(3).code, "FILE-READ");
}
