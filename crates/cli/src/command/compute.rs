//! `appraisal compute`: the composition without any records, on whatever weights and numbers are given.
//!
//! Reads JSON leniently where it is harmless (numbers as numbers or texts) and strictly where it matters:
//! what is missing is refused and never zero, and all refusals come at once.

use domain::appraisal::composition::{
    Composition, Given, GivenItem, GivenPart, GivenSource, Weights, compose,
};
use domain::appraisal::grade::{Thresholds, VetoCode};
use domain::exact::Exact;
use domain::refusal::{Judgement, Refusal};
use domain::school::Side;
use domain::survey::Source;
use serde_json::{Map, Value, json};

use crate::form;

/// Computes one input.
///
/// # Errors
/// Every reason why it cannot be computed.
pub(crate) fn compute(input: &Value) -> Result<Value, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let given = read_given(input, &mut judgement);
    match (compose(&given), judgement.into_refusals()) {
        (Ok(composition), refusals) if refusals.is_empty() => Ok(answer(&composition, input)),
        (Ok(_), refusals) => Err(refusals),
        // What could not be read was named already; do not call the same place missing as well.
        (Err(more), mut refusals) => {
            let is_named = |place: &str| refusals.iter().any(|refusal| refusal.place == place);
            let rest: Vec<Refusal> = more
                .into_iter()
                .filter(|refusal| !is_named(&refusal.place))
                .collect();
            refusals.extend(rest);
            Err(refusals)
        }
    }
}

/// Refuses what nobody knows, so that no weight is lost by a slip of the pen.
fn judge_names(input: &Value, judgement: &mut Judgement) {
    let mut judge = |value: Option<&Value>, place: &str, fields: &[&str]| {
        let known = value.map_or(Ok(()), |value| form::require_known(value, place, fields));
        judgement.take(known.map_err(|refusal| vec![refusal]));
    };
    let at = |path: &str| input.pointer(path);
    judge(
        Some(input),
        "",
        &[
            "host", "sending", "sources", "stages", "vetoes", "weights", "grades",
        ],
    );
    for side in Side::ALL {
        let side = side.code();
        judge(at(&format!("/{side}")), side, &["items", "total"]);
        let items = at(&format!("/{side}/items")).and_then(Value::as_array);
        for (item, number) in items.into_iter().flatten().zip(1..) {
            let place = format!("{side}.items.{number}");
            judge(Some(item), &place, &["code", "points", "not_applicable"]);
        }
    }
    let sources = at("/sources").and_then(Value::as_object);
    for (name, tally) in sources.into_iter().flatten() {
        let place = format!("sources.{name}");
        judge(Some(tally), &place, &["score", "invited", "returned"]);
    }
    judge(
        at("/weights"),
        "weights",
        &["multi_source", "host", "sending", "stage", "sources"],
    );
    judge(
        at("/grades"),
        "grades",
        &["excellent", "qualified", "basically_qualified"],
    );
    let vetoes = at("/vetoes").and_then(Value::as_array);
    for (veto, number) in vetoes.into_iter().flatten().zip(1..) {
        judge(Some(veto), &format!("vetoes.{number}"), &["code"]);
    }
}

fn read_given(input: &Value, judgement: &mut Judgement) -> Given {
    if !input.is_object() {
        judgement.refuse("INPUT-FORM", "", "输入应是一个JSON对象");
    }
    judge_names(input, judgement);
    let mut given = Given {
        host: read_part(input, Side::Host, judgement),
        sending: read_part(input, Side::Sending, judgement),
        weights: read_weights(input, judgement),
        thresholds: read_thresholds(input, judgement),
        ..Given::default()
    };
    for (name, tally) in object(input, "sources", "sources", judgement)
        .into_iter()
        .flatten()
    {
        let place = format!("sources.{name}");
        let Some(source) = Source::from_code(name) else {
            judgement.refuse(
                "SOURCE-UNKNOWN",
                &place,
                format!("没有名为{name}的评价来源"),
            );
            continue;
        };
        if tally.is_null() {
            continue;
        }
        given.sources.push(GivenSource {
            source,
            score: number_in(tally, "score", &place, judgement),
            invited: count_in(tally, "invited", &place, judgement),
            returned: count_in(tally, "returned", &place, judgement),
        });
    }
    for (index, stage) in list(input, "stages", judgement).iter().enumerate() {
        let place = format!("stages.{}", index + 1);
        if stage.is_null() {
            judgement.refuse(
                "STAGE-MISSING",
                &place,
                "阶段得分为空；没有该阶段时请不要列出",
            );
        } else {
            given.stages.extend(number(stage, &place, judgement));
        }
    }
    for (index, veto) in list(input, "vetoes", judgement).iter().enumerate() {
        let code = veto
            .as_str()
            .or_else(|| veto.get("code").and_then(Value::as_str));
        match code.and_then(VetoCode::from_code) {
            Some(code) => given.vetoes.push(code),
            None => judgement.refuse(
                "VETO-UNKNOWN",
                &format!("vetoes.{}", index + 1),
                format!("没有“{}”这种否决情形", code.unwrap_or("（空）")),
            ),
        }
    }
    given
}

fn read_part(input: &Value, side: Side, judgement: &mut Judgement) -> Option<GivenPart> {
    let part = input.get(side.code()).filter(|part| !part.is_null())?;
    let place = side.code();
    if let Some(total) = part.get("total").filter(|total| !total.is_null()) {
        if part.get("items").is_some_and(|items| !items.is_null()) {
            judgement.refuse("SCORE-TWICE", place, "total 与 items 只能填一种");
        }
        return number(total, place, judgement).map(GivenPart::Total);
    }
    let Some(items) = part.get("items").and_then(Value::as_array) else {
        judgement.refuse(
            "INPUT-FORM",
            place,
            "应有 items（逐项评分）或 total（合计）",
        );
        return None;
    };
    let items = items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| read_item(item, side, index, judgement))
        .collect();
    Some(GivenPart::Items(items))
}

fn read_item(
    item: &Value,
    side: Side,
    index: usize,
    judgement: &mut Judgement,
) -> Option<GivenItem> {
    let Some(code) = item.get("code").and_then(Value::as_str) else {
        let place = format!("{}.items.{}", side.code(), index + 1);
        judgement.refuse("INPUT-FORM", &place, "评分项缺少指标编号 code");
        return None;
    };
    if item.get("not_applicable").and_then(Value::as_bool) == Some(true) {
        return Some(GivenItem::not_applicable(code));
    }
    // Points that are null are missing: the item is left out and the rule will name it.
    let place = format!("{}.{code}", side.code());
    let points = number_in(item, "points", &place, judgement)?;
    Some(GivenItem::scored(code, points))
}

fn read_weights(input: &Value, judgement: &mut Judgement) -> Weights {
    let mut weights = Weights::default();
    let Some(given) = input.get("weights").filter(|given| !given.is_null()) else {
        return weights;
    };
    for (name, weight) in [
        ("multi_source", &mut weights.multi_source),
        ("host", &mut weights.host),
        ("sending", &mut weights.sending),
        ("stage", &mut weights.stage),
    ] {
        if let Some(value) = number_in(given, name, &format!("weights.{name}"), judgement) {
            *weight = value;
        }
    }
    for (name, value) in object(given, "sources", "weights.sources", judgement)
        .into_iter()
        .flatten()
    {
        let place = format!("weights.sources.{name}");
        match Source::from_code(name) {
            None => {
                judgement.refuse(
                    "SOURCE-UNKNOWN",
                    &place,
                    format!("没有名为{name}的评价来源"),
                );
            }
            Some(source) => {
                if let Some(value) = number(value, &place, judgement) {
                    weights.sources.retain(|(other, _)| *other != source);
                    weights.sources.push((source, value));
                }
            }
        }
    }
    weights
}

fn read_thresholds(input: &Value, judgement: &mut Judgement) -> Thresholds {
    let mut thresholds = Thresholds::default();
    let Some(given) = input.get("grades").filter(|given| !given.is_null()) else {
        return thresholds;
    };
    for (name, bound) in [
        ("excellent", &mut thresholds.excellent),
        ("qualified", &mut thresholds.qualified),
        ("basically_qualified", &mut thresholds.basically_qualified),
    ] {
        if let Some(value) = number_in(given, name, &format!("grades.{name}"), judgement) {
            *bound = value;
        }
    }
    thresholds
}

fn object<'a>(
    value: &'a Value,
    name: &str,
    place: &str,
    judgement: &mut Judgement,
) -> Option<&'a Map<String, Value>> {
    let found = value.get(name).filter(|found| !found.is_null())?;
    if !found.is_object() {
        judgement.refuse("INPUT-FORM", place, format!("{name}应是一个JSON对象"));
    }
    found.as_object()
}

fn list<'a>(value: &'a Value, name: &str, judgement: &mut Judgement) -> &'a [Value] {
    match value.get(name) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(_) => {
            judgement.refuse("INPUT-FORM", name, format!("{name}应是一个JSON数组"));
            &[]
        }
    }
}

fn number_in(value: &Value, name: &str, place: &str, judgement: &mut Judgement) -> Option<Exact> {
    let found = value.get(name).filter(|found| !found.is_null())?;
    number(found, place, judgement)
}

fn number(value: &Value, place: &str, judgement: &mut Judgement) -> Option<Exact> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    match text.parse() {
        Ok(number) => Some(number),
        Err(_) => {
            judgement.refuse(
                "INPUT-NUMBER",
                place,
                format!(
                    "“{}”不是有效的数字",
                    text.chars().take(60).collect::<String>()
                ),
            );
            None
        }
    }
}

fn count_in(value: &Value, name: &str, place: &str, judgement: &mut Judgement) -> Option<u32> {
    let found = value.get(name).filter(|found| !found.is_null())?;
    let count = match found {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_u64().and_then(|count| u32::try_from(count).ok()),
    };
    if count.is_none() {
        judgement.refuse(
            "INPUT-NUMBER",
            place,
            format!("{name}应是份数（不小于0的整数）"),
        );
    }
    count
}

fn answer(composition: &Composition, input: &Value) -> Value {
    let host = &composition.host;
    let dropped: Vec<Value> = host
        .dropped
        .iter()
        .map(|dropped| json!({ "source": dropped.source.code(), "reason": dropped.reason }))
        .collect();
    let values = [
        ("host", Some(&host.host)),
        ("multi_source", host.multi_source.as_ref()),
        ("host_combined", Some(&host.host_combined)),
        ("sending", Some(&composition.sending)),
        ("year_final", Some(&composition.year_final)),
        ("stage_mean", composition.stage_mean.as_ref()),
    ];
    let mut out = Map::new();
    let mut approx = Map::new();
    for (name, value) in values {
        let text = given_total(input, name).or_else(|| value.map(ToString::to_string));
        out.insert(name.to_owned(), json!(text));
        if let Some(value) = value.filter(|value| !value.is_finite_decimal()) {
            approx.insert(name.to_owned(), json!(value.round_half_up(6)));
        }
    }
    out.insert("year".to_owned(), json!(composition.year));
    out.insert("grade".to_owned(), json!(composition.grade.word()));
    out.insert("dropped_sources".to_owned(), json!(dropped));
    out.insert("steps".to_owned(), json!(composition.steps));
    if !approx.is_empty() {
        out.insert("approx".to_owned(), Value::Object(approx));
    }
    Value::Object(out)
}

/// A total that was given as a decimal comes back as it was given, with its zeros.
fn given_total(input: &Value, name: &str) -> Option<String> {
    let text = input.get(name)?.get("total")?.as_str()?.trim();
    (!text.contains('/')).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Value {
        json!({
            "host": { "total": "86.40" },
            "sending": { "total": "82" },
            "sources": {
                "leaders": { "score": "88", "invited": 5, "returned": 5 },
                "peers": { "score": "85", "invited": 20, "returned": 20 },
                "pupils": { "score": "90.5", "invited": 45, "returned": 44 },
                "parents": { "score": "87", "invited": 45, "returned": 40 },
                "self": { "score": "92" }
            },
            "stages": ["84", "88"]
        })
    }

    #[test]
    fn the_worked_example_answers_as_the_contract_says() {
        let answer = compute(&example()).unwrap();
        for (key, value) in [
            ("host", "86.40"),
            ("multi_source", "88.175"),
            ("host_combined", "86.9325"),
            ("sending", "82"),
            ("year_final", "85.45275"),
            ("stage_mean", "86"),
            ("year", "85.62"),
            ("grade", "合格"),
        ] {
            assert_eq!(answer[key], value, "{key}");
        }
        assert!(answer.get("approx").is_none());
    }

    #[test]
    fn a_value_without_a_finite_decimal_is_a_fraction_and_an_approximation() {
        let mut input = example();
        input["sources"]["peers"]["score"] = json!("86");
        input["sources"]["pupils"] = json!({ "score": "90.5", "invited": 45, "returned": 29 });
        let answer = compute(&input).unwrap();
        assert!(answer["multi_source"].as_str().unwrap().contains('/'));
        // (88×30 + 86×25 + 87×10 + 92×10) ÷ 75.
        assert_eq!(answer["multi_source"], "1316/15");
        assert_eq!(answer["approx"]["multi_source"], "87.733333");
        assert_eq!(answer["dropped_sources"][0]["source"], "pupils");
    }

    #[test]
    fn nonsense_is_refused_with_all_reasons_and_never_panics() {
        for input in [
            json!(null),
            json!([]),
            json!({ "host": 5 }),
            json!({ "host": { "total": "abc" }, "sending": { "total": {} } }),
            json!({ "stages": "84", "vetoes": ["V9"], "sources": [] }),
            json!({ "weights": { "sources": { "ghosts": "1" } } }),
        ] {
            assert!(!compute(&input).unwrap_err().is_empty(), "{input}");
        }
    }
}
