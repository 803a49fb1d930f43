//! Stories against the service in memory, told through the real client.

mod access;
mod affiliates;
mod aftercare;
mod arguments;
mod assumptions;
mod books;
mod charging;
mod control;
mod deliveries;
mod every;
mod faults;
mod forms;
mod fulfilment;
mod lives;
mod model;
mod notifications;
mod occasions;
mod orders;
mod plans;
mod proofs;
mod scenarios;
mod server;
mod shelves;
mod shipping;
mod shop;
mod snapshots;
mod upgrades;

use std::time::Duration;

use digistore24::sandbox::Sandbox;
use digistore24::{Amount, Answer, Client, Error, Flow, Function, Host, Step, Value, View};

type Out<F> = <<F as Function>::Answer as View>::Out;

/// A client and the service it talks to.
struct Story {
    sandbox: Sandbox,
    client: Client,
}

impl Story {
    fn new() -> Story {
        let sandbox = Sandbox::new();
        let client = Client::new(sandbox.api_key()).unwrap();
        Story { sandbox, client }
    }

    fn with_key(key: impl Fn(&Sandbox) -> &str) -> Story {
        let sandbox = Sandbox::new();
        let client = Client::new(key(&sandbox)).unwrap();
        Story { sandbox, client }
    }

    fn try_call<F: Function>(&mut self, call: F) -> Result<Out<F>, Error> {
        drive(&mut self.sandbox, self.client.call(call)).map(digistore24::Reply::into_inner)
    }

    fn call<F: Function>(&mut self, call: F) -> Out<F> {
        self.try_call(call).unwrap()
    }

    fn answer<F: Function>(&mut self, call: F) -> Answer {
        drive(&mut self.sandbox, self.client.call(call).untyped()).unwrap()
    }

    /// A call whose arguments nobody checks before they are sent.
    fn raw(&mut self, function: &str, arguments: Value) -> Result<Answer, Error> {
        drive(&mut self.sandbox, self.client.raw(function, arguments))
    }
}

fn drive<F: Flow>(sandbox: &mut Sandbox, mut flow: F) -> F::Output {
    loop {
        match flow.step(Duration::ZERO) {
            Step::Send(request) => flow.answer(sandbox.send(request)),
            Step::Wait(_) => {}
            Step::Done(output) => return output,
        }
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> (Option<i64>, String, u16) {
    match result {
        Err(Error::Refused { code, message, status, .. }) => (code, message, status),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn amount(text: &str) -> Option<Amount> {
    Some(text.parse().unwrap())
}

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}
