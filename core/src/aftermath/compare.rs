//! Records and parameters side by side: what fits a call, and what of a record tells.

use crate::{Amount, Time, Value, Zone};

/// How well a record fits a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// In every value that can be compared.
    Fits,
    /// In some, or nothing can be compared.
    Perhaps,
    /// In none.
    Foreign,
}

/// A pair of places to compare: in the parameters, and in a record. Names are joined by dots, and lists are gone through.
pub(super) type Pair = (&'static str, &'static str);

/// How well a record fits, by the pairs that both sides have. Where `each` pair counts, one that differs is enough for a
/// foreign one.
pub(super) fn fit(parameters: &Value, record: &Value, pairs: &[Pair], each: bool) -> Fit {
    let (mut same, mut other) = (0, 0);
    for (given, shown) in pairs {
        let (wanted, shown) = (texts(parameters, given), texts(record, shown));
        if wanted.is_empty() || shown.is_empty() {
            continue;
        }
        let mut are_there = wanted.iter().map(|wanted| shown.iter().any(|shown| alike(wanted, shown)));
        // Of the names in all languages, a record shows the one in its own.
        match if given.ends_with(ANY_LANGUAGE) { are_there.any(|is| is) } else { are_there.all(|is| is) } {
            true => same += 1,
            false => other += 1,
        }
    }
    match (same, other) {
        (0, 1..) => Fit::Foreign,
        (_, 1..) if each => Fit::Foreign,
        (1.., 0) => Fit::Fits,
        _ => Fit::Perhaps,
    }
}

/// Stands for two letters of a language in a name.
const ANY_LANGUAGE: &str = "_XX";

/// Whether two texts say the same: amounts by their value, other texts without regard to case and blanks.
pub(super) fn alike(a: &str, b: &str) -> bool {
    match (Amount::parse(a), Amount::parse(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => a
            .split_whitespace()
            .flat_map(str::chars)
            .flat_map(char::to_lowercase)
            .eq(b.split_whitespace().flat_map(str::chars).flat_map(char::to_lowercase)),
    }
}

/// The texts at a place, those of comma lists one by one. Nothing where there is none.
pub(super) fn texts(value: &Value, path: &str) -> Vec<String> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    match value {
        Value::List(items) => items.iter().flat_map(|item| texts(item, path)).collect(),
        Value::Map(fields) if rest.is_none() && name.ends_with(ANY_LANGUAGE) => {
            let stem = name.trim_end_matches("XX");
            let is_one = |other: &str| other.strip_prefix(stem).is_some_and(|language| language.len() == 2);
            fields.iter().filter(|(other, _)| is_one(other)).flat_map(|(_, value)| parts(value)).collect()
        }
        Value::Map(_) => match (value.get(name), rest) {
            (Some(inner), Some(rest)) => texts(inner, rest),
            (Some(inner), None) => parts(inner),
            (None, _) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => {
            text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        }
        Value::Integer(number) => vec![number.to_string()],
        Value::Amount(amount) => vec![amount.to_string()],
        Value::Bool(flag) => vec![if *flag { "Y" } else { "N" }.to_owned()],
        Value::Time(time) => vec![time.to_string()],
        Value::List(items) => items.iter().flat_map(parts).collect(),
        Value::Null | Value::Float(_) | Value::Map(_) | Value::Odd(_) => Vec::new(),
    }
}

/// The first text at a place.
pub(super) fn text(value: &Value, path: &str) -> Option<String> {
    texts(value, path).into_iter().next()
}

/// The amount at a place.
pub(super) fn amount(value: &Value, name: &str) -> Option<Amount> {
    match value.get(name)? {
        Value::Amount(amount) => Some(*amount),
        Value::Integer(number) => Amount::new(*number, 0),
        Value::Text(text) => Amount::parse(text).ok(),
        _ => None,
    }
}

/// The seconds since 1970 that a time of a record may stand for: none where it has none, two in the hour that October has
/// twice.
pub(super) fn seconds(record: &Value, name: &str) -> Vec<i64> {
    let time = match record.get(name) {
        Some(Value::Text(text)) => Time::parse(text, Zone::Berlin).ok(),
        Some(Value::Time(time)) => Some(*time),
        _ => None,
    };
    let Some(second) = time.and_then(Time::unix_seconds) else { return Vec::new() };
    let later = time.is_some_and(|time| {
        let is_sunday = (time.day_number() + 4).rem_euclid(7) == 0;
        let is_twice = time.clock().is_some_and(|(hour, _, _)| hour == 2) && time.offset_minutes() == Some(120);
        is_sunday && is_twice && time.month() == 10 && time.day() > 24
    });
    if later { vec![second, second + 3600] } else { vec![second] }
}

/// The records that an answer lists under one of these names, or as it is. Nothing where there is no list, and where an
/// empty one has another name than it should: it may be a list of something else.
pub(super) fn rows(data: &Value, under: &[&str]) -> Option<Vec<Value>> {
    let listed = under.iter().find_map(|name| data.get(name)).unwrap_or(data);
    match listed {
        Value::List(items) => Some(items.clone()),
        // An answer that nests its list under a name that nobody wrote down.
        Value::Map(fields) => {
            let mut lists =
                fields.iter().filter_map(|(_, value)| if let Value::List(items) = value { Some(items) } else { None });
            let only = lists.next()?;
            let is_it = lists.next().is_none() && (under.is_empty() || !only.is_empty());
            is_it.then(|| only.clone())
        }
        _ => None,
    }
}

/// The fields of a record that tell what became of a call. What is known of people stays out.
const TELLING: &[&str] = &[
    "id",
    "purchase_id",
    "product_id",
    "eticket_id",
    "created_at",
    "modified_at",
    "processed_at",
    "used_at",
    "type",
    "transaction_type",
    "amount",
    "transaction_amount",
    "currency",
    "billing_status",
    "request_status",
    "status",
    "name",
    "name_intern",
    "code",
    "first_amount",
    "other_amounts",
    "first_rate",
    "other_rates",
    "to_product_id",
    "template_id",
    "location_id",
    "date",
    "quantity_delivered",
    "url",
    "custom",
];

/// What of a record tells.
pub(super) fn telling(record: &Value) -> Value {
    let Value::Map(fields) = record else { return Value::Null };
    let tells = |(name, value): &&(String, Value)| {
        TELLING.contains(&name.as_str()) && !matches!(value, Value::Null | Value::List(_) | Value::Map(_))
    };
    Value::Map(fields.iter().filter(tells).cloned().collect())
}
