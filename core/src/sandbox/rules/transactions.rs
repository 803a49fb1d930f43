//! Payments and refunds.

use super::super::clock::{day_of, wall};
use super::super::orders::money::text;
use super::super::orders::rows::{Buyer, Purchase, Transaction};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::lists::{Lists, Window, check_transaction_types, page_of, passes, php_map, sort};
use super::{Ask, Rules, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[("listTransactions", list)];

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    check_transaction_types(ask.group("search"))?;
    let found = Lists::find(account, ask, &window, |account| search(account, ask, &window));
    let answer = record! { from: window.from.as_str(), to: window.to.as_str() };
    let answer = page_of(ask, answer, "transaction_list", &found.rows, |at| {
        let row = account.transactions.rows().get(*at);
        let order = row.and_then(|row| account.purchases.get(row.purchase));
        row.zip(order).map(|(row, order)| shown(account, ask, row, order)).unwrap_or_default()
    });
    let answer = answer.with("summary", found.summary.clone());
    account.lists.remember(found);
    Ok(answer)
}

/// Where the transactions stand that a list shows on all its pages, and what they come to.
fn search(account: &Account, ask: &Ask<'_>, window: &Window) -> (Vec<usize>, Value) {
    let wanted = ask.group("search");
    let types = wanted.text("transaction_type");
    let is_of_type =
        |row: &Transaction| types.is_empty() || parts(types).any(|kind| kind == row.transaction_type.as_str());
    let rows = account.transactions.rows().iter().enumerate();
    let mut found: Vec<(usize, &Transaction, &Purchase)> = rows
        .filter(|(_, row)| window.has(row.created_at) && is_of_type(row))
        .filter_map(|(at, row)| Some((at, row, account.purchases.get(row.purchase)?)))
        .filter(|(.., order)| passes(account, wanted, order))
        .collect();
    sort(
        ask,
        &mut found,
        |(_, row, _)| row.created_at,
        |(.., order)| order.first_amount(),
        |(_, row, _)| row.earned_amount,
    );
    let summary = summary(&found);
    (found.into_iter().map(|(at, ..)| at).collect(), summary)
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
fn summary(rows: &[(usize, &Transaction, &Purchase)]) -> Value {
    let mut currencies: Vec<&str> = rows.iter().map(|(.., order)| order.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let amounts = currencies.into_iter().map(|currency| {
        let rows = || rows.iter().filter(move |(.., order)| order.currency == currency).map(|(_, row, _)| *row);
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
