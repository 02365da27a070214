//! What hangs on postings: living conditions, benefits, swaps.

use app::{benefit, clock, living, swap};
use tauri::State;

use crate::commands::{Added, id, ids};
use crate::desk::{Answer, Desk};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn living_save(
    desk: State<'_, Desk>,
    form: view::LivingForm,
) -> Answer<view::LivingRow> {
    desk.session(move |session| {
        let at = clock::now();
        let saved = living::save(session, form.read(clock::new_id(at)?)?, at)?;
        Ok(view::LivingRow::of(&saved, clock::day(at)))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn living_remove(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.session(move |session| living::remove(session, self::id(&id)?, clock::now()))
        .await
}

#[tauri::command]
pub(crate) async fn benefit_list(desk: State<'_, Desk>) -> Answer<view::BenefitSheet> {
    desk.session(|session| Ok(view::BenefitSheet::of(&benefit::list(session)?)))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn benefit_save(
    desk: State<'_, Desk>,
    form: view::BenefitForm,
) -> Answer<view::BenefitRow> {
    desk.session(move |session| {
        let at = clock::now();
        let line = benefit::save(session, form.read(clock::new_id(at)?)?, at)?;
        Ok(view::BenefitRow::of(&line.benefit, &line.posting))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn benefit_remove(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.session(move |session| benefit::remove(session, &self::ids(&ids)?, clock::now()))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn benefit_accept(
    desk: State<'_, Desk>,
    assignment_id: Option<String>,
) -> Answer<Added> {
    desk.session(move |session| {
        let only = assignment_id.as_deref().map(id).transpose()?;
        Ok(Added::of(benefit::accept(session, only, clock::now())?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn swap_list(desk: State<'_, Desk>) -> Answer<Vec<view::SwapRow>> {
    desk.session(|session| {
        let lines = swap::list(session)?;
        Ok(lines.iter().map(view::SwapRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn swap_save(
    desk: State<'_, Desk>,
    form: view::SwapForm,
) -> Answer<view::SwapRow> {
    desk.session(move |session| {
        let at = clock::now();
        let line = swap::save(session, form.read(clock::new_id(at)?)?, at)?;
        Ok(view::SwapRow::of(&line))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn swap_remove(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.session(move |session| swap::remove(session, self::id(&id)?, clock::now()))
        .await
}
