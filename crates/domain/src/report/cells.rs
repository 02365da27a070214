//! Words and cells that several forms share.

use super::form::{CellValue, Column, Form, FormCode, Labelled, Layout, SignPlace, Written};
use super::{Cell, Issue};
use crate::school::Side;
use crate::year::day_on_paper;

/// A text that is on file, without the spaces around it; nothing when it is empty.
pub(super) fn text(text: &str) -> Cell {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A number that is on file.
pub(super) fn number<N: ToString>(number: Option<N>) -> Cell {
    number.map(|number| number.to_string())
}

/// A label with what is filled in behind it.
pub(super) fn labelled(place: &str, label: &str, text: Cell, span: u8) -> Labelled {
    Labelled {
        place: place.to_owned(),
        label: label.to_owned(),
        text,
        span,
    }
}

/// A paragraph of the form's own words.
pub(super) fn own(text: impl Into<String>) -> Written {
    Written {
        text: text.into(),
        ..Written::default()
    }
}

/// A paragraph with facts.
pub(super) fn written(place: &str, label: &str, text: String) -> Written {
    Written {
        place: place.to_owned(),
        label: label.to_owned(),
        text,
    }
}

/// Columns by name and share; those marked hold long texts.
pub(super) fn columns(columns: &[(&str, u8, bool)]) -> Vec<Column> {
    columns
        .iter()
        .map(|(name, share, is_text)| Column {
            name: (*name).to_owned(),
            share: *share,
            is_text: *is_text,
            value: CellValue::Text,
        })
        .collect()
}

/// Marks the columns of these names as numbers of a kind.
pub(super) fn counting(mut columns: Vec<Column>, value: CellValue, names: &[&str]) -> Vec<Column> {
    for column in &mut columns {
        if names.contains(&column.name.as_str()) {
            column.value = value;
        }
    }
    columns
}

/// An empty form of a kind, with what the issue says.
pub(super) fn form(code: FormCode, layout: Layout, issue: &Issue, school: &str) -> Form {
    Form {
        code,
        subtitle: String::new(),
        layout,
        number: issue.number.clone(),
        fingerprint: String::new(),
        issued_on: day_on_paper(issue.issued_on),
        is_draft: issue.is_draft,
        is_practice: issue.is_practice,
        school: school.to_owned(),
        about: school.to_owned(),
        parts: Vec::new(),
    }
}

/// Where a school signs: its principal by name, its seal, its digital signature.
pub(super) fn school_signs(side: Side, label: &str, name: &str, principal: &str) -> SignPlace {
    SignPlace {
        place: format!("signatures.{}", side.code()),
        label: label.to_owned(),
        party: name.to_owned(),
        name: text(principal).map(|principal| format!("负责人：{principal}")),
        on: None,
        side: Some(side),
        has_seal: true,
    }
}

/// Who signs under a list with ink: the one who made it, the one who checked it, the one who answers for it.
pub(super) fn list_signers() -> Vec<SignPlace> {
    [
        ("maker", "填表人", false),
        ("checker", "审核人", false),
        ("head", "负责人", true),
    ]
    .into_iter()
    .map(|(place, label, has_seal)| SignPlace {
        place: format!("signatures.{place}"),
        label: label.to_owned(),
        has_seal,
        ..SignPlace::default()
    })
    .collect()
}
