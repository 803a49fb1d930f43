//! A conversation with the service that does no I/O of its own.

use std::fmt;
use std::time::Duration;

use crate::{Attempt, Redaction};

/// A conversation with the service that does no I/O of its own.
///
/// Ask for a [`step`](Flow::step), do it, ask again. After [`Step::Send`], hand over what came of it with
/// [`answer`](Flow::answer). Asking twice without answering gives the same step; an answer nobody asked for is ignored.
///
/// `now` is a clock of the host that only goes forward, from any beginning: only differences count. A clock that stands
/// still never gets past a [`Step::Wait`].
pub trait Flow {
    /// What the conversation ends in.
    type Output;

    /// What to do now.
    fn step(&mut self, now: Duration) -> Step<Self::Output>;

    /// What came of the last [`Step::Send`].
    fn answer(&mut self, reply: Result<Response, Failure>);

    /// What became of the last attempt, told once, after the step that followed it. For logs; nothing depends on it, and
    /// a host that keeps none need not ask.
    fn seen(&mut self) -> Option<Attempt>;

    /// Runs the conversation to its end on a host that blocks.
    fn run(mut self, host: &mut impl Host) -> Self::Output
    where
        Self: Sized,
    {
        loop {
            let step = self.step(host.now());
            if let Some(attempt) = self.seen() {
                host.seen(attempt);
            }
            match step {
                Step::Send(request) => self.answer(host.send(request)),
                Step::Wait(pause) => host.wait(pause),
                Step::Done(output) => return output,
            }
        }
    }
}

/// What a blocking host has to be able to do. [`Sandbox`](crate::sandbox::Sandbox) is one, for tests and examples.
pub trait Host {
    /// Sends a request and waits for the answer, without following redirects.
    ///
    /// # Errors
    /// [`Failure::NotSent`] only when it is certain that nothing left this machine.
    fn send(&mut self, request: Request) -> Result<Response, Failure>;

    /// Lets time pass.
    fn wait(&mut self, pause: Duration);

    /// A clock that only goes forward, from any beginning.
    fn now(&self) -> Duration;

    /// Hears what became of each attempt, for logs.
    fn seen(&mut self, attempt: Attempt) {
        let _ = attempt;
    }
}

/// What the host has to do next.
#[derive(Clone, Debug)]
pub enum Step<T> {
    /// Send this, without following redirects, then call [`Flow::answer`].
    Send(Request),
    /// Let this much time pass, then ask again.
    Wait(Duration),
    /// The conversation is over.
    Done(T),
}

/// How a request is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Looks at a page. There is no body.
    Get,
    /// Sends a form.
    Post,
}

impl Method {
    /// `GET` or `POST`.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

/// A request to send. Calls of the service are always a POST of a form; only a [`Doctor`](crate::ipn::Doctor) also GETs.
///
/// Its `Debug` form hides the key, and keys and passphrases among the parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The address. Never carries a secret.
    pub url: String,
    /// The headers to set. `Content-Length` is the host's to add to a POST, also when the body is empty: without it the
    /// service answers 411 (seen in November 2025).
    pub headers: Vec<(&'static str, String)>,
    /// The body of a POST, `application/x-www-form-urlencoded`. A GET has none, and this is empty.
    pub body: String,
    /// How long the whole exchange may take; `None` for as long as the host likes. When the time is over, the host lets
    /// go of the connection and reports [`Failure::Lost`].
    pub timeout: Option<Duration>,
    /// How many bytes the body of the answer may have once it is decompressed. The host stops reading there, and reports
    /// [`Failure::Unusable`].
    pub most_bytes: u64,
}

/// The header that carries the key.
pub(crate) const KEY_HEADER: &str = "X-DS-API-KEY";

impl Request {
    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The name of the function: what stands behind `/api/call/`.
    pub fn function(&self) -> &str {
        match self.url.split_once("/api/call/") {
            Some((_, name)) => name,
            None => self.url.rsplit('/').next().unwrap_or_default(),
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| (*name, if *name == KEY_HEADER { crate::key::redacted(value) } else { value.clone() }))
            .collect();
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &headers)
            .field("body", &Redaction::default().shown(self))
            .finish()
    }
}

/// What the service answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers, as they came.
    pub headers: Vec<(String, String)>,
    /// The body, decompressed.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing left this machine, in words.
    NotSent(String),
    /// Nothing left this machine, in words, and nothing would if it were tried again: a
    /// [`Cassette`](crate::cassette::Cassette) that only replays does not hold this exchange.
    Withheld(String),
    /// It was sent, or may have been, and no answer came, in words. When in doubt, this one.
    Lost(String),
    /// An answer came that this machine does not take, in words: it is larger than [`Request::most_bytes`]. Asking again
    /// would bring it again.
    Unusable(String),
}
