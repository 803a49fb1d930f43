//! A conversation made of calls, of which the next depends on what came of the last.

use std::fmt;
use std::time::Duration;

use crate::call::Call;
use crate::client::Client;
use crate::flow::{Failure, Flow, Response, Step};
use crate::key::redacted;
use crate::options::Options;
use crate::{Answer, Attempt, Error, PerCall, Problem, Time, Value, Zone};

/// A conversation made of calls, of which the next depends on what came of the last.
///
/// It knows neither client nor network, so that it can be led through any client: ask what to [call](Inquiry::ask), call
/// it, [tell](Inquiry::told) what came of it, ask again. In Rust, [`Inquiring`] leads it through a [`Client`].
pub trait Inquiry {
    /// What the conversation ends in.
    type Output;

    /// What to call now. Asking twice without telling gives the same, but for a pause: asking again says that it is over.
    fn ask(&mut self) -> Ask<Self::Output>;

    /// What came of the call.
    fn told(&mut self, outcome: Outcome);

    /// How long the call took, with all that was tried again, for those who reckon with it. It is said before what came of
    /// it is told.
    fn took(&mut self, _time: Duration) {}
}

/// What an [`Inquiry`] wants next.
#[derive(Clone, PartialEq)]
pub enum Ask<T> {
    /// Call this function, once, then tell what came of it.
    Call {
        /// The function, as the service names it.
        function: &'static str,
        /// Its parameters.
        parameters: Value,
        /// Another key for this call than that of the client.
        api_key: Option<String>,
    },
    /// Let this much time pass, then ask again.
    Wait(Duration),
    /// The conversation is over.
    Done(T),
}

impl<T: fmt::Debug> fmt::Debug for Ask<T> {
    /// Shows the names of parameters only, since their values may be licence keys, and of a key what may be shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ask::Call { function, parameters, api_key } => {
                let fields = if let Value::Map(fields) = parameters { fields.as_slice() } else { &[] };
                let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
                let mut call = f.debug_struct("Call");
                call.field("function", function).field("parameters", &names);
                if let Some(api_key) = api_key {
                    call.field("api_key", &redacted(api_key));
                }
                call.finish()
            }
            Ask::Wait(pause) => f.debug_tuple("Wait").field(pause).finish(),
            Ask::Done(output) => f.debug_tuple("Done").field(output).finish(),
        }
    }
}

/// What came of a call, as an [`Inquiry`] is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The service answered.
    Answered {
        /// The data of the answer.
        data: Value,
        /// The time on the service's clock, where the answer tells it.
        current_time: Option<Time>,
    },
    /// It did not, or declined.
    Failed {
        /// The kind of the error, as [`Error::kind`] names it.
        kind: String,
        /// The number that the service gave, if any.
        code: Option<i64>,
        /// What is said about it.
        message: String,
        /// Whether the call may have taken effect all the same.
        maybe_done: bool,
    },
}

impl Outcome {
    /// What came of a call of a [`Client`].
    pub fn of(result: &Result<Answer, Error>) -> Outcome {
        match result {
            Ok(answer) => Outcome::Answered {
                data: Value::from(answer.data()),
                current_time: answer.envelope().current_time().ok().flatten(),
            },
            Err(error) => {
                let code = if let Error::Refused { code, .. } = error { *code } else { None };
                let maybe_done = matches!(error, Error::Unanswered { maybe_done: true, .. });
                Outcome::Failed { kind: error.kind().to_owned(), code, message: error.to_string(), maybe_done }
            }
        }
    }

    /// The same by name, from a client in another language: `data` and `current_time`, or `kind`, `code`, `message` and
    /// `maybe_done`. A time or a number that is none is left out, so that an odd envelope does not hide what was said.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(told: &Value) -> Result<Outcome, Vec<Problem>> {
        crate::options::read_all(told, Outcome::from_options)
    }

    fn from_options(told: &mut Options<'_, '_>) -> Option<Outcome> {
        let Some(kind) = told.text("kind") else {
            let current_time = match told.value("current_time") {
                Some(Value::Text(text)) => Time::parse(text, Zone::Berlin).ok(),
                _ => None,
            };
            return Some(Outcome::Answered { data: told.value("data").cloned().unwrap_or_default(), current_time });
        };
        Some(Outcome::Failed {
            kind: kind.to_owned(),
            code: match told.value("code") {
                Some(Value::Integer(code)) => Some(*code),
                _ => None,
            },
            message: told.text("message").unwrap_or_default().to_owned(),
            maybe_done: told.flag("maybe_done").unwrap_or_default(),
        })
    }
}

/// An [`Inquiry`] led through a [`Client`], which is a [`Flow`].
///
/// What the service says or does not say is for the inquiry to judge. The flow only fails with [`Error::Params`] or
/// [`Error::Forbidden`], when a call makes no sense or is not allowed and was not sent. A call with a key that the inquiry
/// brought is for the inquiry to judge in every case: that key may be all there is.
pub struct Inquiring<I: Inquiry> {
    client: Client,
    inquiry: I,
    /// The call that is under way.
    call: Option<Call>,
    /// Whether it is made with a key of the inquiry's.
    with_its_key: bool,
    /// When the call that is under way began.
    began: Duration,
    /// When the pause that is under way ends.
    until: Option<Duration>,
    seen: Option<Attempt>,
}

impl<I: Inquiry> Inquiring<I> {
    /// Prepares to lead it through that client.
    pub fn new(client: &Client, inquiry: I) -> Inquiring<I> {
        Inquiring {
            client: client.clone(),
            inquiry,
            call: None,
            with_its_key: false,
            began: Duration::ZERO,
            until: None,
            seen: None,
        }
    }

    /// The inquiry, as far as it has come: to keep what it knows before a request leaves.
    pub fn inquiry(&self) -> &I {
        &self.inquiry
    }

    /// The inquiry, as far as it has come.
    pub fn into_inner(self) -> I {
        self.inquiry
    }
}

/// The call, through the client or through one that is like it but for its key.
fn called(client: &Client, function: &str, parameters: Value, api_key: Option<String>) -> Call {
    let Some(api_key) = api_key else { return client.call_named(function, parameters) };
    match client.with(&PerCall { api_key: Some(api_key), ..PerCall::default() }) {
        Ok(client) => client.call_named(function, parameters),
        Err(error) => Call::over(error),
    }
}

impl<I: Inquiry> Flow for Inquiring<I> {
    type Output = Result<I::Output, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        loop {
            match self.until {
                Some(until) if now < until => return Step::Wait(until.saturating_sub(now)),
                _ => self.until = None,
            }
            let call = match self.call.as_mut() {
                Some(call) => call,
                None => match self.inquiry.ask() {
                    Ask::Done(output) => return Step::Done(Ok(output)),
                    Ask::Wait(pause) => {
                        self.until = Some(now.saturating_add(pause));
                        continue;
                    }
                    Ask::Call { function, parameters, api_key } => {
                        self.with_its_key = api_key.is_some();
                        self.began = now;
                        self.call.insert(called(&self.client, function, parameters, api_key))
                    }
                },
            };
            let step = call.step(now);
            self.seen = call.seen().or(self.seen.take());
            match step {
                Step::Send(request) => return Step::Send(request),
                Step::Wait(pause) => return Step::Wait(pause),
                Step::Done(Err(error @ (Error::Params { .. } | Error::Forbidden { .. }))) if !self.with_its_key => {
                    return Step::Done(Err(error));
                }
                Step::Done(result) => {
                    self.call = None;
                    self.inquiry.took(now.saturating_sub(self.began));
                    self.inquiry.told(Outcome::of(&result));
                }
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        if let Some(call) = &mut self.call {
            call.answer(reply);
        }
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.seen.take()
    }
}

impl<I: Inquiry + fmt::Debug> fmt::Debug for Inquiring<I> {
    /// Shows no parameters of the call: their values may be licence keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut inquiring = f.debug_struct("Inquiring");
        inquiring.field("inquiry", &self.inquiry).field("is_calling", &self.call.is_some()).finish_non_exhaustive()
    }
}
