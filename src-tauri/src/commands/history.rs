//! What was done to the records.

use app::history;
use tauri::State;

use crate::desk::{Answer, Desk};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn history_list(
    desk: State<'_, Desk>,
    before: Option<u64>,
) -> Answer<Vec<view::LogRow>> {
    desk.session(move |session| {
        Ok(history::list(session, before)?
            .iter()
            .map(view::LogRow::of)
            .collect())
    })
    .await
}
