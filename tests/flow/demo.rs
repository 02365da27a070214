//! What `demo` promises: one command, a whole school year of signed papers, and programs that we did not
//! write find every one of them good.

use std::path::{Path, PathBuf};

use serde_json::Value;
use shuangping_tests::Folder;
use shuangping_tests::desk::{is_chinese, run, word};
use shuangping_tests::programs::{
    closed_up, fonts, page_text, pdfsig, pyhanko, qpdf_complaint, valid_signatures,
};

use crate::tampering;

/// Characters that records of real people fail on; some of them must be among the names.
const RARE: [char; 9] = ['翯', '堃', '㛃', '犇', '骉', '𬱟', '頔', '·', '祎'];

/// One report as `demo` tells of it.
struct Report {
    path: PathBuf,
    teacher: String,
    texts: Vec<(&'static str, String)>,
}

/// One test, because the year is made once and asked about everything.
#[test]
fn the_demonstration_makes_a_year_of_papers_that_others_find_good() {
    let folder = Folder::new("demo").unwrap();
    let out = folder.join("演示");
    let told = run(&["demo", "--out", &word(&out), "--json"]).done();
    let reports = read(&told);
    assert!(
        reports.len() >= 12,
        "only {} reports: {told}",
        reports.len()
    );
    let names: String = reports
        .iter()
        .map(|report| report.teacher.as_str())
        .collect();
    let rare = RARE.iter().filter(|c| names.contains(**c)).count();
    assert!(rare >= 5, "only {rare} rare characters in {names}");
    let certificates: Vec<String> = told["certificates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|path| path.as_str().unwrap().to_owned())
        .collect();
    let mut broken = Vec::new();
    for (number, report) in reports.iter().enumerate() {
        let mut wrong = signatures_are_valid(report);
        wrong.extend(texts_can_be_found(report));
        wrong.extend(fonts_are_whole(report));
        wrong.extend(qpdf_complaint(&report.path));
        wrong.extend(our_own_verdict(report, &out));
        // pyHanko takes seconds a file; the first, one in the middle and the last stand for all.
        if [0, reports.len() / 2, reports.len() - 1].contains(&number) {
            wrong.extend(pyhanko_agrees(report, &certificates));
        }
        broken.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("{}: {wrong}", report.teacher)),
        );
    }
    assert!(
        broken.is_empty(),
        "promises that are not kept:\n  {}",
        broken.join("\n  ")
    );
    tampering::a_changed_byte_is_always_found(&reports[0].path, &folder);
    made_only_once(&out);
    records_are_whole(&out, reports.len());
}

fn read(told: &Value) -> Vec<Report> {
    let mut reports = Vec::new();
    for report in told["reports"].as_array().unwrap() {
        assert_eq!(report["signatures"], 2, "{report}");
        let text = |key: &str| {
            report[key]
                .as_str()
                .unwrap_or_else(|| panic!("{key}: {report}"))
        };
        let keys = [
            "teacher",
            "host_school",
            "sending_school",
            "year_score",
            "grade",
        ];
        let year = text("year_score");
        let (_, decimals) = year.split_once('.').unwrap();
        assert_eq!(decimals.len(), 2, "two decimals, as printed: {report}");
        reports.push(Report {
            path: PathBuf::from(text("path")),
            teacher: text("teacher").to_owned(),
            texts: keys
                .iter()
                .map(|key| (*key, text(key).to_owned()))
                .collect(),
        });
    }
    reports
}

fn signatures_are_valid(report: &Report) -> Vec<String> {
    let said = pdfsig(&report.path);
    let mut wrong = Vec::new();
    if valid_signatures(&said) != 2 || said.matches("Signature #").count() != 2 {
        wrong.push(format!("pdfsig does not find two valid signatures: {said}"));
    }
    if said.matches("Total document signed").count() != 1 {
        wrong.push(format!(
            "pdfsig does not find the whole file signed: {said}"
        ));
    }
    wrong
}

fn texts_can_be_found(report: &Report) -> Vec<String> {
    let text = closed_up(&page_text(&report.path, 0));
    let missing = report
        .texts
        .iter()
        .filter(|(_, wanted)| !text.contains(&closed_up(wanted)));
    missing
        .map(|(key, wanted)| format!("pdftotext does not find the {key} {wanted}"))
        .collect()
}

fn fonts_are_whole(report: &Report) -> Vec<String> {
    let fonts = fonts(&report.path);
    let mut wrong: Vec<String> = fonts
        .iter()
        .filter(|font| !font.is_whole)
        .map(|font| format!("pdffonts: not emb, sub and uni: {}", font.line))
        .collect();
    if fonts.is_empty() {
        wrong.push("pdffonts finds no font".to_owned());
    }
    wrong
}

fn our_own_verdict(report: &Report, data: &Path) -> Vec<String> {
    let file = word(&report.path);
    let mut wrong = Vec::new();
    for (words, is_trusted) in [
        (vec!["--json", "verify", &file], false),
        (vec!["--json", "--data", &word(data), "verify", &file], true),
    ] {
        let verdict = run(&words).done();
        let signatures = verdict["signatures"].as_array().unwrap();
        let sides: Vec<&str> = signatures
            .iter()
            .filter_map(|s| s["side"].as_str())
            .collect();
        let all_good = signatures.iter().all(|signature| {
            signature["intact"] == true
                && signature["trusted"] == is_trusted
                && is_chinese(signature["signer"].as_str().unwrap())
                && signature["signed_at"].as_str().unwrap().contains("+08:00")
        });
        let covers: Vec<bool> = signatures
            .iter()
            .filter_map(|s| s["covers_whole_file"].as_bool())
            .collect();
        let is_kept = verdict["status"] == "intact"
            && sides == ["host", "sending"]
            && covers == [false, true]
            && all_good;
        if !is_kept {
            wrong.push(format!(
                "verify (records open: {is_trusted}) says {verdict}"
            ));
        }
    }
    wrong
}

fn pyhanko_agrees(report: &Report, certificates: &[String]) -> Vec<String> {
    let judged = pyhanko(&report.path, certificates);
    let says = |number: usize, key: &str, wanted: Value| {
        let found = judged.get(number).map(|signature| signature[key].clone());
        (found.as_ref() != Some(&wanted))
            .then(|| format!("pyHanko: signature {number}: {key} is not {wanted}: {judged:?}"))
    };
    let mut wrong = Vec::new();
    for number in [0, 1] {
        for key in ["intact", "valid", "trusted", "docmdp_ok", "bottom_line"] {
            wrong.extend(says(number, key, Value::Bool(true)));
        }
    }
    wrong.extend(says(0, "modification_level", "FORM_FILLING".into()));
    wrong.extend(says(1, "coverage", "ENTIRE_FILE".into()));
    wrong
}

fn made_only_once(out: &Path) {
    let again = run(&["demo", "--json", "--out", &word(out)]).failed(1);
    assert_eq!(again.code, "DEMO-EXISTS");
}

fn records_are_whole(out: &Path, reports: usize) {
    let ask = |words: &[&str]| {
        let data = word(out);
        let mut all = vec!["--json", "--data", data.as_str()];
        all.extend(words);
        run(&all).done()
    };
    assert_eq!(ask(&["check"])["whole"], true);
    let archived = ask(&["archive", "list"]);
    assert_eq!(archived.as_array().unwrap().len(), reports);
    assert!(
        archived
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["signatures"] == 2)
    );
}
