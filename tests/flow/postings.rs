//! A posting from the approved list to its return: steps, goals and changes, as a script asks it.

use serde_json::{Value, json};
use shuangping_tests::desk::word;
use shuangping_tests::ground::{Ground, YEAR, text};
use shuangping_tests::programs;

/// The school year in which he goes, for three years (R302).
const GONE: &str = "2023-2024";

/// Records under P2b, a teacher who was approved for 异地交流, and his posting made of the approved list.
fn approved(name: &str) -> (Ground, String) {
    let ground = Ground::new(name).unwrap().with_keys();
    let desk = &ground.desk;
    let _ = desk.run(&["policy", "adopt", "P2b", "--year", GONE]).done();
    let teacher = ground.teacher("苏一诺");
    let rule = [
        "eligibility",
        "rule",
        "--year",
        GONE,
        "--teacher",
        &teacher,
        "--result",
        "may",
        "--reason",
        "本人自愿，学校同意",
    ];
    let _ = desk.run(&rule).done();
    let _ = desk
        .run(&["eligibility", "run", "--year", GONE, "--freeze"])
        .done();
    let candidate = json!({
        "teacher_id": teacher, "channel": "organised", "track": "remote", "to_school_id": ground.host,
        "recommended_on": "2023-06-25", "opinion": "同意推荐", "conditions": ["health", "qualification"],
        "approval_document": "教人〔2023〕30号", "approved_on": "2023-08-01"
    });
    let _ = desk
        .hand(&["candidate", "add", "--year", GONE], &candidate)
        .done();
    let made = desk
        .run(&["assignment", "from-approved", "--year", GONE])
        .done();
    assert_eq!(made[0]["state"], "approved", "{made}");
    assert_eq!(made[0]["track"], "remote");
    assert_eq!(
        (&made[0]["start_on"], &made[0]["planned_end_on"]),
        (&json!("2023-09-01"), &json!("2026-08-31"))
    );
    let again = desk
        .run(&["assignment", "from-approved", "--year", GONE])
        .done();
    assert_eq!(again, json!([]), "nobody is posted twice");
    let id = text(&made[0]["id"]);
    (ground, id)
}

fn goals(weights: [u8; 2]) -> Value {
    json!([
        { "text": "承担四年级数学教学", "measure": "期末监测", "target": "不低于平均", "weight": weights[0],
          "due_on": "2026-06-20", "evidence": "监测报告" },
        { "text": "带教青年教师2人", "measure": "结对记录", "target": "4轮", "weight": weights[1] },
    ])
}

fn step(ground: &Ground, id: &str, form: &Value) -> Value {
    ground.desk.hand(&["assignment", "step", id], form).done()
}

fn signed() -> Value {
    json!({
        "event": "sign_goals", "on": "2023-08-28", "by": "顾砚之", "teacher_signed_on": "2023-08-26",
        "host_signer": "贺知松", "host_signed_on": "2023-08-27",
        "sending_signer": "顾砚之", "sending_signed_on": "2023-08-28"
    })
}

#[test]
fn a_posting_goes_from_the_approved_list_over_a_signed_letter_to_an_extension() {
    let (ground, id) = approved("course");
    let desk = &ground.desk;
    // Weights of 99 are refused, with all reasons at once; as a draft they are kept while they are talked over, are told
    // of, and stop both the letter and the signatures.
    let mut half = goals([60, 39]);
    half[1]["measure"] = json!("");
    half[1]["due_on"] = json!("2030-06-30");
    let words = ["assignment", "goals", &id];
    let refused = desk.hand(&words, &json!({ "goals": half })).failed(1);
    assert_eq!(refused.codes(), ["GOAL-SUM", "GOAL-MEASURE", "GOAL-DUE"]);
    let page = desk.run(&["assignment", "show", &id]).done();
    assert_eq!(page["goals"], json!([]), "nothing is half-written");
    let draft = ["assignment", "goals", &id, "--draft"];
    let page = desk
        .hand(&draft, &json!({ "goals": goals([60, 39]) }))
        .done();
    let doubts = page["doubts"].to_string();
    assert!(
        doubts.contains("工作目标还是草稿：各项目标的权重合计为99"),
        "{doubts}"
    );
    let letters = ground.join("letters");
    let make = [
        "report",
        "make",
        "--form",
        "F-04",
        "--year",
        GONE,
        "--out",
        &word(&letters),
    ];
    let said = desk.run(&make);
    assert_eq!(said.exit, Some(1), "{said}");
    let message = said.json()["failed"][0]["message"].to_string();
    assert!(message.contains("合计为99"), "{message}");
    let refused = desk.hand(&["assignment", "step", &id], &signed()).failed(1);
    assert_eq!(refused.codes(), ["GOAL-SUM"]);

    let _ = desk
        .hand(
            &["assignment", "goals", &id],
            &json!({ "goals": goals([60, 40]) }),
        )
        .done();
    let made = desk.run(&make).done();
    let letter = text(&made["reports"][0]["path"]);
    for side in ["host", "sending"] {
        let signed = desk.run(&["sign", &letter, "--as", side]).done();
        assert_eq!(signed["side"], side);
    }
    let verified = desk.run(&["verify", &letter]).done();
    assert_eq!(verified["status"], "intact", "{verified}");
    assert_eq!(verified["signatures"].as_array().unwrap().len(), 2);
    let file = std::path::Path::new(&letter);
    assert_eq!(programs::valid_signatures(&programs::pdfsig(file)), 2);
    assert_eq!(programs::qpdf_complaint(file), None);
    let page = programs::closed_up(&programs::page_text(file, 0));
    for words in [
        "承担四年级数学教学",
        "60%",
        "苏一诺",
        "延长12个月",
        "异地交流",
    ] {
        assert!(page.contains(words), "{words} is not on the letter");
    }

    let page = step(&ground, &id, &signed());
    assert_eq!(page["row"]["state"], "goals_signed");
    // What was signed is given again as it was signed, and not drawn anew.
    let again = desk.run(&make).done();
    assert_eq!(again["reports"][0]["number"], made["reports"][0]["number"]);
    let verified = desk
        .run(&["verify", &text(&again["reports"][0]["path"])])
        .done();
    assert_eq!(verified["signatures"].as_array().unwrap().len(), 2);

    let arrived = json!({ "event": "到岗", "on": "2023-09-01", "by": "贺知松" });
    assert_eq!(step(&ground, &id, &arrived)["row"]["state"], "active");
    let mut judged = goals([60, 40]);
    judged[0]["host"] = json!({ "result": "达成", "achieved": 100 });
    judged[0]["sending"] = json!({ "result": "达成", "achieved": 100 });
    judged[1]["host"] = json!({ "result": "部分达成", "achieved": 50 });
    judged[1]["sending"] = json!({ "result": "达成", "achieved": 100 });
    let page = desk
        .hand(&["assignment", "goals", &id], &json!({ "goals": judged }))
        .done();
    assert_eq!(page["achievement"], "90.0");
    assert_eq!(page["proposed_extension"], "2027-08-31");
    let end = json!({ "event": "reach_end", "on": "2026-06-30", "by": "贺知松" });
    assert_eq!(step(&ground, &id, &end)["row"]["state"], "term_end");
    // Goals that were not reached are not passed over in silence (R312).
    let home = json!({ "event": "complete", "on": "2026-07-05", "by": "顾砚之" });
    let refused = desk.hand(&["assignment", "end", &id], &home).failed(1);
    assert_eq!(refused.codes(), ["STEP-APPRAISAL", "STEP-UNMET"]);
    assert!(refused.message.contains("R312"), "{refused:?}");
    // An extension needs its reason, its approval and a later day.
    let bare = json!({ "event": "extend", "on": "2026-07-05", "by": "顾砚之" });
    let refused = desk.hand(&["assignment", "change", &id], &bare).failed(1);
    assert_eq!(
        refused.codes(),
        ["STEP-REASON", "STEP-APPROVAL", "STEP-UNTIL"]
    );
    let longer = json!({
        "event": "extend", "on": "2026-07-05", "by": "顾砚之", "reason": page["unmet"],
        "approval_document": "教人〔2026〕41号", "approved_on": "2026-07-03", "until": "2027-08-31"
    });
    let page = desk.hand(&["assignment", "change", &id], &longer).done();
    assert_eq!(
        (&page["row"]["state"], &page["row"]["planned_end_on"]),
        (&json!("extended"), &json!("2027-08-31"))
    );
    let on = json!({ "event": "go_on", "on": "2026-09-01", "by": "贺知松" });
    let page = desk.hand(&["assignment", "change", &id], &on).done();
    assert_eq!(page["row"]["state"], "active");
    let events: Vec<&Value> = page["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["event"])
        .collect();
    assert_eq!(
        events,
        [
            "submit",
            "approve",
            "sign_goals",
            "arrive",
            "reach_end",
            "extend",
            "go_on"
        ]
    );
    // A step that was wrong is taken back, and the log says so.
    let back = ["assignment", "take-back", &id, "--reason", "日期录错"];
    assert_eq!(desk.run(&back).done()["row"]["state"], "extended");
    let history = desk.run(&["history"]).done().to_string();
    assert!(
        history.contains("撤销上一步") && history.contains("苏一诺：续任"),
        "{history}"
    );
    assert_eq!(desk.run(&["check"]).done()["whole"], true);
}

#[test]
fn a_letter_whose_goals_changed_after_the_host_signed_is_signed_anew_by_both() {
    let (ground, id) = approved("letter");
    let desk = &ground.desk;
    let set = |goals: Value| {
        let _ = desk
            .hand(&["assignment", "goals", &id], &json!({ "goals": goals }))
            .done();
    };
    set(goals([60, 40]));
    let out = ground.join("letters");
    let make = || {
        let words = [
            "report",
            "make",
            "--form",
            "F-04",
            "--year",
            GONE,
            "--out",
            &word(&out),
        ];
        let paper = desk.run(&words).done()["reports"][0].clone();
        (text(&paper["number"]), text(&paper["path"]))
    };
    let (number, file) = make();
    let _ = desk.run(&["sign", &file, "--as", "host"]).done();
    set(goals([30, 70]));
    let refused = desk.run(&["sign", &file, "--as", "sending"]).failed(1);
    assert_eq!(refused.codes(), ["REPORT-OLD"]);
    let (newer, file) = make();
    assert_ne!(number, newer, "what a school has signed keeps its number");
    for side in ["host", "sending"] {
        let _ = desk.run(&["sign", &file, "--as", side]).done();
    }
    let _ = step(&ground, &id, &signed());
    // From now on the letter is what binds, whatever is registered later.
    assert_eq!(desk.run(&["verify", &file]).done()["is_current"], true);
    let mut row = desk.run(&["assignment", "show", &id]).done()["row"].clone();
    row["subject"] = json!("美术");
    let refused = desk.hand(&["assignment", "add"], &row).failed(1);
    assert_eq!(refused.codes(), ["ASSIGNMENT-POST"]);
}

#[test]
fn what_cannot_be_is_refused_with_all_reasons_and_nothing_is_written() {
    let (ground, id) = approved("refused");
    let desk = &ground.desk;
    let before = (
        desk.run(&["assignment", "show", &id]).done(),
        desk.run(&["history"]).done(),
    );
    let teacher = text(&before.0["row"]["teacher_id"]);
    // A term that ends before it starts, at home, over another posting.
    let twisted = json!({
        "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": ground.sending,
        "mode": "全职", "post_mode": "顶岗", "start_on": "2026-06-01", "planned_end_on": "2026-05-01"
    });
    let refused = desk.hand(&["assignment", "add"], &twisted).failed(1);
    assert_eq!(
        refused.codes(),
        [
            "ASSIGNMENT-SCHOOLS",
            "ASSIGNMENT-DATES",
            "ASSIGNMENT-OVERLAP"
        ]
    );
    let over = json!({
        "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": ground.host,
        "mode": "兼职", "post_mode": "顶岗", "start_on": "2026-06-01", "planned_end_on": "2026-12-31"
    });
    let refused = desk.hand(&["assignment", "add"], &over).failed(1);
    assert_eq!(refused.codes(), ["ASSIGNMENT-OVERLAP"]);
    // A change out of its order and before the start, without reason or paper.
    let early = json!({ "event": "suspend", "on": "2023-08-15", "by": "" });
    let refused = desk.hand(&["assignment", "change", &id], &early).failed(1);
    for code in [
        "STEP-ORDER",
        "STEP-BY",
        "STEP-REASON",
        "STEP-APPROVAL",
        "STEP-BEFORE-START",
    ] {
        assert!(refused.codes().contains(&code), "{code}: {refused:?}");
    }
    // The approved end is not moved by typing over it.
    let mut row = before.0["row"].clone();
    row["planned_end_on"] = json!("2027-08-31");
    let refused = desk.hand(&["assignment", "add"], &row).failed(1);
    assert_eq!(refused.codes(), ["ASSIGNMENT-APPROVED"]);
    // An end is no change, and an arrival is neither.
    let arrive = json!({ "event": "arrive", "on": "2023-09-01", "by": "贺知松" });
    let refused = desk.hand(&["assignment", "end", &id], &arrive).failed(1);
    assert_eq!(refused.codes(), ["STEP-COMMAND"]);
    let extend = json!({ "event": "extend", "on": "2024-06-01", "by": "贺知松" });
    let refused = desk.hand(&["assignment", "end", &id], &extend).failed(1);
    assert!(
        refused.message.contains("请用 assignment change"),
        "{refused:?}"
    );
    let after = (
        desk.run(&["assignment", "show", &id]).done(),
        desk.run(&["history"]).done(),
    );
    assert_eq!(before, after, "a refusal left something behind");
}

#[test]
fn whoever_does_not_come_is_noted_by_two_and_counts_no_month() {
    let (ground, id) = approved("absent");
    let desk = &ground.desk;
    let alone = json!({
        "event": "refuse_to_go", "on": "2023-09-10", "by": "顾砚之", "reason": "书面通知后仍未到岗，没有正当理由"
    });
    let refused = desk.hand(&["assignment", "end", &id], &alone).failed(1);
    assert_eq!(refused.codes(), ["STEP-NOTICE", "STEP-SECOND"]);
    let mut noted = alone.clone();
    noted["notice_document"] = json!("实小〔2023〕7号");
    noted["noticed_on"] = json!("2023-09-04");
    noted["second"] = json!("贺知松");
    let page = desk.hand(&["assignment", "end", &id], &noted).done();
    assert_eq!(page["row"]["state"], "refused");
    assert_eq!(page["events"], json!([]));
    let months = desk.run(&["service-months", "--on", "2026-08-31"]).done();
    assert_eq!(months[0]["actual"], "0");
    // Nobody appraises a year that was never served.
    let refused = desk
        .hand(
            &["appraisal", "score"],
            &json!({ "assignment_id": id, "year": GONE }),
        )
        .failed(1);
    assert_eq!(refused.codes(), ["APPRAISAL-ARRIVAL"]);
}

#[test]
fn postings_are_pasted_from_a_table_and_only_the_good_ones_are_kept() {
    let ground = Ground::new("paste").unwrap();
    let desk = &ground.desk;
    for name in ["苏一诺", "马犇骉", "林頔"] {
        let _ = ground.teacher(name);
    }
    let table = "姓名\t受援学校\t开始日期\t结束日期\t学科\t批准文号\t批准日期\t到岗日期\n\
        苏一诺\t青禾市石桥镇中心小学\t2025.9.1\t2026年8月31日\t数学\t教人〔2025〕18号\t2025-07-20\t2025-09-01\n\
        马犇骉\t青禾市石桥镇中心小学\t2025-09-01\t2026-08-31\t语文\n\
        林頔\t没有这所学校\t2025-09-01\t2025-08-31\t语文\n\
        苏一诺\t青禾市石桥镇中心小学\t2026-02-01\t2026-07-31\t数学\n";
    let file = ground.join("postings.txt");
    std::fs::write(&file, table).unwrap();
    let words = ["assignment", "paste", &word(&file), "--year", YEAR];
    let said = desk.run(&words);
    assert_eq!(said.exit, Some(1), "{said}");
    let pasted = said.json();
    let actions: Vec<&Value> = pasted["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["action"])
        .collect();
    assert_eq!(actions, ["add", "add", "refused", "refused"], "{pasted}");
    let listed = desk.run(&["assignment", "list", "--year", YEAR]).done();
    let states: Vec<&Value> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["state"])
        .collect();
    assert_eq!(states.len(), 2, "{listed}");
    assert!(states.contains(&&json!("active")) && states.contains(&&json!("draft")));
    // The same rows again change nothing.
    let again = desk.run(&words).json();
    assert_eq!(again["accepted"], 0, "{again}");
}
