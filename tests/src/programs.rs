//! Programs that we did not write and that judge our papers: poppler's, qpdf and pyHanko.
//!
//! A missing program is a failure: a paper that nobody judged is not a good one.

#![allow(
    clippy::panic,
    reason = "it is called by tests, and a test stops at the first thing it did not expect"
)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::root;

fn run(program: &str, package: &str, arguments: &[&str], file: &Path) -> Output {
    // Words of a program are compared; in another language they would be others.
    let mut command = Command::new(program);
    command.args(arguments).arg(file).env("LC_ALL", "C.UTF-8");
    command.output().unwrap_or_else(|error| {
        panic!("{program} is needed to judge our papers (install {package}): {error}")
    })
}

fn text_of(program: &str, package: &str, arguments: &[&str], file: &Path) -> String {
    let output = run(program, package, arguments, file);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{program} {}: {said}{complained}",
        file.display()
    );
    said
}

/// What `pdfsig` says about the signatures.
#[must_use]
pub fn pdfsig(file: &Path) -> String {
    text_of("pdfsig", "poppler-utils", &[], file)
}

/// How many signatures `pdfsig` finds valid.
#[must_use]
pub fn valid_signatures(said: &str) -> usize {
    said.matches("Signature is Valid").count()
}

/// The text of a page as it lies on the paper, white space and all; page 0 stands for all of them.
#[must_use]
pub fn page_text(file: &Path, page: usize) -> String {
    let number = page.to_string();
    let pages = ["-layout", "-enc", "UTF-8", "-f", &number, "-l", &number];
    let arguments = if page == 0 { &pages[..3] } else { &pages[..] };
    // The text goes to standard output when the file is followed by a dash.
    let mut command = Command::new("pdftotext");
    command.args(arguments).arg(file).arg("-");
    let output = command.output().unwrap_or_else(|error| {
        panic!("pdftotext is needed to judge our papers (install poppler-utils): {error}")
    });
    assert!(output.status.success(), "pdftotext {}", file.display());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A text without white space, so that a line break in a cell parts nothing.
#[must_use]
pub fn closed_up(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Number of pages.
#[must_use]
pub fn pages(file: &Path) -> usize {
    let said = text_of("pdfinfo", "poppler-utils", &[], file);
    let line = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|number| number.trim().parse().ok())
        .unwrap_or_else(|| panic!("pdfinfo tells no number of pages: {said}"))
}

/// One font as `pdffonts` sees it.
#[derive(Debug)]
pub struct Font {
    /// The line of the table.
    pub line: String,
    /// True when it is embedded, cut to what is used, and can be read back as text.
    pub is_whole: bool,
}

/// The fonts of a file.
#[must_use]
pub fn fonts(file: &Path) -> Vec<Font> {
    let said = text_of("pdffonts", "poppler-utils", &[], file);
    let rows = said.lines().skip(2);
    rows.map(|line| {
        // emb, sub, uni and the two numbers of the object end the line; a name or a kind may hold spaces.
        let words: Vec<&str> = line.split_whitespace().rev().take(5).collect();
        let is_whole = matches!(words[..], [_, _, "yes", "yes", "yes"]);
        Font {
            line: line.to_owned(),
            is_whole,
        }
    })
    .collect()
}

/// What `qpdf --check` complains about; `None` when it finds nothing.
#[must_use]
pub fn qpdf_complaint(file: &Path) -> Option<String> {
    let output = run("qpdf", "qpdf", &["--check"], file);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    let is_clean = output.status.success()
        && complained.trim().is_empty()
        && said.contains("No syntax or stream encoding errors found");
    (!is_clean).then(|| format!("{said}{complained}"))
}

/// One signature as pyHanko sees it, strictly; see `crates/signing/tests/check_with_pyhanko.py`.
///
/// # Panics
/// When pyHanko is not there.
#[must_use]
pub fn pyhanko(file: &Path, certificates: &[String]) -> Vec<Value> {
    let Ok(python) = std::env::var("SHUANGPING_PYHANKO") else {
        panic!(
            "pyHanko is needed to judge our signatures: run `cargo xtask test`, or name the python \
             that has it in SHUANGPING_PYHANKO"
        );
    };
    let script = root().join("crates/signing/tests/check_with_pyhanko.py");
    let output = Command::new(&python)
        .arg(script)
        .arg(file)
        .args(certificates)
        .output()
        .unwrap_or_else(|error| panic!("{python} did not run: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "pyHanko on {}: {said}{complained}",
        file.display()
    );
    said.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("pyHanko says: {said}")))
        .collect()
}

/// A page as grey points of one millimetre, line by line from the top: 0 is black, 255 is white.
#[derive(Debug)]
pub struct Raster {
    /// Points in a line.
    pub width: usize,
    /// All points.
    pub points: Vec<u8>,
}

/// Draws a page.
#[must_use]
pub fn raster(file: &Path, page: usize) -> Raster {
    let number = page.to_string();
    // 25.4 points to the inch make one to the millimetre.
    let arguments = ["-r", "25.4", "-gray", "-f", &number, "-l", &number];
    let output = run("pdftoppm", "poppler-utils", &arguments, file);
    assert!(output.status.success(), "pdftoppm {}", file.display());
    let mut rest = output.stdout.as_slice();
    let mut header = Vec::new();
    // P5, width, height and the largest grey, each followed by one white space.
    while header.len() < 4 {
        let end = rest
            .iter()
            .position(u8::is_ascii_whitespace)
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        header.push(String::from_utf8_lossy(word).into_owned());
        rest = after.get(1..).unwrap_or_default();
    }
    let width = header.get(1).and_then(|width| width.parse().ok());
    let width = width.unwrap_or_else(|| panic!("pdftoppm drew no picture: {header:?}"));
    Raster {
        width,
        points: rest.to_vec(),
    }
}
