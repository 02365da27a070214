//! F-01 交流教师年度(学年)考核表(双校): four pages, more only where a text needs them.
//!
//! Page 1 says who and what, page 2 is the teacher's own report, page 3 belongs to the host school and page 4
//! to the sending school. The formal form leaves page 4 as empty fields: the host school signs first, and
//! its signature allows nothing but filling them in. The draft shows everything as text and can be signed by
//! nobody.
//!
//! Must never: let a seal fall on a score, print a place for ink as filled, or leave out a text.

mod basics;
mod frame;
pub(crate) use frame::FRAME;
mod host;
mod own_report;
mod principal;
mod sending;

use crate::error::NotDrawn;
use crate::fill::{FillField, fill_fields};
use crate::fonts::Means;
use crate::grid::{FieldKind, Flow};
use crate::pdf::{self, About};
use crate::text::Setter;
use domain::report::AnnualForm;

/// A drawn form.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The file.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// The text fields that the sending school fills, with their true pages; empty for a draft.
    pub fields: Vec<FillField>,
}

/// Draws the form. The same facts give the same bytes.
///
/// # Errors
/// [`NotDrawn::Refused`] with every character that no font has and the place where it stands,
/// [`NotDrawn::Broken`] when the file cannot be put together.
pub fn draw_annual_form(form: &AnnualForm, means: &Means) -> Result<Drawn, NotDrawn> {
    let mut setter = Setter::new(means);
    let flow = lay_out(form, &mut setter);
    if !setter.refusals.is_empty() {
        return Err(NotDrawn::Refused(setter.refusals));
    }
    let about = About {
        title: format!("{} {} {}", frame::TITLE, form.teacher.name, form.year),
        author: form.assignment.host_school.clone(),
    };
    let pdf = pdf::write(means, &flow.sheets, &flow.fields, None, &about)?;
    Ok(Drawn {
        pdf,
        pages: flow.sheets.len(),
        fields: text_fields(form, &flow),
    })
}

/// The whole form on its pages, before it becomes a file.
fn lay_out(form: &AnnualForm, setter: &mut Setter<'_>) -> Flow {
    let mut flow = Flow::new(frame::FRAME);
    flow.new_page();
    let around = frame::around(form);
    around.title(setter, &mut flow);
    basics::lay(setter, &mut flow, form);
    flow.new_page();
    own_report::lay(setter, &mut flow, form);
    flow.new_page();
    host::lay(setter, &mut flow, form);
    flow.new_page();
    sending::lay(setter, &mut flow, form);
    around.draw(setter, &mut flow);
    flow
}

/// The fields of the sending school with the pages on which they came to stand.
fn text_fields(form: &AnnualForm, flow: &Flow) -> Vec<FillField> {
    let codes: Vec<&str> = form
        .sending
        .scores
        .iter()
        .map(|row| row.code.as_str())
        .collect();
    let mut fields = fill_fields(&codes);
    fields.retain_mut(|field| {
        let placed = flow.fields.iter().find(|placed| placed.name == field.name);
        if let Some(placed) = placed {
            field.page = placed.page + 1;
        }
        placed.is_some_and(|placed| placed.kind != FieldKind::Signature)
    });
    fields
}

#[cfg(test)]
mod tests;
