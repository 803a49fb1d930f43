//! Payments over time: collected when due, tried again when a card declines, stopped and resumed.

use super::super::assumptions::{COLLECTING_HOUR, ENDING_HOUR};
use super::super::clock::{calendar_day, hours_into};
use super::super::store::Account;
use super::money;
use super::rows::{BillingStatus, EventKind, Purchase, StopReason};
use crate::plan::{Due, Interval, MonthEnd};

impl Account {
    /// Collects the payment that an order has to make now. False where the card declined.
    pub(in crate::sandbox) fn collect(&mut self, at: i64) -> bool {
        let Some(purchase) = self.purchases.get_mut(at) else { return false };
        let declined = purchase.failing > 0;
        if declined {
            purchase.failing -= 1;
            purchase.attempts += 1;
            self.missed(at);
        } else {
            self.pay(at);
        }
        !declined
    }

    /// A payment arrives: one transaction for each item, of those that follow only for what costs something, or for one where
    /// nothing does.
    pub(in crate::sandbox) fn pay(&mut self, at: i64) {
        let now = self.clock.unix();
        let Some(purchase) = self.purchases.get(at) else { return };
        let is_first = purchase.payments == 0;
        let sequence = if purchase.is_recurring() { purchase.payments + 1 } else { 0 };
        let amounts = purchase.items.iter().zip(0i64..).map(|(item, place)| {
            let amount = if is_first { item.first_amount } else { item.other_amounts };
            // The balance is billed with the main product.
            (place, if place == 0 { amount + purchase.balance } else { amount })
        });
        let is_free = amounts.clone().all(|(_, cents)| cents == 0);
        let mut made = Vec::new();
        for (place, cents) in amounts {
            if cents != 0 || is_first || is_free && place == 0 {
                let payment = money::payment(purchase, cents, sequence);
                made.extend(payment.map(|payment| (place, payment)));
            }
        }
        let mut ids = Vec::new();
        for (item, mut payment) in made {
            (payment.purchase, payment.item, payment.created_at) = (at, item, now);
            ids.push(self.transactions.add(payment));
        }
        if let Some(purchase) = self.purchases.get_mut(at) {
            purchase.transactions.extend(&ids);
            purchase.payments += 1;
            purchase.balance = 0;
            purchase.attempts = 0;
            purchase.is_missed = false;
            purchase.is_cancelled = false;
            let is_paid = purchase.number_of_installments > 0 && purchase.payments >= purchase.number_of_installments;
            purchase.next_payment_at = if is_paid { None } else { next_due(purchase) };
            purchase.billing_status = if is_paid { BillingStatus::Completed } else { BillingStatus::Paying };
            purchase.paid_until = purchase.next_payment_at;
        }
        self.schedule(at);
        for id in ids {
            self.happened(EventKind::Payment, at, Some(id));
        }
        if is_first {
            self.supersede(at);
            self.fulfil(at);
        }
    }

    /// A card declined: it is tried again some days later, as often as is assumed, and then given up.
    fn missed(&mut self, at: i64) {
        let today = calendar_day(self.clock.unix());
        let again = |days: &i64| today.and_then(|day| day.plus_days(*days)).map(|day| hours_into(day, COLLECTING_HOUR));
        let retry_days = &self.assumed.retry_days;
        let Some(purchase) = self.purchases.get_mut(at) else { return };
        purchase.is_missed = true;
        let attempt = usize::try_from(purchase.attempts).unwrap_or_default();
        match retry_days.get(attempt.saturating_sub(1)).and_then(again) {
            Some(again) => {
                purchase.next_payment_at = Some(again);
                purchase.billing_status = if attempt == 1 { BillingStatus::Unpaid } else { BillingStatus::Reminding };
                self.schedule(at);
                if attempt == 1 {
                    self.happened(EventKind::PaymentMissed, at, None);
                }
            }
            None => {
                self.end(at, StopReason::ByPaymentDenial);
                self.happened(EventKind::PaymentDenial, at, None);
            }
        }
    }

    /// Stops the payments of an order that recur. What is paid for stays paid for. False where there is nothing to stop.
    pub(in crate::sandbox) fn stop(&mut self, at: i64, reason: StopReason) -> bool {
        let can_stop = self.purchases.get(at).is_some_and(|found| found.is_recurring() && found.is_active());
        if can_stop {
            self.end(at, reason);
            self.happened(EventKind::RebillCancelled, at, None);
        }
        can_stop
    }

    /// Nothing is charged for this order any more. The end of what is paid for is told in time.
    pub(in crate::sandbox) fn end(&mut self, at: i64, reason: StopReason) {
        let now = self.clock.unix();
        let Some(purchase) = self.purchases.get_mut(at) else { return };
        let was_active = purchase.is_active();
        purchase.billing_status = BillingStatus::Aborted;
        purchase.stop_reason = Some(reason);
        purchase.stopped_at = Some(now);
        purchase.next_payment_at = None;
        // What was paid for runs on then.
        let runs_on = matches!(reason, StopReason::ByBuyer | StopReason::ByOperator);
        purchase.is_cancelled |= runs_on;
        // Where another order takes its place, no last paid day is told (vendor document).
        if purchase.is_recurring() && was_active && reason != StopReason::Upgraded {
            // Money that went back, and payments that never came, end it at once.
            let paid_until = purchase.paid_until.filter(|until| runs_on && *until > now);
            let last = paid_until.and_then(calendar_day).or_else(|| calendar_day(now)?.plus_days(1));
            purchase.last_paid_day_at = last.map(|day| hours_into(day, ENDING_HOUR));
        }
        self.schedule(at);
    }

    /// Resumes payments that were stopped, as long as their end was not told. Nothing is paid now; the next payment is tried
    /// when it is due.
    pub(in crate::sandbox) fn resume(&mut self, at: i64) -> bool {
        let now = self.clock.unix();
        let Some(purchase) = self.purchases.get_mut(at) else { return false };
        let was_stopped = matches!(purchase.stop_reason, Some(StopReason::ByBuyer | StopReason::ByOperator));
        if !was_stopped || purchase.last_paid_day_at.is_none() || purchase.billing_status != BillingStatus::Aborted {
            return false;
        }
        let tomorrow = || Some(hours_into(calendar_day(now)?.plus_days(1)?, COLLECTING_HOUR));
        let next = purchase.paid_until.filter(|until| *until > now).or_else(tomorrow);
        purchase.billing_status = BillingStatus::Paying;
        purchase.stop_reason = None;
        purchase.stopped_at = None;
        purchase.last_paid_day_at = None;
        purchase.attempts = 0;
        purchase.next_payment_at = next;
        if let Some(next) = next.filter(|next| Some(*next) != purchase.paid_until) {
            (purchase.counted_from, purchase.counted_payments) = (next, purchase.payments);
        }
        self.schedule(at);
        self.happened(EventKind::RebillResumed, at, None);
        true
    }

    /// What was paid for is over.
    pub(in crate::sandbox) fn tell_last_paid_day(&mut self, at: i64) {
        if let Some(purchase) = self.purchases.get_mut(at) {
            purchase.last_paid_day_at = None;
        }
        if self.assumed.missed_after_stop {
            self.happened(EventKind::PaymentMissed, at, None);
        }
        self.happened(EventKind::LastPaidDay, at, None);
    }
}

/// When the payment after those that were made is due. Months are counted from the first day, so that the 31st comes back.
fn next_due(purchase: &Purchase) -> Option<i64> {
    let first: Interval = purchase.first_billing_interval.parse().unwrap_or(Interval::Months(1));
    let other: Interval = purchase.other_billing_intervals.parse().unwrap_or(first);
    let mut due = Due::new(calendar_day(purchase.counted_from)?);
    for payment in purchase.counted_payments..purchase.payments {
        let interval = if payment == 0 { first } else { other };
        due.step(interval, MonthEnd::default())?;
    }
    Some(hours_into(due.on, COLLECTING_HOUR))
}
