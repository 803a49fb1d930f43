//! The days of a scenario, and the hours in which people buy.

use super::super::clock::calendar_day;
use super::dice::{Dice, Odds};
use crate::Time;

/// How busy the hours of an ordinary day are, from midnight on.
pub(super) const HOURS: [i64; 24] =
    [8, 4, 2, 2, 2, 4, 12, 24, 36, 46, 50, 48, 52, 46, 42, 40, 42, 46, 54, 66, 76, 70, 46, 22];

const HOUR: i64 = 3600;

/// The days of a scenario: which they are, with the first second of each and of the next.
pub(super) struct Calendar(Vec<(Time, i64, i64)>);

impl Calendar {
    /// So many days on from the first whole day that is not over before `now`.
    pub(super) fn of(now: i64, days: i64) -> Option<Calendar> {
        let today = calendar_day(now)?;
        let first = if today.span().0 == now { today } else { today.plus_days(1)? };
        let bounds = |day: Time| Some((day, day.span().0, day.plus_days(1)?.span().0));
        (0..days).map(|no| bounds(first.plus_days(no)?)).collect::<Option<Vec<_>>>().map(Calendar)
    }

    pub(super) fn beginning(&self) -> i64 {
        self.0.first().map_or(0, |(_, from, _)| *from)
    }

    /// The first second after the last day.
    pub(super) fn end(&self) -> i64 {
        self.0.last().map_or(0, |(_, _, to)| *to)
    }

    pub(super) fn days(&self) -> impl Iterator<Item = Time> {
        self.0.iter().map(|(day, ..)| *day)
    }

    /// Whether a moment is before the day of that number.
    pub(super) fn is_before(&self, at: i64, day: usize) -> bool {
        self.0.get(day).is_some_and(|(_, from, _)| at < *from)
    }

    /// A moment of a day, in a busy hour rather than a quiet one.
    pub(super) fn moment(&self, day: usize, hours: &Odds, dice: &mut Dice) -> i64 {
        let hour = i64::try_from(hours.draw(dice)).unwrap_or_default();
        let into = hour * HOUR + dice.below(HOUR);
        // The day in March that loses an hour ends earlier.
        self.0.get(day).map_or(0, |(_, from, to)| (from + into).min(to - 1))
    }
}
