//! What comes out of this module as plain data, for the bindings.

use super::conflicts::Conflict;
use super::event::{Check, Event};
use super::list::{Counts, DoorCount, First, Mark, Pending, Scan, Strange};
use super::number::{Number, NumberRead};
use super::sync::{Stopped, SyncReport, Synced};
use super::ticket::{Text, Ticket};
use super::validate::Validated;
use super::words::Remark;
use crate::value::list;
use crate::{Time, Value};

/// A second since 1970 as a moment in UTC; nothing outside the years 1 to 9999.
fn moment(second: i64) -> Value {
    Time::of_unix_seconds(second).into()
}

fn text(text: &Option<Text>) -> Value {
    text.as_deref().into()
}

fn whole(count: usize) -> Value {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

fn number(number: Option<Number>) -> Value {
    number.map_or(Value::Null, |number| number.as_str().into())
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
            ("source", read.source.map_or(Value::Null, |source| source.as_str().into())),
            ("notes", list(&read.notes)),
        ])
    }
}

impl From<&Ticket> for Value {
    fn from(ticket: &Ticket) -> Value {
        Value::from([
            ("no", ticket.no.into()),
            ("count", ticket.count.into()),
            ("first_name", text(&ticket.first_name)),
            ("last_name", text(&ticket.last_name)),
            ("hint", text(&ticket.hint)),
            ("template_id", text(&ticket.template_id)),
            ("location_id", text(&ticket.location_id)),
            ("date", text(&ticket.date)),
            ("days", ticket.days.into()),
            ("used_at", text(&ticket.used_at)),
            ("is_blocked", ticket.is_blocked.into()),
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
            ("as_of", check.as_of.map_or(Value::Null, moment)),
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
            ("by", validated.by.map_or(Value::Null, |by| by.as_str().into())),
            ("reasons", list(&validated.reasons)),
            ("ticket", validated.ticket.as_ref().into()),
            ("template_id", text(template)),
            ("location_id", text(location)),
            ("date", text(date)),
            ("valid_ticket_count", valid.into()),
            ("used_ticket_count", used.into()),
            ("is_open", validated.is_open.into()),
            (
                "error",
                validated.error.as_ref().map_or(Value::Null, |(kind, code, message)| error(kind, *code, message)),
            ),
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
    Value::from([("kind", kind.into()), ("code", code.into()), ("message", message.into())])
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
            ("at", first.at.map_or(Value::Null, moment)),
        ])
    }
}

impl From<&Scan> for Value {
    fn from(scan: &Scan) -> Value {
        Value::from([
            ("verdict", scan.verdict.as_str().into()),
            ("number", number(scan.number)),
            ("source", scan.source.map_or(Value::Null, |source| source.as_str().into())),
            ("ticket", scan.ticket.as_ref().into()),
            ("first", scan.first.as_ref().into()),
            ("reasons", list(&scan.reasons)),
            ("notes", list(&scan.notes)),
            ("as_of", scan.as_of.map_or(Value::Null, moment)),
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
            ("oldest", counts.taken_at.map_or(Value::Null, |(oldest, _)| moment(oldest))),
            ("newest", counts.taken_at.map_or(Value::Null, |(_, newest)| moment(newest))),
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
            ("used_at", conflict.used_at.map_or(Value::Null, moment)),
            ("ticket", conflict.ticket.as_ref().into()),
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
                report
                    .stopped
                    .as_ref()
                    .map_or(Value::Null, |Stopped { kind, code, message }| error(kind, *code, message)),
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
