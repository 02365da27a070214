//! Foreign files are read in a process of their own.
//!
//! A library that runs out of memory aborts, and an abort cannot be caught. So the program starts itself with
//! `--worker`, hands the file over and waits for values. The child has no records and no keys; on Linux it
//! may map [`crate::limits::WORKER_MEMORY_BYTES`] more than it had at its start, writes no file and leaves no
//! core dump. Elsewhere there is no safe way to bound its memory: there the limits of the file itself and the
//! time hold.
//!
//! Must never: pass an ID number by any other way than the pipe, or take the caller down.

mod child;
mod parent;
mod wire;

pub use child::serve;
pub use parent::read_in_child;

/// The argument with which the program starts itself to read a foreign file.
pub const ARGUMENT: &str = "--worker";
