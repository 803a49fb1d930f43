//! Conversations made of calls, which the client of another entry carries out.

#[cfg(any(feature = "licenses", feature = "etickets"))]
use digistore24::Ask;
use digistore24::{Inquiry, Outcome, Value};
use wasm_bindgen::prelude::*;

use crate::names::inward;
use crate::outward::push_outward;
use crate::parameter::value;
use crate::result::told;

/// What to do next, as JSON: `{ function, parameters }` to call, `{ wait }` so many milliseconds, or `{ result }`.
#[cfg(any(feature = "licenses", feature = "etickets"))]
pub(crate) fn step<T: Into<Value>>(inquiry: &mut impl Inquiry<Output = T>) -> String {
    match inquiry.ask() {
        Ask::Done(result) => told(Ok(result.into())),
        Ask::Wait(pause) => format!("{{\"wait\":{}}}", pause.as_millis()),
        Ask::Call { function, parameters } => called(function, parameters),
    }
}

/// What to call, as JSON: `{ function, parameters }`.
pub(crate) fn called(function: &str, parameters: Value) -> String {
    let mut json = String::new();
    push_outward(&Value::from([("function", function.into()), ("parameters", parameters)]), &mut json);
    json
}

/// What came of it: `{ data, currentTime }`, or `{ kind, code, message, maybeDone }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws, and a text where the outcome is none. To say nothing would be to call
/// again, without end.
pub(crate) fn tell(inquiry: &mut impl Inquiry, outcome: &JsValue) -> Result<(), JsValue> {
    match Outcome::read(&inward(value(outcome)?)) {
        Ok(outcome) => {
            inquiry.told(outcome);
            Ok(())
        }
        Err(problems) => Err(told(Err(problems)).into()),
    }
}
