//! How an application comes to a key: what to ask through the client of another entry, and what came of it.

use digistore24::Value;
use digistore24::keys::{Collect, collect_of, ticket_of, wish_of};
use wasm_bindgen::prelude::*;

use crate::inquiry::{step, tell};
use crate::names::inward;
use crate::outward::push_outward;
use crate::parameter::value;
use crate::result::told;

/// The parameters of `requestApiKey`, from options by name: `{ result: { parameters } }`, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn wish(given: &JsValue) -> Result<String, JsValue> {
    let wish = wish_of(&inward(value(given)?));
    Ok(told(wish.map(|wish| Value::from([("parameters", wish.parameters())]))))
}

/// The ticket in what it answers: `{ result }`, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn ticket(answer: &JsValue) -> Result<String, JsValue> {
    Ok(told(ticket_of(&value(answer)?).map(|ticket| Value::from(&ticket))))
}

/// The collecting of a key.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Collecting(Option<Collect>);

#[wasm_bindgen]
impl Collecting {
    /// Not begun.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Collecting {
        Collecting::default()
    }

    /// Begins: `{ result: null }`, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn begin(&mut self, given: &JsValue) -> Result<String, JsValue> {
        Ok(told(collect_of(&inward(value(given)?)).map(|collect| {
            self.0 = Some(collect);
            Value::Null
        })))
    }

    /// What to do next, as JSON: `{ function, parameters, apiKey }` to call, `{ wait }`, or `{ result }`.
    pub fn step(&mut self) -> String {
        self.0.as_mut().map(step).unwrap_or_default()
    }

    /// What came of it.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue) -> Result<(), JsValue> {
        self.0.as_mut().map_or(Ok(()), |collect| tell(collect, outcome))
    }

    /// What is known by now, as JSON, with the milliseconds that were waited.
    #[wasm_bindgen(js_name = soFar)]
    pub fn so_far(&self) -> String {
        let mut json = String::new();
        if let Some(collect) = &self.0 {
            let mut so_far = Value::from(collect.so_far());
            if let Value::Map(fields) = &mut so_far {
                fields.push(("waited".to_owned(), (collect.waited().as_millis() as i64).into()));
            }
            push_outward(&so_far, &mut json);
        }
        json
    }
}
