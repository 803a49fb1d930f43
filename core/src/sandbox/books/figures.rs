//! Sums over transactions: by period, by day, by affiliate.

use std::collections::BTreeMap;

use super::super::orders::rows::{Movement, Purchase, Transaction};
use super::super::store::Account;
use crate::{Amount, Time, Value};

/// What transactions come to: payments less what went back.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sandbox) struct Figures {
    share: i64,
    brutto: i64,
    vat: i64,
}

impl Figures {
    fn add(&mut self, row: &Transaction) {
        self.share += row.earned_amount;
        self.brutto += row.amount;
        self.vat += row.vat_amount;
    }

    /// The figures by role, behind other fields. The owner of the account is the vendor of every order, and nothing else.
    pub(in crate::sandbox) fn behind(self, first: Value) -> Value {
        let own = [self.share, self.brutto, self.brutto - self.vat].map(Amount::cents);
        let roles = [("vendor", own), ("affiliate", Default::default()), ("other", Default::default()), ("total", own)];
        let mut all = first;
        for (role, figures) in roles {
            for (name, amount) in ["share", "brutto", "netto"].into_iter().zip(figures) {
                all.set(&format!("{role}_{name}_amount"), amount);
            }
        }
        all
    }
}

/// A unit of time that sales are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sandbox) enum Period {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Period {
    pub(in crate::sandbox) fn of(word: &str) -> Option<Period> {
        Some(match word {
            "day" => Period::Day,
            "week" => Period::Week,
            "month" => Period::Month,
            "quarter" => Period::Quarter,
            "year" => Period::Year,
            _ => return None,
        })
    }

    /// The first and the last day of the period that a day lies in; weeks begin on Monday.
    pub(in crate::sandbox) fn around(self, day: Time) -> Option<(Time, Time)> {
        let months = match self {
            Period::Day => return Some((day, day)),
            Period::Week => {
                let monday = day.plus_days(-(day.day_number() + 3).rem_euclid(7))?;
                return Some((monday, monday.plus_days(6)?));
            }
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
        };
        let into = (i64::from(day.month()) - 1).rem_euclid(months);
        let first = day.plus_days(1 - i64::from(day.day()))?.plus_months(-into)?;
        Some((first, first.plus_months(months)?.plus_days(-1)?))
    }
}

/// The sales of an affiliate. What went back counts as above zero.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sandbox) struct Rank {
    pub(in crate::sandbox) payments: i64,
    pub(in crate::sandbox) refunds: i64,
    pub(in crate::sandbox) chargebacks: i64,
    pub(in crate::sandbox) vat: i64,
    pub(in crate::sandbox) affiliate: i64,
    pub(in crate::sandbox) vendor: i64,
}

impl Rank {
    pub(in crate::sandbox) fn brutto(&self) -> i64 {
        self.payments - self.refunds - self.chargebacks
    }

    /// How much of the payments that is, in percent, by value and not by number (vendor document).
    pub(in crate::sandbox) fn quota(&self, cents: i64) -> Amount {
        let paid = self.payments.max(1);
        Amount::cents(cents.saturating_mul(10_000).saturating_add(paid / 2) / paid)
    }

    fn add(&mut self, row: &Transaction) {
        match row.transaction_type {
            Movement::Payment => self.payments += row.amount,
            Movement::Refund => self.refunds -= row.amount,
            Movement::Chargeback => self.chargebacks -= row.amount,
        }
        self.vat += row.vat_amount;
        self.affiliate += row.affiliate_amount;
        self.vendor += row.earned_amount;
    }
}

impl Account {
    /// The transactions that statistics count, of the days from the first to the last of these.
    fn counted(&self, (first, last): (Time, Time)) -> impl Iterator<Item = (Time, &Transaction, &Purchase)> {
        let days = first.day_number()..=last.day_number();
        self.booked(self.assumed.tests_counted).filter(move |(day, ..)| days.contains(&day.day_number()))
    }

    /// The day of the first transaction.
    pub(in crate::sandbox) fn first_day(&self) -> Option<Time> {
        let first = self.transactions.rows().iter().map(|row| row.created_at).min();
        super::super::clock::calendar_day(first.unwrap_or(self.clock.unix()))
    }

    /// The figures of a span of days by currency.
    pub(in crate::sandbox) fn figures(&self, days: (Time, Time)) -> BTreeMap<&str, Figures> {
        let mut sums: BTreeMap<&str, Figures> = BTreeMap::new();
        for (_, row, purchase) in self.counted(days) {
            sums.entry(&purchase.currency).or_default().add(row);
        }
        sums
    }

    /// The figures of a span of days by period, of which the first day is told by its number, and by currency.
    pub(in crate::sandbox) fn figures_by(
        &self,
        period: Period,
        days: (Time, Time),
    ) -> BTreeMap<(i64, &str), (Time, Time, Figures)> {
        let mut sums: BTreeMap<(i64, &str), (Time, Time, Figures)> = BTreeMap::new();
        let mut last: Option<(Time, Time)> = None;
        for (day, row, purchase) in self.counted(days) {
            let is_in =
                |(first, last): &(Time, Time)| (first.day_number()..=last.day_number()).contains(&day.day_number());
            last = last.filter(is_in).or_else(|| period.around(day));
            let Some((from, to)) = last else { continue };
            let place = sums.entry((from.day_number(), &purchase.currency));
            place.or_insert((from, to, Figures::default())).2.add(row);
        }
        sums
    }

    /// What each affiliate sold in a currency in a span of days.
    pub(in crate::sandbox) fn ranks(&self, currency: &str, days: (Time, Time)) -> BTreeMap<&str, Rank> {
        let mut ranks: BTreeMap<&str, Rank> = BTreeMap::new();
        for (_, row, purchase) in self.counted(days) {
            if let Some(deal) = purchase.affiliate.as_ref().filter(|_| purchase.currency == currency) {
                ranks.entry(&deal.affiliate_name).or_default().add(row);
            }
        }
        ranks
    }
}
