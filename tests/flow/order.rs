//! Wrong turns on the way to a signed paper: each is refused in words, and nothing is half-done.

use std::path::Path;

use serde_json::{Value, json};
use shuangping_tests::desk::{Failed, is_chinese, word};
use shuangping_tests::ground::{Ground, YEAR, sheets, text};

fn refused(ground: &Ground, words: &[&str]) -> Failed {
    let failed = ground.desk.run(words).failed(1);
    assert!(
        failed
            .refusals
            .iter()
            .all(|r| is_chinese(r["message"].as_str().unwrap()))
    );
    failed
}

fn signatures_in_archive(ground: &Ground) -> Vec<Value> {
    let archived = ground.desk.run(&["archive", "list"]).done();
    archived
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["signatures"].clone())
        .collect()
}

#[test]
fn signing_keeps_to_the_order_of_the_paper() {
    let ground = Ground::new("order").unwrap();
    let posting = ground.ready("苏一诺");
    let file = text(&ground.reports(&ground.join("out"))["reports"][0]["path"]);
    let unsigned = std::fs::read(&file).unwrap();
    let no_key = refused(&ground, &["sign", &file, "--as", "host"]);
    assert_eq!(no_key.code, "KEY-NONE");
    assert!(no_key.message.contains("石桥镇中心小学"), "{no_key:?}");
    let ground = ground.with_keys();
    let early = refused(&ground, &["sign", &file, "--as", "sending"]);
    assert!(early.codes().contains(&"APPRAISAL-ORDER"), "{early:?}");
    a_wrong_key_passphrase_signs_nothing(&ground, &file);
    assert!(
        std::fs::read(&file).unwrap() == unsigned,
        "a refused signature touched the file"
    );
    assert_eq!(signatures_in_archive(&ground), Vec::<Value>::new());

    let _ = ground.desk.run(&["sign", &file, "--as", "host"]).done();
    assert_eq!(signatures_in_archive(&ground), [json!(1)]);
    let twice = refused(&ground, &["sign", &file, "--as", "host"]);
    assert_eq!(twice.code, "APPRAISAL-SIGNED");
    let mut changed = sheets(&posting);
    changed["host"]["scores"]["H1.1"]["points"] = json!("8");
    let sealed = ground
        .desk
        .hand(&["appraisal", "score"], &changed)
        .failed(1);
    assert_eq!(sealed.code, "APPRAISAL-SEALED");
    changed["host"] = Value::Null;
    changed["sending"]["opinion"] = json!("经核实，同意。");
    let _ = ground.desk.hand(&["appraisal", "score"], &changed).done();
    let old = ground.join("旧.pdf");
    std::fs::write(&old, &unsigned).unwrap();
    assert_eq!(
        refused(&ground, &["sign", &word(&old), "--as", "sending"]).code,
        "REPORT-OLD"
    );

    let _ = ground.desk.run(&["sign", &file, "--as", "sending"]).done();
    assert_eq!(signatures_in_archive(&ground), [json!(2)]);
    let sealed = ground
        .desk
        .hand(&["appraisal", "score"], &changed)
        .failed(1);
    assert_eq!(sealed.code, "APPRAISAL-SEALED");
    let removed = refused(&ground, &["assignment", "remove", &posting]);
    assert!(!removed.message.is_empty());
    assert_eq!(ground.desk.run(&["verify", &file]).done()["archived"], true);
}

fn a_wrong_key_passphrase_signs_nothing(ground: &Ground, file: &str) {
    let wrong = ground.join("错.txt");
    std::fs::write(&wrong, "不是这一句").unwrap();
    let desk = ground.desk.with_key_passphrase(wrong);
    assert_eq!(
        desk.run(&["sign", file, "--as", "host"]).failed(3).code,
        "SIGN-06"
    );
}

#[test]
fn a_file_that_is_not_ours_cannot_be_signed() {
    let ground = Ground::new("stranger").unwrap().with_keys();
    let _ = ground.ready("苏一诺");
    let file = text(&ground.reports(&ground.join("out"))["reports"][0]["path"]);
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let other = ground.join("改动.pdf");
    for bytes in [bytes.as_slice(), b"%PDF-1.7", b""] {
        std::fs::write(&other, bytes).unwrap();
        let failed = refused(&ground, &["sign", &word(&other), "--as", "host"]);
        assert_eq!(failed.code, "REPORT-UNKNOWN");
    }
    let missing = ground
        .desk
        .run(&["sign", &word(&ground.join("无.pdf")), "--as", "host"]);
    assert_eq!(missing.failed(3).code, "FILE-READ");
}

#[test]
fn all_that_is_missing_is_told_at_once() {
    let ground = Ground::new("missing").unwrap();
    let posting = ground.posting(&ground.teacher("苏一诺"));
    let out = ground.join("out");
    let said = ground
        .desk
        .run(&["report", "make", "--year", YEAR, "--out", &word(&out)]);
    assert_eq!(said.exit, Some(1), "{said}");
    let made = said.json();
    assert_eq!(made["reports"], json!([]));
    let message = made["failed"][0]["message"].as_str().unwrap();
    for wanted in ["H1.1", "H5", "秋季学期", "春季学期", "优点", "建议档次"] {
        assert!(message.contains(wanted), "{wanted} is not named: {message}");
    }
    assert!(!out.exists() || std::fs::read_dir(&out).unwrap().count() == 0);
    let mut bad = sheets(&posting);
    bad["host"]["scores"]["H1.1"]["points"] = json!("8.5");
    bad["host"]["scores"]["H2.1"]["points"] = json!("-1");
    bad["host"]["scores"]["H9"] = json!({ "points": "1" });
    bad["host"]["stages"]["autumn"] = json!("101");
    let failed = ground.desk.hand(&["appraisal", "score"], &bad).failed(1);
    let mut places = failed.places();
    places.sort_unstable();
    assert_eq!(
        places,
        ["host.H1.1", "host.H2.1", "host.H9", "stages.autumn"],
        "{failed:?}"
    );
    let listed = ground.desk.run(&[
        "report",
        "make",
        "--year",
        YEAR,
        "--draft",
        "--out",
        &word(&out),
    ]);
    assert_eq!(
        listed.done()["reports"].as_array().unwrap().len(),
        1,
        "a draft is never refused"
    );
    let other = ground.desk.run(&[
        "report",
        "make",
        "--year",
        "2030-2031",
        "--out",
        &word(&out),
    ]);
    assert_eq!(other.failed(1).code, "REPORT-NONE");
    let form = [
        "report",
        "make",
        "--year",
        YEAR,
        "--form",
        "F-99",
        "--out",
        &word(&out),
    ];
    assert_eq!(refused(&ground, &form).code, "REPORT-FORM");
}

#[test]
fn two_teachers_of_one_name_get_two_files() {
    let ground = Ground::new("namesakes").unwrap();
    for birth in ["1988-03", "1979-11"] {
        let form = json!({ "name": "王芳", "sex": "女", "birth": birth, "subject": "语文" });
        let teacher = text(&ground.desk.hand(&["teachers", "save"], &form).done()["id"]);
        let _ = ground.score(&ground.posting(&teacher));
    }
    for options in [&["--draft"][..], &[]] {
        let out = ground.join(&format!("out{}", options.len()));
        let out = word(&out);
        let mut words = vec!["report", "make", "--year", YEAR, "--out", &out];
        words.extend(options);
        let made = ground.desk.run(&words).done();
        assert_eq!(made["reports"].as_array().unwrap().len(), 2, "{made}");
        assert_eq!(
            std::fs::read_dir(&out).unwrap().count(),
            2,
            "one covered the other: {made}"
        );
    }
}

#[test]
fn a_posting_that_cannot_be_is_refused_with_its_places() {
    let ground = Ground::new("posting").unwrap();
    let teacher = ground.teacher("苏一诺");
    let _ = ground.posting(&teacher);
    let form = |start: &str, end: &str, host: &str| {
        json!({
            "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": host,
            "mode": "全职", "post_mode": "顶岗", "start_on": start, "planned_end_on": end,
        })
    };
    let add = |form: &Value| ground.desk.hand(&["assignment", "add"], form).failed(1);
    let overlap = add(&form("2026-08-31", "2027-08-31", &ground.host));
    assert_eq!(overlap.codes(), ["ASSIGNMENT-OVERLAP"]);
    let both = add(&form("2027-09-01", "2027-08-31", &ground.sending));
    assert_eq!(both.codes(), ["ASSIGNMENT-SCHOOLS", "ASSIGNMENT-DATES"]);
    let unread = add(&form("2027年9月", "2028-13-01", "X"));
    assert_eq!(unread.places().len(), 3, "{unread:?}");
    let removed = refused(&ground, &["teachers", "remove", &teacher]);
    assert!(removed.message.contains("苏一诺"), "{removed:?}");
    let listed = ground
        .desk
        .run(&["assignment", "list", "--year", YEAR])
        .done();
    assert_eq!(listed.as_array().unwrap().len(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_breaks_with_its_name() {
    let ground = Ground::new("folder").unwrap();
    let _ = ground.ready("苏一诺");
    let file = ground.join("一个文件");
    std::fs::write(&file, b"").unwrap();
    let words = ["report", "make", "--year", YEAR, "--out", &word(&file)];
    let failed = ground.desk.run(&words).failed(3);
    assert!(failed.message.contains("一个文件"), "{failed:?}");
    assert_eq!(std::fs::read(Path::new(&file)).unwrap(), b"");
}
