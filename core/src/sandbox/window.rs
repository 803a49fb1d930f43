//! The window: a small web page of the account, and what it shows. The page talks to the sandbox over HTTP alone, so that it
//! is the same whatever language serves it.

use super::account::{FULL_KEY, USER_NAME};
use super::clock::{moment_of, wall};
use super::orders::money::text;
use super::orders::rows::{Purchase, index};
use super::people::Tell;
use super::store::Account;
use super::tables::PAY_METHODS;
use crate::Value;
use crate::options::read_all;

pub(super) const VERBS: &[(&str, Tell)] = &[("overview", |sandbox, options| {
    let last = read_all(options, |options| Some(options.whole("last", 0, 1000).unwrap_or(50)))?;
    Ok(overview(&sandbox.account, usize::try_from(last).unwrap_or_default()))
})];

/// The files of the page by path, with their types.
const FILES: &[(&str, &str, &str)] = &[
    ("/", "text/html; charset=utf-8", include_str!("window/index.html")),
    ("/window.css", "text/css; charset=utf-8", include_str!("window/window.css")),
    ("/window.js", "text/javascript; charset=utf-8", include_str!("window/window.js")),
];

/// A file of the page: its type and its text.
pub(super) fn file(path: &str) -> Option<(&'static str, &'static str)> {
    FILES.iter().find(|(known, ..)| *known == path).map(|(_, kind, text)| (*kind, *text))
}

/// What the page may load: its own files, and answers from where it came from.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The account at a glance: the clock, what can be bought, the last orders with the latest first.
fn overview(account: &Account, last: usize) -> Value {
    let names = |values: Vec<&str>| Value::List(values.into_iter().map(Value::from).collect());
    let mut affiliates: Vec<&str> = account.affiliations.rows().iter().map(|row| row.text("affiliate_name")).collect();
    affiliates.sort_unstable();
    affiliates.dedup();
    let due = [account.agenda.0.first().map(|(at, ..)| *at), account.queue.next_due_at()];
    let next = due.into_iter().flatten().min().map(moment_of);
    let orders: Vec<Value> = account.purchases.rows().iter().rev().take(last).map(|row| order(account, row)).collect();
    record! {
        time: account.clock.time(), next_due_at: next, user_name: USER_NAME, api_key: FULL_KEY,
        pay_methods: names(PAY_METHODS.to_vec()), affiliates: names(affiliates), products: products(account),
        purchases: orders, purchase_count: index(account.purchases.rows().len()),
        transaction_count: index(account.transactions.rows().len()), buyer_count: index(account.buyers.rows().len()),
        notification_count: index(account.queue.len()),
    }
}

fn products(account: &Account) -> Vec<Value> {
    let mut sold = std::collections::BTreeMap::new();
    for item in account.purchases.rows().iter().flat_map(|purchase| &purchase.items) {
        *sold.entry(item.product_id.as_str()).or_insert(0i64) += item.quantity;
    }
    let shown = |product: &Value| {
        let id = product.text("id");
        let plans = account.plans.with("product_id", id).filter(|plan| plan.text("is_active") == "Y");
        let plans: Vec<Value> = plans.map(|plan| record! { id: plan.text("id"), text: in_words(plan) }).collect();
        let sold = sold.get(id).copied().unwrap_or_default();
        record! { id: id, name: product.text("name"), sold: sold, plans: plans }
    };
    let on_sale = account.products.with("is_deleted", "N").filter(|product| product.text("is_active") != "N");
    on_sale.map(shown).collect()
}

/// `119.00 EUR, then 2 times 119.00 EUR every 1_month`
fn in_words(plan: &Value) -> String {
    let (first, other, currency) = (plan.text("first_amount"), plan.text("other_amounts"), plan.text("currency"));
    let interval = plan.text("other_billing_intervals").replace('_', " ");
    match plan.text("number_of_installments").parse::<i64>() {
        Ok(0) => format!("{first} {currency}, then {other} {currency} every {interval}"),
        Ok(count) if count > 1 => {
            format!("{first} {currency}, then {} times {other} {currency}, one every {interval}", count - 1)
        }
        _ => format!("{first} {currency} once"),
    }
}

fn order(account: &Account, row: &Purchase) -> Value {
    let product = row.items.first().and_then(|item| account.products.find("id", &item.product_id));
    let moved = || account.transactions.of(row);
    let payments = match row.number_of_installments {
        1 => String::new(),
        0 => format!("{} paid", row.payments),
        count => format!("{} of {count} paid", row.payments),
    };
    record! {
        purchase_id: row.id.as_str(), created_at: wall(row.created_at),
        email: account.buyers.find(row.buyer_id).map_or("", |buyer| buyer.email.as_str()),
        product_name: product.map_or("", |product| product.text("name")),
        amount: text(moved().map(|row| row.amount).sum()), currency: row.currency.as_str(),
        earned: text(moved().map(|row| row.earned_amount).sum()), payments: payments,
        billing_status: row.billing_status.as_str(), is_recurring: row.is_recurring(),
        next_payment_at: row.next_payment_at.map(wall),
        affiliate: row.affiliate.as_ref().map_or("", |deal| deal.affiliate_name.as_str()),
    }
}
