//! Measures an old workbook (xls) before calamine sees it.
//!
//! Its wrapping keeps streams as chains of sectors: a chain that bites its own tail is followed for ever, and
//! takes memory all the while. And calamine lays out every cell between the first and the last one of a sheet.
//!
//! Must never: follow a chain for more steps than the file has sectors.

use domain::refusal::Refusal;

use crate::error::{too_large, unreadable};
use crate::limits;

const RESERVED: u32 = 0xffff_fffa;
const END: u32 = 0xffff_fffe;

/// Measures the file.
///
/// # Errors
/// When a chain is endless or a sheet would be laid out over too many cells.
pub(super) fn measure(bytes: &[u8]) -> Result<(), Refusal> {
    let sectors = Sectors::of(bytes).ok_or_else(unreadable)?;
    if !sectors.all_chains_end() {
        return Err(unreadable());
    }
    for stream in sectors.workbook_streams() {
        measure_records(&stream)?;
    }
    Ok(())
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    next: Vec<u32>,
    directory: u32,
}

impl<'a> Sectors<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut sectors = Self {
            bytes,
            size,
            next: Vec::new(),
            directory: u32_at(bytes, 48)?,
        };
        let mut tables: Vec<u32> = words(bytes.get(76..512)?).collect();
        // Files of up to 7 MB need no further table of tables; each more holds one link at its end.
        let mut further = u32_at(bytes, 68)?;
        let most = bytes.len() / size + 1;
        let mut steps = 0;
        while further < RESERVED {
            steps += 1;
            if steps > most {
                return None;
            }
            let mut table: Vec<u32> = words(sectors.sector(further)?).collect();
            further = table.pop()?;
            tables.extend(table);
        }
        for id in tables.into_iter().filter(|id| *id < RESERVED) {
            // A table named twice or lying outside is no honest file.
            if sectors.next.len() > (most + 1).saturating_mul(size) {
                return None;
            }
            let table: Vec<u32> = words(sectors.sector(id)?).collect();
            sectors.next.extend(table);
        }
        Some(sectors)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(id)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.size)?;
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// No two sectors lead to the same one and no chain closes: then every chain ends.
    fn all_chains_end(&self) -> bool {
        const NEW: u8 = 0;
        const ON_THE_WAY: u8 = 1;
        const ENDS: u8 = 2;
        let mut states = vec![NEW; self.next.len()];
        for start in 0..self.next.len() {
            let mut way = Vec::new();
            let mut place = start;
            loop {
                match states.get_mut(place) {
                    Some(state) if *state == NEW => *state = ON_THE_WAY,
                    Some(state) if *state == ON_THE_WAY => return false,
                    // Known to end, or outside the table, where calamine stops too.
                    _ => break,
                }
                way.push(place);
                let next = self.next.get(place).copied().unwrap_or(END);
                place = usize::try_from(next).unwrap_or(usize::MAX);
            }
            for place in way {
                if let Some(state) = states.get_mut(place) {
                    *state = ENDS;
                }
            }
        }
        true
    }

    /// A chain's bytes; the chains are known to end.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut stream = Vec::new();
        let mut id = first;
        for _ in 0..=self.next.len() {
            let Some(sector) = self.sector(id) else { break };
            stream.extend_from_slice(sector);
            let place = usize::try_from(id).unwrap_or(usize::MAX);
            id = self.next.get(place).copied().unwrap_or(END);
        }
        stream
    }

    /// The streams that hold sheets. One below 4 KB lies elsewhere and is too short to harm.
    fn workbook_streams(&self) -> Vec<Vec<u8>> {
        let directory = self.chain(self.directory);
        directory
            .chunks_exact(128)
            .filter(|entry| {
                let name: Vec<u8> = entry
                    .iter()
                    .take(16)
                    .copied()
                    .filter(|byte| *byte != 0)
                    .collect();
                name.eq_ignore_ascii_case(b"Workbook") || name.eq_ignore_ascii_case(b"Book")
            })
            .filter_map(|entry| {
                let length = usize::try_from(u32_at(entry, 120)?).ok()?;
                (length >= 4096).then(|| {
                    let mut stream = self.chain(u32_at(entry, 116).unwrap_or(END));
                    stream.truncate(length);
                    stream
                })
            })
            .collect()
    }
}

/// Walks over the records of a workbook and adds up where its cells say they are.
fn measure_records(stream: &[u8]) -> Result<(), Refusal> {
    let (mut last_row, mut last_column) = (0_u64, 0_u64);
    let mut rest = stream;
    while let (Some(kind), Some(length)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let end = 4 + usize::from(length);
        let data = rest.get(4..end.min(rest.len())).unwrap_or_default();
        let word = |at| u64::from(u16_at(data, at).unwrap_or_default());
        let (row, column) = match kind {
            // Dimensions: rows as four bytes since Excel 97, before that as two.
            0x0200 if data.len() >= 14 => {
                (u64::from(u32_at(data, 4).unwrap_or_default()), word(10))
            }
            0x0200 => (word(2), word(6)),
            // Several numbers in a row; the last column stands at the end.
            0x00bd => (word(0), word(data.len().saturating_sub(2))),
            0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x027e | 0x00d6 | 0x00fd => (word(0), word(2)),
            _ => (0, 0),
        };
        last_row = last_row.max(row);
        last_column = last_column.max(column);
        rest = rest.get(end..).unwrap_or_default();
    }
    if (last_row + 1).saturating_mul(last_column + 1) > limits::OLD_SHEET_CELLS {
        return Err(too_large(
            "表格范围太大,不像教师花名册。请另存为 .xlsx 再导入",
        ));
    }
    Ok(())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}
