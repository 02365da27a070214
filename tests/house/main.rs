//! The rules of the house, held by tests: the direction of the crates, the marks of a tidy source,
//! no network, and the border between the page and Rust. They read sources and manifests; they run no product code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing it did not expect"
)]

mod border;
mod catalogue;
mod layers;
mod network;
mod source;
mod sql;
mod tidy;
