//! Who has agreed to what: the inputs of a split.

use super::currency::Currency;
use super::round::{Share, Tie};
use super::tariff::Tariff;
use crate::{Amount, Problem};

/// What the buyer pays in one payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The price of this payment.
    pub price: Price,
    /// The currency of all amounts. Nothing is converted.
    pub currency: Currency,
    /// The VAT of this payment.
    pub vat: Vat,
    /// The part of the price that is shipping, with or without VAT as the price is. It goes to the vendor alone (vendor
    /// document). Zero unless said otherwise.
    pub shipping: Amount,
    /// The number of the payment: 0 for a single one, 1 for the first of a plan. Only
    /// [`first_payment_only`](Terms::first_payment_only) asks for it.
    pub pay_sequence_no: u32,
}

impl Sale {
    /// A single payment at a price that holds its VAT, or has none.
    pub fn gross(amount: Amount, currency: Currency, vat: Vat) -> Sale {
        Sale { price: Price::Gross(amount), currency, vat, shipping: Amount::cents(0), pay_sequence_no: 0 }
    }

    /// A single payment at a price to which VAT is added.
    pub fn net(amount: Amount, currency: Currency, vat: Vat) -> Sale {
        Sale { price: Price::Net(amount), ..Sale::gross(amount, currency, vat) }
    }
}

/// A price, with or without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// VAT is inside, as for consumers (vendor document).
    Gross(Amount),
    /// VAT is added, as for businesses and for sales tax in the United States (vendor document, one payload).
    Net(Amount),
}

/// The VAT of a payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vat {
    /// None: buyers outside the area of VAT, reverse charge.
    #[default]
    None,
    /// So many percent.
    Rate(Amount),
    /// As the service told. Prefer this wherever it did: its amounts were right in every payload, its rates were not.
    Amount(Amount),
}

/// What an affiliate gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commission {
    /// Nothing.
    #[default]
    None,
    /// So many percent of the basic amount (vendor document).
    Percent(Amount),
    /// A fixed amount, in full, in the currency of the payment; the vendor keeps what is left (one payload).
    Fixed(Amount),
    /// Both are set. What the service does then is unknown, so you say it.
    Both {
        /// So many percent of the basic amount.
        rate: Amount,
        /// A fixed amount.
        fixed: Amount,
        /// Which of them counts.
        policy: BothPolicy,
    },
}

/// What a percentage and a fixed amount come to where both are set. Unknown on the service's side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BothPolicy {
    /// Both are paid.
    Sum,
    /// The larger one is paid.
    Larger,
    /// Only the percentage is paid.
    Rate,
    /// Only the fixed amount is paid.
    Fixed,
}

/// A joint-venture partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// A name for the partner in explanations and tables.
    pub name: String,
    /// So many percent.
    pub rate: Amount,
    /// Of what.
    pub base: PartnerBase,
    /// What this partner's own affiliate gets, where that one brought the buyer: it comes out of this partner's share
    /// (vendor document). A percentage is taken of the basic amount, which is inference.
    pub own_affiliate: Commission,
}

/// What the percentage of a [`Partner`] is taken of. Vendor documents contradict each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartnerBase {
    /// Of what is left of the basic amount after the affiliate: two help articles, and the documented order.
    #[default]
    AfterAffiliate,
    /// Of the basic amount: the page of the vendor's calculator (2020).
    BasicAmount,
}

/// Who has agreed to what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What the platform keeps.
    pub tariff: Tariff,
    /// Whether the margin is not charged on shipping. Unknown; the default is that it is charged on the whole gross price.
    pub margin_free_shipping: bool,
    /// What the affiliate gets.
    pub affiliate: Commission,
    /// Whether the affiliate gets it of the first payment only.
    pub first_payment_only: bool,
    /// So many percent of the affiliate's commission for who recruited the affiliate. The vendor pays it on top (vendor
    /// document).
    pub referral_rate: Option<Amount>,
    /// Joint-venture partners.
    pub partners: Vec<Partner>,
    /// How exactly half a cent is rounded. What remains is the vendor's.
    pub tie: Tie,
}

impl Commission {
    pub(super) fn check(&self, path: &str, digits: u8, problems: &mut Vec<Problem>) {
        let (rate, fixed) = match *self {
            Commission::None => (None, None),
            Commission::Percent(rate) => (Some(rate), None),
            Commission::Fixed(fixed) => (None, Some(fixed)),
            Commission::Both { rate, fixed, .. } => (Some(rate), Some(fixed)),
        };
        if let Some(rate) = rate {
            check_rate(&format!("{path}_rate"), rate, problems);
        }
        if let Some(fixed) = fixed {
            check_amount(&format!("{path}_fixed"), fixed, digits, problems);
        }
    }
}

impl Terms {
    /// Everything that keeps them from being applied, as paths of the options.
    pub(super) fn check(&self, digits: u8, problems: &mut Vec<Problem>) {
        self.tariff.check(digits, problems);
        self.affiliate.check("affiliate", digits, problems);
        if let Some(rate) = self.referral_rate {
            check_rate("referral_rate", rate, problems);
        }
        for (at, partner) in self.partners.iter().enumerate() {
            check_rate(&format!("partners[{at}].rate"), partner.rate, problems);
            partner.own_affiliate.check(&format!("partners[{at}].affiliate"), digits, problems);
        }
    }
}

impl Sale {
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let digits = self.currency.digits();
        let (path, price) = match self.price {
            Price::Gross(amount) => ("gross", amount),
            Price::Net(amount) => ("net", amount),
        };
        check_amount(path, price, digits, problems);
        check_amount("shipping", self.shipping, digits, problems);
        if self.shipping > price && !price.is_negative() {
            problems.push(Problem::new("shipping", format!("is more than the price, {price}, of which it is a part")));
        }
        match self.vat {
            Vat::None => {}
            Vat::Rate(rate) => check_rate("vat_rate", rate, problems),
            Vat::Amount(vat) => {
                check_amount("vat_amount", vat, digits, problems);
                if matches!(self.price, Price::Gross(gross) if vat > gross && !gross.is_negative()) {
                    problems
                        .push(Problem::new("vat_amount", format!("is more than the price, {price}, that it is in")));
                }
            }
        }
    }
}

pub(super) fn check_amount(path: &str, amount: Amount, digits: u8, problems: &mut Vec<Problem>) {
    if amount.is_negative() {
        let message = format!("expected 0 or more, got {amount}; money that goes back is a refund");
        problems.push(Problem::new(path, message));
    } else if let Err(error) = amount.minor_units(digits) {
        problems.push(Problem::new(path, error.to_string()));
    }
}

pub(super) fn check_rate(path: &str, rate: Amount, problems: &mut Vec<Problem>) {
    if rate.is_negative() || rate > Amount::cents(10_000) || Share::percent(rate).is_none() {
        let message = format!("expected percent from 0 to 100 such as 19 or 7.9, got {}", super::percent(rate));
        problems.push(Problem::new(path, message));
    }
}
