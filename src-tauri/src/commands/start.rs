//! Opening and closing the records, and the first screen.

use std::io::Write;

use app::session::{LEDGER_FILE, NewLedger};
use app::{Session, clock};
use domain::refusal::Judgement;
use domain::school::Stage;
use domain::year::SchoolYear;
use tauri::State;
use zeroize::Zeroizing;

use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn start_get(desk: State<'_, Desk>) -> Answer<view::StartState> {
    desk.work(|desk| {
        Ok(view::StartState {
            has_ledger: desk.around().folder.join(LEDGER_FILE).exists(),
            ledger_name: LEDGER_FILE.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn ledger_create(
    desk: State<'_, Desk>,
    school: String,
    stage: String,
    year: String,
    passphrase: String,
) -> Answer<view::Session> {
    let passphrase = Zeroizing::new(passphrase);
    desk.work(move |desk| {
        let mut judgement = Judgement::new();
        let stage = Stage::named(stage.trim());
        if stage.is_none() {
            judgement.refuse("INPUT-CHOICE", "stage", "请选择学段");
        }
        let year: Option<SchoolYear> = year.trim().parse().ok();
        if year.is_none() {
            judgement.refuse("YEAR-INVALID", "year", "学年请写成 2025-2026");
        }
        let (Some(stage), Some(year)) = (stage, year) else {
            return Err(judgement.into_refusals().into());
        };
        let new = NewLedger {
            school,
            stage,
            year,
        };
        let place = desk.around().folder.join(LEDGER_FILE);
        desk.hold(|slot| {
            *slot = None;
            desk.forget();
            let session = Session::create(&place, passphrase, &new, clock::now())?;
            Ok(view::Session::of(slot.insert(desk.furnished(session))))
        })
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn ledger_open(
    desk: State<'_, Desk>,
    passphrase: String,
) -> Answer<view::Session> {
    let passphrase = Zeroizing::new(passphrase);
    desk.work(move |desk| {
        let place = desk.around().folder.join(LEDGER_FILE);
        desk.hold(|slot| {
            *slot = None;
            desk.forget();
            let session = Session::open(&place, passphrase)?;
            Ok(view::Session::of(slot.insert(desk.furnished(session))))
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn practice_open(desk: State<'_, Desk>) -> Answer<view::Session> {
    desk.work(|desk| {
        desk.hold(|slot| {
            *slot = None;
            desk.forget();
            Ok(view::Session::of(slot.insert(desk.open_practice()?)))
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn ledger_close(desk: State<'_, Desk>) -> Answer<()> {
    desk.work(|desk| {
        desk.clear();
        Ok(())
    })
    .await
}

#[tauri::command]
pub(crate) async fn session_get(desk: State<'_, Desk>) -> Answer<Option<view::Session>> {
    desk.work(|desk| desk.hold(|slot| Ok(slot.as_ref().map(view::Session::of))))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn year_set(desk: State<'_, Desk>, year: String) -> Answer<view::Session> {
    desk.session(move |session| {
        session.set_year(year.trim().parse::<SchoolYear>()?, clock::now())?;
        Ok(view::Session::of(session))
    })
    .await
}

#[tauri::command]
pub(crate) async fn overview_get(desk: State<'_, Desk>) -> Answer<view::Overview> {
    desk.session(|session| {
        let overview = app::overview::overview(session, clock::now())?;
        Ok(view::Overview::of(session, &overview))
    })
    .await
}

/// The page has drawn its first screen. When that is measured, the program says it and ends.
#[tauri::command]
pub(crate) async fn screen_ready(desk: State<'_, Desk>) -> Answer<()> {
    desk.work(|desk| {
        if let Some(started) = desk.around().first_screen {
            let took = started.elapsed().as_millis();
            // Whoever measures reads this line; nobody else sets the switch.
            let _ = writeln!(std::io::stdout(), "first screen {took} ms");
            desk.clear();
            std::process::exit(0);
        }
        Ok(())
    })
    .await
}
