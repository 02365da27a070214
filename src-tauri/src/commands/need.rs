//! What host schools need.

use app::{clock, need};
use tauri::State;

use crate::commands::ids;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn need_list(desk: State<'_, Desk>) -> Answer<Vec<view::NeedRow>> {
    desk.session(|session| {
        let lines = need::list(session)?;
        Ok(lines.iter().map(view::NeedRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn need_save(
    desk: State<'_, Desk>,
    form: view::NeedForm,
) -> Answer<view::NeedRow> {
    desk.session(move |session| {
        let at = clock::now();
        let typed = form.read(clock::new_id(at)?, session.year())?;
        Ok(view::NeedRow::of(&need::save(session, typed, at)?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn need_remove(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.session(move |session| need::remove(session, &self::ids(&ids)?, clock::now()))
        .await
}
