//! The calls of one look, one after the other, and what they find.

use super::compare::{Fit, alike, amount, fit, rows, seconds, text, texts};
use super::rules::{Listed, Moved, Products, Rule, Single, Way};
use crate::{Amount, Outcome, Value};

/// No list is read any further than this many pages, and no more orders are read one by one.
const MOST: usize = 50;

/// How many transactions or orders a page holds.
const PAGE: usize = 500;

/// A record that may be what the call made.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) function: &'static str,
    pub(super) record: Value,
    /// Whether it is like the call in everything, or only in parts.
    pub(super) fits: bool,
    /// When it was made: nothing where it does not say.
    pub(super) at: Vec<i64>,
}

/// What a look found.
#[derive(Clone, Debug, Default)]
pub(super) struct Finding {
    pub(super) found: Vec<Found>,
    /// That there can be only one such record, so that its time says nothing more.
    pub(super) is_only_one: bool,
    /// The record is not in the state that was asked for.
    pub(super) differs: bool,
}

/// A look that is under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    finding: Finding,
    /// What the next call needs to know of those before.
    step: Step,
    page: usize,
}

#[derive(Clone, Debug, Default)]
enum Step {
    #[default]
    First,
    /// Refunds whose orders are still to be read.
    Refunds(Vec<Value>, Vec<String>),
    /// The buyer of the order, and the products of the new one, as far as they are known.
    Buyer { id: Option<String>, email: String, products: Option<Vec<String>> },
}

/// What a look goes by.
pub(super) struct Given<'g> {
    pub(super) rule: &'static Rule,
    pub(super) parameters: &'g Value,
    /// The day from which lists are read.
    pub(super) from: Value,
    /// The second before which nothing is the call's work.
    pub(super) earliest: i64,
}

/// How a look goes on.
pub(super) enum Next {
    /// Another call.
    More,
    /// It found all there is.
    Over(Finding),
    /// It cannot be told, and why.
    Stuck(String),
}

type Parameters = Vec<(String, Value)>;

impl Search {
    pub(super) fn new() -> Search {
        Search { page: 1, ..Search::default() }
    }

    /// What to call next.
    pub(super) fn ask(&self, given: &Given<'_>) -> (&'static str, Value) {
        let order = || given.parameters.get("purchase_id").or_else(|| given.parameters.get("purchase_ids"));
        let of_order =
            || one("purchase_id", order().and_then(|order| text(&Value::from([("id", order.clone())]), "id")));
        let (function, parameters) = match (&given.rule.way, &self.step) {
            (Way::Nowhere(_), _) => ("ping", Vec::new()),
            (Way::Key, _) => ("getUserInfo", Vec::new()),
            (Way::Listed(listed), _) => (listed.list, self.listing(listed, given)),
            (Way::Record(single) | Way::State(single), _) => {
                let (name, place) = single.by;
                (single.get, one(name, whole(given.parameters, place)))
            }
            (Way::RefundedPayment, Step::Refunds(_, orders)) => {
                ("getPurchase", one("purchase_id", orders.last().cloned()))
            }
            (Way::RefundedPayment, _) => {
                let search = Value::from([("transaction_type", "refund,refund_request".into())]);
                ("listTransactions", self.paged(given, search))
            }
            (Way::Order(Products::OfUpgrade), Step::Buyer { products: None, .. }) => {
                let id = text(given.parameters, "upgrade_id").unwrap_or_default();
                let id = id.split('-').next().unwrap_or_default().to_owned();
                ("getUpgrade", one("upgrade_id", Some(id)))
            }
            (Way::Order(_), Step::Buyer { email, .. }) => {
                ("listPurchases", self.paged(given, Value::from([("email", email.as_str().into())])))
            }
            (Way::Order(_) | Way::Transactions(_), _) => ("getPurchase", of_order()),
        };
        (function, Value::Map(parameters))
    }

    fn listing(&self, listed: &Listed, given: &Given<'_>) -> Parameters {
        let mut parameters: Parameters = Vec::new();
        for (name, place) in listed.asking {
            let Some(value) = whole(given.parameters, place) else { continue };
            match name.split_once('.') {
                None => parameters.push(((*name).to_owned(), value.into())),
                Some((group, name)) => match parameters.iter_mut().find(|(other, _)| other == group) {
                    Some((_, Value::Map(fields))) => fields.push((name.to_owned(), value.into())),
                    _ => parameters.push((group.to_owned(), Value::from([(name, value.into())]))),
                },
            }
        }
        if listed.is_paged {
            parameters.push(("page_no".to_owned(), number(self.page)));
        }
        parameters
    }

    fn paged(&self, given: &Given<'_>, search: Value) -> Parameters {
        let named = |(name, value): (&str, Value)| (name.to_owned(), value);
        let parameters = [
            ("from", given.from.clone()),
            ("search", search),
            ("page_no", number(self.page)),
            ("page_size", number(PAGE)),
        ];
        parameters.into_iter().map(named).collect()
    }

    /// What came of it.
    pub(super) fn told(&mut self, given: &Given<'_>, outcome: Outcome) -> Next {
        let (function, _) = self.ask(given);
        let data = match (outcome, &given.rule.way) {
            (Outcome::Answered { data, .. }, _) => data,
            (Outcome::Failed { kind, code: Some(4), .. }, Way::Record(_)) if kind == "refused" => {
                return Next::Over(std::mem::take(&mut self.finding));
            }
            (Outcome::Failed { message, .. }, _) => {
                return Next::Stuck(format!("What the service shows could not be read: {message}"));
            }
        };
        let read = match &given.rule.way {
            Way::Nowhere(_) | Way::Key => Some(true),
            Way::Listed(listed) => self.listed(given, listed, &data),
            Way::Record(single) => self.record(given, single, &data),
            Way::State(single) => self.state(given, single, &data),
            Way::RefundedPayment => self.refunds(given, &data),
            Way::Transactions(moved) => self.transactions(given, *moved, &data),
            Way::Order(products) => self.orders(given, products, &data),
        };
        match read {
            None => Next::Stuck(format!("The answer of {function} does not have what it takes to tell.")),
            Some(false) if self.page > MOST => Next::Stuck(format!("{function} has more pages than are read here.")),
            Some(false) => Next::More,
            Some(true) => Next::Over(std::mem::take(&mut self.finding)),
        }
    }

    fn add(&mut self, function: &'static str, record: Value, fit: Fit, at: &str) {
        if fit != Fit::Foreign {
            let at = seconds(&record, at);
            self.finding.found.push(Found { function, record, fits: fit == Fit::Fits, at });
        }
    }

    fn listed(&mut self, given: &Given<'_>, listed: &Listed, data: &Value) -> Option<bool> {
        let rows = rows(data, listed.under)?;
        let is_over = !listed.is_paged || self.is_last(data, rows.len(), None);
        for row in rows {
            let fit = fit(given.parameters, &row, listed.pairs, !listed.is_timed);
            self.add(listed.list, row, fit, "created_at");
        }
        Some(is_over)
    }

    fn record(&mut self, given: &Given<'_>, single: &Single, data: &Value) -> Option<bool> {
        let record = data.get(single.under).filter(|record| matches!(record, Value::Map(_)))?.clone();
        match single.at {
            None => {
                self.finding.is_only_one = true;
                let fit = fit(given.parameters, &record, single.pairs, false);
                self.add(single.get, record, if fit == Fit::Foreign { Fit::Perhaps } else { fit }, "");
            }
            // It did not happen while the field is there and empty.
            Some(at) => match record.get(at)? {
                Value::Text(text) if text.is_empty() => {}
                Value::Null => {}
                _ => self.add(single.get, record, Fit::Fits, at),
            },
        }
        Some(true)
    }

    fn state(&mut self, given: &Given<'_>, single: &Single, data: &Value) -> Option<bool> {
        let record = data.get(single.under).filter(|record| matches!(record, Value::Map(_)))?.clone();
        let fit = fit(given.parameters, &record, single.pairs, true);
        self.finding.differs = fit == Fit::Foreign;
        self.add(
            single.get,
            record,
            if fit == Fit::Foreign { Fit::Perhaps } else { fit },
            single.at.unwrap_or_default(),
        );
        Some(true)
    }

    fn refunds(&mut self, given: &Given<'_>, data: &Value) -> Option<bool> {
        let (listed, mut orders) = match std::mem::take(&mut self.step) {
            Step::Refunds(listed, orders) => (listed, orders),
            _ => {
                let page = rows(data, &["transaction_list"])?;
                let is_last = self.is_last(data, page.len(), Some(PAGE));
                self.finding.found.extend(page.into_iter().map(|record| Found {
                    function: "listTransactions",
                    at: seconds(&record, "created_at"),
                    record,
                    fits: false,
                }));
                if !is_last {
                    return Some(false);
                }
                let mut listed: Vec<Value> =
                    std::mem::take(&mut self.finding.found).into_iter().map(|found| found.record).collect();
                let mut orders = orders_of(&listed)?;
                if orders.len() > MOST {
                    listed.retain(|row| seconds(row, "created_at").iter().all(|at| *at >= given.earliest));
                    orders = orders_of(&listed)?;
                }
                self.page = 1;
                if orders.len() > MOST {
                    return None;
                }
                let is_over = orders.is_empty();
                self.step = Step::Refunds(listed, orders);
                return Some(is_over);
            }
        };
        let id = text(given.parameters, "transaction_id")?;
        let order = orders.pop()?;
        let moved = data.get("transaction_list").and_then(|list| rows(list, &[]))?;
        if let Some(paid) = moved.iter().find(|row| text(row, "id").as_deref() == Some(id.as_str())) {
            let paid = amount(paid, "amount")?;
            // A refund does not say which of several equal payments it gives back.
            let (payments, back) = came_back(&moved, paid);
            let is_ours = payments == 1 || back >= payments;
            for row in listed.iter().filter(|row| text(row, "purchase_id").as_deref() == Some(order.as_str())) {
                let whole = amount(row, "transaction_amount").and_then(|amount| amount.checked_add(paid));
                let fit = if is_ours && whole.is_some_and(|sum| sum.is_zero()) { Fit::Fits } else { Fit::Perhaps };
                self.add("listTransactions", row.clone(), fit, "created_at");
            }
            orders.clear();
        }
        let is_over = orders.is_empty();
        self.step = Step::Refunds(listed, orders);
        Some(is_over)
    }

    fn transactions(&mut self, given: &Given<'_>, moved: Moved, data: &Value) -> Option<bool> {
        let all = data.get("transaction_list").and_then(|list| rows(list, &[]))?;
        let is = |row: &Value, kinds: &[&str]| text(row, "type").is_some_and(|kind| kinds.contains(&kind.as_str()));
        let sums_up = |row: &Value, other: Option<Amount>| {
            let sum = amount(row, "amount").zip(other).and_then(|(a, b)| a.checked_add(b));
            sum.is_some_and(|sum| sum.is_zero())
        };
        let is_back = |payment: &Value| {
            amount(payment, "amount").map(|paid| came_back(&all, paid)).is_some_and(|(payments, back)| back >= payments)
        };
        let are_all_back = all.iter().filter(|row| is(row, &["payment"])).all(is_back);
        for row in &all {
            let fit = match moved {
                Moved::Payment if is(row, &["payment"]) => Fit::Fits,
                Moved::Refunds if is(row, &["refund", "refund_request"]) => {
                    let gives_back =
                        |payment: &&Value| is(payment, &["payment"]) && sums_up(row, amount(payment, "amount"));
                    if are_all_back && all.iter().any(|payment| gives_back(&payment)) {
                        Fit::Fits
                    } else {
                        Fit::Perhaps
                    }
                }
                Moved::Part if !is(row, &["payment"]) => {
                    if sums_up(row, amount(given.parameters, "amount")) {
                        Fit::Fits
                    } else {
                        Fit::Perhaps
                    }
                }
                _ => Fit::Foreign,
            };
            self.add("getPurchase", row.clone(), fit, "created_at");
        }
        Some(true)
    }

    fn orders(&mut self, given: &Given<'_>, wanted: &Products, data: &Value) -> Option<bool> {
        match std::mem::take(&mut self.step) {
            Step::Buyer { id, email, products: None } => {
                let product = text(data.get("item").unwrap_or(data), "to_product_id")?;
                self.step = Step::Buyer { id, email, products: Some(vec![product]) };
                Some(false)
            }
            Step::Buyer { id, email, products: Some(products) } => {
                let listed = rows(data, &["purchase_list"])?;
                let is_last = self.is_last(data, listed.len(), Some(PAGE));
                let olds: Vec<String> =
                    ["purchase_id", "purchase_ids"].iter().flat_map(|name| texts(given.parameters, name)).collect();
                for order in listed {
                    let same = |place: &str, known: &str| text(&order, place).is_some_and(|other| alike(&other, known));
                    let is_theirs = match (&id, text(&order, "buyer.id")) {
                        (Some(id), Some(other)) => *id == other,
                        _ => same("buyer.email", &email),
                    };
                    if !is_theirs || text(&order, "id").is_some_and(|id| olds.contains(&id)) {
                        continue;
                    }
                    let has = texts(&order, "items.product_id");
                    let named = fit(given.parameters, &order, &[("tracking.custom", "custom")], true);
                    let fit = match named {
                        Fit::Foreign => Fit::Foreign,
                        _ if products.iter().all(|product| has.contains(product)) => Fit::Fits,
                        _ => Fit::Perhaps,
                    };
                    self.add("listPurchases", order, fit, "created_at");
                }
                self.step = Step::Buyer { id, email, products: Some(products) };
                Some(is_last)
            }
            _ => {
                let buyer = data.get("buyer")?;
                let products = match wanted {
                    Products::At(place) => Some(texts(given.parameters, place)),
                    Products::OfUpgrade => None,
                };
                self.step = Step::Buyer { id: text(buyer, "id"), email: whole(buyer, "email")?, products };
                Some(false)
            }
        }
    }

    /// Whether this was the last page, by what the answer says of its pages, or by a page that is not full.
    fn is_last(&mut self, data: &Value, rows: usize, size: Option<usize>) -> bool {
        let counted = |name: &str| text(data, name).and_then(|count| count.parse::<usize>().ok());
        // The service may give less than it was asked for.
        let size = size.into_iter().chain(counted("page_size")).min();
        let is_last = match counted("page_count") {
            Some(pages) => self.page >= pages,
            None => rows == 0 || size.is_some_and(|size| rows < size),
        };
        self.page += 1;
        is_last
    }
}

/// How many payments of that amount an order has, and how many of them came back. What was asked for and what was given
/// back may be the same, so that only the larger number of the two counts.
fn came_back(transactions: &[Value], paid: Amount) -> (usize, usize) {
    let count = |kinds: &[&str], is_back: bool| {
        let is_one = |row: &&Value| {
            let other = amount(row, "amount");
            let is_amount = match is_back {
                true => other.and_then(|other| other.checked_add(paid)).is_some_and(|sum| sum.is_zero()),
                false => other == Some(paid),
            };
            is_amount && text(row, "type").is_some_and(|kind| kinds.contains(&kind.as_str()))
        };
        transactions.iter().filter(is_one).count()
    };
    (count(&["payment"], false), count(&["refund", "chargeback"], true).max(count(&["refund_request"], true)))
}

/// The orders of transactions, each once; nothing where one does not name its own.
fn orders_of(transactions: &[Value]) -> Option<Vec<String>> {
    let mut orders = transactions.iter().map(|row| text(row, "purchase_id")).collect::<Option<Vec<String>>>()?;
    orders.sort();
    orders.dedup();
    Some(orders)
}

/// A text at a place, commas and all.
fn whole(value: &Value, place: &str) -> Option<String> {
    let parts = texts(value, place);
    (!parts.is_empty()).then(|| parts.join(","))
}

fn one(name: &str, value: Option<String>) -> Parameters {
    vec![(name.to_owned(), value.into())]
}

fn number(number: usize) -> Value {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
