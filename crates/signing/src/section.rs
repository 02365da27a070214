//! One incremental update as bytes: the objects, the table of their places, the trailer.
//!
//! Signing renders a section and appends it; verifying renders the same section from what it read and
//! compares. Nothing can hide between two objects, and no reader can see other objects than we do.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;
use std::ops::Range;

use crate::object::{self, write, write_name};
use crate::{Error, Result};

/// Width of a written `/ByteRange`, so that its numbers can be filled in afterwards.
const RANGE_WIDTH: usize = 48;

/// The parts of a trailer that our updates carry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trailer {
    pub(crate) size: i64,
    pub(crate) root: ObjectId,
    pub(crate) info: Option<Object>,
    pub(crate) id: Option<Object>,
}

impl Trailer {
    pub(crate) fn of(document: &Document) -> Option<Self> {
        let trailer = &document.trailer;
        Some(Self {
            size: trailer.get(b"Size").and_then(Object::as_i64).ok()?,
            root: trailer.get(b"Root").and_then(Object::as_reference).ok()?,
            info: trailer.get(b"Info").ok().cloned(),
            id: trailer.get(b"ID").ok().cloned(),
        })
    }

    /// The permanent half of `/ID`, as bytes.
    pub(crate) fn permanent_id(&self) -> Option<&[u8]> {
        let halves = self.id.as_ref()?.as_array().ok()?;
        halves.first()?.as_str().ok()
    }
}

/// A section about to be written, or one that was read.
pub(crate) struct Section<'a> {
    /// Where in the file it begins.
    pub(crate) start: usize,
    pub(crate) objects: &'a BTreeMap<ObjectId, Object>,
    /// Which of the objects is the signature.
    pub(crate) signature: ObjectId,
    pub(crate) trailer: &'a Trailer,
    /// Where the previous table begins.
    pub(crate) previous_table: usize,
}

/// The bytes of a section and the place of the signature in the file.
pub(crate) struct Rendered {
    pub(crate) bytes: Vec<u8>,
    /// From `<` to behind `>` of `/Contents`, counted from the beginning of the file.
    pub(crate) gap: Range<usize>,
}

impl Section<'_> {
    pub(crate) fn render(&self) -> Result<Rendered> {
        let mut out = Vec::new();
        let mut places = BTreeMap::new();
        let mut gap = None;
        for (id, object) in self.objects {
            places.insert(*id, self.start + out.len());
            out.extend_from_slice(format!("{} {} obj\n", id.0, id.1).as_bytes());
            if *id == self.signature {
                let found = write_signature(&mut out, object.as_dict().map_err(broken)?)?;
                gap = Some(self.start + found.start..self.start + found.end);
            } else {
                write(&mut out, object)?;
            }
            out.extend_from_slice(b"\nendobj\n");
        }
        let table = self.start + out.len();
        write_table(&mut out, &places);
        self.write_trailer(&mut out, table)?;
        Ok(Rendered {
            bytes: out,
            gap: gap.ok_or_else(|| Error::Unreadable("缺少签名".into()))?,
        })
    }

    fn write_trailer(&self, out: &mut Vec<u8>, table: usize) -> Result<()> {
        let mut trailer = Dictionary::new();
        trailer.set("Size", self.trailer.size);
        trailer.set("Root", self.trailer.root);
        if let Some(info) = &self.trailer.info {
            trailer.set("Info", info.clone());
        }
        if let Some(id) = &self.trailer.id {
            trailer.set("ID", id.clone());
        }
        trailer.set("Prev", number(self.previous_table)?);
        out.extend_from_slice(b"trailer\n");
        write(out, &Object::Dictionary(trailer))?;
        out.extend_from_slice(format!("\nstartxref\n{table}\n%%EOF\n").as_bytes());
        Ok(())
    }
}

fn write_signature(out: &mut Vec<u8>, signature: &Dictionary) -> Result<Range<usize>> {
    let mut gap = None;
    out.extend_from_slice(b"<<");
    for (key, value) in signature {
        write_name(out, key);
        out.push(b' ');
        let start = out.len();
        write(out, value)?;
        if key == b"Contents" {
            gap = Some(start..out.len());
        }
        if key == b"ByteRange" {
            let width = out.len().max(start + RANGE_WIDTH);
            out.resize(width, b' ');
        }
    }
    out.extend_from_slice(b">>");
    gap.ok_or_else(|| Error::Unreadable("缺少签名内容".into()))
}

fn write_table(out: &mut Vec<u8>, places: &BTreeMap<ObjectId, usize>) {
    out.extend_from_slice(b"xref\n");
    let mut rest: Vec<(u32, u16, usize)> = places
        .iter()
        .map(|((number, generation), place)| (*number, *generation, *place))
        .collect();
    while let Some((first, ..)) = rest.first().copied() {
        let run = rest
            .iter()
            .zip(first..)
            .take_while(|((number, ..), expected)| number == expected)
            .count();
        let later = rest.split_off(run);
        out.extend_from_slice(format!("{first} {run}\n").as_bytes());
        for (_, generation, place) in rest {
            out.extend_from_slice(format!("{place:010} {generation:05} n \n").as_bytes());
        }
        rest = later;
    }
}

/// The `/ByteRange` that leaves out exactly `gap` of a file of `length` bytes.
pub(crate) fn byte_range(gap: &Range<usize>, length: usize) -> Result<Object> {
    let rest = length
        .checked_sub(gap.end)
        .ok_or_else(|| Error::Unreadable("签名位置无效".into()))?;
    Ok(Object::Array(vec![
        Object::Integer(0),
        number(gap.start)?,
        number(gap.end)?,
        number(rest)?,
    ]))
}

/// `/Contents` of `room` bytes: the signature, then zeros.
pub(crate) fn contents(container: &[u8], room: usize) -> Result<Vec<u8>> {
    if container.len() > room {
        return Err(Error::NoRoom {
            needed: container.len(),
            room,
        });
    }
    let mut padded = container.to_vec();
    padded.resize(room, 0);
    let mut text = vec![b'<'];
    text.extend_from_slice(&object::hex(&padded));
    text.push(b'>');
    Ok(text)
}

fn number(value: usize) -> Result<Object> {
    i64::try_from(value)
        .map(Object::Integer)
        .map_err(|_| Error::Unreadable("文件过大".into()))
}

fn broken(error: lopdf::Error) -> Error {
    Error::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_larger_than_its_room_is_refused() {
        assert_eq!(contents(&[0x30, 0xAB], 4).unwrap(), b"<30AB0000>");
        let error = contents(&[0; 5], 4).unwrap_err();
        assert_eq!(error, Error::NoRoom { needed: 5, room: 4 });
    }

    #[test]
    fn the_table_groups_neighbouring_objects() {
        let places = [((3, 0), 17), ((4, 0), 250), ((9, 1), 4000)].into();
        let mut out = Vec::new();
        write_table(&mut out, &places);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "xref\n3 2\n0000000017 00000 n \n0000000250 00000 n \n9 1\n0000004000 00001 n \n"
        );
    }
}
