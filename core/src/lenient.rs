//! Fields of records, read leniently: what is strange stays in one field.

use crate::{Amount, Value};

/// The largest whole number below which every whole number has a floating-point number of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What a record says in one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told<T> {
    /// The record has no such field.
    #[default]
    Missing,
    /// Nothing: null, or an empty text.
    Nothing,
    /// This.
    Is(T),
    /// Something that it should not be, in words.
    Strange(String),
}

impl<T> Told<T> {
    /// What it says, if it says something that can be used.
    pub fn known(&self) -> Option<&T> {
        match self {
            Told::Is(value) => Some(value),
            _ => None,
        }
    }

    /// In words, for sentences: `null or nothing`, `"soon"`. Empty where there is no such field.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Told::Missing | Told::Is(_) => String::new(),
            Told::Nothing => "nothing".to_owned(),
            Told::Strange(what) => what.clone(),
        }
    }

    /// The field of that name, read.
    pub(crate) fn read(record: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Told<T> {
        match record.get(name) {
            None => Told::Missing,
            Some(Value::Null) => Told::Nothing,
            Some(Value::Text(text)) if text.trim_ascii().is_empty() => Told::Nothing,
            Some(value) => match (read(value), value) {
                (Some(value), _) => Told::Is(value),
                (None, Value::Float(_)) => Told::Strange(format!(
                    "{}, which may have lost digits; hand over what the client answered, or texts",
                    value.in_words()
                )),
                (None, value) => Told::Strange(value.in_words()),
            },
        }
    }
}

/// `Y`, `N`, true, 1, `"1"` and so on.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Text(text) => match text.trim_ascii() {
            "Y" | "y" | "1" | "true" => Some(true),
            "N" | "n" | "0" | "false" => Some(false),
            _ => None,
        },
        value => match whole(value)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
    }
}

/// An exact decimal: a text or a number. Floating-point numbers only where they are whole, which JavaScript does not tell
/// apart from whole numbers.
pub(crate) fn amount(value: &Value) -> Option<Amount> {
    match value {
        Value::Amount(amount) => Some(*amount),
        Value::Integer(number) => Amount::new(*number, 0),
        Value::Text(text) => Amount::parse(text.trim_ascii()).ok(),
        Value::Float(number) if number.trunc() == *number && number.abs() <= EXACT => Amount::new(*number as i64, 0),
        _ => None,
    }
}

/// A whole number, as text or number.
pub(crate) fn whole(value: &Value) -> Option<i64> {
    amount(value)?.minor_units(0).ok()
}

/// A text without the blanks around it. Ids come as numbers too.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.trim_ascii().to_owned()),
        value => whole(value).map(|number| number.to_string()),
    }
}

/// A text as it stands. Texts of digits come as numbers too.
pub(crate) fn verbatim(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        other => text(other),
    }
}

/// A day or a moment, as text.
pub(crate) fn time(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.trim_ascii().to_owned()),
        Value::Time(time) => Some(time.to_string()),
        _ => None,
    }
}
