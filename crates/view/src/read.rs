//! Reads texts from the edge into domain values, noting what cannot be read.

use std::str::FromStr;

use chrono::NaiveDate;
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
        judgement.refuse("ID-INVALID", place, "请先选择一项");
    }
    id
}

/// A value of one of the domain's lists, by its code or its word.
pub(crate) fn choice<T>(
    text: &str,
    named: impl Fn(&str) -> Option<T>,
    place: &str,
    judgement: &mut Judgement,
) -> Option<T> {
    let value = named(text.trim());
    if value.is_none() {
        judgement.refuse("INPUT-CHOICE", place, format!("“{text}”不在可选的项目中"));
    }
    value
}

/// Like [`choice`], with an empty text for nothing chosen.
pub(crate) fn optional_choice<T>(
    text: Option<&str>,
    named: impl Fn(&str) -> Option<T>,
    place: &str,
    judgement: &mut Judgement,
) -> Option<T> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    choice(text, named, place, judgement)
}
