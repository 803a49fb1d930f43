//! A look from options by name, as the bindings hand them over.

use super::look::{LATE, Look, TOLERANCE};
use crate::options::{Options, read_all};
use crate::{Problem, Time, Value, Zone};

/// The longest that a tolerance or a delay may be: a day.
const LONGEST: i64 = 86_400;

/// A look from options by name: `function`, `parameters`, `sent_at` and `now`, and if need be `lost_at`, `tolerance`,
/// `late`, `calls`, `known` and `wait`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn look_of(options: &Value) -> Result<Look, Vec<Problem>> {
    read_all(options, |options| {
        options.require("function", "the name of the function that was called");
        options.require("sent_at", "without the time of the call nothing can be told");
        options.require("now", "the time by the same clock");
        let function = options.text("function");
        let parameters = match options.value("parameters") {
            None => Some(Value::Map(Vec::new())),
            Some(parameters @ Value::Map(_)) => Some(parameters.clone()),
            Some(other) => {
                let have = other.in_words();
                options.wrong("parameters", format!("expected the parameters of the call by name, got {have}"));
                None
            }
        };
        let (sent_at, now) = (second(options, "sent_at"), second(options, "now"));
        if sent_at.zip(now).is_some_and(|(sent_at, now)| sent_at > now) {
            options.wrong("sent_at", "is later than now");
        }
        let lost_at = second(options, "lost_at");
        let tolerance = options.whole("tolerance", 0, LONGEST).unwrap_or(TOLERANCE);
        let late = options.whole("late", 0, LONGEST).unwrap_or(LATE);
        let calls = options.whole("calls", 1, 1000).unwrap_or(1);
        let known = options.given("known").then(|| ids(options));
        let wait = options.flag("wait").unwrap_or(true);
        let function = function?;
        let look = Look::new(function, parameters?, sent_at?, now?).tolerance(tolerance).late(late);
        let look = look.calls(usize::try_from(calls).unwrap_or(1));
        let look = if let Some(lost_at) = lost_at { look.lost_at(lost_at) } else { look };
        let look = if let Some(known) = known { look.known(known) } else { look };
        Some(if wait { look } else { look.without_waiting() })
    })
}

/// A moment in seconds since 1970: a text with its zone, or the seconds.
fn second(options: &mut Options<'_, '_>, name: &'static str) -> Option<i64> {
    let value = options.value(name)?;
    let second = match value {
        Value::Integer(second @ 0..=99_999_999_999) => Some(*second),
        Value::Time(time) => time.unix_seconds(),
        Value::Text(text) => {
            // Parts of a second are cut off.
            let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
            let whole = format!("{whole}{}", rest.trim_start_matches(|c: char| c.is_ascii_digit()));
            Time::parse(&whole, Zone::Unknown).ok().and_then(Time::unix_seconds)
        }
        _ => None,
    };
    if second.is_none() {
        let have = value.in_words();
        let expected = "expected a moment with its zone such as 2026-10-05T14:00:00+02:00, or seconds since 1970";
        options.wrong(name, format!("{expected}, got {have}"));
    }
    second
}

fn ids(options: &mut Options<'_, '_>) -> Vec<String> {
    let mut ids = Vec::new();
    for item in options.list("known") {
        match item {
            Value::Text(id) => ids.push(id.trim().to_owned()),
            Value::Integer(id) => ids.push(id.to_string()),
            other => {
                let have = other.in_words();
                options.wrong("known", format!("expected ids, got {have}"));
                break;
            }
        }
    }
    ids
}
