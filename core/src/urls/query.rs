//! The query of a link: parameters in their order, each as it was written.

use std::fmt;

use crate::Value;
use crate::wire::form::pairs;

/// A parameter of a link.
#[derive(Clone, PartialEq, Eq)]
pub struct Parameter {
    /// As it was written.
    raw: String,
    name: String,
    value: Option<String>,
}

impl Parameter {
    /// Reads one. What is no text once it is decoded has U+FFFD in it; as it was written, it stays.
    fn read(raw: &str) -> Parameter {
        let pair = pairs(raw.as_bytes()).pop();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (name, value) = pair.map(|pair| (text(&pair.name), text(&pair.value))).unwrap_or_default();
        Parameter { raw: raw.to_owned(), name, value: raw.contains('=').then_some(value) }
    }

    /// A new one. Placeholders of the form `{word}` stay as they are, everything else is encoded.
    pub(super) fn new(name: &str, value: Option<&str>) -> Parameter {
        let mut raw = String::new();
        push_encoded(name, &mut raw);
        if let Some(value) = value {
            raw.push('=');
            if is_placeholder(value) { raw.push_str(value) } else { push_encoded(value, &mut raw) }
        }
        Parameter { raw, name: name.to_owned(), value: value.map(str::to_owned) }
    }

    /// The name, decoded.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value, decoded; nothing where there is no `=`.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

/// The name of a value only: a value may be a key, or somebody's address, and so may a name without one.
impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.is_some() { write!(f, "{:?}=***", self.name) } else { f.write_str("***") }
    }
}

/// Reads what stands behind the question mark.
pub(super) fn read(query: &str) -> Vec<Parameter> {
    query.split('&').map(Parameter::read).collect()
}

/// The query as it was written, where nothing was changed.
pub(super) fn push(parameters: &[Parameter], out: &mut String) {
    for (at, parameter) in parameters.iter().enumerate() {
        out.push_str(if at > 0 { "&" } else { "" });
        out.push_str(&parameter.raw);
    }
}

/// The same with the values of names that may be keys left out.
pub(super) fn push_shown(parameters: &[Parameter], is_open: impl Fn(&str) -> bool, out: &mut String) {
    for (at, parameter) in parameters.iter().enumerate() {
        out.push_str(if at > 0 { "&" } else { "" });
        if parameter.raw.is_empty() || is_open(&parameter.name) {
            out.push_str(&parameter.raw);
        } else if parameter.value.is_none() {
            // A name without a value may be a key.
            out.push_str("***");
        } else {
            push_encoded(&parameter.name, out);
            out.push_str("=***");
        }
    }
}

/// Sets a parameter to these values, where it stands and behind the others; repeats beyond them are left out.
pub(super) fn set(parameters: &mut Vec<Parameter>, name: &str, values: &[&str]) {
    let mut values = values.iter().copied();
    parameters.retain_mut(|parameter| {
        if parameter.name != name || parameter.raw.is_empty() {
            return true;
        }
        let Some(value) = values.next() else { return false };
        if parameter.value() != Some(value) {
            *parameter = Parameter::new(name, Some(value));
        }
        true
    });
    let new: Vec<Parameter> = values.map(|value| Parameter::new(name, Some(value))).collect();
    while !new.is_empty() && parameters.last().is_some_and(|last| last.raw.is_empty()) {
        parameters.pop();
    }
    parameters.extend(new);
}

/// Whether a text is a placeholder such as `{click_id}` and nothing else.
pub(super) fn is_placeholder(text: &str) -> bool {
    let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    inner.is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    })
}

/// Adds a text with everything percent-encoded but letters, digits and `-._~`.
pub(super) fn push_encoded(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 }));
                }
            }
        }
    }
}

/// A segment of a path, decoded once; nothing where that is no text. A `+` stays, and so does a `%` without two digits.
pub(super) fn decoded(segment: &str) -> Option<String> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut bytes = segment.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        match (first, digit(rest.first()), digit(rest.get(1))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                bytes = rest.get(2..).unwrap_or_default();
            }
            _ => out.push(*first),
        }
    }
    String::from_utf8(out).ok()
}

/// `name` and `value`.
impl From<&Parameter> for Value {
    fn from(parameter: &Parameter) -> Value {
        Value::from([("name", parameter.name().into()), ("value", parameter.value().into())])
    }
}
