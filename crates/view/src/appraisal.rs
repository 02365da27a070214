//! Appraisals: both schools' sheets, what they make together and what is still missing.

mod sheet;
mod whole;

pub use sheet::{Attendance, DutyCount, Goal, HostSheet, Score, SendingSheet, Stages, Tally, Veto};
pub use whole::{Appraisal, AppraisalRow, Composition, Dropped, Fit, Indicator};
