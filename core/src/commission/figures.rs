//! The figures of a transaction that can be compared.

use super::currency::Currency;
use super::split::Cents;
use crate::{Amount, Value};

/// The figures of a transaction, under the names that notifications give them. What is not told is absent, not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures<T = Amount> {
    /// What the buyer pays.
    pub amount_brutto: Option<T>,
    /// VAT in it.
    pub amount_vat: Option<T>,
    /// What is left after VAT.
    pub amount_netto: Option<T>,
    /// The margin of the platform.
    pub amount_provider: Option<T>,
    /// The affiliate's commission.
    pub amount_affiliate: Option<T>,
    /// What the joint-venture partners get.
    pub amount_partner: Option<T>,
    /// What the vendor gets.
    pub amount_vendor: Option<T>,
}

const NAMES: [&str; 7] = [
    "amount_brutto",
    "amount_vat",
    "amount_netto",
    "amount_provider",
    "amount_affiliate",
    "amount_partner",
    "amount_vendor",
];

impl<T: Copy> Figures<T> {
    fn array(&self) -> [Option<T>; 7] {
        [
            self.amount_brutto,
            self.amount_vat,
            self.amount_netto,
            self.amount_provider,
            self.amount_affiliate,
            self.amount_partner,
            self.amount_vendor,
        ]
    }

    fn of(array: [Option<T>; 7]) -> Figures<T> {
        let [brutto, vat, netto, provider, affiliate, partner, vendor] = array;
        Figures {
            amount_brutto: brutto,
            amount_vat: vat,
            amount_netto: netto,
            amount_provider: provider,
            amount_affiliate: affiliate,
            amount_partner: partner,
            amount_vendor: vendor,
        }
    }

    /// The figures with their names, in the order of deduction.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, Option<T>)> + use<T> {
        NAMES.into_iter().zip(self.array())
    }

    pub(super) fn map<U: Copy>(&self, change: impl FnMut(T) -> Option<U>) -> Figures<U> {
        let mut change = change;
        Figures::of(self.array().map(|figure| figure.and_then(&mut change)))
    }

    /// What comes of the figures of both under the same names.
    pub(super) fn with<U: Copy>(
        &self,
        other: &Figures<T>,
        join: impl Fn(Option<T>, Option<T>) -> Option<U>,
    ) -> Figures<U> {
        let mut others = other.array().into_iter();
        Figures::of(self.array().map(|figure| join(figure, others.next().flatten())))
    }
}

impl Figures<i64> {
    /// These cents as amounts.
    pub(super) fn amounts(&self, currency: Currency) -> Figures {
        self.map(|cents| Some(currency.amount(cents)))
    }

    /// What these are above the others, where both are told.
    pub(super) fn less(&self, other: &Figures<i64>) -> Figures<i64> {
        self.with(other, |one, other| one?.checked_sub(other?))
    }

    /// Whether nothing that is told here is another figure there.
    pub(super) fn fits(&self, other: &Figures<i64>) -> bool {
        self.array().iter().zip(other.array()).all(|(one, other)| one.is_none() || *one == other)
    }
}

impl From<&Cents> for Figures<i64> {
    fn from(cents: &Cents) -> Figures<i64> {
        Figures::of(
            [cents.brutto, cents.vat, cents.netto, cents.provider, cents.affiliate, cents.partner, cents.vendor]
                .map(Some),
        )
    }
}

/// The figures by name.
impl From<&Figures> for Value {
    fn from(figures: &Figures) -> Value {
        Value::Map(figures.each().map(|(name, figure)| (name.to_owned(), figure.into())).collect())
    }
}
