//! Typed views: what a field of an answer is to a Rust caller.

use std::marker::PhantomData;

use super::Kind;
use super::send::{Id, Joined, Map};
use crate::{Amount, Item, Problem, Record, Time, Value};

/// A type that fields of answers, and answers, may have.
pub trait View {
    /// What the table says about such a field.
    const KIND: Kind;
    /// What a caller gets.
    type Out;

    /// Reads a value; `None` when it is something else.
    fn read(item: Item<'_>) -> Option<Self::Out>;
}

/// Reads the field `name`: `None` when it is absent or holds nothing, a [`Problem`] when it holds something else.
pub(crate) fn field<T: View>(record: &Record, name: &str) -> Result<Option<T::Out>, Problem> {
    match record.get(name) {
        None | Some(Item::Null) => Ok(None),
        Some(item) => T::read(item).map(Some).ok_or_else(|| {
            let raw = if record.hides(name) { Some("…") } else { record.raw_field(name) };
            wrong(T::KIND, name, raw)
        }),
    }
}

pub(crate) fn wrong(kind: Kind, name: &str, raw: Option<&str>) -> Problem {
    let expected = match kind {
        Kind::Flag => "Y or N",
        Kind::Integer => "a whole number",
        Kind::Amount => "an exact decimal",
        Kind::Time => "a day or a moment",
        Kind::Object(_) | Kind::Map(_) => "a record",
        Kind::Loose(Kind::Object(_)) | Kind::OneOrMany(_) => "a record",
        Kind::List(_) | Kind::Loose(_) => "a list",
        Kind::Joined => "texts joined by commas",
        _ => "a text",
    };
    Problem::new(
        name,
        format!("expected {expected}, the answer holds {}", crate::value::shortened(raw.unwrap_or("null"))),
    )
}

macro_rules! plain_view {
    ($($type:ty, $kind:ident => $out:ty: $item:pat => $value:expr;)*) => { $(
        impl View for $type {
            const KIND: Kind = Kind::$kind;
            type Out = $out;

            fn read(item: Item<'_>) -> Option<$out> {
                match item {
                    $item => Some($value),
                    _ => None,
                }
            }
        }
    )* };
}

plain_view! {
    String, Text => String: Item::Text(text) => text.into_owned();
    Id, Id => String: Item::Text(text) => text.into_owned();
    i64, Integer => i64: Item::Integer(number) => number;
    bool, Flag => bool: Item::Flag(flag) => flag;
    Amount, Amount => Amount: Item::Amount(amount) => amount;
    Time, Time => Time: Item::Time(time) => time;
}

impl View for Joined {
    const KIND: Kind = Kind::Joined;
    type Out = Vec<String>;

    fn read(item: Item<'_>) -> Option<Vec<String>> {
        match item {
            Item::Words(words) => Some(words),
            Item::List(list) => list.iter().map(String::read).collect(),
            _ => None,
        }
    }
}

impl View for Value {
    const KIND: Kind = Kind::Any;
    type Out = Value;

    fn read(item: Item<'_>) -> Option<Value> {
        Some(item.into())
    }
}

impl From<Item<'_>> for Value {
    fn from(item: Item<'_>) -> Value {
        match item {
            Item::Null => Value::Null,
            Item::Flag(flag) => Value::Bool(flag),
            Item::Integer(number) => Value::Integer(number),
            Item::Amount(amount) => Value::Amount(amount),
            Item::Time(time) => Value::Text(time.to_string()),
            Item::Text(text) => Value::Text(text.into_owned()),
            Item::Words(words) => Value::List(words.into_iter().map(Value::Text).collect()),
            Item::List(list) => Value::List(list.iter().map(Value::from).collect()),
            Item::Record(record) => {
                Value::Map(record.iter().map(|(name, item)| (name.into_owned(), item.into())).collect())
            }
        }
    }
}

impl<T: View> View for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    type Out = Vec<T::Out>;

    fn read(item: Item<'_>) -> Option<Vec<T::Out>> {
        match item {
            Item::List(list) => list.iter().map(T::read).collect(),
            // PHP writes a list with gaps as an object of numbered values.
            Item::Record(record) => record.iter().map(|(_, item)| T::read(item)).collect(),
            _ => None,
        }
    }
}

impl<T: View> View for Map<T> {
    const KIND: Kind = Kind::Map(&T::KIND);
    type Out = Vec<(String, T::Out)>;

    fn read(item: Item<'_>) -> Option<Self::Out> {
        item.into_record()?.iter().map(|(name, item)| Some((name.into_owned(), T::read(item)?))).collect()
    }
}

/// An answer that is one record when one id was asked for, and a map of records by id when several were.
///
/// Vendor's OpenAPI document of October 2025; not seen on the wire.
#[derive(Clone, Debug)]
pub struct OneOrMany<T>(Record, PhantomData<T>);

impl<T: View> OneOrMany<T> {
    /// The record of the one id that was asked for.
    pub fn one(&self) -> Option<T::Out> {
        match self.0.kind() {
            Kind::Map(_) => None,
            _ => T::read(Item::Record(self.0.clone())),
        }
    }

    /// The records of several ids, in the order they came.
    pub fn many(&self) -> Option<Vec<(String, T::Out)>> {
        match self.0.kind() {
            Kind::Map(_) => <Map<T> as View>::read(Item::Record(self.0.clone())),
            _ => None,
        }
    }
}

impl<T: View> View for OneOrMany<T> {
    const KIND: Kind = Kind::OneOrMany(&T::KIND);
    type Out = OneOrMany<T>;

    fn read(item: Item<'_>) -> Option<OneOrMany<T>> {
        item.into_record().map(|record| OneOrMany(record, PhantomData))
    }
}

/// A list that some documents draw bare and others wrapped in an object; either is read.
#[derive(Clone, Debug)]
pub struct Loose<T>(PhantomData<T>);

impl<T: View> View for Loose<T> {
    const KIND: Kind = Kind::Loose(&Kind::List(&T::KIND));
    type Out = Vec<T::Out>;

    fn read(item: Item<'_>) -> Option<Vec<T::Out>> {
        <Vec<T> as View>::read(item)
    }
}

/// A record that some documents draw bare and others as the only field of an object; either is read.
#[derive(Clone, Debug)]
pub struct Under<T>(PhantomData<T>);

impl<T: View> View for Under<T> {
    const KIND: Kind = Kind::Loose(&T::KIND);
    type Out = T::Out;

    fn read(item: Item<'_>) -> Option<T::Out> {
        T::read(item)
    }
}
