//! The body of a request: `application/x-www-form-urlencoded` with PHP's brackets.

use std::borrow::Cow;

use crate::Value;

/// Named texts in order: `("search[email]", "ada@example.com")`.
pub type Form = Vec<(String, String)>;

/// PHP's own limit on levels of brackets.
pub(super) const DEEPEST: usize = 64;

/// Encodes a form the way the vendor's connector does: only `A-Z a-z 0-9 - _ .` stay bare, a space becomes `+`.
///
/// ```
/// use digistore24::wire::form::encode;
/// assert_eq!(encode(&[("search[email]".into(), "ada@example.com".into())]), "search%5Bemail%5D=ada%40example.com");
/// ```
pub fn encode(form: &[(String, String)]) -> String {
    let mut body = String::new();
    for (name, value) in form {
        if !body.is_empty() {
            body.push('&');
        }
        escape(name, &mut body);
        body.push('=');
        escape(value, &mut body);
    }
    body
}

/// Adds a name or a value in the form in which bodies carry it.
pub(crate) fn escape(text: &str, out: &mut String) {
    push_escaped(text.as_bytes(), out);
}

/// The same for bytes that may be no text.
pub(crate) fn push_escaped(text: &[u8], out: &mut String) {
    for &byte in text {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 }));
                }
            }
        }
    }
}

/// Reads a form or a query. Bytes that are not UTF-8 become U+FFFD.
pub fn decode(body: &str) -> Form {
    pairs(body.as_bytes()).iter().map(|pair| (lossy(&pair.name), lossy(&pair.value))).collect()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A parameter as it was received, decoded once and nothing else done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The name in bytes.
    pub name: Cow<'a, [u8]>,
    /// The value in bytes; empty where there is no `=`.
    pub value: Cow<'a, [u8]>,
}

/// The parameters of a form or a query, in the order they came.
pub fn pairs(body: &[u8]) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    for part in body.split(|&byte| byte == b'&') {
        let end = part.iter().position(|&byte| byte == b'=').unwrap_or(part.len());
        let (name, value) = part.split_at_checked(end).unwrap_or_default();
        if !part.is_empty() {
            pairs.push(Pair { name: unescaped(name), value: unescaped(value.get(1..).unwrap_or_default()) });
        }
    }
    pairs
}

/// A blank for `+`, a byte for `%XX`. A `%` without two hex digits stands for itself, as in PHP and in browsers.
fn unescaped(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| matches!(byte, b'+' | b'%')) {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        out.push(match (byte, after) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (hex_digit(*high), hex_digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => byte,
            },
            _ => byte,
        });
    }
    Cow::Owned(out)
}

/// The value of a hex digit of either case.
pub(crate) fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Puts bracketed names back into the tree they stand for: what PHP does with a form.
///
/// Fields numbered from 0 without a gap become a list, all others a map. All values are texts. A later value replaces an
/// earlier one of the same name. Names nested deeper than 64 levels are dropped.
pub fn nest(form: &[(String, String)]) -> Value {
    let mut root = Value::Map(Vec::new());
    for (name, value) in form {
        let (first, rest) = name.split_once('[').unwrap_or((name, ""));
        if rest.matches('[').count() >= DEEPEST {
            continue;
        }
        let keys = std::iter::once(first).chain(rest.split('[').filter_map(|key| key.strip_suffix(']')));
        let mut place = &mut root;
        for key in keys {
            place = child(place, key);
        }
        *place = Value::Text(value.clone());
    }
    lists(&mut root);
    root
}

fn child<'v>(parent: &'v mut Value, key: &str) -> &'v mut Value {
    if !matches!(parent, Value::Map(_)) {
        *parent = Value::Map(Vec::new());
    }
    let Value::Map(fields) = parent else { return parent };
    let at = match fields.iter().position(|(name, _)| name == key) {
        Some(at) => at,
        None => {
            fields.push((key.to_owned(), Value::Null));
            fields.len() - 1
        }
    };
    match fields.get_mut(at) {
        Some((_, value)) => value,
        None => unreachable!("the position was just found"),
    }
}

fn lists(value: &mut Value) {
    let Value::Map(fields) = value else { return };
    for (_, value) in fields.iter_mut() {
        lists(value);
    }
    let numbered = fields.iter().enumerate().all(|(at, (name, _))| *name == at.to_string());
    if numbered && !fields.is_empty() {
        *value = Value::List(std::mem::take(fields).into_iter().map(|(_, value)| value).collect());
    }
}
