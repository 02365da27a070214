//! Form F-01 as it is drawn: pages, cells, fields and what stops it.

use super::*;
use crate::grid::Field;
use crate::length::Area;
use crate::sign_place::SENDING_SIGNATURE;
use lopdf::{Document, Object};

#[path = "../../examples/sample/mod.rs"]
mod sample;

fn laid_out(form: &AnnualForm) -> Flow {
    let means = Means::embedded().unwrap();
    let mut setter = Setter::new(&means);
    let flow = lay_out(form, &mut setter);
    assert!(setter.refusals.is_empty(), "{:?}", setter.refusals);
    flow
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn text_of(flow: &Flow, place: &str) -> String {
    let cells = flow.cells.iter().filter(|cell| cell.place == place);
    plain(&cells.map(|cell| cell.text.as_str()).collect::<String>())
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let form = sample::form();
    let first = draw_annual_form(&form, &Means::embedded().unwrap()).unwrap();
    let second = draw_annual_form(&form, &Means::embedded().unwrap()).unwrap();
    assert!(first.pdf == second.pdf);
    let mut other = sample::form();
    other.teacher.name.push('明');
    let other = draw_annual_form(&other, &Means::embedded().unwrap()).unwrap();
    assert!(first.pdf != other.pdf);
}

#[test]
fn an_ordinary_form_has_four_pages_as_draft_and_as_formal_form() {
    let mut form = sample::form();
    assert_eq!(laid_out(&form).sheets.len(), 4);
    form.is_draft = true;
    assert_eq!(laid_out(&form).sheets.len(), 4);
}

#[test]
fn an_empty_form_has_four_pages_of_dashes() {
    assert_eq!(laid_out(&AnnualForm::default()).sheets.len(), 4);
}

#[test]
fn every_fact_stands_on_the_form() {
    let mut form = sample::form();
    form.is_draft = true;
    let flow = laid_out(&form);
    let all: String = flow
        .cells
        .iter()
        .map(|cell| plain(&cell.text))
        .collect::<Vec<_>>()
        .join("|");
    for (place, text) in form.host_facts().into_iter().chain(form.sending_facts()) {
        if place != "form" && !place.starts_with("sending.scores") && place != "issued_on" {
            assert!(all.contains(&plain(&text)), "{place}: {text}");
        }
    }
    for score in &form.sending.scores {
        let name = format!("sending.{}", score.code.to_lowercase());
        assert_eq!(text_of(&flow, &name), score.points.clone().unwrap());
    }
}

#[test]
fn five_thousand_characters_go_on_on_further_pages_and_none_is_lost() {
    let mut form = sample::form();
    let text: String = form
        .self_report
        .clone()
        .unwrap()
        .chars()
        .cycle()
        .take(5000)
        .collect();
    form.self_report = Some(text.clone());
    form.host.strengths = Some(text.clone());
    form.feedback.summary = Some(text.clone());
    let flow = laid_out(&form);
    assert!(flow.sheets.len() > 8);
    assert_eq!(text_of(&flow, "self_report"), plain(&text));
    assert_eq!(text_of(&flow, "host.strengths"), plain(&text));
    assert!(text_of(&flow, "feedback").starts_with(&plain(&text)));
    let pages = flow
        .cells
        .iter()
        .filter(|cell| cell.place == "self_report")
        .count();
    let headings = flow
        .cells
        .iter()
        .filter(|cell| cell.text.starts_with("五、本人述职"))
        .count();
    assert!(pages > 1);
    assert_eq!(pages, headings);
}

#[test]
fn a_name_of_forty_characters_stands_whole_in_every_place() {
    let name = "阿卜杜热西提·买买提明·古丽娜尔·"
        .chars()
        .cycle()
        .take(40)
        .collect::<String>();
    let mut form = sample::form();
    form.is_draft = true;
    form.teacher.name = name.clone();
    form.host.principal = Some(name.clone());
    form.sending.principal = Some(name.clone());
    let flow = laid_out(&form);
    assert_eq!(text_of(&flow, "teacher.name"), name);
    let principals = flow
        .cells
        .iter()
        .filter(|cell| plain(&cell.text).contains(&format!("校长：{name}")));
    assert_eq!(principals.count(), 2);
    cells_do_not_overlap(&flow);
}

fn cells_do_not_overlap(flow: &Flow) {
    let frame = frame::FRAME;
    for (index, cell) in flow.cells.iter().enumerate() {
        let area = cell.area;
        assert!(
            area.x >= frame.left && area.x + area.width <= frame.left + frame.width,
            "{cell:?}"
        );
        assert!(
            area.y >= frame.top && area.y + area.height <= frame.bottom,
            "{cell:?}"
        );
        for other in flow
            .cells
            .iter()
            .skip(index + 1)
            .filter(|other| other.page == cell.page)
        {
            assert!(!area.overlaps(&other.area), "{cell:?} and {other:?}");
        }
    }
}

#[test]
fn no_cell_overlaps_another_or_leaves_its_page() {
    let mut form = sample::form();
    cells_do_not_overlap(&laid_out(&form));
    form.is_draft = true;
    form.goals = (0..40).flat_map(|_| form.goals.clone()).collect();
    form.host.source_notes = vec!["家长问卷未组织，已按比例折算".to_owned(); 3];
    form.host.sources = form.host.sources.iter().cycle().take(8).cloned().collect();
    cells_do_not_overlap(&laid_out(&form));
    cells_do_not_overlap(&laid_out(&AnnualForm::default()));
}

fn contains(outer: &Area, inner: &Area) -> bool {
    outer.x <= inner.x
        && outer.y <= inner.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height
}

#[test]
fn each_field_lies_inside_one_cell_so_that_no_seal_falls_on_a_score() {
    for strengths in [1, 3, 6, 12] {
        let mut form = sample::form();
        form.host.strengths = form.host.strengths.map(|text| text.repeat(strengths));
        let flow = laid_out(&form);
        assert_eq!(flow.fields.len(), 20);
        for field in &flow.fields {
            let around = flow.cells.iter().filter(|cell| cell.page == field.page);
            let touched: Vec<_> = around
                .filter(|cell| cell.area.overlaps(&field.area))
                .collect();
            assert_eq!(touched.len(), 1, "{field:?} touches {touched:?}");
            assert!(contains(&touched[0].area, &field.area), "{field:?}");
            if field.kind == FieldKind::Signature {
                assert_eq!(field.area.width, field.area.height);
                assert!(field.area.width <= crate::length::mm(450));
            }
        }
        text_fields_do_not_overlap(&flow.fields);
    }
}

fn text_fields_do_not_overlap(fields: &[Field]) {
    let fields: Vec<_> = fields
        .iter()
        .filter(|field| field.kind != FieldKind::Signature)
        .collect();
    for (index, field) in fields.iter().enumerate() {
        for other in fields
            .iter()
            .skip(index + 1)
            .filter(|other| other.page == field.page)
        {
            assert!(!field.area.overlaps(&other.area), "{field:?} and {other:?}");
        }
    }
}

#[test]
fn the_seal_presses_on_the_date_of_the_school() {
    let flow = laid_out(&sample::form());
    let area = |name: &str| {
        flow.fields
            .iter()
            .find(|field| field.name == name)
            .unwrap()
            .area
    };
    let seal = area(SENDING_SIGNATURE);
    assert!(seal.overlaps(&area("sending.date")));
    assert!(seal.overlaps(&area("sending.principal")));
}

#[test]
fn the_sizes_of_the_fields_are_known_without_a_form_and_their_pages_from_the_form() {
    let mut form = sample::form();
    form.host.strengths = form.host.strengths.map(|text| text.repeat(12));
    let drawn = draw_annual_form(&form, &Means::embedded().unwrap()).unwrap();
    let known = fill_fields(&["S1", "S2", "S3", "S4", "S5"]);
    assert_eq!(drawn.fields.len(), known.len());
    assert_eq!(drawn.pages, 5);
    let flow = laid_out(&form);
    for (field, known) in drawn.fields.iter().zip(&known) {
        let placed = flow
            .fields
            .iter()
            .find(|placed| placed.name == field.name)
            .unwrap();
        assert_eq!(
            (field.width, field.height),
            (placed.area.width, placed.area.height)
        );
        assert_eq!(
            (&field.name, field.width, field.height),
            (&known.name, known.width, known.height)
        );
        assert_eq!((field.page, known.page), (5, 4));
    }
}

#[test]
fn a_draft_has_no_field_and_cannot_be_signed() {
    let mut form = sample::form();
    form.is_draft = true;
    let drawn = draw_annual_form(&form, &Means::embedded().unwrap()).unwrap();
    assert!(drawn.fields.is_empty());
    let document = Document::load_mem(&drawn.pdf).unwrap();
    assert!(!document.catalog().unwrap().has(b"AcroForm"));
}

#[test]
fn no_widget_names_its_page_and_every_one_is_on_a_page() {
    let drawn = draw_annual_form(&sample::form(), &Means::embedded().unwrap()).unwrap();
    let document = Document::load_mem(&drawn.pdf).unwrap();
    let mut listed = 0;
    for page in document.get_pages().into_values() {
        let page = document.get_dictionary(page).unwrap();
        let Ok(Object::Array(annotations)) = page.get(b"Annots") else {
            continue;
        };
        for annotation in annotations {
            let widget = document
                .get_dictionary(annotation.as_reference().unwrap())
                .unwrap();
            assert!(!widget.has(b"P"));
            assert!(widget.has(b"Parent") && widget.has(b"FT") && !widget.has(b"V"));
            listed += 1;
        }
    }
    assert_eq!(listed, 20);
}

#[test]
fn the_file_knows_no_time() {
    let drawn = draw_annual_form(&sample::form(), &Means::embedded().unwrap()).unwrap();
    for word in [&b"CreationDate"[..], b"ModDate", b"GTS_PDFX", b"/M("] {
        assert!(!drawn.pdf.windows(word.len()).any(|part| part == word));
    }
    assert!(drawn.pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn all_missing_glyphs_are_refused_at_once_with_their_places() {
    let mut form = sample::form();
    form.teacher.name = "王😀".to_owned();
    form.self_report = Some("总结\u{30001}".to_owned());
    let refused = draw_annual_form(&form, &Means::embedded().unwrap());
    let Err(NotDrawn::Refused(refusals)) = refused else {
        panic!("it was drawn")
    };
    let places: Vec<&str> = refusals
        .iter()
        .map(|refusal| refusal.place.as_str())
        .collect();
    assert_eq!(places, ["teacher.name", "self_report"]);
}
