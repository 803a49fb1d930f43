//! What comes out of this module as plain data, for the bindings.

use super::conflicts::Conflict;
use super::event::{Check, Event};
use super::list::{Counts, DoorCount, First, Mark, Pending, Scan, Strange};
use super::number::{Number, NumberRead};
use super::sync::{Stopped, SyncReport, Synced};
use super::ticket::{Text, Ticket};
use super::validate::Validated;
use super::words::Remark;
use crate::{Time, Value, Zone};

/// A second since 1970 as a moment in UTC; nothing outside the years 1 to 9999.
fn moment(second: i64) -> Value {
    let (day, second) = (second.div_euclid(86_400), second.rem_euclid(86_400));
    let day = Time::of_day_number(day).map(|day| day.to_string()).unwrap_or_default();
    let mut text = day;
    for (mark, part) in [('T', second / 3600), (':', second / 60 % 60), (':', second % 60)] {
        text.push(mark);
        text.push(char::from(b'0' + (part / 10) as u8));
        text.push(char::from(b'0' + (part % 10) as u8));
    }
    Time::read(&text, Zone::Fixed(0)).map_or(Value::Null, Value::Time)
}

fn perhaps<T>(value: Option<T>, of: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Null, of)
}

fn text(text: &Option<Text>) -> Value {
    perhaps(text.as_deref(), Value::from)
}

fn whole(count: usize) -> Value {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

fn number(number: Option<Number>) -> Value {
    perhaps(number, |number| number.as_str().into())
}

fn list<'i, T: 'i>(items: impl IntoIterator<Item = &'i T>) -> Value
where
    Value: From<&'i T>,
{
    Value::List(items.into_iter().map(Value::from).collect())
}

impl From<&Remark> for Value {
    fn from(remark: &Remark) -> Value {
        Value::from([("word", remark.word.into()), ("text", (*remark.text).into())])
    }
}

impl From<&NumberRead> for Value {
    fn from(read: &NumberRead) -> Value {
        Value::from([
            ("number", self::number(read.number)),
            ("source", perhaps(read.source, |source| source.as_str().into())),
            ("notes", list(&read.notes)),
        ])
    }
}

impl From<&Ticket> for Value {
    fn from(ticket: &Ticket) -> Value {
        let whole = |number: Option<u32>| perhaps(number, Value::from);
        Value::from([
            ("no", whole(ticket.no)),
            ("count", whole(ticket.count)),
            ("first_name", text(&ticket.first_name)),
            ("last_name", text(&ticket.last_name)),
            ("hint", text(&ticket.hint)),
            ("template_id", text(&ticket.template_id)),
            ("location_id", text(&ticket.location_id)),
            ("date", text(&ticket.date)),
            ("days", whole(ticket.days)),
            ("used_at", text(&ticket.used_at)),
            ("is_blocked", perhaps(ticket.is_blocked, Value::from)),
        ])
    }
}

impl From<&Check> for Value {
    fn from(check: &Check) -> Value {
        Value::from([
            ("verdict", check.verdict.as_str().into()),
            ("reasons", list(&check.reasons)),
            ("notes", list(&check.notes)),
            ("number", number(check.number)),
            ("as_of", perhaps(check.as_of, moment)),
            ("ticket", Value::from(&check.ticket)),
        ])
    }
}

impl From<&Validated> for Value {
    fn from(validated: &Validated) -> Value {
        let [template, location, date] = &validated.good_for;
        let [valid, used] = validated.counts;
        Value::from([
            ("verdict", validated.verdict.as_str().into()),
            ("number", number(Some(validated.number))),
            ("by", perhaps(validated.by, |by| by.as_str().into())),
            ("reasons", list(&validated.reasons)),
            ("ticket", perhaps(validated.ticket.as_ref(), Value::from)),
            ("template_id", text(template)),
            ("location_id", text(location)),
            ("date", text(date)),
            ("valid_ticket_count", perhaps(valid, Value::from)),
            ("used_ticket_count", perhaps(used, Value::from)),
            ("is_open", validated.is_open.into()),
            ("error", perhaps(validated.error.as_ref(), |(kind, code, message)| error(kind, *code, message))),
        ])
    }
}

/// The result of a conversation.
impl From<Validated> for Value {
    fn from(validated: Validated) -> Value {
        Value::from(&validated)
    }
}

fn error(kind: &str, code: Option<i64>, message: &str) -> Value {
    Value::from([("kind", kind.into()), ("code", perhaps(code, Value::from)), ("message", message.into())])
}

impl From<&Event> for Value {
    fn from(event: &Event) -> Value {
        let texts =
            |texts: &std::collections::BTreeSet<Text>| Value::List(texts.iter().map(|text| (&**text).into()).collect());
        Value::from([
            ("template_ids", texts(&event.template_ids)),
            ("location_ids", texts(&event.location_ids)),
            ("dates", texts(&event.dates)),
        ])
    }
}

impl From<&Strange> for Value {
    fn from(strange: &Strange) -> Value {
        let Remark { word, text } = &strange.remark;
        Value::from([("row", whole(strange.row)), ("word", (*word).into()), ("text", (**text).into())])
    }
}

impl From<&First> for Value {
    fn from(first: &First) -> Value {
        Value::from([
            ("place", first.place.as_str().into()),
            ("door", text(&first.door)),
            ("at", perhaps(first.at, moment)),
        ])
    }
}

impl From<&Scan> for Value {
    fn from(scan: &Scan) -> Value {
        Value::from([
            ("verdict", scan.verdict.as_str().into()),
            ("number", number(scan.number)),
            ("source", perhaps(scan.source, |source| source.as_str().into())),
            ("ticket", perhaps(scan.ticket.as_ref(), Value::from)),
            ("first", perhaps(scan.first.as_ref(), Value::from)),
            ("reasons", list(&scan.reasons)),
            ("notes", list(&scan.notes)),
            ("as_of", perhaps(scan.as_of, moment)),
        ])
    }
}

impl From<&Mark> for Value {
    fn from(mark: &Mark) -> Value {
        Value::from([("door", (&*mark.door).into()), ("at", moment(mark.at))])
    }
}

impl From<&DoorCount> for Value {
    fn from(count: &DoorCount) -> Value {
        Value::from([("door", (&*count.door).into()), ("admitted", whole(count.admitted))])
    }
}

impl From<&Counts> for Value {
    fn from(counts: &Counts) -> Value {
        Value::from([
            ("tickets", whole(counts.tickets)),
            ("admitted", whole(counts.admitted)),
            ("doors", list(&counts.doors)),
            ("expected", whole(counts.expected)),
            ("used_before", whole(counts.used_before)),
            ("blocked", whole(counts.blocked)),
            ("pending", whole(counts.pending)),
            ("oldest", perhaps(counts.taken_at, |(oldest, _)| moment(oldest))),
            ("newest", perhaps(counts.taken_at, |(_, newest)| moment(newest))),
        ])
    }
}

impl From<&Pending> for Value {
    fn from(pending: &Pending) -> Value {
        let Pending { number, mark, is_open } = pending;
        Value::from([
            ("number", number.as_str().into()),
            ("door", (&*mark.door).into()),
            ("at", moment(mark.at)),
            ("is_open", (*is_open).into()),
        ])
    }
}

impl From<&Conflict> for Value {
    fn from(conflict: &Conflict) -> Value {
        Value::from([
            ("word", conflict.word.as_str().into()),
            ("text", conflict.word.sentence().into()),
            ("number", conflict.number.as_str().into()),
            ("marks", list(&conflict.marks)),
            ("used_at", perhaps(conflict.used_at, moment)),
            ("ticket", perhaps(conflict.ticket.as_ref(), Value::from)),
        ])
    }
}

impl From<&Synced> for Value {
    fn from(synced: &Synced) -> Value {
        let Synced { number, mark, fate, reasons } = synced;
        Value::from([
            ("word", fate.as_str().into()),
            ("number", number.as_str().into()),
            ("door", (&*mark.door).into()),
            ("at", moment(mark.at)),
            ("is_counted", fate.is_counted().into()),
            ("reasons", list(reasons)),
        ])
    }
}

impl From<&SyncReport> for Value {
    fn from(report: &SyncReport) -> Value {
        let counted = report.done.iter().filter(|done| done.fate.is_counted()).count();
        Value::from([
            ("done", list(&report.done)),
            ("counted", whole(counted)),
            ("pending", whole(report.pending)),
            ("open", whole(report.open)),
            (
                "stopped",
                perhaps(report.stopped.as_ref(), |Stopped { kind, code, message }| error(kind, *code, message)),
            ),
        ])
    }
}

/// The result of a conversation.
impl From<SyncReport> for Value {
    fn from(report: SyncReport) -> Value {
        Value::from(&report)
    }
}
