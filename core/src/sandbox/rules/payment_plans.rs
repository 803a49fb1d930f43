//! Payment plans. A product is never without one: where the vendor made none, it has the default plan.

use super::super::account::plan;
use super::super::assumptions::{DEFAULT_PLAN_AMOUNT, DEFAULT_PLAN_GIVES_WAY, PLANS_NEED_INTERVALS};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::is_currency;
use super::super::words::{BAD_ARGUMENT, FOR_SALE, NOT_FOR_SALE};
use super::products::visible;
use super::{Ask, Rules, existing, flag, parts, shelf};
use crate::plan::Interval;
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[
    ("createPaymentplan", create),
    ("listPaymentPlans", list),
    ("updatePaymentplan", update),
    ("deletePaymentplan", delete),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let product = ask.text("product_id");
    existing(visible(account, product), product)?;
    check(ask.group("data"))?;
    if DEFAULT_PLAN_GIVES_WAY {
        account.plans.keep(|plan| plan.text("product_id") != product || plan.text(".is_default") != "Y");
    }
    let plan = add(account, product, ask.group("data"));
    let number: i64 = plan.text("id").parse().unwrap_or_default();
    Ok(record! { is_valid: flag(is_valid(&plan)), paymentplan_id: number })
}

/// Adds a plan in the first currency of its product.
fn add(account: &mut Account, product: &str, data: &Value) -> Value {
    let currencies = account.products.find("id", product).map(|row| row.text("currency").to_owned());
    let id = account.plans.number().to_string();
    let mut plan = plan(&id, product, &account.clock.now());
    if let Some(currency) = currencies.as_deref().and_then(|currencies| parts(currencies).next()) {
        plan.set("currency", currency);
    }
    plan.put(data);
    account.plans.add(plan.clone());
    plan
}

fn check(data: &Value) -> Result<(), Refusal> {
    let bad = |name: &str| Refusal::argument(BAD_ARGUMENT, format!("data[{name}]"));
    let currency = data.text("currency");
    if !currency.is_empty() && !is_currency(currency) {
        return Err(bad("currency"));
    }
    let is_bad = |name: &&str| !data.text(name).is_empty() && data.text(name).parse::<Interval>().is_err();
    match ["first_billing_interval", "other_billing_intervals"].into_iter().find(is_bad) {
        Some(name) => Err(bad(name)),
        None => Ok(()),
    }
}

/// Gives a product the default plan if it has none.
pub(super) fn provide(account: &mut Account, product: &str) {
    if account.plans.find("product_id", product).is_none() {
        add(account, product, &record! { first_amount: DEFAULT_PLAN_AMOUNT }.with(".is_default", "Y"));
    }
}

/// Gives a copy of a product copies of its plans.
pub(super) fn copy(account: &mut Account, from: &str, to: &str) {
    let now = account.clock.now();
    let plans: Vec<Value> = account.plans.with("product_id", from).cloned().collect();
    for plan in plans {
        let id = account.plans.number().to_string();
        let copy = plan.with("id", id).with("product_id", to).with("created_at", &*now).with("modified_at", &*now);
        account.plans.add(copy);
    }
}

/// The plans of a product by their position.
pub(super) fn of(account: &Account, ask: &Ask<'_>, product: &str) -> Vec<Value> {
    let mut plans: Vec<Value> = account.plans.with("product_id", product).map(|plan| shown(ask, plan)).collect();
    plans.sort_by_key(|plan| plan.text("position").parse().unwrap_or(0_i64));
    plans
}

fn shown(ask: &Ask<'_>, plan: &Value) -> Value {
    let is_active = plan.text("is_active") == "Y";
    plan.shown()
        .with("description", description(plan))
        .with("is_for_sale", flag(is_active))
        .with("is_for_sale_msg", ask.say(if is_active { FOR_SALE } else { NOT_FOR_SALE }))
}

/// `119.00 EUR + 2 × 119.00 EUR (1_month)`
fn description(plan: &Value) -> String {
    let [first, other, currency, interval] =
        ["first_amount", "other_amounts", "currency", "other_billing_intervals"].map(|name| plan.text(name));
    match (is_recurring(plan), installments(plan)) {
        (false, _) => format!("{first} {currency}"),
        (true, 0) => format!("{first} {currency} + {other} {currency} / {interval}"),
        (true, count) => format!("{first} {currency} + {} × {other} {currency} ({interval})", count - 1),
    }
}

fn installments(plan: &Value) -> i64 {
    plan.text("number_of_installments").parse().unwrap_or(1)
}

/// Whether the plan is a subscription or pays in instalments: a single payment has no amount or no place for others.
fn is_recurring(plan: &Value) -> bool {
    is_positive(plan, "other_amounts") && installments(plan) != 1
}

fn is_valid(plan: &Value) -> bool {
    let has_interval = !plan.text("other_billing_intervals").is_empty() || !PLANS_NEED_INTERVALS;
    if is_recurring(plan) { has_interval } else { is_positive(plan, "first_amount") }
}

fn is_positive(plan: &Value, name: &str) -> bool {
    Amount::parse(plan.text(name)).is_ok_and(|amount| !amount.is_zero() && !amount.is_negative())
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let product = ask.text("product_id");
    existing(visible(account, product), product)?;
    Ok(Value::List(of(account, ask, product)))
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("paymentplan_id");
    check(ask.group("data"))?;
    let now = account.clock.now();
    let modified = shelf::change(&mut account.plans, id, ask.group("data"), &now)?;
    if let Some(plan) = account.plans.change("id", id)
        && modified
    {
        // From now on it is the vendor's own.
        plan.set(".is_default", "N");
    }
    Ok(record! { is_modified: flag(modified) })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("paymentplan_id");
    let product = shelf::find(&account.plans, id)?.text("product_id").to_owned();
    shelf::delete(&mut account.plans, id)?;
    provide(account, &product);
    Ok(ask.modified(true))
}
