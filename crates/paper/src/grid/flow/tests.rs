//! Tables that flow over pages.

use super::*;
use crate::fonts::Means;
use crate::length::mm;
use crate::text::{Place, Setter, Style};

const SMALL: Frame = Frame {
    page_width: mm(1000),
    page_height: mm(1000),
    left: mm(100),
    top: mm(100),
    width: mm(800),
    bottom: mm(900),
};

fn cell(setter: &mut Setter<'_>, table: &Table, text: &str, code: &str) -> Cell {
    table.cell(setter, (0, 1), text, Style::LEFT, &Place::new(code, code))
}

fn table(setter: &mut Setter<'_>) -> Table {
    let mut table = Table::new(SMALL.width, &[1]);
    table.head(setter, "标题", &[]);
    table
}

fn text_of(flow: &Flow, place: &str) -> String {
    flow.cells
        .iter()
        .filter(|cell| cell.place == place)
        .map(|cell| cell.text.as_str())
        .collect()
}

fn inside(flow: &Flow) {
    for cell in &flow.cells {
        let end = cell.area.y + cell.area.height;
        assert!(cell.area.y >= SMALL.top && end <= SMALL.bottom, "{cell:?}");
    }
}

#[test]
fn a_long_text_goes_on_under_the_repeated_heading_and_loses_nothing() {
    let means = Means::embedded().unwrap();
    let mut setter = Setter::new(&means);
    let mut table = table(&mut setter);
    let text = "长文须续到下一页，一字不少。".repeat(80);
    let mut long = cell(&mut setter, &table, &text, "long");
    long.flows = true;
    table.rows.push(Row::of(vec![long]));
    let mut flow = Flow::new(SMALL);
    flow.table(&table);
    assert!(flow.sheets.len() > 2);
    assert_eq!(text_of(&flow, "long"), text);
    let headings = flow
        .cells
        .iter()
        .filter(|cell| cell.text == "标题（续）")
        .count();
    assert_eq!(headings, flow.sheets.len() - 1);
    inside(&flow);
}

#[test]
fn a_row_higher_than_a_page_is_continued_even_if_it_was_not_meant_to_be() {
    let means = Means::embedded().unwrap();
    let mut setter = Setter::new(&means);
    let mut table = table(&mut setter);
    let text = "目标写得太长".repeat(200);
    table
        .rows
        .push(Row::of(vec![cell(&mut setter, &table, &text, "goal")]));
    let mut flow = Flow::new(SMALL);
    flow.table(&table);
    assert_eq!(text_of(&flow, "goal"), text);
    inside(&flow);
}

#[test]
fn the_end_of_a_text_stands_on_the_page_of_the_row_that_it_keeps() {
    let means = Means::embedded().unwrap();
    let mut setter = Setter::new(&means);
    for lines in 1..40 {
        let mut table = table(&mut setter);
        let text = vec!["行"; lines].join("\n");
        let mut long = cell(&mut setter, &table, &text, "long");
        long.flows = true;
        table.rows.push(Row {
            cells: vec![long],
            keeps: true,
            ..Row::default()
        });
        let seal = cell(&mut setter, &table, "章", "seal");
        table.rows.push(Row {
            cells: vec![seal],
            least: mm(400),
            ..Row::default()
        });
        let mut flow = Flow::new(SMALL);
        flow.table(&table);
        let page = |place: &str| flow.cells.iter().rfind(|cell| cell.place == place);
        assert_eq!(
            page("long").unwrap().page,
            page("seal").unwrap().page,
            "{lines} lines"
        );
        assert_eq!(text_of(&flow, "long").chars().count(), lines);
        inside(&flow);
    }
}

#[test]
fn rows_of_one_tall_cell_stay_together_and_share_its_frame() {
    let means = Means::embedded().unwrap();
    let mut setter = Setter::new(&means);
    let mut table = Table::new(SMALL.width, &[1, 3]);
    for group in 0..9 {
        for row in 0..4 {
            let mut tall = cell(&mut setter, &table, "组", &format!("group{group}"));
            tall.merge = Some(group);
            let name = format!("row{group}.{row}");
            let own = table.cell(
                &mut setter,
                (1, 1),
                "行",
                Style::LEFT,
                &Place::new(name.as_str(), ""),
            );
            table.rows.push(Row::of(vec![tall, own]));
        }
    }
    let mut flow = Flow::new(SMALL);
    flow.table(&table);
    assert!(flow.sheets.len() > 1);
    for group in 0..9 {
        let tall: Vec<&Drawn> = flow
            .cells
            .iter()
            .filter(|cell| cell.place == format!("group{group}"))
            .collect();
        assert_eq!(tall.len(), 1, "group {group} was torn");
        let rows = flow
            .cells
            .iter()
            .filter(|cell| cell.place.starts_with(&format!("row{group}.")));
        let height: Milli = rows.map(|cell| cell.area.height).sum();
        assert_eq!(tall[0].area.height, height);
    }
    inside(&flow);
}
