//! The paper itself: drawn twice from the same facts it is the same file, every page holds its cells in their
//! order, and its ink lies where it lay when a person last looked at it.
//!
//! The ink is compared in squares of five millimetres: another version of poppler may grey an edge another
//! way, and the day of issue and the check code at the foot change from day to day, but a line that is gone,
//! a moved table or a text in the wrong cell changes many squares. `UPDATE=1` draws the maps anew, for a person
//! to look at the difference.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing it did not expect"
)]

mod cells;

use std::path::{Path, PathBuf};

use serde_json::Value;
use shuangping_tests::desk::word;
use shuangping_tests::ground::{Ground, YEAR};
use shuangping_tests::programs::{Raster, closed_up, page_text, pages, raster};
use shuangping_tests::root;

/// Side of a square, in millimetres.
const SQUARE: usize = 5;

/// Squares of a page that may differ by more than one step.
const TOLERATED: usize = 25;

/// Draws every draft of the ground.
fn drafts(ground: &Ground, folder: &str) -> Value {
    let out = word(&ground.join(folder));
    ground
        .desk
        .run(&["report", "make", "--year", YEAR, "--draft", "--out", &out])
        .done()
}

/// Two runs of the program that fall on one day: a draft bears the day on which it was drawn.
fn twice_on_one_day(ground: &Ground) -> [Value; 2] {
    loop {
        let day = || app::clock::day(app::clock::now());
        let before = day();
        let drawn = [drafts(ground, "一"), drafts(ground, "二")];
        if day() == before {
            return drawn;
        }
    }
}

fn path(drawn: &Value) -> PathBuf {
    PathBuf::from(drawn["reports"][0]["path"].as_str().unwrap())
}

/// One test: drawing asks for a school year first, and that takes longer than all the rest.
#[test]
fn a_draft_is_the_same_file_in_two_processes_and_looks_as_it_should() {
    let ground = Ground::new("golden").unwrap();
    let _ = ground.ready("阿依古丽·买买提");
    let [first, second] = twice_on_one_day(&ground);
    assert_eq!(
        first["reports"][0]["sha256"],
        second["reports"][0]["sha256"]
    );
    let (file, other) = (path(&first), path(&second));
    assert!(std::fs::read(&file).unwrap() == std::fs::read(other).unwrap());
    assert_eq!(pages(&file), cells::PAGES.len());
    let mut wrong = Vec::new();
    for (number, wanted) in (1..).zip(cells::PAGES) {
        wrong.extend(out_of_order(&file, number, wanted));
        wrong.extend(moved_ink(&file, number));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first cell of a page that does not follow the one before it.
fn out_of_order(file: &Path, page: usize, wanted: &[&str]) -> Option<String> {
    let text = closed_up(&page_text(file, page));
    let mut from = 0;
    let mut before = "the top";
    for cell in wanted {
        let Some(at) = text[from..].find(&closed_up(cell)) else {
            return Some(format!(
                "page {page}: {cell} does not follow {before} in: {text}"
            ));
        };
        from += at + closed_up(cell).len();
        before = cell;
    }
    None
}

/// A page as lines of figures: 0 is white, 9 is black.
fn ink(raster: &Raster) -> Vec<String> {
    let lines = raster.points.len() / raster.width;
    let square = |x: usize, y: usize| {
        let mut sum = 0;
        let mut count = 0;
        for line in y..(y + SQUARE).min(lines) {
            for column in x..(x + SQUARE).min(raster.width) {
                sum += 255 - usize::from(raster.points[line * raster.width + column]);
                count += 1;
            }
        }
        // Even a page full of text is mostly white: three times the ink still fits into one figure.
        char::from_digit(
            u32::try_from((sum * 27 / (count * 255)).min(9)).unwrap(),
            10,
        )
        .unwrap()
    };
    (0..lines)
        .step_by(SQUARE)
        .map(|y| {
            (0..raster.width)
                .step_by(SQUARE)
                .map(|x| square(x, y))
                .collect()
        })
        .collect()
}

fn moved_ink(file: &Path, page: usize) -> Option<String> {
    let found = ink(&raster(file, page));
    let map = root().join("tests/golden").join(format!("page-{page}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&map, found.join("\n") + "\n").unwrap();
        return None;
    }
    let kept = std::fs::read_to_string(&map).unwrap_or_else(|e| panic!("{}: {e}", map.display()));
    let kept: Vec<&str> = kept.lines().collect();
    if kept.len() != found.len() || kept.iter().zip(&found).any(|(a, b)| a.len() != b.len()) {
        return Some(format!("page {page} has another size"));
    }
    let mut moved = Vec::new();
    for (row, (kept, found)) in kept.iter().zip(&found).enumerate() {
        for (column, (a, b)) in kept.bytes().zip(found.bytes()).enumerate() {
            if a.abs_diff(b) > 1 {
                moved.push(format!("{}/{} mm", column * SQUARE, row * SQUARE));
            }
        }
    }
    let many = moved.len() > TOLERATED;
    many.then(|| {
        format!(
            "page {page}: other ink at {} squares: {}",
            moved.len(),
            moved.join(", ")
        )
    })
}
