//! What the class `Access` of the package stands on. JavaScript keeps the lines of its text.

use digistore24::ipn::{self, Rules};
use wasm_bindgen::prelude::*;

/// The line of what an event says about access. Its fields come as a form, and with them those of one of its items.
#[wasm_bindgen(js_name = accessLine)]
pub fn access_line(event: &[u8]) -> String {
    ipn::access_line(event)
}

/// A text as it is kept, or `line` and what is wrong with it.
#[wasm_bindgen(js_name = accessText)]
pub fn access_text(text: &[u8]) -> String {
    ipn::access_text(utf8(text)).unwrap_or_else(|problem| problem)
}

/// The state of every item, as JSON, at a moment in seconds since 1970. Days below zero are none.
#[wasm_bindgen(js_name = accessAt)]
pub fn access_at(text: &[u8], now: f64, resuming_lifts: bool, denial_suspends: bool, overdue_after: i32) -> String {
    let rules = Rules { resuming_lifts, denial_suspends, overdue_after: u16::try_from(overdue_after).ok() };
    ipn::access_json(utf8(text), now as i64, rules)
}

/// What JavaScript encoded is UTF-8.
fn utf8(text: &[u8]) -> &str {
    str::from_utf8(text).unwrap_or_default()
}
