//! Charging again what a buyer paid with before: orders on demand, upgrades, other add-ons.

use super::super::store::Account;
use super::goods::Charge;
use super::placing::NewOrder;
use super::rows::{BillingStatus, Movement, Purchase, StopReason};
use crate::Problem;

const DAY: i64 = 86_400;

impl Account {
    /// Places an order and charges it to the payment method of another one. Where its card declines, the new order stays
    /// unpaid, and nothing is tried again. The payments after the first one follow from a moment on, if one is given. Tells
    /// where the new order stands.
    pub(in crate::sandbox) fn charge(&mut self, source: i64, order: NewOrder, goes_on: Option<i64>) -> i64 {
        let at = self.place(order);
        if let Some((purchase, moment)) = self.purchases.get_mut(at).zip(goes_on) {
            (purchase.counted_from, purchase.counted_payments) = (moment, 1);
        }
        let declined = self.purchases.get_mut(source).is_some_and(|source| {
            let declines = source.failing > 0;
            source.failing -= i64::from(declines);
            declines
        });
        if !declined {
            self.pay(at);
        }
        at
    }

    /// Whether so many charges of an order were asked for that another one is too many, and if not, notes this one.
    pub(in crate::sandbox) fn count_charge(&mut self, purchase: i64) -> bool {
        let now = self.clock.unix();
        let latest = self.charges.of(purchase).next_back().map(|charge| charge.at);
        let in_a_day = self.charges.of(purchase).rev().take_while(|charge| charge.at > now - DAY).count();
        let is_too_soon = latest.is_some_and(|at| now - at < self.assumed.seconds_between_charges);
        let is_too_often = super::rows::index(in_a_day) >= self.assumed.charges_a_day;
        if !is_too_soon && !is_too_often {
            self.charges.add(Charge { id: self.charges.number(), purchase, at: now });
        }
        !is_too_soon && !is_too_often
    }

    /// What of the money for an order counts towards one that takes its place: all of it for what is paid once or in full,
    /// the days that are left of the paid period for what goes on.
    pub(in crate::sandbox) fn credit_of(&self, purchase: &Purchase) -> i64 {
        if !self.assumed.upgrade_credits {
            return 0;
        }
        let payments = || self.transactions.of(purchase).filter(|row| row.transaction_type == Movement::Payment);
        let left = |row: &super::rows::Transaction| row.amount - row.refunded;
        let (Some(until), true) = (purchase.paid_until, purchase.is_recurring() && purchase.is_active()) else {
            return payments().map(left).sum();
        };
        let Some(last) = payments().next_back() else { return 0 };
        let paid: i64 = payments().filter(|row| row.pay_sequence_no == last.pay_sequence_no).map(left).sum();
        let (whole, rest) = (until - last.created_at, until - self.clock.unix());
        if whole > 0 && rest > 0 { paid * rest.min(whole) / whole } else { 0 }
    }

    /// Where the order stands that a downgrade takes the place of, and when: with its next payment, if it has one.
    fn later_start(&self, at: i64) -> Option<(i64, i64)> {
        let purchase = self.purchases.get(at).filter(|found| found.upgrade_type == "downgrade")?;
        let old = self.purchases.position(purchase.upgraded_from.as_deref()?)?;
        Some((old, self.purchases.get(old)?.next_payment_at?))
    }

    /// Collects the first payment of an order from a checkout, unless it begins later.
    pub(in crate::sandbox) fn begin(&mut self, at: i64) {
        match self.later_start(at) {
            Some((old, moment)) => {
                self.begin_at(at, moment);
                self.end_upgraded(old);
            }
            None => {
                self.collect(at);
            }
        }
    }

    /// An order can take the place of one that has not ended.
    pub(in crate::sandbox) fn check_upgrade(&self, order: &str, problems: &mut Vec<Problem>) {
        let has_ended = |row: &Purchase| row.billing_status == BillingStatus::Aborted;
        if !order.is_empty() && self.purchases.find(order).is_none_or(has_ended) {
            problems.push(Problem::new("buy_url", format!("the order {order} has ended and cannot be upgraded")));
        }
    }

    /// Lets an order begin later: nothing is paid until then.
    pub(in crate::sandbox) fn begin_at(&mut self, at: i64, moment: i64) {
        if let Some(purchase) = self.purchases.get_mut(at) {
            purchase.billing_status = BillingStatus::Paying;
            purchase.next_payment_at = Some(moment);
            purchase.paid_until = Some(moment);
            purchase.counted_from = moment;
        }
        self.schedule(at);
    }

    /// Ends the order that this one takes the place of.
    pub(in crate::sandbox) fn supersede(&mut self, at: i64) {
        let Some(old) = self.purchases.get(at).and_then(|found| found.upgraded_from.clone()) else { return };
        if let Some(old) = self.purchases.position(&old) {
            self.end_upgraded(old);
        }
    }

    /// Ends an order because another one takes its place. No notification tells of it but the payment of the other.
    pub(in crate::sandbox) fn end_upgraded(&mut self, at: i64) {
        let is_done = self.purchases.get(at).is_some_and(|found| found.stop_reason == Some(StopReason::Upgraded));
        if !is_done {
            self.end(at, StopReason::Upgraded);
        }
    }

    /// Moves the next payment of an order to a later moment. False where that changes nothing.
    pub(in crate::sandbox) fn postpone(&mut self, at: i64, moment: i64) -> bool {
        let Some(purchase) = self.purchases.get_mut(at) else { return false };
        if purchase.next_payment_at == Some(moment) {
            return false;
        }
        purchase.next_payment_at = Some(moment);
        if purchase.attempts == 0 {
            (purchase.counted_from, purchase.counted_payments) = (moment, purchase.payments);
            purchase.paid_until = Some(moment);
        }
        self.schedule(at);
        true
    }
}
