//! Every number that protects us from a foreign file, in one place.
//!
//! Must never: be raised because one file did not fit. A teacher roster of the largest school is a
//! hundredth of any of these.

use std::time::Duration;

const MEBIBYTE: u64 = 1024 * 1024;

/// Bytes of any one foreign spreadsheet.
pub const FILE_BYTES: u64 = 20 * MEBIBYTE;

/// Parts inside a zip.
pub const ZIP_ENTRIES: usize = 2_000;
/// Bytes of all parts of a zip together, counted while they are inflated: what a part says about its own
/// size is not believed.
pub const ZIP_INFLATED_BYTES: u64 = 200 * MEBIBYTE;
/// How many times larger than its packed bytes a part may become.
pub const ZIP_RATIO: u64 = 200;
/// Below this size the ratio says nothing: a short part of equal characters packs well and harms nobody.
pub const ZIP_RATIO_FROM_BYTES: u64 = MEBIBYTE;
/// Bytes of the name of a part.
pub const ZIP_NAME_BYTES: usize = 255;

/// Sheets of a workbook that are read; the rest is refused.
pub const SHEETS: usize = 64;
/// Rows of a sheet: the number of the last row that may carry a cell, and the number of rows kept.
pub const SHEET_ROWS: u32 = 50_000;
/// Columns of a sheet. Cells further right are left out, since offices colour whole rows.
pub const SHEET_COLUMNS: u32 = 64;
/// Cells of a workbook that carry something.
pub const CELLS: usize = 1_000_000;
/// Cell elements of a workbook, empty ones included.
pub const CELL_ELEMENTS: usize = 8_000_000;
/// Cells that an old sheet (xls) spans from its first to its last, since it is laid out whole.
pub const OLD_SHEET_CELLS: u64 = 4_000_000;
/// Characters of a cell; Excel's own limit.
pub const CELL_CHARACTERS: usize = 32_767;
/// Shared strings of a workbook. Calamine reserves memory for as many as the file claims.
pub const SHARED_STRINGS: u64 = 200_000;
/// Rows of a csv file.
pub const CSV_ROWS: usize = 200_000;

/// Bytes of a text that is pasted from a spreadsheet.
pub const PASTED_BYTES: usize = 1024 * 1024;
/// Rows of such a text.
pub const PASTED_ROWS: usize = 2_000;
/// Columns of such a row; cells further right are left out.
pub const PASTED_COLUMNS: usize = 40;

/// Rows from the top of a sheet among which its header must stand.
pub const HEADER_WITHIN_ROWS: usize = 20;
/// Problems that are told one by one; a file with more is the wrong file.
pub const PROBLEMS: usize = 100_000;

/// Time that a foreign file may take in the worker.
pub const WORKER_TIME: Duration = Duration::from_secs(20);
/// Address space that the worker may add to what the program itself has mapped.
pub const WORKER_MEMORY_BYTES: u64 = 512 * MEBIBYTE;
/// Bytes of the worker's answer.
pub const WORKER_ANSWER_BYTES: u64 = 256 * MEBIBYTE;
/// Bytes of the header line of a request to the worker.
pub const WORKER_HEADER_BYTES: u64 = 64 * 1024;

/// Bytes of an image file.
pub const IMAGE_BYTES: u64 = 10 * MEBIBYTE;
/// Pixels of an image's width and height, from its header, before anything is decoded.
pub const IMAGE_SIDE: u32 = 4_096;
/// Bytes that the decoder may take.
pub const IMAGE_DECODER_BYTES: u64 = 128 * MEBIBYTE;
/// Pixels of a seal's longer side as it is kept: 40 mm in print at 190 dots to the inch.
pub const SEAL_SIDE: u32 = 300;
