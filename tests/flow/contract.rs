//! The shape of every answer: exit codes, one JSON value, keys that scripts rely on.

use serde_json::{Value, json};
use shuangping_tests::Folder;
use shuangping_tests::desk::{is_chinese, run, word};
use shuangping_tests::ground::{Ground, YEAR};

fn require_keys(value: &Value, keys: &[&str], what: &str) {
    for key in keys {
        assert!(value.get(key).is_some(), "{what} lacks {key}: {value}");
    }
}

#[test]
fn wrong_usage_ends_with_2_and_one_json_value() {
    for words in [
        &["--json"][..],
        &["--json", "nonsense"],
        &["nonsense", "--json"],
        &["--json", "verify"],
        &["--json", "sign", "x.pdf"],
        &["--json", "sign", "x.pdf", "--as", "teacher"],
        &["--json", "init"],
        &["--json", "report", "make"],
        &["--json", "teachers", "list", "--colour"],
        &["--json", "print", "--assignment", "X", "--copies", "many"],
        &["--json", "appraisal", "compute", "--input"],
    ] {
        let said = run(words);
        assert_eq!(said.exit, Some(2), "{said}");
        let error = &said.json()["error"];
        assert_eq!(error["code"], "USAGE", "{said}");
        let message = error["message"].as_str().unwrap();
        assert!(is_chinese(message), "{said}");
        for english in ["error", "required", "unexpected", "invalid", "Usage"] {
            assert!(!message.contains(english), "{said}");
        }
        assert_eq!(error["refusals"], json!([]), "{said}");
    }
    for words in [&["nonsense"][..], &["verify"]] {
        let said = run(words);
        assert_eq!((said.exit, said.stdout.as_str()), (Some(2), ""), "{said}");
        assert!(said.stderr.starts_with("命令写法不对："), "{said}");
    }
}

#[test]
fn what_is_wrong_in_the_call_itself_ends_with_2_and_what_is_refused_with_1() {
    let ground = Ground::new("calls").unwrap();
    let desk = &ground.desk;
    let broken = word(&ground.join("broken.json"));
    std::fs::write(&broken, "{\"name\": ").unwrap();
    for (words, exit, code) in [
        (&["assignment", "add"][..], 2, "INPUT-NONE"),
        (&["assignment", "add", "--input", &broken], 2, "INPUT-JSON"),
        (&["assignment", "show", "1"], 2, "ID-INVALID"),
        (&["living", "list", "--assignment", "1"], 2, "ID-INVALID"),
        (&["teachers", "remove", "1", "2"], 2, "ID-INVALID"),
        (&["eligibility", "recheck", "1"], 2, "ID-INVALID"),
        (&["need", "list", "--year", "2026-2028"], 2, "YEAR-INVALID"),
        (
            &["report", "make", "--year", "26", "--out", "x"],
            2,
            "YEAR-INVALID",
        ),
        (
            &["assignment", "show", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            1,
            "RECORD-ABSENT",
        ),
        (&["policy", "show", "P99"], 1, "POLICY-NONE"),
    ] {
        assert_eq!(desk.run(words).failed(exit).code, code, "{words:?}");
    }
    let both = desk.run(&["teachers", "remove", "1", "2"]).failed(2);
    assert_eq!(both.codes().len(), 2, "{both:?}");
    assert!(
        both.message
            .contains("没有编号为“1”的教师，请从 teachers list 取编号")
    );
    // No records at the place, no place, no passphrase: told in this order.
    let (data, none) = (word(desk.data()), word(&ground.join("无")));
    for (words, code) in [
        (&["--json", "check"][..], "DATA-NONE"),
        (&["--json", "--data", &none, "check"], "DATA-ABSENT"),
        (&["--json", "--data", &data, "check"], "PASSPHRASE-NONE"),
    ] {
        assert_eq!(run(words).failed(2).code, code, "{words:?}");
    }
    assert_eq!(desk.run(&["teachers", "remove"]).exit, Some(2));
}

#[test]
fn help_and_version_end_with_0() {
    for words in [
        &["--help"][..],
        &["--version"],
        &["report", "make", "--help"],
    ] {
        let said = run(words);
        assert_eq!(said.exit, Some(0), "{said}");
        assert!(!said.stdout.is_empty());
    }
    let help = run(&["--help"]).stdout;
    assert!(is_chinese(help.lines().next().unwrap()), "{help}");
}

#[test]
fn people_are_answered_in_chinese_and_told_what_was_refused() {
    let folder = Folder::new("people").unwrap();
    let input = folder.join("x.json");
    std::fs::write(&input, r#"{"host":{"total":"101"}}"#).unwrap();
    let said = run(&["appraisal", "compute", "--input", &word(&input)]);
    assert_eq!((said.exit, said.stdout.as_str()), (Some(1), ""), "{said}");
    assert!(said.stderr.contains("没有办理"), "{said}");
    assert!(
        said.stderr.lines().count() >= 3,
        "all reasons at once: {said}"
    );
    let said = run(&["verify", &word(&folder.join("无.pdf"))]);
    assert_eq!(said.exit, Some(3), "{said}");
    assert!(
        said.stderr.contains("出错") && said.stderr.contains("无.pdf"),
        "{said}"
    );
}

#[test]
fn every_answer_has_the_keys_that_scripts_rely_on() {
    let ground = Ground::new("keys").unwrap().with_keys();
    let posting = ground.ready("苏一诺");
    let desk = &ground.desk;
    let out = word(&ground.join("out"));
    let made = desk
        .run(&["report", "make", "--year", YEAR, "--out", &out])
        .done();
    require_keys(&made, &["reports", "failed"], "report make");
    require_keys(
        &made["reports"][0],
        &["path", "sha256", "teacher", "number"],
        "report make",
    );
    let file = made["reports"][0]["path"].as_str().unwrap();
    let signed = desk.run(&["sign", file, "--as", "host"]).done();
    require_keys(
        &signed,
        &["path", "teacher", "number", "side", "sha256"],
        "sign",
    );
    let verified = desk.run(&["verify", file]).done();
    require_keys(&verified, &["status", "signatures"], "verify");
    let keys = [
        "field",
        "signer",
        "side",
        "signed_at",
        "intact",
        "trusted",
        "covers_whole_file",
    ];
    require_keys(&verified["signatures"][0], &keys, "verify");
    let lists = [
        (
            &["teachers", "list"][..],
            &["id", "name", "sex", "birth_date", "title", "subject"][..],
        ),
        (
            &["school", "list"],
            &["id", "name", "stage", "principal", "key"],
        ),
        (
            &["assignment", "list"],
            &[
                "id",
                "teacher_id",
                "host_school",
                "start_on",
                "state",
                "my_side",
            ],
        ),
        (
            &["service-months"],
            &[
                "teacher",
                "assignment",
                "actual",
                "credited",
                "voided",
                "title",
                "honours",
            ],
        ),
        (
            &["archive", "list"],
            &["id", "number", "teacher", "sha256", "signatures"],
        ),
        (&["history"], &["seq", "at", "what", "about"]),
    ];
    for (words, keys) in lists {
        let listed = desk.run(words).done();
        let first = listed.as_array().and_then(|rows| rows.first());
        let first = first.unwrap_or_else(|| panic!("{words:?} lists nothing: {listed}"));
        require_keys(first, keys, &words.join(" "));
    }
    let page = desk.run(&["assignment", "show", &posting]).done();
    require_keys(
        &page,
        &[
            "row", "goals", "steps", "events", "doubts", "served", "planned", "years", "leads",
            "living", "benefits", "swap", "papers",
        ],
        "assignment show",
    );
    require_keys(
        &desk.run(&["benefits"]).done(),
        &["rows", "due", "paid", "difference", "n_open"],
        "benefits",
    );
    let listed = desk.run(&["report", "list"]).done();
    require_keys(&listed, &["reports"], "report list");
    require_keys(
        &listed["reports"][0],
        &["sha256", "teacher", "state"],
        "report list",
    );
    require_keys(
        &desk.run(&["check"]).done(),
        &["whole", "log_rows", "faults"],
        "check",
    );
    let school = desk.run(&["school", "list"]).done();
    require_keys(
        &school[0]["key"],
        &["fingerprint", "valid_until"],
        "school list",
    );
    let none = desk.run(&[
        "print",
        "--assignment",
        &posting,
        "--printer",
        "没有这台打印机",
    ]);
    assert!([Some(1), Some(3)].contains(&none.exit), "{none}");
    let _ = none.failed(none.exit.unwrap());
}

#[test]
fn what_is_handed_in_wrong_is_refused_and_never_breaks_anything() {
    let ground = Ground::new("handed").unwrap();
    let nobody = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    let commands: [&[&str]; 12] = [
        &["teachers", "save"],
        &["school", "add"],
        &["assignment", "add"],
        &["appraisal", "score"],
        &["feedback", "add"],
        &["assignment", "goals", nobody],
        &["assignment", "step", nobody],
        &["assignment", "change", nobody],
        &["assignment", "end", "不是编号"],
        &["living", "add"],
        &["benefits", "add"],
        &["swap", "add"],
    ];
    let junk = [
        json!(null),
        json!([]),
        json!("文字"),
        json!({}),
        json!({ "id": "X", "assignment_id": "X", "name": {}, "kind": 7, "on": "昨天" }),
        json!({ "assignment_id": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "name": "", "kind": "year",
                "on": "2026-06-30", "from": "甲" }),
    ];
    for words in commands {
        // An id that is none is a fault of the call, whatever is handed in.
        let exit = if words.contains(&"不是编号") {
            2
        } else {
            1
        };
        for input in &junk {
            let failed = ground.desk.hand(words, input).failed(exit);
            assert!(!failed.code.is_empty(), "{words:?} {input}");
        }
    }
    for (words, exit, codes) in [
        (
            ["key", "create", "--school", "没有这所学校"],
            1,
            ["SCHOOL-NONE", "SCHOOL-ABSENT"],
        ),
        // What is gone is a refusal, not a breakage.
        (
            [
                "assignment",
                "remove",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "--json",
            ],
            1,
            ["RECORD-ABSENT", "STORE-ABSENT"],
        ),
        (
            ["teachers", "remove", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "--json"],
            1,
            ["RECORD-ABSENT", "STORE-ABSENT"],
        ),
        (
            ["assignment", "remove", "不是编号", "--json"],
            2,
            ["ID-INVALID"; 2],
        ),
        (
            ["assignment", "list", "--year", "2026"],
            2,
            ["YEAR-INVALID"; 2],
        ),
    ] {
        let failed = ground.desk.run(&words).failed(exit);
        assert!(codes.contains(&failed.code.as_str()), "{failed:?}");
    }
    assert_eq!(ground.desk.run(&["teachers", "list"]).done(), json!([]));
    assert_eq!(ground.desk.run(&["check"]).done()["whole"], true);
}
