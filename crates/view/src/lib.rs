//! The shapes at the edge: what the window and the terminal say and hear, as JSON.
//!
//! The nouns are the domain's; decimals and dates are texts, what is unknown is `null`. The window's
//! TypeScript types are generated from here (see the test in `typescript.rs`).
//!
//! Must never: decide anything, or be used below the edge. A text that cannot be read is refused with its
//! place, all at once.

mod appraisal;
mod assignment;
mod calendar;
mod failure;
mod feedback;
mod paper;
mod policy;
mod read;
mod report;
mod roster;
mod school;
mod selection;
mod session;
mod teacher;

#[cfg(test)]
mod typescript;

pub use appraisal::{
    Appraisal, AppraisalRow, Attendance, Composition, Dropped, DutyCount, Fit, Goal, HostSheet,
    Indicator, Score, SendingSheet, Stages, Tally, Veto,
};
pub use assignment::{
    AssignmentForm, AssignmentPage, AssignmentRow, AssignmentStep, BenefitForm, BenefitRow,
    BenefitSheet, CalendarLead, EventChoice, GoalVerdict, Honour, Keeping, LivingForm, LivingRow,
    Post, ServedPosting, ServedTeacher, ServedYear, StepForm, SwapForm, SwapRow,
    Terms as AssignmentTerms, Title, WorkGoal, YearOutcome,
};
pub use calendar::{
    Calendar, CalendarForm, CalendarTerm, Deadline, DeadlineMark, Holiday, Recurring, TermForm,
    Week,
};
pub use failure::{Failure, Refusal};
pub use feedback::{Feedback, FeedbackItem};
pub use paper::{PaperOutcome, PaperRow};
pub use policy::{
    ChangedTeacher, Choice, Duty, Parameter, ParameterValue, Planned, Policy, PolicyComparison,
    PolicyDifference, PolicyEdit, PolicyForm, PolicyRow, Reason, ReportedValue,
};
pub use report::{
    Preview, PrintOutcome, Printer, ReportRow, SaveOutcome, SigningFailure, SigningOutcome,
    Verification, VerifiedSignature,
};
pub use roster::{RosterColumn, RosterImported, RosterPreview, RosterProblem, RosterTeacher};
pub use school::{School, SchoolForm, SchoolKey, SchoolProfile};
pub use selection::{
    CandidateForm, CandidateRow, Dispatch, DispatchDoubt, DispatchShare, Eligibility,
    EligibilityCounts, EligibilityRow, ExemptionForm, ExemptionRow, NeedForm, NeedRow, PasteResult,
    Pasted, PastedRow, Quota, QuotaCheck, Recheck, RulingForm, RunRow,
};
pub use session::{LogRow, Overview, Session, StartState, Step, Todo};
pub use teacher::{CareerEntry, TeacherForm, TeacherRow};

/// Derives what every shape has, and its TypeScript type in tests.
macro_rules! shape {
    ($($item:item)*) => {
        $(
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(test, derive(ts_rs::TS))]
            $item
        )*
    };
}
pub(crate) use shape;
