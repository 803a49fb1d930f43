//! One function call: a request, an answer, and what to make of it.

use std::fmt;
use std::marker::PhantomData;

use crate::Zone;
use crate::answer::{Answer, Reader};
use crate::client::Key;
use crate::error::{Error, Problem};
use crate::flow::{Failure, Flow, Request, Response, Step};
use crate::wire::send::Function;
use crate::wire::view::View;
use crate::wire::{Repeat, Spec};

/// One call of one function.
#[derive(Clone)]
pub struct Call {
    reader: Reader,
    key: Key,
    state: State,
}

#[derive(Clone)]
enum State {
    Ready(Request),
    Over(Result<Answer, Error>),
}

impl Call {
    pub(crate) fn new(
        function: &str,
        spec: Option<&'static Spec>,
        many: Option<bool>,
        zone: Option<Zone>,
        key: Key,
        request: Request,
    ) -> Call {
        let reader = Reader { function: function.to_owned(), spec, many, zone };
        Call { reader, key, state: State::Ready(request) }
    }

    pub(crate) fn refused(function: &str, problems: Vec<Problem>) -> Call {
        let error = Error::Params { function: function.to_owned(), problems };
        let reader = Reader { function: function.to_owned(), spec: None, many: None, zone: None };
        Call { reader, key: Key::default(), state: State::Over(Err(error)) }
    }

    /// The name of the function.
    pub fn function(&self) -> &str {
        &self.reader.function
    }

    fn may_double(&self) -> bool {
        self.reader.spec.is_none_or(|spec| spec.repeat == Repeat::Once)
    }

    fn outcome(&self, reply: Result<Response, Failure>) -> Result<Answer, Error> {
        let unanswered = |reason: &str, maybe_done| Error::Unanswered {
            function: self.reader.function.clone(),
            reason: self.key.scrub(reason),
            maybe_done,
        };
        let response = match reply {
            Ok(response) => response,
            Err(Failure::NotSent(reason)) => return Err(unanswered(&reason, false)),
            Err(Failure::Lost(reason)) => return Err(unanswered(&reason, self.may_double())),
        };
        match self.reader.read(response, &self.key) {
            // A gateway's error page, or half an answer, says nothing about what the service did.
            Err(Error::Garbled { status, reason, excerpt, .. })
                if self.may_double() && !(300..500).contains(&status) =>
            {
                let excerpt = if excerpt.is_empty() { excerpt } else { format!("; it begins {excerpt:?}") };
                Err(unanswered(&format!("unreadable answer (HTTP {status}): {reason}{excerpt}"), true))
            }
            result => result,
        }
    }
}

impl Flow for Call {
    type Output = Result<Answer, Error>;

    fn step(&mut self) -> Step<Self::Output> {
        match &self.state {
            State::Ready(request) => Step::Send(request.clone()),
            State::Over(result) => Step::Done(result.clone()),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        if matches!(self.state, State::Ready(_)) {
            self.state = State::Over(self.outcome(reply));
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut call = f.debug_struct("Call");
        call.field("function", &self.reader.function);
        match &self.state {
            State::Ready(request) => call.field("request", request),
            State::Over(result) => call.field("result", result),
        }
        .finish()
    }
}

/// A call whose answer is read as the type the catalogue names.
#[derive(Clone, Debug)]
pub struct Typed<F> {
    call: Call,
    function: PhantomData<fn() -> F>,
}

impl<F: Function> Typed<F> {
    pub(crate) fn new(call: Call) -> Typed<F> {
        Typed { call, function: PhantomData }
    }

    /// The same call with the whole [`Answer`] as its result: envelope, raw text, business failure.
    pub fn untyped(self) -> Call {
        self.call
    }
}

impl<F: Function> Flow for Typed<F> {
    type Output = Result<<F::Answer as View>::Out, Error>;

    fn step(&mut self) -> Step<Self::Output> {
        match self.call.step() {
            Step::Send(request) => Step::Send(request),
            Step::Wait(pause) => Step::Wait(pause),
            Step::Done(result) => Step::Done(result.and_then(|answer| answer.view::<F::Answer>())),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.call.answer(reply);
    }
}
