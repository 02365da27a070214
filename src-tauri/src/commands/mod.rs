//! What the page may ask for: a few lines each, read (`view`), do (`app`), say (`view`).
//!
//! Must never: decide. Names, `build.rs` and the capability say the same; a test compares them.

mod appraisal;
mod assignment;
mod feedback;
mod history;
mod printing;
mod raw;
mod report;
mod roster;
mod school;
mod start;
mod teacher;

use std::str::FromStr;

use app::Failure;
use domain::id::Id;
use tauri::Runtime;
use tauri::ipc::Invoke;

/// All commands.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        start::start_get,
        start::ledger_create,
        start::ledger_open,
        start::practice_open,
        start::ledger_close,
        start::session_get,
        start::year_set,
        start::overview_get,
        start::screen_ready,
        school::school_list,
        school::school_save,
        school::key_create,
        school::seal_set,
        teacher::teacher_list,
        teacher::teacher_get,
        teacher::teacher_save,
        teacher::teacher_remove,
        roster::roster_preview,
        roster::roster_confirm,
        roster::roster_save_rejects,
        roster::roster_save_template,
        assignment::assignment_list,
        assignment::assignment_save,
        assignment::assignment_remove,
        appraisal::appraisal_list,
        appraisal::appraisal_get,
        appraisal::appraisal_save_host,
        appraisal::appraisal_save_sending,
        feedback::feedback_list,
        feedback::feedback_save,
        feedback::feedback_remove,
        report::report_list,
        report::report_preview,
        report::report_sign,
        printing::printer_list,
        printing::report_print,
        report::report_save,
        report::report_verify,
        history::history_list,
    ]
}

/// An id the page was given before.
fn id<Noun>(text: &str) -> Result<Id<Noun>, Failure> {
    Ok(Id::from_str(text)?)
}

/// Several of them.
fn ids<Noun>(texts: &[String]) -> Result<Vec<Id<Noun>>, Failure> {
    texts.iter().map(|text| id(text)).collect()
}

/// A number of things for the page.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
