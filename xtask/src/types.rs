//! Writing the page's types again, from the Rust types that cross the border.

use crate::place::Place;
use crate::run::Failure;

/// Runs the tests of `view` with `UPDATE=1`: the one that compares `ui/src/api/generated.ts` with Rust
/// then writes it first.
pub(crate) fn write(place: &Place) -> Result<(), Failure> {
    place
        .cargo(&["test", "--package", "view", "--lib", "typescript"])
        .env("UPDATE", "1")
        .go()
}
