//! Writes the window's TypeScript types. `ui/src/api/generated.ts` is committed; this test fails when it is
//! stale, and `UPDATE=1` (or `cargo xtask types`) writes it anew.

use std::path::Path;

use ts_rs::{Config, TS};

/// One declaration, exported. What the fields mean stands here, in Rust.
fn declare<T: TS>(config: &Config) -> String {
    let is_comment = |line: &str| line.starts_with("/*") || line.starts_with('*');
    let declaration = T::decl(config);
    let lines: Vec<&str> = declaration
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !is_comment(line))
        .collect();
    format!("export {}\n", lines.join("\n  ").replace("\n  }", "\n}"))
}

macro_rules! declarations {
    ($config:expr; $($shape:ty),* $(,)?) => {
        [$(declare::<$shape>($config)),*].join("\n")
    };
}

#[test]
fn the_types_of_the_window_are_those_of_this_crate() {
    let config = Config::new();
    let text = declarations![&config;
        crate::Refusal, crate::Failure,
        crate::StartState, crate::Session,
        crate::Step, crate::Todo, crate::Overview,
        crate::SchoolKey, crate::SchoolProfile, crate::School, crate::SchoolForm,
        crate::TeacherRow, crate::CareerEntry, crate::TeacherForm,
        crate::RosterProblem, crate::RosterTeacher, crate::RosterColumn, crate::RosterPreview,
        crate::RosterImported,
        crate::Choice, crate::Reason, crate::PolicyRow, crate::ReportedValue, crate::Parameter, crate::Duty, crate::Planned,
        crate::Policy, crate::PolicyEdit, crate::PolicyForm, crate::PolicyDifference,
        crate::ChangedTeacher, crate::PolicyComparison,
        crate::Week, crate::CalendarTerm, crate::Holiday, crate::Deadline, crate::Recurring,
        crate::Calendar, crate::TermForm, crate::CalendarForm, crate::DeadlineMark,
        crate::NeedForm, crate::NeedRow, crate::ExemptionForm, crate::ExemptionRow,
        crate::EligibilityCounts, crate::EligibilityRow, crate::Eligibility, crate::RunRow,
        crate::Recheck, crate::RulingForm,
        crate::CandidateForm, crate::CandidateRow,
        crate::QuotaCheck, crate::Quota, crate::DispatchShare, crate::DispatchDoubt, crate::Dispatch,
        crate::PastedRow, crate::Pasted, crate::PasteResult,
        crate::AssignmentTerms, crate::Keeping, crate::AssignmentRow, crate::AssignmentForm,
        crate::WorkGoal, crate::GoalVerdict, crate::Post, crate::StepForm, crate::AssignmentStep,
        crate::EventChoice, crate::LivingForm, crate::LivingRow, crate::BenefitForm, crate::BenefitRow,
        crate::BenefitSheet, crate::SwapForm, crate::SwapRow, crate::YearOutcome, crate::CalendarLead,
        crate::ServedYear, crate::ServedPosting, crate::Title, crate::Honour, crate::ServedTeacher,
        crate::PaperRow, crate::PaperOutcome, crate::AssignmentPage,
        crate::Indicator, crate::Score, crate::Tally, crate::Stages, crate::Veto, crate::Goal,
        crate::DutyCount, crate::Attendance, crate::HostSheet, crate::SendingSheet,
        crate::Dropped, crate::Composition, crate::Fit, crate::Appraisal, crate::AppraisalRow,
        crate::FeedbackItem, crate::Feedback,
        crate::ReportRow, crate::Preview, crate::SigningFailure, crate::SigningOutcome,
        crate::Printer, crate::PrintOutcome, crate::SaveOutcome,
        crate::VerifiedSignature, crate::Verification,
        crate::LogRow,
    ];
    let text =
        format!("// Written by `cargo xtask types` from crates/view. Do not edit.\n\n{text}");
    // Read at run time: a path compiled in would be another clone's when two clones share a target directory.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap();
    let path = Path::new(&own).join("../../ui/src/api/generated.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == text,
        "ui/src/api/generated.ts is stale: run `cargo xtask types`"
    );
}
