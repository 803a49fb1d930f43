//! What a notification says about access, and nothing else of it.

use super::event_fields::Message;
use crate::{Problem, Time, Value, Zone};

/// The fields that [`Notice::of`] looks at.
const FIELDS: &[&str] = &[
    "event",
    "api_mode",
    "order_id",
    "order_item_id",
    "product_id",
    "transaction_id",
    "transaction_date",
    "transaction_time",
    "transaction_processed_at",
    "rebill_stop_noted_at",
    "pay_sequence_no",
    "next_payment_at",
    "number_of_installments",
    "billing_type",
    "upgraded_order_id",
    "delivery_date",
    "items",
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

            fn named(word: &str) -> Option<Change> {
                match word { $($word => Some(Change::$name),)* _ => None }
            }
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
    /// The change of an event's name.
    ///
    /// Webhook connections leave out `on_` (two third parties, independent of each other), and the vendor's app kit
    /// (2026) knows a name of its own for the first payment of a subscription.
    fn of(event: &str) -> Option<Change> {
        match event.strip_prefix("on_").unwrap_or(event) {
            "payment_subscription_signup" => Some(Change::Payment),
            bare => Change::named(bare).or_else(|| Change::named(&format!("on_{bare}"))),
        }
    }
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
        let fields = FIELDS.iter().filter_map(|name| Some(((*name).to_owned(), Value::from(message.get(name)?))));
        Notice::read(&Value::Map(fields.collect()))
    }

    /// The same from a message as a group of fields, such as an event that was kept as JSON.
    pub fn read(message: &Value) -> Vec<Notice> {
        let field = |name| text(message, name);
        let change = field("event").and_then(|event| Change::of(&event));
        let (Some(change), Some(order_id)) = (change, field("order_id")) else { return Vec::new() };
        let number = |name| field(name).and_then(|text| text.parse::<i64>().ok());
        let sequence = number("pay_sequence_no");
        let paid_in_full = match field("billing_type").as_deref() {
            Some("single_payment") => true,
            Some("subscription") => false,
            _ => {
                let last = number("number_of_installments").filter(|many| *many > 1);
                sequence == Some(0) || last.is_some_and(|last| sequence >= Some(last))
            }
        };
        let whole = Notice {
            order_item_id: field("order_item_id"),
            product_id: field("product_id"),
            transaction_id: field("transaction_id"),
            pay_sequence_no: sequence,
            at: when(change, &field),
            next_payment_at: field("next_payment_at").and_then(day),
            paid_in_full,
            upgraded_order_id: field("upgraded_order_id"),
            delivery_date: field("delivery_date").and_then(day),
            is_test: field("api_mode").as_deref() == Some("test"),
            ..Notice::new(change, order_id)
        };
        let items = match message.get("items") {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        let mut notices = vec![whole.clone().tidied()];
        for item in items.iter().filter(|item| !matches!(text(item, "no").as_deref(), None | Some("1"))) {
            let (order_item_id, product_id) = (text(item, "order_item_id"), text(item, "product_id"));
            // A number alone is no item: a licence key may come for the second one only.
            if order_item_id.is_some() || product_id.is_some() {
                notices.push(Notice { order_item_id, product_id, ..whole.clone() }.tidied());
            }
        }
        notices
    }

    /// Without empty texts and what has no meaning for its change, so that repeats say the same.
    pub(super) fn tidied(mut self) -> Notice {
        for text in
            [&mut self.order_item_id, &mut self.product_id, &mut self.transaction_id, &mut self.upgraded_order_id]
        {
            text.take_if(|text| text.is_empty());
        }
        // An order that is said to replace itself replaces nothing.
        self.upgraded_order_id.take_if(|order| *order == self.order_id);
        if self.change != Change::Payment {
            self.upgraded_order_id = None;
            self.next_payment_at = None;
            self.paid_in_full = false;
        }
        if self.upgraded_order_id.is_none() {
            self.delivery_date = None;
        }
        self
    }

    /// One line of text. It begins with the order and its mode, so that sorted lines keep an order together.
    pub(super) fn line(&self) -> String {
        let text = |text: &Option<String>| escaped(text.as_deref().unwrap_or_default());
        let time = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
        let parts = [
            escaped(&self.order_id),
            if self.is_test { "test" } else { "live" }.to_owned(),
            self.change.as_str().to_owned(),
            text(&self.order_item_id),
            text(&self.product_id),
            text(&self.transaction_id),
            self.pay_sequence_no.map(|number| number.to_string()).unwrap_or_default(),
            time(self.at),
            time(self.next_payment_at),
            if self.paid_in_full { "full" } else { "" }.to_owned(),
            text(&self.upgraded_order_id),
            time(self.delivery_date),
        ];
        let line = parts.join("|");
        line.trim_end_matches('|').to_owned()
    }

    /// Reads a [`line`](Notice::line).
    pub(super) fn parse(line: &str) -> Result<Notice, Problem> {
        let mut parts = line.split('|');
        let mut part = || parts.next().unwrap_or_default();
        let wrong = |what: &str| Problem::new("", format!("expected {what}; this is no text that `Access` wrote"));
        let text = |part: &str| Some(unescaped(part)).filter(|text| !text.is_empty());
        let time = |part: &str| match part {
            "" => Ok(None),
            part => Time::parse(part, Zone::Berlin).map(Some).map_err(|bad| Problem::new("", bad.to_string())),
        };
        let order_id = unescaped(part());
        let is_test = match part() {
            "test" => true,
            "live" => false,
            _ => return Err(wrong("`live` or `test` in second place")),
        };
        let change = Change::named(part()).ok_or_else(|| wrong("an event that bears on access in third place"))?;
        let notice = Notice {
            order_item_id: text(part()),
            product_id: text(part()),
            transaction_id: text(part()),
            pay_sequence_no: match part() {
                "" => None,
                part => Some(part.parse().map_err(|_| wrong("a whole number in seventh place"))?),
            },
            at: time(part())?,
            next_payment_at: time(part())?,
            paid_in_full: match part() {
                "" => false,
                "full" => true,
                _ => return Err(wrong("`full` or nothing in tenth place")),
            },
            upgraded_order_id: text(part()),
            delivery_date: time(part())?,
            is_test,
            ..Notice::new(change, order_id)
        };
        if parts.next().is_some() { Err(wrong("at most twelve parts")) } else { Ok(notice.tidied()) }
    }
}

fn text(of: &Value, name: &str) -> Option<String> {
    let text = match of.get(name)? {
        Value::Text(text) => text.trim().to_owned(),
        Value::Integer(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// When the message says that it happened.
fn when(change: Change, field: &impl Fn(&'static str) -> Option<String>) -> Option<Time> {
    let moment = |text: String| Time::parse(&text, Zone::Berlin).ok();
    let date = field("transaction_date");
    let noted = field("rebill_stop_noted_at").filter(|_| change == Change::RebillCancelled);
    let exact = || match (&date, field("transaction_time")) {
        (Some(date), Some(time)) => moment(format!("{} {time}", date.get(..10)?)),
        _ => None,
    };
    noted
        .and_then(moment)
        .or_else(exact)
        .or_else(|| field("transaction_processed_at").and_then(moment))
        .or_else(|| date.clone().and_then(moment))
}

fn day(text: String) -> Option<Time> {
    Time::parse(text.get(..10)?, Zone::Berlin).ok()
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('|', "%7C").replace('\n', "%0A").replace('\r', "%0D")
}

fn unescaped(text: &str) -> String {
    text.replace("%7C", "|").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
}
