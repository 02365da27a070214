//! Page 1: who was sent where, attendance, goals, duties, and what the host school wrote about it.

use super::frame::FRAME;
use crate::grid::{Cell, Flow, Row, Table, air};
use crate::length::mm;
use crate::text::{Place, Setter, Style};
use domain::report::{AnnualForm, Cell as Fact, DutyRow, GoalRow};

const COLUMNS: [i64; 12] = [1; 12];

/// A label and its fact: columns, words, place, fact.
type Pair<'a> = ((usize, usize, usize), &'a str, &'a str, Option<&'a str>);

pub(super) fn lay(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let mut tables = [
        people(setter, form),
        goals(setter, &form.goals),
        duties(setter, &form.duties),
        feedback(setter, form),
    ];
    air(&mut tables, flow.room(), mm(45));
    for table in &tables {
        flow.table(table);
    }
}

fn people(setter: &mut Setter<'_>, form: &AnnualForm) -> Table {
    let mut table = Table::new(FRAME.width, &COLUMNS);
    let (teacher, posting) = (&form.teacher, &form.assignment);
    table.head(setter, "一、基本情况", &[]);
    let rows: [Vec<Pair<'_>>; 7] = [
        vec![
            ((0, 2, 4), "学年", "year", Some(form.year.as_str())),
            ((6, 2, 4), "编号", "number", Some(form.number.as_str())),
        ],
        vec![
            (
                (0, 2, 4),
                "姓名",
                "teacher.name",
                Some(teacher.name.as_str()),
            ),
            ((6, 1, 1), "性别", "teacher.sex", fact(&teacher.sex)),
            ((8, 2, 2), "出生年月", "teacher.birth", fact(&teacher.birth)),
        ],
        vec![
            (
                (0, 2, 4),
                "政治面貌",
                "teacher.political_status",
                fact(&teacher.political_status),
            ),
            (
                (6, 2, 4),
                "学历",
                "teacher.education",
                fact(&teacher.education),
            ),
        ],
        vec![
            (
                (0, 2, 4),
                "任教学科",
                "teacher.subject",
                fact(&teacher.subject),
            ),
            (
                (6, 2, 4),
                "骨干层次",
                "teacher.backbone",
                fact(&teacher.backbone),
            ),
        ],
        vec![(
            (0, 4, 8),
            "专业技术职务及取得时间",
            "teacher.title",
            fact(&teacher.title),
        )],
        vec![
            (
                (0, 2, 4),
                "派出学校",
                "assignment.sending_school",
                Some(&posting.sending_school),
            ),
            (
                (6, 2, 4),
                "受援学校",
                "assignment.host_school",
                Some(&posting.host_school),
            ),
        ],
        vec![
            (
                (0, 2, 3),
                "交流类型方式",
                "assignment.mode",
                fact(&posting.mode),
            ),
            (
                (5, 2, 5),
                "起止时间",
                "assignment.term",
                fact(&posting.term),
            ),
        ],
    ];
    for row in rows {
        table.rows.push(pairs(setter, &table, &row));
    }
    let work = [
        (
            (0, 2, 3),
            "担任班级",
            "assignment.classes",
            fact(&posting.classes),
        ),
        (
            (5, 2, 2),
            "周课时",
            "assignment.weekly_lessons",
            fact(&posting.weekly_lessons),
        ),
        (
            (9, 2, 1),
            "是否班主任",
            "assignment.homeroom",
            fact(&posting.homeroom),
        ),
    ];
    table.rows.push(pairs(setter, &table, &work));
    let days = &form.attendance;
    let attendance = [
        ((2, 1, 1), "应到", "attendance.due", fact(&days.due)),
        ((4, 1, 1), "实到", "attendance.present", fact(&days.present)),
        ((6, 1, 1), "病假", "attendance.sick", fact(&days.sick)),
        (
            (8, 1, 1),
            "事假",
            "attendance.personal",
            fact(&days.personal),
        ),
        (
            (10, 1, 1),
            "旷工",
            "attendance.unexcused",
            fact(&days.unexcused),
        ),
    ];
    let mut row = pairs(setter, &table, &attendance);
    row.cells.push(table.label(setter, (0, 2), "出勤（天）"));
    table.rows.push(row);
    table
}

fn fact(cell: &Fact) -> Option<&str> {
    cell.as_deref()
}

/// A row of labels and facts.
fn pairs(setter: &mut Setter<'_>, table: &Table, pairs: &[Pair<'_>]) -> Row {
    let mut cells: Vec<Cell> = Vec::new();
    for ((column, label, value), words, code, fact) in pairs {
        cells.push(table.label(setter, (*column, *label), words));
        let place = Place::new(*code, *words);
        cells.push(table.value(
            setter,
            (column + label, *value),
            *fact,
            Style::VALUE,
            &place,
        ));
    }
    Row::of(cells)
}

fn goals(setter: &mut Setter<'_>, goals: &[GoalRow]) -> Table {
    let mut table = Table::new(FRAME.width, &COLUMNS);
    let head = [
        ((0, 1), "序号"),
        ((1, 6), "目标"),
        ((7, 1), "权重"),
        ((8, 2), "完成度"),
        ((10, 2), "佐证号"),
    ];
    table.head(setter, "二、工作目标完成情况", &head);
    let none = [GoalRow {
        text: "—".to_owned(),
        ..GoalRow::default()
    }];
    let shown = if goals.is_empty() { &none } else { goals };
    for (index, goal) in shown.iter().enumerate() {
        let number = if goals.is_empty() {
            "—".to_owned()
        } else {
            (index + 1).to_string()
        };
        let place = |field: &str, label: &str| {
            Place::new(
                format!("goals.{}.{field}", index + 1),
                format!("工作目标{}的{label}", index + 1),
            )
        };
        let text = place("text", "内容");
        let cells = vec![
            table.label(setter, (0, 1), &number),
            table.value(setter, (1, 6), Some(&goal.text), Style::LEFT, &text),
            table.value(
                setter,
                (7, 1),
                fact(&goal.weight),
                Style::VALUE,
                &place("weight", "权重"),
            ),
            table.value(
                setter,
                (8, 2),
                fact(&goal.achieved),
                Style::VALUE,
                &place("achieved", "完成度"),
            ),
            table.value(
                setter,
                (10, 2),
                fact(&goal.evidence),
                Style::VALUE,
                &place("evidence", "佐证号"),
            ),
        ];
        table.rows.push(Row::of(cells));
    }
    table
}

/// Three duties a row, each as done / required.
fn duties(setter: &mut Setter<'_>, duties: &[DutyRow]) -> Table {
    let mut table = Table::new(FRAME.width, &COLUMNS);
    let head = [0, 4, 8].map(|column| [((column, 2), "项目"), ((column + 2, 2), "完成／要求")]);
    table.head(setter, "三、履职统计", &head.concat());
    let none = [DutyRow {
        name: "—".to_owned(),
        ..DutyRow::default()
    }];
    let shown = if duties.is_empty() { &none } else { duties };
    for three in shown.chunks(3) {
        let mut cells = Vec::new();
        for (index, column) in [0, 4, 8].into_iter().enumerate() {
            let duty = three.get(index);
            let place = duty.map_or_else(Place::form, |duty| {
                Place::new(format!("duties.{}", duty.name), duty.name.clone())
            });
            let name = duty.map_or("", |duty| duty.name.as_str());
            cells.push(table.cell(setter, (column, 2), name, Style::LABEL, &place));
            let count = duty.map_or(String::new(), |duty| {
                let dash = |fact: &Fact| fact.clone().unwrap_or_else(|| "—".to_owned());
                format!("{}／{}", dash(&duty.done), dash(&duty.required))
            });
            cells.push(table.cell(setter, (column + 2, 2), &count, Style::VALUE, &place));
        }
        table.rows.push(Row::of(cells));
    }
    table
}

fn feedback(setter: &mut Setter<'_>, form: &AnnualForm) -> Table {
    let mut table = Table::new(FRAME.width, &COLUMNS);
    let mut words = form.feedback.summary.clone().unwrap_or_default();
    for item in &form.feedback.open_items {
        words.push_str("\n未销号：");
        words.push_str(item);
    }
    table.head(setter, "四、受援学校反馈问题", &[]);
    let place = Place::new("feedback", "反馈问题");
    let mut cell = table.value(setter, (0, 12), Some(&words), Style::LEFT, &place);
    cell.flows = true;
    table.rows.push(Row {
        cells: vec![cell],
        fills: true,
        ..Row::default()
    });
    table
}
