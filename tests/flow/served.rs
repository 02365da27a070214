//! What service comes to: months, what a title asks of them, and money, as a script asks it.

use serde_json::{Value, json};
use shuangping_tests::ground::{Ground, HOST, SENDING, YEAR, text};

/// A school year that is over.
const GONE: &str = "2023-2024";

/// The policy of the day's school year is asked, whatever year the records were begun in.
#[test]
fn a_title_is_asked_by_the_policy_of_the_day() {
    let ground = Ground::new("title").unwrap();
    let desk = &ground.desk;
    let _ = ground.posting(&ground.teacher("苏一诺"));
    let _ = desk.run(&["policy", "adopt", "P2b", "--year", GONE]).done();
    let _ = desk
        .run(&["policy", "adopt", "P1", "--year", "2026-2027"])
        .done();
    for (on, rule) in [("2026-08-31", "R702"), ("2026-09-01", "R701")] {
        let rows = desk.run(&["service-months", "--on", on]).done();
        assert_eq!(rows[0]["title"]["rule"], rule, "{on}");
    }
}

/// J-8, asked from a terminal: twelve months, ten, and twenty on paper where half a year counts as a year.
#[test]
fn months_are_those_of_the_calendar_and_of_the_credit() {
    let ground = Ground::new("months").unwrap();
    let desk = &ground.desk;
    let whole = ground.posting(&ground.teacher("苏一诺"));
    let left = ground.posting(&ground.teacher("马犇骉"));
    let early = json!({
        "event": "recall", "on": "2026-06-30", "by": "顾砚之", "reason": "本校缺员",
        "approval_document": "教人〔2026〕12号", "approved_on": "2026-06-20"
    });
    let _ = desk.hand(&["assignment", "end", &left], &early).done();
    let all = desk.run(&["service-months", "--on", "2026-08-31"]).done();
    let of = |id: &str| {
        let all = all.as_array().unwrap();
        let one = all.iter().find(|one| one["assignment"] == id).unwrap();
        (one["actual"].clone(), one["credited"].clone())
    };
    assert_eq!(of(&whole), (json!("12"), json!("12")));
    assert_eq!(of(&left), (json!("10"), json!("10")));

    // P10 counts half a year as a year; no other credit is taken.
    let _ = desk.run(&["policy", "adopt", "P10", "--year", YEAR]).done();
    let teacher = ground.teacher("林頔");
    let form = |credit: &str| {
        json!({
            "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": ground.host,
            "mode": "全职", "post_mode": "顶岗", "start_on": "2025-09-01", "planned_end_on": "2026-06-30",
            "track": "support", "credit": credit
        })
    };
    let refused = desk.hand(&["assignment", "add"], &form("1.5")).failed(1);
    assert_eq!(refused.codes(), ["ASSIGNMENT-CREDIT"]);
    let id = text(&desk.hand(&["assignment", "add"], &form("2")).done()["id"]);
    let arrived = json!({
        "event": "backfill", "on": "2025-09-01", "by": "贺知松", "reason": "置换研修",
        "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20"
    });
    let _ = desk.hand(&["assignment", "step", &id], &arrived).done();
    let one = desk
        .run(&[
            "service-months",
            "--teacher",
            &teacher,
            "--on",
            "2026-08-31",
        ])
        .done();
    assert_eq!(
        (&one[0]["actual"], &one[0]["credited"]),
        (&json!("10"), &json!("20"))
    );
    // Three corners: the town teacher fills the post of one who studies.
    let triangle = json!({
        "kind": "三角置换", "members": [id], "released": "覃骦", "study": "省级研修班",
        "study_from": "2025-09-01", "study_to": "2026-01-15", "college": "样例师范学院", "interns": 2
    });
    let mut mistyped = triangle.clone();
    mistyped["study_to"] = json!("2026-13-15");
    let refused = desk.hand(&["swap", "add"], &mistyped).failed(1);
    assert_eq!(refused.codes(), ["INPUT-DATE"]);
    assert_eq!(refused.places(), ["study_to"]);
    let saved = desk.hand(&["swap", "add"], &triangle).done();
    assert_eq!(saved["kind_word"], "三角置换");
    // How many interns is not known any more, which is not none.
    let mut unsaid = triangle.clone();
    unsaid["id"] = saved["id"].clone();
    unsaid["interns"] = json!(null);
    let saved = desk.hand(&["swap", "add"], &unsaid).done();
    assert_eq!(saved["interns"], json!(null));
    let twice = desk.hand(&["swap", "add"], &triangle).failed(1);
    assert_eq!(twice.codes(), ["SWAP-TWICE"]);
}

#[test]
fn what_is_due_stands_beside_what_was_paid() {
    let ground = Ground::new("benefits").unwrap();
    let desk = &ground.desk;
    let id = ground.posting(&ground.teacher("苏一诺"));
    let line = json!({
        "assignment_id": id, "kind": "交通补助", "from": "2025-09-01", "to": "2025-12-31",
        "due": "280", "basis": "本县规定70元/月×4个月", "paid": "160.50", "paid_on": "2026-01-10"
    });
    let saved = desk
        .hand(&["benefits", "--year", YEAR, "add"], &line)
        .done();
    assert_eq!(saved["difference"], "119.50");
    let twice = desk
        .hand(&["benefits", "--year", YEAR, "add"], &line)
        .failed(1);
    assert_eq!(twice.codes(), ["BENEFIT-TWICE"]);
    // P6 says 600 a month in the countryside; whether the host is there is not guessed.
    let _ = desk.run(&["policy", "adopt", "P6", "--year", YEAR]).done();
    let accepted = desk.run(&["benefits", "--year", YEAR, "accept"]).done();
    let sheet = desk.run(&["benefits", "--year", YEAR]).done();
    assert_eq!(
        sheet["rows"].as_array().unwrap().len() as u64,
        1 + accepted["added"].as_u64().unwrap()
    );
    let rows = sheet["rows"].as_array().unwrap();
    let performance = rows
        .iter()
        .find(|row| row["kind"] == "rural_performance")
        .unwrap();
    assert_eq!(performance["due"], Value::Null, "{performance}");
    assert!(
        performance["basis"].as_str().unwrap().contains("城乡类别"),
        "{performance}"
    );
    assert_eq!(sheet["difference"], "119.50");
    let again = desk.run(&["benefits", "--year", YEAR, "accept"]).done();
    assert_eq!(again["added"], 0, "what is on file is not proposed again");
}

/// R606: an approved candidacy fulfils no quota when he does not go.
#[test]
fn whoever_does_not_go_is_counted_no_longer() {
    let ground = Ground::new("stayed").unwrap();
    let desk = &ground.desk;
    let teacher = ground.teacher("苏一诺");
    let candidate =
        json!({ "teacher_id": teacher, "channel": "organised", "recommended_on": "2025-06-25" });
    let words = ["candidate", "add", "--year", YEAR];
    let _ = desk.hand(&words, &candidate).done();
    assert_eq!(desk.run(&["quota"]).done()["n_exchanged"], 1);
    let form = json!({
        "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": ground.host,
        "mode": "全职", "post_mode": "顶岗", "start_on": "2025-09-01", "planned_end_on": "2026-08-31"
    });
    let id = text(&desk.hand(&["assignment", "add"], &form).done()["id"]);
    for step in [
        json!({ "event": "submit", "on": "2025-07-01", "by": "顾砚之" }),
        json!({
            "event": "approve", "on": "2025-07-20", "by": "区教育局", "reason": "首批一年",
            "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20"
        }),
        json!({
            "event": "refuse_to_go", "on": "2025-09-10", "by": "顾砚之", "reason": "通知后仍未到岗",
            "notice_document": "实小〔2025〕7号", "noticed_on": "2025-09-04", "second": "贺知松"
        }),
    ] {
        let _ = desk.hand(&["assignment", "step", &id], &step).done();
    }
    assert_eq!(desk.run(&["quota"]).done()["n_exchanged"], 0);
}

/// What a posting tells of its days, a line of the career does not tell again.
#[test]
fn service_that_was_never_given_does_not_come_back_from_the_career() {
    let ground = Ground::new("career").unwrap();
    let desk = &ground.desk;
    let host =
        json!({ "id": ground.host, "name": HOST, "stage": "小学", "profile": { "area": "rural" } });
    let own = json!({ "id": ground.sending, "name": SENDING, "stage": "小学", "profile": { "area": "city" } });
    for school in [&host, &own] {
        let _ = desk.hand(&["school", "add"], school).done();
    }
    let _ = desk.run(&["policy", "adopt", "P6", "--year", YEAR]).done();
    let teacher = ground.teacher("苏一诺");
    let id = ground.posting(&teacher);
    let away = json!({ "event": "suspend", "on": "2025-09-01", "by": "顾砚之", "reason": "借调",
        "approval_document": "教人〔2025〕19号", "approved_on": "2025-09-01" });
    let _ = desk.hand(&["assignment", "change", &id], &away).done();
    let teaching = json!({ "school": SENDING, "kind": "teaching", "from": "2013-09-01", "to": null, "is_rural": false });
    let titled = json!({
        "id": teacher, "name": "苏一诺", "title": "一级教师", "title_awarded": "2025-12", "career": [teaching]
    });
    let _ = desk.hand(&["teachers", "save"], &titled).done();
    let of = || {
        let run = desk
            .run(&["eligibility", "run", "--year", "2026-2027"])
            .done();
        run["results"][0].clone()
    };
    let before = of();
    assert_eq!(before["result"], "must", "{before}");
    let form = json!({
        "id": teacher, "name": "苏一诺",
        "career": [teaching, {
            "school": HOST, "kind": "exchange", "from": "2025-09-01", "to": "2026-08-31", "is_rural": true
        }]
    });
    let _ = desk.hand(&["teachers", "save"], &form).done();
    let after = of();
    assert_eq!(before["result"], after["result"], "{before} {after}");
    assert_eq!(before["reasons"], after["reasons"]);
}
