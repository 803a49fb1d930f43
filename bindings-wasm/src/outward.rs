//! Plain data as JSON with the names of JavaScript.

use digistore24::wire::json::push_text;
use digistore24::{Problem, Value};

use crate::names::{camel, is_as_it_is, spoken};

/// Adds plain data as JSON with the names of JavaScript: money and days as text, since no number holds them.
pub(crate) fn push_outward(value: &Value, out: &mut String) {
    push(value, camel, out);
}

fn push(value: &Value, renamed: fn(&str) -> String, out: &mut String) {
    match value {
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        // Beyond this, JavaScript's numbers have gaps.
        Value::Integer(number) if number.unsigned_abs() >= 1 << 53 => push_text(&number.to_string(), out),
        Value::Integer(number) => out.push_str(&number.to_string()),
        Value::Amount(amount) => push_text(&amount.to_string(), out),
        Value::Time(day) => push_text(&day.to_string(), out),
        Value::Text(text) => push_text(text, out),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                push(item, renamed, out);
            }
            out.push(']');
        }
        Value::Map(fields) => push_fields(fields, renamed, out),
        Value::Null | Value::Float(_) | Value::Odd(_) => out.push_str("null"),
    }
}

fn push_fields(fields: &[(String, Value)], renamed: fn(&str) -> String, out: &mut String) {
    out.push('{');
    for (at, (name, value)) in fields.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        push_text(&renamed(name), out);
        out.push(':');
        match (name.as_str(), value) {
            ("field", Value::Text(field)) => push_text(&renamed(field), out),
            ("path", Value::Text(path)) => push_text(&placed(path), out),
            ("text", Value::Text(sentence)) => push_text(&spoken(sentence), out),
            (name, value) if is_as_it_is(name) => push(value, str::to_owned, out),
            (_, value) => push(value, renamed, out),
        }
    }
    out.push('}');
}

/// A problem as JavaScript has to hear it.
pub(crate) fn outward(problem: &Problem) -> Value {
    let Problem { path, message } = problem;
    // What is wrong with a row is said with the names that the row has.
    let message = if path.starts_with("rows[") { message.clone() } else { spoken(message) };
    Value::from([("path", path.as_str().into()), ("message", message.into())])
}

/// Where something is, with the names that it has in JavaScript.
fn placed(path: &str) -> String {
    let first = path.split(['.', '[']).next().unwrap_or_default();
    if is_as_it_is(first) { path.to_owned() } else { camel(path) }
}
