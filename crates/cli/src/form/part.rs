//! A JSON value at its place, as a shape asks for it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Sheet, inside};

/// Why reading stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// A required field is not there.
    Missing {
        name: &'static str,
        place: Option<String>,
    },
    /// Anything else that a shape says.
    Said(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name, .. } => write!(f, "缺少“{name}”"),
            Self::Said(said) => f.write_str(said),
        }
    }
}

impl std::error::Error for Stop {}

impl serde::de::Error for Stop {
    fn custom<T: fmt::Display>(said: T) -> Self {
        Self::Said(said.to_string())
    }

    fn missing_field(name: &'static str) -> Self {
        Self::Missing { name, place: None }
    }
}

impl Stop {
    /// The same, with the place of the object that lacks the field.
    fn within(self, outer: &str) -> Self {
        match self {
            Self::Missing { name, place: None } => Self::Missing {
                name,
                place: Some(inside(outer, name)),
            },
            other => other,
        }
    }
}

/// A value at its place; without a value it is a stand-in for one that is missing or of another kind.
pub(super) struct Part<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) place: String,
    pub(super) value: Option<&'a Value>,
}

impl<'a> Part<'a> {
    fn inner(&self, name: &str, value: Option<&'a Value>) -> Self {
        Part {
            sheet: self.sheet,
            place: inside(&self.place, name),
            value,
        }
    }

    /// A whole number of at most `largest`; 0 where there is none.
    fn whole(&self, largest: u64) -> u64 {
        let Some(value) = self.value else { return 0 };
        match value.as_u64() {
            Some(number) if number <= largest => number,
            _ => {
                let wanted = format!("0到{largest}的整数");
                self.sheet.refuse(&self.place, value, &wanted);
                0
            }
        }
    }

    /// What `take` finds in the value; nothing where it is of another kind, which is noted.
    fn taken<T>(&self, wanted: &str, take: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.value?;
        let taken = take(value);
        if taken.is_none() {
            self.sheet.refuse(&self.place, value, wanted);
        }
        taken
    }

    fn text(&self) -> &'a str {
        self.taken("文字（写在引号里）", Value::as_str)
            .unwrap_or_default()
    }
}

impl<'de> Deserializer<'de> for Part<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.value {
            None | Some(Value::Null) => visitor.visit_unit(),
            Some(Value::Bool(_)) => self.deserialize_bool(visitor),
            Some(Value::Number(_)) => self.deserialize_u64(visitor),
            Some(Value::String(_)) => self.deserialize_str(visitor),
            Some(Value::Array(_)) => self.deserialize_seq(visitor),
            Some(Value::Object(_)) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let is_true = self.taken("true 或 false", Value::as_bool);
        visitor.visit_bool(is_true.unwrap_or_default())
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(self.whole(u8::MAX.into()))
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(self.whole(u16::MAX.into()))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(self.whole(u32::MAX.into()))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(self.whole(u64::MAX))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.value {
            None | Some(Value::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let items = self.taken("列表（写在[ ]里）", Value::as_array);
        visitor.visit_seq(Items {
            items: items.map_or(&[][..], Vec::as_slice),
            next: 0,
            list: &self,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let object = self.taken("JSON对象（写在{ }里）", Value::as_object);
        let entries = object
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.as_str(), self.inner(name, Some(value))))
            .collect();
        visitor.visit_map(Entries::new(entries))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let object = self.taken("JSON对象（写在{ }里）", Value::as_object);
        if let Some(object) = object {
            self.sheet.judge_names(&self.place, object.iter(), fields);
        }
        let mut entries = Vec::new();
        for name in fields {
            let value = object.and_then(|object| object.get(*name));
            let part = self.inner(name, value);
            if value.is_some() || self.sheet.missing.borrow().contains(&part.place) {
                entries.push((*name, part));
            }
        }
        visitor
            .visit_map(Entries::new(entries))
            .map_err(|stop| stop.within(&self.place))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        enum identifier ignored_any
    }
}

/// The items of a list.
struct Items<'a> {
    items: &'a [Value],
    next: usize,
    list: &'a Part<'a>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Stop> {
        let Some(value) = self.items.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        // Counted from 1, as people count.
        let part = self.list.inner(&self.next.to_string(), Some(value));
        seed.deserialize(part).map(Some)
    }
}

/// Names with their values.
struct Entries<'a> {
    entries: std::vec::IntoIter<(&'a str, Part<'a>)>,
    value: Option<Part<'a>>,
}

impl<'a> Entries<'a> {
    fn new(entries: Vec<(&'a str, Part<'a>)>) -> Self {
        Self {
            entries: entries.into_iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Stop> {
        let Some((name, part)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(part);
        let name: serde::de::value::StrDeserializer<'_, Stop> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Stop> {
        match self.value.take() {
            Some(part) => seed.deserialize(part),
            None => Err(Stop::Said("没有取到值".to_owned())),
        }
    }
}
