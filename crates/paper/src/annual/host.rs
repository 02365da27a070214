//! Page 3: the scores, sources and words of the host school, and the place where it signs.

use super::frame::FRAME;
use super::principal;
use crate::grid::{Extra, Flow, Row, Table, air};
use crate::length::mm;
use crate::sign_place::{HOST_LABEL, HOST_SIGNATURE, words};
use crate::text::{Place, Setter, Style};
use domain::report::{AnnualForm, HostPart, ScoreRow, SourceRow};

/// Sources that stand side by side in one band.
const BAND: usize = 5;

pub(super) fn lay(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let host = &form.host;
    let mut tables = [
        scores(setter, host),
        sources(setter, host),
        words_of_the_school(setter, form),
    ];
    air(&mut tables, flow.room(), mm(12));
    for table in &tables {
        flow.table(table);
    }
}

fn scores(setter: &mut Setter<'_>, host: &HostPart) -> Table {
    // Group, code, indicator, most, points, evidence.
    let mut table = Table::new(FRAME.width, &[22, 13, 67, 14, 18, 28]);
    let head = ["类别", "代码", "指标", "满分", "得分", "佐证号"];
    let head: Vec<_> = head
        .into_iter()
        .enumerate()
        .map(|(at, name)| ((at, 1), name))
        .collect();
    table.head(setter, "六、受援学校评分表", &head);
    let mut mark = 0;
    let mut before: Option<&str> = None;
    for score in &host.scores {
        if before != Some(score.group.as_str()) {
            mark += 1;
            before = Some(score.group.as_str());
        }
        let row = score_row(setter, &table, score, mark);
        table.rows.push(row);
    }
    let place = Place::new("host.total", "受援学校评分合计");
    let total = vec![
        table.label(setter, (0, 4), "受援学校评分合计"),
        table.value(setter, (4, 1), host.total.as_deref(), Style::VALUE, &place),
        table.label(setter, (5, 1), ""),
    ];
    table.rows.push(Row::of(total));
    table
}

fn score_row(setter: &mut Setter<'_>, table: &Table, score: &ScoreRow, mark: usize) -> Row {
    let place = |field: &str, label: &str| {
        Place::new(
            format!("host.scores.{}.{field}", score.code),
            format!("{}的{label}", score.code),
        )
    };
    let mut group = table.cell(
        setter,
        (0, 1),
        &score.group,
        Style::LABEL,
        &place("group", "类别"),
    );
    group.merge = Some(mark);
    let evidence = score.evidence.as_deref();
    Row::of(vec![
        group,
        table.cell(
            setter,
            (1, 1),
            &score.code,
            Style::LABEL,
            &place("code", "代码"),
        ),
        table.cell(
            setter,
            (2, 1),
            &score.name,
            Style::LEFT,
            &place("name", "名称"),
        ),
        table.cell(
            setter,
            (3, 1),
            &score.max,
            Style::VALUE,
            &place("max", "满分"),
        ),
        table.value(
            setter,
            (4, 1),
            score.points.as_deref(),
            Style::VALUE,
            &place("points", "得分"),
        ),
        table.value(
            setter,
            (5, 1),
            evidence,
            Style::VALUE,
            &place("evidence", "佐证号"),
        ),
    ])
}

/// Sources side by side: it saves the lines that the words of the school need.
fn sources(setter: &mut Setter<'_>, host: &HostPart) -> Table {
    let mut table = Table::new(FRAME.width, &[27, 27, 27, 27, 27, 27]);
    table.head(setter, "七、多元评价", &[]);
    let mut bands: Vec<&[SourceRow]> = host.sources.chunks(BAND).collect();
    if bands.is_empty() {
        bands.push(&[]);
    }
    type Take = fn(&SourceRow) -> Option<&str>;
    let lines: [(&str, &str, Take); 4] = [
        ("来源", "name", |source| Some(source.name.as_str())),
        ("权重", "weight", |source| source.weight.as_deref()),
        ("有效份数", "returned", |source| {
            source.returned.as_deref()
        }),
        ("得分", "score", |source| source.score.as_deref()),
    ];
    for band in bands {
        for (label, field, take) in lines {
            let mut cells = vec![table.label(setter, (0, 1), label)];
            for column in 0..BAND {
                let source = band.get(column);
                let place = source.map_or_else(Place::form, |source| {
                    let code = format!("host.sources.{}.{field}", source.name);
                    Place::new(code, format!("{}的{label}", source.name))
                });
                let text = source.map_or(Some(""), take);
                let empty = source.is_none() && !(column == 0 && field == "name");
                cells.push(if empty {
                    table.label(setter, (column + 1, 1), "")
                } else {
                    table.value(setter, (column + 1, 1), text, Style::VALUE, &place)
                });
            }
            // The lines of a band are read together.
            table.rows.push(Row {
                cells,
                keeps: field != "score",
                ..Row::default()
            });
        }
    }
    let mut result = host.multi_source.clone().unwrap_or_else(|| "—".to_owned());
    for note in &host.source_notes {
        result.push('\n');
        result.push_str(note);
    }
    let place = Place::new("host.multi_source", "多元评价得分");
    let row = vec![
        table.label(setter, (0, 1), "多元评价得分"),
        table.value(setter, (1, 5), Some(&result), Style::LEFT, &place),
    ];
    table.rows.push(Row::of(row));
    table
}

fn words_of_the_school(setter: &mut Setter<'_>, form: &AnnualForm) -> Table {
    let host = &form.host;
    let mut table = Table::new(FRAME.width, &[1; 12]);
    table.head(setter, "八、受援学校考核意见", &[]);
    let comments = [
        ("优点", "host.strengths", &host.strengths),
        ("不足", "host.weaknesses", &host.weaknesses),
        ("建议", "host.advice", &host.advice),
    ];
    for (label, code, text) in comments {
        let place = Place::new(code, format!("受援学校评语（{label}）"));
        let mut said = table.value(setter, (1, 11), text.as_deref(), Style::WRITTEN, &place);
        said.flows = true;
        let cells = vec![table.label(setter, (0, 1), label), said];
        table.rows.push(Row {
            cells,
            keeps: label == "建议",
            ..Row::default()
        });
    }
    let members = Place::new("host.members", "考核小组成员");
    let row = vec![
        table.label(setter, (0, 2), "考核小组"),
        table.value(
            setter,
            (2, 10),
            host.members.as_deref(),
            Style::LEFT,
            &members,
        ),
    ];
    table.rows.push(Row {
        cells: row,
        keeps: true,
        ..Row::default()
    });
    let (stages, grade) = (
        Place::new("host.stages", "学期阶段考核"),
        Place::new("host.proposed_grade", "建议档次"),
    );
    let row = vec![
        table.label(setter, (0, 2), "阶段考核"),
        table.value(
            setter,
            (2, 5),
            host.stages.as_deref(),
            Style::VALUE,
            &stages,
        ),
        table.label(setter, (7, 2), "建议档次"),
        table.value(
            setter,
            (9, 3),
            host.proposed_grade.as_deref(),
            Style::VALUE,
            &grade,
        ),
    ];
    // A seal never stands on a page without the grade that it confirms.
    table.rows.push(Row {
        cells: row,
        keeps: true,
        ..Row::default()
    });
    let row = signatures(setter, &table, form);
    table.rows.push(row);
    table
}

/// The group of appraisers on the left, the principal with the seal on the right.
fn signatures(setter: &mut Setter<'_>, table: &Table, form: &AnnualForm) -> Row {
    let host = &form.host;
    let own = Place::form();
    let mut cell = table.label(setter, (2, 10), "");
    let y = mm(120);
    words(setter, &mut cell, (mm(20), y), "成员签名：", &own);
    for line in 0..3 {
        let x = if line == 0 { mm(210) } else { mm(20) };
        let length = mm(670) - x;
        cell.extras.push(Extra::Rule {
            x,
            y: y + mm(10) + line * mm(100),
            length,
        });
    }
    let (name, date) = (
        Place::new("host.principal", "受援学校校长"),
        Place::new("host.signed_on", "受援学校日期"),
    );
    let height = principal::principal(
        setter,
        &mut cell,
        host.principal.as_deref().map(|text| (text, &name)),
        host.signed_on.as_deref().map(|text| (text, &date)),
    );
    if !form.is_draft {
        principal::signature(&mut cell, HOST_SIGNATURE, HOST_LABEL, height);
    }
    let label = table.label(setter, (0, 2), "受援学校\n签章");
    Row {
        cells: vec![label, cell],
        least: height,
        ..Row::default()
    }
}
