//! The roster: previewed, confirmed, its refused rows given back.

use std::path::Path;
use std::sync::Arc;

use app::{Failure, clock, roster};
use domain::refusal::Refusal;
use tauri::State;
use tauri::ipc::Request;

use crate::commands::{Saved, raw};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn roster_preview(
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Answer<view::RosterPreview> {
    let name = raw::file_name(&request);
    let file = raw::bytes(&request);
    desk.work(move |desk| {
        let file = file?;
        let preview = desk
            .with_session(|session| roster::preview(session, &name, &file, clock::now()))
            .map(Arc::new)?;
        let token = desk.rosters().keep(Arc::clone(&preview))?;
        Ok(view::RosterPreview::of(&preview, &token))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn roster_confirm(
    desk: State<'_, Desk>,
    token: String,
) -> Answer<view::RosterImported> {
    desk.work(move |desk| {
        let preview = previewed(desk, &token)?;
        let imported =
            desk.with_session(|session| roster::confirm(session, &preview, clock::now()))?;
        desk.rosters().forget(&token);
        Ok(view::RosterImported::of(imported))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn roster_save_rejects(desk: State<'_, Desk>, token: String) -> Answer<Saved> {
    desk.work(move |desk| {
        let preview = previewed(desk, &token)?;
        let stem = Path::new(&preview.file_name)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        desk.save(
            "保存未通过的行",
            &format!("{stem}-未通过.xlsx"),
            &roster::rejects(&preview)?,
        )
    })
    .await
}

#[tauri::command]
pub(crate) async fn roster_save_template(desk: State<'_, Desk>) -> Answer<Saved> {
    desk.work(|desk| desk.save("保存名册模板", "教师名册模板.xlsx", &roster::template()?))
        .await
}

fn previewed(desk: &Desk, token: &str) -> Result<Arc<roster::Preview>, Failure> {
    desk.rosters()
        .get(token)
        .ok_or_else(|| Refusal::new("ROSTER-TOKEN", "这次预览已失效，请重新选择名册文件").into())
}
