//! What values a parameter may have: its bounds or its list, and how a typed text is judged against them.

use super::value::{MonthDay, Value};
use crate::exact::Points;

/// A code with its word.
pub type Choice = (&'static str, &'static str);

/// The shape of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number between two bounds, both included, with its unit.
    Whole(u32, u32, &'static str),
    /// A number with two decimals between two bounds in hundredths, both included, with its unit.
    Decimal(i32, i32, &'static str),
    /// Yes or no.
    Flag,
    /// One of a list.
    One(&'static [Choice]),
    /// Any of a list.
    Any(&'static [Choice]),
    /// A day of every year.
    MonthDay,
    /// A text of at most 200 characters.
    Text,
}

/// Longest free text.
const LONGEST_TEXT: usize = 200;

impl Kind {
    /// Stable code, for the page to know what to draw.
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole(..) => "whole",
            Self::Decimal(..) => "decimal",
            Self::Flag => "flag",
            Self::One(_) => "one",
            Self::Any(_) => "any",
            Self::MonthDay => "month_day",
            Self::Text => "text",
        }
    }

    /// The unit of a number; empty for everything else.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Whole(_, _, unit) | Self::Decimal(_, _, unit) => unit,
            _ => "",
        }
    }

    /// The list to choose from; empty for everything else.
    pub fn choices(self) -> &'static [Choice] {
        match self {
            Self::One(choices) | Self::Any(choices) => choices,
            _ => &[],
        }
    }

    /// Reads a typed text.
    ///
    /// # Errors
    /// What to type instead, in Chinese.
    pub fn read(self, text: &str) -> Result<Value, String> {
        let text = text.trim();
        match self {
            Self::Whole(low, high, unit) => text
                .parse()
                .ok()
                .filter(|number| (low..=high).contains(number))
                .map(Value::Whole)
                .ok_or_else(|| format!("请填写{low}到{high}之间的整数（{}）", unit_or(unit))),
            Self::Decimal(low, high, unit) => text
                .parse::<Points>()
                .ok()
                .filter(|points| (low..=high).contains(&points.hundredths()))
                .map(Value::Decimal)
                .ok_or_else(|| {
                    format!(
                        "请填写{}到{}之间的数，最多两位小数（{}）",
                        Points::from_hundredths(low),
                        Points::from_hundredths(high),
                        unit_or(unit)
                    )
                }),
            Self::Flag => match text {
                "true" | "是" => Ok(Value::Flag(true)),
                "false" | "否" => Ok(Value::Flag(false)),
                _ => Err("请选择“是”或“否”".to_owned()),
            },
            Self::One(choices) => known(choices, text)
                .map(Value::code)
                .ok_or_else(|| format!("“{text}”不在可选的项目中")),
            Self::Any(choices) => any(choices, text),
            Self::MonthDay => MonthDay::read(text)
                .map(Value::MonthDay)
                .ok_or_else(|| "请写成月-日，如 08-31".to_owned()),
            Self::Text if text.chars().count() <= LONGEST_TEXT => Ok(Value::text(text)),
            Self::Text => Err(format!("内容过长，最多{LONGEST_TEXT}个字")),
        }
    }

    /// A value as a person reads it, with its unit and the words of its codes.
    pub fn words(self, value: &Value) -> String {
        match value {
            Value::Flag(true) => "是".to_owned(),
            Value::Flag(false) => "否".to_owned(),
            Value::MonthDay(day) => day.on_paper(),
            Value::Codes(codes) => {
                let words: Vec<&str> = codes
                    .iter()
                    .map(|code| {
                        self.choices()
                            .iter()
                            .find(|(known, _)| known == code)
                            .map_or(code.as_str(), |(_, word)| word)
                    })
                    .collect();
                words.join("、")
            }
            Value::Whole(_) | Value::Decimal(_) => format!("{value}{}", self.unit()),
            Value::Text(text) => text.clone(),
        }
    }

    /// True when a value has this shape and lies within its bounds.
    pub fn admits(self, value: &Value) -> bool {
        self.read(&value.to_string()).as_ref() == Ok(value)
    }
}

fn unit_or(unit: &'static str) -> &'static str {
    if unit.is_empty() { "数" } else { unit }
}

fn known(choices: &'static [Choice], text: &str) -> Option<&'static str> {
    choices
        .iter()
        .find(|(code, word)| *code == text || *word == text)
        .map(|(code, _)| *code)
}

/// Several codes, put into the order of the list.
fn any(choices: &'static [Choice], text: &str) -> Result<Value, String> {
    let mut chosen = Vec::new();
    for part in text.split([',', '、', '，']).map(str::trim) {
        if part.is_empty() {
            continue;
        }
        chosen.push(known(choices, part).ok_or_else(|| format!("“{part}”不在可选的项目中"))?);
    }
    let ordered: Vec<&str> = choices
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| chosen.contains(code))
        .collect();
    Ok(Value::codes(&ordered))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_out_of_its_bounds_or_its_list_is_refused_and_says_what_to_type() {
        let years = Kind::Whole(15, 80, "周岁");
        assert_eq!(years.read(" 50 "), Ok(Value::Whole(50)));
        for text in ["-1", "0", "81", "五十", "50.5", ""] {
            assert!(years.read(text).unwrap_err().contains("15到80"), "{text}");
        }
        let weight = Kind::Decimal(0, 100, "");
        assert_eq!(weight.read("0.7").unwrap().to_string(), "0.7");
        assert!(weight.read("1.01").is_err());
        let list = Kind::Any(&[("a", "甲"), ("b", "乙")]);
        assert_eq!(list.read("乙,a").unwrap().to_string(), "a,b");
        assert!(list.read("丙").is_err());
        assert_eq!(list.words(&Value::codes(&["a", "b"])), "甲、乙");
    }
}
