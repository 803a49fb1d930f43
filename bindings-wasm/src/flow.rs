//! A call in the hands of a caller with an HTTP client of their own.

use std::rc::Rc;

use digistore24::{Call, Failure, Flow as _, Step};
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::drive::{Host, now};
use crate::error::exception;
use crate::js::{get, object};
use crate::message::{request, response};

/// One call, step by step.
#[wasm_bindgen]
pub struct Flow {
    call: Call,
    host: Rc<Host>,
    outcome: Option<Result<JsValue, JsValue>>,
}

impl Flow {
    pub(crate) fn new(call: Call, host: Rc<Host>) -> Flow {
        Flow { call, host, outcome: None }
    }
}

#[wasm_bindgen]
impl Flow {
    /// `{ send }`, `{ wait }` or `{ done }`.
    ///
    /// # Errors
    /// The exception in which the call ended.
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        let step = self.call.step(now());
        self.host.hear(self.call.seen());
        match step {
            Step::Send(next) => Ok(object([("send", request(&next))])),
            Step::Wait(pause) => Ok(object([("wait", (pause.as_millis() as u64 as f64).into())])),
            Step::Done(result) => {
                self.outcome.get_or_insert_with(|| outcome(result)).clone().map(|done| object([("done", done)]))
            }
        }
    }

    /// What was answered: `{ status, headers, body }`.
    ///
    /// # Errors
    /// A `TypeError` when it is something else.
    pub fn answer(&mut self, reply: &JsValue) -> Result<(), JsValue> {
        let reply = response(reply).map_err(|wrong| js_sys::TypeError::new(&format!("answer: {wrong}")))?;
        self.call.answer(Ok(reply));
        Ok(())
    }

    /// That there is no answer: `{ reason, sent }`.
    pub fn fail(&mut self, failure: &JsValue) {
        let reason = get(failure, "reason").as_string().unwrap_or_else(|| "no reason given".to_owned());
        let unsent = get(failure, "sent") == JsValue::FALSE;
        self.call.answer(Err(if unsent { Failure::NotSent(reason) } else { Failure::Lost(reason) }));
    }
}

/// What a call came to, as a value or an exception.
pub(crate) fn outcome(result: Result<digistore24::Answer, digistore24::Error>) -> Result<JsValue, JsValue> {
    result.as_ref().map(|answer| answer::value(answer, None)).map_err(exception)
}
