//! What both schools score, and feedback.

use app::{Failure, appraisal, assignment, clock, feedback};
use domain::id::{AssignmentId, FeedbackItemId};
use domain::refusal::Refusal;
use serde_json::{Value, json};

use crate::args::{Feedback, Global, Input};
use crate::output::Answer;
use crate::place;

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
        session = session.looking_at(year.parse()?);
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
