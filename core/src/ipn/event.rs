//! What a notification reports, as a record with typed fields.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Deref;
use std::sync::Arc;

use sha2::{Digest, Sha512};

use super::body::{self, Pair, hex, lossy};
use super::event_fields::Message;
use super::item_fields::EventItem;
use super::signature::{Rejected, strip};
use crate::record::Source;
use crate::wire::json::push_text;
use crate::wire::scan::{Span, unescape};
use crate::wire::{Kind, Shape};
use crate::{Record, Zone};

// source: vendor documentation and samples
choice! {
    /// What a notification reports.
    ///
    /// - `connection_test`: somebody pressed the button, or the service checks the address. Answer OK.
    /// - `on_payment`: any payment succeeded, the first or a later one, also after a missed one.
    /// - `on_refund`, `on_chargeback`: the money went back. A partial refund is reported to send nothing.
    /// - `on_payment_missed`: a payment of a plan is missing and will be tried again.
    /// - `payment_denial`: a payment was rejected for the last time.
    /// - `on_rebill_cancelled`: no further payments; what is paid stays paid, so access goes on.
    /// - `on_rebill_resumed`: payments will be tried again; none has been made.
    /// - `last_paid_day`: the last paid period is over, and with it access.
    /// - `on_affiliation`: a partnership was accepted. `eticket`: a ticket was made or changed. `custom_form`: additional
    ///   fields were filled in.
    ///
    /// The list is open: answer OK to an event you do not know, and change nothing.
    open EventKind {
        ConnectionTest = "connection_test",
        Payment = "on_payment",
        Refund = "on_refund",
        Chargeback = "on_chargeback",
        PaymentMissed = "on_payment_missed",
        PaymentDenial = "payment_denial",
        RebillCancelled = "on_rebill_cancelled",
        RebillResumed = "on_rebill_resumed",
        LastPaidDay = "last_paid_day",
        Affiliation = "on_affiliation",
        Eticket = "eticket",
        CustomForm = "custom_form",
    }
}

/// A notification whose signature holds: what [`verify`](super::verify) gives, and nothing else can make.
///
/// Its fields are those of [`Message`]. Printing it leaves out whatever gives access to those who hold it: licence keys,
/// voucher and ticket codes, the keys of the order, and the links that open the buyer's papers without login.
#[derive(Clone, Debug)]
pub struct Event(Message);

impl Event {
    pub(super) fn new(message: Message) -> Event {
        Event(message)
    }

    /// Always true.
    pub fn is_signed(&self) -> bool {
        true
    }
}

impl Deref for Event {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.0
    }
}

/// A notification that nobody signed: of a connection of the type "Webhook", or of one without passphrase.
///
/// Anybody can send such a body. Keep the address secret, and ask the service with `getPurchase` before you act on it.
#[derive(Clone, Debug)]
pub struct UnsignedEvent(Message);

impl UnsignedEvent {
    /// Always false.
    pub fn is_signed(&self) -> bool {
        false
    }
}

impl Deref for UnsignedEvent {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.0
    }
}

/// Reads a body or a query without looking at a signature.
///
/// # Errors
/// [`Rejected::NotAForm`] and [`Rejected::Repeated`].
///
/// ```
/// use digistore24::ipn::{EventKind, read_unsigned};
///
/// let event = read_unsigned("event=payment&order_id=AB12CD34&email=ada.falk%40example.com")?;
/// assert_eq!(event.kind(), EventKind::Payment);
/// assert_eq!(event.order_id().unwrap().as_deref(), Some("AB12CD34"));
/// # Ok::<(), digistore24::ipn::Rejected>(())
/// ```
pub fn read_unsigned(body: impl AsRef<[u8]>) -> Result<UnsignedEvent, Rejected> {
    let mut pairs = body::pairs(body.as_ref())?;
    body::unique(&pairs)?;
    strip(&mut pairs);
    Ok(UnsignedEvent(message(&pairs, Zone::Berlin)))
}

impl Message {
    /// Which event it is.
    ///
    /// `on_payment_subscription_signup`, which one source lists, is a payment. Webhooks leave out `on_`.
    pub fn kind(&self) -> EventKind {
        let word = self.text("event");
        match word.as_str() {
            "on_payment_subscription_signup" | "payment" => EventKind::Payment,
            bare @ ("refund" | "chargeback" | "payment_missed" | "rebill_cancelled" | "rebill_resumed"
            | "affiliation") => EventKind::from(format!("on_{bare}").as_str()),
            word => EventKind::from(word),
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
        let of_order = |last: String| vec![self.text("order_id"), self.text("order_item_id"), last];
        let parts = match &kind {
            EventKind::Payment | EventKind::Refund | EventKind::Chargeback if !transaction.is_empty() => {
                vec![transaction]
            }
            EventKind::Eticket => vec![self.text("eticket_id"), self.text("action"), self.print()],
            EventKind::Affiliation => vec![self.text("affiliate_name"), self.text("product_id")],
            EventKind::CustomForm => vec![self.text("order_id"), self.text("form_no"), self.print()],
            EventKind::ConnectionTest | EventKind::Other(_) => vec![self.print()],
            _ if transaction.is_empty() => of_order(self.text("pay_sequence_no")),
            _ => of_order(transaction),
        };
        let parts = if parts.iter().all(String::is_empty) { vec![self.print()] } else { parts };
        format!("{kind}:{}", parts.join(":"))
    }

    /// The text of a field as it came; nothing where there is none.
    fn text(&self, name: &str) -> String {
        let raw = self.raw_field(name).and_then(|raw| raw.strip_prefix('"')?.strip_suffix('"'));
        unescape(raw.unwrap_or_default()).into_owned()
    }

    /// Some hex digits that stand for all it says.
    fn print(&self) -> String {
        let digest = Sha512::digest(self.raw());
        hex(digest.get(..16).unwrap_or_default(), b"0123456789abcdef")
    }
}

/// What the parameters say, which are ordered by name and free of empty values.
pub(super) fn message(pairs: &[Pair<'_>], zone: Zone) -> Message {
    let mut items: BTreeMap<u8, Object> = BTreeMap::new();
    let mut whole = Object::new(Message::SHAPE);
    let event = pairs.iter().filter(|pair| *pair.name == *b"event");
    for pair in event.chain(pairs.iter().filter(|pair| *pair.name != *b"event")) {
        let (name, value) = (lossy(&pair.name), lossy(&pair.value));
        if let Some((no, field)) = numbered(&name) {
            let item = items.entry(no).or_insert_with(|| Object::numbered(no));
            item.push(field, &value);
        }
        // The list of items has taken the place of a parameter of that name.
        if name != "items" {
            whole.push(&name, &value);
        }
    }
    let mut text = whole.text;
    text.push_str(if text.len() > 1 { ",\"items\":[" } else { "\"items\":[" });
    for (at, item) in items.into_values().enumerate() {
        text.push_str(if at > 0 { "," } else { "" });
        text.push_str(&item.text);
        text.push('}');
    }
    text.push_str("]}");
    Message::new(record(text, Message::SHAPE, zone))
}

/// The item and the field that a name stands for: `product_id_2` is `product_id` of the second.
fn numbered(name: &str) -> Option<(u8, &str)> {
    let known = |field: &str| field != "no" && EventItem::SHAPE.field(field).is_some();
    if known(name) {
        return Some((1, name));
    }
    let (field, digits) = name.rsplit_once('_')?;
    let no = digits.parse().ok().filter(|no: &u8| (2..=100).contains(no) && no.to_string() == digits)?;
    known(field).then_some((no, field))
}

/// A record made of JSON text.
pub(super) fn record(text: String, shape: &'static Shape, zone: Zone) -> Record {
    let span = Span { start: 0, end: text.len() as u32 };
    Record::new(Arc::new(Source { text, zone }), span, Kind::Object(shape))
}

/// A JSON object being written, up to its closing brace.
pub(super) struct Object {
    pub(super) text: String,
    shape: &'static Shape,
}

impl Object {
    pub(super) fn new(shape: &'static Shape) -> Object {
        Object { text: "{".to_owned(), shape }
    }

    fn numbered(no: u8) -> Object {
        let mut item = Object::new(EventItem::SHAPE);
        let _ = write!(item.text, "\"no\":{no}");
        item
    }

    pub(super) fn push(&mut self, name: &str, value: &str) {
        if self.text.len() > 1 {
            self.text.push(',');
        }
        push_text(name, &mut self.text);
        self.text.push(':');
        let is_time = || self.shape.field(name).is_some_and(|field| matches!(field.kind, Kind::Time));
        match value {
            // MySQL's way of saying that there is no date.
            "0000-00-00" | "0000-00-00 00:00:00" if is_time() => self.text.push_str("null"),
            _ => push_text(value, &mut self.text),
        }
    }
}
