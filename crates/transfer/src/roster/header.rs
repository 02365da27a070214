//! Where a sheet's header stands, and what its columns hold.
//!
//! Must never: read a sheet without names as a roster.

use super::heading::{Field, Part, meaning};
use super::plain::squeezed;
use crate::limits;
use crate::sheet::{Cell, Row, Sheet};

/// One column of a sheet that has a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// From 0.
    pub(super) place: usize,
    /// Its heading in one line; with its group when it needs it.
    pub(super) heading: String,
    pub(super) meaning: Option<(Field, Part)>,
}

/// A sheet's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    /// Index of the first row below it.
    pub(super) first_row: usize,
}

impl Header {
    /// The column of a field, or of a part of its date.
    pub(super) fn column(&self, field: Field, part: Part) -> Option<&Column> {
        self.columns
            .iter()
            .find(|column| column.meaning == Some((field, part)))
    }

    /// True when a row repeats the header, as on every printed page.
    pub(super) fn is_repeated_in(&self, row: &Row) -> bool {
        let repeated = self
            .columns
            .iter()
            .filter(|column| match row.cell(column.place) {
                Cell::Text(text) => {
                    let text: String = text.split_whitespace().collect();
                    // Of a header of two rows either may be met.
                    column.heading == text || column.heading.rsplit('/').next() == Some(&text)
                }
                _ => false,
            })
            .count();
        repeated >= 2
    }
}

/// Finds the header: the row with the most known headings near the top, alone or with the row below or above.
pub(super) fn find(sheet: &Sheet) -> Option<Header> {
    let rows: Vec<&Row> = sheet.rows.iter().take(limits::HEADER_WITHIN_ROWS).collect();
    let mut best: Option<(usize, Header)> = None;
    for (index, row) in rows.iter().enumerate() {
        let above = index.checked_sub(1).and_then(|above| rows.get(above));
        let pair = |above: &Row, below: &Row, last: usize| Header {
            columns: columns(Some(above), below),
            first_row: last + 1,
        };
        let mut candidates = vec![Header {
            columns: columns(None, row),
            first_row: index + 1,
        }];
        if let Some(above) = above
            && is_heading_like(row)
            && filled(above) >= 2
        {
            candidates.push(pair(above, row, index));
        }
        for header in candidates {
            let score = score(&header);
            if score > 0 && best.as_ref().is_none_or(|(before, _)| score > *before) {
                best = Some((score, header));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// How many fields a header knows; none without names. A mere list of names needs no second field, but then
/// nothing else may stand beside 姓名: a guide that explains 姓名 to its right is no roster.
fn score(header: &Header) -> usize {
    let known = header
        .columns
        .iter()
        .filter(|column| column.meaning.is_some())
        .count();
    let has_names = header.column(Field::Name, Part::Whole).is_some();
    let is_name_list = header.columns.iter().all(|column| {
        column.meaning.is_some() || matches!(column.heading.as_str(), "序号" | "编号" | "备注")
    });
    if has_names && (known >= 2 || is_name_list) {
        known
    } else {
        0
    }
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_blank()).count()
}

/// Short texts alone: a row of values has numbers, dates or long texts in it.
fn is_heading_like(row: &Row) -> bool {
    row.cells.iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => squeezed(text).chars().count() <= 30,
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) => false,
    })
}

/// The columns of a header of one row, or of two when there is a row of groups above.
fn columns(groups: Option<&Row>, row: &Row) -> Vec<Column> {
    let width = row.cells.len().max(groups.map_or(0, |row| row.cells.len()));
    let mut columns: Vec<Column> = Vec::new();
    let mut group = String::new();
    for place in 0..width {
        let heading = text(row.cell(place));
        let above = groups.map(|row| text(row.cell(place))).unwrap_or_default();
        // A group's text stands in its first cell and reaches over the cells beside it, but only while there
        // are headings under it.
        if !above.is_empty() {
            group.clone_from(&above);
        } else if heading.is_empty() {
            group.clear();
        }
        if heading.is_empty() && above.is_empty() {
            continue;
        }
        let found = meaning(&group, &heading);
        let is_known_alone = meaning("", &heading) == found;
        let heading = match (group.is_empty(), heading.is_empty()) {
            (_, true) => group.clone(),
            (true, _) => heading,
            (false, false) if is_known_alone => heading,
            (false, false) => format!("{group}/{heading}"),
        };
        columns.push(Column {
            place,
            heading,
            meaning: found,
        });
    }
    // The first column of a kind holds it; a second 学历 is nobody's.
    let mut taken = Vec::new();
    for column in &mut columns {
        if let Some(found) = column.meaning {
            if taken.contains(&found) {
                column.meaning = None;
            } else {
                taken.push(found);
            }
        }
    }
    columns
}

/// A heading in one line.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.split_whitespace().collect(),
        _ => String::new(),
    }
}
