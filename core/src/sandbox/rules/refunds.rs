//! Giving payments back. No refund policy is imitated: every payment can be refunded once.

use super::super::account::refund_of;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::{ALREADY_REFUNDED, NOT_REFUNDABLE, REFUNDED};
use super::{Ask, Rules, existing};
use crate::Value;

pub(super) const RULES: Rules = &[("refundTransaction", refund_transaction), ("refundPurchase", refund_purchase)];

fn refund_transaction(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("transaction_id");
    let row = existing(account.transactions.find("id", id), id)?;
    if row.text("transaction_type") != "payment" {
        return Ok(record! { status: "error", modified: "N", note: ask.say(NOT_REFUNDABLE), error_reason: "unknown" });
    }
    let (purchase, refunded_at) = (row.text("purchase_id").to_owned(), row.text(".refunded_at").to_owned());
    if !refunded_at.is_empty() {
        return Ok(already(ask, &refunded_at));
    }
    refund(account, id);
    end(account, &purchase);
    Ok(completed(account, ask))
}

fn refund_purchase(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    existing(account.purchases.find("id", id), id)?;
    let payments: Vec<&Value> =
        account.transactions.with("purchase_id", id).filter(|row| row.text("transaction_type") == "payment").collect();
    let open: Vec<String> = payments
        .iter()
        .filter(|row| row.text(".refunded_at").is_empty())
        .map(|row| row.text("id").to_owned())
        .collect();
    if open.is_empty() {
        return Ok(already(ask, payments.last().map_or("", |row| row.text(".refunded_at"))));
    }
    for payment in open {
        refund(account, &payment);
    }
    end(account, id);
    Ok(completed(account, ask))
}

fn refund(account: &mut Account, payment: &str) {
    let id = account.transactions.number().to_string();
    let now = account.clock.now();
    if let Some(payment) = account.transactions.change("id", payment) {
        let refund = refund_of(payment, &id, &now);
        account.transactions.add(refund);
    }
}

/// After a refund nothing is charged any more.
fn end(account: &mut Account, purchase: &str) {
    if let Some(purchase) = account.purchases.change("id", purchase) {
        super::rebilling::end(purchase);
    }
}

fn completed(account: &Account, ask: &Ask<'_>) -> Value {
    record! { status: "completed", modified: "Y", note: ask.say(REFUNDED), processed_at: account.clock.now() }
}

fn already(ask: &Ask<'_>, at: &str) -> Value {
    record! {
        status: "error", modified: "N", note: ask.say(ALREADY_REFUNDED), error_reason: "refund_completed",
        processed_at: at,
    }
}
