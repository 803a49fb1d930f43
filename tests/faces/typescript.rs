//! `functions.d.ts`, `ipn-event.d.ts`, `ipn-parts.d.ts` and `thankyou-fields.d.ts`: the types for TypeScript of functions,
//! notifications and thank-you pages.

use digistore24::ipn::{EventKind, Message, ThankYou};
use digistore24::wire::{Choice, Field, Kind, Shape, Spec};
use digistore24::{View, catalogue};

use super::types::Types;
use super::words::{answered, is_identifier, parameter, plain, terms};

const HEADER: &str = "\
// Emitted from the catalogue by `cargo xtask faces`; edit core/src/catalogue instead.
//
// Parameters are checked before anything is sent:
// - an id is text; a number serves where it is exact,
// - money and rates are exact decimals as text, `\"9.90\"`, or a `bigint`; a `number` may be a fraction, which is not exact,
// - a moment is text (`2026-10-05 14:00:00`, `now`, `-3d`, ISO 8601 with an offset) or a `Date`,
// - `null` and `undefined` leave a parameter out.
//
// Answers are read leniently:
// - any field may be missing or `null`, and fields that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was; so do whole numbers beyond 2^53.

import type { Answered, CallOptions } from \"./digistore24.js\";

/** Parameters that every function takes. */
export interface Common {
  /** Language of messages. */
  language?: string | null;
  /** Who in your application is responsible; the service only logs it. */
  operator?: string | null;
}

/**
 * An answer about which nothing is known: whatever fields it has, or a list. Whoever uses one checks what it is.
 * Should the service ever answer a bare text or number, that has no origin.
 */
export interface Undocumented {
  [field: string]: unknown;
}
";

const NOTIFICATIONS: &str = "\
// Emitted from the core by `cargo xtask faces`; edit core/src/ipn instead.
//
// - any field may be missing, and parameters that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text, `\"9.90\"`,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was.
";

/// What notifications hold.
pub(crate) fn notifications() -> String {
    let types = Types::read(&[EventKind::KIND, Message::KIND]);
    let (message, parts): (Vec<&Shape>, _) = types.received.into_iter().partition(|shape| shape.name == "Message");
    let parts: Vec<_> = parts.iter().map(|shape| shape.name).collect();
    let message = records(&message);
    let mut out = NOTIFICATIONS.to_owned();
    out.push_str(&import(&message, &parts, "./ipn-parts.js"));
    out.push_str(&message);
    for choice in types.choices {
        out.push_str(&words(choice));
    }
    out
}

/// What a message consists of: its items.
pub(crate) fn parts() -> String {
    beside_messages(&[EventKind::KIND, Message::KIND])
}

/// What a thank-you page is told.
pub(crate) fn thankyou() -> String {
    beside_messages(&[ThankYou::KIND])
}

/// The records that are no messages, which take their words from where messages are.
fn beside_messages(kinds: &[Kind]) -> String {
    let types = Types::read(kinds);
    let shapes: Vec<_> = types.received.into_iter().filter(|shape| shape.name != "Message").collect();
    let records = records(&shapes);
    let choices: Vec<_> = types.choices.iter().map(|choice| choice.name).collect();
    NOTIFICATIONS.to_owned() + &import(&records, &choices, "./ipn-event.js") + &records
}

fn records(shapes: &[&Shape]) -> String {
    shapes.iter().map(|shape| interface(&unlinked(shape.doc), shape, "", Some("unknown"), answers)).collect()
}

/// The line that imports those of the names that the text uses as types.
fn import(text: &str, names: &[&str], from: &str) -> String {
    let uses = |name: &&&str| text.contains(&format!(": {name}"));
    let used: Vec<&str> = names.iter().filter(uses).copied().collect();
    format!("import type {{ {} }} from \"{from}\";\n", used.join(", "))
}

/// A description in which links, which only Rust can follow, are their text.
fn unlinked(doc: &str) -> String {
    let mut parts = doc.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let start = out.rfind('[').expect("a link has a text");
        out.remove(start);
        out.push_str(part.split_once(')').expect("a link has a target").1);
    }
    out
}

/// The whole file of functions.
pub(crate) fn render() -> String {
    let types = Types::reachable();
    let mut out = HEADER.to_owned();
    out.push_str("\n/** The functions of the service, by the names it gives them. */\nexport interface Functions {\n");
    for spec in catalogue::all() {
        out.push_str(&method(spec));
    }
    out.push_str("}\n");
    for spec in catalogue::all() {
        let doc = format!("Parameters of `{}`.", spec.name);
        out.push_str(&interface(&doc, spec.arguments, " extends Common", spec.open.then_some("name"), parameters));
    }
    for shape in types.sent {
        out.push_str(&interface(shape.doc, shape, "", None, parameters));
    }
    for shape in types.received {
        out.push_str(&interface(shape.doc, shape, "", Some("unknown"), answers));
    }
    for choice in types.choices {
        out.push_str(&words(choice));
    }
    out
}

fn method(spec: &Spec) -> String {
    let doc = format!("{}\n\n{}", plain(spec.doc), terms(spec));
    let (name, arguments) = (quoted(spec.name), spec.arguments.name);
    let required = spec.arguments.fields.iter().any(|field| field.required);
    let parameters = if required { format!("params: {arguments}") } else { format!("params?: {arguments} | null") };
    let doc = comment(&doc, "  ");
    let mut out = String::new();
    // One id as a text or a number, one record.
    if let (Kind::OneOrMany(one), Some(by)) = (spec.returns, spec.arguments.fields.first()) {
        let by = format!("{{ {}: string | number }}", quoted(by.name));
        out.push_str(&format!(
            "{doc}  {name}(params: {arguments} & {by}, options?: CallOptions | null): Promise<{}>;\n",
            origin(*one)
        ));
    }
    out + &format!("{doc}  {name}({parameters}, options?: CallOptions | null): Promise<{}>;\n", origin(spec.returns))
}

/// What a function answers as a whole.
fn origin(kind: Kind) -> String {
    match kind {
        Kind::Any => "Answered<Undocumented>".to_owned(),
        kind => format!("Answered<{}>", received(kind)),
    }
}

/// An interface; `rest` names the index signature of one that has more fields than are known.
fn interface(doc: &str, shape: &Shape, extends: &str, rest: Option<&str>, lines: fn(&Field) -> String) -> String {
    let mut out = format!("\n{}export interface {}{extends} {{\n", comment(&plain(doc), ""), shape.name);
    out.extend(shape.fields.iter().map(lines));
    if let Some(name) = rest {
        out.push_str(&format!("  [{name}: string]: unknown;\n"));
    }
    out.push_str("}\n");
    out
}

fn parameters(field: &Field) -> String {
    let doc = comment(&parameter(field, "true", "false"), "  ");
    let kind = sent(field.kind);
    match (field.kind, field.required) {
        (Kind::PerLanguage, _) => {
            let family = field.name.trim_end_matches("XX");
            format!("{doc}  [{}: `{family}${{string}}`]: {kind} | null | undefined;\n", family.trim_end_matches('_'))
        }
        (_, true) => format!("{doc}  {}: {kind};\n", quoted(field.name)),
        (_, false) => format!("{doc}  {}?: {kind} | null;\n", quoted(field.name)),
    }
}

fn answers(field: &Field) -> String {
    let kind = received(field.kind);
    if let Kind::PerLanguage = field.kind {
        let family = field.name.trim_end_matches("XX");
        let doc = comment(&answered(field), "  ");
        return format!(
            "{doc}  [{}: `{family}${{string}}`]: {kind} | null | undefined;\n",
            family.trim_end_matches('_')
        );
    }
    let doc = comment(&unlinked(&answered(field)), "  ");
    let mut out = format!("{doc}  {}?: {kind} | null;\n", quoted(field.name));
    if let Some(also) = field.limits.also {
        let doc = comment(&format!("The same as `{}`.", field.name), "  ");
        out.push_str(&format!("{doc}  {}?: {kind} | null;\n", quoted(also)));
    }
    out
}

fn words(choice: &Choice) -> String {
    let mut union: Vec<String> = choice.values.iter().map(|word| format!("{word:?}")).collect();
    if choice.open {
        union.push("(string & {})".to_owned());
    }
    format!("\n{}export type {} = {};\n", comment(&plain(&unlinked(choice.doc)), ""), choice.name, union.join(" | "))
}

fn sent(kind: Kind) -> String {
    match kind {
        Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_) => "unknown".to_owned(),
        Kind::Text | Kind::PerLanguage | Kind::Month => "string".to_owned(),
        Kind::Id => "string | number | bigint".to_owned(),
        Kind::Integer => "number | bigint".to_owned(),
        // 9.90 is a number to TypeScript as much as 9 is, so none is taken.
        Kind::Amount => "string | bigint".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Time | Kind::Moment | Kind::Day => "string | Date".to_owned(),
        Kind::Joined => "string | number | readonly (string | number)[]".to_owned(),
        Kind::Choice(choice) => choice.name.to_owned(),
        Kind::Object(shape) => shape.name.to_owned(),
        Kind::List(inner) => format!("readonly {}[]", grouped(sent(*inner))),
        Kind::Map(inner) => format!("Record<string, {}>", sent(*inner)),
    }
}

fn received(kind: Kind) -> String {
    match kind {
        Kind::Any => "unknown".to_owned(),
        Kind::Integer => "number".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Joined => "string[]".to_owned(),
        Kind::Choice(choice) if choice.open => choice.name.to_owned(),
        Kind::Choice(choice) => format!("{} | (string & {{}})", choice.name),
        Kind::Object(shape) => shape.name.to_owned(),
        Kind::List(inner) => format!("{}[]", grouped(received(*inner))),
        Kind::Map(inner) => format!("Record<string, {}>", received(*inner)),
        Kind::OneOrMany(inner) => format!("{0} | Record<string, {0}>", received(*inner)),
        Kind::Loose(inner) => received(*inner),
        _ => "string".to_owned(),
    }
}

fn grouped(kind: String) -> String {
    if kind.contains(" | ") { format!("({kind})") } else { kind }
}

fn quoted(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { format!("{name:?}") }
}

fn comment(text: &str, indent: &str) -> String {
    if !text.contains('\n') {
        return format!("{indent}/** {text} */\n");
    }
    let lines = text.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
}
