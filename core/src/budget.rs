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
    buckets: Arc<Mutex<Vec<(Key, Bucket)>>>,
}

/// The bucket of a key.
#[derive(Default)]
struct Bucket {
    /// The moment at which it is full again.
    full_at: Duration,
    /// No call begins before that moment.
    closed_until: Duration,
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
        Some(Budget { interval, ahead, buckets: Arc::default() })
    }

    /// Takes a call from the bucket of a key, and says how long to wait until it is there. Nothing is taken, and there is
    /// `None`, where no time would be `left` by then: calls that are given up must not make the others wait. `now` is any
    /// clock that only goes forward, the same for all who share the budget.
    pub(crate) fn take(&self, key: &Key, now: Duration, left: Option<Duration>) -> Option<Duration> {
        self.change(key, |bucket| {
            let begins = bucket.full_at.max(now);
            let turn = begins.saturating_sub(self.ahead).saturating_sub(now);
            if left.is_some_and(|left| turn >= left) {
                return None;
            }
            bucket.full_at = begins.saturating_add(self.interval);
            Some(turn)
        })
    }

    /// Empties the bucket of a key: no further call begins before that moment.
    pub(crate) fn pause(&self, key: &Key, until: Duration) {
        self.change(key, |bucket| {
            bucket.full_at = bucket.full_at.max(until.saturating_add(self.ahead));
            bucket.closed_until = bucket.closed_until.max(until);
        });
    }

    /// Whether no call may begin, although its turn has come: it was given before the pause.
    pub(crate) fn is_closed(&self, key: &Key, now: Duration) -> bool {
        self.change(key, |bucket| now < bucket.closed_until)
    }

    fn change<T>(&self, key: &Key, change: impl FnOnce(&mut Bucket) -> T) -> T {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bucket)) = buckets.iter_mut().find(|(other, _)| other == key) {
            return change(bucket);
        }
        let mut bucket = Bucket::default();
        let changed = change(&mut bucket);
        buckets.push((key.clone(), bucket));
        changed
    }
}

impl PartialEq for Budget {
    /// Whether both are one and the same.
    fn eq(&self, other: &Budget) -> bool {
        Arc::ptr_eq(&self.buckets, &other.buckets)
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget").field("interval", &self.interval).field("ahead", &self.ahead).finish_non_exhaustive()
    }
}
