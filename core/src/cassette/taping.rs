//! A host with a cassette in between.

use std::time::Duration;

use super::Cassette;
use crate::{Attempt, Failure, Host, Request, Response};

/// A [`Host`] with a [`Cassette`] in between: what it plays is not sent, what is sent is recorded.
#[derive(Debug)]
pub struct Taping<'a, H> {
    cassette: &'a mut Cassette,
    host: &'a mut H,
    epoch: Duration,
}

impl<'a, H: Host> Taping<'a, H> {
    /// Puts a cassette in between. `moment` is the time now, counted from the beginning of 1970 in UTC: exchanges are
    /// dated by it.
    pub fn new(cassette: &'a mut Cassette, host: &'a mut H, moment: Duration) -> Taping<'a, H> {
        let epoch = moment.saturating_sub(host.now());
        Taping { cassette, host, epoch }
    }
}

impl<H: Host> Host for Taping<'_, H> {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        if let Some(reply) = self.cassette.play(&request) {
            return reply;
        }
        let began = self.host.now();
        let reply = self.host.send(request.clone());
        let took = self.host.now().saturating_sub(began);
        self.cassette.record(&request, &reply, self.epoch.saturating_add(began), took);
        reply
    }

    fn wait(&mut self, pause: Duration) {
        self.host.wait(pause);
    }

    fn now(&self) -> Duration {
        self.host.now()
    }

    fn seen(&mut self, attempt: Attempt) {
        self.host.seen(attempt);
    }
}
