//! Money that goes back: refunds, chargebacks, parts of payments.

use super::super::store::Account;
use super::money::reversal;
use super::rows::{EventKind, Movement, StopReason};
use crate::commission::RefundKind;

impl Account {
    /// Gives back what is left of a payment, and tells so. Payments that recur end with it. Nothing where nothing is left.
    pub(in crate::sandbox) fn give_back(&mut self, payment: i64, kind: RefundKind) -> Option<i64> {
        let at = self.transactions.find(payment)?.purchase;
        let id = self.reverse(payment, kind, None)?;
        let purchase = self.purchases.get(at)?;
        let payments = || self.transactions.of(purchase).filter(|row| row.transaction_type == Movement::Payment);
        let all_back = payments().all(|row| row.refunded == row.amount);
        if all_back || purchase.is_recurring() && purchase.is_active() {
            let reason = match kind {
                RefundKind::Refund => StopReason::ByRefund,
                RefundKind::Chargeback => StopReason::ByChargeback,
            };
            self.end(at, reason);
        }
        let event = match kind {
            RefundKind::Refund => EventKind::Refund,
            RefundKind::Chargeback => EventKind::Chargeback,
        };
        self.happened(event, at, Some(id));
        if all_back {
            self.withdraw(at);
        }
        Some(id)
    }

    /// Gives back a part of a payment. No notification tells of it (reported by others, citing the vendor's help centre),
    /// unless it is all that was left.
    pub(in crate::sandbox) fn give_back_part(&mut self, payment: i64, cents: i64) -> Option<i64> {
        if self.transactions.find(payment).is_some_and(|row| row.amount - row.refunded == cents) {
            return self.give_back(payment, RefundKind::Refund);
        }
        self.reverse(payment, RefundKind::Refund, Some(cents))
    }

    fn reverse(&mut self, payment: i64, kind: RefundKind, cents: Option<i64>) -> Option<i64> {
        let now = self.clock.unix();
        let row = self.transactions.find(payment).filter(|row| row.transaction_type == Movement::Payment)?;
        if row.refunded == row.amount {
            return None;
        }
        let at = row.purchase;
        let reversal = reversal(self.purchases.get(at)?, row, kind, cents, self.assumed.margin_refunded)?;
        let gone = -reversal.amount;
        let id = self.transactions.add(super::rows::Transaction { created_at: now, ..reversal });
        self.transactions.change(payment)?.refunded += gone;
        self.purchases.get_mut(at)?.transactions.push(id);
        Some(id)
    }
}
