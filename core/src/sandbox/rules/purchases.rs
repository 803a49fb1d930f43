//! Orders.

use super::super::clock::{day_of, wall};
use super::super::orders::money::text;
use super::super::orders::rows::{Buyer, Item, Purchase, Transaction};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{STOP_BUTTON, label};
use super::lists::{Lists, Window, check_transaction_types, page_of, passes, sort};
use super::{Ask, Rules, existing, flag, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules =
    &[("getPurchase", get), ("listPurchases", list), ("listPurchasesOfEmail", list_of_email)];

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    one_or_many(ask.text("purchase_id"), |id| {
        existing(account.purchases.find(id), id).map(|row| shown(account, ask, row, true))
    })
}

/// What one order id stands for, or what each of several does, by order id.
pub(super) fn one_or_many(ids: &str, one: impl Fn(&str) -> Outcome) -> Outcome {
    if !ids.contains(',') {
        return one(ids.trim());
    }
    let rows = parts(ids).map(|id| Ok((id.to_owned(), one(id)?))).collect::<Result<Vec<_>, Refusal>>()?;
    Ok(Value::Map(rows))
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    check_transaction_types(ask.group("search"))?;
    let found = Lists::find(account, ask, &window, |account| (search(account, ask, &window), Value::Null));
    let with_transactions = ask.yes("load_transactions");
    let answer = record! { from: window.from.as_str(), to: window.to.as_str() };
    let rows = account.purchases.rows();
    let answer = page_of(ask, answer, "purchase_list", &found.rows, |at| {
        rows.get(*at).map(|row| shown(account, ask, row, with_transactions)).unwrap_or_default()
    });
    account.lists.remember(found);
    Ok(answer)
}

/// Where the orders stand that a list shows on all its pages.
fn search(account: &Account, ask: &Ask<'_>, window: &Window) -> Vec<usize> {
    let wanted = ask.group("search");
    let rows = account.purchases.rows().iter().enumerate();
    let mut found: Vec<(usize, &Purchase)> =
        rows.filter(|(_, row)| window.has(row.created_at) && passes(account, wanted, row)).collect();
    sort(
        ask,
        &mut found,
        |(_, row)| row.created_at,
        |(_, row)| row.first_amount(),
        |(_, row)| first_payment(account, row).1,
    );
    found.into_iter().map(|(at, _)| at).collect()
}

fn list_of_email(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let Some(buyer) = account.buyers.of_email(ask.text("email")) else { return Ok(Value::List(Vec::new())) };
    let rows = account.purchases.of_buyer(buyer.id).take(ask.number("limit")).map(|row| {
        record! {
            id: row.id.as_str(), created_at: wall(row.created_at), amount: text(row.first_amount()),
            currency: row.currency.as_str(), status: row.billing_status.as_str(),
        }
    });
    Ok(Value::List(rows.collect()))
}

/// What the vendor and the affiliate have of the first payment: tax in it, the vendor's and the affiliate's part.
fn first_payment(account: &Account, purchase: &Purchase) -> (i64, i64, i64) {
    let sequence = i64::from(purchase.is_recurring());
    let rows = account.transactions.of(purchase);
    let first = rows.filter(|row| row.parent.is_none() && row.pay_sequence_no == sequence);
    first.fold((0, 0, 0), |(vat, earned, affiliate), row| {
        (vat + row.vat_amount, earned + row.earned_amount, affiliate + row.affiliate_amount)
    })
}

/// An order as it is answered: with its buyer, its transactions, and codes in words.
pub(in crate::sandbox) fn shown(account: &Account, ask: &Ask<'_>, row: &Purchase, with_transactions: bool) -> Value {
    let (vat, earned, affiliate) = first_payment(account, row);
    let other_vat =
        super::super::orders::money::payment(row, row.other_amounts(), 2).map_or(0, |other| other.vat_amount);
    let url = |what: &str| format!("https://www.checkout-ds24.com/{what}/{}/ExAmPlE1", row.id);
    let next = row.next_payment_at.map(|at| day_of(&wall(at)).to_owned()).unwrap_or_default();
    let can_stop = row.is_recurring() && row.is_active();
    let products = row.items.iter().filter_map(|item| account.products.find("id", &item.product_id));
    let mut deliveries: Vec<&str> = products.map(|product| product.text(".delivery_type")).collect();
    deliveries.dedup();
    let at = account.purchases.position(&row.id).unwrap_or(-1);
    let tickets = account.etickets.of(at).next().is_some();
    let tracking = &row.tracking;
    let mut purchase = record! {
        id: row.id.as_str(), amount: text(row.first_amount()), other_amounts: text(row.other_amounts()),
        other_vat_amounts: text(other_vat), currency: row.currency.as_str(),
        number_of_installments: row.number_of_installments.to_string(), vat_country: row.vat_country.as_str(),
        vat_amount: text(vat), vat_rate: percent(row.vat_rate), created_at: wall(row.created_at), next_payment_at: next,
        billing_type: row.billing_type(), billing_type_msg: label(row.billing_type(), ask.german),
        billing_status: row.billing_status.as_str(), billing_status_msg: label(row.billing_status.as_str(), ask.german),
        is_canceled_now: flag(row.is_recurring() && row.stop_reason.is_some()), is_cancelable_now: flag(can_stop),
        renew_url: url("renew"), receipt_url: url("receipt"), invoice_url: url("invoice"), has_custom_forms: "N",
        has_etickets: flag(tickets), merchant_amount: text(earned), affiliate_amount: text(affiliate),
        voucher_code: row.voucher_code.as_str(), custom: tracking.text("custom"), salesteam_id: Value::Null,
        delivery_types: deliveries.join(","),
        delivery_types_msg: deliveries.iter().map(|kind| label(kind, ask.german)).collect::<Vec<_>>().join(","),
        items: items(account, row), placeholders: Vec::<Value>::new(), click_id: tracking.text("click_id"),
        sub_ids: Vec::<Value>::new(),
    };
    purchase.set("buyer", account.buyers.find(row.buyer_id).map(Buyer::shown).unwrap_or_default());
    purchase.set(
        "rebill_stop_info",
        record! {
            can_stop: flag(can_stop), buton_label: if can_stop { ask.say(STOP_BUTTON) } else { "" },
            stop_date: Value::Null, code: if can_stop { "stopped_now" } else { "" },
        },
    );
    let last = account.transactions.of(row).next_back();
    purchase.set(
        "last_payment",
        last.map_or(Value::List(Vec::new()), |last| {
            record! {
                txn_id: last.id.to_string(), txn_type: last.transaction_type.as_str(), pay_method: row.pay_method.as_str(),
                date: wall(last.created_at),
            }
        }),
    );
    if with_transactions {
        let rows = account.transactions.of(row).map(|moved| transaction(ask, row, moved)).collect::<Vec<_>>();
        purchase.set("transaction_list", rows);
    }
    purchase
}

/// `19.00`
fn percent(rate: Amount) -> String {
    Amount::new(rate.minor_units(2).unwrap_or_default(), 2).unwrap_or_default().to_string()
}

fn items(account: &Account, row: &Purchase) -> Vec<Value> {
    let count = row.items.len().to_string();
    row.items.iter().zip(1..).map(|(line, no)| item(account, row, line, no, &count)).collect()
}

fn item(account: &Account, row: &Purchase, line: &Item, no: i64, count: &str) -> Value {
    let product = account.products.find("id", &line.product_id).unwrap_or(&Value::Null);
    let sequence = i64::from(row.is_recurring());
    let vat = super::super::orders::money::payment(row, line.first_amount, sequence).map_or(0, |paid| paid.vat_amount);
    let net = line.first_amount - vat;
    record! {
        id: line.id.to_string(), product_id: line.product_id.as_str(), product_name: product.text("name"),
        product_name_intern: product.text("name_intern"), product_is_active: product.text("is_active"),
        product_is_deleted: product.text("is_deleted"), delivery_type: product.text(".delivery_type"),
        quantity: line.quantity.to_string(), no: no.to_string(), count: count, vat_rate: percent(row.vat_rate),
        amounts: record! { first: record! {
            total_brutto_amount: Amount::cents(line.first_amount), total_vat_amount: Amount::cents(vat),
            total_netto_amount: Amount::cents(net), unit_netto_amount: Amount::cents(net / line.quantity.max(1)),
        } },
    }
}

/// A transaction inside its order, where it has other names than in `listTransactions`.
fn transaction(ask: &Ask<'_>, purchase: &Purchase, row: &Transaction) -> Value {
    let (kind, method) = (row.transaction_type.as_str(), purchase.pay_method.as_str());
    let created_at = wall(row.created_at);
    record! {
        id: row.id.to_string(), amount: text(row.amount), currency: purchase.currency.as_str(),
        purchase_id: purchase.id.as_str(), pay_method: method, pay_method_msg: label(method, ask.german),
        created_at: created_at.as_str(), pay_date: day_of(&created_at), r#type: kind, type_msg: label(kind, ask.german),
        invoice_url: format!("https://www.checkout-ds24.com/invoice/{}/ExAmPlE1", row.id),
    }
}
