//! A school year from nothing to the archive, one command after the other.

use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shuangping_tests::desk::word;
use shuangping_tests::ground::{Ground, HOST, SENDING, YEAR, sheets, text};
use shuangping_tests::programs::{closed_up, page_text, pdfsig, valid_signatures};
use shuangping_tests::root;

fn rows(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("not a list: {value}"))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn a_year_goes_from_nothing_to_the_archive() {
    let ground = Ground::new("beginning").unwrap().with_keys();
    let teacher = import(&ground);
    let posting = ground.posting(&teacher);
    let scored = ground.score(&posting);
    assert!(scored["id"].is_string(), "{scored}");
    for (key, value) in [
        ("host", "86.4"),
        ("multi_source", "88.175"),
        ("host_combined", "86.9325"),
        ("sending", "82"),
        ("year_final", "85.45275"),
        ("stage_mean", "86"),
        ("year", "85.62"),
        ("grade", "qualified"),
    ] {
        assert_eq!(scored["composition"][key], value, "{key}");
    }
    give_feedback(&ground, &posting);
    let file = make(&ground);
    sign(&ground, &file);
    archive(&ground, &file);
    let history = ground.desk.run(&["history"]).done();
    assert!(
        rows(&history).len() >= 9,
        "every step left a row: {history}"
    );
    assert_eq!(ground.desk.run(&["check"]).done()["whole"], true);
}

/// Imports the roster, and once more; answers the id of one of its teachers.
fn import(ground: &Ground) -> String {
    let file = word(&root().join("tests/data/roster-typical.xlsx"));
    let teachers = |ground: &Ground| rows(&ground.desk.run(&["teachers", "list"]).done()).clone();
    let count = |answer: &Value| {
        ["rows", "accepted", "refused", "unchanged"].map(|key| answer[key].as_u64().unwrap())
    };
    let tried = ground
        .desk
        .run(&["import", "roster", &file, "--dry-run"])
        .done();
    assert_eq!(count(&tried), [64, 64, 0, 0]);
    assert_eq!(teachers(ground).len(), 0, "a trial writes nothing");
    let done = ground.desk.run(&["import", "roster", &file]).done();
    assert_eq!(count(&done), [64, 64, 0, 0]);
    let again = ground.desk.run(&["import", "roster", &file]).done();
    assert_eq!(
        count(&again),
        [64, 0, 0, 64],
        "the same file changes nothing"
    );
    let listed = teachers(ground);
    assert_eq!(listed.len(), 64);
    let history = ground.desk.run(&["history"]).done();
    for told in [
        &tried,
        &done,
        &again,
        &history,
        &Value::Array(listed.clone()),
    ] {
        assert!(
            !told.to_string().contains("371196200104066741"),
            "a whole ID number is told"
        );
    }
    for teacher in &listed {
        for key in [
            "id",
            "name",
            "sex",
            "birth_date",
            "title",
            "subject",
            "joined_school_on",
        ] {
            assert!(teacher.get(key).is_some(), "{key}: {teacher}");
        }
    }
    let one = listed
        .iter()
        .find(|teacher| teacher["name"] == "张𬱟")
        .unwrap();
    text(&one["id"])
}

fn give_feedback(ground: &Ground, posting: &str) {
    let given = json!({
        "assignment_id": posting, "kind": "year", "on": "2026-06-30", "from": "贺知松（校长）",
        "satisfaction": [5, 4, 5, 5, null, 4], "contributions": "带动教研组", "recommendation": "continue",
        "items": [{ "class": "problem", "text": "教具不足", "owner": "教务处", "due_on": "2026-07-31" }],
    });
    let mut kept = ground.desk.hand(&["feedback", "add"], &given).done();
    assert_eq!(kept["n_open"], 1, "{kept}");
    kept["items"][0]["reply"] = json!("已调配一批教具");
    kept["items"][0]["closed_on"] = json!("2026-07-20");
    let closed = ground.desk.hand(&["feedback", "add"], &kept).done();
    assert_eq!((&closed["n_open"], &closed["id"]), (&json!(0), &kept["id"]));
    assert_eq!(
        rows(&ground.desk.run(&["feedback", "list"]).done()).len(),
        1
    );
}

/// Makes the report twice; answers where it lies.
fn make(ground: &Ground) -> String {
    let (first, second) = (
        ground.reports(&ground.join("一")),
        ground.reports(&ground.join("二")),
    );
    assert_eq!(first["failed"], json!([]));
    assert_eq!(rows(&first["reports"]).len(), 1);
    let paths = [&first, &second].map(|made| text(&made["reports"][0]["path"]));
    let bytes = paths.each_ref().map(|path| std::fs::read(path).unwrap());
    assert!(
        bytes[0] == bytes[1],
        "the same facts gave two different files"
    );
    assert_eq!(first["reports"][0]["sha256"], sha256(&bytes[0]));
    assert_eq!(
        second["reports"][0]["sha256"],
        first["reports"][0]["sha256"]
    );
    let listed = ground.desk.run(&["report", "list"]).done();
    let row = &listed["reports"][0];
    assert_eq!(
        (&row["year_score"], &row["state"]),
        (&json!("85.62"), &json!("open")),
        "{listed}"
    );
    paths[0].clone()
}

fn sign(ground: &Ground, file: &str) {
    for (side, signatures) in [("host", 1), ("sending", 2)] {
        let signed = ground.desk.run(&["sign", file, "--as", side]).done();
        assert_eq!(signed["side"], side, "{signed}");
        assert_eq!(signed["sha256"], sha256(&std::fs::read(file).unwrap()));
        assert_eq!(valid_signatures(&pdfsig(Path::new(file))), signatures);
        let verified = ground.desk.run(&["verify", file]).done();
        assert_eq!(verified["status"], "intact");
        assert_eq!(verified["archived"], true);
        let found = rows(&verified["signatures"]);
        assert_eq!(found.len(), signatures);
        assert!(
            found.iter().all(|signature| signature["trusted"] == true),
            "{verified}"
        );
        assert_eq!(
            found[signatures - 1]["signer"],
            if side == "host" { HOST } else { SENDING }
        );
    }
    let said = closed_up(&page_text(Path::new(file), 0));
    for wanted in [
        "张𬱟",
        HOST,
        SENDING,
        "85.62",
        "合格",
        "贺知松",
        "顾砚之",
        "同意受援学校评价",
    ] {
        assert!(said.contains(wanted), "pdftotext does not find {wanted}");
    }
}

fn archive(ground: &Ground, file: &str) {
    let signed = std::fs::read(file).unwrap();
    let listed = ground.desk.run(&["archive", "list"]).done();
    assert_eq!(rows(&listed).len(), 1);
    assert_eq!(listed[0]["signatures"], 2);
    assert_eq!(listed[0]["sha256"], sha256(&signed));
    for out in ["取出一", "取出二"] {
        let words = ["archive", "export", "--out", &word(&ground.join(out))];
        let taken = ground.desk.run(&words).done();
        let path = text(&taken[0]["path"]);
        assert!(
            std::fs::read(&path).unwrap() == signed,
            "the archive gave other bytes: {path}"
        );
    }
    // What is signed is given again, not drawn again.
    let again = ground.reports(&ground.join("三"));
    assert_eq!(again["reports"][0]["sha256"], sha256(&signed));
    let exported = ground
        .desk
        .run(&["key", "export", "--out", &word(&ground.join("证书"))])
        .done();
    let certificates = rows(&exported["certificates"]);
    assert_eq!(certificates.len(), 2);
    for path in certificates {
        let pem = std::fs::read_to_string(path.as_str().unwrap()).unwrap();
        assert!(
            pem.contains("BEGIN CERTIFICATE") && !pem.contains("PRIVATE"),
            "{pem}"
        );
    }
}

#[test]
fn a_changed_fact_gives_another_paper_with_the_same_number() {
    let ground = Ground::new("changed").unwrap();
    let posting = ground.ready("苏一诺");
    let first = ground.reports(&ground.join("一"));
    let mut sheets = sheets(&posting);
    sheets["host"]["advice"] = json!("建议多留课例资料。");
    let _ = ground.desk.hand(&["appraisal", "score"], &sheets).done();
    let second = ground.reports(&ground.join("二"));
    let (first, second) = (&first["reports"][0], &second["reports"][0]);
    assert_eq!(first["number"], second["number"]);
    assert_ne!(first["sha256"], second["sha256"]);
    let old = ground
        .desk
        .run(&["sign", first["path"].as_str().unwrap(), "--as", "host"])
        .failed(1);
    assert_eq!(old.code, "REPORT-OLD");
}

#[test]
fn one_report_that_cannot_be_made_does_not_stop_the_others() {
    let ground = Ground::new("glyph").unwrap();
    let names = ["苏一诺", "王😀", "覃\u{3134a}", "阿依古丽·买买提"];
    for name in names {
        let _ = ground.ready(name);
    }
    let _ = ground.posting(&ground.teacher("卓然"));
    let out = word(&ground.join("out"));
    let said = ground
        .desk
        .run(&["report", "make", "--year", YEAR, "--out", &out]);
    assert_eq!(said.exit, Some(1), "{said}");
    let made = said.json();
    let failed = rows(&made["failed"]);
    let why = |name: &str| {
        let found = failed.iter().find(|failed| failed["teacher"] == name);
        text(&found.unwrap_or_else(|| panic!("{name} did not fail: {made}"))["message"])
    };
    assert_eq!(failed.len(), 3, "{made}");
    // The character and its place are named, for whoever has to mend it.
    assert!(
        why("王😀").contains("U+1F600") && why("王😀").contains("姓名"),
        "{made}"
    );
    assert!(why("覃\u{3134a}").contains("U+3134A"), "{made}");
    assert!(why("卓然").contains("还没有评分"), "{made}");
    let reports = rows(&made["reports"]);
    let made: Vec<&str> = reports
        .iter()
        .filter_map(|report| report["teacher"].as_str())
        .collect();
    assert_eq!(made.len(), 2, "{made:?}");
    for report in reports {
        let file = text(&report["path"]);
        let text_layer = closed_up(&page_text(Path::new(&file), 1));
        assert!(
            text_layer.contains(report["teacher"].as_str().unwrap()),
            "{file}"
        );
    }
}
