//! What happened, in the order in which it happened.

use super::super::store::Account;
use super::rows::{Event, EventKind, index};
use crate::Value;

impl Account {
    /// Notes that something happened to an order, as it stands now.
    pub(in crate::sandbox) fn happened(&mut self, kind: EventKind, purchase: i64, transaction: Option<i64>) {
        let Some(found) = self.purchases.get(purchase) else { return };
        let moved = transaction.and_then(|id| self.transactions.find(id));
        // What tells of a payment that did not come has the number of that payment.
        let is_missing = matches!(kind, EventKind::PaymentMissed | EventKind::PaymentDenial);
        let number = found.payments + i64::from(is_missing && found.is_recurring());
        let event = Event {
            purchase: Some(purchase),
            item: moved.map_or(0, |moved| moved.item),
            transaction,
            pay_sequence_no: moved.map_or(number, |moved| moved.pay_sequence_no),
            billing_status: Some(found.billing_status),
            stop_reason: found.stop_reason,
            stopped_at: found.stopped_at,
            next_payment_at: found.next_payment_at,
            ..self.event(kind)
        };
        self.record(event);
    }

    /// Notes something that is not about the payments of an order, with parameters of its own.
    pub(in crate::sandbox) fn happened_otherwise(
        &mut self,
        kind: EventKind,
        purchase: Option<i64>,
        item: i64,
        more: Value,
    ) {
        let status = purchase.and_then(|at| self.purchases.get(at)).map(|found| found.billing_status);
        let event = Event { purchase, item, billing_status: status, more, ..self.event(kind) };
        self.record(event);
    }

    /// Something that happens now.
    pub(in crate::sandbox) fn event(&self, kind: EventKind) -> Event {
        Event {
            kind,
            at: self.clock.unix(),
            purchase: None,
            item: 0,
            transaction: None,
            pay_sequence_no: 0,
            billing_status: None,
            stop_reason: None,
            stopped_at: None,
            next_payment_at: None,
            products_age: self.products.age(),
            buyers_age: self.buyers.age(),
            tracking_age: self.purchases.tracking_age(),
            more: Value::Null,
        }
    }

    fn record(&mut self, event: Event) {
        self.events.push(event);
        self.notify(index(self.events.len() - 1));
    }
}
