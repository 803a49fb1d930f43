//! Buyers.

use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::tables::is_country;
use super::{Ask, Rules, existing, flag, lists};
use crate::Value;

pub(super) const RULES: Rules = &[("getBuyer", get), ("listBuyers", list), ("updateBuyer", update)];

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("buyer_id");
    let found = account.buyers.find(if id.contains('@') { "email" } else { "id" }, id);
    Ok(record! { buyer: existing(found, id)?.clone() })
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(lists::page(ask, Value::Map(Vec::new()), "items", account.buyers.rows().to_vec()))
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("buyer_id");
    let data = ask.group("data");
    let country = data.text("country");
    if !country.is_empty() && !is_country(country) {
        return Err(Refusal::argument(BAD_ARGUMENT, "data[country]"));
    }
    let buyer = existing(account.buyers.change("id", id), id)?;
    let mut modified = buyer.take_over(data);
    if data.get("street_name").is_some() || data.get("street_number").is_some() {
        let street = format!("{} {}", buyer.text("street_name"), buyer.text("street_number"));
        buyer.set("street", street.trim());
    }
    // The service's name for it in answers.
    if let Some(phone) = data.get("phone_number") {
        modified |= buyer.take_over(&record! { phone_no: phone.clone() });
    }
    Ok(record! { is_modified: flag(modified) })
}
