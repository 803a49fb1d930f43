//! What goes back: the envelope around an answer or a refusal, and the pages around everything else.

use super::assumptions::{BAD_ARGUMENTS, NOT_FOUND, REFUSED_STATUS, RUNTIME_SECONDS};
use super::window::POLICY;
use super::words::{self, Words};
use crate::wire::json::{push_text, push_value};
use crate::{Response, Value};

/// What a function answers in `data`, or why it refuses.
pub(super) type Outcome = Result<Value, Refusal>;

/// An error of the service: an envelope with a code and a message.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    code: i64,
    words: Words,
    about: String,
}

impl Refusal {
    pub(super) fn new(code: i64, words: Words, about: impl Into<String>) -> Refusal {
        Refusal { status: 200, code, words, about: about.into() }
    }

    /// Something is wrong with an argument.
    pub(super) fn argument(words: Words, about: impl Into<String>) -> Refusal {
        Refusal::new(BAD_ARGUMENTS, words, about)
    }

    /// There is no such record.
    pub(super) fn not_found(about: impl Into<String>) -> Refusal {
        Refusal::new(NOT_FOUND, words::NOT_FOUND, about)
    }

    /// The same with an HTTP status that says so.
    pub(super) fn with_status(self) -> Refusal {
        self.answered_with(REFUSED_STATUS)
    }

    /// The same with this HTTP status.
    pub(super) fn answered_with(self, status: u16) -> Refusal {
        Refusal { status, ..self }
    }

    /// The code and the message.
    pub(super) fn said(&self, german: bool) -> (i64, String) {
        (self.code, self.words.about(german, &self.about))
    }
}

/// Puts an outcome into the envelope.
pub(super) fn envelope(outcome: Outcome, now: &str, german: bool) -> Response {
    let mut body = String::from(r#"{"api_version":"1.2","current_time":"#);
    push_text(now, &mut body);
    let status = match outcome {
        Ok(data) => {
            body.push_str(r#","result":"success","data":"#);
            push_value(&data, &mut body);
            200
        }
        Err(refusal) => {
            let (code, message) = refusal.said(german);
            body.push_str(r#","result":"error","message":"#);
            push_text(&message, &mut body);
            body.push_str(r#","code":"#);
            body.push_str(&code.to_string());
            refusal.status
        }
    };
    body.push_str(r#","runtime_seconds":"#);
    body.push_str(RUNTIME_SECONDS);
    body.push('}');
    response(status, "application/json", body)
}

/// A page of the web server, which the service did not get to see.
pub(super) fn page(status: u16, title: &str) -> Response {
    let title = format!("{status} {title}");
    let body = format!(
        "<html>\n<head><title>{title}</title></head>\n<body>\n<center><h1>{title}</h1></center>\n</body>\n</html>\n"
    );
    response(status, "text/html", body)
}

/// A file of the window.
pub(super) fn file(content_type: &str, text: &str) -> Response {
    let mut response = own(200, content_type, text.to_owned());
    response.headers.push(("content-security-policy".to_owned(), POLICY.to_owned()));
    response
}

/// What came of a verb. No page of another address reads it.
pub(super) fn json(status: u16, body: String) -> Response {
    own(status, "application/json", body)
}

fn own(status: u16, content_type: &str, body: String) -> Response {
    let mut response = response(status, content_type, body);
    response.headers.retain(|(name, _)| name != "access-control-allow-origin");
    response.headers.push(("cache-control".to_owned(), "no-store".to_owned()));
    response
}

/// The answer to a browser that asks what it may send.
pub(super) fn preflight() -> Response {
    let mut response = response(204, "text/plain", String::new());
    for (name, value) in [
        ("access-control-allow-methods", "GET, POST"),
        ("access-control-allow-headers", "X-DS-API-KEY, Accept, Content-Type"),
    ] {
        response.headers.push((name.to_owned(), value.to_owned()));
    }
    response
}

fn response(status: u16, content_type: &str, body: String) -> Response {
    let headers = [("content-type", content_type), ("access-control-allow-origin", "*")];
    Response {
        status,
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        body: body.into_bytes(),
    }
}
