//! Tables laid onto pages: where a page ends, what is repeated, which cells grow together.

use super::{Cell, Edges, Extra, PAD_X, PAD_Y, Row, Table, count};
use crate::length::{Area, Milli, pt};
use crate::sheet::Sheet;

/// The part of a page that tables may use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) page_width: Milli,
    pub(crate) page_height: Milli,
    pub(crate) left: Milli,
    pub(crate) top: Milli,
    pub(crate) width: Milli,
    pub(crate) bottom: Milli,
}

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// Filled with text; more than one line or not.
    Text { many_lines: bool },
    /// Signed.
    Signature,
}

/// A form field on a page.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) page: usize,
    pub(crate) area: Area,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) kind: FieldKind,
}

/// A cell that was drawn, for whoever asks what stands where.
#[derive(Debug, Clone)]
#[cfg_attr(not(test), allow(dead_code))]
pub(crate) struct Drawn {
    pub(crate) page: usize,
    pub(crate) area: Area,
    pub(crate) place: String,
    pub(crate) text: String,
}

/// A tall cell whose rows are still being laid.
struct Open {
    mark: usize,
    cell: Cell,
    top: Milli,
}

/// Pages that are being filled from top to bottom.
pub(crate) struct Flow {
    pub(crate) frame: Frame,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) fields: Vec<Field>,
    pub(crate) cells: Vec<Drawn>,
    /// Where the next thing begins on the last page.
    pub(crate) y: Milli,
    open: Vec<Open>,
}

const BORDER: Milli = pt(6);

impl Flow {
    /// No page yet.
    pub(crate) fn new(frame: Frame) -> Self {
        let (sheets, fields, cells, open) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self {
            frame,
            sheets,
            fields,
            cells,
            y: frame.bottom,
            open,
        }
    }

    /// Goes on at the top of a new page.
    pub(crate) fn new_page(&mut self) {
        self.sheets
            .push(Sheet::new(self.frame.page_width, self.frame.page_height));
        self.y = self.frame.top;
    }

    /// Height that is left on the page.
    pub(crate) fn room(&self) -> Milli {
        self.frame.bottom - self.y
    }

    /// Lays a table, with new pages as needed.
    pub(crate) fn table(&mut self, table: &Table) {
        let mut rows = table.rows.clone();
        grow_for_merged(&mut rows);
        self.header(table, &rows);
        let mut rest = rows.as_mut_slice();
        while let Some(first) = rest.first() {
            let block = block_length(rest);
            if first.fills {
                self.fill(rest);
            }
            let (now, later) = std::mem::take(&mut rest).split_at_mut(block);
            self.block(table, now);
            rest = later;
        }
        self.close_all(table);
    }

    /// The header, on a page where at least the first block fits under it.
    fn header(&mut self, table: &Table, rows: &[Row]) {
        let first: Milli = match rows.first() {
            Some(row) if row.cells.iter().any(|cell| cell.flows) => 4 * row_leading(row),
            Some(_) => rows.iter().take(block_length(rows)).map(Row::height).sum(),
            None => 0,
        };
        let own: Milli = table.header.iter().map(Row::height).sum();
        if self.sheets.is_empty() || self.y + own + first > self.frame.bottom {
            self.new_page();
        }
        for row in &table.header {
            self.row(table, row, row.height());
        }
    }

    /// Lets a row take what the rows behind it leave of the page.
    fn fill(&self, rows: &mut [Row]) {
        let others: Milli = rows.iter().skip(1).map(Row::height).sum();
        if let Some(row) = rows.first_mut() {
            row.least = row.least.max(self.frame.bottom - self.y - others);
        }
    }

    /// Lays rows that belong on one page, on the next page when this one has no room for them.
    fn block(&mut self, table: &Table, rows: &[Row]) {
        let height: Milli = rows.iter().map(Row::height).sum();
        let Some((first, others)) = rows.split_first() else {
            return;
        };
        if self.y + height > self.frame.bottom {
            if first.cells.iter().any(|cell| cell.flows) {
                self.split(table, first, others.iter().map(Row::height).sum());
                for row in others {
                    self.row(table, row, row.height());
                }
                return;
            }
            let again: Milli = table.again.iter().map(Row::height).sum();
            if height > self.frame.bottom - self.frame.top - again {
                self.too_high(table, first, others);
                return;
            }
            self.turn(table);
        }
        for row in rows {
            self.row(table, row, row.height());
        }
    }

    /// Rows that no page can hold together: each for itself, and a single one line by line.
    fn too_high(&mut self, table: &Table, first: &Row, others: &[Row]) {
        if others.is_empty() {
            let mut row = first.clone();
            row.cells.iter_mut().for_each(|cell| cell.flows = true);
            self.split(table, &row, 0);
        } else {
            self.block(table, std::slice::from_ref(first));
            for row in others {
                self.block(table, std::slice::from_ref(row));
            }
        }
    }

    /// A new page in the middle of a table.
    fn turn(&mut self, table: &Table) {
        self.close_all(table);
        self.new_page();
        for row in &table.again {
            self.row(table, row, row.height());
        }
    }

    /// Lays a row whose text goes on on the next page, whole lines on each. `reserve` is the height of the
    /// rows that must stand on the same page as its end.
    fn split(&mut self, table: &Table, row: &Row, reserve: Milli) {
        let mut rest = row.clone();
        rest.least = 0;
        loop {
            let leading = row_leading(&rest).max(1);
            let above = rest.cells.iter().map(Cell::above).max();
            let room = self.frame.bottom - self.y - above.unwrap_or(PAD_Y) - PAD_Y;
            let lines = |height: Milli| usize::try_from(height / leading).unwrap_or(0);
            let left = rest
                .cells
                .iter()
                .filter(|cell| cell.flows)
                .map(|cell| cell.lines.len())
                .max();
            let left = left.unwrap_or(0);
            if left <= lines(room - reserve) {
                self.row(table, &rest, rest.height().min(self.frame.bottom - self.y));
                return;
            }
            // No single line is left alone at the end of a page or at the beginning of the next.
            let now = lines(room).min(left.saturating_sub(2));
            if now >= 2 {
                let mut part = rest.clone();
                part.least = self.frame.bottom - self.y;
                for (cell, source) in part.cells.iter_mut().zip(rest.cells.iter_mut()) {
                    if source.flows {
                        let after = source.lines.split_off(now.min(source.lines.len()));
                        cell.lines.truncate(now);
                        source.lines = after;
                    }
                    if cell.edges == Edges::OpenBelow {
                        cell.edges = Edges::All;
                    }
                }
                self.row(table, &part, part.height());
            }
            self.turn(table);
        }
    }

    /// Draws one row at the present place.
    fn row(&mut self, table: &Table, row: &Row, height: Milli) {
        self.close_others(table, row);
        let top = self.y;
        for cell in &row.cells {
            match cell.merge {
                Some(mark) => {
                    if !self.open.iter().any(|open| open.mark == mark) {
                        self.open.push(Open {
                            mark,
                            cell: cell.clone(),
                            top,
                        });
                    }
                }
                None => self.cell(table, cell, top, height),
            }
        }
        self.y += height;
    }

    /// Ends the tall cells that the next row does not go on with.
    fn close_others(&mut self, table: &Table, row: &Row) {
        let goes_on = |open: &Open| row.cells.iter().any(|cell| cell.merge == Some(open.mark));
        let (keep, close): (Vec<Open>, Vec<Open>) = std::mem::take(&mut self.open)
            .into_iter()
            .partition(goes_on);
        self.open = keep;
        for open in close {
            self.cell(table, &open.cell, open.top, self.y - open.top);
        }
    }

    fn close_all(&mut self, table: &Table) {
        self.close_others(table, &Row::default());
    }

    fn cell(&mut self, table: &Table, cell: &Cell, top: Milli, height: Milli) {
        let x = self.frame.left + table.left(cell.column);
        let width = table.width(cell.column, cell.span);
        let page = self.sheets.len().saturating_sub(1);
        let area = Area {
            x,
            y: top,
            width,
            height,
        };
        let extras = cell.extras.iter().filter_map(|extra| match extra {
            Extra::Text { line, .. } => Some(line),
            Extra::Rule { .. } | Extra::Field { .. } => None,
        });
        let lines = cell.lines.iter().chain(extras);
        let text = lines
            .flat_map(|line| line.spots.iter().map(|spot| spot.c))
            .collect();
        self.cells.push(Drawn {
            page,
            area,
            place: cell.place.code.clone(),
            text,
        });
        for extra in &cell.extras {
            if let Extra::Field {
                area,
                name,
                label,
                kind,
            } = extra
            {
                let area = Area {
                    x: x + area.x,
                    y: top + area.y,
                    ..*area
                };
                let (name, label) = (name.clone(), label.clone());
                self.fields.push(Field {
                    page,
                    area,
                    name,
                    label,
                    kind: *kind,
                });
            }
        }
        let Some(sheet) = self.sheets.last_mut() else {
            return;
        };
        border(sheet, &area, cell.edges);
        let beside = if cell.edges == Edges::Bare { 0 } else { PAD_X };
        let used = count(cell.lines.len()) * cell.style.leading;
        let above = if cell.flows || cell.edges == Edges::OpenBelow {
            cell.above()
        } else {
            (height - used) / 2
        };
        sheet.text(
            &cell.lines,
            x + beside,
            top + above,
            cell.style.size,
            cell.style.leading,
        );
        for extra in &cell.extras {
            match extra {
                Extra::Text {
                    x: dx,
                    y: dy,
                    line,
                    size,
                } => sheet.line(line, x + dx, top + dy, *size),
                Extra::Rule {
                    x: dx,
                    y: dy,
                    length,
                } => {
                    sheet.rule((x + dx, top + dy), (x + dx + length, top + dy), BORDER);
                }
                Extra::Field { .. } => {}
            }
        }
    }
}

fn border(sheet: &mut Sheet, area: &Area, edges: Edges) {
    if edges == Edges::Bare {
        return;
    }
    let (left, top) = (area.x, area.y);
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    if edges != Edges::OpenAbove {
        sheet.rule((left, top), (right, top), BORDER);
    }
    if edges != Edges::OpenBelow {
        sheet.rule((left, bottom), (right, bottom), BORDER);
    }
    sheet.rule((left, top), (left, bottom), BORDER);
    sheet.rule((right, top), (right, bottom), BORDER);
}

fn row_leading(row: &Row) -> Milli {
    row.cells
        .iter()
        .filter(|cell| cell.flows)
        .map(|cell| cell.style.leading)
        .max()
        .unwrap_or(0)
}

/// How many rows from the first stay on one page because tall cells hold them together.
fn block_length(rows: &[Row]) -> usize {
    let marks = |row: &Row| {
        row.cells
            .iter()
            .filter_map(|cell| cell.merge)
            .collect::<Vec<_>>()
    };
    let Some(first) = rows.first().map(marks) else {
        return 0;
    };
    let rest = rows
        .iter()
        .skip(1)
        .take_while(|row| marks(row).iter().any(|mark| first.contains(mark)));
    let kept = rows.iter().take_while(|row| row.keeps).count();
    1 + rest.count().max(kept)
}

/// Makes the last row of a tall cell higher when the rows together are too low for its text.
fn grow_for_merged(rows: &mut [Row]) {
    let mut start = 0;
    while start < rows.len() {
        let Some(tail) = rows.get_mut(start..) else {
            return;
        };
        let length = block_length(tail).max(1);
        let block = tail.iter().take(length);
        let have: Milli = block.clone().map(Row::height).sum();
        let need = block
            .flat_map(|row| &row.cells)
            .filter(|cell| cell.merge.is_some())
            .map(Cell::height)
            .max()
            .unwrap_or(0);
        if need > have
            && let Some(last) = tail.get_mut(length - 1)
        {
            last.least = last.height() + need - have;
        }
        start += length;
    }
}

#[cfg(test)]
mod tests;
