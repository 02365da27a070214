//! Places to sign: seals, lines for ink, fields, and drafts without them.

use super::sample_forms::{EXTREME, ORDINARY};
use super::*;
use crate::sign_place::{HOST_SIGNATURE, SENDING_SIGNATURE};
use lopdf::Document;

#[test]
fn the_letter_has_two_pages_and_the_fields_of_both_schools_on_the_page_of_the_teacher() {
    for names in [&ORDINARY, &EXTREME] {
        let form = sample_forms::letter(names);
        let flow = laid_out(&form);
        assert_eq!(flow.sheets.len(), 2);
        let fields: Vec<&str> = flow
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .collect();
        assert_eq!(fields, [HOST_SIGNATURE, SENDING_SIGNATURE]);
        let teacher = flow
            .cells
            .iter()
            .find(|cell| cell.place == "signatures.teacher")
            .unwrap();
        assert!(plain(&teacher.text).contains("签名："));
        assert!(flow.fields.iter().all(|field| field.page == teacher.page));
    }
}

#[test]
fn a_seal_presses_on_the_name_and_the_date_and_reaches_no_other_text() {
    for form in everything() {
        let flow = laid_out(&form);
        for (name, place) in [
            (HOST_SIGNATURE, "signatures.host"),
            (SENDING_SIGNATURE, "signatures.sending"),
        ] {
            let Some(field) = flow.fields.iter().find(|field| field.name == name) else {
                continue;
            };
            assert_eq!((field.area.width, field.area.height), (mm(420), mm(420)));
            let touched: Vec<_> = flow
                .cells
                .iter()
                .filter(|cell| cell.page == field.page && cell.area.overlaps(&field.area))
                .collect();
            assert_eq!(touched.len(), 1, "{} {touched:?}", form.code.code());
            assert_eq!(touched[0].place, place);
            let pressed: String = lines_of(&flow.sheets[field.page])
                .into_iter()
                .filter(|(line, _)| line.overlaps(&field.area))
                .map(|(_, text)| text)
                .collect();
            assert!(pressed.contains("2026年8月28日"), "{pressed}");
            let end = if name == HOST_SIGNATURE && pressed.contains('喆') {
                "喆"
            } else {
                "负责人"
            };
            assert!(pressed.contains(end), "{pressed}");
        }
    }
}

#[test]
fn the_line_for_ink_is_long_enough() {
    for form in everything() {
        let flow = laid_out(&form);
        for cell in flow
            .cells
            .iter()
            .filter(|cell| cell.place.starts_with("signatures.") && !cell.place.ends_with("party"))
        {
            let area = cell.area;
            let longest = flow.sheets[cell.page]
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Rule { from, to, .. }
                        if from.1 == to.1
                            && from.0 > area.x
                            && to.0 < area.x + area.width
                            && from.1 > area.y
                            && from.1 < area.y + area.height =>
                    {
                        Some(to.0 - from.0)
                    }
                    _ => None,
                });
            assert!(longest.max().unwrap() >= mm(350), "{cell:?}");
        }
    }
}

#[test]
fn only_the_schools_that_sign_digitally_get_a_field_and_each_only_one() {
    let sides = |form: &Form| laid_out(form).fields.len();
    for mut form in everything() {
        assert_eq!(
            sides(&form),
            form.signing_sides().len(),
            "{}",
            form.code.code()
        );
        if let Some(Part::Signatures(places)) = form
            .parts
            .iter()
            .find(|part| matches!(part, Part::Signatures(_)))
        {
            let again = Part::Signatures(places.clone());
            form.parts.push(again);
            assert_eq!(sides(&form), form.signing_sides().len());
        }
    }
}

#[test]
fn a_draft_has_no_field_to_sign_and_says_what_it_is() {
    for mut form in sample_forms::all(&ORDINARY) {
        form.is_draft = true;
        let drawn = draw_form(&form, &Means::embedded().unwrap()).unwrap();
        assert!(drawn.fields.is_empty());
        let document = Document::load_mem(&drawn.pdf).unwrap();
        assert!(!document.catalog().unwrap().has(b"AcroForm"));
        let flow = laid_out(&form);
        assert!(flow.fields.is_empty());
        assert_eq!(printed(&flow).matches("草稿").count(), flow.sheets.len());
    }
}

#[test]
fn a_box_with_a_seal_is_high_enough_for_ink_and_seal() {
    let flow = laid_out(&sample_forms::request(&ORDINARY));
    assert_eq!(flow.sheets.len(), 1);
    let height = |place: &str| {
        flow.cells
            .iter()
            .find(|cell| cell.place == place)
            .unwrap()
            .area
            .height
    };
    for name in ["sending", "host", "bureau"] {
        let (room, signed) = (
            height(&format!("{name}.opinion.text")),
            height(&format!("{name}.opinion.on")),
        );
        assert!(room >= mm(300) && room + signed >= mm(430));
    }
}
