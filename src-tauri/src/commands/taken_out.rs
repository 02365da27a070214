//! Papers taken out of the archive: printed and saved, whatever they are about.

use app::printing::Job;
use app::progress::Progress;
use app::report::{self, Archived};
use app::{Failure, clock, export};
use domain::refusal::Refusal;
use domain::school::Side;

use crate::commands::{count, last_name};
use crate::desk::Desk;

/// A paper with its bytes.
pub(super) type TakenOut = (Archived, Vec<u8>);

/// How papers leave the printer.
pub(super) struct Printing {
    pub(super) printer: String,
    pub(super) copies: u16,
    pub(super) is_duplex: bool,
}

/// What the preview and the printer's queue call a paper.
pub(super) fn title(paper: &Archived) -> String {
    format!("{} {}", paper.issued.number, paper.about)
}

/// The side that a page names.
pub(super) fn side_of(text: &str) -> Result<Side, Refusal> {
    Side::named(text).ok_or_else(|| Refusal::at("INPUT-CHOICE", "side", "请选择由哪一方签章"))
}

/// Hands papers to the printer and notes each; one that cannot be printed does not stop the others.
pub(super) fn print_all(desk: &Desk, papers: &[TakenOut], how: &Printing) -> view::PrintOutcome {
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
            printer: how.printer.clone(),
            copies: how.copies,
            is_duplex: how.is_duplex,
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
            Err(failure) => outcome
                .failed
                .push(view::SigningFailure::of(&paper.about, &failure)),
        }
    }
    outcome
}

fn note(desk: &Desk, paper: &Archived) -> Result<(), Failure> {
    desk.with_session(|session| report::note_printed(session, paper.issued.id, clock::now()))
}

/// Saves papers into a folder that the user chooses; none when he thinks better of it.
pub(super) fn save_all(
    desk: &Desk,
    papers: &[TakenOut],
    question: &str,
) -> Result<view::SaveOutcome, Failure> {
    let Some(folder) = desk.around().dialogs.folder(question) else {
        return Ok(view::SaveOutcome {
            saved: 0,
            folder: String::new(),
        });
    };
    for (paper, pdf) in papers {
        export::write(&folder.join(paper.file_name()), pdf)?;
    }
    Ok(view::SaveOutcome {
        saved: count(papers.len()),
        folder: last_name(&folder),
    })
}
