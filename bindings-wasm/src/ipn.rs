//! What the module `digistore24/ipn` of the package stands on.
//!
//! Bytes come in, a text goes out: that is what crosses quickest, and needs the least around it. Several texts come as one
//! form.

use digistore24::Zone;
use digistore24::ipn::{self, Parameters, Rejected, Verifier};
use digistore24::wire::form;
use wasm_bindgen::prelude::*;

use crate::told::{refused, text, told};

/// The kinds of events that are known, with a blank between two.
#[wasm_bindgen(js_name = eventKinds)]
pub fn event_kinds() -> String {
    let mut kinds = String::new();
    for kind in ipn::kinds() {
        kinds.push_str(if kinds.is_empty() { "" } else { " " });
        kinds.push_str(kind);
    }
    kinds
}

/// Checks a body and reads it: `{ kind, dedupKey, fields }`, or `{ reason, message }` when it is refused, or `{ range }`
/// when nobody knows the zone. Among the options are `passphrase`, once or several times, `entities` and `zone`.
#[wasm_bindgen]
pub fn verify(body: &[u8], options: &[u8]) -> String {
    let (mut passphrases, mut entities, mut zone) = (Vec::new(), false, Zone::Berlin);
    for pair in form::pairs(options) {
        let value = text(&pair.value);
        match &*pair.name {
            b"passphrase" => passphrases.push(value),
            b"entities" => entities = true,
            _ => match Zone::parse(&value) {
                Some(known) => zone = known,
                None => return told(&[("range", "zone: expected one such as `Europe/Berlin`, `UTC` or `+02:00`")], ""),
            },
        }
    }
    event(Verifier::new(passphrases).entities(entities).zone(zone).parameters(body))
}

/// Reads a body that nobody signed, in the same form.
#[wasm_bindgen(js_name = readUnsigned)]
pub fn read_unsigned(body: &[u8]) -> String {
    event(ipn::unsigned(body))
}

/// The signature over the parameters of a form, or with `whole` a body of them with it.
#[wasm_bindgen]
pub fn sign(parameters: &[u8], passphrase: &[u8], whole: bool) -> String {
    let (pairs, passphrase) = (form::pairs(parameters), text(passphrase));
    if whole { ipn::sign_body(pairs, &passphrase) } else { ipn::sign_pairs(pairs, &passphrase) }
}

fn event(result: Result<Parameters<'_>, Rejected>) -> String {
    match result {
        Ok(event) => told(
            &[("kind", &event.kind()), ("dedupKey", &event.dedup_key())],
            &("\"fields\":".to_owned() + &event.to_json()),
        ),
        Err(rejected) => refused(&rejected),
    }
}
