//! Signed papers to the printer, as they are in the archive.

use app::printing::Job;
use app::progress::Progress;
use app::{Failure, clock, report};
use domain::id::AssignmentId;
use tauri::State;

use crate::commands::ids;
use crate::commands::report::{archived, title};
use crate::desk::{Answer, Desk};

#[tauri::command]
pub(crate) async fn printer_list(desk: State<'_, Desk>) -> Answer<Vec<view::Printer>> {
    desk.work(|desk| {
        let printers = desk.around().printing.list()?;
        Ok(printers
            .into_iter()
            .map(|one| view::Printer {
                name: one.name,
                is_default: one.is_default,
            })
            .collect())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_print(
    desk: State<'_, Desk>,
    assignment_ids: Vec<String>,
    printer: String,
    copies: u16,
    is_duplex: bool,
) -> Answer<view::PrintOutcome> {
    desk.work(move |desk| {
        let ids: Vec<AssignmentId> = ids(&assignment_ids)?;
        // Everything is taken out of the archive before the first sheet leaves the printer.
        let papers = archived(desk, &ids)?;
        let mut outcome = view::PrintOutcome {
            printed: 0,
            failed: Vec::new(),
        };
        let mut progress = desk.progress();
        for (done, (paper, pdf)) in papers.iter().enumerate() {
            if progress.step(done, papers.len(), &paper.about).is_break() {
                break;
            }
            let job = Job {
                printer: printer.clone(),
                copies,
                is_duplex,
                title: title(paper),
            };
            // The records are free meanwhile: a queue may take its time.
            match desk
                .around()
                .printing
                .print(pdf, &job)
                .and_then(|()| note(desk, paper))
            {
                Ok(()) => outcome.printed = outcome.printed.saturating_add(1),
                Err(failure) => {
                    outcome
                        .failed
                        .push(view::SigningFailure::of(&paper.about, &failure));
                }
            }
        }
        Ok(outcome)
    })
    .await
}

fn note(desk: &Desk, paper: &report::Archived) -> Result<(), Failure> {
    desk.with_session(|session| report::note_printed(session, paper.issued.id, clock::now()))
}
