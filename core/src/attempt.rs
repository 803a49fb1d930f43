//! What became of one attempt of a call, for logs, counters and traces.

use std::time::Duration;

use crate::{Error, Failure};

/// What became of one attempt of a call, for logs, counters and traces. It holds no secret, and no body unless
/// [`Settings::bodies`](crate::Settings) asks for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// The function.
    pub function: String,
    /// Which attempt of the call this was, from 1.
    pub attempt: u32,
    /// How long it took, from the request to the end of the answer.
    pub duration: Duration,
    /// What came of it, in one word: `answered`, `refused`, `garbled`, `lost`, `unusable` or `not_sent`.
    pub outcome: &'static str,
    /// The HTTP status, where something came back.
    pub status: Option<u16>,
    /// The number of a refusal.
    pub code: Option<i64>,
    /// How many rows the answer has, where its catalogue type is a list or holds one.
    pub rows: Option<usize>,
    /// The bytes of the body that was sent.
    pub bytes_sent: usize,
    /// The bytes of the body that came back.
    pub bytes: usize,
    /// What failed although the call succeeded: see [`Answer::failure`](crate::Answer::failure).
    pub failure: Option<String>,
    /// Why there is no answer, without anything of a body.
    pub reason: Option<String>,
    /// Whether it may have taken effect in a way that a repetition would double.
    pub maybe_done: bool,
    /// The pause after which the call is sent again; `None` when it is over.
    pub again_in: Option<Duration>,
    /// What was sent, without keys and passphrases, if bodies are asked for.
    pub sent: Option<String>,
    /// What came back, without keys and passphrases, if bodies are asked for.
    pub received: Option<String>,
}

/// The word for what came of an attempt.
pub(crate) fn outcome(failure: Option<&Failure>, result: &Result<crate::Answer, Error>) -> &'static str {
    match (failure, result) {
        (Some(Failure::NotSent(_) | Failure::Withheld(_)), _) => "not_sent",
        (Some(Failure::Lost(_)), _) => "lost",
        (Some(Failure::Unusable(_)), _) => "unusable",
        (None, Ok(_)) => "answered",
        (None, Err(Error::Refused { .. })) => "refused",
        (None, Err(_)) => "garbled",
    }
}
