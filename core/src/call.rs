//! One function call: a request, an answer, and what to make of it.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::time::Duration;

use crate::answer::{Answer, Reader};
use crate::attempt::{Attempt, outcome};
use crate::error::{Error, Problem};
use crate::flow::{Failure, Flow, Method, Request, Response, Step};
use crate::permission::Keyed;
use crate::retry::scattered;
use crate::wire::Repeat;
use crate::wire::send::Function;
use crate::wire::view::View;
use crate::{Budget, Permission, Preview, Redaction, Retry, Time, Tried, Trouble};

/// Statuses of pages that say the request was turned away before anything came of it: redirects that ask for the same
/// request elsewhere, and refusals of the request as such. Neither 302 and 303, which may follow the work, nor 408.
const NOT_CARRIED_OUT: &[u16] = &[301, 307, 308, 400, 401, 403, 404, 405, 411, 413, 414, 415, 429, 431];

/// What an answer of the service begins with, however it ends.
const ENVELOPE: &[u8] = b"api_version";

/// One call of one function, with as many attempts as its [`Retry`] allows. It does nothing until it is
/// [run](Flow::run), or stepped through.
#[derive(Clone)]
#[must_use = "a call does nothing until it is run"]
pub struct Call {
    reader: Reader,
    keyed: Keyed,
    request: Request,
    trying: Trying,
    /// When the first attempt was due.
    began: Option<Duration>,
    attempt: u32,
    state: State,
    seen: Option<Attempt>,
}

/// How a call is tried.
#[derive(Clone, Default)]
pub(crate) struct Trying {
    pub(crate) retry: Retry,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) budget: Option<Budget>,
    pub(crate) seed: u64,
    /// Whether bodies are reported.
    pub(crate) bodies: bool,
    /// What is left out of bodies and previews.
    pub(crate) redaction: Redaction,
}

#[derive(Clone)]
enum State {
    /// An attempt is due from then on, once its turn has come.
    Due(Duration),
    /// Its turn comes then.
    At(Duration),
    /// It was handed to the host then.
    Sent(Duration, Option<Result<Response, Failure>>),
    Over(Result<Answer, Error>),
}

impl Call {
    pub(crate) fn new(reader: Reader, keyed: Keyed, request: Request, trying: Trying) -> Call {
        Call { reader, keyed, request, trying, began: None, attempt: 1, state: State::Due(Duration::ZERO), seen: None }
    }

    /// A call that ended before it began.
    pub(crate) fn over(error: Error) -> Call {
        let function = match &error {
            Error::Params { function, .. } | Error::Forbidden { function, .. } => function.clone(),
            _ => String::new(),
        };
        let reader = Reader { function, spec: None, many: None, zone: None };
        let nothing = Request {
            method: Method::Post,
            url: String::new(),
            headers: Vec::new(),
            body: String::new(),
            timeout: None,
            most_bytes: 0,
        };
        Call { state: State::Over(Err(error)), ..Call::new(reader, Keyed::default(), nothing, Trying::default()) }
    }

    pub(crate) fn refused(function: &str, problems: Vec<Problem>) -> Call {
        Call::over(Error::Params { function: function.to_owned(), problems })
    }

    /// The name of the function.
    pub fn function(&self) -> &str {
        &self.reader.function
    }

    /// What would be sent, without sending it: see [`Preview`].
    ///
    /// # Errors
    /// What the call itself would end in before anything is sent: [`Error::Params`] or [`Error::Forbidden`].
    pub fn preview(&self) -> Result<Preview, Error> {
        match &self.state {
            State::Over(Err(error)) => Err(error.clone()),
            _ => Ok(Preview::of(&self.request, &self.trying.redaction)),
        }
    }

    /// The time that is left for the call as a whole.
    fn left(&self, now: Duration) -> Option<Duration> {
        let spent = now.saturating_sub(self.began.unwrap_or(now));
        self.trying.total_timeout.map(|total| total.saturating_sub(spent))
    }

    /// The end of a call whose time is over before another attempt begins.
    fn too_late(&self) -> State {
        let reason = match self.attempt {
            1 => "its time is over before its turn comes; nothing was sent".to_owned(),
            attempt => format!("its time is over before its turn comes again; attempts so far: {}", attempt - 1),
        };
        State::Over(Err(Error::Unanswered { function: self.reader.function.clone(), reason, maybe_done: false }))
    }

    /// What the attempt came to, and whether there is another one.
    fn judge(&mut self, sent_at: Duration, reply: Result<Response, Failure>, now: Duration) -> State {
        let response = reply.as_ref().ok();
        let status = response.map(|response| response.status);
        let bytes = response.map_or(0, |response| response.body.len());
        let retry_after = response.and_then(retry_after);
        let failure = reply.as_ref().err().cloned();
        let bodies = self.trying.bodies.then_some(&self.trying.redaction);
        let sent = bodies.map(|redaction| redaction.shown(&self.request));
        let received = bodies.zip(response).map(|(redaction, reply)| redaction.received(&self.request, &reply.body));
        let is_empty = response.is_some_and(|response| response.body.trim_ascii().is_empty());
        let (trouble, result) = self.outcome(reply, is_empty);
        let again_in = trouble.and_then(|trouble| {
            self.trying.retry.next(&Tried {
                repeatable: !self.may_double(),
                trouble,
                attempt: self.attempt,
                retry_after,
                left: self.left(now),
                chance: scattered(self.trying.seed.wrapping_add(u64::from(self.attempt))),
            })
        });
        if let (Some(budget), Some(trouble)) = (&self.trying.budget, trouble)
            && trouble.is_too_many()
        {
            let Retry { first, longest, .. } = self.trying.retry;
            let pause = again_in.max(retry_after).unwrap_or(first).min(longest);
            budget.pause(&self.keyed.key, now.saturating_add(pause));
        }
        self.seen = Some(Attempt {
            function: self.reader.function.clone(),
            attempt: self.attempt,
            duration: now.saturating_sub(sent_at),
            outcome: outcome(failure.as_ref(), &result),
            status,
            code: if let Err(Error::Refused { code, .. }) = &result { *code } else { None },
            rows: None,
            bytes_sent: self.request.body.len(),
            bytes,
            failure: None,
            reason: reason(&result),
            maybe_done: matches!(result, Err(Error::Unanswered { maybe_done: true, .. })),
            again_in,
            sent,
            received,
        });
        match again_in {
            Some(pause) => {
                self.attempt += 1;
                State::Due(now.saturating_add(pause))
            }
            None => {
                self.learn(&result);
                State::Over(result.map_err(|error| self.told(error, retry_after)))
            }
        }
    }

    /// What `getUserInfo` says of the key.
    fn learn(&self, result: &Result<Answer, Error>) {
        if let Ok(answer) = result
            && self.reader.function == "getUserInfo"
            && let Some(record) = answer.record()
            && let Some(word) = record.get("api_key_permissions")
            && let Some(word) = word.as_text().filter(|word| !word.trim().is_empty())
        {
            self.keyed.learn(Permission::of(word));
        }
    }

    /// The error with what the attempts add to it.
    fn told(&self, mut error: Error, retry_after: Option<Duration>) -> Error {
        if let Error::Unanswered { reason, .. } | Error::Garbled { reason, .. } = &mut error {
            if self.attempt > 1 {
                reason.push_str(&format!(" ({} attempts)", self.attempt));
            }
            if let Some(pause) = retry_after {
                reason.push_str(&format!("; the service asks to come back in {} s", pause.as_secs()));
            }
        }
        error
    }

    fn may_double(&self) -> bool {
        self.reader.spec.is_none_or(|spec| spec.repeat == Repeat::Once)
    }

    /// What a reply comes to, and what kind of trouble it was.
    fn outcome(&self, reply: Result<Response, Failure>, is_empty: bool) -> (Option<Trouble>, Result<Answer, Error>) {
        let unanswered = |reason: &str, maybe_done| Error::Unanswered {
            function: self.reader.function.clone(),
            reason: self.keyed.key.scrub(reason),
            maybe_done,
        };
        let response = match reply {
            Ok(response) => response,
            Err(Failure::NotSent(reason)) => return (Some(Trouble::NotSent), Err(unanswered(&reason, false))),
            Err(Failure::Withheld(reason)) => return (Some(Trouble::Unusable), Err(unanswered(&reason, false))),
            Err(Failure::Lost(reason)) => return (Some(Trouble::Lost), Err(unanswered(&reason, self.may_double()))),
            Err(Failure::Unusable(reason)) => {
                return (Some(Trouble::Unusable), Err(unanswered(&reason, self.may_double())));
            }
        };
        let from_the_service = response.body.windows(ENVELOPE.len()).any(|bytes| bytes == ENVELOPE);
        let result = self.reader.read(response, &self.keyed.key);
        let trouble = match &result {
            Err(Error::Refused { code, status, .. }) => Some(Trouble::Refused { status: *status, code: *code }),
            Err(Error::Garbled { status, .. }) => Some(Trouble::Garbled { status: *status, is_empty }),
            _ => None,
        };
        let result = match result {
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
        };
        (trouble, result)
    }
}

/// Why there is no answer, without anything of a body.
fn reason(result: &Result<Answer, Error>) -> Option<String> {
    match result {
        Err(Error::Refused { message, .. }) => Some(message.clone()),
        Err(Error::Garbled { reason, .. }) => Some(reason.clone()),
        Err(Error::Unanswered { reason, .. }) => {
            Some(reason.split("; it begins").next().unwrap_or_default().to_owned())
        }
        _ => None,
    }
}

/// How long the service asks to wait: a number of seconds, or a moment, which counts from the moment of the answer.
fn retry_after(response: &Response) -> Option<Duration> {
    let header = |wanted: &str| {
        let (_, value) = response.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
        Some(value.trim())
    };
    let value = header("retry-after")?;
    let seconds = value.parse().ok().or_else(|| {
        let (until, now) = (Time::unix_seconds_of_http(value)?, Time::unix_seconds_of_http(header("date")?)?);
        Some(until.saturating_sub(now).max(0).unsigned_abs())
    });
    seconds.map(Duration::from_secs)
}

impl Flow for Call {
    type Output = Result<Answer, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        loop {
            let next = match &mut self.state {
                State::Due(then) | State::At(then) if now < *then => return Step::Wait(then.saturating_sub(now)),
                State::Due(_) => {
                    self.began.get_or_insert(now);
                    let left = self.left(now);
                    let turn = match &self.trying.budget {
                        Some(budget) => budget.take(&self.keyed.key, now, left),
                        None => Some(Duration::ZERO).filter(|_| left != Some(Duration::ZERO)),
                    };
                    turn.map_or_else(|| self.too_late(), |turn| State::At(now.saturating_add(turn)))
                }
                State::At(_) => {
                    let budget = self.trying.budget.as_ref();
                    if self.left(now) == Some(Duration::ZERO) {
                        // The host has slept longer than it was told. What is sent without time for an answer is lost.
                        self.too_late()
                    } else if budget.is_some_and(|budget| budget.is_closed(&self.keyed.key, now)) {
                        State::Due(now)
                    } else {
                        State::Sent(now, None)
                    }
                }
                State::Sent(_, None) => {
                    let left = self.left(now);
                    let mut request = self.request.clone();
                    request.timeout = request.timeout.into_iter().chain(left).min();
                    return Step::Send(request);
                }
                State::Sent(at, reply @ Some(_)) => match (*at, reply.take()) {
                    (at, Some(reply)) => self.judge(at, reply, now),
                    (at, None) => State::Sent(at, None),
                },
                State::Over(result) => return Step::Done(result.clone()),
            };
            self.state = next;
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        let most = self.request.most_bytes;
        if let State::Sent(_, answer @ None) = &mut self.state {
            *answer = Some(match reply {
                // Not every host can stop reading.
                Ok(response) if response.body.len() as u64 > most => {
                    Err(Failure::Unusable(format!("it has more than {most} bytes")))
                }
                reply => reply,
            });
        }
    }

    fn seen(&mut self) -> Option<Attempt> {
        let mut seen = self.seen.take()?;
        // Counting takes a look at every row, so it waits until somebody wants to know.
        if let State::Over(Ok(answer)) = &self.state {
            seen.rows = answer.rows().map(|rows| rows.len());
            seen.failure = answer.failure();
        }
        Some(seen)
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut call = f.debug_struct("Call");
        call.field("function", &self.reader.function);
        match &self.state {
            State::Over(result) => call.field("result", result),
            _ => call.field("request", &self.request),
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

    /// What would be sent, without sending it: see [`Call::preview`].
    ///
    /// # Errors
    /// As with [`Call::preview`].
    pub fn preview(&self) -> Result<Preview, Error> {
        self.call.preview()
    }

    /// The same call with the untyped [`Answer`] as its result.
    pub fn untyped(self) -> Call {
        self.call
    }
}

impl<F: Function> Flow for Typed<F> {
    type Output = Result<Reply<<F::Answer as View>::Out>, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        match self.call.step(now) {
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

    fn seen(&mut self) -> Option<Attempt> {
        self.call.seen()
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
