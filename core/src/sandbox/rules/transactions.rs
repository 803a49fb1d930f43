//! Payments and refunds.

use super::super::clock::{day_of, wall};
use super::super::orders::money::text;
use super::super::orders::rows::{Buyer, Purchase, Transaction};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::lists::{Window, check_transaction_types, page_of, passes, php_map, sort};
use super::{Ask, Rules, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[("listTransactions", list)];

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    let search = ask.group("search");
    check_transaction_types(search)?;
    let types = search.text("transaction_type");
    let of_order = |row: &Transaction| account.purchases.get(row.purchase);
    let mut found: Vec<(&Transaction, &Purchase)> = account
        .transactions
        .rows()
        .iter()
        .filter(|row| {
            window.has(row.created_at)
                && (types.is_empty() || parts(types).any(|kind| kind == row.transaction_type.as_str()))
        })
        .filter_map(|row| Some((row, of_order(row).filter(|purchase| passes(account, search, purchase))?)))
        .collect();
    sort(ask, &mut found, |(row, _)| row.created_at, |(_, order)| order.first_amount(), |(row, _)| row.earned_amount);
    let answer = record! { from: window.from.as_str(), to: window.to.as_str() };
    let answer = page_of(ask, answer, "transaction_list", &found, |(row, order)| shown(account, ask, row, order));
    Ok(answer.with("summary", summary(&found)))
}

fn shown(account: &Account, ask: &Ask<'_>, row: &Transaction, purchase: &Purchase) -> Value {
    let created_at = wall(row.created_at);
    let main = purchase.items.first().and_then(|item| account.products.find("id", &item.product_id));
    let affiliate = purchase.affiliate.as_ref().map_or("", |deal| deal.affiliate_name.as_str());
    record! {
        id: row.id.to_string(), purchase_id: purchase.id.as_str(), transaction_type: row.transaction_type.as_str(),
        transaction_type_msg: label(row.transaction_type.as_str(), ask.german), created_at: created_at.as_str(),
        transaction_pay_date: day_of(&created_at), amount: text(purchase.first_amount()),
        transaction_amount: text(row.amount), vat_amount: text(row.vat_amount), earned_amount: text(row.earned_amount),
        affiliate_amount: text(row.affiliate_amount), affiliate_name: affiliate,
        vat_country: purchase.vat_country.as_str(), main_product_name: main.map_or("", |product| product.text("name")),
        upsell_no: "0", currency: purchase.currency.as_str(),
        buyer: account.buyers.find(purchase.buyer_id).map(Buyer::shown).unwrap_or_default(),
    }
}

/// The totals of all pages by currency, in numbers, unlike the rows.
fn summary(rows: &[(&Transaction, &Purchase)]) -> Value {
    let mut currencies: Vec<&str> = rows.iter().map(|(_, order)| order.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let amounts = currencies.into_iter().map(|currency| {
        let rows = || rows.iter().filter(move |(_, order)| order.currency == currency).map(|(row, _)| *row);
        let sum = |of: fn(&Transaction) -> i64| Amount::cents(rows().map(of).sum());
        let totals = record! {
            count: count(rows().count()), total_amount: sum(|row| row.amount), vat_amount: sum(|row| row.vat_amount),
            earned_amount: sum(|row| row.earned_amount),
        };
        (currency.to_owned(), totals)
    });
    record! { amounts: php_map(amounts), count: count(rows.len()) }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
