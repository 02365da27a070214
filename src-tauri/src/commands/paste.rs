//! Rows pasted from a spreadsheet: shown, then confirmed.

use std::sync::Arc;

use app::clock;
use app::paste::{self, PasteKind};
use domain::refusal::Refusal;
use tauri::State;

use crate::desk::{Answer, Desk};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn selection_paste(
    desk: State<'_, Desk>,
    kind: String,
    text: String,
) -> Answer<view::Pasted> {
    desk.work(move |desk| {
        let kind = PasteKind::named(&kind)?;
        let pasted = desk
            .with_session(|session| paste::read(session, kind, &text, clock::now()))
            .map(Arc::new)?;
        let token = desk.pasted().keep(Arc::clone(&pasted))?;
        Ok(view::Pasted::of(&pasted, &token))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn selection_paste_confirm(
    desk: State<'_, Desk>,
    token: String,
) -> Answer<view::PasteResult> {
    desk.work(move |desk| {
        let pasted = desk
            .pasted()
            .get(&token)
            .ok_or_else(|| Refusal::new("PASTE-TOKEN", "这次预览已失效，请重新粘贴"))?;
        let kept = desk.with_session(|session| paste::confirm(session, &pasted, clock::now()))?;
        desk.pasted().forget(&token);
        Ok(view::PasteResult::of(kept))
    })
    .await
}
