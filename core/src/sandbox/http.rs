//! What an HTTP server received, taken apart.

use super::reply::{file, page, preflight};
use super::window;
use crate::Response;
use crate::catalogue;
use crate::flow::KEY_HEADER;
use crate::wire::check::MOST_FIELDS;
use crate::wire::form::{Form, decode};

/// A call as it came in.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) function: String,
    pub(super) form: Form,
    pub(super) key: Option<String>,
    /// Whether the key stands in the address, as connectors of 2015 and 2017 put it.
    pub(super) key_in_address: bool,
}

/// What stands before a body.
pub(super) struct Head<'h> {
    pub(super) method: &'h str,
    pub(super) path: &'h str,
    pub(super) query: &'h str,
    headers: &'h [(String, String)],
}

impl<'h> Head<'h> {
    pub(super) fn of(method: &'h str, target: &'h str, headers: &'h [(String, String)]) -> Head<'h> {
        let (path, query) = split(target);
        Head { method, path, query, headers }
    }

    pub(super) fn header(&self, wanted: &str) -> Option<&'h str> {
        let found = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| value.trim())
    }
}

/// Finds the call in a request, or the page that the web server answers itself.
pub(super) fn receive(head: &Head<'_>, body: &[u8]) -> Result<Incoming, Response> {
    let Head { method, path, query, .. } = *head;
    let header = |wanted| head.header(wanted);
    if let Some((kind, text)) = window::file(path).filter(|_| method == "GET") {
        return Err(file(kind, text));
    }
    let Some(name) =
        path.strip_prefix("/api/call/").map(|name| name.trim_end_matches('/')).filter(|name| !name.is_empty())
    else {
        return Err(page(404, "Not Found"));
    };
    let mut form = fields(query);
    match method {
        "GET" => {}
        "POST" if header("content-length").is_none() => return Err(page(411, "Length Required")),
        "POST" => {
            // PHP reads a body only where it is announced as a form.
            let kind = header("content-type").unwrap_or_default().to_ascii_lowercase();
            if kind.starts_with("application/x-www-form-urlencoded") {
                form.append(&mut fields(&String::from_utf8_lossy(body)));
            }
        }
        "OPTIONS" => return Err(preflight()),
        _ => return Err(page(405, "Method Not Allowed")),
    }
    let (function, in_path, key_in_address) = function(name);
    form.extend(in_path);
    let key = header(KEY_HEADER).filter(|key| !key.is_empty()).map(str::to_owned);
    Ok(Incoming { function, form, key, key_in_address })
}

/// The path and the query of a target, which may be a whole address.
fn split(target: &str) -> (&str, &str) {
    let path = match target.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?']) => {
            rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
        }
        _ => target,
    };
    let path = path.split('#').next().unwrap_or_default();
    path.split_once('?').unwrap_or((path, ""))
}

/// The fields of a query or body. PHP drops what is too much without a word.
pub(super) fn fields(text: &str) -> Form {
    let most = text.match_indices('&').nth(MOST_FIELDS - 1).map_or(text.len(), |(at, _)| at);
    decode(text.get(..most).unwrap_or_default())
}

/// The function behind `/api/call/`, a parameter that stands in its name, and whether a key does.
fn function(name: &str) -> (String, Form, bool) {
    let name = name.strip_suffix("/format/json").unwrap_or(name);
    for spec in catalogue::all() {
        let Some((before, (field, after))) = spec.name.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?)))
        else {
            continue;
        };
        let value = name.strip_prefix(before).and_then(|name| name.strip_suffix(after));
        if let Some(value) = value.filter(|value| !value.is_empty() && !value.contains('/')) {
            return (spec.name.to_owned(), decode(&format!("{field}={value}")), false);
        }
    }
    match name.split('/').collect::<Vec<_>>().as_slice() {
        [_, "json", function] => ((*function).to_owned(), Form::new(), true),
        _ => (name.to_owned(), Form::new(), false),
    }
}
