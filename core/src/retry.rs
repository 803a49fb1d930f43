//! Whether a call that did not succeed is sent again, and after which pause.

use std::time::Duration;

/// How a call that did not succeed is sent again. The decision is [`Retry::next`].
///
/// Nothing that charges, refunds, mails, creates or uses up is sent a second time once it may have left this machine: the
/// service has no way to tell a repetition from a new wish (no document names an idempotency key, as of October 2026).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How many times a call is sent again at most. 3 unless given, as the vendor's own clients do; 0 for never.
    pub retries: u32,
    /// The pause before the second attempt; each further one doubles it. Half of it is left to chance, so that many
    /// machines that failed together do not come back together. Half a second unless given.
    pub first: Duration,
    /// The longest pause. A service that asks for a longer one gets none: the call ends, and the error says when to come
    /// back. A minute unless given.
    pub longest: Duration,
}

impl Default for Retry {
    fn default() -> Retry {
        Retry { retries: 3, first: Duration::from_millis(500), longest: Duration::from_secs(60) }
    }
}

/// What came of an attempt that did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing left this machine.
    NotSent,
    /// It was sent, or may have been, and no answer came.
    Lost,
    /// An answer came that this machine does not take, such as one that is too large. It would come again.
    Unusable,
    /// Something came that is no answer of the service: a page of a gateway, or nothing at all.
    Garbled {
        /// The HTTP status.
        status: u16,
        /// Whether the body was empty.
        is_empty: bool,
    },
    /// The service answered and declined.
    Refused {
        /// The HTTP status, which is 200 for most refusals.
        status: u16,
        /// The number of the refusal, where there is one.
        code: Option<i64>,
    },
}

/// All that the decision looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Whether the function may be called again after it may have taken effect: [`Repeat`](crate::wire::Repeat).
    pub repeatable: bool,
    /// What came of the attempt.
    pub trouble: Trouble,
    /// Which attempt it was, from 1.
    pub attempt: u32,
    /// How long the service asked to wait, by the header `Retry-After`.
    pub retry_after: Option<Duration>,
    /// How much time is left for the call as a whole; `None` for any amount.
    pub left: Option<Duration>,
    /// What chance has to say, from 0 to [`u32::MAX`].
    pub chance: u32,
}

/// The code for too many requests, known from the vendor's connector of 2024; never observed.
const TOO_MANY_CODE: i64 = 12;

/// The status for the same, never observed either.
const TOO_MANY: u16 = 429;

impl Trouble {
    /// Whether the service said that there were too many calls.
    pub fn is_too_many(self) -> bool {
        match self {
            Trouble::Garbled { status, .. } => status == TOO_MANY,
            Trouble::Refused { status, code } => status == TOO_MANY || code == Some(TOO_MANY_CODE),
            _ => false,
        }
    }

    /// Whether a call that changes nothing more may hope for better luck.
    fn passes(self) -> bool {
        match self {
            Trouble::NotSent | Trouble::Lost => true,
            Trouble::Unusable => false,
            Trouble::Garbled { status, is_empty } => {
                self.is_too_many() || is_empty && (200..300).contains(&status) || matches!(status, 502..=504)
            }
            Trouble::Refused { .. } => self.is_too_many(),
        }
    }
}

impl Retry {
    /// The pause before the next attempt; `None` when there should be none.
    ///
    /// Calls that change nothing more are sent again after a lost answer, an empty one, 502, 503 and 504 (the advice of
    /// the vendor's sources of 2025), and after 429 or code 12. All others only when nothing left this machine.
    ///
    /// ```
    /// use digistore24::{Retry, Tried, Trouble};
    ///
    /// let lost = Tried { repeatable: true, trouble: Trouble::Lost, attempt: 1, retry_after: None, left: None, chance: 0 };
    /// assert_eq!(Retry::default().next(&lost).map(|pause| pause.as_millis()), Some(250));
    /// assert_eq!(Retry::default().next(&Tried { repeatable: false, ..lost }), None);
    /// ```
    pub fn next(&self, tried: &Tried) -> Option<Duration> {
        let may = tried.trouble.passes() && (tried.repeatable || tried.trouble == Trouble::NotSent);
        if !may || tried.attempt > self.retries {
            return None;
        }
        let doublings = tried.attempt.saturating_sub(1).min(31);
        let full = self.first.saturating_mul(1 << doublings).min(self.longest);
        let half = full / 2;
        let chosen = half.saturating_add(half.mul_f64(f64::from(tried.chance) / f64::from(u32::MAX)));
        let pause = match tried.retry_after {
            Some(asked) if asked > self.longest => return None,
            Some(asked) => asked.max(chosen),
            None => chosen,
        };
        // Time that ends with the pause leaves none for the call.
        match tried.left {
            Some(left) if pause >= left => None,
            _ => Some(pause),
        }
    }
}

/// A number that looks random, for the number of a call: the finisher of SplitMix64.
pub(crate) fn scattered(seed: u64) -> u32 {
    let mut bits = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((bits ^ (bits >> 31)) >> 32) as u32
}
