//! A period, read as one or in parts.

use super::moments::Fixed;
use crate::Time;

/// From where on `start` is taken to be when a period is cut in two: no order is older than the service.
const BEGINNING: i64 = 1_325_376_000;

/// Neighbouring parts share their border and a second on either side, since no document says whether a border belongs to
/// a period. What comes twice is left out.
const OVERLAP: i64 = 1;

/// A period that is read part after part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Windows {
    pub(crate) from: Fixed,
    pub(crate) to: Fixed,
    /// How many seconds a part has at most.
    pub(crate) length: Option<i64>,
    /// Where the part begins that is being read; `None` for the beginning of the period.
    pub(crate) begins: Option<i64>,
    /// Where parts end that were cut, the next first. All are within the period.
    pub(crate) cuts: Vec<i64>,
}

impl Windows {
    pub(crate) fn new(from: Fixed, to: Fixed, length: Option<i64>) -> Windows {
        Windows { from, to, length, begins: None, cuts: Vec::new() }
    }

    /// Where the part begins that is being read.
    fn begin(&self) -> i64 {
        self.begins.or(self.from.span.map(|(first, _)| first)).unwrap_or(BEGINNING)
    }

    /// Where the whole period ends.
    fn end(&self) -> i64 {
        self.to.span.map_or(BEGINNING, |(_, last)| last)
    }

    /// Where the part ends; `None` for the end of the period.
    fn ends(&self) -> Option<i64> {
        let step = self.length.map(|length| self.begin().saturating_add(length));
        self.cuts.first().copied().into_iter().chain(step).min().filter(|end| *end < self.end())
    }

    /// What the service is told.
    pub(crate) fn told(&self) -> (String, String) {
        let text = |seconds: i64| Time::of_unix_seconds(seconds).map(|time| time.to_string());
        let from = self.begins.and_then(|begin| text(begin.saturating_sub(OVERLAP)));
        let to = self.ends().and_then(|end| text(end.saturating_add(OVERLAP)));
        (from.unwrap_or_else(|| self.from.text.clone()), to.unwrap_or_else(|| self.to.text.clone()))
    }

    /// Goes on to the next part; `false` when there is none.
    pub(crate) fn advance(&mut self) -> bool {
        let Some(end) = self.ends() else { return false };
        self.cuts.retain(|cut| *cut > end);
        self.begins = Some(end);
        true
    }

    /// Cuts the part in two; `false` when it is too short for that.
    pub(crate) fn cut(&mut self) -> bool {
        let (begin, end) = (self.begin(), self.ends().unwrap_or(self.end()));
        let middle = begin.saturating_add(end.saturating_sub(begin) / 2);
        let long_enough = end.saturating_sub(begin) > 4 * OVERLAP;
        if long_enough {
            // The part may have ended by its length, of which the next one counts anew.
            if self.cuts.first() != Some(&end) && end < self.end() {
                self.cuts.insert(0, end);
            }
            self.cuts.insert(0, middle);
        }
        long_enough
    }
}
