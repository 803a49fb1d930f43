//! Names: options and figures are in camel case in JavaScript and in snake case in the core.

use digistore24::Value;

/// Whether what stands under this name holds names of the service, which stay as they are. Verdicts are counted by words
/// that are values elsewhere.
pub(crate) fn is_as_it_is(name: &str) -> bool {
    matches!(name, "rows" | "record" | "records" | "parameters" | "query" | "data" | "verdicts")
}

/// Options as the core names them. What holds the names of the service stays as it is.
pub(crate) fn inward(options: Value) -> Value {
    match options {
        Value::Map(fields) => {
            let renamed = fields.into_iter().map(|(name, value)| match name.as_str() {
                name_of_service if is_as_it_is(name_of_service) => (name, value),
                // Words that are names of figures.
                "fields" => (name, words(value)),
                _ => (snake(&name), inward(value)),
            });
            Value::Map(renamed.collect())
        }
        Value::List(values) => Value::List(values.into_iter().map(inward).collect()),
        other => other,
    }
}

fn words(value: Value) -> Value {
    match value {
        Value::List(words) => Value::List(words.into_iter().map(self::words).collect()),
        Value::Text(word) => Value::Text(snake(&word)),
        other => other,
    }
}

/// `payNo` as `pay_no`. An underscore is doubled, so that `pay_no` stays what it is in JavaScript: unknown.
fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() || letter == '_' {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// `pay_no` as `payNo`: the way back.
pub(crate) fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut letters = name.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '_' => out.extend(letters.next().map(|letter| letter.to_ascii_uppercase())),
            _ => out.push(letter),
        }
    }
    out
}

/// A sentence with the names in it, which stand in backticks.
pub(crate) fn spoken(sentence: &str) -> String {
    let parts = sentence.split('`').enumerate();
    let parts: Vec<String> = parts.map(|(at, part)| if at % 2 == 1 { camel(part) } else { part.to_owned() }).collect();
    parts.join("`")
}
