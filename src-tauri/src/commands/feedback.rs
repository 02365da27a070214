//! The supported school's feedback.

use app::assignment::Posting;
use app::{clock, feedback};
use domain::feedback::Feedback;
use tauri::State;

use crate::commands::id;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn feedback_list(desk: State<'_, Desk>) -> Answer<Vec<view::Feedback>> {
    desk.session(|session| Ok(feedback::list(session)?.iter().map(say).collect()))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn feedback_save(
    desk: State<'_, Desk>,
    feedback: view::Feedback,
) -> Answer<view::Feedback> {
    desk.session(move |session| {
        let at = clock::now();
        let mut new_items = Vec::new();
        for _ in &feedback.items {
            new_items.push(clock::new_id(at)?);
        }
        let new = clock::new_id(at)?;
        // There is an id ready for every item, so the one of the whole is never used for an item.
        let spare = clock::new_id(at)?;
        let typed = feedback.read(new, || new_items.pop().unwrap_or(spare))?;
        Ok(say(&self::feedback::save(session, typed, at)?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn feedback_remove(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.session(move |session| feedback::remove(session, self::id(&id)?, clock::now()))
        .await
}

fn say((feedback, posting): &(Feedback, Posting)) -> view::Feedback {
    view::Feedback::of(
        feedback,
        &posting.teacher.record.name,
        &posting.host_school.name,
    )
}
