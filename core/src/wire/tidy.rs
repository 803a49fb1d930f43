//! What a single value of an answer means, whatever form it came in.
//!
//! The service writes numbers as text and as numbers, flags as `Y`, `N`, nothing or something else, and dates with and
//! without a time (captures of 2020 to 2025). What does not fit its kind stays the text it was.

use std::borrow::Cow;

use super::Kind;
use super::scan::unescape;
use crate::{Amount, Time, Zone};

/// A tidied value that holds no other values, except for a comma list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar<'a> {
    Null,
    Flag(bool),
    Integer(i64),
    Amount(Amount),
    Time(Time),
    /// The inside of a JSON string, escapes kept.
    Escaped(&'a str),
    Words(Vec<String>),
}

/// Reads `raw`, the JSON text of a string, number or word.
pub(crate) fn scalar<'a>(kind: Kind, raw: &'a str, zone: Zone) -> Scalar<'a> {
    match raw.as_bytes().first() {
        None | Some(b'n') => Scalar::Null,
        Some(b'"') => text(kind, raw.get(1..raw.len() - 1).unwrap_or_default(), zone),
        Some(lead @ (b't' | b'f')) => match kind {
            Kind::Flag | Kind::Any => Scalar::Flag(*lead == b't'),
            // PHP's `false` for a record that is not there (`product_group_id`, seen in 2020).
            Kind::Id | Kind::Integer | Kind::Amount | Kind::Time | Kind::Object(_) | Kind::List(_) | Kind::Map(_)
                if *lead == b'f' =>
            {
                Scalar::Null
            }
            _ => Scalar::Escaped(raw),
        },
        _ => number(kind, raw),
    }
}

fn number(kind: Kind, raw: &str) -> Scalar<'_> {
    match kind {
        Kind::Amount => Amount::read(raw).map_or(Scalar::Escaped(raw), Scalar::Amount),
        Kind::Integer | Kind::Any => integer(raw).unwrap_or(Scalar::Escaped(raw)),
        Kind::Flag => yes_or_no(raw).map_or(Scalar::Escaped(raw), Scalar::Flag),
        Kind::Joined => Scalar::Words(vec![raw.to_owned()]),
        _ => Scalar::Escaped(raw),
    }
}

/// A whole number, also where it is written `25.0`; else an exact decimal.
fn integer(raw: &str) -> Option<Scalar<'static>> {
    if let Some(number) = whole(raw) {
        return Some(Scalar::Integer(number));
    }
    let amount = Amount::read(raw)?;
    Some(amount.units_at(0).map_or(Scalar::Amount(amount), Scalar::Integer))
}

fn whole(raw: &str) -> Option<i64> {
    let (sign, digits) = match raw.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, raw),
    };
    let mut number = 0i64;
    for byte in digits.bytes() {
        let digit = Some(byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_add(sign * i64::from(digit))?;
    }
    (!digits.is_empty()).then_some(number)
}

/// What a flag says, in all the forms that are documented or were seen; nothing is no.
pub(crate) fn yes_or_no(raw: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| raw.eq_ignore_ascii_case(word));
    if is(&["Y", "1", "yes", "true", "T"]) {
        Some(true)
    } else if is(&["N", "0", "no", "false", "F", ""]) {
        Some(false)
    } else {
        None
    }
}

fn text(kind: Kind, raw: &str, zone: Zone) -> Scalar<'_> {
    let tidied = match kind {
        Kind::Object(_) | Kind::List(_) | Kind::Map(_) if raw.is_empty() => Some(Scalar::Null),
        Kind::Flag | Kind::Joined | Kind::Amount | Kind::Integer | Kind::Time => tidied(kind, &unescape(raw), zone),
        _ => None,
    };
    tidied.unwrap_or(Scalar::Escaped(raw))
}

/// What a text means as that kind; `None` where it is just that text.
pub(crate) fn tidied(kind: Kind, text: &str, zone: Zone) -> Option<Scalar<'static>> {
    match kind {
        Kind::Flag => yes_or_no(text).map(Scalar::Flag),
        Kind::Joined => Some(Scalar::Words(words(text))),
        Kind::Amount | Kind::Integer | Kind::Time => match text.trim_ascii() {
            "" => Some(Scalar::Null),
            text => match kind {
                Kind::Amount => Amount::read(text).map(Scalar::Amount),
                Kind::Time => Time::read(text, zone).map(Scalar::Time),
                _ if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.')) => {
                    integer(text)
                }
                _ => None,
            },
        },
        _ => None,
    }
}

/// The words of a comma list.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = Some(text);
    while let Some(text) = rest {
        let end = text.bytes().position(|byte| byte == b',');
        let (word, after) = end.and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""));
        rest = after.get(1..);
        if !word.trim_ascii().is_empty() {
            words.push(word.trim_ascii().to_owned());
        }
    }
    words
}

/// The kind under which an object's field or a list's value is read.
pub(crate) fn inside(kind: Kind) -> Kind {
    match kind {
        Kind::List(item) | Kind::Map(item) => *item,
        // Where one record is expected and a list of them comes, each is one (PHP lists, `statsSales`).
        Kind::Object(_) => kind,
        Kind::OneOrMany(inner) | Kind::Loose(inner) => inside(*inner),
        _ => Kind::Any,
    }
}

/// The kind of the field `name` (escapes kept) of an object read as `kind`, and its other spelling.
pub(crate) fn field(kind: Kind, name: &str) -> (Kind, Option<&'static str>) {
    let name: Cow<'_, str> = unescape(name);
    match kind {
        Kind::Object(shape) => match shape.field(&name) {
            Some(field) => {
                let other = field.limits.also.map(|also| if also == name { field.name } else { also });
                (if matches!(field.kind, Kind::PerLanguage) { Kind::Text } else { field.kind }, other)
            }
            None => (Kind::Any, None),
        },
        // PHP turns a list with gaps into an object of numbered values, so the values keep their kind.
        Kind::Map(inner) | Kind::List(inner) => (*inner, None),
        _ => (Kind::Any, None),
    }
}
