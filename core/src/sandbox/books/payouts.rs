//! What is credited and paid out to the owner of the account, and when: the forecast of the commission engine, asked about
//! the transactions that there are. Its first part has come true.

use super::super::orders::rows::{Movement, Purchase, Transaction};
use super::super::store::Account;
use crate::commission::{Booking, Currency, EntryKind, Forecast, PayoutDays, PayoutPolicy, ReservePolicy, forecast};
use crate::{Amount, Time};

/// An amount that was credited to the owner of the account, or taken back.
pub(in crate::sandbox) struct Credit<'a> {
    pub(in crate::sandbox) row: &'a Transaction,
    pub(in crate::sandbox) purchase: &'a Purchase,
    pub(in crate::sandbox) cents: i64,
    /// Whether it is the part that is held back, told as a row of its own.
    pub(in crate::sandbox) is_reserve: bool,
}

impl Account {
    fn reserve_policy(&self) -> ReservePolicy {
        let days = |days: i64| u32::try_from(days).unwrap_or_default();
        ReservePolicy {
            percent: self.assumed.reserve_percent,
            reserve_days: days(self.assumed.reserve_days),
            clearing_days: days(self.assumed.clearing_days),
            ..ReservePolicy::default()
        }
    }

    fn payout_policy(&self) -> PayoutPolicy {
        let days: Vec<u8> = self.assumed.payout_days.iter().filter_map(|day| u8::try_from(*day).ok()).collect();
        PayoutPolicy {
            days: if days.is_empty() { PayoutDays::Any } else { PayoutDays::OfMonth(days) },
            threshold: self.assumed.payout_threshold,
            fee: Some(self.assumed.payout_fee),
            ..PayoutPolicy::default()
        }
    }

    /// All payouts to the owner of the account, those that were made and those to come, by currency. A payout is made when
    /// its day is over, as refunds until then are taken from it.
    pub(in crate::sandbox) fn payouts(&self) -> Option<Forecast> {
        let bookings: Option<Vec<Booking>> = self
            .booked(self.assumed.tests_paid_out)
            .map(|(day, row, purchase)| {
                let kind = match row.transaction_type {
                    Movement::Payment => EntryKind::Payment,
                    Movement::Refund => EntryKind::Refund,
                    Movement::Chargeback => EntryKind::Chargeback,
                };
                let currency = Currency::with_digits(&purchase.currency, 2).ok()?;
                Some(Booking::of_vendor(day, kind, currency, Amount::cents(row.earned_amount)))
            })
            .collect();
        forecast(&bookings?, &self.reserve_policy(), &self.payout_policy()).ok()
    }

    /// What a transaction credits to the owner of the account: one amount, or two where the reserve is a row of its own.
    pub(in crate::sandbox) fn credits<'a>(
        &self,
        row: &'a Transaction,
        purchase: &'a Purchase,
    ) -> impl Iterator<Item = Credit<'a>> + use<'a> {
        let is_split = self.assumed.reserve_rows && row.transaction_type == Movement::Payment;
        let held = if is_split { self.reserve_policy().held_cents(row.earned_amount) } else { 0 };
        let counts = self.assumed.tests_paid_out || !purchase.is_test();
        let parts = [(row.earned_amount - held, false), (held, true)];
        parts.into_iter().filter(move |(cents, _)| *cents != 0 && counts).map(move |(cents, is_reserve)| Credit {
            row,
            purchase,
            cents,
            is_reserve,
        })
    }

    /// The day on which a credit can be paid out. What goes back is taken at once.
    pub(in crate::sandbox) fn credited_on(&self, credit: &Credit<'_>, booked_on: Time) -> Option<Time> {
        booked_on.plus_days(match (credit.row.transaction_type, credit.is_reserve) {
            (Movement::Payment, true) => self.assumed.reserve_days,
            (Movement::Payment, false) => self.assumed.clearing_days,
            _ => 0,
        })
    }
}
