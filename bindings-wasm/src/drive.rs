//! The run loop.

use digistore24::{Flow, Step};
use gloo_timers::future::sleep;

use crate::send::Sender;

/// Runs a conversation to its end.
pub(crate) async fn drive<F: Flow>(mut flow: F, sender: &Sender) -> F::Output {
    loop {
        match flow.step() {
            Step::Send(request) => flow.answer(sender.send(&request).await),
            Step::Wait(pause) => sleep(pause).await,
            Step::Done(output) => return output,
        }
    }
}
