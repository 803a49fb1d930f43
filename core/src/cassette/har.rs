//! Exchanges as an HTTP archive: HAR 1.2, which browsers' developer tools and other programs open.

use std::sync::Arc;
use std::time::Duration;

use crate::record::Source;
use crate::wire::Kind;
use crate::wire::form::{Form, decode, encode};
use crate::wire::json::{push_integer, push_text};
use crate::wire::scan::{Scanner, Span};
use crate::{Failure, Item, Preview, Problem, Record, Response, Time, Zone};

const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

/// One exchange, without its secrets.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) parameters: Form,
    /// Nothing where it was not sent.
    pub(crate) reply: Option<Result<Response, Failure>>,
    /// When it began, as text.
    pub(crate) started: String,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
}

impl Entry {
    pub(crate) fn unsent(preview: &Preview, moment: Duration) -> Entry {
        Entry {
            method: preview.method.as_str().to_owned(),
            url: preview.url.clone(),
            headers: preview.headers.clone(),
            parameters: preview.parameters.clone(),
            reply: None,
            started: moment_text(moment),
            took: 0,
        }
    }

    /// The function, or the end of an address that is none of a function.
    pub(crate) fn function(&self) -> &str {
        match self.url.split_once("/api/call/") {
            Some((_, name)) => name,
            None => self.url.rsplit('/').next().unwrap_or_default(),
        }
    }
}

/// A moment in UTC, counted from the beginning of 1970.
fn moment_text(moment: Duration) -> String {
    let seconds = i64::try_from(moment.as_secs()).unwrap_or_default();
    let Some(time) = Time::of_unix_seconds(seconds) else { return moment_text(Duration::ZERO) };
    let text = time.to_string();
    format!("{}.{:03}Z", text.get(..19).unwrap_or_default(), moment.subsec_millis())
}

/// An archive of these exchanges, each on a line of its own.
pub(crate) fn log<'e>(entries: impl Iterator<Item = &'e Entry>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut out = format!(
        "{{\"log\":{{\"version\":\"1.2\",\"creator\":{{\"name\":\"digistore24\",\"version\":\"{version}\"}},\"entries\":["
    );
    for (at, entry) in entries.enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        push(entry, &mut out);
    }
    out.push_str("\n]}}\n");
    out
}

fn push(entry: &Entry, out: &mut String) {
    let field = |name: &str, text: &str, out: &mut String| {
        out.push_str(name);
        push_text(text, out);
    };
    let number = |name: &str, number: usize, out: &mut String| {
        out.push_str(name);
        push_integer(i64::try_from(number).unwrap_or(-1), out);
    };
    let took = usize::try_from(entry.took).unwrap_or_default();
    field("{\"startedDateTime\":", &entry.started, out);
    number(",\"time\":", took, out);
    field(",\"request\":{\"method\":", &entry.method, out);
    field(",\"url\":", &entry.url, out);
    out.push_str(",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],");
    push_headers(&entry.headers, out);
    out.push_str(",\"queryString\":[],");
    let body = encode(&entry.parameters);
    if entry.method == "POST" {
        field("\"postData\":{\"mimeType\":", FORM, out);
        field(",\"text\":", &body, out);
        out.push_str("},");
    }
    number("\"headersSize\":-1,\"bodySize\":", body.len(), out);
    out.push_str("},\"response\":{");
    let none = Response::default();
    let response = entry.reply.as_ref().and_then(|reply| reply.as_ref().ok()).unwrap_or(&none);
    let text = String::from_utf8_lossy(&response.body);
    let header = |name: &str| {
        let found = response.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value.as_str())
    };
    number("\"status\":", response.status.into(), out);
    out.push_str(",\"statusText\":\"\",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],");
    push_headers(&response.headers, out);
    number(",\"content\":{\"size\":", text.len(), out);
    let mime = header("content-type");
    field(",\"mimeType\":", if mime.is_empty() { "x-unknown" } else { mime }, out);
    field(",\"text\":", &text, out);
    field("},\"redirectURL\":", header("location"), out);
    number(",\"headersSize\":-1,\"bodySize\":", text.len(), out);
    if let Some(Err(failure)) = &entry.reply {
        let (kind, reason) = match failure {
            Failure::NotSent(reason) | Failure::Withheld(reason) => ("not_sent", reason),
            Failure::Lost(reason) => ("lost", reason),
            Failure::Unusable(reason) => ("unusable", reason),
        };
        field(",\"_failure\":{\"kind\":", kind, out);
        field(",\"reason\":", reason, out);
        out.push('}');
    }
    number("},\"cache\":{},\"timings\":{\"send\":0,\"wait\":", took, out);
    out.push_str(",\"receive\":0}}");
}

fn push_headers(headers: &[(String, String)], out: &mut String) {
    out.push_str("\"headers\":[");
    for (at, (name, value)) in headers.iter().enumerate() {
        out.push_str(if at > 0 { ",{\"name\":" } else { "{\"name\":" });
        push_text(name, out);
        out.push_str(",\"value\":");
        push_text(value, out);
        out.push('}');
    }
    out.push(']');
}

/// The exchanges of an archive, or everything that is wrong with it.
pub(crate) fn read(text: &str) -> Result<Vec<Entry>, Vec<Problem>> {
    let wrong = |path: String, message: &str| vec![Problem::new(path, message)];
    let end = u32::try_from(text.len()).unwrap_or(0);
    let whole = Span { start: 0, end };
    let mut scanner = Scanner::new(text, whole);
    if let Err(broken) = scanner.skip().and_then(|_| scanner.end()) {
        return Err(wrong(String::new(), &format!("it is not JSON: {} at byte {}", broken.what, broken.at)));
    }
    let source = Arc::new(Source { text: text.to_owned(), zone: Zone::default() });
    let entries = Item::of(&source, whole, Kind::Any)
        .into_record()
        .and_then(|root| root.get("log")?.into_record()?.get("entries")?.into_list());
    let Some(entries) = entries else {
        return Err(wrong("log.entries".to_owned(), "expected the exchanges of an HTTP archive (HAR 1.2), a list"));
    };
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for (at, item) in entries.iter().enumerate() {
        match item.into_record().ok_or(("", "an object")).and_then(|entry| read_entry(&entry)) {
            Ok(entry) => found.push(entry),
            Err((path, expected)) => {
                problems.push(Problem::new(format!("log.entries[{at}]{path}"), format!("expected {expected}")));
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

type Wrong = (&'static str, &'static str);

fn read_entry(entry: &Record) -> Result<Entry, Wrong> {
    let inner = |record: &Record, name: &str| record.get(name).and_then(Item::into_record);
    let text = |record: &Record, name: &str| record.get(name).and_then(|item| item.as_text().map(str::to_owned));
    let number = |record: &Record, name: &str| match record.get(name) {
        Some(Item::Integer(number)) => u64::try_from(number).ok(),
        // Browsers measure parts of milliseconds.
        Some(Item::Amount(amount)) => amount.to_string().split('.').next().and_then(|whole| whole.parse().ok()),
        _ => None,
    };
    let headers = |record: &Record| -> Vec<(String, String)> {
        let listed = record.get("headers").and_then(Item::into_list).unwrap_or_default();
        let pairs = listed.iter().filter_map(|item| {
            let header = item.into_record()?;
            Some((text(&header, "name")?, text(&header, "value")?))
        });
        pairs.collect()
    };
    let request = inner(entry, "request").ok_or((".request", "an object"))?;
    let response = inner(entry, "response").ok_or((".response", "an object"))?;
    let body = inner(&request, "postData").and_then(|data| text(&data, "text")).unwrap_or_default();
    let content = inner(&response, "content");
    if content.as_ref().and_then(|content| text(content, "encoding")).is_some_and(|encoding| !encoding.is_empty()) {
        return Err((".response.content.encoding", "a body as plain text"));
    }
    let reply = match inner(&response, "_failure") {
        Some(failure) => {
            let reason = text(&failure, "reason").unwrap_or_default();
            Err(match text(&failure, "kind").as_deref() {
                Some("not_sent") => Failure::NotSent(reason),
                Some("lost") => Failure::Lost(reason),
                Some("unusable") => Failure::Unusable(reason),
                _ => return Err((".response._failure.kind", "`not_sent`, `lost` or `unusable`")),
            })
        }
        None => {
            let status = number(&response, "status").and_then(|status| u16::try_from(status).ok());
            let status = status.filter(|status| (100..600).contains(status));
            Ok(Response {
                status: status.ok_or((".response.status", "a status from 100 to 599"))?,
                headers: headers(&response),
                body: content.and_then(|content| text(&content, "text")).unwrap_or_default().into_bytes(),
            })
        }
    };
    Ok(Entry {
        method: text(&request, "method").ok_or((".request.method", "a text"))?,
        url: text(&request, "url").ok_or((".request.url", "a text"))?,
        headers: headers(&request),
        parameters: decode(&body),
        reply: Some(reply),
        started: text(entry, "startedDateTime").ok_or((".startedDateTime", "a text"))?,
        took: number(entry, "time").unwrap_or_default(),
    })
}
