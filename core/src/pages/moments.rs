//! The ends of a period, which have to stay where they are while pages are read.

use crate::{Moment, Time, Value, Zone};

/// A point in time that does not move on, as the service is told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub(crate) text: String,
    /// The seconds since 1970 of the first and of the last moment that is meant. `start` has none.
    pub(crate) span: Option<(i64, i64)>,
}

impl Fixed {
    fn at(time: Time) -> Fixed {
        Fixed { text: time.to_string(), span: Some(time.span()) }
    }

    /// What a text means that was fixed before.
    pub(crate) fn read(text: &str) -> Option<Fixed> {
        let span = match text {
            "start" => None,
            _ => Some(Time::parse(text, Zone::Berlin).ok()?.span()),
        };
        Some(Fixed { text: text.to_owned(), span })
    }
}

/// Fixes a moment: `-3d` and `now` become the moment they mean now. A day and a moment without an offset are on the
/// service's own clock, where they stay.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn fixed(value: &Value, now: Time) -> Result<Fixed, String> {
    let text = match value {
        Value::Time(time) => return Ok(Fixed::at(*time)),
        Value::Text(text) => text.as_str(),
        other => {
            return Err(format!("expected a moment such as `2026-10-05 14:00:00` or `-3d`, got {}", other.in_words()));
        }
    };
    Moment::check(text).map_err(|wrong| wrong.to_string())?;
    let beyond = || format!("{} is beyond the years 1 to 9999", crate::value::quoted(text));
    match text {
        "now" => Ok(Fixed::at(now)),
        // Whose midnight `today` means is documented nowhere: that of the service's clock is taken.
        "today" => {
            let midnight = now.on_berlins_clock().map(Time::midnight).ok_or_else(beyond)?;
            Ok(Fixed::at(midnight))
        }
        _ => match step(text) {
            Some((count, unit)) => count.and_then(|count| moved(now, count, unit)).map(Fixed::at).ok_or_else(beyond),
            None => Fixed::read(text).ok_or_else(beyond),
        },
    }
}

/// `-3d` as -3 and `d`; the number is `None` where it is too large.
fn step(text: &str) -> Option<(Option<i64>, char)> {
    let unit = text.chars().last().filter(|unit| "smhdMY".contains(*unit))?;
    Some((text.strip_suffix(unit)?.parse().ok(), unit))
}

fn moved(now: Time, count: i64, unit: char) -> Option<Time> {
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        'M' => return now.plus_months(count),
        _ => return now.plus_months(count.checked_mul(12)?),
    };
    let then = now.unix_seconds()?.checked_add(count.checked_mul(seconds)?)?;
    Time::of_unix_seconds(then)
}
