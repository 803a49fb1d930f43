//! Asking for a key through a client.

use std::time::Duration;

use super::{Ticket, Wish};
use crate::call::Call;
use crate::client::Client;
use crate::flow::{Failure, Flow, Response, Step};
use crate::{Attempt, Error, Value};

/// A [`Wish`] on its way. It ends in a [`Ticket`].
///
/// A request whose answer was lost may be made again: what nobody approves becomes no key.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is run"]
pub struct Requesting(Call);

impl Wish {
    /// Prepares to ask for it through that client, which has a developer key.
    pub fn through(&self, client: &Client) -> Requesting {
        let problems = self.problems();
        Requesting(match problems.is_empty() {
            true => client.call_named(Wish::FUNCTION, self.parameters()),
            false => Call::refused(Wish::FUNCTION, problems),
        })
    }
}

impl Flow for Requesting {
    type Output = Result<Ticket, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        match self.0.step(now) {
            Step::Send(request) => Step::Send(request),
            Step::Wait(pause) => Step::Wait(pause),
            Step::Done(result) => Step::Done(result.and_then(|answer| {
                Ticket::read(&Value::from(answer.data())).map_err(|problem| Error::Shape {
                    function: Wish::FUNCTION.to_owned(),
                    problem,
                    answer: Box::new(answer),
                })
            })),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.0.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.0.seen()
    }
}
