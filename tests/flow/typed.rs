//! What is typed as JSON: nothing of it gets lost, all that does not fit is said at once and in Chinese, and what a
//! list prints may be handed back.

use serde_json::{Value, json};
use shuangping_tests::desk::{is_chinese, run_hearing, word};
use shuangping_tests::ground::{Ground, HOST, SENDING, YEAR, sheets, text};

use crate::selection::NEXT;

/// True for a text without English words; names of fields stand in it as they are typed.
fn is_without(said: &str, words: &[&str]) -> bool {
    is_chinese(said) && !words.iter().any(|word| said.contains(word))
}

fn history(ground: &Ground) -> usize {
    let rows = ground.desk.run(&["history"]).done();
    rows.as_array().unwrap().len()
}

#[test]
fn a_field_that_nobody_knows_is_refused_by_name_and_nothing_is_written() {
    let ground = Ground::new("unknown").unwrap();
    let posting = ground.posting(&ground.teacher("苏一诺"));
    let before = history(&ground);
    let commands: [&[&str]; 14] = [
        &["teachers", "save"],
        &["school", "add"],
        &["policy", "save"],
        &["need", "add"],
        &["exemption", "add"],
        &["candidate", "add"],
        &["assignment", "add"],
        &["assignment", "goals", &posting],
        &["assignment", "step", &posting],
        &["living", "add"],
        &["benefits", "add"],
        &["swap", "add"],
        &["feedback", "add"],
        &["appraisal", "score"],
    ];
    for words in commands {
        let typed = json!({ "zzz": 1, "startt_on": "2026-09-01", "name": "甲" });
        let failed = ground.desk.hand(words, &typed).failed(1);
        let unknown = failed
            .refusals
            .iter()
            .find(|refusal| refusal["code"] == "INPUT-UNKNOWN")
            .unwrap_or_else(|| panic!("{words:?} {failed:?}"));
        let said = unknown["message"].as_str().unwrap();
        assert!(
            said.contains("startt_on、zzz；可用的字段："),
            "{words:?} {said}"
        );
    }
    for (words, typed, place) in [
        (
            vec!["school", "add"],
            json!({ "name": "甲", "profile": { "aera": "乡村" } }),
            "profile.aera",
        ),
        (
            vec!["assignment", "step", &posting],
            json!({ "event": "change_post", "on": "2026-01-01", "post": { "modus": "全职" } }),
            "post.modus",
        ),
        (
            vec!["appraisal", "score"],
            json!({ "assignment_id": posting, "host": { "advise": "" } }),
            "host.advise",
        ),
        (
            vec!["appraisal", "compute"],
            json!({ "host": { "total": "80" }, "weigths": {}, "sources": { "peers": { "scores": "1" } } }),
            "weigths",
        ),
    ] {
        let failed = ground.desk.hand(&words, &typed).failed(1);
        assert!(failed.codes().contains(&"INPUT-UNKNOWN"), "{failed:?}");
        assert!(failed.message.contains(place), "{failed:?}");
    }
    // What stands beside the input would be lost as well.
    let both = ["school", "add", "--name", "乙校"];
    assert_eq!(
        ground.desk.hand(&both, &json!({ "name": "甲校" })).exit,
        Some(2)
    );
    // A field that stands there twice would be heard once.
    for twice in [
        r#"{"name":"甲校","name":"乙校"}"#,
        r#"{"name":"甲校","profile":{"area":"rural","area":"urban"}}"#,
    ] {
        let file = ground.join("twice.json");
        std::fs::write(&file, twice).unwrap();
        let failed = ground
            .desk
            .run(&["school", "add", "--input", &word(&file)])
            .failed(2);
        assert_eq!(failed.codes(), ["INPUT-JSON"]);
        assert!(failed.message.contains("写了两次"), "{failed:?}");
    }
    assert_eq!(history(&ground), before);
}

#[test]
fn all_that_is_missing_or_of_another_kind_is_said_at_once_and_in_chinese() {
    let ground = Ground::new("kinds").unwrap();
    let posting = ground.posting(&ground.teacher("苏一诺"));
    let english = ["invalid", "expected", "struct", "EOF", "missing", "line"];
    let failed = ground
        .desk
        .hand(&["assignment", "add"], &json!({}))
        .failed(1);
    assert_eq!(
        failed.places(),
        [
            "host_school_id",
            "mode",
            "planned_end_on",
            "post_mode",
            "sending_school_id",
            "start_on",
            "teacher_id"
        ]
    );
    let typed =
        json!({ "event": "change_post", "on": "2026-01-01", "post": { "weekly_lessons": -1 } });
    let failed = ground
        .desk
        .hand(&["assignment", "change", &posting], &typed)
        .failed(1);
    assert_eq!(
        failed.places(),
        ["post.weekly_lessons", "post.mode", "post.post_mode"]
    );
    assert!(
        failed
            .message
            .contains("字段“post.weekly_lessons”应是0到255的整数，不能是 -1")
    );
    assert!(is_without(&failed.message, &english), "{failed:?}");
    for typed in [json!([]), json!(null), json!({ "goals": 7 })] {
        let failed = ground.desk.hand(&["assignment", "goals", &posting], &typed);
        if typed != json!([]) {
            let failed = failed.failed(1);
            assert!(is_without(&failed.message, &english), "{failed:?}");
        }
    }
    let mut form = ground
        .desk
        .run(&["assignment", "list", "--year", YEAR])
        .done()[0]
        .clone();
    form["mode"] = json!("个人申请");
    form["credit"] = json!("abc");
    form["teacher_id"] = json!("xx");
    let failed = ground.desk.hand(&["assignment", "add"], &form).failed(1);
    for said in [
        "“个人申请”不在可选的项目中，可填：",
        "（full_time）",
        "“abc”不是有效的折算系数，请填1或制度规定的倍数",
        "教师编号“xx”无效",
    ] {
        assert!(failed.message.contains(said), "{said}: {failed:?}");
    }
    for (heard, said) in [
        ("", "没有内容"),
        ("{\"a\":", "不是完整的JSON"),
        ("{\"a\" 1}", "第1行第6个字节附近写法不对"),
    ] {
        let words = ["--json", "appraisal", "compute", "--input", "-"];
        let failed = run_hearing(&words, heard.as_bytes()).failed(2);
        assert!(failed.message.contains(said), "{failed:?}");
        assert!(is_without(&failed.message, &english), "{failed:?}");
    }
    let nowhere = word(&ground.join("没有.json"));
    let failed = ground
        .desk
        .run(&["assignment", "add", "--input", &nowhere])
        .failed(3);
    assert!(failed.message.contains("找不到"), "{failed:?}");
    assert!(
        is_without(&failed.message, &["No such", "os error"]),
        "{failed:?}"
    );
}

#[test]
fn an_id_that_is_not_on_file_makes_no_record() {
    let ground = Ground::new("strange ids").unwrap();
    let teacher = ground.teacher("苏一诺");
    let posting = ground.posting(&teacher);
    let before = history(&ground);
    let base = json!({
        "teacher_id": ground.teacher("林頔"), "sending_school_id": ground.sending,
        "host_school_id": ground.host, "mode": "全职", "post_mode": "顶岗",
        "start_on": "2025-09-01", "planned_end_on": "2026-08-31",
    });
    let living = json!({ "assignment_id": posting, "kind": "住宿", "problem": "漏水", "owner": "甲", "raised_on": "2025-10-01" });
    let benefit = json!({ "assignment_id": posting, "kind": "交通", "from": "2025-09-01", "to": "2025-12-31" });
    let swap = json!({ "kind": "互派", "members": [posting] });
    let feedback = json!({ "assignment_id": posting, "kind": "year", "on": "2026-06-30" });
    for (words, form) in [
        (["assignment", "add"], base),
        (["living", "add"], living),
        (["benefits", "add"], benefit),
        (["swap", "add"], swap),
        (["feedback", "add"], feedback),
    ] {
        for id in ["01ARZ3NDEKTSV4RRFFQ69G5FAV", teacher.as_str()] {
            let mut form = form.clone();
            form["id"] = json!(id);
            let failed = ground.desk.hand(&words, &form).failed(1);
            assert_eq!(failed.codes(), ["RECORD-ABSENT"], "{words:?}");
        }
        let mut form = form.clone();
        form["id"] = json!("1");
        let failed = ground.desk.hand(&words, &form).failed(1);
        assert_eq!(failed.codes(), ["ID-INVALID"], "{words:?}");
        assert!(failed.message.contains("没有编号为“1”的"), "{failed:?}");
    }
    // Only the teacher was registered.
    assert_eq!(history(&ground), before + 1);
}

#[test]
fn rows_of_a_list_are_taken_back_and_unchanged_ones_leave_no_row_in_the_history() {
    let ground = Ground::new("handed back").unwrap();
    let desk = &ground.desk;
    let posting = ground.posting(&ground.teacher("苏一诺"));
    let need = json!({ "host_school_id": ground.host, "term": "autumn", "subject": "数学", "heads": 1, "urgency": "urgent" });
    let _ = desk.hand(&["need", "add", "--year", NEXT], &need).done();
    let living = json!({ "assignment_id": posting, "kind": "住宿", "problem": "漏水", "owner": "甲", "raised_on": "2025-10-01" });
    let _ = desk.hand(&["living", "add"], &living).done();
    let feedback =
        json!({ "assignment_id": posting, "kind": "year", "on": "2026-06-30", "from": "甲" });
    let _ = desk.hand(&["feedback", "add"], &feedback).done();
    let before = history(&ground);
    let lists: [(&[&str], &[&str]); 6] = [
        (&["teachers", "list"], &["teachers", "save"]),
        (&["school", "list"], &["school", "add"]),
        (
            &["assignment", "list", "--year", YEAR],
            &["assignment", "add"],
        ),
        (
            &["need", "list", "--year", NEXT],
            &["need", "add", "--year", NEXT],
        ),
        (
            &["living", "list", "--assignment", &posting],
            &["living", "add"],
        ),
        (&["feedback", "list"], &["feedback", "add"]),
    ];
    for (list, add) in lists {
        let rows = desk.run(list).done();
        for row in rows.as_array().unwrap() {
            let _ = desk.hand(add, row).done();
        }
        assert!(!rows.as_array().unwrap().is_empty(), "{list:?}");
        assert_eq!(desk.run(list).done(), rows, "{list:?}");
    }
    assert_eq!(history(&ground), before, "what changes nothing was logged");
    // The birth date goes under its name in the list too, changed or not.
    let mut row = desk.run(&["teachers", "list"]).done()[0].clone();
    assert_eq!(row["birth_date"], "1988-03");
    row["birth_date"] = json!("1988-03-05");
    assert_eq!(
        desk.hand(&["teachers", "save"], &row).done()["birth_date"],
        "1988-03-05"
    );
    let new = json!({ "name": "甲一", "birth_date": "1985-01-01" });
    assert_eq!(
        desk.hand(&["teachers", "save"], &new).done()["birth_date"],
        "1985-01-01"
    );
    // What is only printed is not changed by typing over it.
    let mut row = desk.run(&["assignment", "list", "--year", YEAR]).done()[0].clone();
    row["state_word"] = json!("已归档");
    let failed = desk.hand(&["assignment", "add"], &row).failed(1);
    assert_eq!(failed.codes(), ["INPUT-READONLY"]);
    assert!(failed.message.contains("state_word"), "{failed:?}");
    let shown = json!({ "name": "甲二", "id_number_masked": "**************1234" });
    let failed = desk.hand(&["teachers", "save"], &shown).failed(1);
    assert_eq!(failed.codes(), ["INPUT-READONLY"]);
}

#[test]
fn whoever_a_deleted_posting_was_of_stands_in_the_history() {
    let ground = Ground::new("deleted").unwrap();
    let form = json!({
        "teacher_id": ground.teacher("苏一诺"), "sending_school_id": ground.sending,
        "host_school_id": ground.host, "mode": "全职", "post_mode": "顶岗",
        "start_on": "2025-09-01", "planned_end_on": "2026-08-31",
    });
    let id = text(&ground.desk.hand(&["assignment", "add"], &form).done()["id"]);
    let _ = ground.desk.run(&["assignment", "remove", &id]).done();
    let last = ground.desk.run(&["history"]).done()[0].clone();
    assert_eq!(
        (&last["what"], &last["about"]),
        (&json!("删除交流安排"), &json!("苏一诺"))
    );
}

#[test]
fn a_key_is_replaced_only_where_that_is_said() {
    let ground = Ground::new("keys twice").unwrap().with_keys();
    let words = ["key", "create", "--school", SENDING];
    let key = |ground: &Ground| -> Value {
        let all = ground.desk.run(&["school", "list"]).done();
        let all = all.as_array().unwrap();
        all.iter().find(|one| one["name"] == SENDING).unwrap()["key"].clone()
    };
    let before = key(&ground);
    let failed = ground.desk.run(&words).failed(1);
    assert_eq!(failed.codes(), ["KEY-EXISTS"]);
    assert!(failed.message.contains("--replace"), "{failed:?}");
    assert_eq!(key(&ground), before);
    let mut words = words.to_vec();
    words.push("--replace");
    let _ = ground.desk.run(&words).done();
    assert_ne!(key(&ground), before);
    // The history names the school, whatever was put aside.
    assert_eq!(ground.desk.run(&["history"]).done()[0]["about"], SENDING);
}

#[test]
fn a_mark_that_turns_the_direction_of_writing_stays_in_no_name() {
    let ground = Ground::new("bidi").unwrap();
    let saved = json!({ "name": "苏\u{202e}一诺\u{200f}", "sex": "女", "birth": "1988-03" });
    let saved = ground.desk.hand(&["teachers", "save"], &saved).done();
    assert_eq!(saved["name"], "苏一诺");
    let school = json!({ "name": "望江\u{2066}小学\u{2069}" });
    let saved = ground.desk.hand(&["school", "add"], &school).done();
    assert_eq!(saved["name"], "望江小学");
}

#[test]
fn a_sheet_that_cannot_be_read_leaves_the_other_and_the_year_as_they_were() {
    let ground = Ground::new("half").unwrap();
    let posting = ground.posting(&ground.teacher("苏一诺"));
    let before = history(&ground);
    let mut both = sheets(&posting);
    both["year"] = json!("2026-2027");
    both["host"]["scores"]["H1.1"]["points"] = json!("七分");
    both["sending"]["scores"]["S1"]["points"] = json!("很好");
    let failed = ground.desk.hand(&["appraisal", "score"], &both).failed(1);
    assert_eq!(failed.places(), ["host.H1.1", "sending.S1"]);
    assert_eq!(history(&ground), before);
    assert!(
        ground
            .desk
            .run(&["school", "list"])
            .done()
            .to_string()
            .contains(HOST)
    );
}
