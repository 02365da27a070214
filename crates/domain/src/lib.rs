//! The rules of exchange and appraisal, one file or folder per noun, in the order in which the work flows.
//!
//! Everything here is pure: no file, no database, no PDF, no JSON, no clock, no chance and no floats. Time,
//! ids and the like come in as arguments, and the same input always gives the same output.
//!
//! A rule that says no answers with [`refusal::Refusal`]s, all of them at once, in plain Chinese.

#![cfg_attr(not(test), deny(clippy::float_arithmetic))]

pub mod coded;
pub mod refusal;
pub mod text;

pub mod exact;
pub mod id;
pub mod money;
pub mod year;

pub mod school;
pub mod teacher;

pub mod policy;

pub mod calendar;

pub mod need;

pub mod exemption;

pub mod eligibility;

pub mod candidate;

pub mod quota;

pub mod dispatch;

pub mod assignment;
pub mod swap;

pub mod benefit;
pub mod honour;
pub mod promotion;

pub mod indicator;
pub mod survey;

pub mod appraisal;

pub mod feedback;

pub mod report;

pub mod op;
