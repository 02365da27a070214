//! The border: foreign spreadsheets and images in, spreadsheets out.
//!
//! Whatever comes from outside is hostile until it has become plain values. So a roster is read in two
//! stages: [`sheet`] turns bytes into a grid of plain cells, and [`roster`] turns the grid into teachers and
//! problems. Both run in a process of their own ([`worker`]): a library that aborts takes only that
//! process down. Every number that protects us stands in [`limits`].
//!
//! Must never: keep or change records, decide whether a teacher is new, write a formula into a file, or
//! let a whole ID number out of memory and out of the worker's pipe.

pub mod error;
pub mod export;
pub mod limits;
pub mod pasted;
pub mod rejects;
pub mod roster;
pub mod seal;
pub mod sheet;
pub mod template;
pub mod worker;

pub use error::Error;
