//! Writes JSON text.

use super::tidy::Scalar;
use crate::Value;
use crate::amount::push_digits;

/// Beyond this, JavaScript's numbers have gaps; such integers travel as text.
const EXACT: u64 = (1 << 53) - 1;

/// Adds `text` as a JSON string.
pub fn push_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    // All that has to be escaped is ASCII, and bytes are looked at many times quicker than characters.
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(other) => {
                let code = other as u32;
                out.push_str("\\u00");
                for digit in [code >> 4, code & 15] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Adds a tidied value: flags as booleans, amounts as text, times as ISO 8601 with their offset, comma lists as lists.
pub(crate) fn push_scalar(scalar: &Scalar<'_>, out: &mut String) {
    match scalar {
        Scalar::Null => out.push_str("null"),
        Scalar::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Scalar::Integer(number) => {
            let quote = if number.unsigned_abs() > EXACT { "\"" } else { "" };
            out.push_str(quote);
            push_integer(*number, out);
            out.push_str(quote);
        }
        Scalar::Amount(amount) => {
            out.push('"');
            amount.push_to(out);
            out.push('"');
        }
        Scalar::Time(time) => {
            out.push('"');
            time.push_to(out);
            out.push('"');
        }
        Scalar::Escaped(raw) => {
            out.push('"');
            out.push_str(raw);
            out.push('"');
        }
        Scalar::Words(words) => {
            out.push('[');
            for (at, word) in words.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                push_text(word, out);
            }
            out.push(']');
        }
    }
}

/// Adds a whole number.
pub(crate) fn push_integer(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    push_digits(number.unsigned_abs(), 1, out);
}

/// Adds a value.
///
/// An amount becomes a JSON number without needless zeros, as PHP writes what it computed: `25`, `29.75`. Most money of
/// the service travels as text; that is a [`Value::Text`].
pub(crate) fn push_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Integer(number) => out.push_str(&number.to_string()),
        Value::Float(number) if number.is_finite() => out.push_str(&number.to_string()),
        Value::Float(_) => out.push_str("null"),
        Value::Amount(amount) => out.push_str(amount.to_string().trim_end_matches('0').trim_end_matches('.')),
        Value::Time(time) => push_text(&time.to_string(), out),
        Value::Text(text) | Value::Odd(text) => push_text(text, out),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_value(item, out);
            }
            out.push(']');
        }
        Value::Map(fields) => {
            out.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_text(name, out);
                out.push(':');
                push_value(value, out);
            }
            out.push('}');
        }
    }
}
