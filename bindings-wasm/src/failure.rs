//! What an exception of a sender says about what became of the request.

use digistore24::Failure;
use wasm_bindgen::prelude::*;

use crate::js::get;

/// The codes of failures before a connection stood: Node's, and Bun's.
const NEVER_LEFT: &[&str] = &["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"];

/// Deno has no codes. Its messages say at which step the HTTP client gave up, and this one comes before the request.
const NO_CONNECTION: &str = "client error (Connect)";

/// What an exception says about what became of the request. A cassette says it in one word.
pub(crate) fn failure(error: &JsValue) -> Failure {
    let reason = reason(error);
    match text(error, "failure").as_deref() {
        Some("withheld") => return Failure::Withheld(reason),
        Some("unusable") => return Failure::Unusable(reason),
        _ => {}
    }
    let code = code(&get(error, "cause")).or_else(|| code(error));
    let unsent = get(error, "sent") == JsValue::FALSE
        || code.is_some_and(|code| NEVER_LEFT.contains(&code.as_str()))
        || reason.contains(NO_CONNECTION);
    if unsent { Failure::NotSent(reason) } else { Failure::Lost(reason) }
}

/// What an exception says, and what caused it.
pub(crate) fn reason(error: &JsValue) -> String {
    let cause = get(error, "cause");
    let code = code(&cause).or_else(|| code(error));
    let mut reason = error.as_string().or_else(|| text(error, "message")).unwrap_or_else(|| "it failed".to_owned());
    let why = text(&cause, "message").or(code).filter(|why| !reason.contains(why));
    if let Some(why) = why {
        reason.push_str(": ");
        reason.push_str(&why);
    }
    reason
}

fn code(error: &JsValue) -> Option<String> {
    text(error, "code")
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    get(value, name).as_string().filter(|text| !text.is_empty())
}
