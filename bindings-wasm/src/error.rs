//! The one place where an error becomes a JavaScript exception.

use digistore24::{Error, Problem};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::js::{object, or_null};
use crate::names::spoken;

#[wasm_bindgen(raw_module = "../error.js")]
extern "C" {
    type DigistoreError;

    /// `facts` are what programs look at, while people read the message.
    #[wasm_bindgen(constructor)]
    fn new(message: &str, facts: JsValue) -> DigistoreError;
}

/// The exception for an error.
pub(crate) fn exception(error: &Error) -> JsValue {
    let mut known = Facts { kind: error.kind(), ..Facts::default() };
    match error {
        Error::Params { function, problems } => {
            known.function = function;
            known.problems = problems;
        }
        Error::Forbidden { function, .. } => known.function = function,
        Error::Refused { function, code, status, .. } => {
            known.function = function;
            known.code = *code;
            known.status = Some(*status);
        }
        Error::Garbled { function, status, excerpt, .. } => {
            known.function = function;
            known.status = Some(*status);
            known.excerpt = Some(excerpt);
        }
        Error::Unanswered { function, maybe_done, .. } => {
            known.function = function;
            known.maybe_done = *maybe_done;
        }
        _ => {}
    }
    let message = match error {
        // Why a call is forbidden names the options that would allow it.
        Error::Forbidden { .. } => spoken(&error.to_string()),
        _ => error.to_string(),
    };
    DigistoreError::new(&message, known.told()).into()
}

/// What programs look at.
#[derive(Default)]
struct Facts<'e> {
    kind: &'e str,
    function: &'e str,
    code: Option<i64>,
    status: Option<u16>,
    maybe_done: bool,
    problems: &'e [Problem],
    excerpt: Option<&'e str>,
}

impl Facts<'_> {
    fn told(self) -> JsValue {
        let wrong = |Problem { path, message }: &Problem| {
            object([("path", path.as_str().into()), ("message", message.as_str().into())])
        };
        object([
            ("kind", self.kind.into()),
            ("function", self.function.into()),
            // Only a code beyond 2^53 is not exact; the message says it.
            ("code", or_null(self.code.map(|code| code as f64))),
            ("status", or_null(self.status)),
            ("maybeDone", self.maybe_done.into()),
            ("problems", self.problems.iter().map(wrong).collect::<Array>().into()),
            ("excerpt", or_null(self.excerpt)),
        ])
    }
}
