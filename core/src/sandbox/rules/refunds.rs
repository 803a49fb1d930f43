//! Giving payments back. No refund policy is imitated: every payment can be refunded once.

use super::super::clock::wall;
use super::super::orders::rows::{Movement, Purchase, Transaction};
use super::super::orders::terms::cents;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{ALREADY_REFUNDED, BAD_ARGUMENT, NOT_REFUNDABLE, REFUNDED};
use super::{Ask, Rules, existing};
use crate::Value;
use crate::commission::RefundKind;

pub(super) const RULES: Rules = &[
    ("refundTransaction", refund_transaction),
    ("refundPurchase", refund_purchase),
    ("refundPartially", refund_partially),
];

fn refund_transaction(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("transaction_id");
    let row = existing(id.parse().ok().and_then(|id| account.transactions.find(id)), id)?;
    if row.transaction_type != Movement::Payment {
        return Ok(record! { status: "error", modified: "N", note: ask.say(NOT_REFUNDABLE), error_reason: "unknown" });
    }
    let payment = row.id;
    Ok(match account.give_back(payment, RefundKind::Refund) {
        Some(_) => completed(account, ask),
        None => already(account, ask, payment),
    })
}

fn refund_purchase(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let purchase = existing(account.purchases.find(id), id)?;
    let payments: Vec<i64> = payments(account, purchase).map(|row| row.id).collect();
    let given_back = payments.iter().filter_map(|payment| account.give_back(*payment, RefundKind::Refund)).count();
    Ok(match (given_back, payments.last()) {
        (0, last) => already(account, ask, last.copied().unwrap_or_default()),
        _ => completed(account, ask),
    })
}

/// Takes the amount off the last payment; more than is left of one payment is refused.
fn refund_partially(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let purchase = existing(account.purchases.find(id), id)?;
    let amount = cents(ask.text("amount"));
    let payment = payments(account, purchase).filter(|row| row.amount - row.refunded >= amount).last();
    let payment = payment.ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "amount"))?.id;
    account.give_back_part(payment, amount);
    Ok(completed(account, ask))
}

fn payments<'a>(account: &'a Account, purchase: &'a Purchase) -> impl Iterator<Item = &'a Transaction> {
    account.transactions.of(purchase).filter(|row| row.transaction_type == Movement::Payment)
}

fn completed(account: &Account, ask: &Ask<'_>) -> Value {
    record! { status: "completed", modified: "Y", note: ask.say(REFUNDED), processed_at: account.clock.now() }
}

fn already(account: &Account, ask: &Ask<'_>, payment: i64) -> Value {
    let order = account.transactions.find(payment).and_then(|row| account.purchases.get(row.purchase));
    let mut moved = order.into_iter().flat_map(|order| account.transactions.of(order));
    let refund = moved.rfind(|row| row.parent == Some(payment));
    record! {
        status: "error", modified: "N", note: ask.say(ALREADY_REFUNDED), error_reason: "refund_completed",
        processed_at: refund.map(|refund| wall(refund.created_at)).unwrap_or_default(),
    }
}
