//! Draws a sample of every form but F-01 into a folder, ordinary and with the longest names, to be looked at:
//! `cargo run -p paper --example forms -- /tmp/forms`. All people and schools are invented.

#[path = "sample_forms/mod.rs"]
mod sample_forms;

use paper::{Means, draw_form};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name a folder for the samples")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let means = Means::embedded()?;
    let kinds = [
        ("ordinary", &sample_forms::ORDINARY),
        ("extreme", &sample_forms::EXTREME),
    ];
    for (kind, names) in kinds {
        for form in sample_forms::all(names) {
            let file = format!("{}-{kind}.pdf", form.code.code());
            std::fs::write(folder.join(file), draw_form(&form, &means)?.pdf)?;
        }
    }
    let mut draft = sample_forms::letter(&sample_forms::ORDINARY);
    draft.is_draft = true;
    draft.number = "草稿".to_owned();
    std::fs::write(
        folder.join("F-04-draft.pdf"),
        draw_form(&draft, &means)?.pdf,
    )?;
    let mut practice = sample_forms::request(&sample_forms::ORDINARY);
    practice.is_practice = true;
    std::fs::write(
        folder.join("F-10-practice.pdf"),
        draw_form(&practice, &means)?.pdf,
    )?;
    Ok(())
}
