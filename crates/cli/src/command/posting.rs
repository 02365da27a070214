//! What both schools score, and feedback.

use app::{Failure, appraisal, assignment, clock, feedback, on_file};
use domain::id::{AssignmentId, FeedbackItemId};
use domain::refusal::Judgement;
use serde_json::{Value, json};

use crate::args::{Feedback, Global, Input};
use crate::output::Answer;
use crate::{argument, form, place};

/// One or both sheets of a posting.
#[derive(serde::Deserialize)]
struct Sheets {
    assignment_id: String,
    year: Option<String>,
    host: Option<view::HostSheet>,
    sending: Option<view::SendingSheet>,
}

/// Saves one or both sheets: `{"assignment_id", "year"?, "host"?: {…}, "sending"?: {…}}`.
pub(crate) fn score(global: &Global, input: &Input) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let typed: Sheets = form::read(&place::input(input)?)?;
    let at = clock::now();
    // Both sheets are read before either is written.
    let mut judgement = Judgement::new();
    let id: Option<AssignmentId> = judgement.take(
        argument::id_at("assignment_id", &typed.assignment_id, argument::ASSIGNMENT)
            .map_err(|failure| failure.refusals),
    );
    let host = typed.host.and_then(|sheet| judgement.take(sheet.read()));
    let sending = typed.sending.and_then(|sheet| judgement.take(sheet.read()));
    let Some(id) = id else {
        return Err(judgement.into_refusals().into());
    };
    judgement.pass(())?;
    if let Some(year) = typed.year {
        session = session.looking_at(argument::year(&year)?);
    }
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

/// Fields of the form that are printed and never typed.
const ONLY_SAID: &[&str] = &["teacher", "host_school", "n_open"];

/// Saves or lists feedback.
pub(crate) fn feedback(global: &Global, what: &Feedback) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    match what {
        Feedback::Add(input) => {
            let form: view::Feedback = form::read_over(place::input(input)?, ONLY_SAID, |id| {
                let known =
                    on_file::feedback(&session, argument::id_at("id", id, argument::FEEDBACK)?)?;
                Ok(known.map(|(feedback, posting)| json!(view_of(&feedback, &posting))))
            })?;
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
