//! The sending school's fields: their fixed sizes, whether a text fits, and the sheet of appearances.
//!
//! The host school signs the form with these fields empty, so their sizes can never change afterwards. A text
//! that does not fit is refused while it is typed.
//!
//! Must never: make a text smaller so that it fits.

use crate::error::NotDrawn;
use crate::fonts::{Face, Means};
use crate::grid::{PAD_X, PAD_Y, count};
use crate::length::{Milli, mm, pt};
use crate::pdf::{self, About};
use crate::sheet::Sheet;
use crate::text::{Align, Place, SetLine, Setter, Style};
use domain::refusal::Refusal;
use domain::report::SendingPart;

/// Distance of a field from the border of its cell.
pub(crate) const FIELD_INSET: Milli = mm(3);
/// The page on which the fields stand when no text of the host school needs a page more.
const USUAL_PAGE: usize = 4;
/// Width of one of the twelve columns of the form.
const COLUMN: Milli = mm(1620) / 12;

/// How the text of a field is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// A number, a name or a date in the middle.
    Centred,
    /// Paragraphs with straight edges.
    Paragraph,
    /// Lines from the left, as they come.
    Lines,
}

impl Writing {
    pub(crate) fn style(self) -> Style {
        match self {
            Writing::Centred => Style::VALUE,
            Writing::Paragraph => Style {
                face: Face::Kai,
                ..Style::WRITTEN
            },
            Writing::Lines => Style {
                align: Align::Left,
                leading: pt(130),
                ..Style::LEFT
            },
        }
    }
}

/// A text field of the form that is filled after the host school has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillField {
    /// Full name, for example `sending.opinion`.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Page, counted from 1. On a form that was not drawn yet: the usual page.
    pub page: usize,
    /// Width in thousandths of a point.
    pub width: Milli,
    /// Height in thousandths of a point.
    pub height: Milli,
    /// How many lines fit.
    pub max_lines: usize,
    /// How its text is set.
    pub writing: Writing,
}

/// How much room a text takes in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// Lines that the text needs.
    pub lines: usize,
    /// Lines that the field has.
    pub max_lines: usize,
    /// Whether the text may be filled in as it is.
    pub fits: bool,
}

/// The fields for a review with the given indicators (S1, S2, …), in the order of the form.
pub fn fill_fields(codes: &[&str]) -> Vec<FillField> {
    let mut fields = Vec::new();
    for code in codes {
        let [points, evidence] = names(code);
        fields.push(field(
            &points,
            &format!("{code}得分"),
            2,
            1,
            Writing::Centred,
        ));
        fields.push(field(
            &evidence,
            &format!("{code}佐证号"),
            2,
            1,
            Writing::Centred,
        ));
    }
    // The calculation is made by the program and cannot be shortened by anyone: ten lines hold it even when
    // sources are left out and the shares are fractions.
    let fixed = [
        ("sending.total", "派出学校评分合计", 2, 1, Writing::Centred),
        ("sending.opinion", "派出学校意见", 11, 8, Writing::Paragraph),
        (
            "sending.calculation",
            "综合得分计算",
            11,
            10,
            Writing::Lines,
        ),
        ("sending.year", "综合得分", 2, 2, Writing::Centred),
        ("sending.grade", "考核档次", 6, 2, Writing::Centred),
        ("sending.vetoes", "否决情形", 10, 2, Writing::Lines),
    ];
    fields.extend(
        fixed.map(|(name, label, columns, lines, writing)| {
            field(name, label, columns, lines, writing)
        }),
    );
    let signing = [
        ("sending.principal", "派出学校校长", 3),
        ("sending.date", "派出学校日期", 1),
    ];
    for (name, label, lines) in signing {
        let mut field = field(name, label, 4, lines, Writing::Lines);
        field.width = mm(520);
        fields.push(field);
    }
    fields
}

fn field(name: &str, label: &str, columns: i64, lines: usize, writing: Writing) -> FillField {
    FillField {
        name: name.to_owned(),
        label: label.to_owned(),
        page: USUAL_PAGE,
        width: columns * COLUMN - 2 * FIELD_INSET,
        height: count(lines) * writing.style().leading + 2 * (PAD_Y - FIELD_INSET),
        max_lines: lines,
        writing,
    }
}

/// The fields of an indicator: points and evidence.
pub(crate) fn names(code: &str) -> [String; 2] {
    let code = code.to_lowercase();
    [
        format!("sending.{code}"),
        format!("sending.{code}_evidence"),
    ]
}

/// What the sending school says, field by field; what is missing prints as a dash.
pub fn fill_values(part: &SendingPart) -> Vec<(String, String)> {
    let scores = part.scores.iter().flat_map(|row| {
        let [points, evidence] = names(&row.code);
        [
            (points, row.points.clone()),
            (evidence, row.evidence.clone()),
        ]
    });
    let fixed = [
        ("sending.total", &part.total),
        ("sending.opinion", &part.opinion),
        ("sending.calculation", &part.calculation),
        ("sending.year", &part.year_score),
        ("sending.grade", &part.grade),
        ("sending.vetoes", &part.vetoes),
        ("sending.principal", &part.principal),
        ("sending.date", &part.signed_on),
    ];
    scores
        .chain(fixed.map(|(name, value)| (name.to_owned(), value.clone())))
        .map(|(name, value)| (name, value.unwrap_or_else(|| "—".to_owned())))
        .collect()
}

/// Counts the lines of a text while it is typed.
pub fn fits(field: &FillField, text: &str, means: &Means) -> Fit {
    let lines = set(&mut Setter::new(means), field, text).len();
    Fit {
        lines,
        max_lines: field.max_lines,
        fits: lines <= field.max_lines,
    }
}

fn set(setter: &mut Setter<'_>, field: &FillField, text: &str) -> Vec<SetLine> {
    let place = Place::new(field.name.clone(), field.label.clone());
    let width = field.width - 2 * (PAD_X - FIELD_INSET);
    setter.set(text, &field.writing.style(), width, &place)
}

/// Draws what stands in the fields: page i has exactly the size of field i and shows its text, with embedded
/// fonts. A field without a value gives an empty page.
///
/// # Errors
/// [`NotDrawn::Refused`] when a text does not fit, has a character that no font has, or belongs to no field;
/// [`NotDrawn::Broken`] when the file cannot be put together.
pub fn draw_fill_sheet(
    fields: &[FillField],
    values: &[(String, String)],
    means: &Means,
) -> Result<Vec<u8>, NotDrawn> {
    let mut setter = Setter::new(means);
    let mut sheets = Vec::new();
    let mut refusals = Vec::new();
    for field in fields {
        let value = values.iter().find(|(name, _)| *name == field.name);
        let lines = value.map_or_else(Vec::new, |(_, text)| set(&mut setter, field, text));
        if lines.len() > field.max_lines {
            refusals.push(too_long(field, lines.len()));
        }
        let style = field.writing.style();
        let mut sheet = Sheet::new(field.width, field.height);
        let used = count(lines.len()) * style.leading;
        let above = match field.writing {
            Writing::Paragraph => PAD_Y - FIELD_INSET,
            Writing::Centred | Writing::Lines => (field.height - used) / 2,
        };
        sheet.text(
            &lines,
            PAD_X - FIELD_INSET,
            above,
            style.size,
            style.leading,
        );
        sheets.push(sheet);
    }
    for (name, _) in values {
        if !fields.iter().any(|field| field.name == *name) {
            let message = format!("表上没有名为 {name} 的栏目");
            refusals.push(Refusal::at("PAPER-FIELD", name.clone(), message));
        }
    }
    refusals.append(&mut setter.refusals);
    if !refusals.is_empty() {
        return Err(NotDrawn::Refused(refusals));
    }
    let about = About {
        title: "派出学校填写内容".to_owned(),
        author: String::new(),
    };
    Ok(pdf::write(means, &sheets, &[], None, &about)?)
}

fn too_long(field: &FillField, lines: usize) -> Refusal {
    let message = format!(
        "“{}”有 {lines} 行，表上只有 {} 行，请缩短文字（可另附材料说明）",
        field.label, field.max_lines
    );
    Refusal::at("PAPER-FIT", field.name.clone(), message)
}

#[cfg(test)]
mod tests;
