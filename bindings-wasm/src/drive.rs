//! The run loop.

use std::rc::Rc;
use std::time::Duration;

use digistore24::{Attempt, Failure, Flow, Response, Step};
use gloo_timers::future::sleep;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::send::Sender;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds by a clock that only goes forward.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// The clock of all conversations, which share their budgets.
pub(crate) fn now() -> Duration {
    Duration::try_from_secs_f64(performance_now() / 1000.0).unwrap_or_default()
}

/// Runs a conversation to its end, and promises what becomes of that in JavaScript.
pub(crate) fn promise<F: Flow + 'static>(
    flow: Result<F, JsValue>,
    sender: &Rc<Sender>,
    told: fn(F::Output) -> Result<JsValue, JsValue>,
) -> Promise {
    match flow {
        Ok(flow) => drive(Box::new(Told { flow, told }), Rc::clone(sender)),
        Err(error) => Promise::reject(&error),
    }
}

/// One loop for all conversations: each of its kind would weigh about a kilobyte.
fn drive(mut flow: Box<dyn Flow<Output = Result<JsValue, JsValue>>>, sender: Rc<Sender>) -> Promise {
    future_to_promise(async move {
        loop {
            match flow.step(now()) {
                Step::Send(request) => flow.answer(sender.send(&request).await),
                Step::Wait(pause) => sleep(pause).await,
                Step::Done(output) => return output,
            }
        }
    })
}

/// A conversation that ends in JavaScript.
struct Told<F: Flow> {
    flow: F,
    told: fn(F::Output) -> Result<JsValue, JsValue>,
}

impl<F: Flow> Flow for Told<F> {
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
