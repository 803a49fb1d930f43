//! Making a connection through a client.

use std::time::Duration;

use super::Setup;
use crate::call::Call;
use crate::client::Client;
use crate::flow::{Failure, Flow, Response, Step};
use crate::inquiry::{Ask, Inquiry, Outcome};
use crate::{Answer, Attempt, Error};

/// A [`Setup`] led through a [`Client`]. It ends in what `ipnSetup` answers, in what a call failed with, or in
/// [`Error::Params`] where nothing was changed.
#[derive(Clone, Debug)]
pub struct Connecting {
    client: Client,
    setup: Setup,
    /// The call that is under way, or the last one.
    call: Call,
    is_over: bool,
    seen: Option<Attempt>,
}

impl Setup {
    /// Prepares to make the connection through that client.
    pub fn through(self, client: &Client) -> Connecting {
        // Stands there until it is known what comes first.
        let call = Call::refused(Setup::FUNCTION, Vec::new());
        let mut connecting = Connecting { client: client.clone(), setup: self, call, is_over: false, seen: None };
        connecting.go_on();
        connecting
    }
}

impl Connecting {
    /// On to the next call, or to the end.
    fn go_on(&mut self) {
        match self.setup.ask() {
            Ask::Call { function, parameters, .. } => self.call = self.client.call_named(function, parameters),
            // It has nothing to wait for.
            Ask::Wait(_) => self.is_over = true,
            Ask::Done(outcome) => {
                self.is_over = true;
                if let Err(problems) = outcome {
                    self.call = Call::refused(Setup::FUNCTION, problems);
                }
            }
        }
    }
}

impl Flow for Connecting {
    type Output = Result<Answer, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        loop {
            let step = self.call.step(now);
            self.seen = self.call.seen().or(self.seen.take());
            match step {
                Step::Done(result) if !self.is_over => {
                    self.setup.told(Outcome::of(&result));
                    self.go_on();
                }
                step => return step,
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.call.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.seen.take()
    }
}
