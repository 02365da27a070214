//! Every command is called with the words the page uses.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod office;
mod posting;
mod selection;

use std::fs;

use office::Office;
use serde_json::{Value, json};
use tauri::http::{HeaderMap, Request, StatusCode};
use tauri::ipc::InvokeBody;

const PASSPHRASE: &str = "春天的花开秋天的风";

fn with_ledger() -> Office {
    let office = Office::open(false);
    let session = office.ask(
        "ledger_create",
        json!({ "school": "青禾小学", "stage": "primary", "year": "2025-2026", "passphrase": PASSPHRASE }),
    );
    assert_eq!(session["school_name"], "青禾小学");
    office
}

fn codes(failure: &Value) -> Vec<&str> {
    failure["refusals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect()
}

#[test]
fn records_are_made_closed_and_opened_again() {
    let office = Office::open(false);
    assert_eq!(office.ask("start_get", json!({}))["has_ledger"], false);
    assert_eq!(office.ask("session_get", json!({})), Value::Null);
    assert_eq!(office.ask("screen_ready", json!({})), Value::Null);
    let unread =
        json!({ "school": "青禾小学", "stage": "?", "year": "?", "passphrase": PASSPHRASE });
    let failure = office.call("ledger_create", unread).unwrap_err();
    assert_eq!(codes(&failure), ["INPUT-CHOICE", "YEAR-INVALID"]);
    drop(office);

    let office = with_ledger();
    assert_eq!(office.ask("start_get", json!({}))["has_ledger"], true);
    assert_eq!(
        office.ask("year_set", json!({ "year": "2026-2027" }))["year"],
        "2026-2027"
    );
    assert_eq!(office.ask("ledger_close", json!({})), Value::Null);
    assert_eq!(office.ask("session_get", json!({})), Value::Null);
    let failure = office.call("teacher_list", json!({})).unwrap_err();
    assert_eq!(failure["code"], "SESSION-NONE");
    let failure = office
        .call("ledger_open", json!({ "passphrase": "不是这个口令呀" }))
        .unwrap_err();
    assert!(
        failure["message"].as_str().unwrap().contains("口令"),
        "{failure}"
    );
    let session = office.ask("ledger_open", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(session["is_practice"], false);
    assert_eq!(session["year"], "2026-2027");
}

#[test]
fn a_school_year_is_typed_from_the_first_school_to_the_first_feedback() {
    let office = with_ledger();
    let mine = office.ask("school_list", json!({}))[0]["id"].clone();
    let form = json!({ "id": null, "name": "远山小学", "short_name": "", "stage": "primary", "principal": "陆一鸣" });
    let other = office.ask("school_save", json!({ "school": form }))["id"].clone();
    let keyed = office.ask(
        "key_create",
        json!({ "school_id": mine, "passphrase": PASSPHRASE }),
    );
    assert!(keyed["key"]["fingerprint"].is_string(), "{keyed}");

    let form = json!({ "id": null, "name": "宋知秋", "sex": "female", "birth": "1988-05", "subject": "语文" });
    let saved = office.ask("teacher_save", json!({ "form": form }));
    let id = saved["id"].clone();
    assert_eq!(
        office.ask("teacher_get", json!({ "id": id }))["name"],
        "宋知秋"
    );
    assert_eq!(
        office
            .ask("teacher_list", json!({}))
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let form = json!({
        "id": null, "teacher_id": id, "sending_school_id": mine, "host_school_id": other,
        "mode": "full_time", "post_mode": "fill", "subject": "语文", "classes": "三(1)班",
        "weekly_lessons": 12, "is_homeroom": false,
        "start_on": "2025-09-01", "planned_end_on": "2026-07-15", "actual_end_on": null
    });
    let posting = office.ask("assignment_save", json!({ "form": form }));
    assert_eq!(posting["my_side"], "sending");
    assert_eq!(posting["host_school"], "远山小学");
    assert_eq!(posting["state"], "draft");
    let posting = posting["id"].clone();
    // Nobody is appraised before he has come.
    let early = office
        .call("appraisal_get", json!({ "assignment_id": posting }))
        .unwrap_err();
    assert_eq!(early["refusals"][0]["code"], "APPRAISAL-ARRIVAL");
    let arrived = json!({
        "event": "补登在岗", "on": "2025-09-01", "by": "陆一鸣", "reason": "年中开始使用本程序",
        "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20",
    });
    let page = office.ask("assignment_step", json!({ "id": posting, "form": arrived }));
    assert_eq!(page["row"]["state"], "active");
    assert_eq!(
        office
            .ask("assignment_list", json!({}))
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let feedback = json!({ "id": null, "assignment_id": posting, "kind": "term", "on": "2026-01-20", "from": "陆一鸣(校长)",
        "items": [{ "id": null, "class": "praise", "text": "带出了一支教研队伍" }] });
    let feedback = office.ask("feedback_save", json!({ "feedback": feedback }));
    assert_eq!(
        office.ask("feedback_list", json!({}))[0]["teacher"],
        "宋知秋"
    );
    assert_eq!(office.ask("overview_get", json!({}))["n_assignments"], 1);

    office.ask("feedback_remove", json!({ "id": feedback["id"] }));
    // Service is not deleted: the step to it is taken back first.
    let served = office
        .call("assignment_remove", json!({ "id": posting }))
        .unwrap_err();
    assert_eq!(served["refusals"][0]["code"], "ASSIGNMENT-SERVED");
    let why = json!({ "id": posting, "reason": "误登" });
    let page = office.ask("assignment_take_back", why);
    assert_eq!(page["row"]["state"], "draft");
    office.ask("assignment_remove", json!({ "id": posting }));
    office.ask("teacher_remove", json!({ "ids": [id] }));
    assert_eq!(office.ask("teacher_list", json!({})), json!([]));
    let log = office.ask("history_list", json!({ "before": null }));
    assert!(log.as_array().unwrap().len() >= 8, "{log}");
}

#[test]
fn a_roster_is_read_by_the_worker_confirmed_once_and_its_refused_rows_are_given_back() {
    let office = with_ledger();
    let file = "姓名,性别,学科\n程望舒,女,语文\n,男,数学\n"
        .as_bytes()
        .to_vec();
    // As encodeURIComponent writes 教师名册.csv.
    let name = [("x-file-name", "%E6%95%99%E5%B8%88%E5%90%8D%E5%86%8C.csv")];
    let preview = office
        .call_with_file("roster_preview", file, &name)
        .unwrap();
    assert_eq!(preview["file_name"], "教师名册.csv");
    assert_eq!(
        (&preview["accepted"], &preview["refused"]),
        (&json!(1), &json!(1))
    );
    let token = json!({ "token": preview["token"] });
    assert_eq!(
        office.ask("roster_save_rejects", token.clone())["saved"],
        true
    );
    assert!(office.folder.join("saved/教师名册-未通过.xlsx").is_file());
    assert_eq!(office.ask("roster_save_template", json!({}))["saved"], true);
    assert_eq!(office.ask("roster_confirm", token.clone())["added"], 1);
    let failure = office.call("roster_confirm", token).unwrap_err();
    assert_eq!(failure["code"], "ROSTER-TOKEN");
}

#[test]
fn a_file_that_is_no_picture_and_a_message_without_bytes_are_failures_with_codes() {
    let office = with_ledger();
    let mine = office.ask("school_list", json!({}))[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let headers = [("x-school-id", mine.as_str()), ("x-file-name", "seal.png")];
    let failure = office
        .call_with_file("seal_set", b"no picture".to_vec(), &headers)
        .unwrap_err();
    assert!(
        failure["code"].is_string() && failure["message"].is_string(),
        "{failure}"
    );
    let failure = office.call("roster_preview", json!({})).unwrap_err();
    assert_eq!(failure["code"], "INPUT-BYTES");
    let failure = office
        .call_with_file("report_verify", b"%PDF-none".to_vec(), &[])
        .unwrap_or_else(|failure| failure);
    assert!(failure.is_object(), "{failure}");
}

#[test]
fn the_practice_school_is_looked_at_signed_printed_saved_and_verified() {
    let office = Office::open(true);
    // Opened by the first question, as after `--practice`.
    let session = office.ask("session_get", json!({}));
    assert_eq!(session["is_practice"], true);
    assert!(
        office
            .told
            .lock()
            .unwrap()
            .iter()
            .any(|(event, _)| event == "progress")
    );
    assert_eq!(
        office.ask("practice_open", json!({}))["school_id"],
        session["school_id"]
    );

    let rows = office.ask("report_list", json!({}));
    let rows = rows.as_array().unwrap();
    let in_state = |state: &str| {
        rows.iter()
            .find(|row| row["state"] == state)
            .unwrap_or_else(|| panic!("{state}"))
    };
    let (signed, half, open) = (
        in_state("sending_signed"),
        in_state("host_signed"),
        in_state("open"),
    );

    // Saving what is on file changes nothing, and what is sealed stays sealed.
    let id = json!({ "assignment_id": open["assignment_id"] });
    let appraisal = office.ask("appraisal_get", id.clone());
    for (command, sheet) in [
        ("appraisal_save_host", "host"),
        ("appraisal_save_sending", "sending"),
    ] {
        let mut arguments = id.clone();
        arguments["sheet"] = appraisal[sheet].clone();
        let saved = office.ask(command, arguments.clone());
        assert_eq!(saved[sheet], appraisal[sheet]);
        arguments["assignment_id"] = signed["assignment_id"].clone();
        assert!(!codes(&office.call(command, arguments).unwrap_err()).is_empty());
    }
    assert_eq!(
        office
            .ask("appraisal_list", json!({}))
            .as_array()
            .unwrap()
            .len(),
        rows.len()
    );

    // A draft and a signed paper reach the page.
    for row in [open, signed] {
        let preview = office.ask(
            "report_preview",
            json!({ "assignment_id": row["assignment_id"] }),
        );
        let uri = format!("paper://localhost/{}", preview["token"].as_str().unwrap());
        let response = office
            .papers
            .answer(&Request::get(uri).body(Vec::new()).unwrap());
        assert_eq!(response.status(), StatusCode::OK);
        assert!(response.body().starts_with(b"%PDF-"));
    }

    // The sending school signs the one that waits for it.
    let sheet = office.ask(
        "appraisal_get",
        json!({ "assignment_id": signed["assignment_id"] }),
    );
    let half_id = half["assignment_id"].clone();
    let fill = json!({ "assignment_id": half_id, "sheet": sheet["sending"] });
    office.ask("appraisal_save_sending", fill);
    let passphrase = app::practice::KEY_PASSPHRASE;
    let sign = json!({ "assignment_ids": [half_id], "side": "sending", "passphrase": passphrase });
    let outcome = office.ask("report_sign", sign);
    assert_eq!(outcome["signed"], json!([half["teacher"]]), "{outcome}");

    // Both are printed as they are in the archive; a refusing printer is told of by name.
    let ids = json!([signed["assignment_id"], half_id]);
    assert_eq!(office.ask("printer_list", json!({}))[0]["name"], "教务处");
    let print = |printer: &str| {
        office.ask(
            "report_print",
            json!({ "assignment_ids": ids, "printer": printer, "copies": 1, "is_duplex": true }),
        )
    };
    assert_eq!(print("教务处")["printed"], 2);
    assert_eq!(office.asked.lock().unwrap().len(), 2);
    assert_eq!(print("坏")["failed"].as_array().unwrap().len(), 2);

    // What is saved is what verifies.
    let saved = office.ask("report_save", json!({ "assignment_ids": ids }));
    assert_eq!(
        (&saved["saved"], &saved["folder"]),
        (&json!(2), &json!("saved"))
    );
    for entry in fs::read_dir(office.folder.join("saved")).unwrap() {
        let mut file = fs::read(entry.unwrap().path()).unwrap();
        let verdict = office
            .call_with_file("report_verify", file.clone(), &[])
            .unwrap();
        assert_eq!(verdict["status"], "intact", "{verdict}");
        let middle = file.len() / 2;
        file[middle] ^= 1;
        let verdict = office.call_with_file("report_verify", file, &[]);
        assert!(verdict.is_err() || verdict.unwrap()["status"] != "intact");
    }

    // A panic closes the records and the page is told.
    let failure = office
        .call(
            "report_print",
            json!({ "assignment_ids": ids, "printer": "panic", "copies": 1, "is_duplex": false }),
        )
        .unwrap_err();
    assert_eq!(failure["code"], "PANIC");
    assert_eq!(office.ask("session_get", json!({})), Value::Null);
    assert!(
        office
            .told
            .lock()
            .unwrap()
            .iter()
            .any(|(event, _)| event == "session_closed")
    );
}

#[test]
fn what_the_capability_does_not_name_is_refused() {
    let office = Office::open(false);
    for command in [
        "plugin:window|set_size",
        "plugin:dialog|save",
        "plugin:path|resolve",
        "ledger_export",
    ] {
        let answer = office.send(command, InvokeBody::Json(json!({})), HeaderMap::new());
        assert!(answer.is_err(), "{command}: {answer:?}");
    }
}
