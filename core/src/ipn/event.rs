//! What a notification reports, as a record with typed fields.

use std::ops::Deref;
use std::sync::Arc;

use super::body;
use super::event_fields::Message;
use super::parameters::{Parameters, known_kind};
use super::signature::{Rejected, strip};
use crate::record::Source;
use crate::wire::scan::Span;
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
pub struct Event {
    message: Message,
    dedup_key: String,
}

impl Event {
    pub(super) fn new(parameters: &Parameters<'_>) -> Event {
        Event { message: message(parameters), dedup_key: parameters.dedup_key() }
    }

    /// Always true.
    pub fn is_signed(&self) -> bool {
        true
    }

    /// The name under which to remember that this was handled: see [`Parameters::dedup_key`].
    pub fn dedup_key(&self) -> &str {
        &self.dedup_key
    }
}

impl Deref for Event {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.message
    }
}

/// A notification that nobody signed: of a connection of the type "Webhook", or of one without passphrase.
///
/// Anybody can send such a body. Keep the address secret, and ask the service with `getPurchase` before you act on it.
#[derive(Clone, Debug)]
pub struct UnsignedEvent {
    message: Message,
    dedup_key: String,
}

impl UnsignedEvent {
    /// Always false.
    pub fn is_signed(&self) -> bool {
        false
    }

    /// The name under which to remember that this was handled: see [`Parameters::dedup_key`].
    pub fn dedup_key(&self) -> &str {
        &self.dedup_key
    }
}

impl Deref for UnsignedEvent {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.message
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
    let parameters = unsigned(body.as_ref())?;
    Ok(UnsignedEvent { message: message(&parameters), dedup_key: parameters.dedup_key() })
}

/// The parameters of a body that nobody signed: see [`read_unsigned`].
///
/// # Errors
/// [`Rejected::NotAForm`] and [`Rejected::Repeated`].
pub fn unsigned(body: &[u8]) -> Result<Parameters<'_>, Rejected> {
    let mut pairs = body::pairs(body)?;
    body::unique(&pairs)?;
    strip(&mut pairs);
    Ok(Parameters::new(pairs, Zone::Berlin))
}

fn message(parameters: &Parameters<'_>) -> Message {
    Message::new(record(parameters.untidied(), Message::SHAPE, parameters.zone()))
}

impl Message {
    /// Which event it is.
    ///
    /// `on_payment_subscription_signup`, which one source lists, is a payment. Webhooks leave out `on_`.
    pub fn kind(&self) -> EventKind {
        let word = self.get("event").and_then(|word| word.as_text().map(str::to_owned)).unwrap_or_default();
        EventKind::from(known_kind(&word).unwrap_or(&word))
    }
}

/// A record made of JSON text.
pub(super) fn record(text: String, shape: &'static Shape, zone: Zone) -> Record {
    let span = Span { start: 0, end: text.len() as u32 };
    Record::new(Arc::new(Source { text, zone }), span, Kind::Object(shape))
}
