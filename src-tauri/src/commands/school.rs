//! Schools, their keys and seals.

use app::clock;
use app::school::{self, SchoolWithKey};
use tauri::State;
use tauri::ipc::Request;
use zeroize::Zeroizing;

use crate::commands::{id, raw};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn school_list(desk: State<'_, Desk>) -> Answer<Vec<view::School>> {
    desk.session(|session| Ok(school::list(session)?.iter().map(say).collect()))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn school_save(
    desk: State<'_, Desk>,
    school: view::SchoolForm,
) -> Answer<view::School> {
    desk.session(move |session| {
        let at = clock::now();
        let typed = school.read(clock::new_id(at)?)?;
        Ok(say(&school::save(session, typed, at)?))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn key_create(
    desk: State<'_, Desk>,
    school_id: String,
    passphrase: String,
) -> Answer<view::School> {
    let passphrase = Zeroizing::new(passphrase);
    desk.session(move |session| {
        let made = school::create_key(session, id(&school_id)?, &passphrase, clock::now())?;
        Ok(say(&made))
    })
    .await
}

#[tauri::command]
pub(crate) async fn seal_set(desk: State<'_, Desk>, request: Request<'_>) -> Answer<view::School> {
    let school_id = raw::header(&request, "x-school-id");
    let picture = raw::bytes(&request);
    desk.session(move |session| {
        let set = school::set_seal(session, id(&school_id)?, &picture?, clock::now())?;
        Ok(say(&set))
    })
    .await
}

fn say(school: &SchoolWithKey) -> view::School {
    view::School::of(school)
}
