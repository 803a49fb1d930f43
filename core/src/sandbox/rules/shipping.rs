//! Shipping cost policies.

use super::super::likely::blank;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::{is_country, is_currency};
use super::super::words::BAD_ARGUMENT;
use super::products::check_products;
use super::{Ask, Rules, flag, parts, shelf};
use crate::Value;
use crate::catalogue::deliveries::ShippingCostPolicy;

pub(super) const RULES: Rules = &[
    ("createShippingCostPolicy", create),
    ("getShippingCostPolicy", get),
    ("listShippingCostPolicies", list),
    ("updateShippingCostPolicy", update),
    ("deleteShippingCostPolicy", delete),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let data = ask.group("data");
    check(account, data)?;
    let number = account.shipping_policies.number();
    let now = account.clock.now();
    let mut policy = blank(ShippingCostPolicy::SHAPE);
    policy.put(&record! {
        id: number.to_string(), created_at: now.as_str(), modified_at: now.as_str(), position: "100", is_active: "Y",
        for_product_ids: "all", for_countries: "all", for_currencies: "all", fee_type: "total_fee",
        billing_cycle: "once", currency: "EUR", scale_level_count: "1",
    });
    policy.put(data);
    account.shipping_policies.add(policy);
    Ok(record! { policy_id: number })
}

fn check(account: &Account, data: &Value) -> Result<(), Refusal> {
    check_products(account, data.text("for_product_ids"))?;
    let all = |code: &str| code == "all";
    let is_wrong = |name: &&str| {
        parts(data.text(name)).any(|code| match *name {
            "for_countries" => !all(code) && !is_country(code),
            "for_currencies" => !all(code) && !is_currency(code),
            _ => !is_currency(code),
        })
    };
    match ["for_countries", "for_currencies", "currency"].into_iter().find(is_wrong) {
        Some(name) => Err(Refusal::argument(BAD_ARGUMENT, format!("data[{name}]"))),
        None => Ok(()),
    }
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(record! { policy: shelf::find(&account.shipping_policies, ask.text("policy_id"))?.shown() })
}

fn list(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let mut rows = account.shipping_policies.rows().to_vec();
    rows.sort_by_key(|row| row.text("position").parse().unwrap_or(0_i64));
    Ok(Value::List(rows))
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("policy_id");
    shelf::find(&account.shipping_policies, id)?;
    check(account, ask.group("data"))?;
    let now = account.clock.now();
    let modified = shelf::change(&mut account.shipping_policies, id, ask.group("data"), &now)?;
    Ok(record! { is_modified: flag(modified) })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    shelf::delete(&mut account.shipping_policies, ask.text("policy_id"))?;
    Ok(ask.modified(true))
}
