//! What is not as it was signed is found, and nothing a file contains can bring us down.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod fixture;

use fixture::{Chance, Form, HOST, SENDING, certified, countersigned, paper, trusted};
use lopdf::{Document, IncrementalDocument, Object};
use signing::{ChangesAfter, Status, Verification, verify};
use std::sync::LazyLock;

static FIRST: LazyLock<Vec<u8>> = LazyLock::new(|| certified(&paper(Form::Apart)));
static SECOND: LazyLock<Vec<u8>> = LazyLock::new(|| countersigned(&FIRST));

fn intact(verification: &Verification, field: &str) -> bool {
    let mut signatures = verification.signatures.iter();
    signatures.any(|one| one.field == field && one.intact)
}

/// Where one byte was changed, the signatures that cover it fall, and only they.
fn flip_is_found(position: usize, bit: usize) {
    let mut file = SECOND.clone();
    file[position] ^= 1 << bit;
    let place = format!("byte {position} of {}, bit {bit}", SECOND.len());
    match verify(&file, &trusted()) {
        // A header or first table that no longer reads takes the whole file with it.
        Err(error) => {
            assert_eq!(error.code(), "SIGN-01");
            assert!(position < FIRST.len(), "{place}");
        }
        Ok(found) => {
            assert_ne!(found.status, Status::Intact, "{place}");
            assert!(!intact(&found, SENDING), "{place}");
            assert_eq!(intact(&found, HOST), position >= FIRST.len(), "{place}");
            if position >= FIRST.len() {
                assert_eq!(found.status, Status::Changed, "{place}");
            }
        }
    }
}

#[test]
fn a_changed_byte_is_found() {
    let mut chance = Chance::new("changed bytes");
    for _ in 0..400 {
        let position = chance.below(SECOND.len());
        flip_is_found(position, chance.below(8));
    }
}

#[test]
fn a_changed_byte_is_found_wherever_structure_stands() {
    let signature = |from: usize| {
        let found = SECOND[from..]
            .windows(9)
            .position(|text| text == b"/Contents");
        from + found.unwrap()
    };
    let mut places: Vec<usize> = Vec::new();
    for start in [0, FIRST.len()] {
        let contents = signature(start);
        places.extend((contents - 160..contents + 60).step_by(2));
    }
    // Tables, trailers and both sides of the seam.
    places.extend(FIRST.len() - 300..FIRST.len() + 60);
    places.extend((SECOND.len() - 700..SECOND.len()).step_by(2));
    let mut chance = Chance::new("structure");
    for position in places {
        flip_is_found(position, chance.below(8));
    }
}

#[test]
fn what_is_appended_is_found() {
    for junk in [
        &b" "[..],
        b"\n",
        b"%%EOF\n",
        b"x",
        b"\nstartxref\n0\n%%EOF\n",
        &[0; 2000],
    ] {
        let mut file = SECOND.clone();
        file.extend_from_slice(junk);
        let found = verify(&file, &trusted()).unwrap();
        assert_eq!(found.status, Status::Changed, "{junk:?}");
        assert!(intact(&found, HOST) && intact(&found, SENDING));
        assert!(
            found
                .signatures
                .iter()
                .all(|one| one.changes_after == ChangesAfter::Other)
        );
        assert!(found.signatures.iter().all(|one| !one.covers_whole_file));
    }
}

#[test]
fn what_is_cut_off_is_found() {
    let mut chance = Chance::new("cuts");
    let whole = [FIRST.len(), paper(Form::Apart).len()];
    let near = (SECOND.len() - 40..SECOND.len()).chain(FIRST.len() - 40..FIRST.len() + 40);
    let far: Vec<usize> = (0..200).map(|_| chance.below(SECOND.len())).collect();
    for end in near.chain(far).filter(|end| !whole.contains(end)) {
        if let Ok(found) = verify(&SECOND[..end], &trusted()) {
            let unsigned = end <= whole[1] + 1 && found.status == Status::Unsigned;
            assert!(
                found.status == Status::Changed || unsigned,
                "cut at {end}: {found:?}"
            );
        }
    }
}

/// Appends a well-formed update in which `change` was done to the file.
fn updated(file: &[u8], change: impl FnOnce(&Document, &mut Document)) -> Vec<u8> {
    let before = Document::load_mem(file).unwrap();
    let mut update = IncrementalDocument::create_from(file.to_vec(), before.clone());
    change(&before, &mut update.new_document);
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    out
}

fn field(document: &Document, name: &str) -> (u32, u16) {
    let mut objects = document.objects.iter();
    let found = objects.find(|(_, object)| {
        object.as_dict().is_ok_and(|entries| {
            entries.get(b"T").and_then(Object::as_str).ok() == Some(name.as_bytes())
        })
    });
    *found.unwrap().0
}

#[test]
fn a_changed_page_or_field_in_an_appended_update_is_found() {
    let page = |before: &Document, update: &mut Document| {
        let page = *before.get_pages().get(&1).unwrap();
        let mut entries = before.get_dictionary(page).unwrap().clone();
        entries.set("Contents", Object::Array(vec![]));
        update.set_object(page, entries);
    };
    let score = |before: &Document, update: &mut Document| {
        let id = field(before, "s1");
        let mut entries = before.get_dictionary(id).unwrap().clone();
        entries.set("V", Object::string_literal("100"));
        update.set_object(id, entries);
    };
    let seal = |before: &Document, update: &mut Document| {
        let id = field(before, "signature");
        let mut entries = before.get_dictionary(id).unwrap().clone();
        entries.remove(b"V");
        entries.remove(b"AP");
        update.set_object(id, entries);
    };
    let changed = [
        updated(&SECOND, page),
        updated(&SECOND, score),
        updated(&SECOND, seal),
        updated(&FIRST, page),
        // A filling that nobody signed: other readers call it permitted, nobody vouches for it.
        updated(&FIRST, score),
        updated(&FIRST, seal),
    ];
    for (number, file) in changed.iter().enumerate() {
        let found = verify(file, &trusted()).unwrap();
        assert_eq!(found.status, Status::Changed, "{number}: {found:?}");
        assert!(intact(&found, HOST), "{number}");
        for one in &found.signatures {
            assert_eq!(one.changes_after, ChangesAfter::Other, "{number}");
        }
    }
}

#[test]
fn an_unsigned_form_that_was_damaged_is_never_intact() {
    let paper = paper(Form::Inline);
    let mut chance = Chance::new("unsigned");
    for _ in 0..200 {
        let mut file = paper.clone();
        let position = chance.below(file.len());
        file[position] ^= 1 << chance.below(8);
        if let Ok(found) = verify(&file, &trusted()) {
            assert_ne!(found.status, Status::Intact);
        }
    }
}

#[test]
fn no_mutant_panics_or_passes() {
    let mut chance = Chance::new("mutants");
    let mut counts = [0_usize; 4];
    for _ in 0..1_000 {
        let mut file = SECOND.clone();
        for _ in 0..=chance.below(6) {
            mutate(&mut file, &mut chance);
        }
        match verify(&file, &trusted()) {
            Err(_) => counts[0] += 1,
            Ok(found) => match found.status {
                Status::Intact => assert!(file == *SECOND || file == *FIRST),
                Status::Changed => counts[1] += 1,
                Status::Unsigned => counts[2] += 1,
                Status::NotOurs => counts[3] += 1,
            },
        }
    }
    println!("unreadable, changed, unsigned, not ours: {counts:?}");
}

fn mutate(file: &mut Vec<u8>, chance: &mut Chance) {
    const WORDS: [&[u8]; 10] = [
        b"<<",
        b">>",
        b"[",
        b"(",
        b"endobj\n",
        b"%%EOF\n",
        b"stream\n",
        b"9999999999",
        b"-1",
        b" 0 R",
    ];
    let place = chance.below(file.len());
    let other = chance.below(file.len());
    let length = chance.below(400).min(file.len() - place.max(other));
    match chance.below(6) {
        0 => file[place] = u8::try_from(chance.below(256)).unwrap(),
        1 => drop(file.drain(place..place + length)),
        2 => {
            let copy = file[other..other + length].to_vec();
            file.splice(place..place, copy);
        }
        3 => {
            let word = WORDS[chance.below(WORDS.len())];
            file.splice(place..place, word.iter().copied());
        }
        4 => {
            // A digit of a number: lengths, offsets, references.
            let digits: Vec<usize> = (0..file.len())
                .filter(|at| file[*at].is_ascii_digit())
                .collect();
            if !digits.is_empty() {
                file[digits[chance.below(digits.len())]] = b"0123456789"[chance.below(10)];
            }
        }
        _ => file.truncate(place.max(20)),
    }
}

#[test]
fn nesting_without_end_does_not_bring_us_down() {
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")")] {
        let deep = format!("{}{}", open.repeat(50_000), close.repeat(50_000));
        let head = format!("%PDF-1.7\n1 0 obj\n{deep}\nendobj\n");
        let file = format!(
            "{head}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
            head.len()
        );
        let found = verify(file.as_bytes(), &[]);
        assert!(found.is_err() || found.unwrap().status == Status::NotOurs);
    }
}

#[test]
fn a_table_that_multiplies_a_large_object_is_refused_before_memory_runs_out() {
    let stream = vec![b'x'; 4 << 20];
    let mut file = b"%PDF-1.7\n1 0 obj\n<</Length 4194304>>\nstream\n".to_vec();
    file.extend_from_slice(&stream);
    file.extend_from_slice(b"\nendstream\nendobj\n");
    let table = file.len();
    file.extend_from_slice(b"xref\n0 100001\n0000000000 65535 f \n");
    for _ in 0..100_000 {
        file.extend_from_slice(b"0000000009 00000 n \n");
    }
    let trailer = format!("trailer\n<</Size 100001/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
    file.extend_from_slice(trailer.as_bytes());
    assert_eq!(verify(&file, &[]).unwrap_err().code(), "SIGN-01");
}
