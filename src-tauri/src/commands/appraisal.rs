//! Appraisals: both schools' sheets and what they make together.

use app::{appraisal, clock};
use tauri::State;

use crate::commands::id;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn appraisal_list(desk: State<'_, Desk>) -> Answer<Vec<view::AppraisalRow>> {
    desk.session(|session| {
        let open = appraisal::list(session, clock::now())?;
        Ok(open.iter().map(view::AppraisalRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn appraisal_get(
    desk: State<'_, Desk>,
    assignment_id: String,
) -> Answer<view::Appraisal> {
    desk.session(move |session| {
        let open = appraisal::open(session, id(&assignment_id)?, clock::now())?;
        Ok(view::Appraisal::of(&open))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn appraisal_save_host(
    desk: State<'_, Desk>,
    assignment_id: String,
    sheet: view::HostSheet,
) -> Answer<view::Appraisal> {
    desk.session(move |session| {
        let id = id(&assignment_id)?;
        let open = appraisal::save_host(session, id, sheet.read()?, clock::now())?;
        Ok(view::Appraisal::of(&open))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn appraisal_save_sending(
    desk: State<'_, Desk>,
    assignment_id: String,
    sheet: view::SendingSheet,
) -> Answer<view::Appraisal> {
    desk.session(move |session| {
        let id = id(&assignment_id)?;
        let open = appraisal::save_sending(session, id, sheet.read()?, clock::now())?;
        Ok(view::Appraisal::of(&open))
    })
    .await
}
