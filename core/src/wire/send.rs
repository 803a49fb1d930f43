//! Typed parameters on their way to the wire: each type says its kind and becomes a [`Value`], which is then checked.

use std::collections::BTreeMap;

use super::view::View;
use super::{Kind, Spec};
use crate::{Amount, Moment, Value};

/// A function of the service, as the type of its parameters.
pub trait Function: Wire {
    /// What a successful answer is read as.
    type Answer: View;
    /// Its row of the catalogue.
    const SPEC: &'static Spec;
}

/// A type that parameters may have.
pub trait Wire: Sized {
    /// What the table says about such a field.
    const KIND: Kind;
    /// Whether a field of this type has to be there.
    const REQUIRED: bool = true;

    /// The value to check and send; `None` leaves the field out.
    fn value(self) -> Option<Value>;

    /// Adds the value under `name`.
    fn put(self, name: &'static str, fields: &mut Vec<(String, Value)>) {
        if let Some(value) = self.value() {
            fields.push((name.to_owned(), value));
        }
    }
}

impl<T: Wire> Wire for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn value(self) -> Option<Value> {
        self?.value()
    }

    fn put(self, name: &'static str, fields: &mut Vec<(String, Value)>) {
        if let Some(value) = self {
            value.put(name, fields);
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

    fn value(self) -> Option<Value> {
        Some(Value::List(self.into_iter().filter_map(T::value).collect()))
    }
}

/// Values under names that are data themselves, for example quantities by product.
pub type Map<T> = BTreeMap<String, T>;

impl<T: Wire> Wire for Map<T> {
    const KIND: Kind = Kind::Map(&T::KIND);

    fn value(self) -> Option<Value> {
        Some(Value::Map(self.into_iter().filter_map(|(name, value)| Some((name, value.value()?))).collect()))
    }
}

macro_rules! plain_wire {
    ($($type:ty: $kind:ident;)*) => { $(
        impl Wire for $type {
            const KIND: Kind = Kind::$kind;

            fn value(self) -> Option<Value> {
                Some(self.into())
            }
        }
    )* };
}

plain_wire! {
    String: Text;
    i64: Integer;
    bool: Flag;
    Amount: Amount;
    Value: Any;
    Id: Id;
    Moment: Moment;
    Day: Day;
    Month: Month;
    Joined: Joined;
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident)*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name(text)
            }
        }

        impl From<$name> for Value {
            fn from(text: $name) -> Value {
                Value::Text(text.0)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

texts! {
    /// The id of a record: digits or a short code, kept as text because e-ticket numbers have 20 digits.
    Id
    /// A day: `2026-10-05`, `now`, `today`, or relative such as `-3d`. Checked before it is sent.
    Day
    /// A month: `2026-10`. Checked before it is sent.
    Month
}

impl From<i64> for Id {
    fn from(number: i64) -> Self {
        Id(number.to_string())
    }
}

impl From<i32> for Id {
    fn from(number: i32) -> Self {
        Id(number.to_string())
    }
}

impl From<u32> for Id {
    fn from(number: u32) -> Self {
        Id(number.to_string())
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Id(number.to_string())
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Value {
        Value::Text(moment.to_string())
    }
}

/// Several values in one field, joined by commas: product numbers, order ids, roles.
///
/// ```
/// use digistore24::Joined;
/// assert_eq!(Joined::from(["111", "222"]), Joined::from("111,222"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined(Vec<String>);

impl From<&str> for Joined {
    fn from(text: &str) -> Self {
        Joined(text.split(',').map(|part| part.trim().to_owned()).collect())
    }
}

impl From<String> for Joined {
    fn from(text: String) -> Self {
        Joined::from(text.as_str())
    }
}

impl<T: ToString, const N: usize> From<[T; N]> for Joined {
    fn from(parts: [T; N]) -> Self {
        Joined(parts.iter().map(T::to_string).collect())
    }
}

impl<T: ToString> From<Vec<T>> for Joined {
    fn from(parts: Vec<T>) -> Self {
        Joined(parts.iter().map(T::to_string).collect())
    }
}

impl From<Joined> for Value {
    fn from(joined: Joined) -> Value {
        Value::List(joined.0.into_iter().map(Value::Text).collect())
    }
}

/// A text for each language, sent as one field a language: `label_de`, `label_en`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerLanguage(BTreeMap<String, String>);

impl<L: Into<String>, T: Into<String>, const N: usize> From<[(L, T); N]> for PerLanguage {
    fn from(texts: [(L, T); N]) -> Self {
        PerLanguage(texts.into_iter().map(|(language, text)| (language.into(), text.into())).collect())
    }
}

impl Wire for PerLanguage {
    const KIND: Kind = Kind::PerLanguage;

    fn value(self) -> Option<Value> {
        None
    }

    fn put(self, name: &'static str, fields: &mut Vec<(String, Value)>) {
        let family = name.trim_end_matches("XX");
        fields.extend(self.0.into_iter().map(|(language, text)| (format!("{family}{language}"), Value::Text(text))));
    }
}
