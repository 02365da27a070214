//! Policies: listed, read, copied and edited, put in force, compared.

use app::policy::{self, NewVersion};
use app::{Failure, clock};
use domain::year::SchoolYear;
use tauri::State;

use crate::commands::id;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn policy_list(desk: State<'_, Desk>) -> Answer<Vec<view::PolicyRow>> {
    desk.session(|session| rows(session)).await
}

fn rows(session: &app::Session) -> Result<Vec<view::PolicyRow>, Failure> {
    Ok(policy::list(session)?
        .iter()
        .map(view::PolicyRow::of)
        .collect())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn policy_get(desk: State<'_, Desk>, id: String) -> Answer<view::Policy> {
    desk.session(move |session| Ok(view::Policy::of(&policy::find(session, &id)?)))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn policy_save(
    desk: State<'_, Desk>,
    form: view::PolicyForm,
) -> Answer<view::Policy> {
    desk.session(move |session| {
        let new = read(&form)?;
        Ok(view::Policy::of(&policy::save(session, new, clock::now())?))
    })
    .await
}

fn read(form: &view::PolicyForm) -> Result<NewVersion, Failure> {
    let id = form.id.as_deref().map(id).transpose()?;
    Ok(form.read(id)?)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn policy_adopt(
    desk: State<'_, Desk>,
    id: String,
) -> Answer<Vec<view::PolicyRow>> {
    desk.session(move |session| {
        policy::adopt(session, &id, clock::now())?;
        rows(session)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn policy_switch(
    desk: State<'_, Desk>,
    id: String,
    is_on: bool,
) -> Answer<Vec<view::PolicyRow>> {
    desk.session(move |session| {
        policy::switch(session, &id, is_on, clock::now())?;
        rows(session)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn policy_compare(
    desk: State<'_, Desk>,
    first: String,
    second: String,
) -> Answer<view::PolicyComparison> {
    desk.session(move |session| {
        let year: SchoolYear = session.year();
        let found = policy::compare(session, &first, &second, year)?;
        Ok(view::PolicyComparison::of(&found))
    })
    .await
}
