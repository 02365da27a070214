//! The selection of a year: needs, exemptions, eligibility, candidates, quotas, and rows pasted from a spreadsheet.

mod candidate;
mod eligibility;
mod exemption;
mod need;
mod paste;
mod quota;

pub use candidate::{CandidateForm, CandidateRow};
pub use eligibility::{
    Eligibility, EligibilityCounts, EligibilityRow, Recheck, RulingForm, RunRow,
};
pub use exemption::{ExemptionForm, ExemptionRow};
pub use need::{NeedForm, NeedRow};
pub use paste::{PasteResult, Pasted, PastedRow};
pub use quota::{Dispatch, DispatchDoubt, DispatchShare, Quota, QuotaCheck};
