//! How many calls a key may make in a time.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::key::Key;

/// How many calls a key may make in a time: a bucket that fills steadily, and from which each attempt takes one.
///
/// The service documents no limit and none was observed (October 2026), so there is none unless you set one. A clone is
/// the same budget: share it between all clients of a process. Each key has a bucket of its own. When the service says
/// that there were too many calls, all calls with that key wait as long as the one that was told.
///
/// ```
/// use std::time::Duration;
/// use digistore24::{Budget, Client, Settings};
///
/// // Five calls a second, and ten at once after a rest.
/// let budget = Budget::new(5.0, 10).unwrap();
/// let client = Client::new(Settings { budget: Some(budget.clone()), ..Settings::from("123-ExampleKey") })?;
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone)]
pub struct Budget {
    /// The time in which one call comes back.
    interval: Duration,
    /// How far ahead of its time a call may be: the calls beyond the first that are there after a rest.
    ahead: Duration,
    /// For each key the moment at which its bucket is full again.
    full_at: Arc<Mutex<Vec<(Key, Duration)>>>,
}

impl Budget {
    /// So many calls a second, and so many at once after a rest, at least 1. `None` when a number is out of reason: a
    /// rate that is not above 0 or rarer than a call a day, or no call at once.
    pub fn new(per_second: f64, at_once: u32) -> Option<Budget> {
        let interval = Duration::try_from_secs_f64(1.0 / per_second).ok()?;
        if interval > Duration::from_secs(86_400) || at_once == 0 {
            return None;
        }
        let ahead = interval.checked_mul(at_once - 1)?;
        Some(Budget { interval, ahead, full_at: Arc::default() })
    }

    /// Takes a call from the bucket of a key, and says how long to wait until it is there. `now` is any clock that only
    /// goes forward, the same for all who share the budget.
    pub(crate) fn take(&self, key: &Key, now: Duration) -> Duration {
        self.change(key, |full_at| {
            let begins = (*full_at).max(now);
            *full_at = begins.saturating_add(self.interval);
            begins.saturating_sub(self.ahead).saturating_sub(now)
        })
    }

    /// Empties the bucket of a key: no further call begins before that moment.
    pub(crate) fn pause(&self, key: &Key, until: Duration) {
        self.change(key, |full_at| *full_at = (*full_at).max(until.saturating_add(self.ahead)));
    }

    fn change<T>(&self, key: &Key, change: impl FnOnce(&mut Duration) -> T) -> T {
        let mut buckets = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, full_at)) = buckets.iter_mut().find(|(other, _)| other == key) {
            return change(full_at);
        }
        let mut full_at = Duration::ZERO;
        let changed = change(&mut full_at);
        buckets.push((key.clone(), full_at));
        changed
    }
}

impl PartialEq for Budget {
    /// Whether both are one and the same.
    fn eq(&self, other: &Budget) -> bool {
        Arc::ptr_eq(&self.full_at, &other.full_at)
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget").field("interval", &self.interval).field("ahead", &self.ahead).finish_non_exhaustive()
    }
}
