//! Postings that belong together.

use serde_json::{Value, json};
use shuangping_tests::ground::{Ground, text};

#[test]
fn an_exchange_whose_posting_went_elsewhere_says_so() {
    let ground = Ground::new("exchange").unwrap();
    let desk = &ground.desk;
    let third = [
        "school",
        "add",
        "--name",
        "青禾市柳林学校",
        "--stage",
        "小学",
    ];
    let third = text(&desk.run(&third).done()["id"]);
    let draft = |teacher: &str, from: &str, to: &str| {
        json!({
            "teacher_id": teacher, "sending_school_id": from, "host_school_id": to,
            "mode": "全职", "post_mode": "顶岗", "start_on": "2025-09-01", "planned_end_on": "2026-08-31"
        })
    };
    let (one, other) = (ground.teacher("苏一诺"), ground.teacher("马犇骉"));
    let add = |form: &Value| text(&desk.hand(&["assignment", "add"], form).done()["id"]);
    let out = add(&draft(&one, &ground.sending, &ground.host));
    let back = add(&draft(&other, &ground.host, &ground.sending));
    let swap = json!({ "kind": "mutual", "members": [out, back] });
    let saved = desk.hand(&["swap", "add"], &swap).done();
    assert_eq!(saved["doubts"], json!([]));
    let mut moved = draft(&one, &ground.sending, &third);
    moved["id"] = json!(out);
    let _ = desk.hand(&["assignment", "add"], &moved).done();
    let listed = desk.run(&["swap", "list"]).done();
    assert!(
        listed[0]["doubts"].to_string().contains("同两所学校"),
        "{listed}"
    );
    let page = desk.run(&["assignment", "show", &out]).done();
    assert!(page["doubts"].to_string().contains("同两所学校"), "{page}");
}
