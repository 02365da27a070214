//! What was issued, and what came after it: no school signs a paper that the records have outrun, and whoever verifies
//! one hears of it.

use std::path::Path;

use serde_json::{Value, json};
use shuangping_tests::desk::word;
use shuangping_tests::ground::{Ground, HOST, YEAR, text};
use shuangping_tests::programs;

fn make(ground: &Ground, form: &str, year: &str) -> (String, String) {
    let out = ground.join(form);
    let words = [
        "report",
        "make",
        "--form",
        form,
        "--year",
        year,
        "--out",
        &word(&out),
    ];
    let made = ground.desk.run(&words).done();
    let paper = &made["reports"][0];
    (text(&paper["number"]), text(&paper["path"]))
}

fn verify(ground: &Ground, file: &str) -> (String, bool, String) {
    let said = ground.desk.run(&["verify", file]).json();
    (
        text(&said["status"]),
        said["is_current"] == true,
        text(&said["says"]),
    )
}

fn step(ground: &Ground, id: &str, form: &Value) {
    let _ = ground.desk.hand(&["assignment", "step", id], form).done();
}

fn away(ground: &Ground, id: &str, from: &str, back: &str) {
    let suspended = json!({
        "event": "suspend", "on": from, "by": "贺知松", "reason": "援派外省",
        "approval_document": "教人〔2026〕2号", "approved_on": "2025-12-20"
    });
    step(ground, id, &suspended);
    step(
        ground,
        id,
        &json!({ "event": "resume", "on": back, "by": "贺知松" }),
    );
}

#[test]
fn a_certificate_that_the_records_have_outrun_is_not_signed_and_whoever_verifies_it_hears_of_it() {
    let ground = Ground::new("outrun").unwrap().with_keys();
    let desk = &ground.desk;
    let id = ground.posting(&ground.teacher("苏一诺"));
    let (number, file) = make(&ground, "F-06", YEAR);
    let signed = desk.run(&["sign", &file, "--as", "host"]).done();
    let signed = text(&signed["path"]);
    let (status, is_current, _) = verify(&ground, &signed);
    assert_eq!((status.as_str(), is_current), ("intact", true));

    away(&ground, &id, "2026-01-01", "2026-02-01");
    let refused = desk.run(&["sign", &signed, "--as", "sending"]).failed(1);
    assert_eq!(refused.codes(), ["REPORT-OLD"], "{refused:?}");
    let (status, is_current, says) = verify(&ground, &signed);
    assert_eq!((status.as_str(), is_current), ("intact", false));
    assert!(says.contains("台账有变动"), "{says}");

    let (newer, file) = make(&ground, "F-06", YEAR);
    assert_ne!(newer, number, "what a school has signed keeps its number");
    let page = programs::closed_up(&programs::page_text(Path::new(&file), 0));
    assert!(page.contains("累计服务11个月"), "{page}");
    assert!(
        page.contains("2026年1月1日至2026年1月31日中止，不计"),
        "{page}"
    );
    let (_, is_current, says) = verify(&ground, &signed);
    assert!(!is_current && says.contains(&newer), "{says}");
    for side in ["host", "sending"] {
        let _ = desk.run(&["sign", &file, "--as", side]).done();
    }
    let (status, is_current, says) = verify(&ground, &file);
    assert_eq!((status.as_str(), is_current), ("intact", true), "{says}");
}

#[test]
fn a_certificate_tells_each_post_with_its_days_and_how_shared_days_were_counted() {
    let ground = Ground::new("posts").unwrap();
    let desk = &ground.desk;
    let teacher = ground.teacher("苏一诺");
    let third = [
        "school",
        "add",
        "--name",
        "青禾市柳林学校",
        "--stage",
        "小学",
    ];
    let third = text(&desk.run(&third).done()["id"]);
    let posted = |host: &str| {
        let form = json!({
            "teacher_id": teacher, "sending_school_id": ground.sending, "host_school_id": host,
            "mode": "兼职", "post_mode": "走教", "subject": "音乐",
            "start_on": "2025-09-01", "planned_end_on": "2026-08-31"
        });
        let id = text(&desk.hand(&["assignment", "add"], &form).done()["id"]);
        let arrived = json!({
            "event": "backfill", "on": "2025-09-01", "by": "贺知松", "reason": "年中开始使用本程序",
            "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20"
        });
        step(&ground, &id, &arrived);
        id
    };
    let id = posted(&ground.host);
    let _ = posted(&third);
    let change = json!({
        "event": "change_post", "on": "2026-03-01", "by": "贺知松", "reason": "学科调整",
        "approval_document": "教人〔2026〕6号", "approved_on": "2026-02-20",
        "post": { "mode": "part_time", "post_mode": "circuit", "subject": "美术", "classes": "",
            "weekly_lessons": null, "is_homeroom": null }
    });
    step(&ground, &id, &change);
    let out = ground.join("F-06");
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
    let made = desk.run(&words).done();
    let pages: Vec<String> = made["reports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|paper| programs::page_text(Path::new(&text(&paper["path"])), 0))
        .map(|page| programs::closed_up(&page))
        .collect();
    let page = pages.iter().find(|page| page.contains(HOST)).unwrap();
    for words in [
        "其中2025年9月1日至2026年2月28日任教音乐",
        "2026年3月1日至2026年8月31日任教美术",
        "累计服务6个月",
        "这一天由各校均分",
        "合计",
    ] {
        assert!(page.contains(words), "{words} is not on it: {page}");
    }
}

#[test]
fn a_list_says_by_which_policy_it_was_made_and_is_made_anew_under_another() {
    let ground = Ground::new("basis").unwrap();
    let desk = &ground.desk;
    let _ = ground.posting(&ground.teacher("苏一诺"));
    for form in ["F-11", "F-18"] {
        let mut said = Vec::new();
        for policy in ["P3", "P6"] {
            let _ = desk
                .run(&["policy", "adopt", policy, "--year", YEAR])
                .done();
            let (number, file) = make(&ground, form, YEAR);
            let page = programs::closed_up(&programs::page_text(Path::new(&file), 0));
            let basis = page.split("依据").nth(1).unwrap_or_default().to_owned();
            said.push((number, basis.chars().take(12).collect::<String>()));
        }
        assert_ne!(said[0].0, said[1].0, "{form}: another paper");
        assert_ne!(said[0].1, said[1].1, "{form} still tells the old policy");
    }
}

#[test]
fn a_list_signed_with_ink_is_known_as_our_own() {
    let ground = Ground::new("ink").unwrap();
    let _ = ground.posting(&ground.teacher("苏一诺"));
    let (number, file) = make(&ground, "F-20", YEAR);
    let (status, is_current, says) = verify(&ground, &file);
    assert_eq!((status.as_str(), is_current), ("unsigned", true));
    assert!(says.contains(&number) && says.contains("手签"), "{says}");
    let (number, file) = make(&ground, "F-06", YEAR);
    let (_, _, says) = verify(&ground, &file);
    assert!(
        says.contains(&number) && says.contains("尚未签章"),
        "{says}"
    );
}

#[test]
fn looking_at_another_year_or_at_a_score_changes_nothing() {
    let ground = Ground::new("looking").unwrap();
    let desk = &ground.desk;
    let id = ground.ready("苏一诺");
    let before = (
        desk.run(&["history"]).done(),
        desk.run(&["assignment", "list"]).done(),
    );
    let out = ground.join("elsewhere");
    let refused = [
        "report",
        "make",
        "--form",
        "F-04",
        "--year",
        "2024-2025",
        "--out",
        &word(&out),
    ];
    assert_eq!(desk.run(&refused).failed(1).codes(), ["REPORT-NONE"]);
    let looked = json!({ "assignment_id": id, "year": YEAR });
    let _ = desk.hand(&["appraisal", "score"], &looked).done();
    let elsewhere = json!({ "assignment_id": id, "year": "2024-2025" });
    let _ = desk.hand(&["appraisal", "score"], &elsewhere).failed(1);
    let after = (
        desk.run(&["history"]).done(),
        desk.run(&["assignment", "list"]).done(),
    );
    assert_eq!(before, after);
    let accept = [
        "benefits",
        "--year",
        "2023-2024",
        "accept",
        "--assignment",
        &id,
    ];
    let refused = desk.run(&accept).failed(1);
    assert_eq!(refused.codes(), ["BENEFIT-YEAR"], "{refused:?}");
}
