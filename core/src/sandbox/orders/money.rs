//! What a payment comes to for everybody: the commission engine, asked in the terms of an order.

use super::super::tables::vat_rate;
use super::rows::{Deal, Movement, Purchase, Transaction};
use crate::Amount;
use crate::commission::{
    Commission, Currency, Refund, RefundKind, RefundTerms, Sale, Split, Terms, Vat, refund, split,
};

/// The share of the tax in prices for buyers of a country, in percent.
pub(in crate::sandbox) fn vat_of(country: &str) -> Amount {
    Amount::parse(vat_rate(country)).unwrap_or_default()
}

/// How a payment of that many cents is divided. Nothing where it is too large to be counted.
pub(in crate::sandbox) fn split_of(purchase: &Purchase, cents: i64, pay_sequence_no: i64) -> Option<Split> {
    let currency = Currency::with_digits(&purchase.currency, 2).ok()?;
    let mut sale = Sale::gross(Amount::cents(cents), currency, Vat::Rate(purchase.vat_rate));
    sale.pay_sequence_no = u32::try_from(pay_sequence_no).ok()?;
    let mut terms = Terms::default();
    if let Some(deal) = &purchase.affiliate {
        terms.affiliate = commission_of(deal);
        terms.first_payment_only = deal.first_payment_only;
        terms.referral_rate = deal.referral_rate;
    }
    split(&sale, &terms).ok()
}

fn commission_of(deal: &Deal) -> Commission {
    if deal.fixed.is_zero() { Commission::Percent(deal.rate) } else { Commission::Fixed(deal.fixed) }
}

/// A payment as a transaction. A payment of nothing costs nobody anything.
pub(in crate::sandbox) fn payment(purchase: &Purchase, cents: i64, pay_sequence_no: i64) -> Option<Transaction> {
    let nothing = Transaction {
        id: 0,
        purchase: 0,
        item: 0,
        transaction_type: Movement::Payment,
        created_at: 0,
        pay_sequence_no,
        parent: None,
        amount: cents,
        vat_amount: 0,
        provider_amount: 0,
        affiliate_amount: 0,
        referral_amount: 0,
        earned_amount: 0,
        refunded: 0,
    };
    if cents == 0 {
        return Some(nothing);
    }
    let split = split_of(purchase, cents, pay_sequence_no)?;
    Some(Transaction {
        vat_amount: in_cents(split.amount_vat),
        provider_amount: in_cents(split.amount_provider),
        affiliate_amount: in_cents(split.amount_affiliate),
        referral_amount: in_cents(split.amount_referral),
        earned_amount: in_cents(split.amount_vendor),
        ..nothing
    })
}

/// What goes back of a payment as a transaction: that many cents of it, or all that is left.
pub(in crate::sandbox) fn reversal(
    purchase: &Purchase,
    payment: &Transaction,
    kind: RefundKind,
    cents: Option<i64>,
    margin_refunded: bool,
) -> Option<Transaction> {
    let split = split_of(purchase, payment.amount, payment.pay_sequence_no)?;
    let terms = RefundTerms {
        kind,
        amount: cents.map(Amount::cents),
        refunded_before: Amount::cents(payment.refunded),
        margin_refunded,
        fee: Some(Amount::cents(0)),
        ..RefundTerms::default()
    };
    let Refund { amounts, .. } = refund(&split, &terms).ok()?;
    Some(Transaction {
        transaction_type: match kind {
            RefundKind::Refund => Movement::Refund,
            RefundKind::Chargeback => Movement::Chargeback,
        },
        parent: Some(payment.id),
        amount: in_cents(amounts.amount_brutto),
        vat_amount: in_cents(amounts.amount_vat),
        provider_amount: in_cents(amounts.amount_provider),
        affiliate_amount: in_cents(amounts.amount_affiliate),
        referral_amount: in_cents(amounts.amount_referral),
        earned_amount: in_cents(amounts.amount_vendor),
        refunded: 0,
        ..payment.clone()
    })
}

pub(in crate::sandbox) fn in_cents(amount: Amount) -> i64 {
    amount.minor_units(2).unwrap_or_default()
}

/// `59.50`
pub(in crate::sandbox) fn text(cents: i64) -> String {
    Amount::cents(cents).to_string()
}
