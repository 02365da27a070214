//! Who is left out this year, and last year's taken over to be proven anew.

use app::{clock, exemption};
use tauri::State;

use crate::commands::{Added, ids};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn exemption_list(desk: State<'_, Desk>) -> Answer<Vec<view::ExemptionRow>> {
    desk.session(|session| {
        let lines = exemption::list(session)?;
        Ok(lines.iter().map(view::ExemptionRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn exemption_save(
    desk: State<'_, Desk>,
    form: view::ExemptionForm,
) -> Answer<view::ExemptionRow> {
    desk.session(move |session| {
        let at = clock::now();
        let typed = form.read(clock::new_id(at)?, session.year())?;
        Ok(view::ExemptionRow::of(&exemption::save(
            session, typed, at,
        )?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn exemption_remove(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.session(move |session| exemption::remove(session, &self::ids(&ids)?, clock::now()))
        .await
}

#[tauri::command]
pub(crate) async fn exemption_renew(desk: State<'_, Desk>) -> Answer<Added> {
    desk.session(|session| Ok(Added::of(exemption::renew(session, clock::now())?)))
        .await
}
