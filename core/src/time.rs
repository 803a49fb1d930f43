//! Days and moments: what the service writes about time, and how arguments name one.

mod date;

use std::fmt;

use serde::ser::{Serialize, Serializer};

use self::date::Date;
use crate::amount::{excerpt, push_digits};

/// No place on earth is further from UTC, in minutes.
const MAX_OFFSET: i16 = 14 * 60;

/// The zones of the tz database that have shared Berlin's clock since 2012, and the usual names of that clock.
const LIKE_BERLIN: &[&str] = &[
    "CET",
    "CEST",
    "MEZ",
    "MESZ",
    "Europe/Berlin",
    "Europe/Amsterdam",
    "Europe/Andorra",
    "Europe/Belgrade",
    "Europe/Bratislava",
    "Europe/Brussels",
    "Europe/Budapest",
    "Europe/Busingen",
    "Europe/Copenhagen",
    "Europe/Gibraltar",
    "Europe/Ljubljana",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Monaco",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Podgorica",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/San_Marino",
    "Europe/Sarajevo",
    "Europe/Skopje",
    "Europe/Stockholm",
    "Europe/Tirane",
    "Europe/Vaduz",
    "Europe/Vatican",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zagreb",
    "Europe/Zurich",
];

/// Where the clock hangs that a time without an offset was read from.
///
/// The service writes wall-clock times and seldom says of which zone. Two captured answers (2024-12 and 2025-11) fit
/// Central European Time and exclude UTC; that its clock also follows the summer time of Berlin is inference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Central European Time: one hour east of UTC, in summer two.
    ///
    /// Summer time is reckoned by the rule of the EU, from the last Sunday of March to the last Sunday of October, each
    /// at 01:00 UTC. The hour that October has twice is read as the first of the two, summer time. The hour that March
    /// leaves out is read with the winter offset. Both are choices: the service gives nothing to tell by.
    #[default]
    Berlin,
    /// Minutes east of UTC all year, from -840 to 840.
    Fixed(i16),
    /// A zone somewhere else, by a name this crate does not know. Days can be read, moments stay text.
    Unknown,
}

impl Zone {
    /// The zone of a name or an offset: `Europe/Berlin`, other zones with the same clock such as `Europe/Vienna`,
    /// `CET`, `MEZ`, `UTC`, `GMT`, `Z`, `+02:00`, `-0530`. Upper or lower case is all the same.
    ///
    /// `None` for any other zone, as there is no list of all the world's clocks here.
    ///
    /// ```
    /// use digistore24::Zone;
    ///
    /// assert_eq!(Zone::parse("Europe/Zurich"), Some(Zone::Berlin));
    /// assert_eq!(Zone::parse("-0530"), Some(Zone::Fixed(-330)));
    /// assert_eq!(Zone::parse("Asia/Tokyo"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Zone> {
        if LIKE_BERLIN.iter().any(|name| name.eq_ignore_ascii_case(text)) {
            return Some(Zone::Berlin);
        }
        if ["UTC", "GMT", "Z"].iter().any(|name| name.eq_ignore_ascii_case(text)) {
            return Some(Zone::Fixed(0));
        }
        Scan(text.as_bytes()).whole_offset().map(Zone::Fixed)
    }

    /// The zone an answer says its times are in, by the `timezone` and `utc_offset` of its envelope.
    ///
    /// A known name wins, then the offset, then Berlin. The unit of `utc_offset` is documented nowhere, so its size
    /// tells (inference): up to 14 these are hours, up to 840 minutes, above that seconds. What is no whole minute or
    /// more than 14 hours says nothing. One hour or two is Berlin: an answer written in winter also holds summer times.
    ///
    /// ```
    /// use digistore24::Zone;
    ///
    /// assert_eq!(Zone::of_envelope(Some("Europe/Berlin"), Some(0)), Zone::Berlin);
    /// assert_eq!(Zone::of_envelope(None, Some(2)), Zone::Berlin);
    /// assert_eq!(Zone::of_envelope(None, Some(-18000)), Zone::Fixed(-300));
    /// assert_eq!(Zone::of_envelope(None, None), Zone::Berlin);
    /// assert_eq!(Zone::of_envelope(Some("Asia/Tokyo"), None), Zone::Unknown);
    /// ```
    pub fn of_envelope(timezone: Option<&str>, utc_offset: Option<i64>) -> Zone {
        let by_offset = || {
            let minutes = match utc_offset? {
                hours @ -14..=14 => hours * 60,
                minutes @ -840..=840 => minutes,
                seconds if seconds % 60 == 0 => seconds / 60,
                _ => return None,
            };
            match minutes {
                // The offset tells the season of the answer, and its rows may be of the other one.
                60 | 120 => Some(Zone::Berlin),
                _ => i16::try_from(minutes).ok().filter(possible_offset).map(Zone::Fixed),
            }
        };
        let named = timezone.filter(|name| !name.is_empty());
        let otherwise = if named.is_some() { Zone::Unknown } else { Zone::Berlin };
        named.and_then(Zone::parse).or_else(by_offset).unwrap_or(otherwise)
    }

    /// Minutes east of UTC when the clock of this zone shows that time of that day.
    fn offset_at(self, date: Date, hour: u8) -> i16 {
        match self {
            Zone::Fixed(minutes) => minutes,
            Zone::Berlin | Zone::Unknown => {
                let local = (date.month, date.day, hour);
                let summer = (3, date.last_sunday_of(3), 3)..(10, date.last_sunday_of(10), 3);
                if summer.contains(&local) { 120 } else { 60 }
            }
        }
    }
}

fn possible_offset(minutes: &i16) -> bool {
    (-MAX_OFFSET..=MAX_OFFSET).contains(minutes)
}

/// A day, or a moment of a day: what the service writes into fields such as `created_at` or `next_payment_at`.
///
/// One field may hold either form (captures of 2024 and 2025). A moment knows how far its clock was from UTC; a day
/// alone has no clock and is no point in time. Moments are put in order by their [`unix_seconds`](Time::unix_seconds);
/// two times are equal only when they read the same.
///
/// ```
/// use digistore24::{Time, Zone};
///
/// let paid = Time::parse("2026-10-05 14:00:00", Zone::Berlin)?;
/// assert_eq!(paid.to_string(), "2026-10-05T14:00:00+02:00");
/// assert_eq!(paid.unix_seconds(), Some(1_791_201_600));
///
/// let next = Time::parse("2026-11-05", Zone::Berlin)?;
/// assert!(next.is_date());
/// assert_eq!(next.to_string(), "2026-11-05");
/// # Ok::<(), digistore24::BadTime>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    date: Date,
    clock: Option<Clock>,
}

impl Time {
    /// Reads a day or a moment. `zone` counts when the text has no offset of its own.
    ///
    /// Beside `2026-10-05 14:00:00` and `2026-10-05` it takes a `T` or nothing at all between day and time (an example
    /// of the vendor's OpenAPI document, 2025-10, prints `used_at` like that), no seconds, a fraction of zeros, and an
    /// offset at the end: `Z`, `+02:00`, `+0200`.
    ///
    /// # Errors
    ///
    /// [`BadTime::Form`] when the text looks different. [`BadTime::Impossible`] when no calendar has that day, or no
    /// clock that time: `0000-00-00`, `2026-02-29`, `24:00:00`; the vendor's documents print such dates, so keep the
    /// text. [`BadTime::Fraction`] when the text says more than whole seconds can keep.
    pub fn parse(text: &str, zone: Zone) -> Result<Time, BadTime> {
        Time::read(text, zone).ok_or_else(|| match Reading::of(text) {
            None => BadTime::Form(excerpt(text)),
            Some(read) if read.fraction == Fraction::Parts => BadTime::Fraction(excerpt(text)),
            Some(read) if !read.is_placed(zone) => BadTime::Zone(excerpt(text)),
            Some(_) => BadTime::Impossible(excerpt(text)),
        })
    }

    /// The same without a word on what is wrong.
    pub(crate) fn read(text: &str, zone: Zone) -> Option<Time> {
        let read = Reading::of(text)?;
        if read.fraction == Fraction::Parts || !read.is_placed(zone) { None } else { read.time(zone) }
    }

    /// Appends ISO 8601.
    pub(crate) fn push_to(self, out: &mut String) {
        push_digits(self.date.year.into(), 4, out);
        for part in [self.date.month, self.date.day] {
            out.push('-');
            push_digits(part.into(), 2, out);
        }
        if let Some(clock) = self.clock {
            let ahead = clock.offset.unsigned_abs();
            let ahead_by = if clock.offset < 0 { '-' } else { '+' };
            let parts = [
                ('T', clock.hour.into()),
                (':', clock.minute.into()),
                (':', clock.second.into()),
                (ahead_by, ahead / 60),
                (':', ahead % 60),
            ];
            for (mark, part) in parts {
                out.push(mark);
                push_digits(part.into(), 2, out);
            }
        }
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.date.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.date.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.date.day
    }

    /// Hour (0 to 23), minute and second as the clock showed them; `None` for a day alone.
    pub fn clock(self) -> Option<(u8, u8, u8)> {
        self.clock.map(|clock| (clock.hour, clock.minute, clock.second))
    }

    /// Whether this is a day without a time of day.
    pub const fn is_date(self) -> bool {
        self.clock.is_none()
    }

    /// How many minutes east of UTC the clock was; `None` for a day alone.
    pub fn offset_minutes(self) -> Option<i16> {
        self.clock.map(|clock| clock.offset)
    }

    /// Seconds since 1970-01-01 00:00:00 UTC; `None` for a day alone, which is no point in time.
    pub fn unix_seconds(self) -> Option<i64> {
        let clock = self.clock?;
        let minutes = i64::from(clock.hour) * 60 + i64::from(clock.minute) - i64::from(clock.offset);
        Some(self.date.days() * 86_400 + minutes * 60 + i64::from(clock.second))
    }

    /// The first and the last second of a day on Berlin's clock, counted like [`unix_seconds`](Time::unix_seconds); of
    /// a moment twice itself.
    pub(crate) fn span(self) -> (i64, i64) {
        if let Some(second) = self.unix_seconds() {
            return (second, second);
        }
        let midnight = |hour| self.date.days() * 86_400 - i64::from(Zone::Berlin.offset_at(self.date, hour)) * 60;
        (midnight(0), midnight(23) + 86_399)
    }
}

/// Writes ISO 8601: `2026-10-05T14:00:00+02:00`, or `2026-10-05` for a day alone.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(25);
        self.push_to(&mut text);
        f.pad(&text)
    }
}

/// As its text in ISO 8601.
impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a text is no [`Time`]. Each holds the first 40 characters of the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadTime {
    /// The text is not of a known form.
    #[error("expected a time such as `2026-10-05 14:00:00` or `2026-10-05`, got \"{0}\"")]
    Form(String),
    /// The form is right, but there is no such day, no such time of day or no such offset.
    #[error("no calendar has the time \"{0}\": use the text as it is, or correct it")]
    Impossible(String),
    /// It was read from a clock nobody knows.
    #[error("the zone of \"{0}\" is not known: name it in the settings of the client")]
    Zone(String),
    /// The text holds parts of a second.
    #[error("times are whole seconds: cut the fraction off \"{0}\"")]
    Fraction(String),
}

/// A point in time as an argument: a time the service knows, or words it understands.
///
/// The vendor documents `2026-10-05 14:00:00` and `2026-10-05` (read on the service's own clock), `now`, `today`,
/// `start` (the first moment there is, for lists), and steps from now such as `-3d` or `24h`, with the units `s`, `m`
/// (minutes), `h`, `d`, `M` (months) and `Y`. Only ISO 8601 with an offset, such as `2026-10-05T14:00:00+02:00`, leaves
/// no doubt about the zone; a [`Time`] becomes that.
///
/// Making one checks nothing; [`check`](Moment::check) runs before the call is sent.
///
/// ```
/// use digistore24::{Moment, Time, Zone};
///
/// assert!(Moment::check(Moment::from("-3d").as_str()).is_ok());
/// assert!(Moment::check("tomorrow").is_err());
///
/// let noon = Time::parse("2026-10-05 12:00", Zone::Berlin)?;
/// assert_eq!(Moment::from(noon).as_str(), "2026-10-05T12:00:00+02:00");
/// # Ok::<(), digistore24::BadTime>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Moment(String);

impl Moment {
    /// The text as it goes to the service.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the service takes this text for a point in time.
    ///
    /// # Errors
    ///
    /// [`BadMoment`] for other words, other units, impossible days, and a `T` without an offset, of which no document
    /// says whose clock it would be read on.
    pub fn check(text: &str) -> Result<(), BadMoment> {
        let known = match text {
            "now" | "today" | "start" => true,
            _ => is_step(text) || Reading::of(text).is_some_and(|read| read.is_moment()),
        };
        BadMoment::unless(known, "a moment such as `2026-10-05 14:00:00`, `now` or `-3d`", text)
    }
}

impl From<&str> for Moment {
    fn from(text: &str) -> Moment {
        Moment(text.to_owned())
    }
}

impl From<String> for Moment {
    fn from(text: String) -> Moment {
        Moment(text)
    }
}

impl From<Time> for Moment {
    fn from(time: Time) -> Moment {
        Moment(time.to_string())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether the service takes this text for a day: `2026-10-05`, `now`, `today`, or a step from today such as `-3d`
/// (documented by the vendor).
///
/// # Errors
///
/// [`BadMoment`] for anything else, also for a day with a time of day.
///
/// ```
/// assert!(digistore24::check_day("2026-10-05").is_ok());
/// assert!(digistore24::check_day("2026-02-29").is_err());
/// ```
pub fn check_day(text: &str) -> Result<(), BadMoment> {
    let known = match text {
        "now" | "today" => true,
        _ => is_step(text) || Time::parse(text, Zone::Berlin).is_ok_and(Time::is_date),
    };
    BadMoment::unless(known, "a day such as `2026-10-05`, `today` or `-3d`", text)
}

/// Whether this text is a month, `2026-10`, as `statsAffiliateToplist` takes it (documented by the vendor).
///
/// # Errors
///
/// [`BadMoment`] for anything else.
///
/// ```
/// assert!(digistore24::check_month("2026-10").is_ok());
/// assert!(digistore24::check_month("2026-13").is_err());
/// ```
pub fn check_month(text: &str) -> Result<(), BadMoment> {
    let mut rest = Scan(text.as_bytes());
    let date = rest.month().map(|(year, month)| Date { year, month, day: 1 });
    let known = rest.0.is_empty() && date.is_some_and(Date::exists);
    BadMoment::unless(known, "a month such as `2026-10`", text)
}

/// A text that names no moment, day or month where the service expects one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, got \"{got}\"")]
pub struct BadMoment {
    expected: &'static str,
    got: String,
}

impl BadMoment {
    fn unless(known: bool, expected: &'static str, text: &str) -> Result<(), BadMoment> {
        if known { Ok(()) } else { Err(BadMoment { expected, got: excerpt(text) }) }
    }
}

/// `24h`, `-3d`, `6M`: a number of steps from now; the letter's case matters.
fn is_step(text: &str) -> bool {
    let number = text.strip_prefix('-').unwrap_or(text).strip_suffix(['s', 'm', 'h', 'd', 'M', 'Y']);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A time of day and how far the clock is from UTC, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Clock {
    hour: u8,
    minute: u8,
    second: u8,
    offset: i16,
}

/// The parts of a text that has the form of a time, whether or not there is such a time.
struct Reading {
    date: Date,
    /// What stands between day and time, if anything does.
    divider: Option<u8>,
    /// Hour, minute, and the second if it is given.
    clock: Option<(u8, u8, Option<u8>)>,
    fraction: Fraction,
    offset: Option<i16>,
}

#[derive(PartialEq)]
enum Fraction {
    Absent,
    Zeros,
    Parts,
}

impl Reading {
    fn of(text: &str) -> Option<Reading> {
        let mut rest = Scan(text.as_bytes());
        let (year, month) = rest.month()?;
        let day = rest.eat(b'-').then(|| rest.two())??;
        let date = Date { year, month, day };
        let mut reading = Reading { date, divider: None, clock: None, fraction: Fraction::Absent, offset: None };
        if rest.0.is_empty() {
            return Some(reading);
        }
        reading.divider = [b'T', b' '].into_iter().find(|&divider| rest.eat(divider));
        let hour = rest.two()?;
        let minute = rest.eat(b':').then(|| rest.two())??;
        let second = if rest.eat(b':') { Some(rest.two()?) } else { None };
        if second.is_some() && rest.eat(b'.') {
            reading.fraction = rest.fraction()?;
        }
        reading.clock = Some((hour, minute, second));
        reading.offset = match rest.0 {
            [] => None,
            [b'Z'] => Some(0),
            _ => Some(rest.whole_offset()?),
        };
        Some(reading)
    }

    /// Whether its clock is known where this zone counts.
    fn is_placed(&self, zone: Zone) -> bool {
        zone != Zone::Unknown || self.clock.is_none() || self.offset.is_some()
    }

    /// The time this says, in whole seconds, if the calendar has it.
    fn time(&self, zone: Zone) -> Option<Time> {
        let date = Some(self.date).filter(|date| date.exists())?;
        let Some((hour, minute, second)) = self.clock else { return Some(Time { date, clock: None }) };
        let offset = self.offset.unwrap_or_else(|| zone.offset_at(date, hour));
        let clock = Clock { hour, minute, second: second.unwrap_or(0), offset };
        let exists = hour < 24 && minute < 60 && clock.second < 60 && possible_offset(&offset);
        exists.then_some(Time { date, clock: Some(clock) })
    }

    /// Whether this is one of the forms documented for arguments.
    fn is_moment(&self) -> bool {
        let form = match (self.clock, self.offset) {
            (None, _) => true,
            (Some(_), Some(_)) => self.divider.is_some(),
            (Some((.., second)), None) => {
                self.divider == Some(b' ') && second.is_some() && self.fraction == Fraction::Absent
            }
        };
        form && self.time(Zone::Berlin).is_some()
    }
}

/// What is left to read of a text.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn eat(&mut self, byte: u8) -> bool {
        let rest = self.0.strip_prefix(&[byte]);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn digit(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        self.0 = rest;
        Some(digit)
    }

    fn two(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }

    /// `2026-10`
    fn month(&mut self) -> Option<(u16, u8)> {
        let year = u16::from(self.two()?) * 100 + u16::from(self.two()?);
        Some((year, self.eat(b'-').then(|| self.two())??))
    }

    /// The digits behind the dot, at least one.
    fn fraction(&mut self) -> Option<Fraction> {
        let mut all = self.digit()?;
        while let Some(digit) = self.digit() {
            all |= digit;
        }
        Some(if all == 0 { Fraction::Zeros } else { Fraction::Parts })
    }

    /// `+02:00` or `+0200` and nothing else, in minutes.
    fn whole_offset(&mut self) -> Option<i16> {
        let sign = if self.eat(b'-') { -1 } else { self.eat(b'+').then_some(1)? };
        let hours = i16::from(self.two()?);
        self.eat(b':');
        let minutes = i16::from(self.two()?);
        let total = sign * (hours * 60 + minutes);
        (self.0.is_empty() && minutes < 60 && possible_offset(&total)).then_some(total)
    }
}
