//! Reads texts from the edge into domain values, noting what cannot be read.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::coded::{Coded, words_and_codes};
use domain::exact::Points;
use domain::id::Id;
use domain::refusal::Judgement;

/// A number of points, or nothing for an empty text.
pub(crate) fn points(text: Option<&str>, place: &str, judgement: &mut Judgement) -> Option<Points> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    match text.parse() {
        Ok(points) => Some(points),
        Err(domain::exact::InvalidNumber(_)) => {
            judgement.refuse(
                "INPUT-NUMBER",
                place,
                format!("“{text}”不是有效的分数，请填写最多两位小数的数字"),
            );
            None
        }
    }
}

/// 折算系数.
pub(crate) fn credit(text: &str, place: &str, judgement: &mut Judgement) -> Option<Points> {
    let text = text.trim();
    let credit = text.parse().ok();
    if credit.is_none() && !text.is_empty() {
        judgement.refuse(
            "INPUT-NUMBER",
            place,
            format!("“{text}”不是有效的折算系数，请填1或制度规定的倍数"),
        );
    }
    credit
}

/// A date `2026-08-31`, or nothing for an empty text.
pub(crate) fn date(
    text: Option<&str>,
    place: &str,
    judgement: &mut Judgement,
) -> Option<NaiveDate> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    let date = NaiveDate::from_str(text).ok();
    if date.is_none() {
        judgement.refuse(
            "INPUT-DATE",
            place,
            format!("日期“{text}”写法不对，请写成 2026-08-31"),
        );
    }
    date
}

/// An id.
pub(crate) fn id<Noun>(text: &str, place: &str, judgement: &mut Judgement) -> Option<Id<Noun>> {
    let id = text.parse().ok();
    if id.is_none() {
        let message = match text.trim() {
            "" => "请先选择一项".to_owned(),
            text => format!("{}编号“{text}”无效", noun_of(place)),
        };
        judgement.refuse("ID-INVALID", place, message);
    }
    id
}

/// Whose id a place asks for, in front of the word 编号; nothing where the form itself says it.
fn noun_of(place: &str) -> &'static str {
    match place {
        "teacher_id" => "教师",
        "sending_school_id" => "派出学校",
        "host_school_id" => "受援学校",
        "home_school_id" | "to_school_id" | "wishes" => "学校",
        "assignment_id" | "members" => "交流安排",
        "appraisal_id" => "考核",
        _ => "",
    }
}

/// A value of one of the domain's lists, by its code or its word.
pub(crate) fn choice<T: Coded>(
    text: &str,
    named: impl Fn(&str) -> Option<T>,
    place: &str,
    judgement: &mut Judgement,
) -> Option<T> {
    let value = named(text.trim());
    if value.is_none() {
        let choices = words_and_codes::<T>();
        let message = match text.trim() {
            "" => format!("请选择一项：{choices}"),
            text => format!("“{text}”不在可选的项目中，可填：{choices}"),
        };
        judgement.refuse("INPUT-CHOICE", place, message);
    }
    value
}

/// Like [`choice`], with an empty text for nothing chosen.
pub(crate) fn optional_choice<T: Coded>(
    text: Option<&str>,
    named: impl Fn(&str) -> Option<T>,
    place: &str,
    judgement: &mut Judgement,
) -> Option<T> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    choice(text, named, place, judgement)
}
