//! Every form but F-01: parts under each other, as the facts give them.
//!
//! The facts say what stands on the form; this room says how a letter, an upright form and a wide list look, and
//! what stays together on a page: a heading with what it heads, a total with the last line, the parties with
//! each other and with the end of the text that they sign.
//!
//! Must never: leave out a text of the facts, let a seal reach another text than the name and the date of the
//! one who signs, or give a draft a field to sign.

mod block;
mod cells;
mod list;
mod look;
mod opinion;
mod running_text;
mod signatures;

use crate::annual::Drawn;
use crate::error::NotDrawn;
use crate::fonts::Means;
use crate::frame::Around;
use crate::grid::Flow;
use crate::length::mm;
use crate::pdf::{self, About};
use crate::text::{Place, Setter};
use block::Blocks;
use domain::report::Form;
use look::Look;

/// Draws the form. The same facts give the same bytes. The places for digital signatures have the names
/// [`HOST_SIGNATURE`](crate::HOST_SIGNATURE) and [`SENDING_SIGNATURE`](crate::SENDING_SIGNATURE); no text is
/// filled in later.
///
/// # Errors
/// [`NotDrawn::Refused`] with every character that no font has and the place where it stands,
/// [`NotDrawn::Broken`] when the file cannot be put together.
pub fn draw_form(form: &Form, means: &Means) -> Result<Drawn, NotDrawn> {
    let mut setter = Setter::new(means);
    let flow = lay_out(form, &mut setter);
    if !setter.refusals.is_empty() {
        return Err(NotDrawn::Refused(setter.refusals));
    }
    let about = About {
        title: named(form, " "),
        author: form.school.clone(),
    };
    let pdf = pdf::write(means, &flow.sheets, &flow.fields, None, &about)?;
    Ok(Drawn {
        pdf,
        pages: flow.sheets.len(),
        fields: Vec::new(),
    })
}

/// The whole form on its pages, before it becomes a file.
fn lay_out(form: &Form, setter: &mut Setter<'_>) -> Flow {
    let look = Look::of(form);
    let mut flow = Flow::new(look.frame);
    flow.new_page();
    let version = format!("{} 第1版", form.code.code());
    let around = Around {
        title: form.code.word(),
        running: (named(form, "　"), Place::new("about", "页眉")),
        foot: [
            ("编号", form.number.as_str()),
            ("表式", version.as_str()),
            ("制表", form.issued_on.as_str()),
            ("核对码", form.fingerprint.as_str()),
        ],
        is_draft: form.is_draft,
        is_practice: form.is_practice,
    };
    around.title(setter, &mut flow);
    under_the_title(setter, &mut flow, &look, form);
    let mut blocks = Blocks::new(setter, &look, !form.is_draft);
    for (part, next) in form
        .parts
        .iter()
        .zip(form.parts.iter().skip(1).map(Some).chain([None]))
    {
        blocks.add(part, next);
    }
    for block in blocks.finish() {
        block.lay(&mut flow, &look);
    }
    check_small_facts(setter, form);
    // Whatever head and foot repeat was looked at in its own place.
    let known = setter.refusals.len();
    around.draw(setter, &mut flow);
    setter.refusals.truncate(known);
    flow
}

/// Title, whom it is about and when, as far as they are given.
fn named(form: &Form, between: &str) -> String {
    [form.code.word(), &form.about, &form.subtitle]
        .into_iter()
        .filter(|words| !words.trim().is_empty())
        .collect::<Vec<_>>()
        .join(between)
}

/// The subtitle and, except on a letter, which names its parties, the school that issues the form.
fn under_the_title(setter: &mut Setter<'_>, flow: &mut Flow, look: &Look, form: &Form) {
    if !form.subtitle.trim().is_empty() {
        let place = Place::new("subtitle", "副标题");
        let row = running_text::row(setter, look, (&form.subtitle, look.subtitle), &place);
        flow.table(&running_text::table(look, vec![row]));
        flow.y += mm(10);
    }
    if look.is_letter {
        flow.y += mm(40);
    }
    if !look.is_letter && !form.school.trim().is_empty() {
        let place = Place::new("school", "填报单位");
        let text = format!("填报单位：{}", form.school);
        let row = running_text::row(setter, look, (&text, look.left()), &place);
        flow.table(&running_text::table(look, vec![row]));
        flow.y += mm(5);
    }
}

/// Refuses what head and footer cannot print, each in its own place.
fn check_small_facts(setter: &mut Setter<'_>, form: &Form) {
    let facts = [
        ("number", "编号", &form.number),
        ("issued_on", "制表日期", &form.issued_on),
        ("fingerprint", "核对码", &form.fingerprint),
        ("about", "页眉", &form.about),
        ("school", "填报单位", &form.school),
    ];
    for (code, label, text) in facts {
        setter.one_line(text, &crate::text::Style::LEFT, &Place::new(code, label));
    }
}

#[cfg(test)]
mod tests;
