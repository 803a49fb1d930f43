//! What the module `digistore24/vouchers` of the package stands on.

use digistore24::Value;
use digistore24::voucher::{check_of, coupon_of, create_of, created_of, update_of};
use wasm_bindgen::prelude::*;

use crate::result::told;
use crate::table::{Function, computed, options};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[
    ("check", |options| check_of(options).map(|check| Value::from(&check))),
    ("coupon", |options| coupon_of(options).map(|used| Value::from(&used))),
    ("create", |options| create_of(options).map(|prepared| Value::from(&prepared))),
    ("update", |options| update_of(options).map(|prepared| Value::from(&prepared))),
    ("created", |options| created_of(options).map(|created| Value::from(&created))),
];

/// Computes one of the functions: `{ result }` as JSON, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(computed(FUNCTIONS, function, &options(given)?)))
}
