//! What hangs on postings: living conditions, swaps, benefits.

use app::{Failure, assignment, benefit, clock, living, on_file, swap};
use domain::id::{AssignmentId, TeacherId};
use serde_json::json;

use super::selection;
use crate::args::{Benefits, Global, Living, Swap};
use crate::output::Answer;
use crate::{argument, form, place};

fn removed(count: usize) -> Answer {
    Answer::new(
        json!({ "removed": count }),
        vec![format!("已删除{count}条")],
    )
}

/// Living conditions of a posting.
pub(crate) fn living(global: &Global, what: &Living) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let at = clock::now();
    match what {
        Living::Add(input) => {
            let form: view::LivingForm = form::read_over(place::input(input)?, &[], |id| {
                let known =
                    on_file::living(&session, argument::id_at("id", id, argument::LIVING)?)?;
                Ok(known.map(|known| json!(view::LivingRow::of(&known, clock::day(at)))))
            })?;
            let saved = living::save(&mut session, form.read(clock::new_id(at)?)?, at)?;
            let row = view::LivingRow::of(&saved, clock::day(at));
            let says = vec![format!("已登记：{}（{}）", row.form.problem, row.kind_word)];
            Ok(Answer::new(json!(row), says))
        }
        Living::List { assignment } => {
            let id: AssignmentId =
                argument::id_at("--assignment", assignment, argument::ASSIGNMENT)?;
            let page = assignment::page(&session, id, at)?;
            let rows: Vec<view::LivingRow> = page
                .living
                .iter()
                .map(|item| view::LivingRow::of(item, clock::day(at)))
                .collect();
            let says = rows
                .iter()
                .map(|row| {
                    let state = match (row.is_open, row.is_overdue) {
                        (false, _) => "已销号",
                        (true, true) => "逾期",
                        (true, false) => "办理中",
                    };
                    format!(
                        "{}  {}  {}  责任人{}",
                        state, row.kind_word, row.form.problem, row.form.owner
                    )
                })
                .collect();
            Ok(Answer::new(json!(rows), says))
        }
        Living::Remove { id } => {
            living::remove(&mut session, argument::id(id, argument::LIVING)?, at)?;
            Ok(removed(1))
        }
    }
}

/// Swaps.
pub(crate) fn swap(global: &Global, what: &Swap) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let at = clock::now();
    match what {
        Swap::Add(input) => {
            let form: view::SwapForm = form::read_over(place::input(input)?, &[], |id| {
                let id = argument::id_at("id", id, argument::SWAP)?;
                let all = swap::list(&session)?;
                let known = all.iter().find(|line| line.swap.id == id);
                Ok(known.map(|line| json!(view::SwapRow::of(line))))
            })?;
            let line = swap::save(&mut session, form.read(clock::new_id(at)?)?, at)?;
            let row = view::SwapRow::of(&line);
            let says = said(&row);
            Ok(Answer::new(json!(row), says))
        }
        Swap::List => {
            let lines = swap::list(&session)?;
            let rows: Vec<view::SwapRow> = lines.iter().map(view::SwapRow::of).collect();
            let says = rows.iter().flat_map(said).collect();
            Ok(Answer::new(json!(rows), says))
        }
        Swap::Remove { id } => {
            swap::remove(&mut session, argument::id(id, argument::SWAP)?, at)?;
            Ok(removed(1))
        }
    }
}

fn said(row: &view::SwapRow) -> Vec<String> {
    let mut says = vec![format!("{}：{}", row.kind_word, row.postings.join("、"))];
    says.extend(row.doubts.iter().map(|doubt| format!("  提醒：{doubt}")));
    says
}

/// Benefits of a year.
pub(crate) fn benefits(
    global: &Global,
    (year, teacher): (Option<&str>, Option<&str>),
    what: Option<&Benefits>,
) -> Result<Answer, Failure> {
    let mut session = selection::open(global, year)?;
    let at = clock::now();
    match what {
        None => {
            let mut lines = benefit::list(&session)?;
            if let Some(teacher) = teacher {
                let teacher: TeacherId = argument::id_at("--teacher", teacher, argument::TEACHER)?;
                lines.retain(|line| line.posting.teacher.id == teacher);
            }
            let sheet = view::BenefitSheet::of(&lines);
            let mut says: Vec<String> = sheet.rows.iter().map(line).collect();
            says.push(format!(
                "合计：应发{}元，实发{}元，差额{}元",
                sheet.due, sheet.paid, sheet.difference
            ));
            Ok(Answer::new(json!(sheet), says))
        }
        Some(Benefits::Add(input)) => {
            let form: view::BenefitForm = form::read_over(place::input(input)?, &[], |id| {
                let known =
                    on_file::benefit(&session, argument::id_at("id", id, argument::BENEFIT)?)?;
                Ok(known.map(|line| json!(view::BenefitRow::of(&line.benefit, &line.posting))))
            })?;
            let saved = benefit::save(&mut session, form.read(clock::new_id(at)?)?, at)?;
            let row = view::BenefitRow::of(&saved.benefit, &saved.posting);
            let says = vec![line(&row)];
            Ok(Answer::new(json!(row), says))
        }
        Some(Benefits::Accept { assignment }) => {
            let only: Option<AssignmentId> = assignment
                .as_deref()
                .map(|id| argument::id_at("--assignment", id, argument::ASSIGNMENT))
                .transpose()?;
            let added = benefit::accept(&mut session, only, at)?;
            Ok(Answer::new(
                json!({ "added": added }),
                vec![if added == 0 {
                    "没有可生成的应发：所用制度没有规定，或者已经登记，或者还没有到岗".to_owned()
                } else {
                    format!("按制度生成{added}条")
                }],
            ))
        }
        Some(Benefits::Remove { id }) => {
            let ids = argument::ids(id, argument::BENEFIT)?;
            benefit::remove(&mut session, &ids, at)?;
            Ok(removed(ids.len()))
        }
    }
}

fn line(row: &view::BenefitRow) -> String {
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    format!(
        "{}  {}  {}至{}  应发{}  实发{}  差额{}",
        row.teacher,
        row.kind_word,
        row.form.from,
        row.form.to,
        or_dash(&row.form.due),
        or_dash(&row.form.paid),
        or_dash(&row.difference)
    )
}
