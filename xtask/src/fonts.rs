//! Making the papers' fonts again, from the script beside them.

use crate::packages;
use crate::place::Place;
use crate::python;
use crate::run::{Failure, Run};

/// Runs `crates/paper/fonts/make.py` with fonttools at hand.
pub(crate) fn make(place: &Place) -> Result<(), Failure> {
    packages::install_fonts()?;
    // The script checks this version itself: another one writes other bytes.
    let programs = python::environment(place, "fonttools", &["fonttools==4.60.1"])?;
    let folder = place.root.join("crates").join("paper").join("fonts");
    Run::new(programs.join("python"))
        .arg(folder.join("make.py"))
        .within(&folder)
        .go()
}
