//! Postings: listed, added, moved through their course, changed and ended.

use app::assignment::Posting;
use app::paste::PasteKind;
use app::{Failure, Session, assignment, clock, record};
use domain::assignment::{Event, StepForm};
use domain::id::AssignmentId;
use domain::refusal::Refusal;
use serde_json::{Value, json};

use super::selection;
use crate::args::{Assignment, Global, Input};
use crate::output::Answer;
use crate::{argument, form, place};

/// Which events a command takes.
type Takes = (&'static str, fn(Event) -> bool);

const ANY: Takes = ("", |_| true);
const CHANGES: Takes = ("assignment change", Event::is_change_alone);
const ENDS: Takes = ("assignment end", Event::is_end);

/// Everything about postings.
pub(crate) fn run(global: &Global, what: &Assignment) -> Result<Answer, Failure> {
    match what {
        Assignment::Add(input) => add(global, input),
        Assignment::List { year } => list(global, year.as_deref()),
        Assignment::Show { id } => {
            let session = place::open(global)?;
            page(&session, argument::id(id, argument::ASSIGNMENT)?)
        }
        Assignment::FromApproved { year } => from_approved(global, year.as_deref()),
        Assignment::Paste {
            file,
            year,
            dry_run,
        } => selection::paste(
            global,
            PasteKind::Assignment,
            file,
            year.as_deref(),
            *dry_run,
        ),
        Assignment::Goals { id, draft, input } => goals(global, id, *draft, input),
        Assignment::Step { id, input } => step(global, id, input, ANY),
        Assignment::Change { id, input } => step(global, id, input, CHANGES),
        Assignment::End { id, input } => step(global, id, input, ENDS),
        Assignment::TakeBack { id, reason } => {
            let mut session = place::open(global)?;
            let id = argument::id(id, argument::ASSIGNMENT)?;
            assignment::take_back(&mut session, id, reason, clock::now())?;
            page(&session, id)
        }
        Assignment::Remove { id } => {
            let mut session = place::open(global)?;
            let id = argument::id(id, argument::ASSIGNMENT)?;
            assignment::remove(&mut session, id, clock::now())?;
            Ok(Answer::new(
                json!({ "removed": 1 }),
                vec!["已删除".to_owned()],
            ))
        }
    }
}

fn add(global: &Global, input: &Input) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let at = clock::now();
    let form: view::AssignmentForm = form::read_over(place::input(input)?, &[], |id| {
        let known = assignment::get(&session, argument::id_at("id", id, argument::ASSIGNMENT)?)?;
        Ok(Some(json!(row_of(&session, &known))))
    })?;
    let new = form.read(clock::new_id(at)?)?;
    let posting = assignment::save(&mut session, new, at)?;
    let row = row_of(&session, &posting);
    let says = vec![format!(
        "已登记：{} → {}（{}）",
        row.teacher, row.host_school, row.id
    )];
    Ok(Answer::new(json!(row), says))
}

fn list(global: &Global, year: Option<&str>) -> Result<Answer, Failure> {
    let session = selection::open(global, year)?;
    let postings = assignment::list(&session, session.year())?;
    Ok(said(&session, &postings))
}

fn from_approved(global: &Global, year: Option<&str>) -> Result<Answer, Failure> {
    let mut session = selection::open(global, year)?;
    let postings = assignment::send_approved(&mut session, clock::now())?;
    Ok(said(&session, &postings))
}

fn said(session: &Session, postings: &[Posting]) -> Answer {
    let rows: Vec<view::AssignmentRow> = postings
        .iter()
        .map(|posting| row_of(session, posting))
        .collect();
    let says = rows
        .iter()
        .map(|row| {
            format!(
                "{}  {}  {} → {}  {}至{}  {}",
                row.id,
                row.teacher,
                row.sending_school,
                row.host_school,
                row.terms.start_on,
                row.last_day,
                row.state_word
            )
        })
        .collect();
    Answer::new(json!(rows), says)
}

fn row_of(session: &Session, posting: &Posting) -> view::AssignmentRow {
    view::AssignmentRow::of(posting, session.school().id)
}

fn goals(global: &Global, id: &str, is_draft: bool, input: &Input) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let id: AssignmentId = argument::id(id, argument::ASSIGNMENT)?;
    let value = place::input(input)?;
    form::require_known(&value, "", &["goals"])?;
    let typed = value.get("goals").unwrap_or(&value);
    let typed: Vec<view::WorkGoal> = form::read_at("goals", typed)?;
    let goals = view::WorkGoal::read_all(&typed)?;
    assignment::set_goals(&mut session, id, goals, is_draft, clock::now())?;
    page(&session, id)
}

/// The command that is for an event.
fn command_of(event: Event) -> &'static str {
    [CHANGES, ENDS]
        .into_iter()
        .find(|(_, takes)| takes(event))
        .map_or("assignment step", |(command, _)| command)
}

fn step(
    global: &Global,
    id: &str,
    input: &Input,
    (command, takes): Takes,
) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let id: AssignmentId = argument::id(id, argument::ASSIGNMENT)?;
    let form: view::StepForm = form::read(&place::input(input)?)?;
    let form: StepForm = form.read()?;
    if !takes(form.event) {
        return Err(Refusal::at(
            "STEP-COMMAND",
            "event",
            format!(
                "“{}”不能用 {command} 登记，请用 {}",
                form.event.word(),
                command_of(form.event)
            ),
        )
        .into());
    }
    assignment::take_step(&mut session, id, form, clock::now())?;
    page(&session, id)
}

/// The whole page of a posting, and what happened to it in lines.
fn page(session: &Session, id: AssignmentId) -> Result<Answer, Failure> {
    let page = assignment::page(session, id, clock::now())?;
    let view = view::AssignmentPage::of(&page, session.school().id);
    let row = &view.row;
    let mut says = vec![format!(
        "{}  {} → {}  {}至{}  {}",
        row.teacher,
        row.sending_school,
        row.host_school,
        row.terms.start_on,
        row.last_day,
        row.state_word
    )];
    says.extend(view.steps.iter().map(|step| {
        format!(
            "  {}  {}  {}  {}",
            step.form.on, step.event_word, step.form.by, step.form.reason
        )
    }));
    says.extend(view.doubts.iter().map(|doubt| format!("  提醒：{doubt}")));
    let next: Vec<&str> = view
        .events
        .iter()
        .map(|event| event.word.as_str())
        .collect();
    if !next.is_empty() {
        says.push(format!("  可登记：{}", next.join("、")));
    }
    Ok(Answer::new(json!(view), says))
}

/// Months of service, what they are worth for a title, honours.
pub(crate) fn service_months(
    global: &Global,
    teacher: Option<&str>,
    on: Option<&str>,
) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let teacher = teacher
        .map(|id| argument::id_at("--teacher", id, argument::TEACHER))
        .transpose()?;
    let on = match on {
        None => None,
        Some(text) => Some(text.parse().map_err(|_| {
            Refusal::at(
                "INPUT-DATE",
                "--on",
                format!("日期“{text}”写法不对，请写成 2026-08-31"),
            )
        })?),
    };
    let records = record::served(&session, teacher, on, clock::now())?;
    let views: Vec<view::ServedTeacher> = records.iter().map(view::ServedTeacher::of).collect();
    let says = views
        .iter()
        .map(|one| {
            let title = match (&one.title.required, &one.title.lacking) {
                _ if one.title.force == "none" => "职称：制度未规定".to_owned(),
                (Some(required), Some(lacking)) if one.title.is_met == Some(false) => {
                    format!("职称要求{required}个月，还差{lacking}个月")
                }
                (Some(required), _) => format!("职称要求{required}个月，已满"),
                (None, _) => "制度没有职称月数要求".to_owned(),
            };
            format!(
                "{}  截至{}  {}个月（折算{}个月）  {title}",
                one.teacher, one.until, one.months, one.credited
            )
        })
        .collect();
    let rows: Vec<Value> = views.iter().flat_map(months_rows).collect();
    Ok(Answer::new(json!(rows), says))
}

/// A row for each posting of a teacher, with what is his own on each; one without a posting for whoever has none.
fn months_rows(one: &view::ServedTeacher) -> Vec<Value> {
    let row = |posting: Option<&view::ServedPosting>| {
        json!({
            "teacher": one.teacher,
            "teacher_id": one.teacher_id,
            "until": one.until,
            "assignment": posting.map(|posting| &posting.assignment_id),
            "host_school": posting.map(|posting| &posting.host_school),
            "actual": posting.map_or("0", |posting| &posting.months),
            "credited": posting.map_or("0", |posting| &posting.credited),
            "voided": posting.is_some_and(|posting| {
                posting.is_void || posting.years.iter().any(|year| year.is_void)
            }),
            "years": posting.map(|posting| &posting.years),
            "all_actual": one.months,
            "all_credited": one.credited,
            "title": one.title,
            "honours": one.honours,
        })
    };
    if one.postings.is_empty() {
        return vec![row(None)];
    }
    one.postings
        .iter()
        .map(|posting| row(Some(posting)))
        .collect()
}
