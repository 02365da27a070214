//! The fields of a form: where they are, what they are called, what stands in them.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, HashSet};

use crate::{Error, Result, object, source};

const DEEPEST: usize = 8;
const MOST_FIELDS: usize = 10_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Signature,
    Other,
}

/// A field that is its own widget, as all fields of our papers are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) id: ObjectId,
    /// Full name, parts joined by full stops.
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

impl Field {
    /// The part of the name before the first full stop: whose field it is.
    pub(crate) fn owner(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }

    pub(crate) fn dictionary<'a>(&self, document: &'a Document) -> Option<&'a Dictionary> {
        document.get_dictionary(self.id).ok()
    }

    /// What `/V` holds, unless nothing.
    pub(crate) fn value<'a>(&self, document: &'a Document) -> Option<&'a Object> {
        let value = self.dictionary(document)?.get(b"V").ok()?;
        let empty = match value {
            Object::Null => true,
            Object::String(text, _) => text.is_empty() || text == b"\xFE\xFF",
            _ => false,
        };
        (!empty).then_some(value)
    }
}

/// All fields in the order of the form; an empty list if there is no form.
pub(crate) fn list(document: &Document) -> Vec<Field> {
    let mut found = Vec::new();
    let roots = document
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"AcroForm").ok())
        .and_then(|form| source::dictionary(document, form))
        .and_then(|form| form.get(b"Fields").ok());
    if let Some(roots) = roots {
        let mut walk = Walk {
            document,
            seen: HashSet::new(),
            found: &mut found,
        };
        walk.children(roots, "", Kind::Other, DEEPEST);
    }
    found
}

struct Walk<'a> {
    document: &'a Document,
    seen: HashSet<ObjectId>,
    found: &'a mut Vec<Field>,
}

impl Walk<'_> {
    fn children(&mut self, list: &Object, above: &str, kind: Kind, depth: usize) {
        let list = self.document.dereference(list).map(|(_, list)| list);
        let Ok(Object::Array(list)) = list else {
            return;
        };
        for child in list {
            if let Ok(id) = child.as_reference() {
                self.field(id, above, kind, depth);
            }
        }
    }

    fn field(&mut self, id: ObjectId, above: &str, kind: Kind, depth: usize) {
        if depth == 0 || self.seen.len() > MOST_FIELDS || !self.seen.insert(id) {
            return;
        }
        let Ok(entries) = self.document.get_dictionary(id) else {
            return;
        };
        let kind = match entries.get(b"FT").and_then(Object::as_name) {
            Ok(b"Tx") => Kind::Text,
            Ok(b"Sig") => Kind::Signature,
            Ok(_) => Kind::Other,
            Err(_) => kind,
        };
        let own = entries.get(b"T").ok().and_then(object::read_text);
        let name = match (own, above) {
            (Some(own), "") => own,
            (Some(own), above) => format!("{above}.{own}"),
            (None, above) => above.to_owned(),
        };
        match entries.get(b"Kids") {
            Ok(kids) => self.children(kids, &name, kind, depth - 1),
            Err(_) => self.found.push(Field { id, name, kind }),
        }
    }
}

/// What would make strict readers reject a later filling, or printers leave a field out: found here,
/// before anybody signs.
pub(crate) fn refuse_unsuitable(fields: &[Field], document: &Document) -> Result<()> {
    const PRINTED: i64 = 4;
    const INVISIBLE_HIDDEN_OR_NOT_VIEWED: i64 = 1 | 2 | 32;
    for field in fields {
        let refuse = |why: &str| Err(Error::Unsuitable(format!("栏目“{}”{why}", field.name)));
        let Some(entries) = field.dictionary(document) else {
            return refuse("无法读取");
        };
        let own = entries.get(b"T").ok().and_then(object::read_text);
        if own.is_none_or(|own| own.is_empty() || own.contains('.')) {
            return refuse("自身的名称为空或含有句点");
        }
        if field.kind == Kind::Text && entries.has(b"P") {
            return refuse("带有所在页的引用");
        }
        let flags = entries.get(b"F").and_then(Object::as_i64).unwrap_or(0);
        if flags & PRINTED == 0 || flags & INVISIBLE_HIDDEN_OR_NOT_VIEWED != 0 {
            return refuse("不会被打印或显示");
        }
    }
    Ok(())
}

/// The one field of that name and kind, still empty.
pub(crate) fn empty<'a>(
    fields: &'a [Field],
    document: &Document,
    name: &str,
    kind: Kind,
) -> Result<&'a Field> {
    let mut named = fields.iter().filter(|field| field.name == name);
    let (Some(field), None) = (named.next(), named.next()) else {
        return Err(Error::FieldMissing(name.into()));
    };
    let widget = field
        .dictionary(document)
        .and_then(|entries| entries.get(b"Subtype").ok());
    if field.kind != kind || widget.and_then(|name| name.as_name().ok()) != Some(b"Widget") {
        return Err(Error::FieldKind(name.into()));
    }
    if field.value(document).is_some() {
        return Err(Error::FieldFilled(name.into()));
    }
    Ok(field)
}

/// The filled text fields of a PDF by name. This only reads: whether the text is vouched for is for
/// [`crate::verify`] to say.
///
/// # Errors
/// [`Error::Unreadable`].
pub fn field_values(pdf: &[u8]) -> Result<BTreeMap<String, String>> {
    let document = source::load(pdf)?;
    Ok(list(&document)
        .into_iter()
        .filter(|field| field.kind == Kind::Text)
        .filter_map(|field| {
            let text = object::read_text(field.value(&document)?)?;
            Some((field.name, text))
        })
        .collect())
}
