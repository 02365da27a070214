//! Verification of a file that may be anything.
//!
//! A signature counts only if it is exactly of the kind this crate writes: everything else is
//! reported as changed. That is stricter than other readers, on purpose: a file both schools made
//! with this program never differs, and whatever differs deserves a look by a person.

use domain::school::Side;
use lopdf::{Document, Object, ObjectId};
use std::collections::BTreeMap;

use crate::field::{self, Kind};
use crate::report::{ChangesAfter, SignatureReport, Status, Verification};
use crate::revision::{self, Addition, Revision};
use crate::{Result, certificate, cms, moment, permitted, source};

/// Reads a file and judges its signatures. `trusted` are the certificates (DER) of the two schools,
/// confirmed by fingerprint. Never panics; a file that begins readable and is damaged further on is
/// [`Status::Changed`].
///
/// # Errors
/// [`crate::Error::Unreadable`] if no part of it is a PDF.
pub fn verify(pdf: &[u8], trusted: &[Vec<u8>]) -> Result<Verification> {
    let revisions = revision::all(pdf)?;
    if revisions.iter().any(|one| source::encrypted(&one.document)) {
        return Ok(nothing(Status::NotOurs));
    }
    let found = signatures(&revisions);
    if found.is_empty() {
        let ours = revisions.iter().any(|one| has_our_field(&one.document));
        let complete = revisions.last().is_some_and(|last| last.end == pdf.len());
        return Ok(nothing(match (ours, complete) {
            (false, _) => Status::NotOurs,
            (true, true) => Status::Unsigned,
            (true, false) => Status::Changed,
        }));
    }
    let mut additions: Vec<Option<Addition>> = vec![None];
    for pair in revisions.windows(2) {
        if let [earlier, later] = pair {
            additions.push(revision::addition(pdf, earlier, later));
        }
    }
    let file = File {
        pdf,
        revisions: &revisions,
        additions: &additions,
        trusted,
    };
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (place, _))| *place);
    let signatures: Vec<SignatureReport> = found
        .into_iter()
        .map(|(name, (place, id))| file.judge(name, place, id))
        .collect();
    let sound = signatures
        .iter()
        .all(|one| one.intact && one.changes_after != ChangesAfter::Other);
    let covered = signatures.last().is_some_and(|last| last.covers_whole_file);
    Ok(Verification {
        status: if sound && covered {
            Status::Intact
        } else {
            Status::Changed
        },
        signatures,
    })
}

fn nothing(status: Status) -> Verification {
    Verification {
        status,
        signatures: Vec::new(),
    }
}

/// The side whose field it is: `host.…` or `sending.…`.
fn side(name: &str) -> Option<Side> {
    match name.split_once('.')?.0 {
        "host" => Some(Side::Host),
        "sending" => Some(Side::Sending),
        _ => None,
    }
}

fn has_our_field(document: &Document) -> bool {
    field::list(document)
        .iter()
        .any(|field| field.kind == Kind::Signature && side(&field.name).is_some())
}

/// Every signature of ours, with the revision in which it first appears. Looking at the last
/// revision alone would miss one that was taken out again.
fn signatures(revisions: &[Revision]) -> BTreeMap<String, (usize, Option<ObjectId>)> {
    let mut found = BTreeMap::new();
    for (place, revision) in revisions.iter().enumerate() {
        for field in field::list(&revision.document) {
            let value = field.value(&revision.document);
            if let (Kind::Signature, Some(_), Some(value)) = (field.kind, side(&field.name), value)
            {
                found
                    .entry(field.name)
                    .or_insert((place, value.as_reference().ok()));
            }
        }
    }
    found
}

struct File<'a> {
    pdf: &'a [u8],
    revisions: &'a [Revision],
    /// What each revision adds to the one before, where that is an update of our kind.
    additions: &'a [Option<Addition>],
    trusted: &'a [Vec<u8>],
}

impl File<'_> {
    fn judge(&self, field: String, place: usize, id: Option<ObjectId>) -> SignatureReport {
        let end = self.revisions.get(place).map_or(0, |one| one.end);
        let found = id.and_then(|id| self.read(place, id));
        let signed_at = found.as_ref().and_then(|found| found.signed_at);
        let intact = found.as_ref().is_some_and(|found| found.holds);
        let issued = found.and_then(|found| found.statement);
        let certificate = issued.as_ref().and_then(|statement| {
            use der::Encode;
            statement.certificate.to_der().ok()
        });
        let valid = match (&issued, signed_at) {
            (Some(statement), Some(at)) => certificate::covers(&statement.certificate, at),
            _ => false,
        };
        let known = certificate
            .as_ref()
            .is_some_and(|certificate| self.trusted.contains(certificate));
        SignatureReport {
            side: side(&field),
            field,
            signer: issued.and_then(|statement| certificate::common_name(&statement.certificate)),
            certificate,
            signed_at,
            intact,
            trusted: intact && valid && known,
            covers_whole_file: intact && end == self.pdf.len(),
            changes_after: self.changes_after(place),
        }
    }

    fn read(&self, place: usize, id: ObjectId) -> Option<Found> {
        let revision = self.revisions.get(place)?;
        let entries = revision.document.get_dictionary(id).ok()?;
        let contents = entries.get(b"Contents").and_then(Object::as_str).ok()?;
        let container = cms::without_padding(contents);
        let statement = container.and_then(cms::read);
        let signed_at = entries
            .get(b"M")
            .and_then(Object::as_str)
            .ok()
            .and_then(moment::read_pdf_date);
        let holds = || -> Option<bool> {
            let addition = self.additions.get(place)?.as_ref()?;
            let gap = addition.gap.clone();
            let range = crate::section::byte_range(&gap, revision.end).ok()?;
            let kind = entries.get(b"SubFilter").and_then(Object::as_name).ok()?;
            if addition.signature != id
                || entries.get(b"ByteRange").ok()? != &range
                || kind != b"ETSI.CAdES.detached"
            {
                return Some(false);
            }
            let digest = cms::digest_of([
                self.pdf.get(..gap.start)?,
                self.pdf.get(gap.end..revision.end)?,
            ]);
            Some(statement.as_ref()?.holds(container?, &digest))
        };
        Some(Found {
            holds: holds().unwrap_or(false),
            signed_at,
            statement,
        })
    }

    fn changes_after(&self, place: usize) -> ChangesAfter {
        let complete = self
            .revisions
            .last()
            .is_some_and(|last| last.end == self.pdf.len());
        let mut changes = ChangesAfter::None;
        let steps = self.revisions.windows(2).zip(self.additions.iter().skip(1));
        for (pair, addition) in steps.skip(place) {
            let ([earlier, later], Some(addition)) = (pair, addition) else {
                return ChangesAfter::Other;
            };
            if !permitted::permitted(earlier, later, addition) {
                return ChangesAfter::Other;
            }
            changes = ChangesAfter::FormFilling;
        }
        if complete {
            changes
        } else {
            ChangesAfter::Other
        }
    }
}

struct Found {
    statement: Option<cms::Statement>,
    signed_at: Option<chrono::DateTime<chrono::FixedOffset>>,
    holds: bool,
}
