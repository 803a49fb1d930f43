//! What was credited to the account: its owner's share of every transaction.

use super::super::assumptions::COMMISSION_REASON;
use super::super::books::Credit;
use super::super::clock::{calendar_day, wall};
use super::super::orders::money::text;
use super::super::orders::rows::Transaction;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::lists::{Window, page_of};
use super::{Ask, Rules, existing, parts};
use crate::Value;

pub(super) const RULES: Rules = &[("listCommissions", list)];

/// The numbers of commissions: two for each transaction, as its reserve may be one of its own.
const FIRST_COMMISSION: i64 = 400_000_000;

fn list<'a>(account: &'a mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    let one_of = |name: &str, word: &str| parts(ask.text(name)).any(|given| given == word || given == "all");
    let takes =
        |row: &&Transaction| window.has(row.created_at) && one_of("transaction_type", row.transaction_type.as_str());
    let account = &*account;
    let credits = |row: &'a Transaction| {
        account.purchases.get(row.purchase).into_iter().flat_map(|order| account.credits(row, order))
    };
    let mut found: Vec<Credit<'_>> = match ask.text("purchase_id") {
        _ if !one_of("commission_type", COMMISSION_REASON) => Vec::new(),
        "" => account.transactions.rows().iter().filter(takes).flat_map(credits).collect(),
        id => {
            let order = existing(account.purchases.find(id), id)?;
            account.transactions.of(order).filter(takes).flat_map(credits).collect()
        }
    };
    found.sort_by_key(|credit| credit.row.created_at);
    Ok(page_of(ask, Value::Map(Vec::new()), "items", &found, |credit| shown(account, credit)))
}

fn shown(account: &Account, credit: &Credit<'_>) -> Value {
    let row = credit.row;
    let due = calendar_day(row.created_at).and_then(|day| account.credited_on(credit, day));
    record! {
        id: FIRST_COMMISSION + row.id * 2 + i64::from(credit.is_reserve), created_at: wall(row.created_at),
        amount: text(credit.cents), currency: credit.purchase.currency.as_str(), reason: COMMISSION_REASON,
        schedule_payout_at: due.map(|due| due.to_string()).unwrap_or_default(),
        transaction_id: row.id, purchase_id: credit.purchase.id.as_str(),
    }
}
