//! Upgrades between products, and smart upgrades, which only the back office makes.

use super::super::assumptions::SMART_UPGRADE_WIDGET;
use super::super::orders::rows::{BillingStatus, Purchase};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::products::visible;
use super::{Ask, Rules, existing, flag, parts, shelf};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("createUpgrade", create),
    ("getUpgrade", get),
    ("listUpgrades", list),
    ("deleteUpgrade", delete),
    ("listSmartUpgrades", list_smart),
    ("getSmartupgrade", get_smart),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let (to, fallback) = (ask.text("to_product_id"), ask.text("fallback_product_id"));
    let mut types: Vec<(String, Value)> = Vec::new();
    for (argument, kind) in
        [("upgrade_from", "upgrade"), ("downgrade_from", "downgrade"), ("special_offer_for", "special_offer")]
    {
        for id in parts(ask.text(argument)) {
            types.retain(|(other, _)| other != id);
            types.push((id.to_owned(), kind.into()));
        }
    }
    let from = types.iter().map(|(id, _)| id.as_str());
    for id in from.chain([to]).chain(Some(fallback).filter(|id| !id.is_empty())) {
        existing(visible(account, id), id)?;
    }
    let number = account.upgrades.number();
    account.upgrades.add(record! {
        id: number.to_string(), name: ask.text("name"), to_product_id: to, is_active: ask.text("is_active"),
        authkey: format!("ExAmPlE{number:05}"), fallback_product_id: fallback,
        buyer_readonly_keys: ask.text("buyer_readonly_keys"),
        // PHP's empty map.
        upgrade_types: if types.is_empty() { Value::List(Vec::new()) } else { Value::Map(types) },
    });
    Ok(record! { upgrade_id: number })
}

/// An upgrade with its link, in which `ORDER_ID` is to be replaced.
fn shown(account: &Account, upgrade: &Value) -> Value {
    let to = account.products.find("id", upgrade.text("to_product_id")).unwrap_or(&Value::Null);
    let (id, authkey) = (upgrade.text("id"), upgrade.text("authkey"));
    upgrade
        .shown()
        .with("upgrade_url", format!("https://www.digistore24.com/upgrade/{id}-{authkey}/ORDER_ID"))
        .with("to_product_name", to.text("name"))
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let upgrade = shelf::find(&account.upgrades, ask.text("upgrade_id"))?;
    Ok(record! { item: shown(account, upgrade), check: check(account, upgrade, ask.text("order_ids"))? })
}

/// Whether all of the orders can be upgraded. Nothing where none was asked about.
fn check(account: &Account, upgrade: &Value, orders: &str) -> Result<Value, Refusal> {
    let mut kinds = Vec::new();
    for id in parts(orders) {
        kinds.push(kind_for(upgrade, existing(account.purchases.find(id), id)?));
    }
    let Some(first) = kinds.first() else { return Ok(Value::List(Vec::new())) };
    let is_possible = flag(!kinds.contains(&""));
    Ok(record! {
        is_upgrade_possible: is_possible, is_one_click_payment_possible: is_possible,
        possible_upgrade_type: if is_possible == "Y" { *first } else { "" },
    })
}

/// What kind of change the upgrade is for an order; empty if it is none, because it is switched off, for other products,
/// or because the order has ended.
pub(super) fn kind_for<'a>(upgrade: &'a Value, purchase: &Purchase) -> &'a str {
    let is_open = upgrade.text("is_active") == "Y" && purchase.billing_status != BillingStatus::Aborted;
    let product = purchase.items.first().map_or("", |item| item.product_id.as_str());
    upgrade.get("upgrade_types").filter(|_| is_open).map_or("", |types| types.text(product))
}

fn list(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(record! { upgrades: account.upgrades.rows().iter().map(|row| shown(account, row)).collect::<Vec<_>>() })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    shelf::delete(&mut account.upgrades, ask.text("upgrade_id"))?;
    Ok(ask.modified(true))
}

fn list_smart(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(record! { smartupgrades: account.smart_upgrades.rows().to_vec() })
}

/// The row of the list. For orders it also has the code of a widget.
fn get_smart(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let upgrade = shelf::find(&account.smart_upgrades, ask.text("smartupgrade_id"))?.clone();
    let orders: Vec<&str> = parts(ask.text("purchase_id")).collect();
    for id in &orders {
        existing(account.purchases.find(id), id)?;
    }
    if orders.is_empty() {
        return Ok(upgrade);
    }
    let (id, authkey) = (upgrade.text("id"), upgrade.text("authkey"));
    let url = format!("https://www.digistore24.com/smartupgrade/{id}-{authkey}/{}", orders.join(","));
    let widget = format!(r#"<script src="{url}"></script>"#);
    Ok(upgrade.with(SMART_UPGRADE_WIDGET, widget))
}
