//! Reports: looked at, signed, saved and verified.

use app::report;
use app::{Failure, clock};
use domain::id::AssignmentId;
use tauri::State;
use tauri::ipc::Request;
use zeroize::Zeroizing;

use crate::commands::taken_out::{TakenOut, save_all, side_of, title};
use crate::commands::{id, ids, raw};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn report_list(desk: State<'_, Desk>) -> Answer<Vec<view::ReportRow>> {
    desk.session(|session| {
        let rows = report::list(session, clock::now())?;
        Ok(rows.iter().map(view::ReportRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_preview(
    desk: State<'_, Desk>,
    assignment_id: String,
) -> Answer<view::Preview> {
    desk.work(move |desk| {
        let id = id(&assignment_id)?;
        let (title, pdf) = desk.with_session(|session| {
            let at = clock::now();
            match report::archived(session, id, at) {
                Ok(signed) => Ok((title(&signed), signed.pdf(session)?)),
                // Nothing is signed yet; a damaged archive is not a refusal and is not painted over.
                Err(failure) if failure.is_refusal() => {
                    let draft = report::draft(session, id, at)?;
                    Ok((format!("草稿 {}", draft.about), draft.pdf))
                }
                Err(failure) => Err(failure),
            }
        })?;
        Ok(view::Preview {
            token: desk.around().papers.keep(pdf)?,
            title,
        })
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_sign(
    desk: State<'_, Desk>,
    assignment_ids: Vec<String>,
    side: String,
    passphrase: String,
) -> Answer<view::SigningOutcome> {
    let passphrase = Zeroizing::new(passphrase);
    desk.work(move |desk| {
        let ids = ids(&assignment_ids)?;
        let side = side_of(&side)?;
        let mut progress = desk.progress();
        let outcome = desk.with_session(|session| {
            report::sign_many(
                session,
                side,
                &ids,
                &passphrase,
                clock::now(),
                &mut progress,
            )
        })?;
        Ok(view::SigningOutcome::of(&outcome))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_save(
    desk: State<'_, Desk>,
    assignment_ids: Vec<String>,
) -> Answer<view::SaveOutcome> {
    desk.work(move |desk| {
        let ids = ids(&assignment_ids)?;
        // Everything is taken out of the archive before the first file is written.
        let papers = archived(desk, &ids)?;
        save_all(desk, &papers, "保存报告到文件夹")
    })
    .await
}

#[tauri::command]
pub(crate) async fn report_verify(
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Answer<view::Verification> {
    let file = raw::bytes(&request);
    desk.work(move |desk| {
        let file = file?;
        let verified = desk.hold(|slot| report::verify(slot.as_ref(), &file))?;
        Ok(view::Verification::of(&verified))
    })
    .await
}

/// The signed papers of postings with their bytes; all of them or none.
pub(super) fn archived(desk: &Desk, ids: &[AssignmentId]) -> Result<Vec<TakenOut>, Failure> {
    desk.with_session(|session| {
        ids.iter()
            .map(|id| {
                let paper = report::archived(session, *id, clock::now())?;
                let pdf = paper.pdf(session)?;
                Ok((paper, pdf))
            })
            .collect()
    })
}
