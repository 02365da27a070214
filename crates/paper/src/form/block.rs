//! Parts in blocks: what stands on a page together.
//!
//! A heading goes with the part behind it, a note with the part before it, and the parties stand on the page of
//! the last words that they sign.
//!
//! Must never: drop a part, change the order of parts, or leave signatures alone on a page.

use super::look::Look;
use super::signatures::Fields;
use super::{cells, list, opinion, running_text, signatures};
use crate::grid::{Flow, Row, Table, count};
use crate::length::{Milli, mm};
use crate::text::Setter;
use domain::report::Part;

/// Distance of the signatures from what stands above them.
const BEFORE_SIGNATURES: Milli = mm(40);

/// What a block is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Table,
    Opinions,
    Signatures,
    /// Signatures under the last words of a text.
    Signed,
}

/// One table with the distance to what stands above it.
pub(super) struct Block {
    kind: Kind,
    table: Table,
    gap: Milli,
    is_last: bool,
    /// Height of the signatures behind it, which stand on the page where it ends.
    reserve: Milli,
}

/// Gathers the parts of a form.
pub(super) struct Blocks<'a, 'm> {
    setter: &'a mut Setter<'m>,
    look: &'a Look,
    done: Vec<Block>,
    headings: Vec<Row>,
    /// Paragraphs that stand with the signatures behind them.
    leads: Vec<Row>,
    fields: Fields,
    opinions: usize,
}

impl<'a, 'm> Blocks<'a, 'm> {
    /// Nothing yet. Without `may_sign` no place gets a field.
    pub(super) fn new(setter: &'a mut Setter<'m>, look: &'a Look, may_sign: bool) -> Self {
        Self {
            setter,
            look,
            done: Vec::new(),
            headings: Vec::new(),
            leads: Vec::new(),
            fields: Fields::new(may_sign),
            opinions: 0,
        }
    }

    /// Takes the next part; `next` is the one behind it.
    pub(super) fn add(&mut self, part: &Part, next: Option<&Part>) {
        let look = self.look;
        match part {
            Part::Heading(text) => {
                let row = running_text::heading(self.setter, look, text);
                self.headings.push(row);
            }
            Part::Paragraph(written) => {
                let mut row = running_text::paragraph(self.setter, look, written);
                if matches!(next, Some(Part::Signatures(_))) {
                    row.keeps = true;
                    self.leads.push(row);
                } else {
                    self.push(Kind::Text, running_text::table(look, vec![row]));
                }
            }
            Part::Cells(rows) => {
                let table = cells::table(self.setter, look, rows);
                self.push(Kind::Table, table);
            }
            Part::List(list) => {
                let table = list::table(self.setter, look, list);
                self.push(Kind::Table, table);
            }
            Part::Opinion(opinion) => {
                let rows = opinion::rows(self.setter, look, opinion, self.opinions);
                self.opinions += 1;
                self.opinion(rows);
            }
            Part::Signatures(places) => {
                let mut table = signatures::table(self.setter, look, places, &mut self.fields);
                let leads = std::mem::take(&mut self.leads);
                if leads.is_empty() {
                    self.push(Kind::Signatures, table);
                } else {
                    table
                        .rows
                        .splice(0..0, leads.into_iter().chain([space(look)]));
                    self.push(Kind::Signed, table);
                }
            }
            Part::Note(text) => {
                let row = running_text::note(self.setter, look, text);
                self.note(row);
            }
        }
    }

    /// All blocks from top to bottom.
    pub(super) fn finish(mut self) -> Vec<Block> {
        if !self.headings.is_empty() {
            self.push(Kind::Text, running_text::table(self.look, Vec::new()));
        }
        let mut behind = 0;
        for block in self.done.iter_mut().rev() {
            if matches!(block.kind, Kind::Table | Kind::Opinions) {
                block.reserve = behind;
            }
            behind = match block.kind {
                Kind::Signatures => block.gap + block.height(),
                _ => 0,
            };
        }
        if let Some(last) = self.done.last_mut() {
            last.is_last = true;
        }
        self.done
    }

    fn push(&mut self, kind: Kind, mut table: Table) {
        let has_heading = !self.headings.is_empty();
        let above = self.done.last().map(|block| block.kind);
        let gap = gap(above, kind, has_heading);
        table.header.splice(0..0, self.headings.drain(..));
        self.done.push(Block {
            kind,
            table,
            gap,
            is_last: false,
            reserve: 0,
        });
    }

    /// Opinions under each other share one table.
    fn opinion(&mut self, rows: Vec<Row>) {
        match self.done.last_mut() {
            Some(block) if block.kind == Kind::Opinions && self.headings.is_empty() => {
                block.table.rows.extend(rows);
            }
            _ => {
                let mut table = opinion::empty(self.look);
                table.rows = rows;
                self.push(Kind::Opinions, table);
            }
        }
    }

    /// A note stands with the end of the table that it explains.
    fn note(&mut self, row: Row) {
        match self.done.last_mut() {
            Some(block) if block.kind != Kind::Text && self.headings.is_empty() => {
                if let Some(last) = block.table.rows.last_mut() {
                    last.keeps = true;
                }
                block.table.rows.push(row);
            }
            _ => self.push(Kind::Text, running_text::table(self.look, vec![row])),
        }
    }
}

impl Block {
    /// Lays the block under what is already there.
    pub(super) fn lay(mut self, flow: &mut Flow, look: &Look) {
        if flow.y > look.frame.top {
            flow.y = (flow.y + self.gap).min(look.frame.bottom);
        }
        if self.is_last && self.kind == Kind::Opinions {
            spread(&mut self.table, flow.room());
        }
        // So many who sign that they need pages of their own take nothing along.
        if self.reserve > (look.frame.bottom - look.frame.top) / 2 {
            self.reserve = 0;
        }
        if self.reserve > 0 {
            self.reserve_room();
        }
        flow.table(&self.table);
        flow.y -= self.reserve;
    }

    /// An empty row at the end that is as high as the signatures; they are laid over it.
    fn reserve_room(&mut self) {
        if let Some(last) = self.table.rows.last_mut() {
            last.keeps = true;
        }
        self.table.rows.push(Row {
            least: self.reserve,
            ..Row::default()
        });
    }

    fn height(&self) -> Milli {
        let rows = self.table.header.iter().chain(&self.table.rows);
        rows.map(Row::height).sum()
    }
}

/// Gives the boxes at the end of a form what is left of the page, each the same.
fn spread(table: &mut Table, room: Milli) {
    let rows = table.header.iter().chain(&table.rows);
    let used: Milli = rows.map(Row::height).sum();
    let boxes = table.rows.iter().filter(|row| opinion::is_text(row));
    let each = ((room - used) / count(boxes.count()).max(1)).clamp(0, mm(250));
    for row in table.rows.iter_mut().filter(|row| opinion::is_text(row)) {
        row.least = row.height() + each;
    }
}

/// Keeps the signatures at a distance from the words above them.
fn space(look: &Look) -> Row {
    Row {
        least: if look.is_letter {
            mm(60)
        } else {
            BEFORE_SIGNATURES
        },
        keeps: true,
        ..Row::default()
    }
}

/// Distance between two blocks. Tables follow each other without one, as one grid.
fn gap(above: Option<Kind>, kind: Kind, has_heading: bool) -> Milli {
    match (above, kind) {
        (None, _) => 0,
        (Some(Kind::Text), Kind::Text | Kind::Signed) if has_heading => mm(15),
        (Some(Kind::Text), Kind::Text | Kind::Signed) => 0,
        (Some(_), Kind::Signatures) => BEFORE_SIGNATURES,
        (Some(Kind::Table | Kind::Opinions), Kind::Table | Kind::Opinions) if !has_heading => 0,
        _ => mm(25),
    }
}
