//! Empty form fields: text that is filled in later and places for signatures.
//!
//! Must never: give a widget a /P entry. With it, a strict check takes the filling in of the second school
//! for another kind of change, and the first school's signature fails.

use super::{broken, text};
use crate::error::Error;
use crate::grid::{Field, FieldKind};
use crate::length::points;
use crate::sheet::Sheet;
use lopdf::{Document, Object, ObjectId, dictionary};

const MANY_LINES: i64 = 1 << 12;
/// There are signature fields, and the file may only be appended to.
const SIGNATURES: i64 = 3;

/// Adds the fields to their pages and to the form of the document.
pub(super) fn add(
    document: &mut Document,
    pages: &[ObjectId],
    sheets: &[Sheet],
    fields: &[Field],
) -> Result<(), Error> {
    let mut owners: Vec<(&str, ObjectId, Vec<Object>)> = Vec::new();
    for (index, (page, sheet)) in pages.iter().zip(sheets).enumerate() {
        let mut own = Vec::new();
        for field in fields.iter().filter(|field| field.page == index) {
            let (owner, part) = field.name.split_once('.').unwrap_or(("form", &field.name));
            if !owners.iter().any(|(name, ..)| *name == owner) {
                owners.push((owner, document.new_object_id(), Vec::new()));
            }
            let Some((_, parent, kids)) = owners.iter_mut().find(|(name, ..)| *name == owner)
            else {
                continue;
            };
            let widget = document.add_object(widget(field, part, *parent, sheet));
            kids.push(Object::Reference(widget));
            own.push(Object::Reference(widget));
        }
        if !own.is_empty() {
            let page = document
                .get_dictionary_mut(*page)
                .map_err(|cause| broken("finding the page of a field", &cause))?;
            page.set("Annots", own);
        }
    }
    // A full stop may not stand in the name of one field; it joins the names of parent and child.
    let mut all = Vec::new();
    for (owner, id, kids) in owners {
        let parent = dictionary! { "T" => Object::string_literal(owner), "Kids" => kids };
        document.objects.insert(id, Object::Dictionary(parent));
        all.push(Object::Reference(id));
    }
    let helvetica = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type1",
        "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let form = document.add_object(dictionary! {
        "Fields" => all,
        "SigFlags" => SIGNATURES,
        // Readers ask for a default; the real appearance is drawn with our own fonts when it is filled.
        "DA" => Object::string_literal("/Helv 10.5 Tf 0 g"),
        "DR" => dictionary! { "Font" => dictionary! { "Helv" => Object::Reference(helvetica) } },
    });
    document
        .catalog_mut()
        .map_err(|cause| broken("finding the catalog of the form", &cause))?
        .set("AcroForm", Object::Reference(form));
    Ok(())
}

fn widget(field: &Field, name: &str, parent: ObjectId, sheet: &Sheet) -> lopdf::Dictionary {
    let area = field.area;
    let left = points(area.x);
    let right = points(area.x + area.width);
    let bottom = points(sheet.height - area.y - area.height);
    let top = points(sheet.height - area.y);
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "Parent" => Object::Reference(parent),
        "T" => Object::string_literal(name),
        "TU" => text(&field.label),
        "Rect" => [left, bottom, right, top].map(Object::Real).to_vec(),
        // Print, and nothing else.
        "F" => 4,
    };
    match field.kind {
        FieldKind::Signature => widget.set("FT", "Sig"),
        FieldKind::Text { many_lines } => {
            widget.set("FT", "Tx");
            widget.set("DA", Object::string_literal("/Helv 10.5 Tf 0 g"));
            if many_lines {
                widget.set("Ff", MANY_LINES);
            }
        }
    }
    widget
}
