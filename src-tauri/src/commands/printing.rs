//! Signed papers to the printer, as they are in the archive.

use domain::id::AssignmentId;
use tauri::State;

use crate::commands::ids;
use crate::commands::report::archived;
use crate::commands::taken_out::{Printing, print_all};
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
        let how = Printing {
            printer,
            copies,
            is_duplex,
        };
        Ok(print_all(desk, &papers, &how))
    })
    .await
}
