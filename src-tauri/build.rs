//! Tells Tauri which commands exist, so that it lets through those the capability names and no other.
//!
//! Must never: name a command that has no handler in `src/commands`. A test compares the lists.

use std::path::Path;

/// Every command, in flow order. Without this list Tauri would check none of them.
const COMMANDS: &[&str] = &[
    "start_get",
    "ledger_create",
    "ledger_open",
    "practice_open",
    "ledger_close",
    "session_get",
    "year_set",
    "overview_get",
    "screen_ready",
    "school_list",
    "school_save",
    "key_create",
    "seal_set",
    "teacher_list",
    "teacher_get",
    "teacher_save",
    "teacher_remove",
    "roster_preview",
    "roster_confirm",
    "roster_save_rejects",
    "roster_save_template",
    "policy_list",
    "policy_get",
    "policy_save",
    "policy_adopt",
    "policy_switch",
    "policy_compare",
    "calendar_get",
    "calendar_save",
    "deadline_mark",
    "need_list",
    "need_save",
    "need_remove",
    "exemption_list",
    "exemption_save",
    "exemption_remove",
    "exemption_renew",
    "eligibility_get",
    "eligibility_compute",
    "eligibility_freeze",
    "eligibility_report",
    "eligibility_runs",
    "eligibility_recheck",
    "ruling_save",
    "candidate_list",
    "candidate_save",
    "candidate_remove",
    "candidate_propose",
    "quota_get",
    "dispatch_get",
    "selection_save_lists",
    "selection_paste",
    "selection_paste_confirm",
    "assignment_list",
    "assignment_list_all",
    "assignment_save",
    "assignment_remove",
    "assignment_send_approved",
    "assignment_page",
    "assignment_step",
    "assignment_take_back",
    "assignment_goals",
    "service_list",
    "living_save",
    "living_remove",
    "benefit_list",
    "benefit_save",
    "benefit_remove",
    "benefit_accept",
    "swap_list",
    "swap_save",
    "swap_remove",
    "paper_list",
    "paper_preview",
    "paper_make",
    "paper_sign",
    "paper_print",
    "paper_save",
    "paper_twin",
    "appraisal_list",
    "appraisal_get",
    "appraisal_save_host",
    "appraisal_save_sending",
    "feedback_list",
    "feedback_save",
    "feedback_remove",
    "report_list",
    "report_preview",
    "report_sign",
    "printer_list",
    "report_print",
    "report_save",
    "report_verify",
    "history_list",
];

/// Stands in for the screens until they are built, so that Rust can be checked without Node.
const PLACEHOLDER: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
<title>双评</title><p>界面尚未生成。ui not built; run cargo xtask start</p></html>\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let screens = Path::new("../ui/dist");
    if !screens.join("index.html").exists() {
        std::fs::create_dir_all(screens)?;
        std::fs::write(screens.join("index.html"), PLACEHOLDER)?;
    }
    // The screens are embedded in the program: new screens, new program.
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=build.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
