//! The forms, made by a script: each on paper, the lists also as a spreadsheet with the same columns.

use std::path::Path;

use serde_json::{Value, json};
use shuangping_tests::desk::word;
use shuangping_tests::ground::{Ground, HOST, YEAR, sheets, text};
use shuangping_tests::programs;

fn make(ground: &Ground, form: &str, out: &str) -> Value {
    let out = ground.join(out);
    let words = [
        "report",
        "make",
        "--form",
        form,
        "--year",
        YEAR,
        "--out",
        &word(&out),
    ];
    ground.desk.run(&words).done()
}

fn paper_text(made: &Value) -> String {
    let path = text(&made["reports"][0]["path"]);
    programs::closed_up(&programs::page_text(Path::new(&path), 0))
}

/// A ground with a posting, a need, a candidate and a benefit.
fn furnished(name: &str) -> Ground {
    let ground = Ground::new(name).unwrap().with_keys();
    let desk = &ground.desk;
    let id = ground.posting(&ground.teacher("苏一诺"));
    let need = json!({
        "host_school_id": ground.host, "term": "autumn", "subject": "数学", "grade": "五年级", "heads": 2,
        "requirement": "能带青年教师", "urgency": "urgent"
    });
    let _ = desk.hand(&["need", "add", "--year", YEAR], &need).done();
    let candidate = json!({
        "teacher_id": ground.teacher("马犇骉"), "channel": "organised", "wishes": [ground.host],
        "strengths": "阅读教学", "recommended_on": "2025-06-25", "opinion": "师德好，业务强，同意推荐"
    });
    let _ = desk
        .hand(&["candidate", "add", "--year", YEAR], &candidate)
        .done();
    let benefit = json!({
        "assignment_id": id, "kind": "transport", "from": "2025-09-01", "to": "2025-12-31",
        "due": "280", "basis": "本县规定70元/月", "paid": "160", "paid_on": "2026-01-10"
    });
    let _ = desk
        .hand(&["benefits", "--year", YEAR, "add"], &benefit)
        .done();
    ground
}

#[test]
fn each_form_is_made_numbered_and_made_again_as_the_same_file() {
    let ground = furnished("forms");
    for (form, prefix, words) in [
        ("F-06", "ZM-2025-0001", &["兹证明苏一诺", "12个月"][..]),
        (
            "F-10",
            "SQ-2025-0001",
            &["马犇骉", "阅读教学", "同意推荐", HOST],
        ),
        ("F-11", "MD-2025-0001", &["拟交流教师名单", "苏一诺"]),
        ("F-11b", "ME-2025-0001", &["R403"]),
        ("F-18", "ZB-2025-0001", &["暂不列入"]),
        ("F-19", "XQ-2025-0001", &["能带青年教师", "数学"]),
        (
            "F-20",
            "JT-2025-0001",
            &["280.00", "160.00", "120.00", "合计"],
        ),
    ] {
        let made = make(&ground, form, form);
        assert_eq!(made["reports"][0]["number"], prefix, "{made}");
        let page = paper_text(&made);
        for words in words {
            assert!(page.contains(words), "{form} lacks {words}: {page}");
        }
        let path = text(&made["reports"][0]["path"]);
        assert_eq!(programs::qpdf_complaint(Path::new(&path)), None, "{form}");
        let again = make(&ground, form, &format!("{form}-again"));
        assert_eq!(
            again["reports"][0]["sha256"], made["reports"][0]["sha256"],
            "{form}: the same facts give the same file"
        );
    }
}

#[test]
fn a_changed_fact_gives_another_paper_and_no_private_word_reaches_a_list() {
    let ground = furnished("changed");
    let desk = &ground.desk;
    let first = make(&ground, "F-20", "one");
    let sheet = desk.run(&["benefits", "--year", YEAR]).done();
    let mut row = sheet["rows"][0].clone();
    row["paid"] = json!("280");
    let _ = desk.hand(&["benefits", "--year", YEAR, "add"], &row).done();
    let second = make(&ground, "F-20", "two");
    // The first one may have been printed and stamped.
    assert_eq!(first["reports"][0]["number"], "JT-2025-0001");
    assert_eq!(second["reports"][0]["number"], "JT-2025-0002");
    assert_ne!(
        first["reports"][0]["sha256"],
        second["reports"][0]["sha256"]
    );
    let exemption = json!({
        "teacher_id": ground.teacher("林頔"), "kind": "pregnancy", "applied_on": "2025-06-10",
        "proof_kind": "hospital", "seen_on": "2025-06-12", "checked_by": "孟觉晓",
        "consent_document": "教人〔2025〕9号", "consent_on": "2025-06-30"
    });
    let _ = desk
        .hand(&["exemption", "add", "--year", YEAR], &exemption)
        .done();
    let made = make(&ground, "F-18", "private");
    let page = paper_text(&made);
    assert!(page.contains("林頔"), "{page}");
    for word in ["孕", "医院", "教人〔2025〕9号", "孟觉晓"] {
        assert!(!page.contains(word), "{word} stands on the list");
    }
}

#[test]
fn a_list_and_its_spreadsheet_have_the_same_columns_and_texts() {
    let ground = furnished("twin");
    for (form, words) in [
        ("F-11", &["拟去学校", "骨干层次", "苏一诺"][..]),
        ("F-20", &["应发（元）", "差额（元）", "本县规定70元/月"]),
    ] {
        let made = make(&ground, form, form);
        let twin = text(&made["reports"][0]["twin"]);
        let texts = cells(Path::new(&twin)).concat();
        let page = paper_text(&made);
        for word in words {
            assert!(page.contains(word), "{form}: the paper lacks {word}");
            assert!(
                texts.iter().any(|text| text == word),
                "{form}: the spreadsheet lacks {word}"
            );
        }
    }
}

/// The cells of a workbook's first sheet, by rows.
fn cells(file: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(file).unwrap();
    let read = transfer::sheet::read(&bytes, transfer::sheet::Encoding::Detected).unwrap();
    let cells = |row: &transfer::sheet::Row| row.cells.iter().map(ToString::to_string).collect();
    read.sheets[0].rows.iter().map(cells).collect()
}

#[test]
fn whoever_is_posted_already_stands_on_the_list_with_his_school_and_nobody_gets_a_way_that_he_did_not_take()
 {
    let ground = Ground::new("posted").unwrap();
    let desk = &ground.desk;
    let teacher = ground.teacher("苏一诺");
    let _ = ground.posting(&teacher);
    let candidate =
        json!({ "teacher_id": teacher, "channel": "organised", "recommended_on": "2025-06-25" });
    let _ = desk
        .hand(&["candidate", "add", "--year", YEAR], &candidate)
        .done();
    let page = paper_text(&make(&ground, "F-11", "F-11"));
    assert!(page.contains("青禾市石桥镇中心"), "{page}");
    assert!(
        page.contains("教人〔2025〕1"),
        "the paper that approved it: {page}"
    );
    let _ = ground.teacher("马犇骉");
    let file = ground.join("candidates.txt");
    std::fs::write(&file, "姓名\t专长\n马犇骉\t阅读教学\n").unwrap();
    let pasted = desk.run(&["candidate", "paste", &word(&file), "--year", YEAR]);
    assert!(pasted.to_string().contains("没有填写选派渠道"), "{pasted}");
}

#[test]
fn a_certificate_is_refused_to_whoever_has_not_served() {
    let ground = Ground::new("certificate").unwrap();
    let teacher = ground.teacher("苏一诺");
    let form = json!({
        "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": ground.host,
        "mode": "全职", "post_mode": "顶岗", "start_on": "2025-09-01", "planned_end_on": "2026-08-31"
    });
    let _ = ground.desk.hand(&["assignment", "add"], &form).done();
    let out = ground.join("none");
    let words = [
        "report",
        "make",
        "--form",
        "F-06",
        "--year",
        YEAR,
        "--out",
        &word(&out),
    ];
    assert_eq!(ground.desk.run(&words).failed(1).codes(), ["REPORT-NONE"]);
    let words = [
        "report",
        "make",
        "--form",
        "F-99",
        "--year",
        YEAR,
        "--out",
        &word(&out),
    ];
    assert_eq!(ground.desk.run(&words).failed(1).codes(), ["REPORT-FORM"]);
}

#[test]
fn the_annual_form_says_of_goals_and_feedback_what_is_on_file_now() {
    let ground = Ground::new("annual").unwrap().with_keys();
    let desk = &ground.desk;
    let id = ground.posting(&ground.teacher("苏一诺"));
    let goal =
        |text: &str, weight: u8| json!({ "text": text, "weight": weight, "measure": "记录" });
    let mut goals = vec![goal("承担四年级数学教学", 60), goal("上公开课", 40)];
    let set = |goals: &[Value]| {
        let words = ["assignment", "goals", &id];
        desk.hand(&words, &json!({ "goals": goals })).done()
    };
    let _ = set(&goals);
    // The sheet is saved first, the schools judge the goals afterwards.
    let mut both = sheets(&id);
    both["host"]["goals"] = json!([]);
    let scored = desk.hand(&["appraisal", "score"], &both).done();
    assert_eq!(scored["host"]["goals"][1]["achieved"], Value::Null);
    for goal in &mut goals {
        goal["host"] = json!({ "result": "达成", "achieved": 100 });
        goal["sending"] = json!({ "result": "达成", "achieved": 100 });
    }
    goals[1]["host"] = json!({ "result": "部分达成", "achieved": 70 });
    assert_eq!(set(&goals)["achievement"], "94.0");
    let shown = desk.hand(&["appraisal", "score"], &both).done();
    let achieved = |place: usize| shown["host"]["goals"][place]["achieved"].clone();
    assert_eq!((achieved(0), achieved(1)), (json!(100), json!(85)));
    // One problem of this year and one of the year before, which stands on that year's form.
    for on in ["2025-06-20", "2026-06-20"] {
        let given = json!({
            "assignment_id": id, "kind": "year", "on": on, "from": "贺知松（校长）",
            "items": [{ "class": "problem", "text": format!("教具不足{on}"), "owner": "教务处", "due_on": "2026-07-31" }],
        });
        let _ = desk.hand(&["feedback", "add"], &given).done();
    }
    let page = paper_text(&make(&ground, "F-01", "F-01"));
    assert!(page.contains("上公开课4085"), "{page}");
    assert!(page.contains("反馈问题1条"), "{page}");
}
