//! The books: what the transactions come to for the owner of the account, seen from all sides. Nothing here is remembered;
//! it all follows from the transactions and the clock.

mod figures;
mod payouts;

pub(super) use self::figures::{Period, Rank};
pub(super) use self::payouts::Credit;

use super::clock::Days;
use super::orders::rows::{Purchase, Transaction};
use super::store::Account;
use crate::Time;

impl Account {
    /// All transactions with their days and orders, in the order in which they were made, without those of test orders
    /// where these do not count.
    fn booked(&self, with_tests: bool) -> impl Iterator<Item = (Time, &Transaction, &Purchase)> {
        let mut days = Days::default();
        self.transactions.rows().iter().filter_map(move |row| {
            let purchase = self.purchases.get(row.purchase).filter(|found| with_tests || !found.is_test())?;
            Some((days.of(row.created_at)?, row, purchase))
        })
    }
}
