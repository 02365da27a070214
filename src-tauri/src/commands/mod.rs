//! What the page may ask for: a few lines each, read (`view`), do (`app`), say (`view`).
//!
//! Must never: decide. Names, `build.rs` and the capability say the same; a test compares them.

mod appraisal;
mod assignment;
mod benefit;
mod calendar;
mod candidate;
mod eligibility;
mod exemption;
mod feedback;
mod history;
mod need;
mod paper;
mod paste;
mod policy;
mod printing;
mod quota;
mod raw;
mod report;
mod roster;
mod school;
mod start;
mod taken_out;
mod teacher;

use std::path::Path;
use std::str::FromStr;

use app::Failure;
use domain::id::Id;
use serde::Serialize;
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
        policy::policy_list,
        policy::policy_get,
        policy::policy_save,
        policy::policy_adopt,
        policy::policy_switch,
        policy::policy_compare,
        calendar::calendar_get,
        calendar::calendar_save,
        calendar::deadline_mark,
        need::need_list,
        need::need_save,
        need::need_remove,
        exemption::exemption_list,
        exemption::exemption_save,
        exemption::exemption_remove,
        exemption::exemption_renew,
        eligibility::eligibility_get,
        eligibility::eligibility_compute,
        eligibility::eligibility_freeze,
        eligibility::eligibility_report,
        eligibility::eligibility_runs,
        eligibility::eligibility_recheck,
        eligibility::ruling_save,
        candidate::candidate_list,
        candidate::candidate_save,
        candidate::candidate_remove,
        candidate::candidate_propose,
        quota::quota_get,
        quota::dispatch_get,
        quota::selection_save_lists,
        paste::selection_paste,
        paste::selection_paste_confirm,
        assignment::assignment_list,
        assignment::assignment_list_all,
        assignment::assignment_save,
        assignment::assignment_remove,
        assignment::assignment_send_approved,
        assignment::assignment_page,
        assignment::assignment_step,
        assignment::assignment_take_back,
        assignment::assignment_goals,
        assignment::service_list,
        benefit::living_save,
        benefit::living_remove,
        benefit::benefit_list,
        benefit::benefit_save,
        benefit::benefit_remove,
        benefit::benefit_accept,
        benefit::swap_list,
        benefit::swap_save,
        benefit::swap_remove,
        paper::paper_list,
        paper::paper_preview,
        paper::paper_make,
        paper::paper_sign,
        paper::paper_print,
        paper::paper_save,
        paper::paper_twin,
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

/// Whether the user chose a place.
#[derive(Debug, Serialize)]
pub(crate) struct Saved {
    pub(crate) saved: bool,
}

/// How many records came.
#[derive(Debug, Serialize)]
pub(crate) struct Added {
    added: u32,
}

impl Added {
    fn of(number: usize) -> Self {
        Self {
            added: count(number),
        }
    }
}

/// A number of things for the page.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The folder's own name; where it is, the page need not know.
pub(crate) fn last_name(folder: &Path) -> String {
    folder
        .file_name()
        .unwrap_or(folder.as_os_str())
        .to_string_lossy()
        .into_owned()
}
