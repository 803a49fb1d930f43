//! What happened, in the order in which it happened.

use super::super::store::Account;
use super::rows::{Event, EventKind};
use crate::Value;

impl Account {
    /// Notes that something happened to an order, as it stands now.
    pub(in crate::sandbox) fn happened(&mut self, kind: EventKind, purchase: i64, transaction: Option<i64>) {
        let Some(found) = self.purchases.get(purchase) else { return };
        let moved = transaction.and_then(|id| self.transactions.find(id));
        let event = Event {
            kind,
            at: self.clock.unix(),
            purchase: Some(purchase),
            item: moved.map_or(0, |moved| moved.item),
            transaction,
            pay_sequence_no: moved.map_or(found.payments, |moved| moved.pay_sequence_no),
            billing_status: Some(found.billing_status),
            stop_reason: found.stop_reason,
            next_payment_at: found.next_payment_at,
            more: Value::Null,
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
        let event = Event {
            kind,
            at: self.clock.unix(),
            purchase,
            item,
            transaction: None,
            pay_sequence_no: 0,
            billing_status: None,
            stop_reason: None,
            next_payment_at: None,
            more,
        };
        self.record(event);
    }

    fn record(&mut self, event: Event) {
        self.events.push(event);
    }
}
