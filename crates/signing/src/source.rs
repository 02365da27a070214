//! Reading PDF bytes that may be anything, within limits.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, xref::XrefType};
use std::cell::Cell;

use crate::{Error, Result};

/// Larger files are refused unread; ours are a few hundred kilobytes.
const LARGEST_PDF: usize = 20 * 1024 * 1024;
/// What a table or object stream may inflate to while the file is read; ours have none.
const LARGEST_STREAM: usize = 1024 * 1024;
/// What all objects of a file may take in memory, roughly.
const LARGEST_CONTENT: usize = 64 * 1024 * 1024;
const OBJECT_WEIGHT: usize = 64;

thread_local! {
    /// What the objects read so far may still weigh. The reader calls back with a bare function, so
    /// the count cannot travel with it. (Were it ever to read in several threads, every file would be
    /// refused: the count starts at nothing.)
    static BUDGET: Cell<usize> = const { Cell::new(0) };
}

/// Reads a whole PDF.
///
/// # Errors
/// [`Error::Unreadable`] if it cannot be read, whatever the reason.
pub(crate) fn load(bytes: &[u8]) -> Result<Document> {
    if bytes.len() > LARGEST_PDF {
        return Err(Error::Unreadable("文件过大".into()));
    }
    // Offsets are counted from the header: anything before it would shift what readers see.
    if !bytes.starts_with(b"%PDF-") {
        return Err(Error::Unreadable("不是 PDF".into()));
    }
    let options = LoadOptions {
        max_decompressed_size: Some(LARGEST_STREAM),
        filter: Some(within_budget),
        ..LoadOptions::default()
    };
    BUDGET.set(LARGEST_CONTENT);
    // The reader is a foreign parser on foreign bytes: a slip in it is an unreadable file, not the
    // end of the program.
    std::panic::catch_unwind(|| Document::load_mem_with_options(bytes, options))
        .map_err(|_| Error::Unreadable("结构损坏".into()))?
        .map_err(|error| Error::Unreadable(error.to_string()))
}

/// Stops the reading once the objects weigh too much: a small table can name one large object a
/// hundred thousand times, and running out of memory cannot be caught.
fn within_budget(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let left = BUDGET.get().checked_sub(weight(object));
    let Some(left) = left else {
        // Leaves the reader at once and in silence; caught in `load`.
        std::panic::resume_unwind(Box::new("too much content"));
    };
    BUDGET.set(left);
    Some((id, object.clone()))
}

fn weight(object: &Object) -> usize {
    let entries = |entries: &Dictionary| -> usize {
        entries
            .iter()
            .map(|(key, value)| OBJECT_WEIGHT + key.len() + weight(value))
            .sum()
    };
    OBJECT_WEIGHT
        + match object {
            Object::Name(bytes) | Object::String(bytes, _) => bytes.len(),
            Object::Array(items) => items.iter().map(weight).sum(),
            Object::Dictionary(dictionary) => entries(dictionary),
            Object::Stream(stream) => entries(&stream.dict) + stream.content.len(),
            _ => 0,
        }
}

pub(crate) fn encrypted(document: &Document) -> bool {
    document.was_encrypted() || document.is_encrypted()
}

/// Whether an incremental update of our kind can follow: a plain table, not encrypted, ending where a
/// PDF ends.
pub(crate) fn refuse_unsuitable(bytes: &[u8], document: &Document) -> Result<()> {
    if encrypted(document) {
        return Err(Error::Unsuitable("文件已加密".into()));
    }
    let table = document.reference_table.cross_reference_type;
    if !matches!(table, XrefType::CrossReferenceTable) {
        return Err(Error::Unsuitable("交叉引用不是表格形式".into()));
    }
    if ends(bytes).last() != Some(&bytes.len()) {
        return Err(Error::Unsuitable("文件末尾有多余内容或不完整".into()));
    }
    Ok(())
}

/// Every place where a revision of the file may end: behind `%%EOF` and one line end.
pub(crate) fn ends(bytes: &[u8]) -> Vec<usize> {
    const MARK: &[u8] = b"%%EOF";
    bytes
        .windows(MARK.len())
        .enumerate()
        .filter(|(_, window)| *window == MARK)
        .map(|(place, _)| {
            let end = place + MARK.len();
            let rest = bytes.get(end..).unwrap_or_default();
            let line_end = [&b"\r\n"[..], b"\n", b"\r"]
                .into_iter()
                .find(|mark| rest.starts_with(mark));
            end + line_end.map_or(0, <[u8]>::len)
        })
        .collect()
}

/// The dictionary that an object is or refers to.
pub(crate) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_end_belongs_to_the_revision() {
        assert_eq!(ends(b"a%%EOF\nb%%EOF\r\nc%%EOF"), [7, 15, 21]);
        assert!(ends(b"").is_empty());
    }

    #[test]
    fn bytes_before_the_header_are_refused() {
        assert_eq!(load(b"x%PDF-1.7").unwrap_err().code(), "SIGN-01");
    }
}
