//! What became of an attempt, as a plain object.

use std::time::Duration;

use digistore24::Attempt;
use wasm_bindgen::prelude::*;

use crate::js::object;

/// The facts of an attempt by the names of JavaScript, times in milliseconds.
pub(crate) fn told(attempt: Attempt) -> JsValue {
    object([
        ("function", attempt.function.into()),
        ("attempt", attempt.attempt.into()),
        ("duration", milliseconds(attempt.duration)),
        ("outcome", attempt.outcome.into()),
        ("status", or_null(attempt.status)),
        ("code", or_null(attempt.code.map(|code| code as f64))),
        ("rows", or_null(attempt.rows.map(|rows| rows as f64))),
        ("bytesSent", (attempt.bytes_sent as f64).into()),
        ("bytes", (attempt.bytes as f64).into()),
        ("failure", or_null(attempt.failure)),
        ("reason", or_null(attempt.reason)),
        ("againIn", attempt.again_in.map_or(JsValue::NULL, milliseconds)),
        ("sent", or_null(attempt.sent)),
        ("received", or_null(attempt.received)),
    ])
}

fn milliseconds(time: Duration) -> JsValue {
    (time.as_secs_f64() * 1000.0).into()
}

fn or_null<T: Into<JsValue>>(fact: Option<T>) -> JsValue {
    fact.map_or(JsValue::NULL, T::into)
}
