//! A value nobody has checked yet: what callers hand over as parameters, and what the sandbox answers with.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::wire::json::push_text;
use crate::{Amount, Time};

/// A parameter, or a tree of them.
///
/// The bindings turn what their language has into this; Rust callers get one from any serde format, for example
/// `serde_json::from_value`.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Not given. Left out when sent.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A binary floating-point number. Never sent: it is kept only to say what is wrong with it.
    Float(f64),
    /// An exact decimal.
    Amount(Amount),
    /// A day, with or without a time of day.
    Time(Time),
    /// Text.
    Text(String),
    /// Values one after the other.
    List(Vec<Value>),
    /// Values by name, in order.
    Map(Vec<(String, Value)>),
    /// Something of the caller's language that has no form on the wire, in words: `a function`.
    Odd(String),
}

impl Value {
    /// The value under `name`, if this is a map that has it.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether this is a text, a list or a group without anything in it: on the wire, there is nothing of it.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(fields) => fields.is_empty(),
            _ => false,
        }
    }

    /// A few words for messages: `"tomorrow"`, `the number 5`, `a list`.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Value::Null => "nothing".to_owned(),
            Value::Bool(flag) => flag.to_string(),
            Value::Integer(number) => format!("the number {number}"),
            Value::Float(number) => format!("the floating-point number {}", roughly(*number)),
            Value::Amount(amount) => format!("the amount {amount}"),
            Value::Time(time) => format!("the time {time}"),
            Value::Text(text) => quoted(text),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a group of fields".to_owned(),
            Value::Odd(what) => what.clone(),
        }
    }
}

/// A floating-point number with up to six decimals. The standard library's exact form would weigh 8 KB in a page.
fn roughly(number: f64) -> String {
    let millionths = number.abs() * 1e6 + 0.5;
    if millionths.is_nan() || millionths >= 1e18 {
        return "NaN or beyond bounds".to_owned();
    }
    let millionths = millionths as u64;
    let sign = if number < 0.0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// As many characters of a text as messages quote.
const MOST: usize = 40;

/// The text in quotes, shortened where it is long. Control characters are spelled out or replaced.
pub(crate) fn quoted(text: &str) -> String {
    let mut short = String::new();
    let mut rest = text.chars();
    for c in rest.by_ref().take(MOST) {
        short.push(if matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}') {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        });
    }
    let mut out = String::new();
    push_text(&short, &mut out);
    if !rest.as_str().is_empty() {
        out.push_str("...");
    }
    out
}

/// The first characters of a text.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

macro_rules! from {
    ($($type:ty: $variant:ident;)*) => { $(
        impl From<$type> for Value {
            fn from(value: $type) -> Value {
                Value::$variant(value.into())
            }
        }
    )* };
}

from! {
    bool: Bool;
    i64: Integer;
    i32: Integer;
    u32: Integer;
    Amount: Amount;
    Time: Time;
    String: Text;
    &str: Text;
    Vec<Value>: List;
    Vec<(String, Value)>: Map;
}

/// What there is, or nothing.
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

/// A list of things that have a form as plain data.
pub(crate) fn list<'i, T: 'i>(items: impl IntoIterator<Item = &'i T>) -> Value
where
    Value: From<&'i T>,
{
    Value::List(items.into_iter().map(Value::from).collect())
}

impl<const N: usize> From<[(&str, Value); N]> for Value {
    fn from(fields: [(&str, Value); N]) -> Value {
        Value::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Float(number) => serializer.serialize_f64(*number),
            Value::Amount(amount) => amount.serialize(serializer),
            Value::Time(time) => time.serialize(serializer),
            Value::Text(text) | Value::Odd(text) => serializer.serialize_str(text),
            Value::List(values) => serializer.collect_seq(values),
            Value::Map(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a parameter")
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
                Ok(Value::Bool(flag))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Integer(number))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                Ok(i64::try_from(number).map_or_else(|_| Value::Text(number.to_string()), Value::Integer))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
                Ok(Value::Float(number))
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::from(text))
            }

            fn visit_string<E>(self, text: String) -> Result<Value, E> {
                Ok(Value::Text(text))
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_none<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
                Value::deserialize(inner)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Value::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut map = Vec::new();
                while let Some(entry) = entries.next_entry::<String, Value>()? {
                    map.push(entry);
                }
                Ok(Value::Map(map))
            }
        }

        deserializer.deserialize_any(Any)
    }
}
