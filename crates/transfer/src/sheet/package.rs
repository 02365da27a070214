//! Measures an xlsx package before calamine sees it.
//!
//! Calamine reserves memory for as many shared strings as the file claims, and inflates whatever it finds.
//! So every part is inflated here once, counted while it is read, and thrown away.
//!
//! Must never: use a size that the package states about itself, or write a part anywhere.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use domain::refusal::Refusal;
use zip::ZipArchive;

use crate::error::{KIND, too_large, unreadable};
use crate::limits;

/// Measures the package.
///
/// # Errors
/// When it breaks a limit, has a strange name in it, or is no spreadsheet.
pub(super) fn measure(bytes: &[u8]) -> Result<(), Refusal> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if package.len() > limits::ZIP_ENTRIES {
        return Err(too_large("文件内部的部件太多，不像教师花名册"));
    }
    let mut inflated_before = 0;
    let mut names = HashSet::new();
    let mut part = Vec::new();
    for index in 0..package.len() {
        let mut entry = package.by_index(index).map_err(|_| unreadable())?;
        let name = entry.name().map_err(|_| unreadable())?.into_owned();
        if !is_sane_name(&name) || entry.is_symlink() || !names.insert(name.to_lowercase()) {
            return Err(unreadable());
        }
        let packed = entry.compressed_size();
        part.clear();
        inflate(&mut entry, packed, inflated_before, &mut part)?;
        inflated_before += u64::try_from(part.len()).unwrap_or(u64::MAX);
        if is_xml(&name) {
            check_xml(&part)?;
        }
    }
    if names.contains("word/document.xml") || names.contains("ppt/presentation.xml") {
        return Err(Refusal::new(
            KIND,
            "这是文字文稿或演示文稿，不是教师花名册。请选择 .xlsx、.xls 或 .csv 文件",
        ));
    }
    if !names
        .iter()
        .any(|name| name.starts_with("xl/") || name.ends_with("workbook.xml"))
    {
        return Err(Refusal::new(
            KIND,
            "这是压缩包，不是教师花名册。请选择 .xlsx、.xls 或 .csv 文件",
        ));
    }
    Ok(())
}

/// Inflates one part into `part`, counting.
fn inflate(
    entry: &mut impl Read,
    packed: u64,
    inflated_before: u64,
    part: &mut Vec<u8>,
) -> Result<(), Refusal> {
    let mut piece = [0; 64 * 1024];
    let mut size: u64 = 0;
    loop {
        let count = entry.read(&mut piece).map_err(|_| unreadable())?;
        if count == 0 {
            return Ok(());
        }
        size += u64::try_from(count).unwrap_or(u64::MAX);
        let is_bomb =
            size > limits::ZIP_RATIO_FROM_BYTES && size > packed.saturating_mul(limits::ZIP_RATIO);
        if is_bomb || inflated_before.saturating_add(size) > limits::ZIP_INFLATED_BYTES {
            return Err(too_large("文件解开后过大，不像教师花名册"));
        }
        part.extend_from_slice(piece.get(..count).unwrap_or_default());
    }
}

fn is_xml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".rels", ".vml"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// An honest part has ASCII-compatible text, no document type, and no more strings than the limit.
fn check_xml(part: &[u8]) -> Result<(), Refusal> {
    // UTF-16 would hide the words we look for; no spreadsheet program writes it.
    if part.contains(&0) || find(part, b"<!DOCTYPE").is_some() || find(part, b"<!ENTITY").is_some()
    {
        return Err(unreadable());
    }
    // Each string has a beginning and an end.
    let strings = part.windows(3).filter(|window| *window == b"si>").count() / 2;
    if u64::try_from(strings).unwrap_or(u64::MAX) > limits::SHARED_STRINGS {
        return Err(too_large("文件中的文字条目太多，不像教师花名册"));
    }
    let mut rest = part;
    while let Some(place) = find(rest, b"niqueCount") {
        rest = rest.get(place + b"niqueCount".len()..).unwrap_or_default();
        let digits: String = rest
            .iter()
            .skip_while(|byte| {
                byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+')
            })
            .take_while(|byte| byte.is_ascii_digit())
            .take(20)
            .map(|byte| char::from(*byte))
            .collect();
        if digits
            .parse::<u64>()
            .unwrap_or(if digits.is_empty() { 0 } else { u64::MAX })
            > limits::SHARED_STRINGS
        {
            return Err(too_large("文件中的文字条目太多，不像教师花名册"));
        }
    }
    Ok(())
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut from = 0;
    loop {
        let ahead = text.get(from..)?;
        let place = from + ahead.iter().position(|byte| *byte == first)?;
        if text.get(place..)?.starts_with(word) {
            return Some(place);
        }
        from = place + 1;
    }
}

/// Names as spreadsheet programs write them: relative, without drives, and none that Windows keeps for devices.
fn is_sane_name(name: &str) -> bool {
    if name.is_empty()
        || name.len() > limits::ZIP_NAME_BYTES
        || name.starts_with(['/', '\\'])
        || name.contains([':', '\0'])
        || name.chars().any(char::is_control)
    {
        return false;
    }
    name.trim_end_matches('/').split(['/', '\\']).all(|step| {
        let stem = step
            .split('.')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let is_device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
            || (stem.len() == 4
                && (stem.starts_with("COM") || stem.starts_with("LPT"))
                && stem.ends_with(|c: char| c.is_ascii_digit()));
        !step.is_empty() && !step.ends_with(['.', ' ']) && step != ".." && !is_device
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_could_leave_its_folder_is_not_sane() {
        for name in [
            "xl/workbook.xml",
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/media/",
        ] {
            assert!(is_sane_name(name), "{name}");
        }
        for name in [
            "",
            "/etc/passwd",
            "../a.xml",
            "xl/../../a",
            "C:\\a",
            "\\\\host\\a",
            "xl/CON.xml",
            "a\0b",
            "xl//a",
            "xl/a. ",
            "xl/com1.xml",
        ] {
            assert!(!is_sane_name(name), "{name}");
        }
    }

    #[test]
    fn a_claim_of_too_many_strings_is_seen_however_it_is_spelled() {
        for claim in [
            "<sst uniqueCount=\"100000000000\">",
            "<x:sst x:uniqueCount = '200001'>",
            "<sst uniqueCount=\"99999999999999999999999\">",
        ] {
            assert!(check_xml(claim.as_bytes()).is_err(), "{claim}");
        }
        assert!(check_xml(b"<sst count=\"9\" uniqueCount=\"200000\">").is_ok());
    }
}
