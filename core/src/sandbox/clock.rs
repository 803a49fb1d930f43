//! The sandbox's clock: it stands still until it is moved, and shows the wall-clock time of Berlin.

use std::time::Duration;

use super::assumptions::FIRST_MOMENT;
use super::kept::{Fields, Kept};
use crate::wire::value;
use crate::{Time, Value, Zone};

/// 2026-10-05 14:00:00 in Berlin.
const BEGINNING: i64 = 1_791_201_600;

/// 9999-12-31 00:00:00 UTC, where four digits of a year end.
const END: i64 = 253_402_214_400;

const DAY: i64 = 86_400;

#[derive(Clone, Debug)]
pub(super) struct Clock {
    unix: i64,
    /// How far it was moved: every moment of it, while the time it shows has whole seconds.
    passed: Duration,
}

impl Clock {
    pub(super) fn new() -> Clock {
        Clock { unix: BEGINNING, passed: Duration::ZERO }
    }

    /// A clock that shows a moment.
    pub(super) fn at(moment: &str) -> Clock {
        Clock { unix: unix_of(moment).unwrap_or(BEGINNING), passed: Duration::ZERO }
    }

    /// What it will show when it was moved on by that much.
    pub(super) fn after(&self, by: Duration) -> Clock {
        let passed = self.passed.saturating_add(by);
        let seconds = i64::try_from(passed.as_secs() - self.passed.as_secs()).unwrap_or(END);
        Clock { unix: self.unix.saturating_add(seconds).min(END), passed }
    }

    /// Moves on to a moment that is not before now.
    pub(super) fn go_to(&mut self, unix: i64) {
        let by = u64::try_from(unix.saturating_sub(self.unix)).unwrap_or_default();
        *self = self.after(Duration::from_secs(by));
    }

    /// How far it was moved.
    pub(super) fn passed(&self) -> Duration {
        self.passed
    }

    pub(super) fn time(&self) -> Time {
        moment_of(self.unix)
    }

    /// Seconds since 1970.
    pub(super) fn unix(&self) -> i64 {
        self.unix
    }

    /// `2026-10-05 14:00:00`
    pub(super) fn now(&self) -> String {
        wall(self.unix)
    }

    /// `2026-10-05`
    pub(super) fn today(&self) -> String {
        day_of(&self.now()).to_owned()
    }

    /// The moment an argument stands for, as the service writes it.
    pub(super) fn moment(&self, text: &str) -> Option<String> {
        self.instant(text).map(wall)
    }

    /// The moment an argument stands for, in seconds since 1970. Its text alone would not tell both hours apart that have
    /// the same name in October.
    pub(super) fn instant(&self, text: &str) -> Option<i64> {
        match text {
            "now" => Some(self.unix),
            "today" => calendar_day(self.unix).map(|day| day.span().0),
            "start" => unix_of(FIRST_MOMENT),
            _ => self.step(text).or_else(|| Some(Time::parse(text, Zone::Berlin).ok()?.span().0)),
        }
    }

    /// The day an argument stands for.
    pub(super) fn day(&self, text: &str) -> Option<String> {
        self.moment(text).map(|moment| day_of(&moment).to_owned())
    }

    /// `24h`, `-3d`, `6M`: so far from now.
    fn step(&self, text: &str) -> Option<i64> {
        let unit = text.chars().last().filter(char::is_ascii_alphabetic)?;
        let count: i64 = text.strip_suffix(unit)?.parse().ok()?;
        let seconds = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => DAY,
            'M' => return unix_of(&months_later(&self.now(), count)?),
            'Y' => return unix_of(&months_later(&self.now(), count.checked_mul(12)?)?),
            _ => return None,
        };
        let unix = self.unix.checked_add(count.checked_mul(seconds)?)?;
        (0..=END).contains(&unix).then_some(unix)
    }
}

/// The day of a moment.
pub(super) fn day_of(moment: &str) -> &str {
    moment.get(..10).unwrap_or(moment)
}

/// The same time of day some months later, on the last day of the month where it has no such day.
pub(super) fn months_later(moment: &str, months: i64) -> Option<String> {
    let time = Time::parse(moment, Zone::Berlin).ok()?;
    let month = i64::from(time.year()) * 12 + i64::from(time.month()) - 1;
    let month = month.checked_add(months)?;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let rest = moment.get(10..)?;
    (0..4u8)
        .map(|less| format!("{year:04}-{month:02}-{:02}", time.day().saturating_sub(less)))
        .find(|day| Time::parse(day, Zone::Berlin).is_ok())
        .map(|day| day + rest)
}

/// A moment on Berlin's clock.
pub(super) fn moment_of(unix: i64) -> Time {
    Time::of_unix_seconds(unix).and_then(Time::on_berlins_clock).unwrap_or(Time::EPOCH)
}

/// The time on a wall in Berlin, as the service writes it: `2026-10-05 14:00:00`.
pub(super) fn wall(unix: i64) -> String {
    let time = Time::of_unix_seconds(unix).and_then(Time::on_berlins_clock);
    let mut text = time.map(|time| time.to_string().replace('T', " ")).unwrap_or_default();
    text.truncate("2026-10-05 14:00:00".len());
    text
}

/// The moment that the service writes so: `2026-10-05 14:00:00`.
pub(super) fn unix_of(wall: &str) -> Option<i64> {
    Time::parse(wall, Zone::Berlin).ok()?.unix_seconds()
}

/// The day of a moment in Berlin.
pub(super) fn calendar_day(unix: i64) -> Option<Time> {
    Time::of_day_number(Time::of_unix_seconds(unix)?.on_berlins_clock()?.day_number())
}

/// The days of many moments in Berlin. A moment of the same day as the one before costs next to nothing.
#[derive(Default)]
pub(super) struct Days(Option<(i64, i64, Time)>);

impl Days {
    /// The day of a moment.
    pub(super) fn of(&mut self, unix: i64) -> Option<Time> {
        let known = self.0.filter(|(first, last, _)| (*first..=*last).contains(&unix));
        if known.is_none() {
            self.0 = calendar_day(unix).map(|day| (day.span().0, day.span().1, day));
        }
        self.0.map(|(.., day)| day)
    }
}

/// That many hours into a day in Berlin.
pub(super) fn hours_into(day: Time, hours: i64) -> i64 {
    day.span().0 + hours * 3600
}

impl Kept for Clock {
    fn save(&self, out: &mut String) {
        let nanoseconds = i64::from(self.passed.subsec_nanos());
        let seconds = i64::try_from(self.passed.as_secs()).unwrap_or(i64::MAX);
        Value::from([("unix", self.unix.into()), ("passed", vec![Value::from(seconds), nanoseconds.into()].into())])
            .save(out);
    }

    fn load(json: &str) -> Option<Clock> {
        let fields = Fields::of(json)?;
        // A clock that was moved as far as it goes has passed more seconds than rows have cents.
        let passed = value::parts(fields.json("passed")?)?;
        let [seconds, nanoseconds] = passed.as_slice() else { return None };
        let nanoseconds: u32 = nanoseconds.parse().ok()?;
        let passed = Duration::new(seconds.parse().ok()?, Some(nanoseconds).filter(|part| *part < 1_000_000_000)?);
        Some(Clock { unix: fields.load("unix").filter(|unix| (0..=END).contains(unix))?, passed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_shows_the_time_of_berlin() {
        assert_eq!(Clock::new().now(), "2026-10-05 14:00:00");
        for moment in [
            "2026-10-25 01:59:59",
            "2026-10-25 03:00:00",
            "2026-03-29 03:00:00",
            "2024-02-29 12:00:00",
            "1999-12-31 23:59:59",
        ] {
            assert_eq!(Clock::at(moment).now(), moment);
        }
        let clock = Clock::at("2026-10-25 02:30:00").after(Duration::from_secs(3600));
        assert_eq!(clock.now(), "2026-10-25 02:30:00", "the hour that October has twice");
        assert_eq!(clock.time().to_string(), "2026-10-25T02:30:00+01:00");
        assert_eq!(clock.instant("now"), Some(clock.unix()), "which its text does not tell");
        assert_eq!(calendar_day(clock.unix()).map(|day| day.to_string()).as_deref(), Some("2026-10-25"));
    }

    #[test]
    fn steps_lead_away_from_now() {
        let clock = Clock::new();
        for (step, moment) in [
            ("24h", "2026-10-06 14:00:00"),
            ("-3d", "2026-10-02 14:00:00"),
            ("-10m", "2026-10-05 13:50:00"),
            ("6M", "2027-04-05 14:00:00"),
            ("-2Y", "2024-10-05 14:00:00"),
            ("today", "2026-10-05 00:00:00"),
            ("2026-10-05T12:00:00Z", "2026-10-05 14:00:00"),
            ("2026-09-30", "2026-09-30 00:00:00"),
        ] {
            assert_eq!(clock.moment(step).as_deref(), Some(moment), "{step}");
        }
        assert_eq!(clock.moment("9223372036854775807d"), None);
        assert_eq!(clock.moment("soon"), None);
        assert_eq!(months_later("2026-01-31 08:00:00", 1).as_deref(), Some("2026-02-28 08:00:00"));
    }

    #[test]
    fn no_step_is_too_long_for_the_clock() {
        let clock = Clock::new().after(Duration::MAX);
        assert_eq!(clock.now(), "9999-12-31 01:00:00");
    }
}
