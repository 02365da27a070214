//! The commands of a posting, of what hangs on it and of its papers, called with the words the page uses.

use std::fs;

use serde_json::{Value, json};
use tauri::http::Request;

use crate::office::Office;
use crate::{codes, with_ledger};

/// A school besides mine, in the country, with a key under a passphrase of its own.
fn host(office: &Office, name: &str, passphrase: &str) -> Value {
    let form = json!({ "id": null, "name": name, "stage": "primary",
        "profile": { "area": "rural", "tier": "village" } });
    let id = office.ask("school_save", json!({ "school": form }))["id"].clone();
    office.ask(
        "key_create",
        json!({ "school_id": id, "passphrase": passphrase }),
    );
    id
}

fn mine(office: &Office) -> Value {
    office.ask("school_list", json!({}))[0]["id"].clone()
}

/// An approved posting with its goals agreed, from one school to another.
fn approved(office: &Office, teacher: &str, from: &Value, to: &Value) -> Value {
    let form = json!({ "id": null, "name": teacher, "sex": "female", "birth": "1988-05", "subject": "语文" });
    let teacher = office.ask("teacher_save", json!({ "form": form }))["id"].clone();
    let form = json!({ "id": null, "teacher_id": teacher, "sending_school_id": from, "host_school_id": to,
        "mode": "full_time", "post_mode": "fill", "subject": "语文", "classes": "三(1)班", "weekly_lessons": 12,
        "is_homeroom": false, "start_on": "2025-09-01", "planned_end_on": "2026-08-31", "actual_end_on": null });
    let id = office.ask("assignment_save", json!({ "form": form }))["id"].clone();
    for event in [
        json!({ "event": "submit", "on": "2025-07-01", "by": "陆一鸣" }),
        json!({ "event": "approve", "on": "2025-07-20", "by": "区教育局", "reason": "首批一年",
            "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20" }),
    ] {
        office.ask("assignment_step", json!({ "id": id, "form": event }));
    }
    let goal = json!({ "text": "带教青年教师2人", "measure": "结对记录", "weight": 100, "due_on": "2026-06-30" });
    let page = office.ask(
        "assignment_goals",
        json!({ "id": id, "goals": [goal], "is_draft": false }),
    );
    assert_eq!(page["goals"][0]["weight"], 100);
    id
}

/// The papers of a form, as the page lists them.
fn papers(office: &Office, form: &str) -> Vec<Value> {
    let rows = office.ask("paper_list", json!({ "form": form }));
    rows.as_array().unwrap().clone()
}

fn of(rows: &[Value], key: &str) -> Vec<Value> {
    rows.iter().map(|row| row[key].clone()).collect()
}

#[test]
fn letters_of_schools_with_keys_of_their_own_are_signed_in_one_go() {
    let office = with_ledger();
    let own = mine(&office);
    office.ask(
        "key_create",
        json!({ "school_id": own, "passphrase": "派出学校的签章口令" }),
    );
    let far = host(&office, "远山小学", "远山小学的签章口令");
    let west = host(&office, "西溪小学", "西溪小学的签章口令");
    approved(&office, "宋知秋", &own, &far);
    approved(&office, "贺新凉", &own, &far);
    approved(&office, "谢临川", &own, &west);
    let subjects = of(&papers(&office, "F-04"), "subject");
    let made = office.ask(
        "paper_make",
        json!({ "form": "F-04", "subjects": subjects }),
    );
    assert_eq!(made["made"].as_array().unwrap().len(), 3, "{made}");
    let rows = papers(&office, "F-04");
    assert!(of(&rows, "next_side").iter().all(|side| side == "host"));

    let sign = |rows: &[Value], side: &str, passphrase: &str| {
        let ids = of(rows, "report_id");
        let arguments = json!({ "report_ids": ids, "side": side, "passphrase": passphrase });
        office.call("paper_sign", arguments)
    };
    let of_west: Vec<&Value> = rows
        .iter()
        .filter(|row| row["next_school"] == "西溪小学")
        .collect();
    assert_eq!(of_west.len(), 1);
    assert_eq!(of_west[0]["about"], "谢临川");
    // A passphrase that opens no key is told once, with the schools, and nothing is signed.
    let wrong = sign(&rows, "host", "不是这个口令").unwrap_err();
    assert_eq!(wrong["code"], "SIGN-06");
    for school in ["远山小学", "西溪小学"] {
        assert!(
            wrong["message"].as_str().unwrap().contains(school),
            "{wrong}"
        );
    }
    assert_eq!(papers(&office, "F-04"), rows);
    // One that opens the key of one school signs what is that school's, and names the rest.
    let outcome = sign(&rows, "host", "远山小学的签章口令").unwrap();
    assert_eq!(outcome["signed"].as_array().unwrap().len(), 2, "{outcome}");
    assert_eq!(
        outcome["failed"][0]["teacher"],
        "谢临川（交流教师工作目标责任书）"
    );
    let said = outcome["failed"][0]["message"].as_str().unwrap();
    assert!(said.contains("西溪小学"), "{said}");
    let rows = papers(&office, "F-04");
    let (signed, open): (Vec<Value>, Vec<Value>) =
        rows.into_iter().partition(|row| row["signed_by"] == "host");
    let outcome = sign(&open, "host", "西溪小学的签章口令").unwrap();
    assert_eq!(outcome["signed"], json!(["谢临川"]), "{outcome}");
    // A row that was shown before it was signed is an old one now; the others go on.
    let mut rows = signed;
    rows.extend(open);
    let outcome = sign(&rows, "sending", "派出学校的签章口令").unwrap();
    assert_eq!(outcome["signed"].as_array().unwrap().len(), 2, "{outcome}");
    assert_eq!(
        outcome["failed"][0]["refusals"][0]["code"], "REPORT-OLD",
        "{outcome}"
    );
    let rows = papers(&office, "F-04");
    let last: Vec<Value> = rows
        .into_iter()
        .filter(|row| row["next_side"] == "sending")
        .collect();
    sign(&last, "sending", "派出学校的签章口令").unwrap();
    let rows = papers(&office, "F-04");
    assert!(of(&rows, "signed_by").iter().all(|side| side == "sending"));
    assert!(of(&rows, "next_side").iter().all(Value::is_null));

    // What is saved verifies, and a printer gets what is in the archive.
    let ids = of(&rows, "report_id");
    let saved = office.ask("paper_save", json!({ "report_ids": ids }));
    assert_eq!(saved["saved"], 3);
    for entry in fs::read_dir(office.folder.join("saved")).unwrap() {
        let file = fs::read(entry.unwrap().path()).unwrap();
        let verdict = office.call_with_file("report_verify", file, &[]).unwrap();
        assert_eq!(verdict["status"], "intact", "{verdict}");
    }
    let print = json!({ "report_ids": ids, "printer": "教务处", "copies": 3, "is_duplex": true });
    assert_eq!(office.ask("paper_print", print)["printed"], 3);
    assert_eq!(papers(&office, "F-04")[0]["n_printed"], 1);
}

#[test]
fn a_letter_that_the_records_have_outrun_waits_for_nobodys_signature() {
    let office = with_ledger();
    let own = mine(&office);
    let far = host(&office, "远山小学", "远山小学的签章口令");
    let id = approved(&office, "宋知秋", &own, &far);
    let subject = format!("posting:{}", id.as_str().unwrap());
    let make = || {
        office.ask(
            "paper_make",
            json!({ "form": "F-04", "subjects": [subject] }),
        )
    };
    assert_eq!(make()["made"][0]["next_side"], "host");
    let goal = json!({ "text": "上公开课4次", "measure": "教案和评议", "weight": 100 });
    office.ask(
        "assignment_goals",
        json!({ "id": id, "goals": [goal], "is_draft": false }),
    );
    let row = &papers(&office, "F-04")[0];
    assert_eq!(row["next_side"], Value::Null);
    assert_ne!(row["since"], "");
    let arguments = json!({ "report_ids": [row["report_id"]], "side": "host", "passphrase": "远山小学的签章口令" });
    let outcome = office.ask("paper_sign", arguments);
    assert_eq!(
        outcome["failed"][0]["refusals"][0]["code"], "REPORT-OLD",
        "{outcome}"
    );
    let again = &make()["made"][0];
    assert_eq!(again["next_side"], "host");
    assert_ne!(again["number"], row["number"]);
}

#[test]
fn what_hangs_on_a_posting_is_typed_counted_and_taken_away_again() {
    let office = with_ledger();
    let own = mine(&office);
    let far = host(&office, "远山小学", "远山小学的签章口令");
    let out = approved(&office, "宋知秋", &own, &far);
    let back = approved(&office, "贺新凉", &far, &own);
    let all = office.ask("assignment_list_all", json!({}));
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(
        office.ask("assignment_send_approved", json!({}))["added"],
        0
    );

    // 生活保障.
    let living = |owner: &str| {
        json!({ "form": { "id": null, "assignment_id": out, "kind": "lodging", "problem": "宿舍没有热水",
            "owner": owner, "raised_on": "2025-09-03", "due_on": "2025-09-10", "help": "", "closed_on": null } })
    };
    let refused = office.call("living_save", living("")).unwrap_err();
    assert_eq!(refused["refusals"][0]["place"], "owner", "{refused}");
    let item = office.ask("living_save", living("总务处"));
    assert_eq!(item["is_open"], true);

    // 待遇.
    let benefit = json!({ "form": { "id": null, "assignment_id": out, "kind": "transport", "from": "2025-09-01",
        "to": "2025-12-31", "due": "280", "basis": "70元/月×4个月", "paid": "160.50", "paid_on": "2026-01-10", "note": "" } });
    let line = office.ask("benefit_save", benefit);
    assert_eq!(line["difference"], "119.50");
    let sheet = office.ask("benefit_list", json!({}));
    assert_eq!(
        (&sheet["due"], &sheet["paid"], &sheet["n_open"]),
        (&json!("280.00"), &json!("160.50"), &json!(0))
    );
    let accepted = office.ask("benefit_accept", json!({ "assignment_id": null }));
    assert_eq!(accepted["added"], 0, "nobody has come yet");

    // 互派.
    let swap = |members: &[&Value]| {
        json!({ "form": { "id": null, "kind": "mutual", "members": members, "released": "", "study": "",
            "study_from": null, "study_to": null, "college": "", "interns": null } })
    };
    let refused = office.call("swap_save", swap(&[&out])).unwrap_err();
    assert_eq!(codes(&refused), ["SWAP-MEMBERS"]);
    let pair = office.ask("swap_save", swap(&[&out, &back]));
    assert_eq!(office.ask("swap_list", json!({}))[0]["kind_word"], "互派");

    // All of it stands on the posting's own page.
    let page = office.ask("assignment_page", json!({ "id": out }));
    assert_eq!(page["living"][0]["owner"], "总务处");
    assert_eq!(page["benefits"][0]["paid"], "160.50");
    assert_eq!(page["swap"]["id"], pair["id"]);
    assert_eq!(page["may_agree_goals"], true);
    let served = office.ask("service_list", json!({}));
    assert_eq!(served.as_array().unwrap().len(), 2);
    assert_eq!(served[0]["months"], "0", "{served}");

    // A draft is looked at, the list goes out as a spreadsheet.
    let preview = json!({ "form": "F-20", "subject": "year" });
    let token = office.ask("paper_preview", preview)["token"].clone();
    let uri = format!("paper://localhost/{}", token.as_str().unwrap());
    let shown = office
        .papers
        .answer(&Request::get(uri).body(Vec::new()).unwrap());
    assert!(shown.body().starts_with(b"%PDF-"));
    let twin = json!({ "form": "F-20", "subject": "year" });
    assert_eq!(office.ask("paper_twin", twin)["saved"], true);
    let saved: Vec<_> = fs::read_dir(office.folder.join("saved")).unwrap().collect();
    assert_eq!(saved.len(), 1);

    office.ask("swap_remove", json!({ "id": pair["id"] }));
    office.ask("benefit_remove", json!({ "ids": [line["id"]] }));
    office.ask("living_remove", json!({ "id": item["id"] }));
    let page = office.ask("assignment_page", json!({ "id": out }));
    assert_eq!(
        (&page["living"], &page["benefits"], &page["swap"]),
        (&json!([]), &json!([]), &Value::Null)
    );
}
