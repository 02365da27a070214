//! Before anybody is sent: who must go, how many, and when what is due, as a script asks it.

use serde_json::{Value, json};
use shuangping_tests::desk::{Desk, run, word};
use shuangping_tests::ground::{Ground, HOST};

pub(crate) const NEXT: &str = "2026-2027";

/// J-1 and J-2, typed in as teachers: name, sex, birth, joined, result.
const PEOPLE: [(&str, &str, &str, &str, &str); 12] = [
    ("甲一", "男", "1976-08-31", "2010-09-01", "must"),
    ("甲二", "男", "1976-09-01", "2010-09-01", "must"),
    ("甲三", "男", "1975-09-01", "2010-09-01", "must"),
    ("甲四", "男", "1975-08-31", "2010-09-01", "may"),
    ("乙一", "女", "1981-08-31", "2010-09-01", "must"),
    ("乙二", "女", "1980-09-01", "2010-09-01", "must"),
    ("乙三", "女", "1980-08-31", "2010-09-01", "may"),
    ("丙一", "女", "1990-01-01", "2020-09-01", "must"),
    ("丙二", "女", "1990-01-01", "2020-08-20", "must"),
    ("丙三", "女", "1990-01-01", "2020-10-08", "may"),
    ("丙四", "女", "1990-01-01", "2020-09-02", "must"),
    ("丁一", "女", "1990-01", "2010-09-01", "manual"),
];

/// A ledger with these teachers; answers their ids in the same order.
pub(crate) fn with_people(name: &str) -> (Ground, Vec<String>) {
    let ground = Ground::new(name).unwrap();
    let ids = PEOPLE
        .iter()
        .map(|(name, sex, birth, joined, _)| {
            let form = json!({
                "name": name, "sex": sex, "birth": birth, "joined_school_on": joined,
                "subject": "数学", "title": "一级教师", "on_establishment": true
            });
            let saved = ground.desk.hand(&["teachers", "save"], &form).done();
            saved["id"].as_str().unwrap().to_owned()
        })
        .collect();
    (ground, ids)
}

pub(crate) fn result<'a>(run: &'a Value, name: &str) -> &'a Value {
    run["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == name)
        .unwrap_or_else(|| panic!("{name} is not in {run}"))
}

#[test]
fn each_teacher_is_judged_with_reasons_that_name_their_rule() {
    let (ground, _) = with_people("eligibility");
    let words = ["eligibility", "run", "--year", NEXT, "--policy", "P3"];
    let made = ground.desk.run(&words).done();
    assert_eq!(made["policy"], "P3");
    assert_eq!(made["policy_version"], 1);
    assert_eq!(made["ref_date"], "2026-08-31");
    for (name, _, birth, joined, expected) in PEOPLE {
        let one = result(&made, name);
        assert_eq!(one["result"], expected, "{name}: {one}");
        let rules: Vec<&Value> = one["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| &reason["rule"])
            .collect();
        assert!(
            rules.contains(&&json!("R103")),
            "{name} {birth} {joined}: {one}"
        );
    }
    assert_eq!(result(&made, "甲一")["age"], 50);
    assert_eq!(result(&made, "丙一")["tenure_years"], 6);
    assert_eq!(result(&made, "丁一")["age"], Value::Null);
    assert_eq!(
        ground.desk.run(&words).done(),
        made,
        "the same facts give the same run"
    );
}

#[test]
fn a_run_is_frozen_with_its_facts_and_computed_again_from_them() {
    let (ground, ids) = with_people("freeze");
    let desk = &ground.desk;
    let frozen = desk
        .run(&["eligibility", "run", "--year", NEXT, "--freeze"])
        .done();
    assert_eq!(frozen["state"], "frozen");
    let id = frozen["run_id"].as_str().unwrap();
    // A fact changes; what was frozen stays.
    let form = json!({ "id": ids[0], "name": "甲一", "sex": "男", "birth": "1960-01-01", "joined_school_on": "2010-09-01" });
    let _ = desk.hand(&["teachers", "save"], &form).done();
    let shown = desk.run(&["eligibility", "show", "--year", NEXT]).done();
    assert_eq!(result(&shown, "甲一")["result"], "must");
    assert_eq!(shown["is_stale"], true);
    let again = desk.run(&["eligibility", "recheck", id]).done();
    assert_eq!(again["is_same"], true);
    assert_eq!(again["n_teachers"], 12);
    assert_eq!(
        desk.run(&["eligibility", "report", "--year", NEXT]).done()["state"],
        "reported"
    );
    let failed = desk
        .run(&["eligibility", "report", "--year", NEXT])
        .failed(1);
    assert_eq!(failed.codes(), ["ELIGIBILITY-STATE"]);
    let runs = desk.run(&["eligibility", "runs", "--year", NEXT]).done();
    assert_eq!(runs.as_array().unwrap().len(), 1);
    assert_eq!(runs[0]["policy"], "P3@1");
}

#[test]
fn a_person_decides_only_what_the_rules_leave_open() {
    let (ground, ids) = with_people("ruling");
    let rule = |id: &str, result: &str, reason: &str| {
        ground.desk.run(&[
            "eligibility",
            "rule",
            "--teacher",
            id,
            "--result",
            result,
            "--reason",
            reason,
            "--year",
            NEXT,
        ])
    };
    let ruled = rule(&ids[11], "must", "已核对身份证原件").done();
    assert_eq!(result(&ruled, "丁一")["result"], "must");
    assert_eq!(
        rule(&ids[0], "not", "另有安排").failed(1).codes(),
        ["RULING-NEEDLESS"]
    );
    assert_eq!(
        rule(&ids[11], "deferred", "").failed(1).codes(),
        ["RULING-OUTCOME", "RULING-REASON"]
    );
    let back = rule(&ids[11], "none", "").done();
    assert_eq!(result(&back, "丁一")["result"], "manual");
}

#[test]
fn quotas_show_numerator_and_denominator_and_candidates_fill_them() {
    let (ground, ids) = with_people("quota");
    let desk = &ground.desk;
    let check = |rule: &str| {
        let quota = desk.run(&["quota", "--year", NEXT]).done();
        let checks = quota["checks"].as_array().unwrap().clone();
        checks
            .into_iter()
            .find(|one| one["rule"] == rule)
            .unwrap_or_else(|| panic!("{rule} is not in {quota}"))
    };
    let before = check("R403");
    assert_eq!(
        (
            &before["numerator"],
            &before["denominator"],
            &before["required_heads"],
            &before["met"]
        ),
        (&json!(0), &json!(8), &json!(1), &json!(false))
    );
    assert!(
        before["message"].as_str().unwrap().contains("0/8"),
        "{before}"
    );
    let _ = desk
        .run(&["eligibility", "run", "--year", NEXT, "--freeze"])
        .done();
    let candidate = json!({
        "teacher_id": ids[0], "channel": "organised", "to_school_id": ground.host,
        "recommended_on": "2026-06-25", "opinion": "同意推荐",
        "approval_document": "教人〔2026〕30号", "approved_on": "2026-08-01"
    });
    let words = ["candidate", "add", "--year", NEXT];
    let saved = desk.hand(&words, &candidate).done();
    assert_eq!(saved["progress"], "approved");
    assert_eq!(saved["to_school"], HOST);
    let after = check("R403");
    assert_eq!(
        (&after["numerator"], &after["met"]),
        (&json!(1), &json!(true))
    );
    assert!(
        after["message"].as_str().unwrap().contains("1/8 = 12.5%"),
        "{after}"
    );
    assert_eq!(
        check("R404")["met"],
        true,
        "一级教师 counts among the elite"
    );
    let overlay = check("R406");
    assert_eq!(overlay["only_warns"], true);
    // Nobody is put forward twice, and whoever may not go is not approved.
    let again = desk.hand(&words, &candidate).failed(1);
    assert_eq!(again.codes(), ["CANDIDATE-TWICE"]);
    let volunteer = json!({
        "teacher_id": ids[3], "channel": "self", "to_school_id": ground.host,
        "applied_on": "2026-06-10", "recommended_on": "2026-06-25",
        "approval_document": "教人〔2026〕31号", "approved_on": "2026-08-01"
    });
    assert_eq!(
        desk.hand(&words, &volunteer).failed(1).codes(),
        ["CANDIDATE-VOLUNTARY", "CANDIDATE-VOLUNTARY"]
    );
}

#[test]
fn the_calendar_counts_weeks_from_the_first_monday_and_tells_what_is_due() {
    let calendar = run(&["--json", "calendar", "--year", NEXT]).done();
    let autumn = &calendar["terms"][0];
    assert_eq!(autumn["term"], "2026-2027-1");
    assert_eq!(autumn["first_monday"], "2026-09-07");
    assert_eq!(autumn["weeks"][4]["from"], "2026-10-05");
    assert_eq!(autumn["weeks"][4]["holidays"], json!(["国庆节"]));
    assert_eq!(autumn["weeks"][12]["from"], "2026-11-30");
    let due = |rule: &str, code: &str| {
        let deadlines = calendar["deadlines"].as_array().unwrap();
        deadlines
            .iter()
            .find(|one| one["rule"] == rule && one["code"] == code)
            .unwrap_or_else(|| panic!("{code} is not in {calendar}"))["on"]
            .clone()
    };
    assert_eq!(due("R1001", "roster"), "2026-07-31");
    assert_eq!(due("R103", "freeze"), "2026-08-31");
    let days: Vec<&str> = calendar["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["on"].as_str().unwrap())
        .collect();
    assert!(days.is_sorted(), "{days:?}");
}

#[test]
fn rows_are_pasted_from_a_table_and_only_the_good_ones_are_kept() {
    let (ground, _) = with_people("paste");
    let table = format!(
        "学校\t学科\t年级\t人数\t要求\t紧急程度\n{HOST}\t数学\t五年级\t2\t\t紧缺\n无名小学\t语文\t\t1\n{HOST}\t\t\t两人\n"
    );
    let file = ground.join("需求.tsv");
    std::fs::write(&file, table).unwrap();
    let path = word(&file);
    let words = ["need", "paste", &path, "--year", NEXT];
    let said = ground.desk.run(&words);
    assert_eq!(said.exit, Some(1), "{said}");
    let pasted = said.json();
    assert_eq!(
        (&pasted["accepted"], &pasted["refused"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(pasted["rows"][0]["action"], "add");
    assert!(
        pasted["rows"][1]["problems"][0]
            .as_str()
            .unwrap()
            .contains("无名小学")
    );
    let kept = ground.desk.run(&["need", "list", "--year", NEXT]).done();
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["urgency"], "urgent");
    let again = ground.desk.run(&words).json();
    assert_eq!(again["rows"][0]["action"], "unchanged");
}

#[test]
fn columns_are_known_by_their_headings_and_an_empty_cell_keeps_what_is_on_file() {
    let ground = Ground::new("headings").unwrap();
    let file = ground.join("需求.txt");
    let paste = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let words = ["need", "paste", "--year", NEXT, &word(&file)];
        ground.desk.run(&words)
    };
    let first = format!("人数\t学校\t学科\t紧急程度\t要求\n3\t{HOST}\t数学\t紧缺\t能带毕业班\n");
    assert_eq!(paste(&first).done()["rows"][0]["action"], "add");
    let later = format!("学校\t学科\t人数\n{HOST}\t数学\t2\n");
    assert_eq!(paste(&later).done()["rows"][0]["action"], "update");
    let kept = ground.desk.run(&["need", "list", "--year", NEXT]).done();
    assert_eq!(kept[0]["heads"], 2);
    assert_eq!(kept[0]["urgency"], "urgent");
    assert_eq!(kept[0]["requirement"], "能带毕业班");
    let unknown = paste(&format!("学校\t学科\t人头\n{HOST}\t数学\t9\n"));
    assert_eq!(unknown.failed(1).codes(), ["PASTE-HEADING"]);
    let twice = paste(&format!(
        "受援学校\t学 科\t人数\n{HOST}\t音乐\t1\n{HOST}\t音乐\t2\n"
    ));
    assert_eq!(twice.json()["accepted"], 1, "{twice}");
    assert_eq!(twice.json()["rows"][1]["action"], "refused");
    let open = paste(&format!("\"{HOST}\t数学\t9\n{HOST}\t语文\t1\n"));
    assert_eq!(open.failed(1).codes(), ["PASTE-QUOTES"]);
}

#[test]
fn a_correction_leaves_what_it_does_not_name_as_it_is_on_file() {
    let ground = Ground::new("correction").unwrap();
    let desk = &ground.desk;
    let school = json!({ "name": "望江小学", "principal": "简凝", "profile": { "area": "rural", "establishment": 20 } });
    let added = desk.hand(&["school", "add"], &school).done();
    let better = json!({ "id": added["id"], "profile": { "on_establishment": 18 } });
    let saved = desk.hand(&["school", "add"], &better).done();
    assert_eq!(saved["principal"], "简凝");
    assert_eq!(saved["profile"]["area"], "rural");
    assert_eq!(saved["profile"]["establishment"], 20);
    assert_eq!(saved["profile"]["on_establishment"], 18);
    let teacher =
        json!({ "name": "甲一", "sex": "男", "birth": "1985-01-01", "title": "一级教师" });
    let added = desk.hand(&["teachers", "save"], &teacher).done();
    let better = json!({ "id": added["id"], "title": "高级教师" });
    let saved = desk.hand(&["teachers", "save"], &better).done();
    assert_eq!(
        (&saved["name"], &saved["title"]),
        (&json!("甲一"), &json!("高级教师"))
    );
    assert_eq!(saved["birth_date"], "1985-01-01");
    // An id of nothing makes no new record, and no correction moves one to another year.
    let need = json!({ "host_school_id": school_id(desk, HOST), "term": "autumn", "subject": "数学", "heads": 1, "urgency": "urgent" });
    let need = desk.hand(&["need", "add", "--year", NEXT], &need).done();
    let moved = desk.hand(&["need", "add", "--year", "2027-2028"], &need);
    assert_eq!(moved.failed(1).codes(), ["RECORD-ABSENT"]);
    let strange = json!({ "id": added["id"], "name": "冒名小学" });
    let made = desk.hand(&["school", "add"], &strange);
    assert_eq!(made.failed(1).codes(), ["RECORD-ABSENT"]);
    let homeless = json!({ "id": added["id"], "home_school_id": added["id"] });
    let saved = desk.hand(&["teachers", "save"], &homeless);
    assert_eq!(saved.failed(1).codes(), ["TEACHER-SCHOOL"]);
}

fn school_id(desk: &Desk, name: &str) -> Value {
    let all = desk.run(&["school", "list"]).done();
    let all = all.as_array().unwrap();
    all.iter().find(|one| one["name"] == name).unwrap()["id"].clone()
}

#[test]
fn a_run_frozen_for_trial_under_another_policy_changes_nothing() {
    let (ground, _) = with_people("trial");
    let desk = &ground.desk;
    let freeze = |policy: &str| {
        let words = [
            "eligibility",
            "run",
            "--year",
            NEXT,
            "--policy",
            policy,
            "--freeze",
        ];
        desk.run(&words).done()
    };
    let first = freeze("P3");
    let _ = freeze("P5");
    let shown = desk.run(&["eligibility", "show", "--year", NEXT]).done();
    assert_eq!(shown["run_id"], first["run_id"]);
    let reported = desk.run(&["eligibility", "report", "--year", NEXT]).done();
    assert_eq!(
        (&reported["policy"], &reported["state"]),
        (&json!("P3"), &json!("reported"))
    );
}

#[test]
fn the_bureaus_workbook_says_who_goes_and_never_why_somebody_stays() {
    let (ground, ids) = with_people("lists");
    let desk = &ground.desk;
    let exemption = json!({
        "teacher_id": ids[4], "kind": "illness", "applied_on": "2026-06-01", "proof_kind": "hospital",
        "seen_on": "2026-06-02", "checked_by": "简凝", "consent_document": "教人〔2026〕8号", "consent_on": "2026-06-10"
    });
    let saved = desk
        .hand(&["exemption", "add", "--year", NEXT], &exemption)
        .done();
    assert_eq!(saved["holds"], true);
    // Another has only asked, and is put forward all the same.
    let asked = json!({ "teacher_id": ids[1], "kind": "illness", "applied_on": "2026-06-01" });
    let _ = desk
        .hand(&["exemption", "add", "--year", NEXT], &asked)
        .done();
    let forward = json!({ "teacher_id": ids[1], "channel": "organised" });
    let _ = desk
        .hand(&["candidate", "add", "--year", NEXT], &forward)
        .done();
    let frozen = desk
        .run(&["eligibility", "run", "--year", NEXT, "--freeze"])
        .done();
    assert_eq!(result(&frozen, "乙一")["result"], "deferred");
    let out = ground.join("名单");
    let made = desk
        .run(&["lists", "--year", NEXT, "--out", &word(&out)])
        .done();
    let bytes = std::fs::read(made["path"].as_str().unwrap()).unwrap();
    let grid = transfer::sheet::read(&bytes, transfer::sheet::Encoding::Detected).unwrap();
    let names: Vec<&str> = grid
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "拟交流名单",
            "其他候选人",
            "符合条件名单",
            "须人工判定名单",
            "暂不列入名单",
            "名额核对",
            "选派质量",
            "依据"
        ]
    );
    let text = |name: &str| {
        let sheet = grid.sheets.iter().find(|sheet| sheet.name == name).unwrap();
        let cells = sheet.rows.iter().flat_map(|row| &row.cells);
        cells.map(ToString::to_string).collect::<Vec<_>>().join("|")
    };
    assert!(text("符合条件名单").contains("甲一"));
    let deferred = text("暂不列入名单");
    assert!(
        deferred.contains("乙一") && deferred.contains("按规定暂不列入"),
        "{deferred}"
    );
    assert!(!deferred.contains('病'), "{deferred}");
    assert!(text("名额核对").contains("R403"));
    assert!(text("依据").contains("2026年8月31日"));
    assert!(text("其他候选人").contains("甲二"));
    for name in names {
        let told = name != "暂不列入名单" && text(name).contains("申请");
        assert!(!told, "{name} says who has asked: {}", text(name));
    }
    let doubts = made["dispatch"]["doubts"].to_string();
    assert!(
        doubts.contains("暂不列入"),
        "the principal sees it: {doubts}"
    );
    // A fact changes after the freeze: the lists say so.
    let older = json!({ "id": ids[0], "birth": "1960-01-01" });
    let _ = desk.hand(&["teachers", "save"], &older).done();
    let again = desk
        .run(&[
            "lists",
            "--year",
            NEXT,
            "--out",
            &word(&ground.join("再次")),
        ])
        .done();
    let bytes = std::fs::read(again["path"].as_str().unwrap()).unwrap();
    let grid = transfer::sheet::read(&bytes, transfer::sheet::Encoding::Detected).unwrap();
    let basis = grid.sheets.last().unwrap();
    let said: Vec<String> = basis
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(ToString::to_string))
        .collect();
    assert!(said.join("|").contains("重新冻结"), "{said:?}");
    let log = desk.run(&["history"]).stdout;
    assert!(
        !log.contains("illness") && !log.contains("因病"),
        "the log says why"
    );
}

#[test]
fn whoever_is_posted_already_stands_in_the_list_that_the_quota_counts() {
    let ground = Ground::new("posted").unwrap();
    let desk = &ground.desk;
    let teacher = ground.teacher("戊一");
    let _ = ground.posting(&teacher);
    let quota = desk.run(&["quota"]).done();
    assert_eq!(quota["n_exchanged"], 1);
    let made = desk
        .run(&["lists", "--out", &word(&ground.join("名单"))])
        .done();
    let bytes = std::fs::read(made["path"].as_str().unwrap()).unwrap();
    let grid = transfer::sheet::read(&bytes, transfer::sheet::Encoding::Detected).unwrap();
    let rows: Vec<String> = grid.sheets[0]
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.cells.iter().map(ToString::to_string).collect();
            cells.join("|")
        })
        .collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    for words in ["戊一", HOST] {
        assert!(rows[1].contains(words), "{words}: {rows:?}");
    }
}
