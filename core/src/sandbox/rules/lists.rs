//! What lists have in common: a period, a search, an order, pages.

use super::super::reply::Refusal;
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::{Ask, parts};
use crate::{Amount, Value};

/// The period of a list, resolved to moments.
pub(super) struct Window {
    pub(super) from: String,
    pub(super) to: String,
}

impl Window {
    pub(super) fn of(account: &Account, ask: &Ask<'_>) -> Result<Window, Refusal> {
        let moment =
            |name: &str| account.clock.moment(ask.text(name)).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, name));
        Ok(Window { from: moment("from")?, to: moment("to")? })
    }

    /// The service's moments are in order as texts are.
    pub(super) fn has(&self, moment: &str) -> bool {
        (self.from.as_str()..=self.to.as_str()).contains(&moment)
    }
}

/// One page of a list. Counters that come from arguments are texts, computed ones are numbers, as mixed as on the wire.
pub(super) fn page(ask: &Ask<'_>, answer: Value, wrapper: &str, rows: Vec<Value>) -> Value {
    let (size, no) = (ask.number("page_size").max(1), ask.number("page_no").max(1));
    let count = rows.len();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let rows: Vec<Value> = rows.into_iter().skip(size.saturating_mul(no - 1)).take(size).collect();
    answer
        .with("item_count", number(count))
        .with("page_size", size.to_string())
        .with("page_no", no.to_string())
        .with("page_count", number(count.div_ceil(size)))
        .with(wrapper, rows)
}

/// Sorts rows by moment, amount or earnings; `earnings` is the field that holds them.
pub(super) fn sort(ask: &Ask<'_>, rows: &mut [Value], earnings: &str) {
    let amount = |row: &Value, name: &str| Amount::parse(row.text(name)).unwrap_or_default();
    match ask.text("sort_by") {
        "amount" => rows.sort_by_key(|row| amount(row, "amount")),
        "earning" => rows.sort_by_key(|row| amount(row, earnings)),
        _ => rows.sort_by(|a, b| a.text("created_at").cmp(b.text("created_at"))),
    }
    if ask.text("sort_order") == "desc" {
        rows.reverse();
    }
}

/// Whether an order passes a `search`, whose texts match parts of words.
pub(super) fn passes(account: &Account, search: &Value, purchase: &Value) -> bool {
    let buyer = account.buyers.find("id", purchase.text(".buyer_id")).unwrap_or(&Value::Null);
    let transactions: Vec<&Value> = account.transactions.with("purchase_id", purchase.text("id")).collect();
    let any = |name: &str, wanted: &dyn Fn(&str) -> bool| transactions.iter().any(|row| wanted(row.text(name)));
    search.fields().iter().all(|(name, wanted)| {
        let wanted = wanted.as_str().unwrap_or_default();
        let part_of = |text: &str| text.to_lowercase().contains(&wanted.to_lowercase());
        let one_of = |text: &str| parts(wanted).any(|part| part.eq_ignore_ascii_case(text));
        wanted.is_empty()
            || match name.as_str() {
                // Every order of this account was sold by its owner.
                "role" => one_of("vendor"),
                "product_id" => main_item(purchase).is_some_and(|item| one_of(item.text("product_id"))),
                "first_name" | "last_name" | "email" => part_of(buyer.text(name)),
                "has_affiliate" => any("affiliate_name", &|text| !text.is_empty()) == (wanted == "Y"),
                "affiliate_name" => any("affiliate_name", &part_of),
                "order_type" => any(".pay_method", &|text| text == "test") == (wanted == "test"),
                "pay_method" => any(".pay_method", &one_of),
                "transaction_type" => any("transaction_type", &one_of),
                "billing_type" => one_of(purchase.text("billing_type")),
                "currency" => one_of(purchase.text("currency")),
                "purchase_id" => one_of(purchase.text("id")),
                _ => true,
            }
    })
}

/// The line of the main product.
pub(super) fn main_item(purchase: &Value) -> Option<&Value> {
    match purchase.get("items") {
        Some(Value::List(items)) => items.first(),
        _ => None,
    }
}

/// Refuses words that `search[transaction_type]` does not know, with a status of their own (measured).
pub(super) fn check_transaction_types(search: &Value) -> Result<(), Refusal> {
    const KNOWN: &[&str] = &["payment", "refund", "chargeback", "refund_request"];
    match parts(search.text("transaction_type")).find(|word| !KNOWN.contains(word)) {
        Some(_) => Err(Refusal::argument(BAD_ARGUMENT, "search[transaction_type]").with_status()),
        None => Ok(()),
    }
}
