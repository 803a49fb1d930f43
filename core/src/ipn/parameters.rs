//! The parameters of a notification, and what they mean.

use std::borrow::Cow;
use std::fmt;

use super::body::{hex, lossy};
use super::event::EventKind;
use super::event_fields::Message;
use super::item_fields::EventItem;
use super::signature::digest;
use super::table::{self, Known};
use crate::wire::form::Pair;
use crate::wire::json::{push_scalar, push_text};
use crate::wire::tidy::tidied;
use crate::wire::{Kind, view::View};
use crate::{Zone, amount::push_digits, wire::Choice};

/// What is known of the parameters of notifications.
static TABLE: &[Known] = &{
    const SHAPES: [&crate::wire::Shape; 2] = [Message::SHAPE, EventItem::SHAPE];
    const TABLE: [Known; table::count(SHAPES)] = table::table(SHAPES);
    TABLE
};

/// The parameters of a notification that are not empty, without its signature: what an [`Event`](super::Event) is made of.
///
/// For hosts that pass notifications on, as JSON, without looking into them. Its `Debug` form says how many there are.
#[derive(Clone)]
pub struct Parameters<'a> {
    /// Ordered by name.
    pairs: Vec<Pair<'a>>,
    zone: Zone,
}

impl fmt::Debug for Parameters<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Parameters({})", self.pairs.len())
    }
}

impl<'a> Parameters<'a> {
    pub(super) fn new(pairs: Vec<Pair<'a>>, zone: Zone) -> Parameters<'a> {
        Parameters { pairs, zone }
    }

    pub(super) fn zone(&self) -> Zone {
        self.zone
    }

    /// The word of the event, whatever the connection calls it: see [`EventKind`].
    pub fn kind(&self) -> Cow<'_, str> {
        let word = self.text("event");
        match known_kind(&word) {
            Some(kind) => Cow::Borrowed(kind),
            None => word,
        }
    }

    /// The name under which to remember that this was handled. Repetitions are normal, and have the same one.
    ///
    /// A payment, refund or chargeback is known by its transaction, a ticket by its number and what became of it, an
    /// affiliation by affiliate and product. Missed payments, cancellations and the like have no transaction of their own
    /// and may rightly happen again with the same key, so let the state decide there. Everything else is known by all it
    /// says.
    pub fn dedup_key(&self) -> String {
        let kind = self.kind();
        let transaction = self.text("transaction_id");
        let last = if transaction.is_empty() { "pay_sequence_no" } else { "transaction_id" };
        let of_order = ["order_id", "order_item_id", last];
        // What stands for the message, and whether a print of all it says belongs to that.
        let (names, mut is_print): (&[&str], bool) = match &*kind {
            "on_payment" | "on_refund" | "on_chargeback" if !transaction.is_empty() => (&["transaction_id"], false),
            "eticket" => (&["eticket_id", "action"], true),
            "on_affiliation" => (&["affiliate_name", "product_id"], false),
            "custom_form" => (&["order_id", "form_no"], true),
            "connection_test" => (&[], true),
            word if known_kind(word).is_none() => (&[], true),
            _ => (&of_order, false),
        };
        let mut key = kind.into_owned();
        let bare = key.len();
        for name in names {
            key.push(':');
            key.push_str(&self.text(name));
        }
        if !is_print && key.len() == bare + names.len() {
            key.truncate(bare);
            is_print = true;
        }
        if is_print {
            key.push(':');
            key.push_str(&hex(digest(&self.pairs, "&").get(..16).unwrap_or_default(), b"0123456789abcdef"));
        }
        key
    }

    /// What the message says as JSON: the fields of an [`Event`](super::Event) in the forms they are read in.
    pub fn to_json(&self) -> String {
        self.written(as_it_reads)
    }

    /// The same with all values as they came.
    pub(super) fn untidied(&self) -> String {
        self.written(as_it_came)
    }

    /// The text of a parameter; nothing where there is none.
    fn text(&self, name: &str) -> Cow<'_, str> {
        let found = self.pairs.iter().find(|pair| *pair.name == *name.as_bytes());
        found.map_or(Cow::Borrowed(""), |pair| lossy(&pair.value))
    }

    /// A JSON object of all parameters, the event first, and of the items that are described.
    fn written(&self, write: Write) -> String {
        let mut out = String::from("{");
        let mut described = Vec::new();
        for of_event in [true, false] {
            for pair in self.pairs.iter().filter(|pair| (*pair.name == *b"event") == of_event) {
                let (name, value) = (lossy(&pair.name), lossy(&pair.value));
                let place = Place::of(&name);
                // The list of items takes the place of a parameter of that name.
                if name != "items" {
                    field(
                        &name,
                        if place.no > 1 { Kind::Text } else { place.kind },
                        &value,
                        self.zone,
                        write,
                        &mut out,
                    );
                }
                if place.no > 0 {
                    described.push((place, name, value));
                }
            }
        }
        comma(&mut out);
        out.push_str("\"items\":[");
        for no in 1..=described.iter().map(|(place, ..)| place.no).max().unwrap_or_default() {
            let mut is_open = false;
            for (place, name, value) in described.iter().filter(|(place, ..)| place.no == no) {
                if !is_open {
                    comma(&mut out);
                    out.push_str("{\"no\":");
                    push_digits(no.into(), 1, &mut out);
                    is_open = true;
                }
                field(name.get(..place.len).unwrap_or_default(), place.kind, value, self.zone, write, &mut out);
            }
            if is_open {
                out.push('}');
            }
        }
        out.push_str("]}");
        out
    }
}

/// Appends a value of that kind.
pub(super) type Write = fn(Kind, &str, Zone, &mut String);

pub(super) fn as_it_reads(kind: Kind, value: &str, zone: Zone, out: &mut String) {
    match tidied(kind, value, zone) {
        Some(scalar) => push_scalar(&scalar, out),
        None => push_text(value, out),
    }
}

pub(super) fn as_it_came(_: Kind, value: &str, _: Zone, out: &mut String) {
    push_text(value, out);
}

/// Appends a field to the JSON of an object.
pub(super) fn field(name: &str, kind: Kind, value: &str, zone: Zone, write: Write, out: &mut String) {
    comma(out);
    push_text(name, out);
    out.push(':');
    match value {
        // MySQL's way of saying that there is no date.
        "0000-00-00" | "0000-00-00 00:00:00" if matches!(kind, Kind::Time) => out.push_str("null"),
        _ => write(kind, value, zone, out),
    }
}

/// Appends what stands between two values, unless the first one follows.
fn comma(out: &mut String) {
    if !matches!(out.as_bytes().last(), Some(b'{' | b'[')) {
        out.push(',');
    }
}

/// Where a parameter belongs.
struct Place {
    /// The number of its item: 1 for names without number, 0 for what describes no item.
    no: u8,
    /// The length of its name without the number.
    len: usize,
    kind: Kind,
}

impl Place {
    /// `product_id_2` is `product_id` of the second item.
    fn of(name: &str) -> Place {
        let known = table::find(TABLE, name);
        let whole = Place { no: known.is_of_item.into(), len: name.len(), kind: known.kind };
        let end = name.bytes().rposition(|byte| byte == b'_').unwrap_or_default();
        let (base, digits) = name.split_at_checked(end).unwrap_or_default();
        let numbered = table::find(TABLE, base);
        match number(digits) {
            Some(no) if whole.no == 0 && numbered.is_of_item => Place { no, len: end, kind: numbered.kind },
            _ => whole,
        }
    }
}

/// A number from 2 to 100 in its usual spelling, behind its stroke.
fn number(digits: &str) -> Option<u8> {
    match digits.as_bytes() {
        b"_100" => Some(100),
        [b'_', one @ b'2'..=b'9'] => Some(one - b'0'),
        [b'_', ten @ b'1'..=b'9', one @ b'0'..=b'9'] => Some((ten - b'0') * 10 + (one - b'0')),
        _ => None,
    }
}

/// The kind that a word stands for.
///
/// `on_payment_subscription_signup`, which one source lists, is a payment. Webhooks leave out `on_`.
pub(crate) fn known_kind(word: &str) -> Option<&'static str> {
    let word = if word == "on_payment_subscription_signup" { "on_payment" } else { word };
    let mut kinds = kinds().iter().copied();
    kinds.find(|kind| *kind == word || kind.strip_prefix("on_") == Some(word))
}

/// The words of all kinds that are known.
pub fn kinds() -> &'static [&'static str] {
    match <EventKind as View>::KIND {
        Kind::Choice(Choice { values, .. }) => values,
        _ => &[],
    }
}
