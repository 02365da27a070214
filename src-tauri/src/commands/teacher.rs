//! Teachers on file.

use app::{clock, teacher};
use tauri::State;

use crate::commands::{id, ids};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn teacher_list(desk: State<'_, Desk>) -> Answer<Vec<view::TeacherRow>> {
    desk.session(|session| {
        let rows = teacher::list(session)?;
        Ok(rows
            .iter()
            .map(|(one, is_posted)| view::TeacherRow::of(one, *is_posted))
            .collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn teacher_get(desk: State<'_, Desk>, id: String) -> Answer<view::TeacherForm> {
    desk.session(move |session| {
        Ok(view::TeacherForm::of(&teacher::get(
            session,
            self::id(&id)?,
        )?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn teacher_save(
    desk: State<'_, Desk>,
    form: view::TeacherForm,
) -> Answer<view::TeacherRow> {
    desk.session(move |session| {
        let known = form.id.as_deref().map(id).transpose()?;
        let (record, id_number) = form.read()?;
        let saved = teacher::save(session, known, record, id_number.as_ref(), clock::now())?;
        let is_posted = teacher::list(session)?
            .iter()
            .any(|(one, is_posted)| *is_posted && one.id == saved.id);
        Ok(view::TeacherRow::of(&saved, is_posted))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn teacher_remove(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.session(move |session| teacher::remove(session, &self::ids(&ids)?, clock::now()))
        .await
}
