//! A conversation in the hands of JavaScript, which sends, waits and gives up.

use std::time::Duration;

use digistore24::{Attempt, Failure, Request, Response, Step};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use crate::attempt;
use crate::failure::failure;
use crate::js::object;
use crate::message::{request, response};
use crate::send::{fetch, prepared};

#[wasm_bindgen]
extern "C" {
    /// Milliseconds by a clock that only goes forward.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// The clock of all conversations, which share their budgets.
fn now() -> Duration {
    Duration::from_micros((performance_now() * 1000.0) as u64)
}

/// One conversation, step by step.
#[wasm_bindgen]
pub struct Flow {
    /// Of whatever kind: each of its own would weigh about a kilobyte.
    flow: Box<dyn digistore24::Flow<Output = Result<JsValue, JsValue>>>,
    outcome: Option<Result<JsValue, JsValue>>,
    /// What is to be sent.
    request: Option<Request>,
    /// Kept until the answer is there: in Node a request that nobody holds does not hear of its signal any more, and a
    /// connection that was given up would stay open.
    under_way: Option<web_sys::Request>,
}

impl Flow {
    /// A conversation, and what becomes of its end in JavaScript.
    pub(crate) fn new<F: digistore24::Flow + 'static>(
        flow: F,
        told: fn(F::Output) -> Result<JsValue, JsValue>,
    ) -> Flow {
        Flow { flow: Box::new(Told { flow, told }), outcome: None, request: None, under_way: None }
    }
}

#[wasm_bindgen]
impl Flow {
    /// `{ send }`, `{ wait }` or `{ done }`.
    ///
    /// # Errors
    /// The exception in which the conversation ended.
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        if self.outcome.is_none() {
            match self.flow.step(now()) {
                Step::Send(next) => {
                    let send = request(&next);
                    self.request = Some(next);
                    return Ok(object([("send", send)]));
                }
                // Whole milliseconds, and not one too early.
                Step::Wait(pause) => {
                    return Ok(object([("wait", (pause.as_secs_f64() * 1000.0).ceil().into())]));
                }
                Step::Done(result) => self.outcome = Some(result),
            }
        }
        let outcome = self.outcome.clone().unwrap_or(Ok(JsValue::UNDEFINED));
        outcome.map(|done| object([("done", done)]))
    }

    /// Sends what is to be sent by `fetch`, and promises what that answers. Redirects are not followed.
    ///
    /// # Errors
    /// What `fetch` throws, or the exception for what cannot be sent.
    pub fn fetch(&mut self, signal: &AbortSignal) -> Result<Promise, JsValue> {
        let Some(request) = &self.request else { return Ok(Promise::reject(&JsValue::UNDEFINED)) };
        fetch(self.under_way.insert(prepared(request, signal)?))
    }

    /// What was answered: `{ status, headers, body }`.
    ///
    /// # Errors
    /// A text that says what is wrong with it.
    pub fn answer(&mut self, reply: &JsValue) -> Result<(), JsValue> {
        self.under_way = None;
        self.flow.answer(Ok(response(reply)?));
        Ok(())
    }

    /// That there is no answer, by the word of an attempt for that: `not_sent`, `lost`, `unusable` or `withheld`.
    pub fn fail(&mut self, outcome: &str, reason: String) {
        self.under_way = None;
        self.flow.answer(Err(failure(outcome, reason)));
    }

    /// What became of the last attempt, once.
    pub fn seen(&mut self) -> JsValue {
        self.flow.seen().as_ref().map_or(JsValue::UNDEFINED, attempt::told)
    }
}

/// Makes a conversation end in JavaScript.
struct Told<F: digistore24::Flow> {
    flow: F,
    told: fn(F::Output) -> Result<JsValue, JsValue>,
}

impl<F: digistore24::Flow> digistore24::Flow for Told<F> {
    type Output = Result<JsValue, JsValue>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        match self.flow.step(now) {
            Step::Send(request) => Step::Send(request),
            Step::Wait(pause) => Step::Wait(pause),
            Step::Done(output) => Step::Done((self.told)(output)),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.flow.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.flow.seen()
    }
}
