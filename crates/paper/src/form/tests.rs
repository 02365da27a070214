//! Every form but F-01 as it is drawn: pages, texts, places to sign and what stops it.

use super::*;
use crate::length::{Area, mm};
use crate::sheet::{Mark, Sheet};
use domain::report::{Layout, List, Part, SignPlace};

mod signing;

#[path = "../../examples/sample_forms/mod.rs"]
mod sample_forms;

use sample_forms::{EXTREME, LONG_NAME, LONG_SCHOOL, ORDINARY};

fn laid_out(form: &Form) -> Flow {
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

/// All that is printed on the pages, in the order in which it was drawn.
fn printed(flow: &Flow) -> String {
    let glyphs = flow.sheets.iter().flat_map(|sheet| &sheet.marks);
    let spots = glyphs.filter_map(|mark| match mark {
        Mark::Glyphs { spots, .. } => Some(spots),
        _ => None,
    });
    plain(&spots.flatten().map(|spot| spot.c).collect::<String>())
}

fn everything() -> Vec<Form> {
    let mut forms = sample_forms::all(&ORDINARY);
    forms.extend(sample_forms::all(&EXTREME));
    forms
}

#[test]
fn every_text_of_the_facts_is_found_on_the_paper() {
    for form in everything() {
        let flow = laid_out(&form);
        let all = printed(&flow);
        for (place, text) in form.facts() {
            // A letter has its schools among the parties; a running head needs a second page.
            if (place == "school" && form.layout == Layout::Letter) || place == "about" {
                continue;
            }
            assert!(
                all.contains(&plain(&text)) || text_of(&flow, &place).contains(&plain(&text)),
                "{} {place}: {text}",
                form.code.code()
            );
        }
    }
}

#[test]
fn no_cell_overlaps_another_or_leaves_its_page() {
    for mut form in everything() {
        for is_draft in [false, true] {
            form.is_draft = is_draft;
            cells_stand_apart(&laid_out(&form));
        }
    }
}

fn cells_stand_apart(flow: &Flow) {
    let frame = flow.frame;
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
        let later = flow.cells.iter().skip(index + 1);
        for other in later.filter(|other| other.page == cell.page) {
            assert!(!area.overlaps(&other.area), "{cell:?} and {other:?}");
        }
    }
}

/// The boxes of the glyphs on a page that are no watermark, with the text of each line.
fn lines_of(sheet: &Sheet) -> Vec<(Area, String)> {
    let lines = sheet.marks.iter().filter_map(|mark| match mark {
        Mark::Glyphs {
            x,
            y,
            size,
            spots,
            turn: 0,
            ..
        } => Some((x, y, size, spots)),
        _ => None,
    });
    lines
        .filter_map(|(x, y, size, spots)| {
            let (first, last) = (spots.first()?, spots.last()?);
            // The right half of a closing mark is empty and may stick out.
            let empty = if "，。、；：？！）】》〉」』〕”’".contains(last.c) {
                size / 2
            } else {
                0
            };
            let width = last.x + last.glyph.advance * size / 1000 - first.x - empty;
            let area = Area {
                x: x + first.x,
                y: y - size * 88 / 100,
                width,
                height: *size,
            };
            Some((area, spots.iter().map(|spot| spot.c).collect()))
        })
        .collect()
}

#[test]
fn every_line_stands_inside_one_cell_or_outside_of_all() {
    for form in everything() {
        let flow = laid_out(&form);
        for (page, sheet) in flow.sheets.iter().enumerate() {
            let cells: Vec<_> = flow.cells.iter().filter(|cell| cell.page == page).collect();
            for (line, text) in lines_of(sheet) {
                let touched: Vec<_> = cells
                    .iter()
                    .filter(|cell| cell.area.overlaps(&line))
                    .collect();
                assert!(
                    touched.len() <= 1,
                    "{} {text} touches {touched:?}",
                    form.code.code()
                );
                if let Some(cell) = touched.first() {
                    assert!(
                        line.x >= cell.area.x
                            && line.x + line.width <= cell.area.x + cell.area.width,
                        "{} {text} leaves {cell:?}",
                        form.code.code()
                    );
                }
            }
        }
    }
}

#[test]
fn sixty_lines_go_over_pages_with_their_column_names_and_none_is_cut() {
    for form in [
        sample_forms::proposed(&EXTREME),
        sample_forms::benefit(&EXTREME),
        sample_forms::deferred(&EXTREME),
    ] {
        let flow = laid_out(&form);
        let Some(Part::List(list)) = form.parts.first() else {
            panic!("no list")
        };
        let mut pages = Vec::new();
        for line in 1..=60 {
            let place = format!("{}.{line}.2", list.place);
            let drawn: Vec<_> = flow
                .cells
                .iter()
                .filter(|cell| cell.place == place)
                .collect();
            assert_eq!(drawn.len(), 1, "{place} was cut");
            pages.push(drawn[0].page);
        }
        pages.dedup();
        assert!(pages.len() > 2);
        for page in pages {
            let cells = flow.cells.iter().filter(|cell| cell.page == page);
            let names = cells.filter(|cell| cell.text == "姓名");
            assert_eq!(names.count(), 1, "page {page}");
        }
    }
}

#[test]
fn a_total_stands_on_the_page_of_the_last_line_and_so_do_those_who_sign() {
    for lines in 1..40 {
        let form = sample_forms::benefit(&sample_forms::Names { lines, ..ORDINARY });
        let flow = laid_out(&form);
        let page = |place: &str| {
            flow.cells
                .iter()
                .find(|cell| cell.place == place)
                .unwrap()
                .page
        };
        let last = page(&format!("benefits.{lines}.1"));
        assert_eq!(last, page(&format!("benefits.total.{}.1", lines + 1)));
        assert_eq!(last, page("signatures.filled"));
        assert_eq!(last + 1, flow.sheets.len());
        cells_stand_apart(&flow);
    }
}

#[test]
fn a_list_without_a_line_says_so_across() {
    let mut form = sample_forms::deferred(&ORDINARY);
    if let Some(Part::List(list)) = form.parts.first_mut() {
        list.rows.clear();
    }
    let flow = laid_out(&form);
    let none = flow.cells.iter().find(|cell| cell.text == "无").unwrap();
    assert_eq!(none.area.width, flow.frame.width);
}

#[test]
fn the_longest_names_wrap_and_stay_whole() {
    let flow = laid_out(&sample_forms::letter(&EXTREME));
    assert_eq!(text_of(&flow, "teacher.name"), LONG_NAME);
    assert_eq!(text_of(&flow, "host.name"), LONG_SCHOOL);
    assert_eq!(text_of(&flow, "signatures.teacher.party"), LONG_NAME);
    assert_eq!(text_of(&flow, "signatures.host.party"), LONG_SCHOOL);
    assert!(text_of(&flow, "signatures.host").contains(&format!("负责人：{LONG_NAME}")));
    let flow = laid_out(&sample_forms::proposed(&EXTREME));
    assert_eq!(text_of(&flow, "people.4.2"), LONG_NAME);
    assert_eq!(text_of(&flow, "people.4.9"), LONG_SCHOOL);
}

#[test]
fn a_sample_says_that_it_is_one() {
    let mut form = sample_forms::quota(&ORDINARY);
    form.is_practice = true;
    let flow = laid_out(&form);
    assert!(printed(&flow).contains("演练样例"));
    assert!(printed(&flow).contains("样例"));
    assert_eq!(flow.fields.len(), 1);
}

#[test]
fn every_page_has_its_number_and_the_number_of_the_paper() {
    for form in everything() {
        let flow = laid_out(&form);
        let all = printed(&flow);
        let pages = flow.sheets.len();
        for page in 1..=pages {
            assert!(all.contains(&format!("第{page}页共{pages}页")));
        }
        let version = format!("表式{}第1版", form.code.code());
        assert_eq!(all.matches(&version).count(), pages);
        assert_eq!(all.matches("核对码1a2b3c4d").count(), pages);
        let running = plain(&named(&form, ""));
        assert_eq!(
            all.matches(&running).count(),
            pages - 1,
            "{}",
            form.code.code()
        );
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    for form in sample_forms::all(&ORDINARY) {
        let draw = |form: &Form| draw_form(form, &Means::embedded().unwrap()).unwrap().pdf;
        let first = draw(&form);
        assert!(first == draw(&form.clone()));
        let mut other = form;
        other.issued_on.push('前');
        assert!(first != draw(&other));
    }
}

#[test]
fn all_missing_glyphs_are_refused_at_once_each_in_its_own_place() {
    let mut form = sample_forms::letter(&ORDINARY);
    form.subtitle.push('😀');
    form.about.push('😀');
    for part in &mut form.parts {
        match part {
            Part::Paragraph(written) if written.place == "duties.1" => written.text.push('😀'),
            Part::List(list) => list.rows[1][1] = Some("目标\u{30001}".to_owned()),
            Part::Signatures(places) => places[1].name = Some("负责人：😀".to_owned()),
            _ => {}
        }
    }
    let Err(NotDrawn::Refused(refusals)) = draw_form(&form, &Means::embedded().unwrap()) else {
        panic!("it was drawn")
    };
    let places: Vec<&str> = refusals
        .iter()
        .map(|refusal| refusal.place.as_str())
        .collect();
    assert_eq!(
        places,
        [
            "subtitle",
            "goals.2.2",
            "duties.1",
            "signatures.host.name",
            "about"
        ]
    );
    assert!(refusals[1].message.contains("第2行的目标"));
    assert!(refusals[2].message.contains("第1项职责"));
}

#[test]
fn what_is_missing_prints_a_dash() {
    let mut form = sample_forms::need(&ORDINARY);
    let mut missing = 0;
    for part in &mut form.parts {
        match part {
            Part::Cells(rows) => rows.iter_mut().flatten().for_each(|cell| {
                cell.text = None;
                missing += 1;
            }),
            Part::List(list) => list.rows.iter_mut().flatten().for_each(|cell| {
                *cell = None;
                missing += 1;
            }),
            _ => {}
        }
    }
    let flow = laid_out(&form);
    assert_eq!(
        flow.cells.iter().filter(|cell| cell.text == "—").count(),
        missing
    );
}

#[test]
fn a_line_with_more_cells_than_columns_loses_none() {
    let list = List {
        place: "odd".to_owned(),
        rows: vec![vec![Some("甲".to_owned()), Some("乙".to_owned())]],
        ..List::default()
    };
    let mut form = sample_forms::quota(&ORDINARY);
    form.parts = vec![Part::List(list)];
    assert_eq!(text_of(&laid_out(&form), "odd.1.2"), "乙");
}

#[test]
fn a_long_opinion_goes_on_on_the_next_page_with_its_label_and_loses_nothing() {
    let form = sample_forms::request(&EXTREME);
    let Some(Part::Opinion(opinion)) = form.parts.get(1) else {
        panic!("no opinion")
    };
    let flow = laid_out(&form);
    assert_eq!(
        text_of(&flow, "reason.text"),
        plain(opinion.text.as_deref().unwrap())
    );
    let pages = flow
        .cells
        .iter()
        .filter(|cell| cell.place == "reason.text")
        .count();
    let labels = flow
        .cells
        .iter()
        .filter(|cell| cell.text == "申请理由")
        .count();
    assert_eq!((pages, labels), (2, 2));
}

#[test]
fn a_form_without_a_part_and_parts_without_content_are_drawn() {
    let mut form = sample_forms::quota(&ORDINARY);
    form.parts = vec![];
    assert_eq!(laid_out(&form).sheets.len(), 1);
    form.parts = vec![
        Part::Cells(vec![vec![]]),
        Part::List(List::default()),
        Part::Signatures(vec![]),
        Part::Signatures(vec![SignPlace::default(); 7]),
        Part::List(List::default()),
        Part::Signatures(vec![SignPlace::default(); 40]),
        Part::Opinion(domain::report::Opinion::default()),
        Part::Note(String::new()),
        Part::Heading("最后".to_owned()),
    ];
    for layout in [Layout::Letter, Layout::Upright, Layout::Across] {
        form.layout = layout;
        let flow = laid_out(&form);
        assert!(printed(&flow).contains("最后"));
        cells_stand_apart(&flow);
    }
}
