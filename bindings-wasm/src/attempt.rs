//! What became of an attempt, as a plain object.

use std::time::Duration;

use digistore24::Attempt;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::error::{number, plain};

/// The facts of an attempt by the names of JavaScript, times in milliseconds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    function: &'a str,
    attempt: u32,
    duration: f64,
    outcome: &'a str,
    status: Option<u16>,
    code: Option<f64>,
    rows: Option<usize>,
    bytes_sent: usize,
    bytes: usize,
    failure: Option<&'a str>,
    reason: Option<&'a str>,
    maybe_done: bool,
    again_in: Option<f64>,
    sent: Option<&'a str>,
    received: Option<&'a str>,
}

/// An attempt as an object.
pub(crate) fn told(attempt: &Attempt) -> JsValue {
    plain(&Told {
        function: &attempt.function,
        attempt: attempt.attempt,
        duration: milliseconds(attempt.duration),
        outcome: attempt.outcome,
        status: attempt.status,
        code: attempt.code.map(number),
        rows: attempt.rows,
        bytes_sent: attempt.bytes_sent,
        bytes: attempt.bytes,
        failure: attempt.failure.as_deref(),
        reason: attempt.reason.as_deref(),
        maybe_done: attempt.maybe_done,
        again_in: attempt.again_in.map(milliseconds),
        sent: attempt.sent.as_deref(),
        received: attempt.received.as_deref(),
    })
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
