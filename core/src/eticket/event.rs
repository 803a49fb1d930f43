//! For which event a door is open, and what a record says of a ticket there.

use std::collections::BTreeSet;

use super::number::Number;
use super::ticket::{Text, Ticket, number_of_record};
use super::words::{Remark, Verdict};
use crate::options::{Options, read_all};
use crate::{Problem, Time, Value, Zone};

/// The event that a door is open for. Several templates, locations and days may be good at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Numbers of the templates.
    pub template_ids: BTreeSet<Text>,
    /// Numbers of the locations.
    pub location_ids: BTreeSet<Text>,
    /// Days such as `2026-10-05`, as the event counts them. They are compared as text, never by a clock.
    pub dates: BTreeSet<Text>,
}

/// What a record says of a ticket, as of the moment it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is said.
    pub verdict: Verdict,
    /// Why it is not good, or why that cannot be decided: everything that was found.
    pub reasons: Vec<Remark>,
    /// What else is to be known.
    pub notes: Vec<Remark>,
    /// The number, where the record tells it.
    pub number: Option<Number>,
    /// When the record was read, in seconds since 1970.
    pub as_of: Option<i64>,
    /// The record.
    pub ticket: Ticket,
}

impl Event {
    /// Everything that speaks against a ticket here, the definite first.
    pub(super) fn reasons(&self, ticket: &Ticket) -> Vec<(Verdict, Remark)> {
        let mut found = Vec::new();
        match ticket.is_blocked {
            Some(true) => {
                found.push((Verdict::Blocked, Remark::new("blocked", "The ticket is blocked. Ask the organiser.")))
            }
            Some(false) => {}
            None => found.push(unsure("is_blocked", "The record does not tell whether the ticket is blocked.")),
        }
        found.extend(other("template", Verdict::WrongTemplate, &self.template_ids, ticket.template_id.as_ref()));
        found.extend(other("location", Verdict::WrongLocation, &self.location_ids, ticket.location_id.as_ref()));
        found.extend(self.other_date(ticket));
        match ticket.is_used() {
            Some(true) => found.push((
                Verdict::Used,
                Remark::new(
                    "used",
                    format!("The service has it as used: {}.", ticket.used_at.as_deref().unwrap_or_default()),
                ),
            )),
            Some(false) => {}
            None => found.push(unsure("used_at", "The record does not tell whether the ticket was used.")),
        }
        found.sort_by_key(|(verdict, _)| *verdict == Verdict::Undecided);
        found
    }

    fn other_date(&self, ticket: &Ticket) -> Option<(Verdict, Remark)> {
        let found = other("day", Verdict::WrongDate, &self.dates, ticket.date.as_ref())?;
        let first = ticket.date.as_deref().and_then(|day| Time::read(day, Zone::Berlin));
        let is_later = |day: &Text| {
            let day = Time::read(day, Zone::Berlin).map(Time::day_number);
            let first = first.map(Time::day_number);
            // Of a number of days that cannot be read, any later day may be one.
            let days = ticket.days.map_or(1, |days| if days == 0 { u32::MAX } else { days });
            matches!((first, day), (Some(first), Some(day)) if (first..first + i64::from(days)).contains(&day))
        };
        if self.dates.iter().any(is_later) {
            return Some(unsure("several_days", several_days(ticket.days)));
        }
        Some(found)
    }
}

const SEVERAL_DAYS: &str = "The ticket is for several days, and whether one scan a day is allowed is unknown.";

fn several_days(days: Option<u32>) -> &'static str {
    if days == Some(0) { "The record tells a number of days that cannot be read." } else { SEVERAL_DAYS }
}

/// What is said of several days where the first of them is the right one.
pub(super) fn notes(ticket: &Ticket) -> Vec<Remark> {
    ticket.days.map(|_| Remark::new("several_days", several_days(ticket.days))).into_iter().collect()
}

fn unsure(word: &'static str, text: &'static str) -> (Verdict, Remark) {
    (Verdict::Undecided, Remark::new(word, text))
}

fn other(
    what: &'static str,
    verdict: Verdict,
    good: &BTreeSet<Text>,
    have: Option<&Text>,
) -> Option<(Verdict, Remark)> {
    let Some(have) = have else {
        return Some((Verdict::Undecided, Remark::new(what, format!("The record does not tell the {what}."))));
    };
    (!good.contains(have)).then(|| {
        let wanted: Vec<&str> = good.iter().map(|text| &**text).collect();
        let text = format!("The ticket is for {what} {have}; this door is for {}.", wanted.join(", "));
        (verdict, Remark::new(verdict.as_str(), text))
    })
}

/// Checks a ticket against a record of it, without asking the service. One definite reason decides; else anything
/// unreadable leaves it undecided.
///
/// The record says how it was when it was read: `as_of`. It cannot say that the ticket was not used or blocked since.
pub fn check(record: &Value, event: &Event, as_of: Option<i64>) -> Check {
    let ticket = Ticket::read(record);
    let reasons = event.reasons(&ticket);
    let verdict = reasons.first().map_or(Verdict::Admit, |(verdict, _)| *verdict);
    let mut notes = notes(&ticket);
    let reasons: Vec<Remark> = reasons.into_iter().map(|(_, reason)| reason).collect();
    notes.retain(|note| reasons.iter().all(|reason| reason.word != note.word));
    if ticket.is_used() == Some(true) && ticket.used_second().is_none() {
        notes.push(Remark::new("used_at", "When it was used cannot be read as a time; that it was is certain."));
    }
    Check { verdict, reasons, notes, number: number_of_record(record), as_of, ticket }
}

/// The same from options by name: `record`, `template_id`, `location_id`, `date` and `snapshot_at`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn check_of(options: &Value) -> Result<Check, Vec<Problem>> {
    read_all(options, |options| {
        options.require("record", "a record of getEticket or listEtickets");
        let record = options.value("record");
        if record.is_some_and(|record| !matches!(record, Value::Map(_))) {
            options.wrong("record", "expected a record of getEticket or listEtickets");
        }
        let event = event(options);
        let as_of = when(options, "snapshot_at");
        Some(check(record?, &event?, as_of))
    })
}

/// The event by name: `template_id`, `location_id` and `date`.
pub(super) fn event(options: &mut Options<'_, '_>) -> Option<Event> {
    let template_ids = ids(options, "template_id");
    let location_ids = ids(options, "location_id");
    let dates = dates(options);
    if dates.as_ref().is_some_and(BTreeSet::is_empty) {
        options.wrong("date", "is missing; the day of the event such as 2026-10-05, or several in a list");
    }
    Some(Event { template_ids: template_ids?, location_ids: location_ids?, dates: dates? })
}

/// Numbers: one, several with commas, or a list.
pub(super) fn ids(options: &mut Options<'_, '_>, name: &'static str) -> Option<BTreeSet<Text>> {
    let found: Option<BTreeSet<Text>> = parts(options.value(name)).map(|id| id.filter(is_id)).collect();
    if found.as_ref().is_none_or(BTreeSet::is_empty) {
        options.wrong(name, "expected the number that the service gave, or several in a list");
        return None;
    }
    found
}

fn is_id(id: &Text) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// Days: one, several with commas, a list, or none at all.
pub(super) fn dates(options: &mut Options<'_, '_>) -> Option<BTreeSet<Text>> {
    // A moment is no day: which day it falls on depends on the zone, and the event's is unknown.
    let days = parts(options.value("date")).map(|text| {
        let day = Time::read(&text?, Zone::Berlin).filter(|day| day.is_date())?;
        Some(Text::from(day.to_string()))
    });
    let found: Option<BTreeSet<Text>> = days.collect();
    if found.is_none() {
        options.wrong("date", "expected a day such as 2026-10-05, or several in a list");
    }
    found
}

/// The parts of a list, or of a text with commas; nothing for what is neither text nor number.
fn parts(value: Option<&Value>) -> impl Iterator<Item = Option<Text>> + '_ {
    let items = match value {
        None => &[],
        Some(Value::List(items)) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
    };
    items.iter().flat_map(|item| match item {
        Value::Integer(number) => vec![Some(number.to_string().into())],
        Value::Time(time) => vec![Some(time.to_string().into())],
        Value::Text(text) => text.split(',').map(|part| Some(part.trim().into())).collect(),
        _ => vec![None],
    })
}

/// A moment in seconds since 1970: a text with its zone, or the seconds. Parts of a second are cut off.
pub(super) fn when(options: &mut Options<'_, '_>, name: &'static str) -> Option<i64> {
    let value = options.value(name)?;
    let second = match value {
        Value::Integer(second @ 0..=99_999_999_999) => Some(*second),
        Value::Time(time) => time.unix_seconds(),
        Value::Text(text) => moment(text),
        _ => None,
    };
    if second.is_none() {
        let have = value.in_words();
        options.wrong(
            name,
            format!(
                "expected a moment with its zone such as 2026-10-05T19:00:00+02:00, or seconds since 1970, got {have}"
            ),
        );
    }
    second
}

fn moment(text: &str) -> Option<i64> {
    let whole = match text.split_once('.') {
        Some((whole, rest)) => format!("{whole}{}", rest.trim_start_matches(|c: char| c.is_ascii_digit())),
        None => text.to_owned(),
    };
    Time::read(&whole, Zone::Unknown)?.unix_seconds()
}
