//! Policies as a script asks for them: the presets, a school's own copy, two side by side, and nonsense.

use serde_json::{Value, json};
use shuangping_tests::desk::run;
use shuangping_tests::ground::Ground;

use crate::selection::{NEXT, result, with_people};

/// The presets, in the order in which they are listed.
const PRESETS: [&str; 23] = [
    "P1", "P2a", "P2b", "P3", "P4", "P5", "P6", "P7", "P8", "P9a", "P9b", "P9c", "P9d", "P9e",
    "P10", "P11a", "P11b", "P12", "P13", "P14", "P15", "D1", "D3",
];

#[test]
fn every_preset_is_listed_with_its_source_and_no_records_are_needed() {
    let listed = run(&["--json", "policy", "list"]).done();
    let ids: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, PRESETS);
    for one in listed.as_array().unwrap() {
        assert_eq!(one["version"], 1, "{one}");
        assert!(one["source"].as_str().unwrap().contains(':'), "{one}");
        assert!(one["parameters"].is_object(), "{one}");
        assert!(!one["description"].as_str().unwrap().is_empty(), "{one}");
    }
    let truncated: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["complete"] == false)
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert!(
        truncated.contains(&"P2a") && truncated.contains(&"P3"),
        "{truncated:?}"
    );
}

#[test]
fn a_preset_shows_its_parameters_and_leaves_blank_what_its_source_leaves_blank() {
    let p3 = run(&["--json", "policy", "show", "P3"]).done();
    let parameters = &p3["parameters"];
    assert_eq!(parameters["age_max_male"], 50);
    assert_eq!(parameters["age_max_female"], 45);
    assert_eq!(parameters["age_ref_month_day"], "08-31");
    assert_eq!(parameters["tenure_years_min"], 6);
    assert_eq!(parameters["quota_min_pct_of_eligible"], 10);
    assert_eq!(p3["complete"], false);
    let p2b = run(&["--json", "policy", "show", "p2b"]).done();
    assert_eq!(p2b["parameters"]["remote.age_max_female"], 40);
    assert_eq!(p2b["parameters"]["support.age_max_female"], 45);
    let p5 = run(&["--json", "policy", "show", "P5"]).done();
    let blanks = &p5["parameters"];
    for key in [
        "exempt_years_to_retire",
        "hard_move_gap_points",
        "retain_original_pct",
    ] {
        assert!(blanks.as_object().unwrap().contains_key(key), "{key}");
        assert_eq!(blanks[key], Value::Null, "{key}");
    }
    assert_eq!(blanks["hard_move_allowed"], false);
    for unknown in ["P99", "P3@7", ""] {
        let failed = run(&["--json", "policy", "show", unknown]).failed(1);
        assert_eq!(failed.codes(), ["POLICY-NONE"], "{unknown}");
    }
}

#[test]
fn two_policies_show_what_would_change_for_whom() {
    let (ground, _) = with_people("policy-diff");
    let words = ["policy", "diff", "P3", "P5", "--year", NEXT];
    let with = ground.desk.run(&words).done();
    let places: Vec<&str> = with["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["place"].as_str().unwrap())
        .collect();
    assert!(
        places.contains(&"age_max_male") && places.contains(&"tenure_years_min"),
        "{places:?}"
    );
    let names: Vec<&str> = with["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    // Without a limit of age, and with five years instead of six, these three must go too.
    for name in ["甲四", "乙三", "丙三"] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    let mut bare = vec!["--json"];
    bare.extend(words);
    let without = run(&bare).done();
    assert_eq!(without["differences"], with["differences"]);
    assert_eq!(without["n_teachers"], 0);
}

#[test]
fn nonsense_is_refused_with_all_reasons_at_once_and_nothing_is_kept() {
    let (ground, _) = with_people("nonsense");
    let desk = &ground.desk;
    let edits = json!([
        { "key": "age_max_male", "value": "-5" },
        { "key": "weight_host", "value": "1.2" },
        { "key": "no_such_key", "value": "1" },
        { "key": "term_years_min", "value": "9" },
    ]);
    let form = json!({ "name": "", "based_on": "P3", "effective_from": "明年", "edits": edits });
    let failed = desk.hand(&["policy", "save"], &form).failed(1);
    for place in [
        "effective_from",
        "age_max_male",
        "weight_host",
        "no_such_key",
    ] {
        assert!(failed.places().contains(&place), "{place}: {failed:?}");
    }
    let crossed = json!({ "name": "本校办法", "based_on": "P1", "effective_from": NEXT,
        "edits": [{ "key": "term_years_min", "value": "9" }, { "key": "weight_host", "value": "0.4" },
                  { "key": "weight_sending", "value": "0.4" }] });
    let failed = desk.hand(&["policy", "save"], &crossed).failed(1);
    assert_eq!(
        failed.codes(),
        ["POLICY-BOUNDS", "POLICY-WEIGHTS", "POLICY-WEIGHTS"]
    );
    let listed = desk.run(&["policy", "list"]).done();
    assert_eq!(listed.as_array().unwrap().len(), PRESETS.len());
    let birth = json!({ "name": "戊一", "sex": "男", "birth": "1990-01-01", "joined_school_on": "1989-09-01" });
    assert_eq!(
        desk.hand(&["teachers", "save"], &birth).failed(1).codes(),
        ["TEACHER-DATE"]
    );
    let unknown = desk.run(&["eligibility", "run", "--year", NEXT, "--policy", "P3@9"]);
    assert_eq!(unknown.failed(1).codes(), ["POLICY-NONE"]);
    let framework = desk.run(&["eligibility", "run", "--year", NEXT, "--policy", "P9d"]);
    assert_eq!(framework.failed(1).codes(), ["ELIGIBILITY-POLICY"]);
}

#[test]
fn a_school_edits_its_own_copy_and_a_frozen_run_keeps_the_version_it_used() {
    let (ground, _) = with_people("copy");
    let desk = &ground.desk;
    let form = |id: Value, age: &str| {
        json!({ "id": id, "name": "本校交流办法", "based_on": "P3", "effective_from": NEXT,
            "edits": [{ "key": "age_max_male", "value": age }] })
    };
    let first = desk
        .hand(&["policy", "save"], &form(Value::Null, "52"))
        .done();
    assert_eq!(
        (&first["version"], &first["n_changed"]),
        (&json!(1), &json!(1))
    );
    let id = first["id"].as_str().unwrap();
    let early = desk
        .run(&["policy", "adopt", id, "--year", "2025-2026"])
        .failed(1);
    assert_eq!(early.codes(), ["POLICY-EFFECTIVE"]);
    assert_eq!(
        desk.run(&["policy", "adopt", "P8", "--year", NEXT])
            .failed(1)
            .codes(),
        ["POLICY-KIND"]
    );
    let _ = desk.run(&["policy", "adopt", id, "--year", NEXT]).done();
    let frozen = desk
        .run(&["eligibility", "run", "--year", NEXT, "--freeze"])
        .done();
    assert_eq!(result(&frozen, "甲四")["result"], "must", "51 is within 52");
    assert_eq!(frozen["policy_version"], 1);
    let second = desk
        .hand(&["policy", "save"], &form(json!(id), "40"))
        .done();
    assert_eq!(second["version"], 2);
    let run_id = frozen["run_id"].as_str().unwrap();
    let again = desk.run(&["eligibility", "recheck", run_id]).done();
    assert_eq!(again["is_same"], true, "the first version is still there");
    let male = second["details"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["key"] == "age_max_male")
        .unwrap();
    assert_eq!(
        (&male["origin"], &male["before"]),
        (&json!("school"), &json!("50周岁"))
    );
}

#[test]
fn the_weights_of_the_policy_in_force_count_until_the_host_school_has_signed() {
    let ground = Ground::new("weights").unwrap().with_keys();
    let desk = &ground.desk;
    let posting = ground.ready("赵一鸣");
    let year = || {
        let asked = json!({ "assignment_id": posting });
        desk.hand(&["appraisal", "score"], &asked).done()["composition"]["year"].clone()
    };
    let form = json!({ "name": "本校办法", "based_on": "P3", "effective_from": "2025-2026",
        "edits": [{ "key": "weight_host", "value": "0.9" }, { "key": "weight_sending", "value": "0.1" }] });
    let saved = desk.hand(&["policy", "save"], &form).done();
    let adopt = |id: &str| {
        desk.run(&["policy", "adopt", id, "--year", "2025-2026"])
            .done()
    };
    let _ = adopt(saved["id"].as_str().unwrap());
    // 0.9·86.9325 + 0.1·82 = 86.43925; 0.3·86 + 0.7·86.43925 = 86.307475.
    assert_eq!(year(), "86.31");
    let reports = ground.reports(&ground.join("报告"));
    let paper = reports["reports"][0]["path"].as_str().unwrap().to_owned();
    let _ = desk.run(&["sign", &paper, "--as", "host"]).done();
    let _ = adopt("P3");
    assert_eq!(
        year(),
        "86.31",
        "what a school has signed stays under its policy"
    );
}

#[test]
fn meetings_of_another_policy_are_switched_on_for_a_year_and_off_again() {
    let ground = Ground::new("beside").unwrap();
    let desk = &ground.desk;
    let recurring = || {
        let calendar = desk.run(&["calendar"]).done();
        calendar["recurring"].to_string()
    };
    let before = recurring();
    assert!(!before.contains("R527"), "{before}");
    let on = desk.run(&["policy", "switch", "P14"]).done();
    assert_eq!(
        (&on["is_beside"], &on["is_in_force"]),
        (&json!(true), &json!(false))
    );
    assert!(recurring().contains("R527"));
    let _ = desk.run(&["policy", "switch", "P14", "--off"]).done();
    assert_eq!(recurring(), before);
    let refused = desk.run(&["policy", "switch", "P1"]).failed(1);
    assert_eq!(refused.codes(), ["POLICY-KIND"]);
}

#[test]
fn a_later_version_is_not_in_force_until_it_is_adopted() {
    let ground = Ground::new("version").unwrap();
    let desk = &ground.desk;
    let form = |id: Value, age: &str| {
        json!({ "id": id, "name": "本校交流办法", "based_on": "P3", "effective_from": "2025-2026",
            "edits": [{ "key": "age_max_male", "value": age }] })
    };
    let first = desk
        .hand(&["policy", "save"], &form(Value::Null, "52"))
        .done();
    let id = first["id"].as_str().unwrap();
    let _ = desk.run(&["policy", "adopt", id]).done();
    let same = desk
        .hand(&["policy", "save"], &form(json!(id), "52"))
        .done();
    assert_eq!(same["version"], 1, "nothing was changed");
    let second = desk
        .hand(&["policy", "save"], &form(json!(id), "53"))
        .done();
    assert_eq!(
        (
            &second["version"],
            &second["version_in_force"],
            &second["is_in_force"]
        ),
        (&json!(2), &json!(1), &json!(false))
    );
    let adopted = desk.run(&["policy", "adopt", id]).done();
    assert_eq!(
        (&adopted["version_in_force"], &adopted["is_in_force"]),
        (&json!(2), &json!(true))
    );
}
