//! Plans of payments: intervals, and when what falls due.

use std::fmt;
use std::str::FromStr;

use crate::{Problem, Time};

/// The time from one payment to the next, written as the platform writes it: `1_month`, `14_day`, `1_year`.
///
/// `_day`, `_month` and `_year` are seen in documents and answers of the service (2024 to 2026); `_week` is seven days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interval {
    /// Days.
    Days(u16),
    /// Weeks.
    Weeks(u16),
    /// Months.
    Months(u16),
    /// Years.
    Years(u16),
}

impl Interval {
    pub(crate) fn count_and_unit(self) -> (u16, &'static str) {
        match self {
            Interval::Days(count) => (count, "day"),
            Interval::Weeks(count) => (count, "week"),
            Interval::Months(count) => (count, "month"),
            Interval::Years(count) => (count, "year"),
        }
    }
}

impl FromStr for Interval {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Interval, Problem> {
        let bad = || {
            let got = crate::value::quoted(text);
            Problem::new("", format!("expected an interval such as 1_month, 14_day or 1_year, got {got}"))
        };
        let (count, unit) = text.split_once('_').ok_or_else(bad)?;
        let digits = count.bytes().all(|byte| byte.is_ascii_digit());
        let count = count.parse().ok().filter(|count| digits && *count > 0).ok_or_else(bad)?;
        match unit {
            "day" => Ok(Interval::Days(count)),
            "week" => Ok(Interval::Weeks(count)),
            "month" => Ok(Interval::Months(count)),
            "year" => Ok(Interval::Years(count)),
            _ => Err(bad()),
        }
    }
}

/// `1_month`
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = self.count_and_unit();
        write!(f, "{count}_{unit}")
    }
}

/// What follows a payment on the last day of a month that a later month does not have. Unknown on the service's side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MonthEnd {
    /// The day of the month comes back where there is one: 31 January, 28 February, 31 March.
    #[default]
    Return,
    /// The earlier day stays: 31 January, 28 February, 28 March.
    Stay,
}

/// A day that moves on, and remembers which day of the month it would be.
pub(crate) struct Due {
    anchor: Time,
    /// Months since the anchor.
    months: i64,
    pub(crate) on: Time,
    /// Whether a month was too short at some step.
    pub(crate) was_cut: bool,
}

impl Due {
    /// A first day.
    pub(crate) fn new(on: Time) -> Due {
        Due { anchor: on, months: 0, on, was_cut: false }
    }

    /// Goes on by an interval; nothing beyond the year 9999.
    pub(crate) fn step(&mut self, interval: Interval, month_end: MonthEnd) -> Option<()> {
        let count = i64::from(interval.count_and_unit().0);
        let months = match interval {
            Interval::Days(_) | Interval::Weeks(_) => {
                let days = if matches!(interval, Interval::Weeks(_)) { count * 7 } else { count };
                self.on = self.on.plus_days(days)?;
                (self.anchor, self.months) = (self.on, 0);
                return Some(());
            }
            Interval::Months(_) => count,
            Interval::Years(_) => count * 12,
        };
        self.months += months;
        self.on = self.anchor.plus_months(self.months)?;
        self.was_cut |= self.on.day() != self.anchor.day();
        if month_end == MonthEnd::Stay {
            (self.anchor, self.months) = (self.on, 0);
        }
        Some(())
    }
}
