//! What the module `digistore24/cassette` of the package stands on.

use wasm_bindgen::prelude::*;

/// What may be shown of a key: its number, `123-…`.
#[wasm_bindgen]
pub fn redacted(key: &str) -> String {
    digistore24::redacted(key)
}
