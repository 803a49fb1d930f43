//! Where reading has got to, in a form that can be kept.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::identity::{Key, from_text, to_text};
use crate::options::{Options, read_all};
use crate::wire::json::push_text;
use crate::{Problem, Value};

/// Of which make cursors are. One of another make is refused.
const VERSION: i64 = 1;

/// Where reading has got to: plain data of less than two kilobytes, to be kept and handed to another process.
///
/// It holds neither the key nor anything about buyers: of the rows that were read last there are only hashes. It belongs
/// to the function and the parameters it came from, whose period it keeps as it was fixed in the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) function: String,
    /// Stands for the parameters.
    pub(crate) parameters: String,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) length: Option<i64>,
    pub(crate) begins: Option<i64>,
    pub(crate) cuts: Vec<i64>,
    pub(crate) size: u64,
    pub(crate) position: u64,
    pub(crate) rows: u64,
    pub(crate) is_over: bool,
    pub(crate) tail: Vec<Key>,
    pub(crate) head: Vec<Key>,
    pub(crate) edge: Vec<Key>,
}

impl Cursor {
    /// How many rows were handed out until then.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Whether the list was read to its end.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// A cursor from plain data.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(value: &Value) -> Result<Cursor, Vec<Problem>> {
        read_all(value, Cursor::from_options)
    }

    pub(crate) fn from_options(options: &mut Options<'_, '_>) -> Option<Cursor> {
        if options.value("version") != Some(&Value::Integer(VERSION)) {
            options.wrong("version", format!("expected a cursor of version {VERSION}; begin anew without a cursor"));
        }
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let mut keys = |name: &'static str| {
            let keys = from_text(options.text(name).unwrap_or_default());
            if keys.is_none() {
                options.wrong(name, "is damaged; begin anew without a cursor");
            }
            keys
        };
        let (tail, head, edge) = (keys("tail"), keys("head"), keys("edge"));
        let cuts: Vec<i64> = options
            .list("cuts")
            .iter()
            .filter_map(|cut| if let Value::Integer(cut) = cut { Some(*cut) } else { None })
            .collect();
        let mut whole = |name: &'static str| options.whole(name, 0, i64::MAX).map(i64::unsigned_abs);
        let (size, position, rows) = (whole("size"), whole("position"), whole("rows"));
        Some(Cursor {
            function: owned(options.text("function"))?,
            parameters: owned(options.text("parameters"))?,
            from: owned(options.text("from")),
            to: owned(options.text("to")),
            length: options.whole("length", 1, i64::MAX),
            begins: options.whole("begins", i64::MIN, i64::MAX),
            cuts,
            size: size?,
            position: position?,
            rows: rows?,
            is_over: options.flag("over").unwrap_or_default(),
            tail: tail?,
            head: head?,
            edge: edge?,
        })
    }
}

/// As plain data. What is nothing is left out.
impl From<&Cursor> for Value {
    fn from(cursor: &Cursor) -> Value {
        let number = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        let keys = |keys: &[Key]| Some(to_text(keys)).filter(|text| !text.is_empty()).into();
        let whole = |number: Option<i64>| number.map_or(Value::Null, Value::Integer);
        let fields = [
            ("version", Value::Integer(VERSION)),
            ("function", cursor.function.as_str().into()),
            ("parameters", cursor.parameters.as_str().into()),
            ("from", cursor.from.as_deref().into()),
            ("to", cursor.to.as_deref().into()),
            ("length", whole(cursor.length)),
            ("begins", whole(cursor.begins)),
            ("cuts", Value::List(cursor.cuts.iter().map(|cut| Value::Integer(*cut)).collect())),
            ("size", number(cursor.size)),
            ("position", number(cursor.position)),
            ("rows", number(cursor.rows)),
            ("over", if cursor.is_over { Value::Bool(true) } else { Value::Null }),
            ("tail", keys(&cursor.tail)),
            ("head", keys(&cursor.head)),
            ("edge", keys(&cursor.edge)),
        ];
        let is_something = |(_, value): &(&str, Value)| *value != Value::Null && *value != Value::List(Vec::new());
        Value::Map(fields.into_iter().filter(is_something).map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// As JSON.
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut json = String::new();
        push_json(&Value::from(self), &mut json);
        f.write_str(&json)
    }
}

/// The few kinds of values that a cursor has.
fn push_json(value: &Value, json: &mut String) {
    let divided = |json: &mut String, at: usize| json.push_str(if at == 0 { "" } else { "," });
    match value {
        Value::Map(fields) => {
            json.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                divided(json, at);
                push_text(name, json);
                json.push(':');
                push_json(value, json);
            }
            json.push('}');
        }
        Value::List(values) => {
            json.push('[');
            for (at, value) in values.iter().enumerate() {
                divided(json, at);
                push_json(value, json);
            }
            json.push(']');
        }
        Value::Text(text) => push_text(text, json),
        Value::Integer(number) => json.push_str(&number.to_string()),
        Value::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
        _ => json.push_str("null"),
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cursor, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Cursor::read(&value).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
            D::Error::custom(problems.join("; "))
        })
    }
}
