//! Postings: their list, their own page, and the steps of their course.

use app::assignment::{self, Posting};
use app::{Session, clock, record};
use domain::id::AssignmentId;
use tauri::State;

use crate::commands::{Added, id};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn assignment_list(desk: State<'_, Desk>) -> Answer<Vec<view::AssignmentRow>> {
    desk.session(|session| {
        let postings = assignment::list(session, session.year())?;
        Ok(rows(session, &postings))
    })
    .await
}

#[tauri::command]
pub(crate) async fn assignment_list_all(desk: State<'_, Desk>) -> Answer<Vec<view::AssignmentRow>> {
    desk.session(|session| Ok(rows(session, &assignment::list_all(session)?)))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_save(
    desk: State<'_, Desk>,
    form: view::AssignmentForm,
) -> Answer<view::AssignmentRow> {
    desk.session(move |session| {
        let at = clock::now();
        let typed = form.read(clock::new_id(at)?)?;
        let saved = assignment::save(session, typed, at)?;
        Ok(view::AssignmentRow::of(&saved, session.school().id))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_remove(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.session(move |session| assignment::remove(session, self::id(&id)?, clock::now()))
        .await
}

#[tauri::command]
pub(crate) async fn assignment_send_approved(desk: State<'_, Desk>) -> Answer<Added> {
    desk.session(|session| {
        let sent = assignment::send_approved(session, clock::now())?;
        Ok(Added::of(sent.len()))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_page(
    desk: State<'_, Desk>,
    id: String,
) -> Answer<view::AssignmentPage> {
    desk.session(move |session| page(session, self::id(&id)?))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_step(
    desk: State<'_, Desk>,
    id: String,
    form: view::StepForm,
) -> Answer<view::AssignmentPage> {
    desk.session(move |session| {
        let id = self::id(&id)?;
        assignment::take_step(session, id, form.read()?, clock::now())?;
        page(session, id)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_take_back(
    desk: State<'_, Desk>,
    id: String,
    reason: String,
) -> Answer<view::AssignmentPage> {
    desk.session(move |session| {
        let id = self::id(&id)?;
        assignment::take_back(session, id, &reason, clock::now())?;
        page(session, id)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_goals(
    desk: State<'_, Desk>,
    id: String,
    goals: Vec<view::WorkGoal>,
    is_draft: bool,
) -> Answer<view::AssignmentPage> {
    desk.session(move |session| {
        let id = self::id(&id)?;
        let goals = view::WorkGoal::read_all(&goals)?;
        assignment::set_goals(session, id, goals, is_draft, clock::now())?;
        page(session, id)
    })
    .await
}

#[tauri::command]
pub(crate) async fn service_list(desk: State<'_, Desk>) -> Answer<Vec<view::ServedTeacher>> {
    desk.session(|session| {
        let records = record::served(session, None, None, clock::now())?;
        Ok(records.iter().map(view::ServedTeacher::of).collect())
    })
    .await
}

fn rows(session: &Session, postings: &[Posting]) -> Vec<view::AssignmentRow> {
    let mine = session.school().id;
    postings
        .iter()
        .map(|posting| view::AssignmentRow::of(posting, mine))
        .collect()
}

fn page(session: &Session, id: AssignmentId) -> Result<view::AssignmentPage, app::Failure> {
    let page = assignment::page(session, id, clock::now())?;
    Ok(view::AssignmentPage::of(&page, session.school().id))
}
