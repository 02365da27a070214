//! A record as a list of named values: bound to a statement and compared for the log from the same list, so
//! that nothing is saved that the log does not know.
//!
//! Must never: let an ID number's digest, a phone number, a key, a picture or the ground of an exemption into the
//! log.

use std::borrow::Cow;

use rusqlite::ToSql;
use rusqlite::types::Value;
use serde_json::{Map, Value as Json};

/// How a value shows in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// As it is.
    Plain,
    /// Only that it is there or that it changed.
    Masked,
    /// Not at all: it follows from the others.
    Never,
}

/// What stands in the log for a masked value.
const MASK: &str = "***";

/// Named values; the names begin with the colon of a statement's places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Vec<(Cow<'static, str>, Value, Shown)>);

impl Fields {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a value that the log shows.
    pub(crate) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Value>,
    ) -> Self {
        self.0.push((name.into(), value.into(), Shown::Plain));
        self
    }

    /// Adds a value of which the log shows only that it changed.
    pub(crate) fn with_masked(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name.into(), value.into(), Shown::Masked));
        self
    }

    /// Adds a value that the log does not show.
    pub(crate) fn with_unlogged(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name.into(), value.into(), Shown::Never));
        self
    }

    /// Takes over all values of another list.
    pub(crate) fn with_all(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The same values under longer names, for the log: those of the second goal become `goals.2.text`.
    pub(crate) fn named_under(self, prefix: &str) -> Self {
        let name = |name: &str| Cow::from(format!("{prefix}.{}", name.trim_start_matches(':')));
        Self(
            self.0
                .into_iter()
                .map(|(own, value, shown)| (name(&own), value, shown))
                .collect(),
        )
    }

    /// As a statement takes them.
    pub(crate) fn bound(&self) -> Vec<(&str, &dyn ToSql)> {
        self.0
            .iter()
            .map(|(name, value, _)| (name.as_ref(), value as &dyn ToSql))
            .collect()
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(other, ..)| other == name)
            .map(|(_, value, _)| value)
    }

    /// What the log shows of these values where `other` has another one; of all when there is no other.
    pub(crate) fn unlike(&self, other: Option<&Self>) -> Map<String, Json> {
        self.0
            .iter()
            .filter(|(_, _, shown)| *shown != Shown::Never)
            .filter(|(name, value, _)| match other {
                Some(other) => other.value(name) != Some(value),
                None => !is_empty(value),
            })
            .map(|(name, value, shown)| {
                let json = match shown {
                    Shown::Masked if !is_empty(value) => Json::from(MASK),
                    _ => json(value),
                };
                (name.trim_start_matches(':').to_owned(), json)
            })
            .collect()
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        _ => false,
    }
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => Json::from(*number),
        Value::Real(_) | Value::Blob(_) => Json::from(MASK),
        Value::Text(text) => Json::from(text.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_logged_and_a_masked_value_does_not_show() {
        let before = Fields::new()
            .with(":name", "林一".to_owned())
            .with(":subject", "语文".to_owned())
            .with_masked(":phone", "123".to_owned())
            .with_unlogged(":key", "a".to_owned());
        let after = Fields::new()
            .with(":name", "林一".to_owned())
            .with(":subject", "数学".to_owned())
            .with_masked(":phone", "456".to_owned())
            .with_unlogged(":key", "b".to_owned());
        let logged = Json::Object(after.unlike(Some(&before)));
        assert_eq!(logged.to_string(), r#"{"phone":"***","subject":"数学"}"#);
    }
}
