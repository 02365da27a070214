//! Draws sample forms into a folder, to be looked at:
//! `cargo run -p paper --example annual -- /tmp/forms`. All people and schools are invented.

#[path = "sample/mod.rs"]
mod sample;

use paper::{Means, SealArt, draw_annual_form, draw_fill_sheet, draw_seal_sheet, fill_values};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name a folder for the samples")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let means = Means::embedded()?;
    let formal = sample::form();
    let drawn = draw_annual_form(&formal, &means)?;
    std::fs::write(folder.join("formal.pdf"), &drawn.pdf)?;
    let sheet = draw_fill_sheet(&drawn.fields, &fill_values(&formal.sending), &means)?;
    std::fs::write(folder.join("fill.pdf"), sheet)?;
    let mut draft = sample::form();
    draft.is_draft = true;
    std::fs::write(
        folder.join("draft.pdf"),
        draw_annual_form(&draft, &means)?.pdf,
    )?;
    let mut long = sample::form();
    long.is_practice = true;
    long.self_report = long.self_report.map(|text| text.repeat(8));
    long.host.strengths = long.host.strengths.map(|text| text.repeat(12));
    std::fs::write(
        folder.join("long.pdf"),
        draw_annual_form(&long, &means)?.pdf,
    )?;
    let school = "石桥乡示例九年一贯制学校";
    let practice = draw_seal_sheet(&SealArt::Practice { school }, 42, &means)?;
    std::fs::write(folder.join("seal-practice.pdf"), practice)?;
    let notes = ["2026年6月30日".to_owned()];
    let text = draw_seal_sheet(
        &SealArt::Text {
            school,
            notes: &notes,
        },
        42,
        &means,
    )?;
    std::fs::write(folder.join("seal-text.pdf"), text)?;
    Ok(())
}
