//! What lists have in common: a period, a search, an order, pages.

use std::collections::VecDeque;
use std::ops::RangeInclusive;

use super::super::clock::wall;
use super::super::kept::Kept;
use super::super::orders::rows::{Purchase, Stamp};
use super::super::reply::Refusal;
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::{Ask, parts};
use crate::Value;

/// The period of a list, resolved to moments.
pub(super) struct Window {
    pub(super) from: String,
    pub(super) to: String,
    seconds: RangeInclusive<i64>,
}

impl Window {
    pub(super) fn of(account: &Account, ask: &Ask<'_>) -> Result<Window, Refusal> {
        let instant =
            |name: &str| account.clock.instant(ask.text(name)).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, name));
        let (from, to) = (instant("from")?, instant("to")?);
        Ok(Window { from: wall(from), to: wall(to), seconds: from..=to })
    }

    pub(super) fn has(&self, unix: i64) -> bool {
        self.seconds.contains(&unix)
    }
}

/// How many lists are remembered: those that are read at the same time.
const REMEMBERED: usize = 4;

/// What lists found last, so that the next page does not search again. It follows from the orders: snapshots leave it out.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Lists(VecDeque<Found>);

/// What a list found, as long as nothing changes.
#[derive(Clone, Debug)]
pub(super) struct Found {
    function: &'static str,
    seconds: RangeInclusive<i64>,
    search: Value,
    order: (String, String),
    stamp: Stamp,
    /// Where the rows stand, in the order that was asked for.
    pub(super) rows: Vec<usize>,
    /// The totals of all pages, where the list has some.
    pub(super) summary: Value,
}

impl Lists {
    /// What a list of orders or transactions found before, or finds now: where the rows stand, and the totals.
    pub(super) fn find(
        account: &mut Account,
        ask: &Ask<'_>,
        window: &Window,
        find: impl FnOnce(&Account) -> (Vec<usize>, Value),
    ) -> Found {
        let stamp = Stamp::of(account);
        let (function, search, order) =
            (ask.spec.name, ask.group("search"), (ask.text("sort_by"), ask.text("sort_order")));
        let is_it = |found: &Found| {
            found.function == function
                && found.seconds == window.seconds
                && found.stamp == stamp
                && (found.order.0.as_str(), found.order.1.as_str()) == order
                && found.search == *search
        };
        let known = account.lists.0.iter().position(is_it).and_then(|at| account.lists.0.remove(at));
        known.unwrap_or_else(|| {
            let (rows, summary) = find(account);
            let (seconds, search) = (window.seconds.clone(), search.clone());
            Found { function, seconds, search, order: (order.0.to_owned(), order.1.to_owned()), stamp, rows, summary }
        })
    }

    /// Remembers it for the next page.
    pub(super) fn remember(&mut self, found: Found) {
        self.0.push_front(found);
        self.0.truncate(REMEMBERED);
    }
}

impl Kept for Lists {
    fn save(&self, out: &mut String) {
        out.push_str("null");
    }

    fn load(_: &str) -> Option<Lists> {
        Some(Lists::default())
    }
}

/// One page of a list. Counters that come from arguments are texts, computed ones are numbers, as mixed as on the wire.
pub(super) fn page(ask: &Ask<'_>, answer: Value, wrapper: &str, rows: Vec<Value>) -> Value {
    page_of(ask, answer, wrapper, &rows, Value::clone)
}

/// The same from rows of which only those on the page are made into records.
pub(super) fn page_of<T>(
    ask: &Ask<'_>,
    answer: Value,
    wrapper: &str,
    rows: &[T],
    shown: impl Fn(&T) -> Value,
) -> Value {
    // 0 puts everything on one page, where a list takes it.
    let size = Some(ask.number("page_size")).filter(|size| *size > 0).unwrap_or(rows.len().max(1));
    let no = ask.number("page_no").max(1);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let on_page: Vec<Value> = rows.iter().skip(size.saturating_mul(no - 1)).take(size).map(shown).collect();
    answer
        .with("item_count", number(rows.len()))
        .with("page_size", ask.number("page_size").to_string())
        .with("page_no", no.to_string())
        .with("page_count", number(rows.len().div_ceil(size)))
        .with(wrapper, on_page)
}

/// A map as PHP writes it: an empty one is an empty list.
pub(super) fn php_map(rows: impl IntoIterator<Item = (String, Value)>) -> Value {
    let rows: Vec<_> = rows.into_iter().collect();
    if rows.is_empty() { Value::List(Vec::new()) } else { Value::Map(rows) }
}

/// Sorts rows by moment, amount or earnings, all of them numbers.
pub(super) fn sort<T>(
    ask: &Ask<'_>,
    rows: &mut [T],
    date: impl Fn(&T) -> i64,
    amount: impl Fn(&T) -> i64,
    earning: impl Fn(&T) -> i64,
) {
    match ask.text("sort_by") {
        "amount" => rows.sort_by_cached_key(amount),
        "earning" => rows.sort_by_cached_key(earning),
        _ => rows.sort_by_key(date),
    }
    if ask.text("sort_order") == "desc" {
        rows.reverse();
    }
}

/// Whether an order passes a `search`, whose texts match parts of words.
pub(super) fn passes(account: &Account, search: &Value, purchase: &Purchase) -> bool {
    search.fields().iter().all(|(name, wanted)| {
        let wanted = wanted.as_str().unwrap_or_default();
        let one_of = |text: &str| parts(wanted).any(|part| part.eq_ignore_ascii_case(text));
        let part_of = |text: &str| text.to_lowercase().contains(&wanted.to_lowercase());
        let buyer = || account.buyers.find(purchase.buyer_id);
        let affiliate = purchase.affiliate.as_ref().map_or("", |deal| deal.affiliate_name.as_str());
        wanted.is_empty()
            || match name.as_str() {
                // Every order of this account was sold by its owner.
                "role" => one_of("vendor"),
                "product_id" => purchase.items.first().is_some_and(|item| one_of(&item.product_id)),
                "email" => buyer().is_some_and(|buyer| part_of(&buyer.email)),
                "first_name" | "last_name" => buyer().is_some_and(|buyer| part_of(buyer.details.text(name))),
                "has_affiliate" => affiliate.is_empty() == (wanted != "Y"),
                "affiliate_name" => part_of(affiliate),
                "order_type" => purchase.is_test() == (wanted == "test"),
                "pay_method" => one_of(&purchase.pay_method),
                "transaction_type" => {
                    account.transactions.of(purchase).any(|row| one_of(row.transaction_type.as_str()))
                }
                "billing_type" => one_of(purchase.billing_type()),
                "currency" => one_of(&purchase.currency),
                "purchase_id" => one_of(&purchase.id),
                _ => true,
            }
    })
}

/// Refuses words that `search[transaction_type]` does not know, with a status of their own (measured).
pub(super) fn check_transaction_types(search: &Value) -> Result<(), Refusal> {
    const KNOWN: &[&str] = &["payment", "refund", "chargeback", "refund_request"];
    match parts(search.text("transaction_type")).find(|word| !KNOWN.contains(word)) {
        Some(_) => Err(Refusal::argument(BAD_ARGUMENT, "search[transaction_type]").with_status()),
        None => Ok(()),
    }
}
