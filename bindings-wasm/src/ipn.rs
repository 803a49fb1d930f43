//! What the module `digistore24/ipn` of the package stands on.
//!
//! Everything crosses as texts: JavaScript reads JSON faster than it can be handed objects, one property at a time, and
//! it keeps this entry small.

use digistore24::ipn::{self, EventKind, Message, Rejected, ThankYouPage, Verifier};
use digistore24::wire::Kind;
use digistore24::{Item, Json, Record, Sink, View, Zone};
use wasm_bindgen::prelude::*;

/// The kinds of events that are known.
#[wasm_bindgen(js_name = eventKinds)]
pub fn event_kinds() -> Vec<String> {
    match <EventKind as View>::KIND {
        Kind::Choice(choice) => choice.values.iter().map(|word| (*word).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// Checks a body and reads it: `{ kind, dedupKey, fields }`, or `{ reason, message }` when it is refused.
///
/// # Errors
/// A `RangeError` for a zone that nobody knows.
#[wasm_bindgen]
pub fn verify(body: &[u8], passphrases: Vec<String>, entities: bool, zone: Option<String>) -> Result<String, JsValue> {
    let mut verifier = Verifier::new(passphrases).entities(entities);
    if let Some(zone) = zone {
        let unknown = || js_sys::RangeError::new("zone: expected one such as `Europe/Berlin`, `UTC` or `+02:00`");
        verifier = verifier.zone(Zone::parse(&zone).ok_or_else(unknown)?);
    }
    Ok(told(verifier.verify(body).as_deref()))
}

/// Reads a body that nobody signed, in the same form.
#[wasm_bindgen(js_name = readUnsigned)]
pub fn read_unsigned(body: &[u8]) -> String {
    told(ipn::read_unsigned(body).as_deref())
}

/// Checks and reads the query of a thank-you page: `{ fields }`, or `{ reason, message }`. `own` are the names of the
/// parameters that the page had before.
#[wasm_bindgen]
pub fn thankyou(query: &[u8], keys: Vec<String>, own: Vec<String>) -> String {
    match ThankYouPage::new(keys).without(own).read(query) {
        Ok(page) => record([], Some(&page)),
        Err(rejected) => refused(&rejected),
    }
}

/// The signature over parameters, which come as name, value, name, value.
#[wasm_bindgen]
pub fn sign(parameters: Vec<String>, passphrase: &str) -> String {
    ipn::sign(&pairs(&parameters), passphrase)
}

/// A whole body of them, signed.
#[wasm_bindgen(js_name = signedBody)]
pub fn signed_body(parameters: Vec<String>, passphrase: &str) -> String {
    ipn::signed_body(&pairs(&parameters), passphrase)
}

/// Names and values out of a list of both.
pub(crate) fn pairs(flat: &[String]) -> Vec<(&str, &str)> {
    flat.as_chunks().0.iter().map(|[name, value]| (name.as_str(), value.as_str())).collect()
}

fn told(result: Result<&Message, &Rejected>) -> String {
    match result {
        Ok(event) => record([("kind", event.kind().as_str()), ("dedupKey", &event.dedup_key())], Some(event)),
        Err(rejected) => refused(rejected),
    }
}

fn refused(rejected: &Rejected) -> String {
    record([("reason", rejected.reason()), ("message", &rejected.to_string())], None)
}

/// Texts by name, and the fields of what was read.
fn record<const N: usize>(texts: [(&str, &str); N], fields: Option<&Record>) -> String {
    let mut json = Json::with_capacity(fields.map_or(0, |fields| fields.raw().len() + 100));
    json.open_record();
    for (name, text) in texts {
        json.name(name);
        json.value(Item::Text(text.into()));
    }
    if let Some(fields) = fields {
        json.name("fields");
        fields.walk(&mut json);
    }
    json.close_record();
    json.finish()
}
