//! `cargo xtask bench`: a few times that a person waits for, each against a baseline of the same run.
//!
//! Only ratios travel between machines; the milliseconds beside them are for the eye.

use std::time::{Duration, Instant};

use crate::node::Node;
use crate::packages::{self, Extent};
use crate::place::Place;
use crate::run::{Failure, Run};
use crate::{start, window};

/// Scores as the terminal takes them on its way in.
const SCORES: &str = r#"{"host":{"total":"86.40"},"sending":{"total":"82"},"stages":["84","88"],
    "sources":{"leaders":{"score":"88"},"peers":{"score":"85"},"pupils":{"score":"90.5"}}}"#;

/// Builds, measures, prints.
pub(crate) fn bench(place: &Place) -> Result<(), Failure> {
    packages::install(Extent::Tests)?;
    let node = Node::find(place)?;
    node.install()?;
    node.npm(&["run", "build"]).go()?;
    place
        .cargo(&[
            "build",
            "--package",
            "shuangping",
            "--package",
            "shuangping-cli",
        ])
        .go()?;
    let folder = place.target.join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|e| unusable(&folder, &e))?;
    }
    std::fs::create_dir_all(&folder).map_err(|e| unusable(&folder, &e))?;
    let scores = folder.join("scores.json");
    std::fs::write(&scores, SCORES).map_err(|e| unusable(&scores, &e))?;
    let practice = folder.join("practice");
    let cli = || Run::new(place.binary("shuangping-cli"));

    let bare = median(20, || cli().arg("--version").text())?;
    println!(
        "\n{:<44} {:>5} {:>10} {:>9}",
        "measured", "runs", "median", "ratio"
    );
    show("a bare start of the terminal program", 20, bare, bare);
    let compose = || {
        cli()
            .args(["--json", "appraisal", "compute", "--input"])
            .arg(&scores)
            .text()
    };
    show("an appraisal composed", 20, median(20, compose)?, bare);
    let demo = median(1, || {
        cli()
            .args(["--json", "demo", "--out"])
            .arg(&practice)
            .text()
    })?;
    let papers = start::papers(&practice)?;
    show("the practice school, made and signed", 1, demo, bare);
    if let Some(paper) = papers.first() {
        let verify = median(10, || cli().args(["--json", "verify"]).arg(paper).text())?;
        show("a signed paper verified", 10, verify, bare);
    }
    show("the window's first screen", 5, first_screen(place)?, bare);
    grows(place, "eligibility", "an eligibility run", bare)?;
    grows(place, "months", "the service months", bare)
}

/// Teachers of a run: the last is the size that is promised, and each is twice the one before.
const TEACHERS: [u32; 3] = [2_500, 5_000, 10_000];

/// What an example of the domain takes over invented teachers, built as it is shipped; the lines beside one another
/// show that it grows as the number of teachers does.
fn grows(place: &Place, example: &str, what: &str, bare: Duration) -> Result<(), Failure> {
    let mut first: Option<f64> = None;
    for teachers in TEACHERS {
        let words = [
            "run",
            "--quiet",
            "--release",
            "--package",
            "domain",
            "--example",
            example,
            "--",
        ];
        let said = place.cargo(&words).arg(teachers.to_string()).text()?;
        let micros: u64 = said
            .lines()
            .find_map(|line| {
                line.strip_prefix("took ")?
                    .strip_suffix(" us")?
                    .parse()
                    .ok()
            })
            .ok_or_else(|| Failure::new("the example printed no `took N us`".to_owned()))?;
        let took = Duration::from_micros(micros);
        show(&format!("{what}, {teachers} teachers"), 9, took, bare);
        let each = took.as_secs_f64() / f64::from(teachers);
        let base = *first.get_or_insert(each);
        println!(
            "{:<44} {:>29.2}x",
            "  a teacher, against the first size",
            each / base
        );
    }
    Ok(())
}

/// The median of what the program itself measures, from its start to the first screen drawn.
fn first_screen(place: &Place) -> Result<Duration, Failure> {
    let mut times = Vec::new();
    for _ in 0..5 {
        let run = Run::new(place.binary("shuangping"))
            .arg("--practice")
            .env("SHUANGPING_DATA", place.target.join("bench").join("window"))
            .env("SHUANGPING_FIRST_SCREEN", "1");
        let run = if cfg!(target_os = "linux") {
            window::on_own_screen(run)
        } else {
            run
        };
        let said = run.text()?;
        let millis = said
            .lines()
            .find_map(|line| {
                line.strip_prefix("first screen ")?
                    .strip_suffix(" ms")?
                    .parse()
                    .ok()
            })
            .ok_or_else(|| Failure::new("the window printed no `first screen N ms`".to_owned()))?;
        times.push(Duration::from_millis(millis));
    }
    middle(times)
}

fn median<T>(
    runs: usize,
    mut act: impl FnMut() -> Result<T, Failure>,
) -> Result<Duration, Failure> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let start = Instant::now();
        act()?;
        times.push(start.elapsed());
    }
    middle(times)
}

fn middle(mut times: Vec<Duration>) -> Result<Duration, Failure> {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .copied()
        .ok_or_else(|| Failure::new("nothing was measured".to_owned()))
}

fn show(name: &str, runs: usize, took: Duration, baseline: Duration) {
    let ratio = took.as_secs_f64() / baseline.as_secs_f64();
    let millis = took.as_secs_f64() * 1000.0;
    println!("{name:<44} {runs:>5} {millis:>7.1} ms {ratio:>8.2}x");
}

fn unusable(path: &std::path::Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} can't be made anew: {error}", path.display()))
}
