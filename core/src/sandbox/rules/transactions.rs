//! Payments and refunds.

use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::lists::{Window, check_transaction_types, page, passes, sort};
use super::{Ask, Rules, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[("listTransactions", list)];

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    let search = ask.group("search");
    check_transaction_types(search)?;
    let types = search.text("transaction_type");
    let found = account.transactions.rows().iter().filter(|row| {
        window.has(row.text("created_at"))
            && (types.is_empty() || parts(types).any(|kind| kind == row.text("transaction_type")))
            && account
                .purchases
                .find("id", row.text("purchase_id"))
                .is_some_and(|purchase| passes(account, search, purchase))
    });
    let mut rows: Vec<Value> = found.map(|row| shown(account, ask, row)).collect();
    sort(ask, &mut rows, "earned_amount");
    let summary = summary(&rows);
    let answer = page(ask, record! { from: window.from, to: window.to }, "transaction_list", rows);
    Ok(answer.with("summary", summary))
}

fn shown(account: &Account, ask: &Ask<'_>, row: &Value) -> Value {
    let purchase = account.purchases.find("id", row.text("purchase_id")).unwrap_or(&Value::Null);
    row.shown()
        .with("transaction_type_msg", label(row.text("transaction_type"), ask.german))
        .with("buyer", account.buyers.find("id", purchase.text(".buyer_id")).cloned().unwrap_or_default())
}

/// The totals of all pages by currency, in numbers, unlike the rows.
fn summary(rows: &[Value]) -> Value {
    let mut currencies: Vec<&str> = rows.iter().map(|row| row.text("currency")).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let amounts = currencies.into_iter().map(|currency| {
        let rows: Vec<&Value> = rows.iter().filter(|row| row.text("currency") == currency).collect();
        let totals = record! {
            count: count(rows.len()), total_amount: sum(&rows, "transaction_amount"),
            vat_amount: sum(&rows, "vat_amount"), earned_amount: sum(&rows, "earned_amount"),
        };
        (currency.to_owned(), totals)
    });
    let amounts: Vec<_> = amounts.collect();
    // PHP's empty map.
    let amounts = if amounts.is_empty() { Value::List(Vec::new()) } else { Value::Map(amounts) };
    record! { amounts: amounts, count: count(rows.len()) }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

fn sum(rows: &[&Value], name: &str) -> Amount {
    let amounts = rows.iter().filter_map(|row| Amount::parse(row.text(name)).ok());
    amounts.fold(Amount::cents(0), |sum, amount| sum.checked_add(amount).unwrap_or(sum))
}
