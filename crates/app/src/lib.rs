//! What a user can do: the use cases in flow order, composed from records, border, paper and signatures.
//!
//! Each use case reads the clock once, asks the domain, and changes the records through one door. It
//! answers with domain values or with a [`Failure`], which is a refusal with all its reasons or a
//! breakage with a code; in both cases nothing was half-done.
//!
//! Must never: know a window or a terminal, or decide what the domain decides.

pub mod clock;
mod failure;
pub mod progress;

pub mod session;
pub mod worker;

pub mod school;

pub mod roster;
pub mod teacher;

pub mod calendar;
pub mod policy;

pub mod bureau;
pub mod candidate;
pub mod eligibility;
pub mod exemption;
pub mod need;
pub mod paste;
pub mod quota;

pub mod assignment;
pub mod benefit;
pub mod living;
pub mod on_file;
pub mod record;
pub mod swap;

pub mod appraisal;
mod belonging;

pub mod feedback;

pub mod report;

pub mod export;
pub mod printing;

pub mod overview;

pub mod history;

pub mod practice;

pub use failure::Failure;
pub use session::Session;
