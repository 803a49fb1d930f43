//! Buyers.

use super::super::orders::rows::Buyer;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::is_country;
use super::super::words::BAD_ARGUMENT;
use super::{Ask, Rules, existing, flag, lists};
use crate::Value;

pub(super) const RULES: Rules = &[("getBuyer", get), ("listBuyers", list), ("updateBuyer", update)];

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("buyer_id");
    Ok(record! { buyer: existing(account.buyers.named(id), id)?.shown() })
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(lists::page_of(ask, Value::Map(Vec::new()), "items", account.buyers.rows(), Buyer::shown))
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("buyer_id");
    let data = ask.group("data");
    let country = data.text("country");
    if !country.is_empty() && !is_country(country) {
        return Err(Refusal::argument(BAD_ARGUMENT, "data[country]"));
    }
    let number = existing(account.buyers.named(id), id)?.id;
    let modified = account.buyers.change(number, |buyer| change(buyer, data));
    Ok(record! { is_modified: flag(modified == Some(true)) })
}

/// Takes over what is given, and tells whether anything is different now.
fn change(buyer: &mut Buyer, data: &Value) -> bool {
    let mut shown = buyer.shown();
    let mut modified = shown.take_over(data);
    if data.get("street_name").is_some() || data.get("street_number").is_some() {
        let street = format!("{} {}", shown.text("street_name"), shown.text("street_number"));
        shown.set("street", street.trim());
    }
    // The service's name for it in answers.
    if let Some(phone) = data.get("phone_number") {
        modified |= shown.take_over(&record! { phone_no: phone.clone() });
    }
    buyer.email = shown.text("email").to_owned();
    let own = ["id", "address_id", "created_at", "email"];
    let said =
        shown.fields().iter().filter(|(name, value)| !own.contains(&name.as_str()) && value.as_str() != Some(""));
    buyer.details = Value::Map(said.cloned().collect());
    modified
}
