//! Which changes a signed file may undergo: the other side fills its own empty fields and signs.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeSet;

use crate::field::{self, Field, Kind};
use crate::revision::{Addition, Revision};
use crate::section::Trailer;

/// Whether `addition`, which leads from `earlier` to `later`, is only that.
pub(crate) fn permitted(earlier: &Revision, later: &Revision, addition: &Addition) -> bool {
    judge(earlier, later, addition).unwrap_or(false)
}

fn judge(earlier: &Revision, later: &Revision, addition: &Addition) -> Option<bool> {
    let before = Trailer::of(&earlier.document)?;
    let after = Trailer::of(&later.document)?;
    if before.root != after.root
        || before.info != after.info
        || before.permanent_id() != after.permanent_id()
    {
        return Some(false);
    }
    let fields = field::list(&earlier.document);
    let is_new = |id: &ObjectId| id.0 > earlier.document.max_id;
    let old: Vec<&ObjectId> = addition.objects.keys().filter(|id| !is_new(id)).collect();

    // Whose signature it is decides whose fields may have been filled.
    let owner = old.iter().find_map(|id| {
        let field = fields.iter().find(|field| field.id == **id)?;
        let signs = addition.objects.get(id)?.as_dict().ok()?.get(b"V").ok()?
            == &Object::Reference(addition.signature);
        (field.kind == Kind::Signature && signs).then(|| field.owner())
    })?;
    let mut needed = BTreeSet::from([addition.signature]);
    for id in old {
        let field = fields.iter().find(|field| field.id == *id)?;
        let changed = addition.objects.get(id)?.as_dict().ok()?;
        if field.owner() != owner
            || !only_filled(field, &earlier.document, changed, addition.signature)
        {
            return Some(false);
        }
        if let Ok(look) = changed.get(b"AP") {
            collect(look, addition, &mut needed)?;
        }
    }
    let new: BTreeSet<ObjectId> = addition.objects.keys().copied().filter(is_new).collect();
    // Every new object serves a filled field, and no filled field leans on an older object.
    Some(new == needed)
}

/// Whether an empty field was filled and nothing about it changed besides.
fn only_filled(
    field: &Field,
    earlier: &Document,
    changed: &Dictionary,
    signature: ObjectId,
) -> bool {
    let Some(before) = field.dictionary(earlier) else {
        return false;
    };
    let flags = |entries: &Dictionary| entries.get(b"Ff").and_then(Object::as_i64).unwrap_or(0);
    let (keys, filled): (&[&[u8]], bool) = match field.kind {
        Kind::Text => (
            &[b"V", b"AP", b"Ff"],
            matches!(changed.get(b"V"), Ok(Object::String(..)))
                && flags(changed) == flags(before) | 1
                && flags(before) & 1 == 0,
        ),
        Kind::Signature => (
            &[b"V", b"AP"],
            changed.get(b"V").and_then(Object::as_reference).ok() == Some(signature),
        ),
        Kind::Other => return false,
    };
    let rest = |entries: &Dictionary| {
        let mut rest = entries.clone();
        for key in keys {
            rest.remove(key);
        }
        rest
    };
    filled && field.value(earlier).is_none() && rest(before) == rest(changed)
}

/// Adds everything that `object` refers to, through any number of steps; `None` if that is not all
/// new or is deeper nested than a look has any reason to be.
fn collect(object: &Object, addition: &Addition, needed: &mut BTreeSet<ObjectId>) -> Option<()> {
    let mut waiting = vec![object];
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) => {
                let target = addition.objects.get(id)?;
                if needed.insert(*id) {
                    waiting.push(target);
                }
            }
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(entries) => waiting.extend(entries.iter().map(|(_, value)| value)),
            Object::Stream(stream) => {
                waiting.extend(stream.dict.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    Some(())
}
