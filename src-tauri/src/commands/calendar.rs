//! The calendar of the session's year and the board of what is due.

use app::{calendar, clock};
use tauri::State;

use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn calendar_get(desk: State<'_, Desk>) -> Answer<view::Calendar> {
    desk.session(|session| {
        let board = calendar::board(session, session.year(), clock::now())?;
        Ok(view::Calendar::of(&board))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn calendar_save(
    desk: State<'_, Desk>,
    form: view::CalendarForm,
) -> Answer<view::Calendar> {
    desk.session(move |session| {
        let (autumn, spring, holidays) = form.read()?;
        let board = calendar::save(session, (autumn, spring), holidays, clock::now())?;
        Ok(view::Calendar::of(&board))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn deadline_mark(
    desk: State<'_, Desk>,
    mark: view::DeadlineMark,
) -> Answer<view::Calendar> {
    desk.session(move |session| {
        let (moved, done) = mark.read()?;
        let board = calendar::mark(session, &mark.code, moved, done, clock::now())?;
        Ok(view::Calendar::of(&board))
    })
    .await
}
