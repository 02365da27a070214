//! Assignments, what both schools score, and feedback.

use app::{Failure, Session, appraisal, assignment, clock, feedback};
use domain::id::{AssignmentId, FeedbackItemId};
use domain::refusal::Refusal;
use domain::year::SchoolYear;
use serde_json::{Value, json};

use crate::args::{Assignment, Feedback, Global, Input};
use crate::output::Answer;
use crate::place;

/// Adds, lists or removes assignments.
pub(crate) fn assignment(global: &Global, what: &Assignment) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let at = clock::now();
    match what {
        Assignment::Add(input) => {
            let form: view::AssignmentForm = place::shape(input)?;
            let new = form.read(clock::new_id(at)?)?;
            let posting = assignment::save(&mut session, new, at)?;
            let row = row_of(&session, &posting);
            let says = vec![format!(
                "已登记：{} → {}（{}）",
                row.teacher, row.host_school, row.id
            )];
            Ok(Answer::new(json!(row), says))
        }
        Assignment::List { year } => {
            let year: SchoolYear = match year {
                Some(year) => year.parse()?,
                None => session.year(),
            };
            let rows: Vec<view::AssignmentRow> = assignment::list(&session, year)?
                .iter()
                .map(|posting| row_of(&session, posting))
                .collect();
            let says = rows
                .iter()
                .map(|row| {
                    format!(
                        "{}  {}  {} → {}",
                        row.id, row.teacher, row.sending_school, row.host_school
                    )
                })
                .collect();
            Ok(Answer::new(json!(rows), says))
        }
        Assignment::Remove { id } => {
            assignment::remove(&mut session, id.parse()?, at)?;
            Ok(Answer::new(
                json!({ "removed": 1 }),
                vec!["已删除".to_owned()],
            ))
        }
    }
}

fn row_of(session: &Session, posting: &assignment::Posting) -> view::AssignmentRow {
    view::AssignmentRow::of(
        &posting.assignment,
        &posting.teacher.record.name,
        &posting.sending_school.name,
        &posting.host_school.name,
        posting.assignment.side_of(session.school().id),
    )
}

/// Saves one or both sheets: `{"assignment_id", "year"?, "host"?: {…}, "sending"?: {…}}`.
pub(crate) fn score(global: &Global, input: &Input) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let value = place::input(input)?;
    let at = clock::now();
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let Some(id) = text("assignment_id") else {
        return Err(Refusal::at(
            "INPUT-FORM",
            "assignment_id",
            "缺少交流安排编号 assignment_id",
        )
        .into());
    };
    let id: AssignmentId = id.parse()?;
    if let Some(year) = text("year") {
        session.set_year(year.parse()?, at)?;
    }
    // Both sheets are read before either is written.
    let host = part(&value, "host")
        .map(place::shape_of::<view::HostSheet>)
        .transpose()?;
    let sending = part(&value, "sending")
        .map(place::shape_of::<view::SendingSheet>)
        .transpose()?;
    let host = host.map(|sheet| sheet.read()).transpose()?;
    let sending = sending.map(|sheet| sheet.read()).transpose()?;
    let saved = appraisal::save_sheets(&mut session, id, host, sending, at)?;
    let view = view::Appraisal::of(&saved);
    let says = match &view.composition {
        Some(composition) => composition.steps.clone(),
        None => view
            .missing
            .iter()
            .map(|refusal| format!("还缺：{}", refusal.message))
            .collect(),
    };
    let mut json = json!(view);
    if let Value::Object(fields) = &mut json {
        fields.insert("id".to_owned(), json!(saved.appraisal.id.to_string()));
    }
    Ok(Answer::new(json, says))
}

fn part(value: &Value, name: &str) -> Option<Value> {
    value.get(name).filter(|part| !part.is_null()).cloned()
}

/// Saves or lists feedback.
pub(crate) fn feedback(global: &Global, what: &Feedback) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    match what {
        Feedback::Add(input) => {
            let form: view::Feedback = place::shape(input)?;
            let at = clock::now();
            let mut ids = new_item_ids(form.items.len(), at)?;
            let spare = clock::new_id(at)?;
            let new = form.read(clock::new_id(at)?, || ids.pop().unwrap_or(spare))?;
            let (saved, posting) = feedback::save(&mut session, new, at)?;
            let view = view_of(&saved, &posting);
            let says = vec![format!(
                "已登记反馈：{}（未销号{}条）",
                view.teacher, view.n_open
            )];
            Ok(Answer::new(json!(view), says))
        }
        Feedback::List => {
            let views: Vec<view::Feedback> = feedback::list(&session)?
                .iter()
                .map(|(feedback, posting)| view_of(feedback, posting))
                .collect();
            let says = views
                .iter()
                .map(|f| format!("{}  {}  未销号{}条", f.on, f.teacher, f.n_open))
                .collect();
            Ok(Answer::new(json!(views), says))
        }
    }
}

fn new_item_ids(count: usize, at: clock::At) -> Result<Vec<FeedbackItemId>, Failure> {
    (0..count).map(|_| clock::new_id(at)).collect()
}

fn view_of(feedback: &domain::feedback::Feedback, posting: &assignment::Posting) -> view::Feedback {
    view::Feedback::of(
        feedback,
        &posting.teacher.record.name,
        &posting.host_school.name,
    )
}
