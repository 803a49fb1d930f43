//! What of each share is held back, and until when.

use super::note::{Note, Remark};
use super::party::Party;
use super::round::{Rounded, Share, Tie};
use super::split::Split;
use crate::options::{Options, read_all};
use crate::value::list;
use crate::{Amount, Problem, Time, Value};

/// The most days of an interval.
const MOST_DAYS: i64 = 3650;

/// Above this, payments may clear later.
const LONG_ABOVE: i64 = 30_000;

/// How much of a share is held back, and for how long. A platform rule that is eased for some accounts.
///
/// The default is what the vendor documents (2019 to 2026): ten percent of each party's share for 60 days, the rest for 14
/// days. Clearing was 30 days for orders above 300 or of higher risk (2019 and 2020); that is something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReservePolicy {
    /// So many percent are held back.
    pub percent: Amount,
    /// Until so many days after the payment.
    pub reserve_days: u32,
    /// The rest can be paid out so many days after the payment.
    pub clearing_days: u32,
    /// Which of both parts is rounded; the other one is what remains.
    pub rounded: HeldPart,
}

impl Default for ReservePolicy {
    fn default() -> ReservePolicy {
        ReservePolicy {
            percent: Amount::cents(1000),
            reserve_days: 60,
            clearing_days: 14,
            rounded: HeldPart::default(),
        }
    }
}

/// A part of a share. Which of both the service rounds is unknown; it matters where exactly half a cent is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeldPart {
    /// What is held back: half a cent goes to the reserve.
    #[default]
    Reserve,
    /// What is paid out first: half a cent goes there.
    Now,
}

/// What of the shares of a payment is held back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reserve {
    /// The shares, the vendor's first.
    pub shares: Vec<Held>,
    /// What it rests on that is uncertain.
    pub notes: Vec<Note>,
}

/// What of a share is held back. Both parts together are the share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Held {
    /// Whose share it is.
    pub party: Party,
    /// The part that can be paid out after the clearing time.
    pub now: Amount,
    /// The part that is held back. None of a share that is not above zero (an operator's records, 2026).
    pub reserve: Amount,
    /// When the first part can be paid out.
    pub clears_on: Time,
    /// When the reserve can be.
    pub reserve_due_on: Time,
}

impl ReservePolicy {
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let is_rate = !self.percent.is_negative() && self.percent <= Amount::cents(10_000);
        if !is_rate || Share::percent(self.percent).is_none() {
            let got = super::percent(self.percent);
            problems.push(Problem::new("percent", format!("expected percent from 0 to 100 such as 10, got {got}")));
        }
        for (name, days) in [("reserve_days", self.reserve_days), ("clearing_days", self.clearing_days)] {
            if i64::from(days) > MOST_DAYS {
                problems.push(Problem::new(name, format!("expected 0 to {MOST_DAYS} days, got {days}")));
            }
        }
    }

    /// What is held back of a share in whole cents; `None` when that does not fit.
    pub(super) fn held(&self, share: i64, tie: Tie) -> Option<Rounded> {
        let percent = Share::percent(self.percent)?;
        if share <= 0 {
            return Some(Rounded { units: 0, was_tie: false });
        }
        match self.rounded {
            HeldPart::Reserve => percent.of(share, tie),
            HeldPart::Now => {
                let now = percent.rest().of(share, tie)?;
                Some(Rounded { units: share - now.units, ..now })
            }
        }
    }

    /// What is held back of a share in whole cents.
    pub(crate) fn held_cents(&self, share: i64) -> i64 {
        self.held(share, Tie::default()).map_or(0, |held| held.units)
    }

    /// The policy among the options.
    pub(super) fn read(options: &mut Options<'_, '_>) -> ReservePolicy {
        let default = ReservePolicy::default();
        let parts = [("reserve", HeldPart::Reserve), ("now", HeldPart::Now)];
        let policy = ReservePolicy {
            percent: options.amount("percent").unwrap_or(default.percent),
            reserve_days: options.whole("reserve_days", 0, MOST_DAYS).map_or(default.reserve_days, |days| days as u32),
            clearing_days: options
                .whole("clearing_days", 0, MOST_DAYS)
                .map_or(default.clearing_days, |days| days as u32),
            rounded: options.word("rounded", &parts).unwrap_or_default(),
        };
        options.check(|problems| policy.check(problems));
        policy
    }
}

/// What of the shares of a payment is held back, and until when.
///
/// Half a cent is rounded as the terms of the split say. What goes back to a buyer leaves the balance at once, so there
/// is no reserve of it.
///
/// # Errors
/// Everything that is wrong with day and policy, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::commission::{Currency, ReservePolicy, Sale, Terms, Vat, reserve, split};
/// use digistore24::{Time, Zone};
///
/// let sale = Sale::gross("59.50".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
/// let split = split(&sale, &Terms::default()).unwrap();
/// let reserve = reserve(&split, Time::parse("2026-10-05", Zone::Berlin)?, &ReservePolicy::default()).unwrap();
/// let [vendor] = reserve.shares.as_slice() else { panic!() };
/// assert_eq!((vendor.now, vendor.reserve), ("39.87".parse()?, "4.43".parse()?));
/// assert_eq!(vendor.clears_on.to_string(), "2026-10-19");
/// assert_eq!(vendor.reserve_due_on.to_string(), "2026-12-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reserve(split: &Split, paid_on: Time, policy: &ReservePolicy) -> Result<Reserve, Vec<Problem>> {
    let mut problems = Vec::new();
    policy.check(&mut problems);
    if !paid_on.is_date() {
        problems.push(Problem::new("paid_on", "expected a day without a time of day"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let beyond = || vec![Problem::new("paid_on", "the days reach beyond the year 9999")];
    let clears_on = paid_on.plus_days(policy.clearing_days.into()).ok_or_else(beyond)?;
    let reserve_due_on = paid_on.plus_days(policy.reserve_days.into()).ok_or_else(beyond)?;
    let currency = split.currency;
    let mut was_tie = false;
    let mut shares = Vec::new();
    for (party, share) in split.shares() {
        let units = share.minor_units(currency.digits());
        let held = units.ok().and_then(|share| Some((share, policy.held(share, split.terms.tie)?)));
        let (share, held) = held.ok_or_else(|| vec![Problem::new("split", "has amounts that are no whole cents")])?;
        was_tie |= held.was_tie;
        let (now, reserve) = (currency.amount(share - held.units), currency.amount(held.units));
        shares.push(Held { party, now, reserve, clears_on, reserve_due_on });
    }
    let notes =
        [(was_tie, Remark::ReserveCent, "reserve"), (policy.is_short_for(split), Remark::LongClearing, "clears_on")];
    Ok(Reserve { shares, notes: Note::those(notes) })
}

impl ReservePolicy {
    /// Whether the payment may clear later than this says.
    pub(super) fn is_short_for(&self, split: &Split) -> bool {
        self.clearing_days < 30 && split.amount_brutto > Amount::cents(LONG_ABOVE)
    }
}

/// What of the shares of a payment is held back, from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `split` | the options of the payment, as [`read`](super::read) takes them |
/// | `paid_on` | the day of the payment, such as `2026-10-05` |
/// | `percent`, `reserve_days`, `clearing_days` | see [`ReservePolicy`] |
/// | `rounded` | `reserve` or `now`, see [`HeldPart`] |
///
/// # Errors
/// Everything that is wrong with them.
pub fn reserve_of(options: &Value) -> Result<Reserve, Vec<Problem>> {
    read_all(options, |options| {
        let split = options.split("split");
        let paid_on = options.day("paid_on");
        options.require("paid_on", "the day of the payment, such as 2026-10-05");
        let policy = ReservePolicy::read(options);
        let reserve = reserve(&split?, paid_on?, &policy);
        options.took(reserve)
    })
}

/// `shares` and `notes`.
impl From<&Reserve> for Value {
    fn from(reserve: &Reserve) -> Value {
        Value::from([("shares", list(&reserve.shares)), ("notes", list(&reserve.notes))])
    }
}

/// `party`, `name`, `now`, `reserve`, `clears_on` and `reserve_due_on`.
impl From<&Held> for Value {
    fn from(held: &Held) -> Value {
        held.party.with([
            ("now", held.now.into()),
            ("reserve", held.reserve.into()),
            ("clears_on", held.clears_on.into()),
            ("reserve_due_on", held.reserve_due_on.into()),
        ])
    }
}
