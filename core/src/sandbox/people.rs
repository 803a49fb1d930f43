//! What people do with their orders, beside what programs do over the API: cards that decline, cancellations, refunds and
//! chargebacks, and time that passes.

use std::time::Duration;

use super::Sandbox;
use super::clock::unix_of;
use super::orders::checkout::{Checkout, verbatim};
use super::orders::rows::{Movement, StopReason};
use crate::commission::RefundKind;
use crate::options::{Options, read_all};
use crate::{Problem, Time, Value};

/// Something that can be told to the sandbox by name.
pub(super) type Tell = fn(&mut Sandbox, &Value) -> Result<Value, Vec<Problem>>;

/// The verbs of an area by their names.
pub(super) type Verbs = &'static [(&'static str, Tell)];

pub(super) const VERBS: Verbs = &[
    ("buy", |sandbox, options| Ok((&sandbox.buy(&Checkout::read(options)?)?).into())),
    ("refund", |sandbox, options| sandbox.money_back(options, RefundKind::Refund)),
    ("chargeback", |sandbox, options| sandbox.money_back(options, RefundKind::Chargeback)),
    ("cancel", |sandbox, options| {
        let done = sandbox.cancel(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        Ok(record! { modified: done })
    }),
    ("resume", |sandbox, options| {
        let done = sandbox.resume(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        Ok(record! { modified: done })
    }),
    ("fail_payments", |sandbox, options| {
        let (id, times) = read_all(options, |options| {
            let id = required(options, "purchase_id", "an order id")?;
            Some((id, options.whole("times", 0, 1000).unwrap_or(1)))
        })?;
        sandbox.fail_payments(&id, u32::try_from(times).unwrap_or_default()).map_err(one)?;
        Ok(Value::Map(Vec::new()))
    }),
    ("advance", |sandbox, options| {
        let (by, to_next) = span(options)?;
        let left = if to_next {
            sandbox.advance_to_next(by)
        } else {
            sandbox.advance(by);
            sandbox.left()
        };
        Ok(sandbox.moved(left))
    }),
    ("set_time", |sandbox, options| {
        sandbox.set_time(&named(options, "to", "a moment such as 2026-12-24 18:00:00")?).map_err(one)?;
        Ok(sandbox.moved(sandbox.left()))
    }),
    ("approve", |sandbox, options| {
        let token = named(options, "token", "the token of a request for a key")?;
        Ok(record! { modified: sandbox.approve(&token) })
    }),
    ("decline", |sandbox, options| {
        let token = named(options, "token", "the token of a request for a key")?;
        Ok(record! { modified: sandbox.decline(&token) })
    }),
];

/// The one problem there is.
pub(super) fn one(problem: Problem) -> Vec<Problem> {
    vec![problem]
}

/// An option that has to be there.
pub(super) fn required(options: &mut Options<'_, '_>, name: &'static str, what: &str) -> Option<String> {
    options.require(name, what);
    verbatim(options, name)
}

/// The only option there is.
pub(super) fn named(options: &Value, name: &'static str, what: &str) -> Result<String, Vec<Problem>> {
    read_all(options, |options| required(options, name, what))
}

/// A span of time from its parts, and whether to stop where a notification falls due.
fn span(options: &Value) -> Result<(Duration, bool), Vec<Problem>> {
    read_all(options, |options| {
        let mut span = seconds(options, "seconds", FARTHEST).unwrap_or_default();
        let parts = [("minutes", 60), ("hours", 3600), ("days", 86_400)];
        for (name, length) in parts {
            let count = options.whole(name, 0, FARTHEST / length).unwrap_or_default();
            span += Duration::from_secs((count * length).unsigned_abs());
        }
        if !options.given("seconds") && !parts.iter().any(|(name, _)| options.given(name)) {
            options.wrong("seconds", "is missing; say how far, in seconds, minutes, hours or days");
        }
        Some((span, options.flag("to_next").unwrap_or_default()))
    })
}

/// As far as the clock is moved at once, in seconds.
const FARTHEST: i64 = 10_000_000_000;

/// Seconds with what is behind the point, as a number, or as a text in forms.
pub(super) fn seconds(options: &mut Options<'_, '_>, name: &'static str, most: i64) -> Option<Duration> {
    let value = options.value(name)?;
    let seconds = match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        Value::Text(text) => text.parse().ok(),
        _ => None,
    };
    let seconds = seconds.filter(|seconds| (0.0..=most as f64).contains(seconds));
    if seconds.is_none() {
        options.wrong(name, format!("expected seconds from 0 to {most}, got {}", value.in_words()));
    }
    Duration::try_from_secs_f64(seconds?).ok()
}

impl Sandbox {
    /// Gives back what is left of a payment, as the support of the service would: no function is called. All that recurs
    /// ends with it.
    ///
    /// # Errors
    /// When there is no such payment, or nothing is left of it.
    pub fn refund(&mut self, transaction_id: &str) -> Result<String, Problem> {
        self.give_back(transaction_id, RefundKind::Refund)
    }

    /// Takes a payment back, as a bank does.
    ///
    /// # Errors
    /// When there is no such payment, or nothing is left of it.
    pub fn chargeback(&mut self, transaction_id: &str) -> Result<String, Problem> {
        self.give_back(transaction_id, RefundKind::Chargeback)
    }

    fn give_back(&mut self, transaction_id: &str, kind: RefundKind) -> Result<String, Problem> {
        let wrong = |message: String| Err(Problem::new("transaction_id", message));
        let row = transaction_id.parse().ok().and_then(|id| self.account.transactions.find(id));
        let Some(payment) = row.filter(|row| row.transaction_type == Movement::Payment).map(|row| row.id) else {
            return wrong(format!("there is no payment {}", crate::value::quoted(transaction_id)));
        };
        match self.account.give_back(payment, kind) {
            Some(id) => Ok(id.to_string()),
            None => wrong("nothing is left of the payment; it went back before".to_owned()),
        }
    }

    /// The last payment of an order where no transaction is named.
    fn money_back(&mut self, options: &Value, kind: RefundKind) -> Result<Value, Vec<Problem>> {
        let (transaction, purchase) = read_all(options, |options| {
            if !options.given("purchase_id") {
                options.require(
                    "transaction_id",
                    "a payment, or `purchase_id`, the order of which the last payment is meant",
                );
            }
            Some((verbatim(options, "transaction_id"), verbatim(options, "purchase_id")))
        })?;
        let id = match (transaction, purchase) {
            (Some(id), _) => id,
            (None, purchase) => {
                let at = self.order(&purchase.unwrap_or_default()).map_err(one)?;
                let payments =
                    self.account.purchases.get(at).into_iter().flat_map(|row| self.account.transactions.of(row));
                let mut open =
                    payments.filter(|row| row.transaction_type == Movement::Payment && row.refunded < row.amount);
                open.next_back().map(|row| row.id.to_string()).unwrap_or_default()
            }
        };
        let id = self.give_back(&id, kind).map_err(one)?;
        Ok(record! { transaction_id: id })
    }

    /// Stops the recurring payments of an order, as its buyer does. What is paid for stays paid for. False where there is
    /// nothing to stop.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn cancel(&mut self, purchase_id: &str) -> Result<bool, Problem> {
        let at = self.order(purchase_id)?;
        Ok(self.account.stop(at, StopReason::ByBuyer))
    }

    /// Resumes payments that were stopped, as long as their end was not told.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn resume(&mut self, purchase_id: &str) -> Result<bool, Problem> {
        let at = self.order(purchase_id)?;
        Ok(self.account.resume(at))
    }

    /// Lets the card of an order decline the next attempts to collect a payment.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn fail_payments(&mut self, purchase_id: &str, times: u32) -> Result<(), Problem> {
        let at = self.order(purchase_id)?;
        if let Some(purchase) = self.account.purchases.get_mut(at) {
            purchase.failing = times.into();
        }
        Ok(())
    }

    pub(super) fn order(&self, purchase_id: &str) -> Result<i64, Problem> {
        let wrong = || Problem::new("purchase_id", format!("there is no order {}", crate::value::quoted(purchase_id)));
        self.account.purchases.position(purchase_id).ok_or_else(wrong)
    }

    /// What the clock shows, in Berlin: `2026-10-05T14:00:00+02:00` in the beginning.
    pub fn time(&self) -> Time {
        self.account.clock.time()
    }

    /// Moves the clock on. Everything that falls due until then happens, in order: payments are collected or fail, ends are
    /// told.
    pub fn advance(&mut self, by: Duration) {
        match self.walk {
            Some(left) => {
                self.walk = Some(left.saturating_add(by));
                // What is due is delivered first.
                if self.account.next_due().is_none() {
                    self.walk_on();
                }
            }
            None => self.go(by),
        }
    }

    fn go(&mut self, by: Duration) {
        let then = self.account.clock.after(by);
        while self.account.step(then.unix()) {}
        self.account.clock = then;
    }

    /// Whether the clock stops wherever a notification falls due, and goes on when [`due`](Sandbox::due) finds no other: so
    /// that whoever delivers shows every address the account as of that moment, however far the clock is moved at once. When
    /// it no longer stops, it goes the rest of its way.
    ///
    /// ```
    /// use std::time::Duration;
    /// use digistore24::sandbox::{Checkout, Delivered, Endpoint, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "Kranich")).unwrap();
    /// sandbox.buy(&Checkout::new("515152", "mia@example.com")).unwrap();
    /// sandbox.stop_at_notifications(true);
    /// sandbox.advance(Duration::from_secs(60 * 86_400));
    /// let mut days = Vec::new();
    /// while let Some(delivery) = sandbox.due() {
    ///     if delivery.body.contains("mia%40example.com") {
    ///         days.push(sandbox.time().to_string()[..10].to_owned());
    ///     }
    ///     sandbox.delivered(delivery.id, Delivered::Answered { status: 200, body: "OK".into() })?;
    /// }
    /// assert_eq!(sandbox.time().to_string(), "2026-12-04T13:00:00+01:00");
    /// assert_eq!(days, ["2026-10-05", "2026-11-05"]);
    /// # Ok::<(), digistore24::Problem>(())
    /// ```
    pub fn stop_at_notifications(&mut self, stops: bool) {
        match self.walk.take() {
            left if stops => self.walk = Some(left.unwrap_or_default()),
            Some(left) => self.go(left),
            None => {}
        }
    }

    /// Goes on to the next notification. False where the clock is where it was moved to.
    pub(super) fn walk_on(&mut self) -> bool {
        let left = self.left();
        if !left.is_zero() {
            self.walk = Some(self.advance_to_next(left));
        }
        !left.is_zero()
    }

    /// What is left of the way of the clock.
    fn left(&self) -> Duration {
        self.walk.unwrap_or_default()
    }

    fn moved(&self, left: Duration) -> Value {
        record! { time: self.time(), left_seconds: i64::try_from(left.as_secs()).unwrap_or(i64::MAX) }
    }

    /// Moves the clock on to a moment: `2026-12-24 18:00:00` in Berlin, or with an offset of its own.
    ///
    /// # Errors
    /// When it is no moment, or lies before now.
    pub fn set_time(&mut self, moment: &str) -> Result<(), Problem> {
        let now = self.account.clock.unix();
        let wrong = |message: String| Problem::new("to", message);
        let then = unix_of(moment).ok_or_else(|| {
            wrong(format!("expected a moment such as 2026-12-24 18:00:00, got {}", crate::value::quoted(moment)))
        })?;
        let by = u64::try_from(then - now)
            .map_err(|_| wrong(format!("is before {}, and this clock does not run backwards", self.time())))?;
        // On its way there it may be already.
        self.advance(Duration::from_secs(by).saturating_sub(self.left()));
        Ok(())
    }
}
