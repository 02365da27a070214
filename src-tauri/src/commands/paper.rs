//! Papers besides F-01: looked at, issued, signed, printed and saved.

use app::report::{self, Archived, Paper, Subject};
use app::{Failure, clock};
use domain::report::FormCode;
use tauri::State;
use zeroize::Zeroizing;

use crate::commands::taken_out::{Printing, TakenOut, print_all, save_all, side_of, title};
use crate::commands::{Saved, ids};
use crate::desk::{Answer, Desk};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paper_list(desk: State<'_, Desk>, form: String) -> Answer<Vec<view::PaperRow>> {
    desk.session(move |session| {
        let papers = report::papers(session, report::code_named(&form)?)?;
        Ok(papers.iter().map(view::PaperRow::of).collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paper_preview(
    desk: State<'_, Desk>,
    form: String,
    subject: String,
) -> Answer<view::Preview> {
    desk.work(move |desk| {
        let (code, subject) = named(&form, &subject)?;
        let (title, pdf) =
            desk.with_session(|session| match report::newest_of(session, code, subject)? {
                Some(issued) => {
                    let paper = Archived::of(issued);
                    Ok((title(&paper), paper.pdf(session)?))
                }
                None => {
                    let draft = report::draft_form(session, code, subject, clock::now())?;
                    Ok((format!("草稿 {}", draft.about), draft.pdf))
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
pub(crate) async fn paper_make(
    desk: State<'_, Desk>,
    form: String,
    subjects: Vec<String>,
) -> Answer<view::PaperOutcome> {
    desk.session(move |session| {
        let code = report::code_named(&form)?;
        let at = clock::now();
        let mut outcome = view::PaperOutcome {
            made: Vec::new(),
            failed: Vec::new(),
        };
        for text in &subjects {
            let subject: Subject = text.parse()?;
            // One paper that cannot be issued does not stop the others.
            match report::make_form(session, code, subject, at) {
                Ok(made) => {
                    if let Some(issued) = made.issued {
                        let paper = Paper::of_issued(session, issued)?;
                        outcome.made.extend(paper.as_ref().map(view::PaperRow::of));
                    }
                }
                Err(failure) => {
                    let about = report::about(session, subject)?;
                    outcome
                        .failed
                        .push(view::SigningFailure::of(&about, &failure));
                }
            }
        }
        Ok(outcome)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paper_sign(
    desk: State<'_, Desk>,
    report_ids: Vec<String>,
    side: String,
    passphrase: String,
) -> Answer<view::SigningOutcome> {
    let passphrase = Zeroizing::new(passphrase);
    desk.work(move |desk| {
        let ids = ids(&report_ids)?;
        let side = side_of(&side)?;
        let mut progress = desk.progress();
        let outcome = desk.with_session(|session| {
            report::sign_forms(
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
pub(crate) async fn paper_print(
    desk: State<'_, Desk>,
    report_ids: Vec<String>,
    printer: String,
    copies: u16,
    is_duplex: bool,
) -> Answer<view::PrintOutcome> {
    desk.work(move |desk| {
        // Everything is taken out of the archive before the first sheet leaves the printer.
        let papers = archived(desk, &report_ids)?;
        let how = Printing {
            printer,
            copies,
            is_duplex,
        };
        Ok(print_all(desk, &papers, &how))
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paper_save(
    desk: State<'_, Desk>,
    report_ids: Vec<String>,
) -> Answer<view::SaveOutcome> {
    desk.work(move |desk| {
        let papers = archived(desk, &report_ids)?;
        save_all(desk, &papers, "保存到文件夹")
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paper_twin(
    desk: State<'_, Desk>,
    form: String,
    subject: String,
) -> Answer<Saved> {
    desk.work(move |desk| {
        let (code, subject) = named(&form, &subject)?;
        let (name, bytes) = desk.with_session(|session| {
            let about = report::about(session, subject)?;
            let name = report::twin_name(session.year(), code, &about);
            Ok((name, report::twin(session, code, subject, clock::now())?))
        })?;
        desk.save("保存Excel表格", &name, &bytes)
    })
    .await
}

fn named(form: &str, subject: &str) -> Result<(FormCode, Subject), Failure> {
    Ok((report::code_named(form)?, subject.parse()?))
}

/// Issued papers with their bytes; all of them or none.
fn archived(desk: &Desk, report_ids: &[String]) -> Result<Vec<TakenOut>, Failure> {
    let ids = ids(report_ids)?;
    desk.with_session(|session| {
        ids.iter()
            .map(|id| {
                let paper = report::archived_by_id(session, *id)?;
                let pdf = paper.pdf(session)?;
                Ok((paper, pdf))
            })
            .collect()
    })
}
