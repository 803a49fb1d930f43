//! Collecting the key that a user approves.

use std::fmt;
use std::time::Duration;

use super::{Collected, Failed, Granted, KeyState, User};
use crate::key::Key;
use crate::options::{Options, read_all};
use crate::{Ask, Inquiry, Outcome, Problem, Value};

/// How often the service is asked, as the vendor's tool does.
const EVERY: Duration = Duration::from_secs(2);

/// How long in all, as the vendor's tool does.
const PATIENCE: Duration = Duration::from_secs(8 * 60);

/// How many times in a row the service may not answer, as with the vendor's tool.
const FAILURES: u32 = 5;

/// The number of a refusal that says to come back later.
const TOO_MANY: i64 = 12;

/// Asks for the key of a request until the user has decided, then whose key it is.
///
/// It is led through a client with the developer key that made the request. Once it has asked, look at
/// [`state`](Collect::state) to tell the user, and at [`granted`](Collect::granted) to store the key: it is there before
/// the last call, and handed out once.
#[derive(Clone)]
pub struct Collect {
    token: String,
    every: Duration,
    patience: Duration,
    failures: u32,
    next: Next,
    /// How long it has waited.
    waited: Duration,
    /// How many answers in a row did not come.
    failed: u32,
    /// Whether an answer that did not come may have held the key.
    may_be_lost: bool,
    collected: Collected,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Next {
    /// `retrieveApiKey`.
    Collect,
    Pause,
    /// `getUserInfo`, with the new key.
    Whose,
    Over,
}

impl Collect {
    /// With the token of a [`Ticket`](super::Ticket), from this process or an earlier one.
    pub fn new(token: &str) -> Collect {
        Collect {
            token: token.trim().to_owned(),
            every: EVERY,
            patience: PATIENCE,
            failures: FAILURES,
            next: Next::Collect,
            waited: Duration::ZERO,
            failed: 0,
            may_be_lost: false,
            collected: Collected {
                state: KeyState::Pending,
                granted: None,
                status: String::new(),
                note: String::new(),
                error: None,
            },
        }
    }

    /// How long to pause between two questions; 2 seconds unless given.
    pub fn every(self, every: Duration) -> Collect {
        Collect { every: every.max(Duration::from_millis(1)), ..self }
    }

    /// How long to pause in all; 8 minutes unless given. The time that calls take is not counted.
    pub fn patience(self, patience: Duration) -> Collect {
        Collect { patience, ..self }
    }

    /// After how many answers in a row that did not come to give up; 5 unless given. The client tries each call as often
    /// as it is set to before.
    pub fn failures(self, failures: u32) -> Collect {
        Collect { failures: failures.max(1), ..self }
    }

    /// How far it has come.
    pub fn state(&self) -> KeyState {
        self.collected.state
    }

    /// How long it has paused.
    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// The key, as soon as it is here.
    pub fn granted(&self) -> Option<&Granted> {
        self.collected.granted.as_ref()
    }

    /// What is known by now, for whoever stops before the end.
    pub fn so_far(&self) -> &Collected {
        &self.collected
    }

    fn over(&mut self, state: KeyState) {
        self.collected.state = state;
        self.next = Next::Over;
    }

    /// On to the next question, unless the time is over.
    fn pause(&mut self) {
        match self.waited + self.every > self.patience {
            true => self.over(KeyState::TimedOut),
            false => self.next = Next::Pause,
        }
    }

    fn answered(&mut self, data: &Value) {
        let text = |name: &str| data.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let (status, key) = (text("request_status"), text("api_key"));
        self.failed = 0;
        self.collected.error = None;
        self.collected.note = self.without(&text("note"), &key);
        self.collected.status = self.without(&status, &key);
        let is_completed = status == "completed";
        if !key.is_empty() {
            let thankyou_page_key = Some(text("thankyou_page_key")).filter(|key| !key.is_empty());
            self.collected.granted = Some(Granted { api_key: key, thankyou_page_key, user: None });
            self.collected.state = if is_completed { KeyState::Granted } else { KeyState::UnknownStatus };
            self.next = Next::Whose;
            return;
        }
        match status.as_str() {
            "pending" => {
                // What was lost before held no key, then.
                self.may_be_lost = false;
                self.collected.state = KeyState::Pending;
                self.pause();
            }
            "aborted" => self.over(KeyState::Aborted),
            "completed" if self.may_be_lost => self.over(KeyState::Lost),
            // That an empty key means this is inferred.
            "completed" => self.over(KeyState::Collected),
            _ => self.over(KeyState::UnknownStatus),
        }
    }

    fn failed(&mut self, failed: Failed, maybe_done: bool) {
        let is_over =
            matches!(failed.kind.as_str(), "refused" | "params" | "forbidden") && failed.code != Some(TOO_MANY);
        self.collected.error = Some(failed);
        if is_over {
            return self.over(KeyState::Refused);
        }
        self.may_be_lost |= maybe_done;
        self.failed += 1;
        match self.failed >= self.failures {
            true => self.over(KeyState::Unreachable),
            false => self.pause(),
        }
    }

    /// A text without the token and the key.
    fn without(&self, text: &str, key: &str) -> String {
        Key(key.to_owned()).scrub(&Key(self.token.clone()).scrub(text))
    }
}

impl Inquiry for Collect {
    type Output = Collected;

    fn ask(&mut self) -> Ask<Collected> {
        match self.next {
            Next::Collect => Ask::Call {
                function: "retrieveApiKey",
                parameters: Value::from([("token", self.token.as_str().into())]),
                api_key: None,
            },
            Next::Pause => {
                self.waited += self.every;
                self.next = Next::Collect;
                Ask::Wait(self.every)
            }
            Next::Whose => Ask::Call {
                function: "getUserInfo",
                parameters: Value::Map(Vec::new()),
                api_key: self.granted().map(|granted| granted.api_key.clone()),
            },
            Next::Over => Ask::Done(self.collected.clone()),
        }
    }

    fn told(&mut self, outcome: Outcome) {
        let outcome = match outcome {
            Outcome::Answered { data, .. } => Ok(data),
            Outcome::Failed { kind, code, message, maybe_done } => {
                let message = message.split("; it begins").next().unwrap_or_default();
                let key = self.granted().map(|granted| granted.api_key.clone()).unwrap_or_default();
                Err((Failed { kind, code, message: self.without(message, &key) }, maybe_done))
            }
        };
        match (self.next, outcome) {
            (Next::Collect, Ok(data)) => self.answered(&data),
            (Next::Collect, Err((failed, maybe_done))) => self.failed(failed, maybe_done),
            (Next::Whose, outcome) => {
                match (outcome, &mut self.collected.granted) {
                    (Ok(data), Some(granted)) => granted.user = Some(User::read(&data)),
                    (Err((failed, _)), _) => self.collected.error = Some(failed),
                    (Ok(_), None) => {}
                }
                self.next = Next::Over;
            }
            (Next::Pause | Next::Over, _) => {}
        }
    }
}

impl fmt::Debug for Collect {
    /// Shows no token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collect")
            .field("waited", &self.waited)
            .field("failed", &self.failed)
            .field("collected", &self.collected)
            .finish_non_exhaustive()
    }
}

/// The same from options by name: `token`, and if need be `every` and `patience` in milliseconds, and `failures`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn collect_of(options: &Value) -> Result<Collect, Vec<Problem>> {
    read_all(options, |options| {
        options.require("token", "the token of a ticket");
        let token = token(options);
        let every = time(options, "every", 1, "above 0").unwrap_or(EVERY);
        let patience = time(options, "patience", 0, "of 0 or more").unwrap_or(PATIENCE);
        let failures = options.whole("failures", 1, 1000).map_or(FAILURES, |failures| failures as u32);
        Some(Collect::new(&token?).every(every).patience(patience).failures(failures))
    })
}

/// A time in milliseconds. Others count in other units, so no message names one.
fn time(options: &mut Options<'_, '_>, name: &'static str, least: i64, which: &str) -> Option<Duration> {
    match options.value(name)? {
        Value::Integer(time) if (least..=i64::from(i32::MAX)).contains(time) => {
            Some(Duration::from_millis(time.unsigned_abs()))
        }
        other => {
            options.wrong(name, format!("expected a time {which}, up to 24 days, got {}", other.in_words()));
            None
        }
    }
}

/// The token, which no message quotes.
fn token(options: &mut Options<'_, '_>) -> Option<String> {
    match options.value("token")? {
        Value::Text(token) if !token.trim().is_empty() => return Some(token.clone()),
        Value::Text(_) => options.wrong("token", "is empty"),
        _ => options.wrong("token", "expected a text"),
    }
    None
}
