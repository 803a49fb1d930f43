//! One function call: a request, an answer, and what to make of it.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use crate::Zone;
use crate::answer::{Answer, Reader};
use crate::client::Key;
use crate::error::{Error, Problem};
use crate::flow::{Failure, Flow, Request, Response, Step};
use crate::wire::send::Function;
use crate::wire::view::View;
use crate::wire::{Repeat, Spec};

/// Statuses of pages that say the request was turned away before anything came of it: redirects that ask for the same
/// request elsewhere, and refusals of the request as such. Neither 302 and 303, which may follow the work, nor 408.
const NOT_CARRIED_OUT: &[u16] = &[301, 307, 308, 400, 401, 403, 404, 405, 411, 413, 414, 415, 429, 431];

/// What an answer of the service begins with, however it ends.
const ENVELOPE: &[u8] = b"api_version";

/// One call of one function. It does nothing until it is [run](Flow::run), or stepped through.
#[derive(Clone)]
#[must_use = "a call does nothing until it is run"]
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
        let from_the_service = response.body.windows(ENVELOPE.len()).any(|bytes| bytes == ENVELOPE);
        match self.reader.read(response, &self.key) {
            // The service broke down on the way; how far it came is unknown.
            Err(Error::Refused { code, message, status, .. })
                if self.may_double()
                    && (matches!(code, Some(0 | 11)) || status >= 500 && !matches!(code, Some(2..=4))) =>
            {
                let code = code.map(|code| format!(" (code {code})")).unwrap_or_default();
                Err(unanswered(&format!("the service failed (HTTP {status}){code}: {message}"), true))
            }
            // A gateway's error page, or half an answer, says nothing about what the service did.
            Err(Error::Garbled { status, reason, excerpt, .. })
                if self.may_double() && (!NOT_CARRIED_OUT.contains(&status) || from_the_service) =>
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
#[must_use = "a call does nothing until it is run"]
pub struct Typed<F> {
    call: Call,
    function: PhantomData<fn() -> F>,
}

impl<F: Function> Typed<F> {
    pub(crate) fn new(call: Call) -> Typed<F> {
        Typed { call, function: PhantomData }
    }

    /// The same call with the untyped [`Answer`] as its result.
    pub fn untyped(self) -> Call {
        self.call
    }
}

impl<F: Function> Flow for Typed<F> {
    type Output = Result<Reply<<F::Answer as View>::Out>, Error>;

    fn step(&mut self) -> Step<Self::Output> {
        match self.call.step() {
            Step::Send(request) => Step::Send(request),
            Step::Wait(pause) => Step::Wait(pause),
            Step::Done(result) => Step::Done(result.and_then(|answer| {
                let view = answer.view::<F::Answer>()?;
                Ok(Reply { view, answer })
            })),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.call.answer(reply);
    }
}

/// The answer to a call with typed parameters: the type the catalogue names, and the [`Answer`] it is read from.
///
/// ```
/// use digistore24::{Client, Flow, catalogue::billing::RefundTransaction, sandbox::Sandbox};
///
/// let mut sandbox = Sandbox::new();
/// let client = Client::new(sandbox.api_key())?;
/// let refund = || RefundTransaction { transaction_id: "90000001".into(), ..Default::default() };
/// assert_eq!(client.call(refund()).run(&mut sandbox)?.failure(), None);
/// let again = client.call(refund()).run(&mut sandbox)?;
/// assert_eq!(again.failure().as_deref(), Some("status: error"));
/// assert_eq!(again.modified()?, Some(false));
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reply<T> {
    view: T,
    answer: Answer,
}

impl<T> Reply<T> {
    /// The whole answer: envelope, raw text, data without types.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// What failed although the call succeeded: see [`Answer::failure`].
    pub fn failure(&self) -> Option<String> {
        self.answer.failure()
    }

    /// The typed part alone.
    pub fn into_inner(self) -> T {
        self.view
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.view
    }
}
