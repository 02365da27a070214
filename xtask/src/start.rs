//! `cargo xtask start`: from a fresh clone to the program on the practice school.
//!
//! Where there is no display the same practice school is made in the terminal, and neither
//! the window's libraries nor Node are asked for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::node::Node;
use crate::packages::{self, Extent};
use crate::place::Place;
use crate::run::{Failure, Run};
use crate::window;

/// Installs, builds and opens.
pub(crate) fn start(place: &Place) -> Result<(), Failure> {
    if window::has_display() {
        in_the_window(place)
    } else {
        println!(
            "There is no display (DISPLAY and WAYLAND_DISPLAY are empty): no window can be opened."
        );
        println!("The practice school's papers are made and verified in the terminal instead.");
        in_the_terminal(place)
    }
}

fn in_the_window(place: &Place) -> Result<(), Failure> {
    packages::install(Extent::Window)?;
    let node = Node::find(place)?;
    node.install()?;
    node.npm(&["run", "build"]).go()?;
    place.cargo(&["build", "--package", "shuangping"]).go()?;
    Run::new(place.binary("shuangping")).arg("--practice").go()
}

fn in_the_terminal(place: &Place) -> Result<(), Failure> {
    packages::install(Extent::Terminal)?;
    let folder = place.target.join("practice");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .map_err(|e| Failure::new(format!("{} can't be removed: {e}", folder.display())))?;
    }
    place
        .cargo(&[
            "run",
            "--quiet",
            "--package",
            "shuangping-cli",
            "--",
            "demo",
            "--out",
        ])
        .arg(&folder)
        .go()?;
    // The school's roster goes into the same records, as the office keeps it.
    Run::new(place.binary("shuangping-cli"))
        .arg("--data")
        .arg(&folder)
        .args(["import", "roster"])
        .arg(place.root.join("tests/data/roster-typical.xlsx"))
        .go()?;
    let papers = papers(&folder)?;
    if papers.is_empty() {
        return Err(Failure::new(format!(
            "no paper was made in {}",
            folder.display()
        )));
    }
    for paper in &papers {
        Run::new(place.binary("shuangping-cli"))
            .arg("verify")
            .arg(paper)
            .go()?;
    }
    println!("\nThe practice school's papers, each verified:");
    for paper in &papers {
        println!("  {}", paper.display());
    }
    Ok(())
}

/// Every PDF in `folder` and below, sorted.
pub(crate) fn papers(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unread =
        |e: std::io::Error| Failure::new(format!("{} can't be read: {e}", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.is_dir() {
            found.extend(papers(&path)?);
        } else if path.extension().is_some_and(|end| end == "pdf") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
