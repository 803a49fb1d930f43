//! What the module `digistore24/thankyou` of the package stands on.

use digistore24::ipn::ThankYouPage;
use digistore24::wire::form;
use wasm_bindgen::prelude::*;

use crate::told::{refused, text, told};

/// Checks and reads the query of a thank-you page: `{ fields }` as JSON, or `{ reason, message }` when it is refused.
///
/// The options are a form: `key` as often as there are keys, `own` for each parameter that the page had before.
#[wasm_bindgen]
pub fn thankyou(query: &[u8], options: &[u8]) -> String {
    let (mut keys, mut own) = (Vec::new(), Vec::new());
    for pair in form::pairs(options) {
        let list = if *pair.name == *b"key" { &mut keys } else { &mut own };
        list.push(text(&pair.value));
    }
    match ThankYouPage::new(keys).without(own).read_json(query) {
        Ok(fields) => told(&[], &("\"fields\":".to_owned() + &fields)),
        Err(rejected) => refused(&rejected),
    }
}
