//! Candidates, in the order in which they are put forward.

use app::{candidate, clock};
use tauri::State;

use crate::commands::{Added, ids};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn candidate_list(desk: State<'_, Desk>) -> Answer<Vec<view::CandidateRow>> {
    desk.session(|session| {
        let lines = candidate::list(session)?;
        Ok(lines.iter().map(view::CandidateRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn candidate_save(
    desk: State<'_, Desk>,
    form: view::CandidateForm,
) -> Answer<view::CandidateRow> {
    desk.session(move |session| {
        let at = clock::now();
        let typed = form.read(clock::new_id(at)?, session.year())?;
        Ok(view::CandidateRow::of(&candidate::save(
            session, typed, at,
        )?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn candidate_remove(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.session(move |session| candidate::remove(session, &self::ids(&ids)?, clock::now()))
        .await
}

#[tauri::command]
pub(crate) async fn candidate_propose(desk: State<'_, Desk>) -> Answer<Added> {
    desk.session(|session| Ok(Added::of(candidate::propose(session, clock::now())?)))
        .await
}
