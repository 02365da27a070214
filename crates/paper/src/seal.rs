//! The look of a signature: a school's own seal, a plain text block, or the round practice seal.
//!
//! Must never: look like a real seal for the practice school, or stand for the signature itself. The picture
//! proves nothing; the signature under it does.

use crate::error::NotDrawn;
use crate::fonts::{Face, Means};
use crate::grid::count;
use crate::length::{Milli, mm, pt};
use crate::pdf::{self, About, Picture};
use crate::sheet::{Ink, Mark, Sheet};
use crate::text::{Align, Place, Setter, Spot, Style};
use domain::refusal::Refusal;

/// What is shown over the place of a signature.
#[derive(Debug, Clone)]
pub enum SealArt<'a> {
    /// The school's seal as a picture, 4 bytes a pixel from the top left.
    Image {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Red, green, blue, opacity.
        rgba: &'a [u8],
    },
    /// No picture: a framed block of words.
    Text {
        /// Name of the school.
        school: &'a str,
        /// Further lines, such as the date.
        notes: &'a [String],
    },
    /// A red circle that says 样例, for the practice school.
    Practice {
        /// Name of the school.
        school: &'a str,
    },
}

/// More characters could not be read along the edge of the practice seal.
const MOST_ON_ARC: i64 = 30;
/// Seals of schools are at most this wide (45 mm).
const LARGEST: u32 = 45;

/// Draws one square page with the look of a signature, `side_mm` millimetres wide.
///
/// # Errors
/// [`NotDrawn::Refused`] when the side is not 1 to 45 mm, when a name does not fit or has a character that no
/// font has, or when the size of a picture and its pixels do not agree; [`NotDrawn::Broken`] when the file
/// cannot be put together.
pub fn draw_seal_sheet(
    art: &SealArt<'_>,
    side_mm: u32,
    means: &Means,
) -> Result<Vec<u8>, NotDrawn> {
    if side_mm == 0 || side_mm > LARGEST {
        return refuse(format!(
            "印章边长应为 1 至 {LARGEST} 毫米，现为 {side_mm} 毫米"
        ));
    }
    let side = mm(i64::from(side_mm) * 10);
    let mut sheet = Sheet::new(side, side);
    let mut setter = Setter::new(means);
    let mut picture = None;
    match art {
        SealArt::Image {
            width,
            height,
            rgba,
        } => {
            let pixels = u64::from(*width) * u64::from(*height);
            if pixels == 0 || u64::try_from(rgba.len()).ok() != Some(pixels * 4) {
                return refuse("印章图片的尺寸与内容不符，请重新导入".to_owned());
            }
            picture = Some(Picture {
                width: *width,
                height: *height,
                rgba,
            });
            sheet
                .marks
                .push(in_the_middle(side, i64::from(*width), i64::from(*height)));
        }
        SealArt::Text { school, notes } => block(&mut setter, &mut sheet, school, notes)?,
        SealArt::Practice { school } => practice(&mut setter, &mut sheet, school)?,
    }
    if !setter.refusals.is_empty() {
        return Err(NotDrawn::Refused(setter.refusals));
    }
    let about = About {
        title: "签章".to_owned(),
        author: String::new(),
    };
    Ok(pdf::write(means, &[sheet], &[], picture.as_ref(), &about)?)
}

fn refuse<T>(message: String) -> Result<T, NotDrawn> {
    Err(NotDrawn::Refused(vec![Refusal::at(
        "PAPER-SEAL",
        "seal",
        message,
    )]))
}

/// A picture as large as the square allows, with its own proportions.
fn in_the_middle(side: Milli, width: i64, height: i64) -> Mark {
    let longer = width.max(height).max(1);
    let (width, height) = (side * width / longer, side * height / longer);
    Mark::Picture {
        x: (side - width) / 2,
        y: (side - height) / 2,
        width,
        height,
    }
}

fn school_place() -> Place {
    Place::new("school.name", "学校名称")
}

/// A framed block: 电子签章, the school, the notes.
fn block(
    setter: &mut Setter<'_>,
    sheet: &mut Sheet,
    school: &str,
    notes: &[String],
) -> Result<(), NotDrawn> {
    let side = sheet.width;
    let style = Style {
        align: Align::Centre,
        ..Style::LEFT
    };
    let heading = Style {
        align: Align::Centre,
        ..Style::HEADING
    };
    let width = side - mm(30);
    let mut lines = setter.set("电子签章", &heading, width, &Place::form());
    lines.extend(setter.set(school, &style, width, &school_place()));
    for note in notes {
        lines.extend(setter.set(note, &style, width, &Place::new("seal.notes", "签章说明")));
    }
    let used = count(lines.len()) * style.leading;
    let height = used + mm(30);
    if height > side {
        return refuse(format!("“{school}”的签章文字放不下，请缩短签章说明"));
    }
    let (top, bottom) = ((side - height) / 2, (side + height) / 2);
    let (left, right) = (pt(5), side - pt(5));
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ] {
        sheet.rule(from, to, pt(10));
    }
    sheet.text(&lines, mm(15), top + mm(15), style.size, style.leading);
    Ok(())
}

/// A red circle with the name along its upper edge, a star and the word 样例.
fn practice(setter: &mut Setter<'_>, sheet: &mut Sheet, school: &str) -> Result<(), NotDrawn> {
    let side = sheet.width;
    let (centre, radius) = ((side / 2, side / 2), side / 2 - pt(20));
    sheet.marks.push(Mark::Circle {
        centre,
        radius,
        width: pt(25),
        ink: Ink::Red,
    });
    let star = (centre.0, centre.1 - side / 40);
    sheet.marks.push(Mark::Star {
        centre: star,
        radius: side / 7,
        ink: Ink::Red,
    });
    let size = side / 10;
    let style = Style {
        face: Face::SongBold,
        size,
        leading: size,
        ..Style::LEFT
    };
    let sample = setter.one_line("样例", &style, &Place::form());
    sheet.marks.push(Mark::Glyphs {
        x: centre.0 - sample.end / 2,
        y: centre.1 + side * 3 / 10,
        size,
        spots: sample.spots,
        turn: 0,
        ink: Ink::Red,
    });
    let name = setter.one_line(school, &style, &school_place());
    let count = i64::try_from(name.spots.len()).unwrap_or(i64::MAX);
    if count > MOST_ON_ARC {
        return refuse(format!("“{school}”超过 {MOST_ON_ARC} 个字，放不进圆形样章"));
    }
    // Up to 24 degrees a character, together no more than 240; then the characters get smaller.
    let step = (240_000 / count.max(1)).min(24_000);
    let size = if count > 12 { size * 12 / count } else { size };
    for (index, spot) in (0..).zip(name.spots) {
        let away = step * (2 * index - (count - 1)) / 2;
        sheet
            .marks
            .push(on_arc(spot, size, centre, radius - size * 14 / 10, away));
    }
    Ok(())
}

/// A character that stands upright on a circle, `away` thousandths of a degree clockwise from its top.
fn on_arc(spot: Spot, size: Milli, centre: (Milli, Milli), radius: Milli, away: i64) -> Mark {
    // Half the width of the character back along the tangent, so that its middle stands on the radius.
    let half = spot.glyph.advance * size / 2000;
    let (sin, cos) = (away as f64 / 1000.0).to_radians().sin_cos();
    let along = |a: f64, b: f64| (a * radius as f64 - b * half as f64).round() as Milli;
    Mark::Glyphs {
        x: centre.0 + along(sin, cos),
        y: centre.1 - along(cos, -sin),
        size,
        spots: vec![Spot { x: 0, ..spot }],
        turn: -away,
        ink: Ink::Red,
    }
}

#[cfg(test)]
mod tests;
