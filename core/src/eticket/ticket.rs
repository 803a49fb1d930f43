//! A ticket as a record of the service tells it, read leniently.

use std::sync::Arc;

use super::number::{Number, number};
use crate::lenient::flag;
use crate::{Time, Value, Zone};

/// A text that many tickets share.
pub type Text = Arc<str>;

/// A ticket as a record of `getEticket` or `listEtickets` tells it. What the record does not tell, or not readably, is
/// nothing; unknown fields are passed over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket {
    // The order of the fields is that in which records of the same moment win: used and blocked first.
    /// When it was used, as written; empty while it is not.
    pub used_at: Option<Text>,
    /// Whether it is blocked.
    pub is_blocked: Option<bool>,
    /// Number of the template.
    pub template_id: Option<Text>,
    /// Number of the location.
    pub location_id: Option<Text>,
    /// Day of the event, or its first, such as `2026-10-05`.
    pub date: Option<Text>,
    /// How many days the event has, where it is more than one; 0 where the record tells it unreadably.
    pub days: Option<u32>,
    /// Running number among the tickets of the order line.
    pub no: Option<u32>,
    /// How many tickets the order line has.
    pub count: Option<u32>,
    /// Remark, usually a time of day.
    pub hint: Option<Text>,
    /// Given name.
    pub first_name: Option<Text>,
    /// Family name.
    pub last_name: Option<Text>,
}

/// The fields of a record that are read, by the names of the service. A record may hold any others.
pub const FIELDS: [&str; 16] = [
    "download_url",
    "url",
    "eticket_code",
    "number",
    "id",
    "used_at",
    "is_blocked",
    "template_id",
    "location_id",
    "date",
    "duration",
    "no",
    "count",
    "hint",
    "first_name",
    "last_name",
];

/// A field of a record. Bindings may hand over no others than those listed.
fn field<'v>(record: &'v Value, name: &str) -> Option<&'v Value> {
    debug_assert!(FIELDS.contains(&name), "{name} is not listed");
    record.get(name)
}

impl Ticket {
    /// Reads a record.
    pub fn read(record: &Value) -> Ticket {
        let field = |name| field(record, name);
        let shown = |name| text(field(name)?).filter(|text| !text.is_empty());
        let whole = |name| shown(name)?.parse().ok();
        Ticket {
            used_at: used(field("used_at")),
            is_blocked: field("is_blocked").and_then(flag),
            template_id: shown("template_id"),
            location_id: shown("location_id"),
            date: field("date").and_then(day).map(Text::from),
            days: field("duration").and_then(days),
            no: whole("no"),
            count: whole("count"),
            hint: shown("hint"),
            first_name: shown("first_name"),
            last_name: shown("last_name"),
        }
    }

    /// Whether it counts as used: any text in `used_at` that is not empty says so.
    pub fn is_used(&self) -> Option<bool> {
        self.used_at.as_ref().map(|text| !text.is_empty())
    }

    /// When it was used, in seconds since 1970, where the text tells. Without a zone it is read on Berlin's clock, as
    /// the service's other times.
    pub fn used_second(&self) -> Option<i64> {
        Time::read(self.used_at.as_deref()?, Zone::Berlin)?.unix_seconds()
    }
}

/// The number of the ticket a record is of: by its shape, as the vendor's documents call two different things `id`. The
/// link comes first, then fields of 20 digits.
pub(super) fn number_of_record(record: &Value) -> Option<Number> {
    let names = ["download_url", "url", "eticket_code", "number", "id"];
    names.iter().find_map(|name| match field(record, name)? {
        Value::Text(text) => number(text).number,
        _ => None,
    })
}

/// Text, whichever of its forms a record has.
fn text(value: &Value) -> Option<Text> {
    match value {
        Value::Text(text) => Some(text.trim().into()),
        Value::Integer(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// A day; a time of day behind it does not count.
pub(super) fn day(value: &Value) -> Option<String> {
    let time = match value {
        Value::Time(time) => *time,
        Value::Text(text) => Time::read(text.trim(), Zone::Berlin)?,
        _ => return None,
    };
    time.to_string().get(..10).map(str::to_owned)
}

/// More than one day, or 0 for what cannot be read: it may be several.
fn days(value: &Value) -> Option<u32> {
    if value.is_empty() || matches!(value, Value::Null | Value::Bool(false)) {
        return None;
    }
    let days = match text(value) {
        Some(blank) if blank.is_empty() => return None,
        text => text.and_then(|text| text.parse::<u32>().ok()),
    };
    days.map_or(Some(0), |days| Some(days).filter(|days| *days > 1))
}

/// Empty while it is unused. A record without the field does not tell.
fn used(value: Option<&Value>) -> Option<Text> {
    match value? {
        Value::Time(time) => Some(time.to_string().into()),
        Value::Null | Value::Bool(false) => Some("".into()),
        empty if empty.is_empty() => Some("".into()),
        other => text(other),
    }
}
