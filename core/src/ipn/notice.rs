//! What a notification says about access, and nothing else of it.

use super::event_fields::Message;
use super::fact::*;
use crate::wire::form::Pair;
use crate::{Time, Value, Zone};

/// The fields of a message that the parts of its line come from, and those that bear on them.
const FIELDS: [&str; 19] = [
    "order_id",
    "api_mode",
    "event",
    "order_item_id",
    "product_id",
    "transaction_id",
    "pay_sequence_no",
    "transaction_date",
    "next_payment_at",
    "billing_type",
    "upgraded_order_id",
    "delivery_date",
    "number_of_installments",
    "transaction_time",
    "transaction_processed_at",
    "rebill_stop_noted_at",
    "item.no",
    "item.order_item_id",
    "item.product_id",
];

macro_rules! changes {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal;)*) => {
        /// The events that bear on access. All others, known or not, change nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Change { $($(#[doc = $doc])* $name,)* }

        impl Change {
            /// The event's name, as the service sends it.
            pub fn as_str(self) -> &'static str {
                match self { $(Change::$name => $word,)* }
            }

            /// All of them.
            const ALL: &[Change] = &[$(Change::$name,)*];
        }
    };
}

changes! {
    /// A payment succeeded.
    Payment = "on_payment";
    /// A payment of a subscription or of instalments is missing.
    PaymentMissed = "on_payment_missed";
    /// A payment was rejected.
    PaymentDenial = "payment_denial";
    /// No further payments are collected; the paid period runs on.
    RebillCancelled = "on_rebill_cancelled";
    /// Payments will be tried again. None has happened.
    RebillResumed = "on_rebill_resumed";
    /// The money went back.
    Refund = "on_refund";
    /// The bank took the money back.
    Chargeback = "on_chargeback";
    /// The last paid period is over.
    LastPaidDay = "last_paid_day";
}

impl Change {
    /// The change of this name.
    pub(super) fn named(name: &str) -> Option<Change> {
        Change::find(name, false)
    }

    /// The change of an event's name.
    ///
    /// Webhook connections leave out `on_` (two third parties, independent of each other), and the vendor's app kit
    /// (2026) knows a name of its own for the first payment of a subscription.
    fn of(event: &str) -> Option<Change> {
        match bare(event) {
            "payment_subscription_signup" => Some(Change::Payment),
            event => Change::find(event, true),
        }
    }

    fn find(name: &str, is_bare: bool) -> Option<Change> {
        for change in Change::ALL {
            let known = change.as_str();
            if name == if is_bare { bare(known) } else { known } {
                return Some(*change);
            }
        }
        None
    }
}

fn bare(event: &str) -> &str {
    event.strip_prefix("on_").unwrap_or(event)
}

/// What one notification says about the access to one item of an order.
///
/// A plain value, so that a host that has such facts from elsewhere can feed them to
/// [`Access::note`](super::Access::note). Empty texts count as absent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// What happened.
    pub change: Change,
    /// The order.
    pub order_id: String,
    /// The item of the order. Without it the notice counts for every item of the order that it can mean: those of its
    /// product, or all of them when it names no product either.
    pub order_item_id: Option<String>,
    /// The product.
    pub product_id: Option<String>,
    /// The transaction.
    pub transaction_id: Option<String>,
    /// Number of the payment in its plan, from 1; 0 for a single payment.
    pub pay_sequence_no: Option<i64>,
    /// When it happened, as far as the message says.
    pub at: Option<Time>,
    /// Payments: the day on which the next one is due.
    pub next_payment_at: Option<Time>,
    /// Payments: whether nothing remains to be paid, so that access has no end.
    pub paid_in_full: bool,
    /// Payments: the order that this one replaces.
    pub upgraded_order_id: Option<String>,
    /// Payments of an upgrade: the day on which this order takes the other's place; at once without it.
    pub delivery_date: Option<Time>,
    /// Whether it is about a test purchase.
    pub is_test: bool,
}

impl Notice {
    /// A notice that says no more than that.
    pub fn new(change: Change, order_id: impl Into<String>) -> Notice {
        Notice {
            change,
            order_id: order_id.into(),
            order_item_id: None,
            product_id: None,
            transaction_id: None,
            pay_sequence_no: None,
            at: None,
            next_payment_at: None,
            paid_in_full: false,
            upgraded_order_id: None,
            delivery_date: None,
            is_test: false,
        }
    }

    /// What a message says, one notice for each item it describes; nothing when it does not bear on access.
    ///
    /// `transaction_date` and `transaction_time` say when; for a cancellation `rebill_stop_noted_at` does, if it is
    /// there. Of `next_payment_at` and `delivery_date` only the day counts (the vendor's app kit and third parties cut
    /// the time off). `0000-00-00` is no day.
    ///
    /// A signature is not asked for here; [`Access::feed`](super::Access::feed) takes signed events only.
    pub fn of(message: &Message) -> Vec<Notice> {
        Notice::of_lines(&lines_of(message))
    }

    /// The same from a message as a group of fields, such as an event that was kept as JSON.
    pub fn read(message: &Value) -> Vec<Notice> {
        Notice::of_lines(&lines(pairs("", message), message.get("items")))
    }

    /// The line that says so.
    pub(super) fn line(&self) -> String {
        fn text(text: &Option<String>) -> &str {
            text.as_deref().unwrap_or_default()
        }
        let time = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
        let mut line = String::new();
        let parts = [
            self.order_id.as_str(),
            if self.is_test { "test" } else { "live" },
            self.change.as_str(),
            text(&self.order_item_id),
            text(&self.product_id),
            text(&self.transaction_id),
            &self.pay_sequence_no.map(|number| number.to_string()).unwrap_or_default(),
            &time(self.at),
            &time(self.next_payment_at),
            if self.paid_in_full { "full" } else { "" },
            text(&self.upgraded_order_id),
            &time(self.delivery_date),
        ];
        push_line(&parts, false, &mut line);
        line.pop();
        line
    }

    /// What some lines say, each of them once.
    fn of_lines(lines: &str) -> Vec<Notice> {
        let mut notices = Vec::new();
        for notice in lines.lines().filter_map(Notice::of_line) {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        }
        notices
    }

    fn of_line(mut line: &str) -> Option<Notice> {
        let parts = parts(&mut line);
        let text = |place: usize| parts.get(place).map(|part| unescaped(part)).filter(|text| !text.is_empty());
        let time = |part| Time::read(part, Zone::Berlin);
        Some(Notice {
            change: Change::named(parts[CHANGE])?,
            order_id: unescaped(parts[ORDER]),
            order_item_id: text(ITEM),
            product_id: text(PRODUCT),
            transaction_id: text(TRANSACTION),
            pay_sequence_no: parts[NUMBER].parse().ok(),
            at: time(parts[AT]),
            next_payment_at: time(parts[NEXT]),
            paid_in_full: parts[FULL] == "full",
            upgraded_order_id: text(REPLACED),
            delivery_date: time(parts[DELIVERY]),
            is_test: parts[MODE] == "test",
        })
    }
}

/// The lines of what a message says.
pub(super) fn lines_of(message: &Message) -> String {
    let names = FIELDS.iter().filter(|name| !name.starts_with("item."));
    let pair = |name: &&'static str| pair("", name, &Value::from(message.get(name)?));
    lines(names.filter_map(pair).collect(), message.get("items").map(Value::from).as_ref())
}

/// The lines of a message, one for each item it describes.
fn lines(mut fields: Vec<Pair<'_>>, items: Option<&Value>) -> String {
    let (own, mut lines) = (fields.len(), String::with_capacity(120));
    push_item(&fields, &mut lines);
    if let Some(Value::List(items)) = items {
        for item in items {
            fields.extend(pairs("item.", item));
            push_item(&fields, &mut lines);
            fields.truncate(own);
        }
    }
    lines
}

/// The texts and numbers of a group of fields.
fn pairs(prefix: &str, fields: &Value) -> Vec<Pair<'static>> {
    let Value::Map(fields) = fields else { return Vec::new() };
    fields.iter().filter_map(|(name, value)| pair(prefix, name, value)).collect()
}

fn pair(prefix: &str, name: &str, value: &Value) -> Option<Pair<'static>> {
    let value = match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        _ => return None,
    };
    Some(Pair { name: [prefix, name].concat().into_bytes().into(), value: value.into_bytes().into() })
}

/// Adds the line of a message, if it bears on access: about an item whose fields are among those of the message, or the
/// one that these describe themselves.
pub(super) fn push_item(message: &[Pair<'_>], out: &mut String) {
    let mut said = [""; 19];
    for (text, name) in said.iter_mut().zip(&FIELDS) {
        *text = field(message, name);
    }
    let Some((parts, [count, clock, processed, noted, no, item, product])) = said.split_first_chunk_mut() else {
        return;
    };
    let Some(change) = Change::of(parts[CHANGE]).filter(|_| !parts[ORDER].is_empty()) else { return };
    parts[CHANGE] = change.as_str();
    // A number alone is no item: a licence key may come for the second one only.
    if !no.is_empty() && *no != "1" && !(item.is_empty() && product.is_empty()) {
        parts[ITEM] = item;
        parts[PRODUCT] = product;
    }
    if parts[MODE] != "test" {
        parts[MODE] = "live";
    }
    parts[NEXT] = day(parts[NEXT]);
    parts[DELIVERY] = day(parts[DELIVERY]);
    let is_full = match parts[FULL] {
        "single_payment" => true,
        "subscription" => false,
        _ => {
            let number = |text: &str| text.parse().unwrap_or(i64::MIN);
            let (number, last) = (number(parts[NUMBER]), number(count));
            number == 0 || last > 1 && number >= last
        }
    };
    parts[FULL] = if is_full { "full" } else { "" };
    let mut exact = String::new();
    if !clock.is_empty() {
        exact.push_str(day(parts[AT]));
        exact.push(' ');
        exact.push_str(clock);
    }
    let noted = if change == Change::RebillCancelled { noted } else { "" };
    for moment in &[noted, &exact, processed] {
        if Time::read(moment, Zone::Berlin).is_some() {
            parts[AT] = moment;
            break;
        }
    }
    push_line(parts, false, out);
}

/// The day of a time.
fn day(time: &str) -> &str {
    time.get(..10).unwrap_or_default()
}

/// The text of a field; empty where there is none.
fn field<'f>(fields: &'f [Pair<'_>], name: &str) -> &'f str {
    let pair = fields.iter().find(|pair| *pair.name == *name.as_bytes());
    pair.and_then(|pair| str::from_utf8(&pair.value).ok()).unwrap_or_default().trim()
}
