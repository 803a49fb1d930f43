//! What is left out of requests and answers that are shown or kept.

use std::borrow::Cow;

use crate::catalogue;
use crate::flow::{KEY_HEADER, Request};
use crate::key::Key;
use crate::options::read_all;
use crate::wire::form::{Form, decode};
use crate::wire::json::push_text;
use crate::wire::scan::{Scanned, Scanner, Span, unescape};
use crate::wire::{Kind, SECRET_PARTS, Spec, looks_secret, numbered};
use crate::{Problem, Value};

/// What stands in the place of what is left out.
pub(crate) const HIDDEN: &str = "…";

/// What else the names of secrets have in them: whoever has the licence key has the licence.
const LICENSE: &str = "license_key";

/// A secret shorter than this is only left out in its own place, or it would take common words along.
const SHORTEST: usize = 8;

/// What is left out of requests and answers that are shown or kept: API keys, passphrases, tokens, passwords and licence
/// keys, whatever they are and wherever they stand, and the fields you name.
///
/// In the place of each value there is `…`. A secret also goes where it is repeated: in a message, in an address. Fields
/// that hold nothing stay as they are, and so does every other byte.
///
/// ```
/// use digistore24::Redaction;
///
/// let body = r#"{"api_version": "1.2", "data": {"api_key": "456-Fresh", "email": "ada@example.com"}}"#;
/// let shown = Redaction::hiding(["email"]).answer("retrieveApiKey", body);
/// assert_eq!(shown, r#"{"api_version": "1.2", "data": {"api_key": "…", "email": "…"}}"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    names: Vec<String>,
    key: Key,
}

impl Redaction {
    /// The usual, and the values of these fields too, such as `email` and `first_name`, wherever they stand.
    pub fn hiding<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Redaction {
        let names = names.into_iter().map(|name| name.as_ref().to_ascii_lowercase()).collect();
        Redaction { names, key: Key::default() }
    }

    /// One from options by name, as other languages hand them over: `hide`, a list of fields; `api_key`, a key of which
    /// every trace is left out.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn of(options: &Value) -> Result<Redaction, Vec<Problem>> {
        read_all(options, |options| {
            let api_key = options.text("api_key").unwrap_or_default();
            Some(Redaction::hiding(options.texts("hide")).without_key(api_key))
        })
    }

    /// The same, and every trace of this key.
    #[must_use]
    pub fn without_key(&self, key: &str) -> Redaction {
        Redaction { key: Key(key.to_owned()), ..self.clone() }
    }

    /// The parameters of a request, its key scrubbed out of them.
    pub fn sent(&self, request: &Request) -> Form {
        let redaction = self.keyed(request);
        redaction.parameters(request.function(), decode(&request.body))
    }

    /// The parameters of a function.
    pub fn parameters(&self, function: &str, mut form: Form) -> Form {
        let veil = self.veil(function, &form);
        for (name, value) in &mut form {
            *value =
                if veil.hides_parameter(name) && !value.is_empty() { HIDDEN.to_owned() } else { veil.scrub(value) };
        }
        form
    }

    /// The body of an answer to a request, its key scrubbed out of it, and the secrets of its parameters.
    pub fn received(&self, request: &Request, body: &[u8]) -> String {
        let (redaction, form) = (self.keyed(request), decode(&request.body));
        match str::from_utf8(body) {
            Ok(body) => redaction.body(request.function(), &form, body),
            Err(_) => redaction.veil(request.function(), &form).page(&String::from_utf8_lossy(body)),
        }
    }

    /// The body of an answer of a function.
    ///
    /// What is no JSON is cut off where a secret may follow, and then ends in `…`.
    pub fn answer(&self, function: &str, body: &str) -> String {
        self.body(function, &[], body)
    }

    /// A text without the key, such as why there is no answer.
    pub(crate) fn text(&self, request: &Request, text: &str) -> String {
        self.keyed(request).veil(request.function(), &decode(&request.body)).scrub(text)
    }

    /// The parameters in one line, as they are logged.
    pub(crate) fn shown(&self, request: &Request) -> String {
        let pairs: Vec<_> = self.sent(request).iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("&")
    }

    fn keyed(&self, request: &Request) -> Redaction {
        self.without_key(request.header(KEY_HEADER).unwrap_or_default())
    }

    fn body(&self, function: &str, form: &[(String, String)], body: &str) -> String {
        let mut veil = self.veil(function, form);
        veil.json(body).unwrap_or_else(|_| veil.page(body))
    }

    fn veil(&self, function: &str, form: &[(String, String)]) -> Veil<'_> {
        let mut veil = Veil { redaction: self, spec: catalogue::find(function), secrets: Vec::new() };
        let secrets = form.iter().filter(|(name, _)| veil.hides_parameter(name) && !veil.is_named(name));
        let secrets: Vec<String> = secrets.map(|(_, value)| value.clone()).collect();
        veil.learn(secrets);
        veil
    }
}

/// A redaction at work on one exchange.
struct Veil<'r> {
    redaction: &'r Redaction,
    spec: Option<&'static Spec>,
    /// The secrets that were met, in order.
    secrets: Vec<String>,
}

/// What a place of JSON text holds.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// A value that is left out as a whole; `true` where it is a secret, not just something to leave out.
    Hidden(bool),
    /// A text, quotes included, or a number or word.
    Scalar,
}

impl Veil<'_> {
    /// Keeps secrets, to leave them out wherever they are repeated.
    fn learn(&mut self, values: impl IntoIterator<Item = String>) {
        let is_one = |value: &String| value.len() >= SHORTEST && !value.contains(HIDDEN);
        self.secrets.extend(values.into_iter().filter(is_one));
        self.secrets.sort_unstable();
        self.secrets.dedup();
    }

    /// A text without the key and the secrets that were met. It is gone through once, however many these are.
    fn scrub(&self, text: &str) -> String {
        let text = self.redaction.key.scrub(text);
        if self.secrets.is_empty() {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while !rest.is_empty() {
            if let Some(behind) = self.secret_at(rest).and_then(|secret| rest.strip_prefix(secret)) {
                out.push_str(HIDDEN);
                rest = behind;
            } else {
                let mut chars = rest.chars();
                out.extend(chars.next());
                rest = chars.as_str();
            }
        }
        out
    }

    /// The longest secret that a text begins with.
    fn secret_at(&self, mut text: &str) -> Option<&str> {
        while text.len() >= SHORTEST {
            let behind = self.secrets.partition_point(|secret| secret.as_str() <= text);
            let last = self.secrets.get(behind.checked_sub(1)?)?;
            if text.starts_with(last.as_str()) {
                return Some(last);
            }
            // A shorter one can only be the beginning of both.
            let both = text.chars().zip(last.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
            text = text.get(..both)?;
        }
        None
    }

    /// Whether the caller named this field.
    fn is_named(&self, name: &str) -> bool {
        self.redaction.names.iter().any(|other| other.eq_ignore_ascii_case(name))
    }

    /// Whether a field of these kinds holds a secret. The kind says it; where it does not know the field, its name does.
    fn is_secret(name: &str, kinds: [Kind; 2]) -> bool {
        let ends = numbered(name).unwrap_or(name).to_ascii_lowercase();
        let known = kinds.into_iter().filter_map(|kind| marked(kind, name)).max();
        known.unwrap_or_else(|| looks_secret(name))
            || ends
                .strip_suffix(LICENSE)
                .or(ends.strip_suffix("license_keys"))
                .is_some_and(|start| !start.contains("is_"))
    }

    fn hides_parameter(&self, name: &str) -> bool {
        let arguments = self.spec.map_or(Kind::Any, |spec| Kind::Object(spec.arguments));
        name.split(['[', ']']).any(|part| self.is_named(part) || Self::is_secret(part, [arguments, Kind::Any]))
    }

    fn json(&mut self, body: &str) -> Scanned<String> {
        // More cannot be scanned, and no answer is that large.
        let end = u32::try_from(body.len()).unwrap_or(0);
        let whole = || Scanner::new(body, Span { start: 0, end });
        let mut places = Vec::new();
        let mut scanner = whole();
        self.places(&mut scanner, body, &mut places)?;
        scanner.end()?;
        let hidden = places.iter().filter(|(place, _)| *place == Place::Hidden(true));
        self.learn(hidden.flat_map(|(_, span)| texts_of(body, *span)));
        let mut out = String::with_capacity(body.len());
        let mut done = 0;
        for (place, span) in places {
            let raw = span.of(body);
            let shown = match place {
                Place::Hidden(_) => Some(HIDDEN.to_owned()),
                Place::Scalar => {
                    let text = text_of(raw);
                    let scrubbed = self.scrub(&text);
                    (scrubbed != text).then_some(scrubbed)
                }
            };
            if let Some(shown) = shown {
                out.push_str(Span { start: done, end: span.start }.of(body));
                push_text(&shown, &mut out);
                done = span.end;
            }
        }
        out.push_str(Span { start: done, end }.of(body));
        Ok(out)
    }

    /// Where something may have to be left out, in the order of the text.
    fn places(&self, scanner: &mut Scanner<'_>, body: &str, places: &mut Vec<(Place, Span)>) -> Scanned<()> {
        let returns = self.spec.map_or(Kind::Any, |spec| spec.returns);
        let arguments = self.spec.map_or(Kind::Any, |spec| Kind::Object(spec.arguments));
        match scanner.peek() {
            b'{' => {
                scanner.open()?;
                let mut first = true;
                while let Some(name) = scanner.next_field(&mut first)? {
                    // Names hold no quotes here: the span lies between them.
                    places.push((Place::Scalar, Span { start: name.start - 1, end: name.end + 1 }));
                    let name = unescape(name.of(body));
                    let is_secret = Self::is_secret(&name, [returns, arguments]);
                    if !is_secret && !self.is_named(&name) {
                        self.places(scanner, body, places)?;
                        continue;
                    }
                    let span = scanner.skip()?;
                    if !matches!(span.of(body), "null" | "\"\"") {
                        places.push((Place::Hidden(is_secret), span));
                    }
                }
            }
            b'[' => {
                scanner.open()?;
                let mut first = true;
                while scanner.next_item(&mut first)? {
                    self.places(scanner, body, places)?;
                }
            }
            _ => places.push((Place::Scalar, scanner.skip()?)),
        }
        Ok(())
    }

    /// What may be shown of a body that is no JSON. Where it is cut off, it is none still.
    fn page(&self, body: &str) -> String {
        let body = self.scrub(body);
        let lower = body.to_ascii_lowercase();
        // What was no UTF-8 must not turn into something that can be read.
        let marks = SECRET_PARTS.iter().copied().chain([LICENSE, "\u{fffd}"]);
        let named = self.redaction.names.iter().map(String::as_str).filter(|name| !name.is_empty());
        let found = marks.chain(named).filter_map(|mark| lower.find(mark));
        let end = match self.spec {
            Some(spec) if holds_secret(spec.returns) => found.chain([lower.find("\"data\"").unwrap_or(0)]).min(),
            _ => found.min(),
        };
        match end.and_then(|end| body.get(..end)) {
            Some(_) if body.is_empty() => body,
            Some(start) => format!("{start}{HIDDEN}"),
            None => body,
        }
    }
}

/// The text of a JSON string, or the number or word as it is written.
fn text_of(raw: &str) -> Cow<'_, str> {
    raw.strip_prefix('"').and_then(|text| text.strip_suffix('"')).map_or(Cow::Borrowed(raw), unescape)
}

/// The text that a value is, or the texts of a list.
fn texts_of(body: &str, span: Span) -> Vec<String> {
    let is_text = |span: &Span| span.of(body).starts_with('"');
    let mut scanner = Scanner::new(body, span);
    let mut spans = vec![span];
    if scanner.peek() == b'[' && scanner.open().is_ok() {
        let mut first = true;
        while let Ok(true) = scanner.next_item(&mut first) {
            spans.extend(scanner.skip());
        }
    }
    spans.iter().filter(|span| is_text(span)).map(|span| text_of(span.of(body)).into_owned()).collect()
}

/// What the shapes in a kind say of a field of this name, wherever it stands: secret if one of them says so, nothing if
/// none knows it.
fn marked(kind: Kind, name: &str) -> Option<bool> {
    match kind {
        Kind::Object(shape) => {
            let inside = shape.fields.iter().filter_map(|field| marked(field.kind, name));
            shape.marks_secret(name).into_iter().chain(inside).max()
        }
        Kind::List(inner) | Kind::Map(inner) | Kind::OneOrMany(inner) | Kind::Loose(inner) => marked(*inner, name),
        _ => None,
    }
}

/// Whether a record of this kind has a field that is not to be shown.
pub(crate) fn holds_secret(kind: Kind) -> bool {
    match kind {
        Kind::Object(shape) => shape.fields.iter().any(|field| field.limits.secret),
        Kind::List(inner) | Kind::Map(inner) | Kind::OneOrMany(inner) | Kind::Loose(inner) => holds_secret(*inner),
        _ => false,
    }
}
