//! Licence keys.

use super::super::clock::day_of;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::lists::main_item;
use super::{Ask, Rules, existing, flag};
use crate::Value;

pub(super) const RULES: Rules = &[("validateLicenseKey", validate)];

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let (id, key) = (ask.text("purchase_id"), ask.text("license_key"));
    let purchase = existing(account.purchases.find("id", id), id)?;
    let is_found = account.licenses.with("purchase_id", id).any(|license| license.text("license_key") == key);
    if !is_found {
        return Ok(record! {
            is_license_valid: "N", is_license_key_found: "N", purchase_id: id, license_key: key,
            are_returned_data_public: "N",
        });
    }
    let item = main_item(purchase).unwrap_or(&Value::Null);
    let number: i64 = item.text("product_id").parse().unwrap_or_default();
    let status = purchase.text("billing_status");
    let last = account.transactions.with("purchase_id", id).last().unwrap_or(&Value::Null);
    let (paid, next) = (day_of(last.text("created_at")), purchase.text("next_payment_at"));
    let kind = last.text("transaction_type");
    let in_words = |day: &str| if ask.german { german_day(day) } else { day.to_owned() };
    Ok(record! {
        is_license_valid: flag(matches!(status, "paying" | "completed")), is_license_key_found: "Y", purchase_id: id,
        license_key: key, product_id: number, product_name: item.text("product_name"), billing_tatus: status,
        billing_tatus_msg: label(status, ask.german), last_payment_at: paid, last_payment_at_msg: in_words(paid),
        next_payment_at: next, next_payment_at_msg: in_words(next), last_transaction_type: kind,
        last_transaction_type_msg: label(kind, ask.german), paid_until: next, paid_until_msg: in_words(next),
        are_returned_data_public: "N",
    })
}

/// `05.10.2026`
fn german_day(day: &str) -> String {
    day.rsplit('-').collect::<Vec<_>>().join(".")
}
