//! What the module `digistore24/licenses` of the package stands on.

use wasm_bindgen::prelude::*;

use crate::table::{Function, computed, options, told};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[];

/// Computes one of the functions: `{ result }` as JSON, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(computed(FUNCTIONS, function, &options(given)?)))
}
