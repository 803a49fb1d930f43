//! The verbs over HTTP: `/sandbox/<verb>`, for programs in other languages and for the window.

use std::net::Ipv4Addr;

use super::Sandbox;
use super::http::{Head, fields};
use super::reply::json;
use crate::host::Address;
use crate::wire::form::{Form, nest};
use crate::wire::json::{push_text, push_value};
use crate::wire::value::read;
use crate::{Problem, Response, Value};

/// Verbs that change nothing, so that they can be asked for with GET.
const READING: &[&str] = &["access", "assumptions", "faults", "mails", "notifications", "overview", "requests", "save"];

/// Does what is told over HTTP.
pub(super) fn answer(sandbox: &mut Sandbox, verb: &str, head: &Head<'_>, body: &[u8]) -> Response {
    let refused = |status, message: String| json(status, told(&Err(vec![Problem::new("", message)])));
    if let Some(stranger) = stranger(head) {
        return refused(
            403,
            format!("{stranger}; only programs and pages of this machine may tell the sandbox what to do"),
        );
    }
    let options = match head.method {
        "GET" if READING.contains(&verb) => Ok(group(&fields(head.query))),
        "POST" => posted(head, body),
        _ => return refused(405, format!("{} has to be told with POST", crate::value::quoted(verb))),
    };
    let result = options.map_err(|problem| vec![problem]).and_then(|options| sandbox.tell(verb, &options));
    json(if result.is_ok() { 200 } else { 400 }, told(&result))
}

/// `{"result": ...}`, or `{"problems": [{"path", "message"}]}`.
pub(super) fn told(result: &Result<Value, Vec<Problem>>) -> String {
    let mut text = String::from("{");
    match result {
        Ok(value) => {
            text.push_str("\"result\":");
            push_value(&written(value), &mut text);
        }
        Err(problems) => {
            text.push_str("\"problems\":[");
            for (at, Problem { path, message }) in problems.iter().enumerate() {
                text.push_str(if at > 0 { ",{\"path\":" } else { "{\"path\":" });
                push_text(path, &mut text);
                text.push_str(",\"message\":");
                push_text(message, &mut text);
                text.push('}');
            }
            text.push(']');
        }
    }
    text.push('}');
    text
}

/// Money as text, since not every reader of JSON keeps numbers exact.
fn written(value: &Value) -> Value {
    match value {
        Value::Amount(amount) => Value::Text(amount.to_string()),
        Value::List(items) => Value::List(items.iter().map(written).collect()),
        Value::Map(fields) => Value::Map(fields.iter().map(|(name, value)| (name.clone(), written(value))).collect()),
        other => other.clone(),
    }
}

/// Who else asks, if it is not this machine: a page from elsewhere whose script sends requests here, or a name that
/// somebody else's name server leads here.
fn stranger(head: &Head<'_>) -> Option<String> {
    let host = head.header("host");
    if let Some(host) = host.filter(|host| !Address::read(&format!("//{host}")).is_some_and(|at| is_local(at.host))) {
        return Some(format!("the host {} is none of this machine", crate::value::quoted(host)));
    }
    let origin = head.header("origin")?;
    let is_own =
        origin.split_once("://").is_some_and(|(_, from)| host.is_some_and(|host| from.eq_ignore_ascii_case(host)));
    (!is_own).then(|| format!("a page from {} asks", crate::value::quoted(origin)))
}

fn is_local(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_loopback = host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    is_loopback || host == "[::1]" || host == "localhost" || host.ends_with(".localhost")
}

/// The options in a body: JSON, or a form.
fn posted(head: &Head<'_>, body: &[u8]) -> Result<Value, Problem> {
    let kind = head.header("content-type").unwrap_or_default().to_ascii_lowercase();
    let text = String::from_utf8_lossy(body);
    if kind.starts_with("application/json") {
        let value = if text.trim().is_empty() { Some(Value::Map(Vec::new())) } else { read(&text) };
        return value.ok_or_else(|| Problem::new("", "the body says it is JSON, and is not"));
    }
    if text.is_empty() || kind.starts_with("application/x-www-form-urlencoded") {
        return Ok(group(&fields(&text)));
    }
    Err(Problem::new("", "expected options as `application/json` or `application/x-www-form-urlencoded`"))
}

/// A form as options. Forms know texts alone: whole numbers, true and false become what they say.
fn group(form: &Form) -> Value {
    match plain(nest(form)) {
        Value::List(items) => super::arguments::numbered(items),
        options => options,
    }
}

fn plain(value: Value) -> Value {
    match value {
        Value::Text(text) => match text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => match text.parse::<i64>() {
                // A number that is written otherwise, such as 007, is none: it is a code.
                Ok(number) if number.to_string() == text => Value::Integer(number),
                _ => Value::Text(text),
            },
        },
        Value::List(items) => Value::List(items.into_iter().map(plain).collect()),
        Value::Map(fields) => Value::Map(fields.into_iter().map(|(name, value)| (name, plain(value))).collect()),
        other => other,
    }
}
