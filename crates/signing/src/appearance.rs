//! Ready-made pages ("sheets") become the appearance of fields: fonts and seal come along, nothing
//! is drawn here.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{BTreeMap, HashMap};

use crate::{Error, Result, source};

const MOST_PAGES_ABOVE: usize = 16;
const MOST_OBJECTS: usize = 10_000;
/// How far the size of a page may lie from that of its field, in points, for rounding only.
const ROUNDING: f32 = 0.5;

/// A sheet being copied into an update; fonts shared by its pages are copied once.
pub(crate) struct Sheet {
    document: Document,
    pages: Vec<ObjectId>,
    copied: HashMap<ObjectId, ObjectId>,
    waiting: Vec<(ObjectId, ObjectId)>,
}

impl Sheet {
    pub(crate) fn open(bytes: &[u8]) -> Result<Self> {
        let document = source::load(bytes).map_err(|error| Error::Sheet(error.to_string()))?;
        if source::encrypted(&document) {
            return Err(Error::Sheet("已加密".into()));
        }
        let pages = document.get_pages().into_values().collect();
        Ok(Self {
            document,
            pages,
            copied: HashMap::new(),
            waiting: Vec::new(),
        })
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Copies page `place` (from 0) as a form object of the size of `rectangle` and everything it
    /// needs into `objects`, with new numbers from `next` on. Answers its number.
    pub(crate) fn place(
        &mut self,
        place: usize,
        rectangle: &Object,
        objects: &mut BTreeMap<ObjectId, Object>,
        next: &mut u32,
    ) -> Result<ObjectId> {
        let page = self
            .pages
            .get(place)
            .copied()
            .ok_or_else(|| Error::Sheet(format!("缺少第 {} 页", place + 1)))?;
        let media_box = self
            .inherited(page, b"MediaBox")
            .ok_or_else(|| Error::Sheet("页面没有尺寸".into()))?;
        let wanted = size(&self.document, rectangle);
        let given = size(&self.document, &media_box);
        match (wanted, given) {
            (Some(wanted), Some(given))
                if (wanted.0 - given.0).abs() <= ROUNDING
                    && (wanted.1 - given.1).abs() <= ROUNDING => {}
            _ => {
                return Err(Error::Sheet(format!("第 {} 页的尺寸与栏目不符", place + 1)));
            }
        }
        let turned = self.inherited(page, b"Rotate");
        if !matches!(turned, None | Some(Object::Integer(0))) {
            return Err(Error::Sheet("页面被旋转".into()));
        }

        let mut entries = Dictionary::new();
        entries.set("Type", "XObject");
        entries.set("Subtype", "Form");
        entries.set("FormType", 1);
        entries.set("BBox", media_box);
        let resources = self
            .inherited(page, b"Resources")
            .unwrap_or_else(|| Dictionary::new().into());
        entries.set("Resources", self.renumbered(&resources, next)?);
        if let Some(group) = self.inherited(page, b"Group") {
            entries.set("Group", self.renumbered(&group, next)?);
        }
        let form = self.content(page, entries)?;
        let id = allocate(next)?;
        objects.insert(id, Object::Stream(form));
        self.copy_waiting(objects, next)?;
        Ok(id)
    }

    /// A page entry, from the page itself or from above it.
    fn inherited(&self, page: ObjectId, key: &[u8]) -> Option<Object> {
        let mut node = self.document.get_dictionary(page).ok()?;
        for _ in 0..MOST_PAGES_ABOVE {
            if let Ok(value) = node.get(key) {
                return match self.document.dereference(value).ok()?.1 {
                    Object::Null => None,
                    found => Some(found.clone()),
                };
            }
            node = source::dictionary(&self.document, node.get(b"Parent").ok()?)?;
        }
        None
    }

    fn content(&self, page: ObjectId, mut entries: Dictionary) -> Result<Stream> {
        let parts = self.document.get_page_contents(page);
        let whole = match parts.as_slice() {
            // One stream is taken as it is, with its compression.
            [only] => {
                let stream = self.stream(*only)?;
                for key in [&b"Filter"[..], b"DecodeParms"] {
                    if let Ok(value) = stream.dict.get(key) {
                        let value = self.document.dereference(value).map_err(broken)?.1;
                        entries.set(key, value.clone());
                    }
                }
                stream.content.clone()
            }
            parts => {
                let mut whole = Vec::new();
                for part in parts {
                    let plain = self.stream(*part)?.get_plain_content().map_err(broken)?;
                    whole.extend_from_slice(&plain);
                    whole.push(b'\n');
                }
                whole
            }
        };
        Ok(Stream::new(entries, whole))
    }

    fn stream(&self, id: ObjectId) -> Result<&Stream> {
        self.document
            .get_object(id)
            .and_then(Object::as_stream)
            .map_err(broken)
    }

    /// The same object with the numbers its references will have in the update.
    fn renumbered(&mut self, object: &Object, next: &mut u32) -> Result<Object> {
        Ok(match object {
            Object::Reference(old) => Object::Reference(self.number(*old, next)?),
            Object::Array(items) => Object::Array(
                items
                    .iter()
                    .map(|item| self.renumbered(item, next))
                    .collect::<Result<_>>()?,
            ),
            Object::Dictionary(entries) => self.renumbered_entries(entries, next)?.into(),
            Object::Stream(stream) => {
                let mut entries = self.renumbered_entries(&stream.dict, next)?;
                // A length that stood elsewhere would be copied as an object nobody needs.
                entries.remove(b"Length");
                Object::Stream(Stream::new(entries, stream.content.clone()))
            }
            plain => plain.clone(),
        })
    }

    fn renumbered_entries(&mut self, entries: &Dictionary, next: &mut u32) -> Result<Dictionary> {
        let kind = entries.get(b"Type").and_then(Object::as_name);
        if matches!(kind, Ok(b"Page" | b"Pages" | b"Catalog")) {
            return Err(Error::Sheet("外观引用了整页".into()));
        }
        let mut copy = Dictionary::new();
        for (key, value) in entries {
            let indirect_length = key == b"Length" && matches!(value, Object::Reference(_));
            if !indirect_length {
                copy.set(key.clone(), self.renumbered(value, next)?);
            }
        }
        Ok(copy)
    }

    fn number(&mut self, old: ObjectId, next: &mut u32) -> Result<ObjectId> {
        if let Some(new) = self.copied.get(&old) {
            return Ok(*new);
        }
        if self.copied.len() >= MOST_OBJECTS {
            return Err(Error::Sheet("对象过多".into()));
        }
        let new = allocate(next)?;
        self.copied.insert(old, new);
        self.waiting.push((old, new));
        Ok(new)
    }

    fn copy_waiting(
        &mut self,
        objects: &mut BTreeMap<ObjectId, Object>,
        next: &mut u32,
    ) -> Result<()> {
        while let Some((old, new)) = self.waiting.pop() {
            // A reference to nothing means null (ISO 32000-1, 7.3.10).
            let object = self.document.get_object(old).cloned();
            let copy = self.renumbered(&object.unwrap_or(Object::Null), next)?;
            objects.insert(new, copy);
        }
        Ok(())
    }
}

/// The next free object number.
pub(crate) fn allocate(next: &mut u32) -> Result<ObjectId> {
    let id = (*next, 0);
    *next = next
        .checked_add(1)
        .ok_or_else(|| Error::Unsuitable("对象编号用尽".into()))?;
    Ok(id)
}

fn size(document: &Document, rectangle: &Object) -> Option<(f32, f32)> {
    let corners = document.dereference(rectangle).ok()?.1.as_array().ok()?;
    let [left, bottom, right, top] = corners.as_slice() else {
        return None;
    };
    let [left, bottom, right, top] = [left, bottom, right, top].map(|value| value.as_float().ok());
    Some(((right? - left?).abs(), (top? - bottom?).abs()))
}

fn broken(error: lopdf::Error) -> Error {
    Error::Sheet(error.to_string())
}
