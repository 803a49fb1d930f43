//! Notifications by name: what bindings and the HTTP server call.

use super::super::people::{Verbs, one, required};
use super::connections::Endpoint;
use super::disturb::Disturb;
use super::notification::Delivered;
use crate::options::{Options, read_all};
use crate::value::list;
use crate::{Problem, Value, lenient};

pub(in crate::sandbox) const VERBS: Verbs = &[
    ("connect", |sandbox, options| Ok(record! { connection_id: sandbox.connect(&Endpoint::read(options)?)? })),
    ("disconnect", |sandbox, options| Ok(record! { modified: sandbox.disconnect(id_of(options, "connection_id")?) })),
    ("test_connection", |sandbox, options| {
        sandbox.test_connection(id_of(options, "connection_id")?).map_err(one)?;
        Ok(nothing())
    }),
    ("due", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(record! { delivery: sandbox.due().map_or(Value::Null, |delivery| Value::from(&delivery)) })
    }),
    ("delivered", |sandbox, options| {
        let (id, outcome) = read_all(options, outcome)?;
        sandbox.delivered(id, outcome).map_err(one)?;
        Ok(nothing())
    }),
    ("drain", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(record! { deliveries: list(&sandbox.drain()) })
    }),
    ("notifications", |sandbox, options| {
        let (order_id, state, last) = read_all(options, |options| {
            let order_id = options.text("order_id").unwrap_or_default();
            let states = ["queued", "delivered", "given_up"].map(|word| (word, word));
            let state = options.word("state", &states).unwrap_or_default();
            let last = options.whole("last", 0, i64::MAX).and_then(|last| usize::try_from(last).ok());
            Some((order_id, state, last.unwrap_or(usize::MAX)))
        })?;
        Ok(record! { notifications: list(&sandbox.notifications_of(order_id, state, last)) })
    }),
    ("resend", |sandbox, options| {
        sandbox.resend(id_of(options, "id")?).map_err(one)?;
        Ok(nothing())
    }),
    ("disturb", |sandbox, options| {
        sandbox.disturb(&Disturb::read(options)?);
        Ok(nothing())
    }),
    ("access", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(record! { items: list(&sandbox.access()) })
    }),
    ("affiliate", |sandbox, options| {
        let (name, product) = read_all(options, |options| {
            let name = required(options, "affiliate_name", "the Digistore24 name of somebody who joins");
            Some((name?, required(options, "product_id", "the number of a product")?))
        })?;
        Ok(record! { modified: sandbox.affiliate(&name, &product).map_err(one)? })
    }),
    ("fill_form", |sandbox, options| {
        let (id, fields) = read_all(options, |options| {
            let id = required(options, "purchase_id", "an order id");
            options.require("fields", "what is filled in, by name");
            Some((id?, fields(options)))
        })?;
        sandbox.fill_form(&id, &fields).map_err(one)?;
        Ok(nothing())
    }),
];

fn nothing() -> Value {
    Value::Map(Vec::new())
}

/// The number of something, as a number or a text.
fn number(options: &mut Options<'_, '_>, name: &'static str) -> Option<i64> {
    options.require(name, "a number");
    let value = options.value(name)?;
    let number = lenient::verbatim(value).and_then(|text| text.parse().ok());
    if number.is_none() {
        options.wrong(name, format!("expected a number, got {}", value.in_words()));
    }
    number
}

fn id_of(options: &Value, name: &'static str) -> Result<i64, Vec<Problem>> {
    read_all(options, |options| number(options, name))
}

/// `{ id, status, body }` of an answer, `{ id, lost }` where none came, and why.
fn outcome(options: &mut Options<'_, '_>) -> Option<(i64, Delivered)> {
    let id = number(options, "id");
    let status = options.whole("status", 100, 999).and_then(|status| u16::try_from(status).ok());
    let body = options.text("body").unwrap_or_default().to_owned();
    let outcome = match (status, options.text("lost")) {
        (None, Some(why)) => Some(Delivered::Lost(why.to_owned())),
        (Some(status), None) => Some(Delivered::Answered { status, body }),
        _ => {
            options.wrong("status", "expected the status of the answer, or `lost`, why none came");
            None
        }
    };
    Some((id?, outcome?))
}

/// Values by name, as texts.
fn fields(options: &mut Options<'_, '_>) -> Vec<(String, String)> {
    let value = options.value("fields").unwrap_or(&Value::Null);
    let texts = value.fields().iter().filter_map(|(name, value)| Some((name.clone(), lenient::verbatim(value)?)));
    texts.collect()
}
