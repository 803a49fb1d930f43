//! The catalogue is sound: what the faces and the bindings take for granted about the table.

use std::collections::HashSet;

use digistore24::catalogue;
use digistore24::wire::{Field, Kind, Shape};

use super::types::Types;
use super::words::{plain, snake_case, summary};

/// Names that the emitted files need for themselves, or that TypeScript and Python have given away.
const TAKEN: &[&str] = &[
    "Any",
    "Client",
    "Common",
    "Date",
    "Decimal",
    "Digistore24",
    "Functions",
    "List",
    "Literal",
    "Mapping",
    "Promise",
    "Record",
    "Required",
    "Sequence",
    "TypeAlias",
    "TypedDict",
];

#[test]
fn there_are_144_functions_with_names_of_their_own() {
    let names: Vec<&str> = catalogue::all().map(|spec| spec.name).collect();
    assert_eq!(names.len(), 144);
    assert_distinct(names.iter().copied());
    assert_distinct(names.iter().map(|name| snake_case(name)));
}

#[test]
fn every_type_has_a_name_of_its_own() {
    let types = Types::reachable();
    let functions = catalogue::all().map(|spec| spec.arguments);
    let shapes = functions.chain(types.sent).chain(types.received).map(|shape| shape.name);
    let names: Vec<&str> = shapes.chain(types.choices.into_iter().map(|choice| choice.name)).collect();
    assert_distinct(names.iter().copied());
    let taken: Vec<&str> = names.into_iter().filter(|name| TAKEN.contains(name)).collect();
    assert!(taken.is_empty(), "the emitted files need these names: {taken:?}");
}

#[test]
fn functions_stand_in_alphabetical_order() {
    for area in catalogue::areas() {
        let names = area.functions.iter().map(|spec| spec.name);
        assert!(names.is_sorted(), "{} is out of order", area.title);
    }
}

#[test]
fn every_function_type_and_field_is_described() {
    let types = Types::reachable();
    for spec in catalogue::all() {
        assert_described(spec.doc, spec.name);
        assert_described(&summary(spec.doc), spec.name);
        for field in spec.arguments.fields {
            assert_described(field.doc, &format!("{}.{}", spec.name, field.name));
        }
    }
    for shape in types.sent.into_iter().chain(types.received) {
        assert_described(shape.doc, shape.name);
        for field in shape.fields {
            assert_described(field.doc, &format!("{}.{}", shape.name, field.name));
        }
    }
    for choice in types.choices {
        assert_described(choice.doc, choice.name);
    }
}

#[test]
fn only_functions_known_by_name_say_so() {
    for spec in catalogue::all() {
        let says = plain(spec.doc).contains("Known by name only: ");
        assert_eq!(says, spec.open, "{}: open functions, and only those, are known by name only", spec.name);
    }
}

#[test]
fn parameters_carry_no_rules_of_answers_and_answers_none_of_parameters() {
    let types = Types::reachable();
    for (shape, field) in fields(catalogue::all().map(|spec| spec.arguments).chain(types.sent)) {
        let (path, limits) = (format!("{}.{}", shape.name, field.name), field.limits);
        assert!(limits.fails.is_empty() && limits.also.is_none(), "{path} is a parameter");
        assert!(!matches!(field.kind, Kind::Time | Kind::OneOrMany(_) | Kind::Loose(_)), "{path} is a parameter");
        assert!(!(field.required && matches!(field.kind, Kind::PerLanguage)), "{path} cannot be required");
    }
    for (shape, field) in fields(types.received) {
        let (path, limits) = (format!("{}.{}", shape.name, field.name), field.limits);
        assert!(!field.required, "{path} is in an answer and cannot be required");
        let sent = limits.default.is_some() || limits.min.or(limits.max).is_some() || limits.max_len.is_some();
        assert!(!sent && !limits.positive, "{path} has a limit that only parameters can have");
        assert!(!matches!(field.kind, Kind::Moment | Kind::Day | Kind::Month), "{path} is in an answer: use `Time`");
    }
}

#[test]
fn limits_fit_what_they_limit() {
    let types = Types::reachable();
    let all = catalogue::all().map(|spec| spec.arguments).chain(types.sent).chain(types.received);
    for (shape, field) in fields(all) {
        let (path, limits) = (format!("{}.{}", shape.name, field.name), field.limits);
        let default = limits.default.unwrap_or_default();
        assert!(limits.default.is_none() || !field.required, "{path} is required and has a default");
        assert!(limits.min.or(limits.max).is_none() || matches!(field.kind, Kind::Integer), "{path} is no number");
        assert!(
            limits.max_len.is_none() || matches!(field.kind, Kind::Text | Kind::Id | Kind::PerLanguage),
            "{path} is no text"
        );
        assert!((limits.digits == 2 && !limits.positive) || matches!(field.kind, Kind::Amount), "{path} is no amount");
        let fits = match field.kind {
            _ if limits.default.is_none() => true,
            Kind::Choice(choice) => choice.open || choice.values.contains(&default),
            Kind::Flag => matches!(default, "Y" | "N"),
            Kind::Integer => default.parse::<i64>().is_ok(),
            Kind::Amount => default.parse::<digistore24::Amount>().is_ok(),
            _ => true,
        };
        assert!(fits, "{path} cannot have the default {default:?}");
        for word in limits.fails {
            let known = matches!(field.kind, Kind::Choice(choice) if choice.values.contains(word));
            assert!(known || matches!(field.kind, Kind::Text), "{path} never is {word:?}");
        }
    }
}

#[test]
fn no_type_says_a_field_or_a_word_twice() {
    let types = Types::reachable();
    for shape in catalogue::all().map(|spec| spec.arguments).chain(types.sent).chain(types.received) {
        assert_distinct(shape.fields.iter().flat_map(|field| [Some(field.name), field.limits.also]).flatten());
    }
    for choice in types.choices {
        assert!(!choice.values.is_empty(), "{} has no words", choice.name);
        assert_distinct(choice.values.iter());
    }
}

fn fields(shapes: impl IntoIterator<Item = &'static Shape>) -> impl Iterator<Item = (&'static Shape, &'static Field)> {
    shapes.into_iter().flat_map(|shape| shape.fields.iter().map(move |field| (shape, field)))
}

fn assert_distinct<T: Eq + std::hash::Hash + std::fmt::Debug + Clone>(items: impl Iterator<Item = T>) {
    let mut seen = HashSet::new();
    let twice: Vec<T> = items.filter(|item| !seen.insert(item.clone())).collect();
    assert!(twice.is_empty(), "more than once: {twice:?}");
}

fn assert_described(doc: &str, what: &str) {
    let doc = plain(doc);
    let begins = doc.starts_with(|c: char| c == '`' || c.is_uppercase() || c.is_ascii_digit());
    assert!(begins && doc.ends_with('.'), "{what}: a description is a sentence, from capital to full stop: {doc:?}");
    assert!(!doc.contains("[`") && !doc.contains("*/"), "{what}: every face has to show it, so no links: {doc:?}");
}
