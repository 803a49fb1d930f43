//! What the class `Budget` of the package stands on.

use wasm_bindgen::prelude::*;

use crate::options::{params, problem};

/// How many calls a key may make in a time.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Budget(pub(crate) digistore24::Budget);

#[wasm_bindgen]
impl Budget {
    /// So many calls a second, and so many at once after a rest.
    ///
    /// # Errors
    /// The exception that lists everything wrong with the numbers.
    #[wasm_bindgen(constructor)]
    pub fn new(per_second: &JsValue, at_once: &JsValue) -> Result<Budget, JsValue> {
        let per_second = per_second.as_f64().unwrap_or_default();
        let at_once = at_once.as_f64().filter(|number| number.fract() == 0.0).unwrap_or_default() as u32;
        if let Some(budget) = digistore24::Budget::new(per_second, at_once) {
            return Ok(Budget(budget));
        }
        let mut problems = Vec::new();
        if digistore24::Budget::new(per_second, 1).is_none() {
            problems.push(problem("perSecond", "expected a number of calls a second above 0, at least one call a day"));
        }
        if at_once == 0 {
            problems.push(problem("atOnce", "expected a whole number of calls, at least 1"));
        }
        Err(params("budget", problems))
    }

    /// The same budget, for one more client.
    pub fn shared(&self) -> Budget {
        Budget(self.0.clone())
    }
}
