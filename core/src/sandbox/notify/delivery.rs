//! Delivering: what is due, what came of it, and time that passes in between.

use std::time::Duration;

use super::super::Sandbox;
use super::super::orders::rows::index;
use super::notification::{Delivered, Delivery, Notification};
use super::queue::State;
use crate::Problem;

impl Sandbox {
    /// The next notification that is due now; nothing where none is. Asked again before [`delivered`](Sandbox::delivered) was
    /// told what came of it, it is the same one.
    ///
    /// ```
    /// use digistore24::sandbox::{Checkout, Delivered, Endpoint, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "Kranich")).unwrap();
    /// sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    /// while let Some(delivery) = sandbox.due() {
    ///     // POST delivery.body to delivery.url
    ///     sandbox.delivered(delivery.id, Delivered::Answered { status: 200, body: "OK".into() })?;
    /// }
    /// # Ok::<(), digistore24::Problem>(())
    /// ```
    pub fn due(&mut self) -> Option<Delivery> {
        loop {
            let next = self.account.next_due();
            if next.is_some() || !self.walk_on() {
                return next;
            }
        }
    }

    /// Tells what came of a delivery. What was not taken is sent again later, as long as the service would.
    ///
    /// # Errors
    /// When no such notification was to be sent now.
    pub fn delivered(&mut self, id: i64, outcome: Delivered) -> Result<(), Problem> {
        let now = self.account.clock.unix();
        let is_due =
            self.account.queue.get(id).is_some_and(|queued| queued.state == State::Queued && queued.due_at <= now);
        if !is_due {
            return Err(Problem::new(
                "id",
                format!("no notification {id} is to be sent now; `due` tells which one is"),
            ));
        }
        self.account.attempted(id, outcome);
        Ok(())
    }

    /// Takes everything that is due now. All of it counts as taken by who it was for: for programs that handle notifications
    /// where they run.
    pub fn drain(&mut self) -> Vec<Delivery> {
        let mut taken = Vec::new();
        while let Some(delivery) = self.account.next_due() {
            let ok = Delivered::Answered { status: 200, body: "OK".to_owned() };
            self.account.attempted(delivery.id, ok);
            taken.push(delivery);
        }
        taken
    }

    /// All notifications that were sent or are going to be, in the order in which they came about.
    pub fn notifications(&self) -> Vec<Notification> {
        self.notifications_of("", "", usize::MAX)
    }

    /// Those with that order, in that state, the last ones of them.
    pub(super) fn notifications_of(&self, order_id: &str, state: &str, last: usize) -> Vec<Notification> {
        let mut left = last;
        let mut found = Vec::new();
        let order = self.account.purchases.position(order_id);
        let rows = &self.account.queue.rows;
        for (queued, id) in rows.iter().rev().zip((1..=index(rows.len())).rev()) {
            if left == 0 {
                break;
            }
            let event = || usize::try_from(queued.event).ok().and_then(|at| self.account.events.get(at));
            let is_of = order_id.is_empty() || order.is_some() && event().is_some_and(|event| event.purchase == order);
            if is_of && (state.is_empty() || queued.state.as_str() == state) {
                found.push(self.account.shown(id, queued));
                left -= 1;
            }
        }
        found.reverse();
        found
    }

    /// Sends a notification again, at once, whatever became of it: also an older one after newer ones, as the support of the
    /// service does.
    ///
    /// # Errors
    /// When there is no such notification, or its connection is gone.
    pub fn resend(&mut self, id: i64) -> Result<(), Problem> {
        let wrong = |message: &str| Err(Problem::new("id", message));
        let Some(queued) = self.account.queue.get(id) else { return wrong("there is no such notification") };
        if self.account.connection(queued.connection).is_none_or(|connection| connection.is_deleted) {
            return wrong("its connection was deleted; set up another one, which hears of what happens from then on");
        }
        let now = self.account.clock.unix();
        self.account.queue.change(id, |queued| {
            queued.state = State::Queued;
            queued.due_at = now;
            queued.failures = 0;
        });
        Ok(())
    }

    /// Moves the clock on like [`advance`](Sandbox::advance), but stops where a notification falls due, and answers how much
    /// is left of the way. Deliver what is due, then go on: so who receives it finds the account as of that moment.
    ///
    /// What was due before does not hold it up.
    ///
    /// ```
    /// use std::time::Duration;
    /// use digistore24::sandbox::{Checkout, Endpoint, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "Kranich")).unwrap();
    /// sandbox.buy(&Checkout::new("515152", "mia@example.com")).unwrap();
    /// sandbox.drain();
    /// let mut left = Duration::from_secs(100 * 86_400);
    /// let mut payments = 0;
    /// while !left.is_zero() {
    ///     left = sandbox.advance_to_next(left);
    ///     payments += sandbox.drain().iter().filter(|delivery| delivery.body.contains("mia%40example.com")).count();
    /// }
    /// assert_eq!(payments, 3);
    /// ```
    pub fn advance_to_next(&mut self, by: Duration) -> Duration {
        let then = self.account.clock.after(by);
        loop {
            let now = self.account.clock.unix();
            let next = self.account.queue.next_after(now).filter(|next| *next <= then.unix());
            let before = self.account.queue.rows.len();
            let goes_on = self.account.step(next.unwrap_or(then.unix()));
            let reached = self.account.clock.unix();
            if next == Some(reached) || self.account.queue.is_new_due(before, reached) {
                return then.passed().saturating_sub(self.account.clock.passed());
            }
            if !goes_on {
                self.account.clock = then;
                return Duration::ZERO;
            }
        }
    }
}
