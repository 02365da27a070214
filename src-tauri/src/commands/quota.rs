//! Quotas, the dispatch-quality sheet, and the lists for the bureau.

use app::{bureau, clock, quota};
use tauri::State;

use crate::commands::Saved;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn quota_get(desk: State<'_, Desk>) -> Answer<view::Quota> {
    desk.session(|session| {
        let sheet = quota::sheet(session, session.year(), None)?;
        Ok(view::Quota::of(&sheet))
    })
    .await
}

#[tauri::command]
pub(crate) async fn dispatch_get(desk: State<'_, Desk>) -> Answer<view::Dispatch> {
    desk.session(|session| Ok(view::Dispatch::of(&quota::dispatch(session)?)))
        .await
}

#[tauri::command]
pub(crate) async fn selection_save_lists(desk: State<'_, Desk>) -> Answer<Saved> {
    desk.work(|desk| {
        let (name, bytes) = desk.with_session(|session| {
            Ok((
                bureau::file_name(session),
                bureau::workbook(session, clock::now())?,
            ))
        })?;
        desk.save("保存选派名单", &name, &bytes)
    })
    .await
}
