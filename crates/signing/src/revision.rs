//! A file taken apart into its revisions, and each revision's update read strictly.

use lopdf::{Document, Object, ObjectId, xref::XrefEntry};
use std::collections::BTreeMap;
use std::ops::Range;

use crate::section::{Section, Trailer};
use crate::{Error, Result, source};

/// Ours have three; a file with very many is not worth the time to read them all.
const MOST_REVISIONS: usize = 8;

/// The file as it was when it ended at `end`.
pub(crate) struct Revision {
    pub(crate) end: usize,
    pub(crate) document: Document,
}

/// An update that is, byte for byte, one of ours.
pub(crate) struct Addition {
    pub(crate) objects: BTreeMap<ObjectId, Object>,
    pub(crate) signature: ObjectId,
    pub(crate) gap: Range<usize>,
}

/// All readable revisions, oldest first; never empty.
///
/// # Errors
/// [`Error::Unreadable`] if there is none.
pub(crate) fn all(bytes: &[u8]) -> Result<Vec<Revision>> {
    let ends = source::ends(bytes);
    let mut reason = Error::Unreadable("没有结尾标记".into());
    let mut revisions = Vec::new();
    for end in ends.into_iter().rev().take(MOST_REVISIONS).rev() {
        match source::load(bytes.get(..end).unwrap_or_default()) {
            Ok(document) => revisions.push(Revision { end, document }),
            Err(error) => reason = error,
        }
    }
    if revisions.is_empty() {
        return Err(reason);
    }
    Ok(revisions)
}

/// What `later` adds to `earlier`, if it is exactly what this crate would have written: the bytes
/// are written again from what was read, and compared.
pub(crate) fn addition(bytes: &[u8], earlier: &Revision, later: &Revision) -> Option<Addition> {
    let objects: BTreeMap<ObjectId, Object> = later
        .document
        .reference_table
        .entries
        .iter()
        .filter_map(|(number, entry)| match entry {
            XrefEntry::Normal { offset, generation } => {
                let added = usize::try_from(*offset).ok()? >= earlier.end;
                added.then_some((*number, *generation))
            }
            _ => None,
        })
        .map(|id| Some((id, later.document.objects.get(&id)?.clone())))
        .collect::<Option<_>>()?;
    let mut signatures = objects.iter().filter(
        |(_, object)| matches!(object, Object::Dictionary(entries) if entries.has(b"ByteRange")),
    );
    let (Some((signature, _)), None) = (signatures.next(), signatures.next()) else {
        return None;
    };
    let signature = *signature;
    let rendered = Section {
        start: earlier.end,
        objects: &objects,
        signature,
        trailer: &Trailer::of(&later.document)?,
        previous_table: earlier.document.xref_start,
    }
    .render()
    .ok()?;
    (bytes.get(earlier.end..later.end) == Some(rendered.bytes.as_slice())).then_some(Addition {
        objects,
        signature,
        gap: rendered.gap,
    })
}
