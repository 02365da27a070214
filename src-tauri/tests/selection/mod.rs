//! The commands of policies, calendar and selection, called with the words the page uses.

use serde_json::{Value, json};

use crate::office::Office;
use crate::{PASSPHRASE, codes};

const NEXT: &str = "2026-2027";

/// A ledger with my school, another one, and one teacher who must go.
fn with_teacher() -> (Office, Value, Value) {
    let office = Office::open(false);
    office.ask(
        "ledger_create",
        json!({ "school": "青禾小学", "stage": "primary", "year": NEXT, "passphrase": PASSPHRASE }),
    );
    let form = json!({ "id": null, "name": "远山小学", "stage": "primary",
        "profile": { "area": "rural", "tier": "village", "quality": "weak", "establishment": 20, "on_establishment": 18 } });
    let other = office.ask("school_save", json!({ "school": form }));
    assert_eq!(other["profile"]["area"], "rural");
    let form = json!({ "id": null, "name": "宋知秋", "sex": "female", "birth": "1988-05-06", "subject": "语文",
        "title": "一级教师", "backbone": "县级骨干", "joined_school_on": "2012-09-01", "cadre": "middle", "weekly_lessons": 14,
        "career": [{ "school": "东山教学点", "kind": "support", "from": "2010-09-01", "to": "2011-08-31", "is_rural": true }] });
    let teacher = office.ask("teacher_save", json!({ "form": form }));
    let got = office.ask("teacher_get", json!({ "id": teacher["id"] }));
    assert_eq!(got["career"][0]["school"], "东山教学点");
    assert_eq!(got["cadre"], "middle");
    (office, other["id"].clone(), teacher["id"].clone())
}

#[test]
fn a_policy_is_copied_edited_compared_and_put_in_force() {
    let (office, _, _) = with_teacher();
    let listed = office.ask("policy_list", json!({}));
    assert_eq!(listed.as_array().unwrap().len(), 23);
    let in_force = |rows: &Value| {
        let rows = rows.as_array().unwrap();
        let one = rows.iter().find(|row| row["is_in_force"] == true).unwrap();
        one["name"].as_str().unwrap().to_owned()
    };
    assert!(in_force(&listed).contains("交流轮岗"));
    let p3 = office.ask("policy_get", json!({ "id": "P3" }));
    assert_eq!(p3["complete"], false);
    let form = |value: &str| {
        json!({ "form": { "id": null, "name": "本校办法", "based_on": "P3", "effective_from": NEXT,
            "edits": [{ "key": "age_max_male", "track": null, "value": value }] } })
    };
    let failure = office.call("policy_save", form("-1")).unwrap_err();
    assert_eq!(codes(&failure), ["POLICY-VALUE"]);
    assert_eq!(failure["refusals"][0]["place"], "age_max_male");
    let saved = office.ask("policy_save", form("52"));
    assert_eq!(saved["n_changed"], 1);
    let rows = office.ask("policy_adopt", json!({ "id": saved["id"] }));
    assert_eq!(in_force(&rows), "本校办法");
    // Duties beside the policy in force are switched on and off.
    let is_on = |rows: &Value| {
        let rows = rows.as_array().unwrap();
        rows.iter().find(|row| row["id"] == "P14").unwrap()["is_beside"].clone()
    };
    let switch = |on: bool| office.ask("policy_switch", json!({ "id": "P14", "is_on": on }));
    assert_eq!(is_on(&switch(true)), true);
    assert_eq!(is_on(&switch(false)), false);
    let compared = office.ask(
        "policy_compare",
        json!({ "first": "P3", "second": saved["id"] }),
    );
    assert_eq!(compared["differences"][0]["second"], "52周岁");
    assert_eq!(compared["n_teachers"], 1);
}

#[test]
fn the_calendar_is_set_and_a_deadline_is_moved_and_met() {
    let (office, _, _) = with_teacher();
    let calendar = office.ask("calendar_get", json!({}));
    assert_eq!(calendar["terms"][0]["first_monday"], "2026-09-07");
    assert_eq!(calendar["terms"][0]["is_proposed"], true);
    let form = |monday: &str| {
        json!({ "form": { "autumn": { "first_monday": monday, "n_weeks": 19 },
            "spring": { "first_monday": "2027-03-01", "n_weeks": 19 },
            "holidays": [{ "name": "国庆节", "from": "2026-10-01", "to": "2026-10-08" }] } })
    };
    let failure = office
        .call("calendar_save", form("2026-09-02"))
        .unwrap_err();
    assert_eq!(codes(&failure), ["CALENDAR-MONDAY"]);
    let saved = office.ask("calendar_save", form("2026-08-31"));
    assert_eq!(saved["terms"][0]["is_proposed"], false);
    let mark =
        json!({ "mark": { "code": "roster", "moved_on": "2026-07-20", "done_on": "2026-07-18" } });
    let marked = office.ask("deadline_mark", mark);
    let roster = marked["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|due| due["code"] == "roster")
        .unwrap()
        .clone();
    assert_eq!(
        (&roster["on"], &roster["usual_on"], &roster["standing"]),
        (&json!("2026-07-20"), &json!("2026-07-31"), &json!("done"))
    );
    let unknown = json!({ "mark": { "code": "none", "moved_on": null, "done_on": "2020-01-01" } });
    let failure = office.call("deadline_mark", unknown).unwrap_err();
    assert_eq!(codes(&failure), ["CALENDAR-DEADLINE", "CALENDAR-DEADLINE"]);
}

#[test]
fn a_teacher_is_judged_put_forward_approved_and_listed_for_the_bureau() {
    let (office, other, teacher) = with_teacher();
    let need = json!({ "form": { "id": null, "host_school_id": other, "term": "autumn", "subject": "语文", "grade": "",
        "heads": 1, "requirement": "", "urgency": "urgent", "surveyed_on": null } });
    let need = office.ask("need_save", need);
    assert_eq!(need["n_met"], 0);
    let computed = office.ask("eligibility_compute", json!({}));
    assert_eq!(computed["results"][0]["result"], "must");
    assert_eq!(office.ask("eligibility_get", json!({}))["state"], "draft");
    let ruling =
        json!({ "form": { "teacher_id": teacher, "result": "not", "reason": "另有安排" } });
    let failure = office.call("ruling_save", ruling).unwrap_err();
    assert_eq!(codes(&failure), ["RULING-NEEDLESS"]);

    let exemption = json!({ "form": { "id": null, "teacher_id": teacher, "kind": "nursing", "applied_on": "2026-06-01",
        "proof_kind": null, "seen_on": null, "checked_by": "", "consent_document": "", "consent_on": null } });
    let exemption = office.ask("exemption_save", exemption);
    assert_eq!(exemption["holds"], false);
    office.ask("exemption_remove", json!({ "ids": [exemption["id"]] }));
    assert_eq!(office.ask("exemption_list", json!({})), json!([]));
    assert_eq!(office.ask("exemption_renew", json!({}))["added"], 0);

    assert_eq!(office.ask("candidate_propose", json!({}))["added"], 1);
    let mut form = office.ask("candidate_list", json!({}))[0].clone();
    form["recommended_on"] = json!("2026-06-25");
    form["to_school_id"] = other.clone();
    form["approval_document"] = json!("教人〔2026〕30号");
    form["approved_on"] = json!("2026-08-01");
    let failure = office
        .call("candidate_save", json!({ "form": form }))
        .unwrap_err();
    assert_eq!(codes(&failure), ["CANDIDATE-RUN"], "nothing is frozen yet");
    let frozen = office.ask("eligibility_freeze", json!({}));
    assert_eq!(frozen["state"], "frozen");
    let saved = office.ask("candidate_save", json!({ "form": form }));
    assert_eq!(saved["progress"], "approved");
    assert_eq!(office.ask("need_list", json!({}))[0]["n_met"], 1);
    let quota = office.ask("quota_get", json!({}));
    assert_eq!(
        (&quota["is_frozen"], &quota["n_exchanged"]),
        (&json!(true), &json!(1))
    );
    assert!(
        quota["checks"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["met"] != false),
        "{quota}"
    );
    assert_eq!(
        office.ask("dispatch_get", json!({}))["shares"][0]["of_sent"],
        1
    );

    let again = office.ask("eligibility_recheck", json!({ "run_id": frozen["run_id"] }));
    assert_eq!(again["is_same"], true);
    assert_eq!(
        office.ask("eligibility_report", json!({}))["state"],
        "reported"
    );
    let runs = office.ask("eligibility_runs", json!({}));
    assert_eq!(runs.as_array().unwrap().len(), 1);
    assert_eq!(office.ask("selection_save_lists", json!({}))["saved"], true);
    let book = office
        .folder
        .join("saved/2026-2027交流教师选派名单-青禾小学.xlsx");
    assert!(book.is_file());

    let ids = json!({ "ids": [saved["id"]] });
    let failure = office.call("candidate_remove", ids.clone()).unwrap_err();
    assert_eq!(codes(&failure), ["CANDIDATE-APPROVED"]);
    let mut withdrawn = form;
    withdrawn["id"] = saved["id"].clone();
    withdrawn["approval_document"] = json!("");
    withdrawn["approved_on"] = json!(null);
    office.ask("candidate_save", json!({ "form": withdrawn }));
    office.ask("candidate_remove", ids);
    office.ask("need_remove", json!({ "ids": [need["id"]] }));
    assert_eq!(office.ask("candidate_list", json!({})), json!([]));
    assert_eq!(office.ask("need_list", json!({})), json!([]));
}

#[test]
fn rows_are_pasted_once_and_only_what_was_shown_is_kept() {
    let (office, _, _) = with_teacher();
    let text = "姓名\t渠道\t意向校1\n宋知秋\t自荐\t远山小学\n无此人\t自荐\n";
    let pasted = office.ask(
        "selection_paste",
        json!({ "kind": "candidate", "text": text }),
    );
    assert_eq!(
        (&pasted["accepted"], &pasted["refused"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(office.ask("candidate_list", json!({})), json!([]));
    let token = json!({ "token": pasted["token"] });
    assert_eq!(
        office.ask("selection_paste_confirm", token.clone())["added"],
        1
    );
    let failure = office.call("selection_paste_confirm", token).unwrap_err();
    assert_eq!(codes(&failure), ["PASTE-TOKEN"]);
    let failure = office
        .call("selection_paste", json!({ "kind": "roster", "text": "" }))
        .unwrap_err();
    assert_eq!(codes(&failure), ["PASTE-KIND"]);
}
