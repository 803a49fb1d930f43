//! What is to be paid with a discount code, as far as that is certain.

use super::context::Plan;
use super::words::{Uncertainty, Verdict};
use crate::Amount;
use crate::rounding::{Share, has_hundredths};

/// What is to be paid with the code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prices {
    /// The currency of the plan.
    pub currency: String,
    /// The first or only payment, for all pieces.
    pub first: Figure,
    /// Each follow-up payment, if there are any.
    pub others: Option<Figure>,
}

/// What one payment comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figure {
    /// Without the code.
    pub before: Amount,
    /// What it may be, from the least. None where only the service can tell.
    pub candidates: Vec<Amount>,
    /// Why it is not certain.
    pub uncertain: Vec<Uncertainty>,
}

impl Figure {
    /// The one amount that is possible by what is known.
    pub fn amount(&self) -> Option<Amount> {
        match self.candidates.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whether there is one amount, and nothing uncertain about it.
    pub fn is_exact(&self) -> bool {
        self.uncertain.is_empty() && self.amount().is_some()
    }
}

/// What is taken off a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Off {
    pub(super) rate: Amount,
    pub(super) amount: Amount,
    /// Why the amount after it cannot be told.
    pub(super) untold: Option<Uncertainty>,
}

impl Off {
    pub(super) fn nothing() -> Off {
        Off { rate: Amount::cents(0), amount: Amount::cents(0), untold: None }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.rate.is_zero() && self.amount.is_zero() && self.untold.is_none()
    }
}

/// The prices with that taken off the first and the other payments.
pub(super) fn prices(plan: &Plan, first: &Off, others: &Off, verdict: Verdict) -> Prices {
    let all = |piece: Amount| cents(piece).saturating_mul(plan.quantity.into());
    let mut sum = Sum::of(plan, all(plan.first_amount), first);
    // A trial may count as the first payment.
    if plan.has_trial {
        let other = Sum::of(plan, all(plan.first_amount), others);
        if other.cents != sum.cents {
            sum.join(other);
            sum.uncertain.push(Uncertainty::Trial);
        }
    }
    let figure = |sum: Sum| sum.figure(verdict);
    Prices {
        currency: plan.currency.clone(),
        first: figure(sum),
        others: plan.follow_up().map(|amount| figure(Sum::of(plan, all(amount), others))),
    }
}

/// The amount in hundredths. Amounts are checked before: at most two decimals.
fn cents(amount: Amount) -> i128 {
    amount.minor_units(2).unwrap_or_default().into()
}

/// What a payment may come to, in hundredths, below zero where the discount is larger.
struct Sum {
    base: i128,
    /// Nothing where it cannot be told.
    cents: Option<Vec<i128>>,
    uncertain: Vec<Uncertainty>,
    was_rounded: bool,
}

impl Sum {
    fn of(plan: &Plan, base: i128, off: &Off) -> Sum {
        let mut sum = Sum { base, cents: None, uncertain: Vec::new(), was_rounded: false };
        if let Some(untold) = off.untold {
            sum.uncertain.push(untold);
            return sum;
        }
        let (quantity, amount) = (i128::from(plan.quantity), cents(off.amount));
        let has_rate = !off.rate.is_zero();
        let mut found = Vec::new();
        // How much is taken off once, or for each piece.
        let mut amounts = vec![amount];
        if quantity > 1 && amount != 0 {
            amounts.push(amount * quantity);
            sum.uncertain.push(Uncertainty::Quantity);
        }
        // What the rate is of: the payment with its shipping, or without.
        let shipping = cents(plan.shipping).min(base);
        let mut exempt = vec![0];
        if has_rate && shipping > 0 {
            exempt.push(shipping);
            sum.uncertain.push(Uncertainty::Shipping);
        }
        if has_rate && amount != 0 {
            sum.uncertain.push(Uncertainty::RateAndAmount);
        }
        if plan.adds_vat && amount != 0 {
            sum.uncertain = vec![Uncertainty::GrossOrNet];
            return sum;
        }
        for amount in amounts {
            for exempt in &exempt {
                let rated = sum.rated(base, base - exempt, off.rate, quantity);
                found.extend(rated.into_iter().map(|price| price - amount));
                if has_rate && amount != 0 {
                    let lowered = base - amount;
                    found.extend(sum.rated(lowered, lowered - exempt, off.rate, quantity));
                }
            }
        }
        // Other currencies have no hundredths that would show how they are rounded.
        let is_odd = !has_hundredths(&plan.currency);
        if has_rate
            && is_odd
            && (sum.uncertain.contains(&Uncertainty::HalfCent) || found.iter().any(|price| price % 100 != 0))
        {
            sum.uncertain = vec![Uncertainty::OtherDigits];
            return sum;
        }
        // Cents of the net price are not those of the gross price.
        if plan.adds_vat && sum.was_rounded {
            sum.uncertain.push(Uncertainty::GrossOrNet);
        }
        sum.settle(found);
        sum
    }

    /// A price without that rate of a part of it, rounded to hundredths: for the whole, and piece by piece.
    fn rated(&mut self, price: i128, part: i128, rate: Amount, quantity: i128) -> Vec<i128> {
        if rate.is_zero() || part <= 0 {
            return vec![price];
        }
        let mut found: Vec<i128> = self.share(part, rate).into_iter().map(|share| price - share).collect();
        if quantity > 1 && part % quantity == 0 {
            let pieces = self.share(part / quantity, rate).into_iter().map(|share| price - share * quantity);
            let pieces: Vec<i128> = pieces.collect();
            if pieces != found && !self.uncertain.contains(&Uncertainty::Quantity) {
                self.uncertain.push(Uncertainty::Quantity);
            }
            found.extend(pieces);
        }
        found
    }

    /// That rate of a part in hundredths, rounded; both neighbours where it lies half way between them.
    fn share(&mut self, part: i128, rate: Amount) -> Vec<i128> {
        let share = Share::of(part, rate);
        self.was_rounded |= share.was_rounded;
        if share.low == share.high {
            return vec![share.low];
        }
        if !self.uncertain.contains(&Uncertainty::HalfCent) {
            self.uncertain.push(Uncertainty::HalfCent);
        }
        vec![share.low, share.high]
    }

    /// Takes the prices that were found: never below zero, from the least.
    fn settle(&mut self, mut found: Vec<i128>) {
        if found.iter().any(|price| *price < 0) {
            self.uncertain.push(Uncertainty::BelowZero);
        }
        found.iter_mut().for_each(|price| *price = (*price).clamp(0, self.base));
        found.sort_unstable();
        found.dedup();
        // All ways come to the same.
        if found.len() == 1 {
            self.uncertain.retain(|said| !matches!(said, Uncertainty::Shipping | Uncertainty::Quantity));
        }
        if found.contains(&0) && self.base > 0 && !self.uncertain.contains(&Uncertainty::BelowZero) {
            self.uncertain.push(Uncertainty::FreeOrder);
        }
        self.cents = Some(found);
    }

    /// Takes in what another reading comes to.
    fn join(&mut self, other: Sum) {
        for said in other.uncertain {
            if !self.uncertain.contains(&said) {
                self.uncertain.push(said);
            }
        }
        self.cents = match (self.cents.take(), other.cents) {
            (Some(mut one), Some(two)) => {
                one.extend(two);
                one.sort_unstable();
                one.dedup();
                Some(one)
            }
            _ => None,
        };
    }

    fn figure(mut self, verdict: Verdict) -> Figure {
        match (verdict, &mut self.cents) {
            (Verdict::DoesNotApply, _) => {
                self.cents = Some(vec![self.base]);
                self.uncertain.clear();
            }
            (Verdict::Undecided, Some(found)) if *found != [self.base] => {
                if found.last() != Some(&self.base) {
                    found.push(self.base);
                }
                self.uncertain.insert(0, Uncertainty::MayNotApply);
            }
            (Verdict::Undecided, None) => self.uncertain.insert(0, Uncertainty::MayNotApply),
            _ => {}
        }
        let amount = |cents: i128| Amount::cents(i64::try_from(cents).unwrap_or(i64::MAX));
        Figure {
            before: amount(self.base),
            candidates: self.cents.unwrap_or_default().into_iter().map(amount).collect(),
            uncertain: self.uncertain,
        }
    }
}
