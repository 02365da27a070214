//! The terminal program, as a script and a bureau's technician use it: the demonstration, a school year from
//! nothing to the archive, wrong turns on the way, foreign files, and the shape of every answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing it did not expect"
)]

mod beginning;
mod compute;
mod contract;
mod demo;
mod locked;
mod order;
mod papers;
mod pasting;
mod policies;
mod postings;
mod rosters;
mod selection;
mod served;
mod standing;
mod swaps;
mod tampering;
mod typed;
