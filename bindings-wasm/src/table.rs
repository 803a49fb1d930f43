//! Functions that take options by name: what most entries of the package are made of.

use digistore24::{Problem, Value};
use wasm_bindgen::prelude::*;

use crate::names::inward;
use crate::parameter::value;

/// Options by name to a result as plain data.
pub(crate) type Function = fn(&Value) -> Result<Value, Vec<Problem>>;

/// Options as JavaScript hands them over, with the names of the core.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
pub(crate) fn options(given: &JsValue) -> Result<Value, JsValue> {
    value(given).map(inward)
}

/// Computes the function of that name in JavaScript.
pub(crate) fn computed(functions: &[(&str, Function)], name: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    let found = functions.iter().find(|(other, _)| *other == name);
    found.map_or_else(|| Err(Vec::new()), |(_, function)| function(options))
}
