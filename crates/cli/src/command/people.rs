//! Teachers and their roster.

use std::path::Path;

use app::roster::{self, Preview};
use app::{Failure, Session, clock, teacher};
use domain::id::TeacherId;
use serde_json::{Value, json};

use crate::args::{Global, Import, Teachers};
use crate::output::Answer;
use crate::{argument, form, place};

/// Imports a roster, or tells what importing it would do.
pub(crate) fn import(global: &Global, what: &Import) -> Result<Answer, Failure> {
    let Import::Roster {
        file,
        dry_run,
        rejects,
    } = what;
    let bytes = place::read(file)?;
    let at = clock::now();
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    // A trial needs no records: without them every accepted row would be a new teacher.
    let mut session = match (&global.data, dry_run) {
        (None, true) => None,
        _ => Some(place::open(global)?),
    };
    let preview = match &session {
        Some(session) => roster::preview(session, &name, &bytes, at)?,
        None => roster::preview_alone(&name, &bytes, at)?,
    };
    if let Some(rejects) = rejects {
        write_rejects(&preview, rejects)?;
    }
    if let (Some(session), false) = (&mut session, dry_run) {
        roster::confirm(session, &preview, at)?;
    }
    Ok(answer(&preview, *dry_run))
}

fn write_rejects(preview: &Preview, place: &Path) -> Result<(), Failure> {
    app::export::write(place, &roster::rejects(preview)?)
}

fn answer(preview: &Preview, is_dry_run: bool) -> Answer {
    let view = view::RosterPreview::of(preview, "");
    let verb = if is_dry_run {
        "可以导入"
    } else {
        "已导入"
    };
    let mut says = vec![format!(
        "共{}行：{verb}{}行（其中{}行有提醒），已在台账{}行，有问题{}行。",
        view.rows, view.accepted, view.warned, view.unchanged, view.refused
    )];
    says.extend(view.problems.iter().map(|problem| match problem.row {
        0 => format!("  {}", problem.message),
        row => format!("  第{row}行 {} {}", problem.column, problem.message),
    }));
    let mut json = json!(view);
    if let Value::Object(fields) = &mut json {
        fields.remove("token");
    }
    Answer::new(json, says)
}

/// Lists, saves or removes teachers.
pub(crate) fn teachers(global: &Global, what: &Teachers) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    match what {
        Teachers::List => list(&session),
        Teachers::Save(input) => {
            let typed = under_its_name(place::input(input)?);
            let form: view::TeacherForm = form::read_over(typed, ONLY_SAID, |id| {
                let known = teacher::get(&session, argument::id_at("id", id, argument::TEACHER)?)?;
                Ok(Some(form::laid_over(
                    json!(view::TeacherRow::of(
                        &known,
                        teacher::is_posted(&session, known.id)?
                    )),
                    json!(view::TeacherForm::of(&known)),
                )))
            })?;
            let id = form
                .id
                .as_deref()
                .map(str::parse::<TeacherId>)
                .transpose()?;
            let (record, id_number) = form.read()?;
            let saved = teacher::save(&mut session, id, record, id_number.as_ref(), clock::now())?;
            let row = view::TeacherRow::of(&saved, false);
            let says = vec![format!("已保存：{}（{}）", row.name, row.id)];
            Ok(Answer::new(json!(row), says))
        }
        Teachers::Remove { id } => {
            let ids: Vec<TeacherId> = argument::ids(id, argument::TEACHER)?;
            teacher::remove(&mut session, &ids, clock::now())?;
            Ok(Answer::new(
                json!({ "removed": ids.len() }),
                vec![format!("已删除{}人", ids.len())],
            ))
        }
    }
}

/// Fields of the form that are printed and never typed.
const ONLY_SAID: &[&str] = &["id_number_masked"];

/// The birth date under its name in the form, where it stands under its name in the list.
fn under_its_name(mut typed: Value) -> Value {
    if let Value::Object(fields) = &mut typed
        && !fields.contains_key("birth")
        && let Some(birth) = fields.remove("birth_date")
    {
        let birth = if birth.is_null() { json!("") } else { birth };
        fields.insert("birth".to_owned(), birth);
    }
    typed
}

fn list(session: &Session) -> Result<Answer, Failure> {
    let rows: Vec<view::TeacherRow> = teacher::list(session)?
        .iter()
        .map(|(teacher, is_posted)| view::TeacherRow::of(teacher, *is_posted))
        .collect();
    let says = rows
        .iter()
        .map(|row| {
            let sex = row.sex.as_deref().unwrap_or("—");
            let birth = row.birth_date.as_deref().unwrap_or("—");
            format!(
                "{}  {}  {sex}  {birth}  {}  {}",
                row.id, row.name, row.subject, row.title
            )
        })
        .collect();
    Ok(Answer::new(json!(rows), says))
}
