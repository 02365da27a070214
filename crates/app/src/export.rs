//! Files for outside: written whole under their final name, or not at all.

use std::path::Path;

use crate::failure::Failure;

/// Writes a file beside its place and moves it there; a file of that name is replaced.
///
/// # Errors
/// A full disk, a folder that may not be written to; then what was there is still there.
pub fn write(place: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Ok(store::file::write_atomic(place, bytes)?)
}
