//! Phrases and spellings that several faces share.

use digistore24::wire::{Access, Field, Kind, Repeat, Spec, Verb};

/// A description as Markdown, without the blanks that doc comments begin with.
pub(crate) fn plain(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    lines.join("\n").trim().to_owned()
}

/// The first paragraph of a description, on one line.
pub(crate) fn summary(doc: &str) -> String {
    let doc = plain(doc);
    doc.split("\n\n").next().unwrap_or_default().replace('\n', " ")
}

/// The description of a parameter and what may be in it. `yes` and `no` are how the face writes flags.
pub(crate) fn parameter(field: &Field, yes: &str, no: &str) -> String {
    let limits = field.limits;
    let mut text = plain(field.doc);
    let mut add = |sentence: String| {
        text.push(' ');
        text.push_str(&sentence);
    };
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => add(format!("From {min} to {max}.")),
        (Some(min), None) => add(format!("At least {min}.")),
        (None, Some(max)) => add(format!("At most {max}.")),
        (None, None) => {}
    }
    if let Some(most) = limits.max_len
        && !field.doc.contains(&format!("{most} characters"))
    {
        add(format!("At most {most} characters."));
    }
    if limits.digits != 2 {
        add(format!("At most {} decimals.", limits.digits));
    }
    if limits.positive {
        add("More than zero.".to_owned());
    }
    if let Some(default) = limits.default {
        let default = match (field.kind, default) {
            (Kind::Flag, "Y") => yes,
            (Kind::Flag, "N") => no,
            _ => default,
        };
        add(format!("Default `{default}`."));
    }
    text
}

/// The description of a field of an answer, and which words in it mean failure.
pub(crate) fn answered(field: &Field) -> String {
    let words: Vec<String> = field.limits.fails.iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => plain(field.doc),
        _ => format!("{} Not done, although the call succeeded: {}.", plain(field.doc), words.join(", ")),
    }
}

/// What a function asks for and whether it may be called twice.
pub(crate) fn terms(spec: &Spec) -> String {
    let key = match (spec.access, spec.developer) {
        (Access::Read, false) => "A read-only key is enough.",
        (Access::Read, true) => "A read-only key or a developer key is enough.",
        (Access::Write, false) => "Needs a key with full access.",
        (Access::Write, true) => "Needs a key with full access or a developer key.",
        (Access::Developer, _) => "Needs a developer key.",
    };
    match spec.repeat {
        Repeat::Safe => format!("{key} May be repeated."),
        Repeat::Once => format!("{key} Must not be sent twice."),
    }
}

/// The verb that the vendor documents.
pub(crate) fn verb(spec: &Spec) -> Option<&'static str> {
    match spec.verb {
        Verb::Get => Some("GET"),
        Verb::Post => Some("POST"),
        Verb::Put => Some("PUT"),
        Verb::Delete => Some("DELETE"),
        Verb::Unknown => None,
    }
}

/// The word for the kind of key.
pub(crate) fn access(spec: &Spec) -> &'static str {
    match spec.access {
        Access::Read => "read",
        Access::Write => "write",
        Access::Developer => "developer",
    }
}

/// The word for what a repetition does.
pub(crate) fn repeat(spec: &Spec) -> &'static str {
    match spec.repeat {
        Repeat::Safe => "safe",
        Repeat::Once => "once",
    }
}

/// Whether a name can stand without quotes in JavaScript and Python.
pub(crate) fn is_identifier(name: &str) -> bool {
    let fits = |c: char| c == '_' || c.is_ascii_alphanumeric();
    name.starts_with(|c: char| fits(c) && !c.is_ascii_digit()) && name.chars().all(fits)
}

/// The name of a function in Python: `listPaymentPlans` becomes `list_payment_plans`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if (c.is_ascii_uppercase() || !c.is_ascii_alphanumeric()) && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        if c.is_ascii_alphanumeric() {
            snake.push(c.to_ascii_lowercase());
        }
    }
    snake
}

#[test]
fn function_names_become_snake_case() {
    for (name, snake) in [
        ("listPaymentPlans", "list_payment_plans"),
        ("ipnSetup", "ipn_setup"),
        ("{productId}/legal-requirements", "product_id_legal_requirements"),
        ("deliverable-types", "deliverable_types"),
    ] {
        assert_eq!(snake_case(name), snake);
    }
}
