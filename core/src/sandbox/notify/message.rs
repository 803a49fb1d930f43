//! What notifications say: the parameters of every kind of event, in the order of the wire.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::account::{USER_ID, USER_NAME};
use super::super::orders::rows::{Event, EventKind};
use super::super::store::Account;
use super::connections::Connection;
use super::order;
use crate::wire::form::Pair;
use crate::{Value, ipn, lenient};

/// Parameters by name, in the order of their bytes.
#[derive(Default)]
pub(super) struct Message(BTreeMap<Cow<'static, str>, String>);

impl Message {
    pub(super) fn put(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(Cow::Borrowed(name), value.into());
    }

    /// The same for a name that is put together.
    pub(super) fn put_as(&mut self, name: String, value: impl Into<String>) {
        self.0.insert(Cow::Owned(name), value.into());
    }

    /// Parameters that are there and say nothing.
    pub(super) fn put_empty(&mut self, names: &[&'static str]) {
        names.iter().for_each(|name| self.put(name, ""));
    }
}

/// What an event is called in the back office.
fn label(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Payment => "payment",
        EventKind::Refund => "refund",
        EventKind::Chargeback => "chargeback",
        EventKind::PaymentMissed => "missed payment",
        EventKind::PaymentDenial => "payment denied",
        EventKind::RebillCancelled => "rebilling cancelled",
        EventKind::RebillResumed => "rebilling resumed",
        EventKind::LastPaidDay => "last paid day",
        EventKind::Affiliation => "new affiliate",
        EventKind::Eticket => "e-ticket",
        EventKind::CustomForm => "custom form",
        EventKind::ConnectionTest => "connection test",
    }
}

impl Account {
    /// The body of a notification, in the order of the wire: by name, then what event it is, then the signature.
    pub(super) fn body(&self, event: &Event, item: i64, connection: &Connection, is_spoiled: bool) -> String {
        let message = self.message(event, item, connection);
        let kind = event.kind.as_str();
        // A connection that `ipnSetup` made was seen to leave out two of three (2026).
        let last: &[(&str, &str)] = if connection.is_by_hand() {
            &[("function_call", kind), ("event", kind), ("event_label", label(event.kind))]
        } else {
            &[("event", kind)]
        };
        let all = message.0.iter().map(|(name, value)| (&**name, value.as_str())).chain(last.iter().copied());
        let pairs = all.map(|(name, value)| Pair { name: name.as_bytes().into(), value: value.as_bytes().into() });
        let mut passphrase = Cow::Borrowed(connection.passphrase.as_str());
        if is_spoiled {
            passphrase.to_mut().push_str(" spoiled");
        }
        ipn::sign_body(pairs.collect(), &passphrase)
    }

    fn message(&self, event: &Event, item: i64, connection: &Connection) -> Message {
        let mut message = Message::default();
        match event.kind {
            EventKind::ConnectionTest => self.test(&mut message, connection),
            EventKind::Affiliation => self.affiliation(&mut message, event),
            EventKind::Eticket | EventKind::CustomForm => self.beside_order(&mut message, event, item),
            _ => {
                if let Some(order) = order::Order::of(self, event, item) {
                    order.say(&mut message);
                    envelope(&mut message, connection);
                }
            }
        }
        message
    }

    fn test(&self, message: &mut Message, connection: &Connection) {
        message.put("api_mode", "live");
        vendor(message);
        message.put("product_ids", &connection.product_ids);
    }

    fn affiliation(&self, message: &mut Message, event: &Event) {
        let (affiliate, id) = (event.more.text("affiliate_name"), event.more.text("product_id"));
        message.put_empty(&[
            "address_city",
            "address_first_name",
            "address_last_name",
            "address_phone_no",
            "address_state",
            "address_street_name",
            "address_street_number",
            "address_zipcode",
            "email",
        ]);
        message.put("api_mode", "live");
        message.put("affiliate_link", format!("https://www.digistore24.com/redir/{id}/{affiliate}/"));
        let product = self.products.find_at(event.products_age, "id", id).unwrap_or(&Value::Null);
        message.put("product_name", product.text("name"));
        message.put("language", order::language(product));
        vendor(message);
        say_more(message, &event.more);
    }

    /// An event that is about an order, but not about its payments.
    fn beside_order(&self, message: &mut Message, event: &Event, item: i64) {
        message.put("api_mode", "live");
        message.put_empty(&["order_id", "product_id", "product_name"]);
        match event.kind {
            EventKind::Eticket => say_more(message, &self.ticket_told(event)),
            _ => say_more(message, &event.more),
        }
        let mut product = self.product_beside(event);
        if let Some(order) = order::Order::of(self, event, item) {
            order.say_beside(message);
            product = &order.item.product_id;
        }
        if let Some(row) = self.products.find_at(event.products_age, "id", product) {
            message.put("product_id", product);
            message.put("product_name", row.text("name"));
        }
    }
}

/// Who sent it, and over which connection.
fn envelope(message: &mut Message, connection: &Connection) {
    vendor(message);
    message.put("ipn_version", "1.6");
    message.put("ipn_config_id", connection.id.to_string());
    message.put("ipn_config_product_ids", &connection.product_ids);
    if !connection.is_by_hand() {
        message.put("ipn_config_domain_id", &connection.domain_id);
        let number = connection.key.split('-').next().unwrap_or_default();
        message.put("ipn_config_api_key_id", number);
    }
}

fn vendor(message: &mut Message) {
    message.put("merchant_id", USER_ID);
    message.put("merchant_name", USER_NAME);
}

/// The parameters that an event has of its own.
fn say_more(message: &mut Message, more: &Value) {
    for (name, value) in more.fields() {
        message.put_as(name.clone(), lenient::verbatim(value).unwrap_or_default());
    }
}
