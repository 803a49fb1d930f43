//! What became of a call whose answer was lost, asked through the client of another entry.

use std::time::Duration;

use digistore24::aftermath::{self, look_of};
use digistore24::{Inquiry, Problem};
use wasm_bindgen::prelude::*;

use crate::inquiry::{step, tell};
use crate::names::inward;
use crate::parameter::value;
use crate::result::told;

/// Looks what became of a call.
#[wasm_bindgen]
pub struct Look(Result<aftermath::Look, Vec<Problem>>);

#[wasm_bindgen]
impl Look {
    /// Of `{ function, parameters, sentAt, now }` and what else may be said.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    #[wasm_bindgen(constructor)]
    pub fn new(given: &JsValue) -> Result<Look, JsValue> {
        Ok(Look(look_of(&inward(value(given)?))))
    }

    /// What to do next, as JSON: `{ function, parameters }` to call, `{ wait }`, `{ result }`, or `{ problems }`.
    pub fn step(&mut self) -> String {
        match &mut self.0 {
            Ok(look) => step(look),
            Err(problems) => told(Err(problems.clone())),
        }
    }

    /// What came of it: `{ data, currentTime }`, or `{ kind, code, message, maybeDone }`, and how many milliseconds it took.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue, took: f64) -> Result<(), JsValue> {
        let Ok(look) = &mut self.0 else { return Ok(()) };
        look.took(Duration::from_millis(took as u64));
        tell(look, outcome)
    }
}
