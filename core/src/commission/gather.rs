//! Rows that tell of the same transaction.

use std::borrow::Cow;
use std::collections::HashMap;

use super::booked::{Booked, Movement};
use super::figures::Figures;
use crate::Amount;

/// All that the rows tell of a transaction.
pub(super) struct Transaction<'a> {
    pub(super) booked: Cow<'a, Booked>,
    /// The figure of which two rows tell different amounts.
    pub(super) contradiction: Option<&'static str>,
    /// What rows that are added up come to.
    parts: Option<Figures>,
}

/// The transactions, in the order in which they come up.
///
/// Rows with the same number of the transaction are one: notifications are repeated, and `listCommissions` has several rows
/// for one transaction, which are added up.
pub(super) fn gathered(rows: &[Booked]) -> Vec<Transaction<'_>> {
    let mut all: Vec<Transaction<'_>> = Vec::with_capacity(rows.len());
    let mut known: HashMap<&str, usize> = HashMap::with_capacity(rows.len());
    for row in rows {
        // What moves nothing may carry the number of a payment that it is not.
        let id = row.transaction_id.as_deref().filter(|_| row.movement != Movement::None);
        let place = id.map(|id| *known.entry(id).or_insert(all.len()));
        match place.and_then(|place| all.get_mut(place)) {
            Some(transaction) => transaction.join(row),
            None => {
                let parts = row.is_part.then_some(row.figures);
                all.push(Transaction { booked: Cow::Borrowed(row), contradiction: None, parts });
            }
        }
    }
    all.iter_mut().for_each(Transaction::fill);
    all
}

impl Transaction<'_> {
    fn join(&mut self, row: &Booked) {
        if row.is_part {
            let added = |one: Option<Amount>, other: Option<Amount>| match (one, other) {
                (Some(one), Some(other)) => one.checked_add(other),
                (one, other) => one.or(other),
            };
            self.parts = Some(self.parts.unwrap_or_default().with(&row.figures, added));
            if self.booked.purchase_id.is_none() && row.purchase_id.is_some() {
                self.booked.to_mut().purchase_id.clone_from(&row.purchase_id);
            }
            self.compare("currency", self.booked.currency.is_some() && row.currency != self.booked.currency);
            return;
        }
        if self.booked.is_part {
            self.compare("currency", row.currency.is_some() && row.currency != self.booked.currency);
            let mut whole = row.clone();
            whole.purchase_id = whole.purchase_id.or(self.booked.purchase_id.clone());
            whole.currency = whole.currency.or(self.booked.currency.clone());
            self.booked = Cow::Owned(whole);
            return;
        }
        let have = &self.booked;
        let is_other = have.movement != row.movement;
        let is_new = |have: bool, comes: bool| !have && comes;
        let more =
            row.figures.each().zip(have.figures.each()).any(|((_, new), (_, old))| old.is_none() && new.is_some())
                || is_new(have.shipping.is_some(), row.shipping.is_some())
                || is_new(have.pay_sequence_no.is_some(), row.pay_sequence_no.is_some())
                || is_new(have.currency.is_some(), row.currency.is_some());
        let is_currency = have.currency.is_some() && row.currency.is_some() && have.currency != row.currency;
        self.compare("transaction_type", is_other);
        self.compare("currency", is_currency);
        self.conflict(&row.figures);
        if more {
            let whole = self.booked.to_mut();
            whole.figures = whole.figures.with(&row.figures, Option::or);
            whole.shipping = whole.shipping.or(row.shipping);
            whole.pay_sequence_no = whole.pay_sequence_no.or(row.pay_sequence_no);
            whole.currency = whole.currency.take().or_else(|| row.currency.clone());
        }
    }

    /// Takes over what the rows that are added up come to.
    fn fill(&mut self) {
        let Some(parts) = self.parts.take() else { return };
        if !self.booked.is_part {
            self.conflict(&parts);
        }
        let booked = self.booked.to_mut();
        booked.figures = if booked.is_part { parts } else { booked.figures.with(&parts, Option::or) };
    }

    fn conflict(&mut self, others: &Figures) {
        let mut both = self.booked.figures.each().zip(others.each());
        let found = both.find(|((_, one), (_, other))| one.is_some() && other.is_some() && one != other);
        if let Some(((name, _), _)) = found {
            self.compare(name, true);
        }
    }

    fn compare(&mut self, name: &'static str, is_other: bool) {
        if is_other && self.contradiction.is_none() {
            self.contradiction = Some(name);
        }
    }
}
