//! Orders.

use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{STOP_BUTTON, label};
use super::lists::{Window, check_transaction_types, page, passes, sort};
use super::{Ask, Rules, existing, parts};
use crate::Value;

pub(super) const RULES: Rules =
    &[("getPurchase", get), ("listPurchases", list), ("listPurchasesOfEmail", list_of_email)];

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let ids = ask.text("purchase_id");
    let one = |id: &str| existing(account.purchases.find("id", id), id).map(|row| shown(account, ask, row, true));
    if !ids.contains(',') {
        return one(ids.trim());
    }
    let rows = parts(ids).map(|id| Ok((id.to_owned(), one(id)?))).collect::<Result<Vec<_>, Refusal>>()?;
    Ok(Value::Map(rows))
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    let search = ask.group("search");
    check_transaction_types(search)?;
    let found = account
        .purchases
        .rows()
        .iter()
        .filter(|row| window.has(row.text("created_at")) && passes(account, search, row));
    let mut rows: Vec<Value> = found.map(|row| shown(account, ask, row, ask.yes("load_transactions"))).collect();
    sort(ask, &mut rows, "merchant_amount");
    Ok(page(ask, record! { from: window.from, to: window.to }, "purchase_list", rows))
}

fn list_of_email(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let Some(buyer) = account.buyers.find("email", ask.text("email")) else { return Ok(Value::List(Vec::new())) };
    let rows = account.purchases.with(".buyer_id", buyer.text("id")).take(ask.number("limit")).map(|row| {
        record! {
            id: row.text("id"), created_at: row.text("created_at"), amount: row.text("amount"),
            currency: row.text("currency"), status: row.text("billing_status"),
        }
    });
    Ok(Value::List(rows.collect()))
}

/// An order as it is answered: with its buyer, its transactions, and codes in words.
fn shown(account: &Account, ask: &Ask<'_>, row: &Value, with_transactions: bool) -> Value {
    let mut purchase = row.shown();
    for field in ["billing_type", "billing_status", "delivery_types"] {
        purchase.set(&format!("{field}_msg"), label(row.text(field), ask.german));
    }
    purchase.set("buyer", account.buyers.find("id", row.text(".buyer_id")).cloned().unwrap_or_default());
    let can_stop = row.text("is_cancelable_now");
    purchase.set(
        "rebill_stop_info",
        record! {
            can_stop: can_stop, buton_label: if can_stop == "Y" { ask.say(STOP_BUTTON) } else { "" },
            stop_date: Value::Null, code: if can_stop == "Y" { "stopped_now" } else { "" },
        },
    );
    let id = row.text("id");
    let last = account.transactions.with("purchase_id", id).last();
    purchase.set(
        "last_payment",
        last.map_or(Value::List(Vec::new()), |last| {
            record! {
                txn_id: last.text("id"), txn_type: last.text("transaction_type"), pay_method: last.text(".pay_method"),
                date: last.text("created_at"),
            }
        }),
    );
    if with_transactions {
        let rows = account.transactions.with("purchase_id", id).map(|row| transaction(ask, row)).collect::<Vec<_>>();
        purchase.set("transaction_list", rows);
    }
    purchase
}

/// A transaction inside its order, where it has other names than in `listTransactions`.
fn transaction(ask: &Ask<'_>, row: &Value) -> Value {
    let (kind, method) = (row.text("transaction_type"), row.text(".pay_method"));
    record! {
        id: row.text("id"), amount: row.text("transaction_amount"), currency: row.text("currency"),
        purchase_id: row.text("purchase_id"), pay_method: method, pay_method_msg: label(method, ask.german),
        created_at: row.text("created_at"), pay_date: row.text("transaction_pay_date"), r#type: kind,
        type_msg: label(kind, ask.german),
        invoice_url: format!("https://www.checkout-ds24.com/invoice/{}/ExAmPlE1", row.text("id")),
    }
}
