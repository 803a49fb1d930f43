//! Days of the calendar, and how to count on from one.

use super::{Clock, Time, Zone};

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Date {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Date {
    pub(super) fn exists(self) -> bool {
        self.year > 0 && (1..=self.last_of_month()).contains(&self.day)
    }

    /// The last day of this month; 0 when there is no such month.
    fn last_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }

    /// Days since 1970-01-01, counted in years that begin in March so that the leap day is the last of its year.
    pub(super) fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// The day that is so many days after 1970-01-01; `None` outside the years 1 to 9999.
    fn of_days(days: i64) -> Option<Date> {
        let days = days.checked_add(719_468)?;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        Some(Date { year, month: month as u8, day: day as u8 })
    }

    /// The last Sunday of a month with 31 days in the same year.
    pub(super) fn last_sunday_of(self, month: u8) -> u8 {
        let last = Date { month, day: 31, ..self }.days();
        31 - (last + 4).rem_euclid(7) as u8
    }
}

impl Time {
    /// So many days later, or earlier where below zero. A time of day stays as the clock showed it, with its offset.
    ///
    /// `None` outside the years 1 to 9999.
    ///
    /// ```
    /// use digistore24::{Time, Zone};
    ///
    /// let paid = Time::parse("2026-12-20", Zone::Berlin)?;
    /// assert_eq!(paid.plus_days(14).map(|day| day.to_string()).as_deref(), Some("2027-01-03"));
    /// # Ok::<(), digistore24::BadTime>(())
    /// ```
    pub fn plus_days(self, days: i64) -> Option<Time> {
        Some(Time { date: Date::of_days(self.date.days().checked_add(days)?)?, ..self })
    }

    /// So many months later, or earlier where below zero. A time of day stays as the clock showed it, with its offset.
    ///
    /// A month that has no such day gives its last one, which is a choice: what the service does is unknown. Count from
    /// the first day of a row, not from one to the next, where its day of the month is to come back.
    ///
    /// `None` outside the years 1 to 9999.
    ///
    /// ```
    /// use digistore24::{Time, Zone};
    ///
    /// let first = Time::parse("2026-01-31", Zone::Berlin)?;
    /// assert_eq!(first.plus_months(1).map(|day| day.to_string()).as_deref(), Some("2026-02-28"));
    /// assert_eq!(first.plus_months(2).map(|day| day.to_string()).as_deref(), Some("2026-03-31"));
    /// # Ok::<(), digistore24::BadTime>(())
    /// ```
    pub fn plus_months(self, months: i64) -> Option<Time> {
        let months = (i64::from(self.date.year) * 12 + i64::from(self.date.month) - 1).checked_add(months)?;
        let year = u16::try_from(months.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
        let date = Date { year, month: months.rem_euclid(12) as u8 + 1, day: self.date.day };
        Some(Time { date: Date { day: date.day.min(date.last_of_month()), ..date }, ..self })
    }

    /// 1970-01-01 in UTC, which seconds are counted from.
    pub(crate) const EPOCH: Time = Time {
        date: Date { year: 1970, month: 1, day: 1 },
        clock: Some(Clock { hour: 0, minute: 0, second: 0, offset: 0 }),
    };

    /// Days since 1970-01-01, a Thursday, by the calendar that the time was read from.
    pub(crate) fn day_number(self) -> i64 {
        self.date.days()
    }

    /// The moment in UTC that is so many seconds after 1970; `None` outside the years 1 to 9999.
    pub(crate) fn of_unix_seconds(seconds: i64) -> Option<Time> {
        let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let part = |seconds: i64| (second / seconds % 60) as u8;
        let clock = Clock { hour: (second / 3600) as u8, minute: part(60), second: part(1), offset: 0 };
        Some(Time { date: Date::of_days(day)?, clock: Some(clock) })
    }

    /// Seconds since 1970 of a moment as headers of HTTP tell it: `Sun, 22 Nov 2026 10:00:00 GMT`.
    pub(crate) fn unix_seconds_of_http(text: &str) -> Option<i64> {
        let (_, text) = text.trim().split_once(", ")?;
        let mut parts = text.strip_suffix(" GMT")?.split([' ', ':']);
        let day = parts.next()?.parse().ok()?;
        let month = parts.next().filter(|name| name.len() == 3)?;
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(month).filter(|at| at % 3 == 0)? / 3 + 1;
        let date = Date { year: parts.next()?.parse().ok()?, month: month as u8, day };
        let mut seconds = date.exists().then(|| date.days() * 86_400)?;
        for (unit, most) in [(3600, 23), (60, 59), (1, 60)] {
            let part: i64 = parts.next()?.parse().ok().filter(|part| (0..=most).contains(part))?;
            seconds += part * unit;
        }
        parts.next().is_none().then_some(seconds)
    }

    /// The same moment as Berlin's clock shows it; `None` for a day alone.
    pub(crate) fn on_berlins_clock(self) -> Option<Time> {
        let seconds = self.unix_seconds()?;
        [120i16, 60].into_iter().find_map(|offset| {
            let Time { date, clock } = Time::of_unix_seconds(seconds.checked_add(i64::from(offset) * 60)?)?;
            let clock = Clock { offset, ..clock? };
            // The hour that October has twice counts as summer's in texts, so the second one is winter's because it is left.
            let is_shown = offset == 60 || Zone::Berlin.offset_at(date, clock.hour) == offset;
            is_shown.then_some(Time { date, clock: Some(clock) })
        })
    }

    /// The first second of that day on Berlin's clock.
    pub(crate) fn midnight(self) -> Time {
        let offset = Zone::Berlin.offset_at(self.date, 0);
        Time { clock: Some(Clock { hour: 0, minute: 0, second: 0, offset }), ..self }
    }

    /// The day alone that is so many days after 1970-01-01; `None` outside the years 1 to 9999.
    pub(crate) fn of_day_number(days: i64) -> Option<Time> {
        Some(Time { date: Date::of_days(days)?, clock: None })
    }
}
