//! Parameters: JavaScript values as the core's.

use digistore24::Value;
use js_sys::{Array, BigInt, Date, Map, Number, Reflect};
use wasm_bindgen::prelude::*;

use crate::js::{get, pairs};

/// No call nests this deep, and no call takes this many values; without an end, a hostile object would exhaust memory.
/// What is reconciled is a ledger, so that one has room for some hundred thousand rows.
const DEEPEST: usize = 32;
const MOST: usize = if cfg!(feature = "money") { 5_000_000 } else { 100_000 };

/// What JavaScript hands over as parameters. What has no form on the wire becomes [`Value::Odd`], for the core to
/// refuse with its place.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
pub(crate) fn value(from: &JsValue) -> Result<Value, JsValue> {
    let mut reader = Reader { above: Vec::new(), left: MOST };
    let value = reader.value(from)?;
    Ok(if reader.left == 0 { Value::Odd(format!("more than {MOST} values")) } else { value })
}

struct Reader {
    /// The objects around the current value.
    above: Vec<JsValue>,
    /// How many more values are read.
    left: usize,
}

impl Reader {
    fn value(&mut self, from: &JsValue) -> Result<Value, JsValue> {
        self.left = self.left.saturating_sub(1);
        Ok(if from.is_null() || from.is_undefined() {
            Value::Null
        } else if let Some(flag) = from.as_bool() {
            Value::Bool(flag)
        } else if let Some(number) = from.as_f64() {
            if Number::is_safe_integer(from) { Value::Integer(number as i64) } else { inexact(number) }
        } else if let Some(text) = from.as_string() {
            // A lone surrogate was replaced on the way.
            if *from == text.as_str() { Value::Text(text) } else { odd("a text with a lone surrogate") }
        } else if let Some(number) = from.dyn_ref::<BigInt>() {
            match i64::try_from(from.clone()) {
                Ok(number) => Value::Integer(number),
                Err(_) => number.to_string(10).map_or_else(|_| odd("a bigint"), |digits| Value::Text(digits.into())),
            }
        } else if from.is_function() {
            odd("a function")
        } else if from.is_symbol() {
            odd("a symbol")
        } else if let Some(date) = from.dyn_ref::<Date>() {
            if date.get_time().is_nan() { odd("an invalid Date") } else { Value::Text(date.to_iso_string().into()) }
        } else if self.above.contains(from) {
            odd("a value that contains itself")
        } else if self.above.len() == DEEPEST {
            odd("a value nested too deep")
        } else {
            self.above.push(from.clone());
            let value = self.nested(from);
            self.above.pop();
            value?
        })
    }

    fn nested(&mut self, from: &JsValue) -> Result<Value, JsValue> {
        if let Some(list) = from.dyn_ref::<Array>() {
            let mut values = Vec::new();
            for item in list.iter().take(self.left) {
                values.push(self.value(&item)?);
            }
            return Ok(Value::List(values));
        }
        if !from.is_instance_of::<Map>() && !is_plain(from)? {
            let class = get(&get(from, "constructor"), "name").as_string();
            return Ok(Value::Odd(format!("an object of class {}", class.unwrap_or_default())));
        }
        let mut fields = Vec::new();
        for (name, value) in pairs(from)?.take(self.left) {
            let value = self.value(&value)?;
            fields.push(match self.value(&name)? {
                Value::Text(name) => (name, value),
                Value::Integer(number) => (number.to_string(), value),
                _ => (name.as_string().unwrap_or_default(), odd("a field whose name cannot be sent")),
            });
        }
        Ok(Value::Map(fields))
    }
}

/// A number that stands for more than one value.
fn inexact(number: f64) -> Value {
    if !number.is_finite() {
        odd(if number.is_nan() { "NaN" } else { "Infinity" })
    } else if number.trunc() == number {
        odd("a number beyond 2^53, where not all are exact; hand over a bigint or a text")
    } else {
        Value::Float(number)
    }
}

fn odd(what: &str) -> Value {
    Value::Odd(what.to_owned())
}

/// Whether this is an object literal, of whichever window, or made without a prototype.
fn is_plain(object: &JsValue) -> Result<bool, JsValue> {
    let prototype = Reflect::get_prototype_of(object)?;
    Ok(prototype.is_null() || Reflect::get_prototype_of(&prototype)?.is_null())
}
