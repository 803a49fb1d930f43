//! The one place where an error becomes a JavaScript exception.

use digistore24::{Error, Problem};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::names::spoken;

#[wasm_bindgen(raw_module = "../error.js")]
extern "C" {
    type DigistoreError;

    /// `facts` are what programs look at, while people read the message.
    #[wasm_bindgen(constructor)]
    fn new(message: &str, facts: JsValue) -> DigistoreError;
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Facts<'e> {
    kind: &'e str,
    function: &'e str,
    code: Option<f64>,
    status: Option<u16>,
    maybe_done: bool,
    problems: Vec<Wrong<'e>>,
    excerpt: Option<&'e str>,
}

#[derive(Serialize)]
struct Wrong<'e> {
    path: &'e str,
    message: &'e str,
}

impl<'e> From<&'e Problem> for Wrong<'e> {
    fn from(problem: &'e Problem) -> Wrong<'e> {
        Wrong { path: &problem.path, message: &problem.message }
    }
}

/// The exception for an error.
pub(crate) fn exception(error: &Error) -> JsValue {
    let known = Facts { kind: error.kind(), ..Facts::default() };
    let facts = match error {
        Error::Params { function, problems } => {
            Facts { function, problems: problems.iter().map(Wrong::from).collect(), ..known }
        }
        Error::Forbidden { function, .. } => Facts { function, ..known },
        Error::Refused { function, code, status, .. } => {
            Facts { function, code: code.map(number), status: Some(*status), ..known }
        }
        Error::Garbled { function, status, excerpt, .. } => {
            Facts { function, status: Some(*status), excerpt: Some(excerpt), ..known }
        }
        Error::Unanswered { function, maybe_done, .. } => Facts { function, maybe_done: *maybe_done, ..known },
        _ => known,
    };
    let message = match error {
        // Why a call is forbidden names the options that would allow it.
        Error::Forbidden { .. } => spoken(&error.to_string()),
        _ => error.to_string(),
    };
    DigistoreError::new(&message, plain(&facts)).into()
}

/// A number of the service as JavaScript has them. Beyond 2^53 it is about that; a message says it exactly.
pub(crate) fn number(number: i64) -> f64 {
    number as f64
}

/// A plain object, `null` where nothing is known.
pub(crate) fn plain(facts: &impl Serialize) -> JsValue {
    facts.serialize(&Serializer::new().serialize_missing_as_null(true)).unwrap_or(JsValue::UNDEFINED)
}
