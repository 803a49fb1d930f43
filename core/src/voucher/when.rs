//! Moments on a clock whose zone may be unknown.

use crate::{Time, Zone};

/// The seconds in which a moment lies, counted from 1970 in UTC. Mostly one: a day alone has many, and the hour that October
/// has twice leaves open which of the two is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: i64,
    pub(super) last: i64,
}

impl Span {
    /// Reads a day or a moment. The zone counts where the text has no offset.
    pub(super) fn read(text: &str, zone: Zone) -> Option<Span> {
        let text = without_fraction(text);
        let time = Time::parse(&text, zone).ok()?;
        let at = |clock: &str| {
            let day = format!("{:04}-{:02}-{:02} {clock}", time.year(), time.month(), time.day());
            Time::parse(&day, zone).ok()
        };
        if time.is_date() {
            return Some(Span { first: at("00:00:00")?.unix_seconds()?, last: at("23:59:59")?.unix_seconds()? });
        }
        let first = time.unix_seconds()?;
        let is_twice = zone == Zone::Berlin
            && !has_offset(&text)
            && time.month() == 10
            && time.clock().is_some_and(|(hour, ..)| hour == 2)
            && time.offset_minutes() == Some(120)
            && at("03:00:00")?.offset_minutes() == Some(60);
        Some(Span { first, last: if is_twice { first + 3600 } else { first } })
    }

    /// Whether this moment has come, `now` being on a clock that may differ by so many seconds. Nothing where that decides.
    pub(super) fn passed(self, now: Span, margin: i64) -> Option<bool> {
        if now.first >= self.last.saturating_add(margin) {
            Some(true)
        } else if now.last < self.first.saturating_sub(margin) {
            Some(false)
        } else {
            None
        }
    }

    pub(super) fn is_second(self) -> bool {
        self.first == self.last
    }
}

/// Whether a text tells how far its clock was from UTC.
pub(super) fn has_offset(text: &str) -> bool {
    let text = without_fraction(text);
    let second = |minutes| Time::parse(&text, Zone::Fixed(minutes)).ok().and_then(Time::unix_seconds);
    second(0).is_some() && second(0) == second(60)
}

/// Whether a text has no offset, or the one that Berlin has at that time.
pub(super) fn keeps_berlin_time(text: &str) -> bool {
    let bare = || {
        let time = Time::parse(&without_fraction(text), Zone::Berlin).ok()?;
        let (hour, minute, second) = time.clock()?;
        let (year, month, day) = (time.year(), time.month(), time.day());
        let there =
            Span::read(&format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"), Zone::Berlin)?;
        let here = time.unix_seconds()?;
        Some(here == there.first || here == there.last)
    };
    !has_offset(text) || bare().unwrap_or_default()
}

/// Whether a text is a day without a time of day.
pub(super) fn is_day(text: &str) -> bool {
    Time::parse(text, Zone::Fixed(0)).is_ok_and(Time::is_date)
}

/// Parts of a second do not matter here, and JavaScript writes them.
pub(super) fn without_fraction(text: &str) -> String {
    let Some((before, after)) = text.split_once('.') else { return text.to_owned() };
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.len() == after.len() {
        true => text.to_owned(),
        false => format!("{before}{rest}"),
    }
}
