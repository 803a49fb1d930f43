//! The run loop.

use std::rc::Rc;
use std::time::Duration;

use digistore24::{Attempt, Failure, Flow, Problem, Response, Step};
use gloo_timers::future::sleep;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::AbortSignal;

use crate::attempt::told;
use crate::js::get;
use crate::options;
use crate::send::{LONGEST, Sender};
use crate::signal::Signal;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds by a clock that only goes forward.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

#[wasm_bindgen(raw_module = "../attempt.js")]
extern "C" {
    /// Tells somebody who must not disturb.
    fn hear(listener: &Function, attempt: JsValue);
}

/// The clock of all conversations, which share their budgets.
pub(crate) fn now() -> Duration {
    Duration::from_micros((performance_now() * 1000.0) as u64)
}

/// What conversations need beside themselves.
pub(crate) struct Host {
    sender: Sender,
    /// Hears what became of each attempt.
    listener: Option<Function>,
}

impl Host {
    /// From the options `send` and `onAttempt`. What is wrong joins the problems.
    pub(crate) fn new(send: JsValue, on_attempt: JsValue, problems: &mut Vec<Problem>) -> Host {
        Host {
            sender: Sender::new(send, problems),
            listener: options::function("onAttempt", on_attempt, "a function of an attempt", problems),
        }
    }

    /// Tells what became of an attempt.
    pub(crate) fn hear(&self, attempt: Option<Attempt>) {
        if let (Some(listener), Some(attempt)) = (&self.listener, attempt) {
            hear(listener, told(attempt));
        }
    }
}

/// Runs a conversation to its end, or until it is given up, and promises what becomes of that in JavaScript.
pub(crate) fn promise<F: Flow + 'static>(
    flow: Result<F, JsValue>,
    host: &Rc<Host>,
    signal: Option<AbortSignal>,
    told: fn(F::Output) -> Result<JsValue, JsValue>,
) -> Promise {
    match flow {
        Ok(flow) => drive(Box::new(Told { flow, told }), Rc::clone(host), signal),
        Err(error) => Promise::reject(&error),
    }
}

/// A conversation that ends in JavaScript.
type Ending = dyn Flow<Output = Result<JsValue, JsValue>>;

/// One loop for all conversations: each of its kind would weigh about a kilobyte.
fn drive(mut flow: Box<Ending>, host: Rc<Host>, signal: Option<AbortSignal>) -> Promise {
    future_to_promise(async move {
        let signal = Signal::new(signal)?;
        loop {
            let step = flow.step(now());
            host.hear(flow.seen());
            match step {
                Step::Send(request) => match signal.or(host.sender.send(&request)).await {
                    Ok(reply) => flow.answer(reply),
                    Err(reason) => return Err(given_up(flow, &host, reason)),
                },
                // As long as timers go; whoever wakes too early is told the rest.
                Step::Wait(pause) => signal.or(sleep(pause.min(LONGEST))).await?,
                Step::Done(output) => return output,
            }
        }
    })
}

/// What a conversation throws that was given up while an answer was on its way: the reason, or, where it may have taken
/// effect in a way that a repetition would double, an exception that says so.
fn given_up(mut flow: Box<Ending>, host: &Host, reason: JsValue) -> JsValue {
    flow.answer(Err(Failure::Lost("the call was given up".to_owned())));
    let step = flow.step(now());
    host.hear(flow.seen().map(|attempt| Attempt { again_in: None, ..attempt }));
    match step {
        Step::Done(Err(error)) if get(&error, "maybeDone") == JsValue::TRUE => {
            // Nothing refuses on an object just made.
            let _ = js_sys::Reflect::set(&error, &"cause".into(), &reason);
            error
        }
        _ => reason,
    }
}

/// Makes a conversation end in JavaScript.
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
