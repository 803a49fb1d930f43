//! Giving up: what a signal of the caller's ends.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// A signal, listened to as long as this is there.
pub(crate) struct Signal(Option<Listening>);

struct Listening {
    signal: AbortSignal,
    /// Who wants to know.
    waiting: Rc<Cell<Option<Waker>>>,
    listener: Closure<dyn FnMut()>,
}

impl Signal {
    /// # Errors
    /// The reason, when the signal was given already.
    pub(crate) fn new(signal: Option<AbortSignal>) -> Result<Signal, JsValue> {
        let Some(signal) = signal else { return Ok(Signal(None)) };
        if signal.aborted() {
            return Err(reason(&signal));
        }
        let waiting = Rc::new(Cell::new(None::<Waker>));
        let woken = Rc::clone(&waiting);
        let listener = Closure::new(move || {
            if let Some(waker) = woken.take() {
                waker.wake();
            }
        });
        signal.add_event_listener_with_callback("abort", listener.as_ref().unchecked_ref())?;
        Ok(Signal(Some(Listening { signal, waiting, listener })))
    }

    /// What the work comes to.
    ///
    /// # Errors
    /// The reason, when the signal was given before. What is left of the work is dropped.
    pub(crate) async fn or<T>(&self, work: impl Future<Output = T>) -> Result<T, JsValue> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if let Some(Listening { signal, waiting, .. }) = &self.0 {
                if signal.aborted() {
                    return Poll::Ready(Err(reason(signal)));
                }
                waiting.set(Some(context.waker().clone()));
            }
            work.as_mut().poll(context).map(Ok)
        })
        .await
    }
}

/// Whoever uses one signal for many calls must not collect listeners.
impl Drop for Listening {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        let _ = self.signal.remove_event_listener_with_callback("abort", listener);
    }
}

fn reason(signal: &AbortSignal) -> JsValue {
    signal.reason()
}
