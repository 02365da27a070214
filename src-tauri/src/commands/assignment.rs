//! Assignments of the session's year.

use app::assignment::{self, Posting};
use app::{Session, clock};
use domain::school::Side;
use tauri::State;

use crate::commands::id;
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn assignment_list(desk: State<'_, Desk>) -> Answer<Vec<view::AssignmentRow>> {
    desk.session(|session| {
        let postings = assignment::list(session, session.year())?;
        Ok(postings
            .iter()
            .map(|posting| say(session, posting))
            .collect())
    })
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
        Ok(say(session, &saved))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn assignment_remove(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.session(move |session| assignment::remove(session, self::id(&id)?, clock::now()))
        .await
}

fn say(session: &Session, posting: &Posting) -> view::AssignmentRow {
    let mine = session.school().id;
    let side = [Side::Sending, Side::Host]
        .into_iter()
        .find(|side| posting.school(*side).id == mine);
    view::AssignmentRow::of(
        &posting.assignment,
        &posting.teacher.record.name,
        &posting.sending_school.name,
        &posting.host_school.name,
        side,
    )
}
