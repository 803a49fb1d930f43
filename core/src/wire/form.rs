//! The body of a request: `application/x-www-form-urlencoded` with PHP's brackets.

use crate::Value;

/// Named texts in order: `("search[email]", "ada@example.com")`.
pub type Form = Vec<(String, String)>;

/// PHP's own limit on levels of brackets.
pub(super) const DEEPEST: usize = 64;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

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

fn escape(text: &str, out: &mut String) {
    for &byte in text.as_bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(byte as char),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(HEX.get(digit as usize).map_or('0', |&digit| digit as char));
                }
            }
        }
    }
}

/// Reads a form or a query. Bytes that are not UTF-8 become U+FFFD.
pub fn decode(body: &str) -> Form {
    body.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(name), unescape(value))
        })
        .collect()
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match hex(after) {
                Some((decoded, after)) => {
                    bytes.push(decoded);
                    rest = after;
                }
                None => bytes.push(b'%'),
            },
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, rest) = bytes.split_at_checked(2)?;
    let text = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u8::from_str_radix(text, 16).ok()?, rest))
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
