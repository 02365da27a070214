//! Reads JSON into the shapes of the edge, and says everything that does not fit at once: fields that nobody knows,
//! required fields that are missing, values of another kind.
//!
//! What a list prints may be handed back as it is: a field that is only said may stand in the input while it says
//! what the records say.
//!
//! Must never: let anything that was typed vanish unsaid.

mod part;

use std::cell::RefCell;
use std::collections::BTreeSet;

use app::Failure;
use domain::refusal::Refusal;
use serde::de::DeserializeOwned;
use serde_json::Value;

use part::{Part, Stop};

/// Reads a new record.
pub(crate) fn read<T: DeserializeOwned>(typed: &Value) -> Result<T, Failure> {
    read_at("", typed)
}

/// Reads a part of the input that stands at `place`.
pub(crate) fn read_at<T: DeserializeOwned>(place: &str, typed: &Value) -> Result<T, Failure> {
    Ok(Sheet::new(&Value::Null, &[]).read(place, typed)?)
}

/// Reads a new record, or one that corrects what is on file: where the input names an id, what it leaves unsaid stays
/// as it is, and an id that is not on file makes no new record. `only_said` names the fields of the shape that are
/// printed and never typed.
pub(crate) fn read_over<T: DeserializeOwned>(
    typed: Value,
    only_said: &[&str],
    on_file: impl FnOnce(&str) -> Result<Option<Value>, Failure>,
) -> Result<T, Failure> {
    let known = match typed.get("id").and_then(Value::as_str) {
        Some(id) => on_file(id)?.ok_or_else(|| {
            let message = format!("台账（本学年）中没有编号为“{id}”的这类记录");
            Refusal::at("RECORD-ABSENT", "id", message)
        })?,
        None => Value::Null,
    };
    let whole = laid_over(known.clone(), typed);
    Ok(Sheet::new(&known, only_said).read("", &whole)?)
}

/// What was typed, over what is on file.
pub(crate) fn laid_over(known: Value, typed: Value) -> Value {
    match (known, typed) {
        (Value::Object(mut known), Value::Object(typed)) => {
            for (name, value) in typed {
                let before = known.remove(&name).unwrap_or(Value::Null);
                known.insert(name, laid_over(before, value));
            }
            Value::Object(known)
        }
        (_, typed) => typed,
    }
}

/// Refuses the fields of an object that are none of `fields`.
pub(crate) fn require_known(value: &Value, place: &str, fields: &[&str]) -> Result<(), Refusal> {
    let unknown: Vec<String> = value
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
        .filter(|name| !fields.contains(&name.as_str()))
        .map(|name| inside(place, name))
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(unknown_fields(&unknown, place, fields))
}

fn unknown_fields(unknown: &[String], place: &str, fields: &[&str]) -> Refusal {
    let message = format!(
        "JSON里有不认识的字段：{}；可用的字段：{}",
        unknown.join("、"),
        fields.join("、")
    );
    Refusal::at("INPUT-UNKNOWN", place, message)
}

/// A field at a place.
fn inside(place: &str, name: &str) -> String {
    if place.is_empty() {
        name.to_owned()
    } else {
        format!("{place}.{name}")
    }
}

/// What is found wrong while one input is read. It is read again with a stand-in for each missing field, so that the
/// next one is found too.
struct Sheet<'a> {
    /// The record on file as the list prints it; `null` for a new one.
    known: &'a Value,
    only_said: &'a [&'a str],
    /// Places of required fields that are not there.
    missing: RefCell<BTreeSet<String>>,
    /// Places that were named already: what lacks inside them is not named again.
    covered: RefCell<BTreeSet<String>>,
    refusals: RefCell<Vec<Refusal>>,
}

impl<'a> Sheet<'a> {
    fn new(known: &'a Value, only_said: &'a [&'a str]) -> Self {
        Self {
            known,
            only_said,
            missing: RefCell::default(),
            covered: RefCell::default(),
            refusals: RefCell::default(),
        }
    }

    fn read<T: DeserializeOwned>(&self, place: &str, value: &Value) -> Result<T, Vec<Refusal>> {
        loop {
            self.refusals.borrow_mut().clear();
            self.covered.borrow_mut().clear();
            let part = Part {
                sheet: self,
                place: place.to_owned(),
                value: Some(value),
            };
            match T::deserialize(part) {
                Ok(read) => {
                    let refusals = self.all_refusals();
                    return if refusals.is_empty() {
                        Ok(read)
                    } else {
                        Err(refusals)
                    };
                }
                // Each round finds one more; there are only so many fields.
                Err(Stop::Missing {
                    place: Some(place), ..
                }) if self.missing.borrow_mut().insert(place.clone()) => {}
                Err(stop) => {
                    let mut refusals = self.all_refusals();
                    let message = format!("JSON的内容不符合要求（{stop}）");
                    refusals.push(Refusal::at("INPUT-FORM", place, message));
                    return Err(refusals);
                }
            }
        }
    }

    /// What was found, the missing fields after the rest.
    fn all_refusals(&self) -> Vec<Refusal> {
        let mut refusals = self.refusals.borrow().clone();
        let covered = self.covered.borrow();
        let missing = self.missing.borrow();
        let is_inside_another = |place: &str| {
            place.match_indices('.').any(|(at, _)| {
                let outer = place.get(..at).unwrap_or_default();
                covered.contains(outer) || missing.contains(outer)
            }) || covered.contains("")
        };
        refusals.extend(
            missing
                .iter()
                .filter(|place| !is_inside_another(place))
                .map(|place| {
                    Refusal::at(
                        "INPUT-FORM",
                        place.clone(),
                        format!("JSON中缺少“{place}”一项"),
                    )
                }),
        );
        refusals
    }

    /// Notes a value of another kind than is asked for; a stand-in is read instead of it.
    fn refuse(&self, place: &str, value: &Value, wanted: &str) {
        let said: String = value.to_string().chars().take(40).collect();
        let message = if place.is_empty() {
            format!("输入应是{wanted}，不能是 {said}")
        } else {
            format!("字段“{place}”应是{wanted}，不能是 {said}")
        };
        self.covered.borrow_mut().insert(place.to_owned());
        self.refusals
            .borrow_mut()
            .push(Refusal::at("INPUT-FORM", place, message));
    }

    /// Notes the fields of an object that the shape does not hear.
    fn judge_names<'n>(
        &self,
        place: &str,
        names: impl Iterator<Item = (&'n String, &'n Value)>,
        fields: &[&str],
    ) {
        let is_heard = |name: &str| {
            fields.contains(&name) && !(place.is_empty() && self.only_said.contains(&name))
        };
        let (mut unknown, mut only_said) = (Vec::new(), Vec::new());
        for (name, value) in names.filter(|(name, _)| !is_heard(name)) {
            match self.on_file(&inside(place, name)) {
                Some(known) if known == value => {}
                None if !fields.contains(&name.as_str()) => unknown.push(inside(place, name)),
                _ => only_said.push(inside(place, name)),
            }
        }
        let mut refusals = self.refusals.borrow_mut();
        if !unknown.is_empty() {
            let heard: Vec<&str> = fields
                .iter()
                .copied()
                .filter(|name| is_heard(name))
                .collect();
            refusals.push(unknown_fields(&unknown, place, &heard));
        }
        if !only_said.is_empty() {
            let message = format!(
                "字段{}只供查看，不能在这里填写或更改；请去掉，或保持台账中的值",
                only_said.join("、")
            );
            refusals.push(Refusal::at("INPUT-READONLY", place, message));
        }
    }

    /// What the record on file says at a place.
    fn on_file(&self, place: &str) -> Option<&'a Value> {
        place
            .split('.')
            .try_fold(self.known, |value, name| match value {
                Value::Array(items) => items.get(name.parse::<usize>().ok()?.checked_sub(1)?),
                value => value.get(name),
            })
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use serde_json::json;

    use super::*;

    fn said<T: DeserializeOwned + fmt::Debug>(typed: &Value) -> Vec<String> {
        let refusals = read::<T>(typed).unwrap_err().refusals;
        refusals
            .into_iter()
            .map(|refusal| refusal.message)
            .collect()
    }

    #[test]
    fn whatever_does_not_fit_is_said_at_once_and_in_chinese() {
        let typed = json!({
            "zzz": 1, "startt_on": "2026-09-01", "event": 7,
            "post": { "weekly_lessons": -1, "is_homeroom": "是" },
        });
        assert_eq!(
            said::<view::StepForm>(&typed)
                .into_iter()
                .map(|said| said.split("；可用").next().unwrap().to_owned())
                .collect::<Vec<_>>(),
            [
                "JSON里有不认识的字段：startt_on、zzz",
                "字段“event”应是文字（写在引号里），不能是 7",
                "字段“post.weekly_lessons”应是0到255的整数，不能是 -1",
                "字段“post.is_homeroom”应是true 或 false，不能是 \"是\"",
                "JSON中缺少“on”一项",
                "JSON中缺少“post.mode”一项",
                "JSON中缺少“post.post_mode”一项",
            ]
        );
        assert_eq!(
            said::<view::AssignmentForm>(&json!([])),
            ["输入应是JSON对象（写在{ }里），不能是 []"]
        );
        let goals = json!([{ "text": "甲", "weight": 300 }, { "host": {} }]);
        assert_eq!(
            said::<Vec<view::WorkGoal>>(&goals),
            [
                "字段“1.weight”应是0到255的整数，不能是 300",
                "JSON中缺少“2.host.achieved”一项",
                "JSON中缺少“2.host.result”一项",
                "JSON中缺少“2.text”一项",
                "JSON中缺少“2.weight”一项",
            ]
        );
    }

    #[test]
    fn what_a_list_prints_is_taken_back_and_nothing_else_beside_it() {
        let known = json!({ "id": "1", "name": "望江小学", "is_mine": true, "key": null });
        let over =
            |typed: Value| read_over::<view::SchoolForm>(typed, &[], |_| Ok(Some(known.clone())));
        let mut typed = known.clone();
        typed["principal"] = json!("简凝");
        assert_eq!(over(typed.clone()).unwrap().principal, "简凝");
        typed["is_mine"] = json!(false);
        typed["zzz"] = json!(1);
        let codes: Vec<&str> = over(typed)
            .unwrap_err()
            .refusals
            .iter()
            .map(|refusal| refusal.code)
            .collect();
        assert_eq!(codes, ["INPUT-UNKNOWN", "INPUT-READONLY"]);
        // A new record has nothing on file to be the same as.
        assert!(read::<view::SchoolForm>(&json!({ "name": "甲", "is_mine": true })).is_err());
    }
}
