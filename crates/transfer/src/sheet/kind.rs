//! What a file is, by its content alone.
//!
//! Must never: believe the file's name.

use domain::refusal::Refusal;

use crate::error::KIND;

/// What we can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xls,
    Text,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Other things that people choose by mistake, and their words.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "这是PDF文件"),
    (b"\x89PNG", "这是图片"),
    (b"\xff\xd8\xff", "这是图片"),
    (b"GIF8", "这是图片"),
    (b"BM", "这是图片"),
    (b"Rar!", "这是压缩包"),
    (b"7z\xbc\xaf", "这是压缩包"),
    (b"PK\x05\x06", "这是空的压缩包"),
    (b"SQLite format 3", "这是数据库文件"),
    (b"MZ", "这是程序文件"),
    (b"\x7fELF", "这是程序文件"),
    (b"{\\rtf", "这是文字文稿"),
];

/// Old Excel without the compound wrapping (BIFF2–BIFF4): a BOF record at the very start.
const BARE_BIFF: &[&[u8]] = &[
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
];

/// What the bytes are.
///
/// # Errors
/// When they are something else; the words say what.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Refusal> {
    let wrong = |what: &str| {
        Err(Refusal::new(
            KIND,
            format!("{what}，不是教师花名册。请选择 .xlsx、.xls 或 .csv 文件"),
        ))
    };
    if bytes.is_empty() {
        return wrong("文件是空的");
    }
    if bytes.starts_with(ZIP) {
        return Ok(Kind::Xlsx);
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(Kind::Xls);
    }
    if BARE_BIFF.iter().any(|start| bytes.starts_with(start)) {
        return wrong("这是很旧的表格格式");
    }
    // “BM…” and “MZ…” may begin an honest csv; a binary has a zero byte soon.
    let is_binary = bytes.iter().take(512).any(|byte| *byte == 0);
    for (start, what) in OTHERS {
        if bytes.starts_with(start) && (start.len() > 2 || is_binary) {
            return wrong(what);
        }
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return wrong("这是压缩包");
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or(bytes))
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    if ["<html", "<!doctype html", "<table", "<?xml"]
        .iter()
        .any(|start| head.starts_with(start))
    {
        return wrong("这是网页格式的表格，请用表格软件打开后另存为 .xlsx");
    }
    Ok(Kind::Text)
}
