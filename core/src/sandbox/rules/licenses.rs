//! Licence keys.

use super::super::clock::{day_of, wall};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::{Ask, Rules, existing, flag};
use crate::Value;

pub(super) const RULES: Rules = &[("validateLicenseKey", validate)];

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let (id, key) = (ask.text("purchase_id"), ask.text("license_key"));
    let at = existing(account.purchases.position(id), id)?;
    let purchase = existing(account.purchases.get(at), id)?;
    let Some(license) = account.licenses.of(at).find(|license| license.key == key) else {
        return Ok(record! {
            is_license_valid: "N", is_license_key_found: "N", purchase_id: id, license_key: key,
            are_returned_data_public: "N",
        });
    };
    let line = purchase.items.iter().find(|item| item.id == license.item_id);
    let product_id = line.map_or("", |item| item.product_id.as_str());
    let product = account.products.find("id", product_id).unwrap_or(&Value::Null);
    let number: i64 = product_id.parse().unwrap_or_default();
    let status = purchase.billing_status.as_str();
    let last = account.transactions.of(purchase).next_back();
    let day = |at: Option<i64>| at.map(|at| day_of(&wall(at)).to_owned()).unwrap_or_default();
    let (paid, next) = (day(last.map(|row| row.created_at)), day(purchase.next_payment_at));
    let (paid, next) = (paid.as_str(), next.as_str());
    let kind = last.map_or("", |row| row.transaction_type.as_str());
    let in_words = |day: &str| if ask.german { german_day(day) } else { day.to_owned() };
    Ok(record! {
        is_license_valid: flag(matches!(status, "paying" | "completed")), is_license_key_found: "Y", purchase_id: id,
        license_key: key, product_id: number, product_name: product.text("name"), billing_tatus: status,
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
