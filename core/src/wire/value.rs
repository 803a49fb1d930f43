//! JSON text as plain values, for the rows that bindings hand over in bulk.

use super::scan::{Scanned, Scanner, Span, unescape};
use crate::Value;

/// The value that a JSON text stands for; nothing for what is no JSON, or nested too deep. A number that is not whole, or
/// that no integer of 64 bits holds, is [`Value::Odd`].
///
/// ```
/// use digistore24::{Value, wire::value::read};
///
/// let row = read(r#"{ "id": 7, "hint": "19:30" }"#).unwrap();
/// assert_eq!(row, Value::from([("id", 7.into()), ("hint", "19:30".into())]));
/// assert_eq!(read(r#"{ "id": 7"#), None);
/// ```
pub fn read(text: &str) -> Option<Value> {
    let mut scanner = whole(text)?;
    let value = step(text, &mut scanner).ok()?;
    scanner.end().ok().map(|()| value)
}

/// The values of the list that a JSON text is, one after the other; nothing for what is no list. All of the text is
/// checked before the first one is read.
pub fn items(text: &str) -> Option<impl Iterator<Item = Value>> {
    let mut scanner = whole(text)?;
    let items = (scanner.peek() == b'[').then(|| scanner.items())?.ok()?;
    scanner.end().ok()?;
    // They were checked.
    Some(items.into_iter().map(move |item| step(text, &mut Scanner::new(text, item)).unwrap_or_default()))
}

/// The values of the list that a JSON text is, as texts; nothing for what is no list.
pub(crate) fn parts(text: &str) -> Option<Vec<&str>> {
    let mut scanner = whole(text)?;
    let items = (scanner.peek() == b'[').then(|| scanner.items())?.ok()?;
    scanner.end().ok()?;
    Some(items.into_iter().map(|item| item.of(text)).collect())
}

/// The fields of the object that a JSON text is, as texts; nothing for what is no object. Names keep their escapes.
pub(crate) fn fields(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut scanner = whole(text)?;
    (scanner.peek() == b'{').then(|| scanner.open())?.ok()?;
    let mut fields = Vec::new();
    let mut first = true;
    while let Some(name) = scanner.next_field(&mut first).ok()? {
        fields.push((name.of(text), scanner.skip().ok()?.of(text)));
    }
    scanner.end().ok()?;
    Some(fields)
}

fn whole(text: &str) -> Option<Scanner<'_>> {
    let end = u32::try_from(text.len()).ok()?;
    Some(Scanner::new(text, Span { start: 0, end }))
}

fn step(text: &str, scanner: &mut Scanner<'_>) -> Scanned<Value> {
    let mut first = true;
    Ok(match scanner.peek() {
        b'{' => {
            let mut fields = Vec::new();
            scanner.open()?;
            while let Some(name) = scanner.next_field(&mut first)? {
                fields.push((unescape(name.of(text)).into_owned(), step(text, scanner)?));
            }
            Value::Map(fields)
        }
        b'[' => {
            let mut items = Vec::new();
            scanner.open()?;
            while scanner.next_item(&mut first)? {
                items.push(step(text, scanner)?);
            }
            Value::List(items)
        }
        _ => scalar(scanner.skip()?.of(text)),
    })
}

fn scalar(raw: &str) -> Value {
    match raw {
        "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => match raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(inner) => Value::Text(unescape(inner).into_owned()),
            None => raw.parse().map_or_else(|_| Value::Odd(format!("the number {raw}")), Value::Integer),
        },
    }
}
