//! `appraisal compute`: worked examples to the last digit, and nonsense that is refused in words.

use serde_json::{Value, json};
use shuangping_tests::desk::{Said, run, run_hearing, word};
use shuangping_tests::{Folder, chance::Chance};

fn compute(input: &[u8]) -> Said {
    run_hearing(&["--json", "appraisal", "compute", "--input", "-"], input)
}

fn computed(input: &Value) -> Value {
    compute(input.to_string().as_bytes()).done()
}

fn example() -> Value {
    json!({
        "host": { "total": "86.40" },
        "sending": { "total": "82" },
        "sources": {
            "leaders": { "score": "88", "invited": 5, "returned": 5 },
            "peers": { "score": "85", "invited": 20, "returned": 20 },
            "pupils": { "score": "90.5", "invited": 45, "returned": 44 },
            "parents": { "score": "87", "invited": 45, "returned": 40 },
            "self": { "score": "92", "invited": 1, "returned": 1 },
        },
        "stages": ["84", "88"],
    })
}

fn require(answer: &Value, wanted: &[(&str, Value)]) {
    for (key, value) in wanted {
        assert_eq!(&answer[key], value, "{key}: {answer}");
    }
}

#[test]
fn the_worked_example_comes_out_to_the_last_digit() {
    let answer = computed(&example());
    let wanted = [
        ("host", json!("86.40")),
        ("multi_source", json!("88.175")),
        ("host_combined", json!("86.9325")),
        ("sending", json!("82")),
        ("year_final", json!("85.45275")),
        ("stage_mean", json!("86")),
        ("year", json!("85.62")),
        ("grade", json!("合格")),
        ("dropped_sources", json!([])),
    ];
    require(&answer, &wanted);
    assert!(answer["steps"].as_array().unwrap().len() >= 3, "{answer}");
    let mut without = example();
    without["weights"] = json!({ "multi_source": "0" });
    require(
        &computed(&without),
        &[("year_final", json!("85.08")), ("year", json!("85.36"))],
    );
}

/// A year that is exactly `total`: nothing but the host's and the sending school's points counts.
fn plain(total: &str) -> Value {
    json!({
        "host": { "total": total },
        "sending": { "total": total },
        "weights": { "multi_source": "0", "stage": "0" },
    })
}

#[test]
fn only_the_final_figure_is_rounded_and_the_grade_is_read_from_it() {
    for (total, year, grade) in [
        ("90", "90.00", "优秀"),
        ("89.995", "90.00", "优秀"),
        ("89.9949", "89.99", "合格"),
        ("70", "70.00", "合格"),
        ("69.994999", "69.99", "基本合格"),
        ("60", "60.00", "基本合格"),
        ("59.9949", "59.99", "不合格"),
        ("0", "0.00", "不合格"),
        ("100", "100.00", "优秀"),
    ] {
        require(
            &computed(&plain(total)),
            &[("year", json!(year)), ("grade", json!(grade))],
        );
    }
}

#[test]
fn a_veto_overrides_any_figure() {
    for (veto, grade) in [
        ("V1", "不合格"),
        ("V3", "不合格"),
        ("V5", "不合格"),
        ("V1-LIGHT", "合格"),
    ] {
        let mut input = plain("99");
        input["vetoes"] = json!([veto]);
        require(
            &computed(&input),
            &[("year", json!("99.00")), ("grade", json!(grade))],
        );
    }
}

#[test]
fn a_survey_that_too_few_returned_gives_its_weight_to_the_others() {
    let mut input = example();
    // 29 of 45 is less than two thirds; 30 of 45 is not.
    input["sources"]["pupils"]["returned"] = json!(29);
    let answer = computed(&input);
    assert_eq!(
        answer["dropped_sources"].as_array().unwrap().len(),
        1,
        "{answer}"
    );
    assert_eq!(answer["dropped_sources"][0]["source"], "pupils");
    assert!(
        answer["dropped_sources"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("学生")
    );
    // (88×30 + 85×25 + 87×10 + 92×10) ÷ 75 = 6555/75.
    require(&answer, &[("multi_source", json!("87.4"))]);
    input["sources"]["peers"]["score"] = json!("86");
    let answer = computed(&input);
    require(&answer, &[("multi_source", json!("1316/15"))]);
    assert_eq!(answer["approx"]["multi_source"], "87.733333");
    input["sources"]["pupils"]["returned"] = json!(30);
    require(&computed(&input), &[("dropped_sources", json!([]))]);
    input["sources"]["pupils"] = json!({ "score": "90", "invited": 9, "returned": 9 });
    assert_eq!(
        computed(&input)["dropped_sources"][0]["source"],
        "pupils",
        "fewer than ten"
    );
}

#[test]
fn a_stage_that_does_not_exist_is_no_zero() {
    let mut input = example();
    input["stages"] = json!(["88"]);
    require(&computed(&input), &[("stage_mean", json!("88"))]);
    input["stages"] = json!([]);
    let failed = compute(input.to_string().as_bytes()).failed(1);
    assert_eq!(failed.codes(), ["STAGE-MISSING"]);
    input["weights"] = json!({ "stage": "0" });
    require(
        &computed(&input),
        &[("stage_mean", Value::Null), ("year", json!("85.45"))],
    );
}

#[test]
fn numbers_may_be_texts_or_numbers_and_spaces_around_them_do_no_harm() {
    let mut input = example();
    input["host"]["total"] = json!(" 86.4 ");
    input["sending"]["total"] = json!(82);
    input["stages"] = json!([84, "88.0"]);
    input["sources"]["leaders"]["invited"] = json!("5");
    require(&computed(&input), &[("year", json!("85.62"))]);
    let folder = Folder::new("bom").unwrap();
    let file = folder.join("输入.json");
    std::fs::write(&file, format!("\u{feff}{}", example())).unwrap();
    let said = run(&["appraisal", "compute", "--json", "--input", &word(&file)]);
    require(&said.done(), &[("year", json!("85.62"))]);
}

/// Puts a value at a place of the example and answers what is refused.
fn refused_with(place: &str, value: &str) -> Vec<String> {
    let mut input = example();
    *input
        .pointer_mut(place)
        .unwrap_or_else(|| panic!("{place}")) = json!("HERE");
    let text = input.to_string().replace("\"HERE\"", value);
    let failed = compute(text.as_bytes()).failed(1);
    failed.places().into_iter().map(str::to_owned).collect()
}

#[test]
fn what_is_no_score_is_refused_at_its_place() {
    for value in [
        "-0.01",
        "100.01",
        "\"1e400\"",
        "\"NaN\"",
        "\"8 6\"",
        "\"八十\"",
        "\"\"",
        "\"1/0\"",
        "[]",
        "{}",
        "true",
        "null",
        "\"86,4\"",
        "\"0x10\"",
        "99999999999999999999999999999999999999",
    ] {
        for (place, named) in [("/host/total", "host"), ("/stages/0", "stages.1")] {
            let places = refused_with(place, value);
            assert!(
                places.iter().any(|p| p.starts_with(named)),
                "{place} {value}: {places:?}"
            );
        }
    }
    for value in ["-1", "1.5", "\"many\"", "[]", "4294967296", "true"] {
        let places = refused_with("/sources/pupils/invited", value);
        assert!(
            places.iter().any(|p| p == "sources.pupils"),
            "{value}: {places:?}"
        );
    }
    assert_eq!(
        refused_with("/sources/pupils/returned", "46"),
        ["sources.pupils"]
    );
}

#[test]
fn a_number_keeps_all_its_digits_or_is_refused() {
    let near = "89.99499999999999999999";
    let text = plain("HERE").to_string().replace("\"HERE\"", near);
    let said = compute(text.as_bytes());
    if said.exit == Some(0) {
        let wanted = [("year", json!("89.99")), ("grade", json!("合格"))];
        require(&said.json(), &wanted);
    } else {
        assert_eq!(said.failed(1).codes(), ["INPUT-NUMBER"; 2]);
    }
}

#[test]
fn a_number_that_no_computer_holds_is_refused_at_its_place() {
    assert_eq!(refused_with("/host/total", "1e400"), ["host"]);
}

#[test]
fn any_input_gets_one_json_value_and_no_panic() {
    let whole = example().to_string();
    let mut inputs: Vec<Vec<u8>> = [
        "",
        "null",
        "[]",
        "{}",
        "7",
        "\"x\"",
        "{",
        "[[[[",
        "{\"host\":[]}",
        "{\"host\":{\"items\":{}}}",
        "{\"host\":{\"items\":[null,7,{}]}}",
        "{\"weights\":[]}",
        "{\"weights\":{\"host\":\"1/3\"}}",
        "{\"sources\":7}",
        "{\"stages\":{}}",
        "{\"vetoes\":\"V1\"}",
        "{\"grades\":{\"excellent\":\"-5\"}}",
        "{\"host\":{\"total\":\"1\",\"items\":[]}}",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect();
    inputs.push("[".repeat(100_000).into_bytes());
    inputs.push(b"\xff\xfe{}".to_vec());
    inputs.push(format!("{{\"host\":{{\"total\":\"{}\"}}}}", "9".repeat(100_000)).into_bytes());
    inputs.push(format!("{{\"stages\":[{}\"1\"]}}", "\"1\",".repeat(20_000)).into_bytes());
    let mut chance = Chance::seeded("broken inputs", 31);
    for _ in 0..60 {
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..=chance.below(3) {
            let place = chance.below(bytes.len());
            bytes[place] = b"{}[]\",:-e.0159 n"[chance.below(16)];
        }
        inputs.push(bytes);
    }
    for input in inputs {
        let said = compute(&input);
        match said.exit {
            Some(0) => assert!(said.json()["year"].is_string(), "{said}"),
            // No JSON at all is a wrong call; what stands in it is judged.
            Some(2) => assert_eq!(said.failed(2).codes(), ["INPUT-JSON"]),
            _ => assert!(!said.failed(1).refusals.is_empty()),
        }
    }
}

#[test]
fn weights_that_do_not_add_up_are_refused() {
    for (weights, code) in [
        (json!({ "host": "0.6" }), "WEIGHT-SUM"),
        (json!({ "host": "0.3", "sending": "0.7" }), "WEIGHT-ORDER"),
        (json!({ "stage": "1.5" }), "WEIGHT-RANGE"),
        (json!({ "sources": { "ghosts": "5" } }), "SOURCE-UNKNOWN"),
    ] {
        let mut input = example();
        input["weights"] = weights;
        let failed = compute(input.to_string().as_bytes()).failed(1);
        assert!(failed.codes().contains(&code), "{code}: {failed:?}");
    }
    let mut thirds = example();
    thirds["weights"] = json!({ "host": "2/3", "sending": "1/3" });
    let answer = computed(&thirds);
    assert!(
        answer["year_final"].as_str().unwrap().contains('/'),
        "{answer}"
    );
    // (2×86.9325 + 82) ÷ 3 = 85.288333…
    assert_eq!(answer["approx"]["year_final"], "85.288333");
}
