//! Orders and their life: placed at a checkout, paid now or over time, ended, given back.

pub(super) mod billing;
pub(super) mod charging;
pub(super) mod checkout;
pub(super) mod events;
pub(super) mod fulfilment;
pub(super) mod goods;
pub(super) mod money;
pub(super) mod placing;
pub(super) mod refunds;
pub(super) mod rows;
pub(super) mod terms;
pub(super) mod tickets;

use super::store::Account;

kinds! {
    /// What falls due for an order.
    Due { Payment = "payment", LastPaidDay = "last_paid_day", }
}

impl Account {
    /// Does the first thing that falls due until then, and moves the clock there. Nothing more to do: the clock moves to
    /// that moment, and false comes back.
    pub(super) fn step(&mut self, until: i64) -> bool {
        let first = self.agenda.0.first().copied().filter(|(at, ..)| *at <= until);
        let Some(entry @ (at, purchase, due)) = first else {
            self.clock.go_to(until);
            return false;
        };
        self.agenda.0.remove(&entry);
        self.clock.go_to(at);
        let found = self.purchases.get(purchase);
        match due {
            Due::Payment if found.is_some_and(|found| found.next_payment_at == Some(at)) => {
                self.collect(purchase);
            }
            Due::LastPaidDay if found.is_some_and(|found| found.last_paid_day_at == Some(at)) => {
                self.tell_last_paid_day(purchase);
            }
            // It was changed meanwhile.
            _ => {}
        }
        true
    }

    /// Notes what falls due for an order.
    pub(super) fn schedule(&mut self, purchase: i64) {
        let Some(found) = self.purchases.get(purchase) else { return };
        let due = [(found.next_payment_at, Due::Payment), (found.last_paid_day_at, Due::LastPaidDay)];
        self.agenda.0.extend(due.into_iter().filter_map(|(at, due)| Some((at?, purchase, due))));
    }

    /// Notes what falls due for all orders, after they were read from a snapshot.
    pub(super) fn schedule_all(&mut self) {
        self.agenda.0.clear();
        for purchase in 0..rows::index(self.purchases.rows().len()) {
            self.schedule(purchase);
        }
    }
}
