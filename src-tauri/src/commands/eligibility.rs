//! The eligibility run: read, computed, frozen, reported, computed again, and what a person decides.

use app::eligibility::{self, Eligibility};
use app::{Failure, Session, clock};
use domain::eligibility::Outcome;
use domain::refusal::Refusal;
use tauri::State;

use crate::commands::id;
use crate::desk::{Answer, Desk};

type Act = fn(&mut Session) -> Result<Eligibility, Failure>;

async fn said(desk: State<'_, Desk>, act: Act) -> Answer<view::Eligibility> {
    desk.session(move |session| Ok(view::Eligibility::of(&act(session)?)))
        .await
}

#[tauri::command]
pub(crate) async fn eligibility_get(desk: State<'_, Desk>) -> Answer<view::Eligibility> {
    said(desk, |session| {
        eligibility::of_year(session, session.year())
    })
    .await
}

#[tauri::command]
pub(crate) async fn eligibility_compute(desk: State<'_, Desk>) -> Answer<view::Eligibility> {
    said(desk, |session| {
        eligibility::compute(session, session.year())
    })
    .await
}

#[tauri::command]
pub(crate) async fn eligibility_freeze(desk: State<'_, Desk>) -> Answer<view::Eligibility> {
    said(desk, |session| {
        eligibility::freeze(session, session.year(), None, clock::now())
    })
    .await
}

#[tauri::command]
pub(crate) async fn eligibility_report(desk: State<'_, Desk>) -> Answer<view::Eligibility> {
    said(desk, |session| {
        eligibility::report(session, session.year(), clock::now())
    })
    .await
}

#[tauri::command]
pub(crate) async fn eligibility_runs(desk: State<'_, Desk>) -> Answer<Vec<view::RunRow>> {
    desk.session(|session| {
        let runs = eligibility::runs(session, session.year())?;
        Ok(runs.iter().map(view::RunRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn eligibility_recheck(
    desk: State<'_, Desk>,
    run_id: String,
) -> Answer<view::Recheck> {
    desk.session(move |session| {
        let rechecked = eligibility::recheck(session, id(&run_id)?)?;
        Ok(view::Recheck::of(&rechecked))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn ruling_save(
    desk: State<'_, Desk>,
    form: view::RulingForm,
) -> Answer<view::Eligibility> {
    desk.session(move |session| {
        let outcome = match form.result.trim() {
            "" => None,
            text => Some(Outcome::named(text).ok_or_else(|| {
                Refusal::at(
                    "INPUT-CHOICE",
                    "result",
                    format!("“{text}”不在可选的项目中"),
                )
            })?),
        };
        let who = id(&form.teacher_id)?;
        let found = eligibility::rule(session, who, outcome, &form.reason, clock::now())?;
        Ok(view::Eligibility::of(&found))
    })
    .await
}
