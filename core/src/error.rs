//! What went wrong, by whose fault it was.

use std::fmt;

/// Why a call did not succeed.
///
/// Each kind has one remedy: fix the call; use another key; read the message; report it; find out what happened before repeating; read
/// the answer or the field another way.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The call makes no sense; nothing was sent. Every problem of the call is listed.
    #[error("{function}: {}", Problem::list(problems))]
    Params {
        /// The function, or `client` for the settings of a client.
        function: String,
        /// All that is wrong.
        problems: Vec<Problem>,
    },
    /// The key may not do that, or this client is not to do it; nothing was sent.
    #[error("{function}: {reason}")]
    Forbidden {
        /// The function.
        function: String,
        /// Why, and what to do.
        reason: String,
    },
    /// The service answered and declined.
    #[error("{function}: {message}{}", code.map(|code| format!(" (code {code}{})", meaning(code))).unwrap_or_default())]
    Refused {
        /// The function.
        function: String,
        /// The number the service gave, if any. The vendor has renumbered them, so only 2 (key), 3 (arguments) and
        /// 4 (not found) are stable.
        code: Option<i64>,
        /// What the service says, in the language of the account.
        message: String,
        /// The HTTP status, which says little: most refusals come with 200.
        status: u16,
    },
    /// What came back is not an answer of the service.
    #[error("{function}: unreadable answer (HTTP {status}): {reason}{}", Excerpt(excerpt))]
    Garbled {
        /// The function.
        function: String,
        /// The HTTP status.
        status: u16,
        /// What is wrong with it.
        reason: String,
        /// The beginning of the body, without the key.
        excerpt: String,
    },
    /// Nobody knows what became of the call, or it never left.
    #[error("{function}: no answer: {reason}{}", if *maybe_done { "; it may have been carried out, so look before you repeat it" } else { "" })]
    Unanswered {
        /// The function.
        function: String,
        /// Why.
        reason: String,
        /// Whether the call may have taken effect in a way that a repetition would double.
        maybe_done: bool,
    },
    /// The call succeeded, and its answer is not of the type the catalogue names. It is all there, untyped.
    #[error("{function}: the call succeeded, but its answer is of another form: {problem}")]
    Shape {
        /// The function.
        function: String,
        /// What is different.
        problem: Problem,
        /// The answer.
        answer: Box<crate::Answer>,
    },
    /// A field of an answer holds something else than was asked for. The text is still there.
    #[error("{0}")]
    Field(#[from] Problem),
}

impl Error {
    /// One word for the kind: `params`, `forbidden`, `refused`, `garbled`, `unanswered` or `field`.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Params { .. } => "params",
            Error::Forbidden { .. } => "forbidden",
            Error::Refused { .. } => "refused",
            Error::Garbled { .. } => "garbled",
            Error::Unanswered { .. } => "unanswered",
            Error::Shape { .. } | Error::Field(_) => "field",
        }
    }
}

/// What the stable codes mean, for messages.
fn meaning(code: i64) -> &'static str {
    match code {
        2 => ", the key",
        3 => ", the arguments",
        4 => ", not found",
        12 => ", too many requests",
        _ => "",
    }
}

struct Excerpt<'a>(&'a str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => Ok(()),
            text => write!(f, "; it begins {text:?}"),
        }
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `data.valid_from`, `addons[0].product_id`. Empty when the call as a whole is meant.
    pub path: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem { path: path.into(), message: message.into() }
    }

    fn list(problems: &[Problem]) -> String {
        problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.message),
            path => write!(f, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for Problem {}
