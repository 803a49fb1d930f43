//! Parameters on their way out: properties that hold for every form and for every function of the catalogue.

mod typed;

use std::time::Duration;

use digistore24::wire::form::{decode, encode, nest};
use digistore24::wire::{Field, Kind, Limits, Shape, Spec};
use digistore24::{Client, Error, Flow, Problem, Request, Step, Value, catalogue};
use proptest::prelude::*;

fn client() -> Client {
    Client::new("1234567-ExampleKeyOfNobody").expect("a client")
}

fn step(call: &mut digistore24::Call) -> Result<Request, Vec<Problem>> {
    match call.step(Duration::ZERO) {
        Step::Send(request) => Ok(request),
        Step::Done(Err(Error::Params { problems, .. })) => Err(problems),
        other => panic!("{other:?}"),
    }
}

fn named(function: &str, params: Value) -> Result<Request, Vec<Problem>> {
    step(&mut client().call_named(function, params))
}

/// What PHP makes of the body of a call.
fn travelled(function: &str, params: Value) -> Value {
    nest(&decode(&step(&mut client().raw(function, params)).expect("sent").body))
}

fn name() -> impl Strategy<Value = String> {
    any::<String>()
        .prop_filter("a name that travels", |name| !name.is_empty() && !name.contains(['[', ']', '\0', '&', '=']))
}

/// At the top PHP would take a dot or a blank for `_`.
fn top() -> impl Strategy<Value = String> {
    name().prop_map(|name| name.replace(['.', ' '], "_"))
}

fn text() -> impl Strategy<Value = Value> {
    any::<String>().prop_map(|text| Value::Text(text.replace('\0', "")))
}

/// Trees of texts; their maps do not look like lists.
fn tree() -> impl Strategy<Value = Value> {
    let map = |inner| {
        prop::collection::btree_map(name().prop_map(|name| format!("k{name}")), inner, 1..5)
            .prop_map(|map| Value::Map(map.into_iter().collect()))
    };
    let inner = text().prop_recursive(4, 32, 5, move |inner| {
        prop_oneof![map(inner.clone().boxed()), prop::collection::vec(inner, 1..5).prop_map(Value::List)]
    });
    prop::collection::btree_map(top(), inner, 1..5).prop_map(|map| Value::Map(map.into_iter().collect()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_survives_its_encoding(form in prop::collection::vec((any::<String>(), any::<String>()), 0..8)) {
        let body = encode(&form);
        prop_assert!(body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.+%&=".contains(&byte)), "{body}");
        prop_assert_eq!(decode(&body), form);
    }

    #[test]
    fn any_query_can_be_decoded(query in "[a-z0-9%+&=é]{0,60}") {
        let form = decode(&query);
        prop_assert_eq!(decode(&encode(&form)), form);
    }

    #[test]
    fn brackets_are_the_tree_they_were(tree in tree()) {
        let Value::Map(fields) = &tree else { unreachable!() };
        // Names 0, 1, 2 at the root would look like a list.
        prop_assume!(fields.iter().enumerate().any(|(at, (name, _))| *name != at.to_string()));
        prop_assert_eq!(travelled("anything", tree.clone()), tree);
    }

    #[test]
    fn what_is_not_sent_leaves_no_trace(tree in tree()) {
        let Value::Map(mut fields) = tree else { unreachable!() };
        let whole = travelled("anything", Value::Map(fields.clone()));
        fields.retain(|(name, _)| !["null", "list", "map"].contains(&name.as_str()));
        let before = travelled("anything", Value::Map(fields.clone()));
        fields.extend([("null".into(), Value::Null), ("list".into(), Value::List(vec![])), ("map".into(), Value::Map(vec![]))]);
        prop_assert_eq!(travelled("anything", Value::Map(fields)), before);
        prop_assert!(matches!(whole, Value::Map(_) | Value::List(_)));
    }

    #[test]
    fn no_parameters_make_the_check_panic(tree in tree(), at in any::<prop::sample::Index>()) {
        let functions: Vec<_> = catalogue::all().collect();
        let _ = named(at.get(&functions).name, tree);
    }
}

/// A value that the catalogue takes for this kind.
fn right(kind: Kind, limits: &Limits) -> Value {
    match kind {
        Kind::Any => Value::from("anything"),
        Kind::Text | Kind::PerLanguage => {
            Value::from("Glück, 100 %".chars().take(limits.max_len.unwrap_or(99)).collect::<String>())
        }
        Kind::Id => Value::Integer(7),
        Kind::Integer => Value::Integer(limits.min.or(limits.max).unwrap_or(1)),
        Kind::Amount => Value::from("9"),
        Kind::Flag => Value::Bool(true),
        Kind::Time | Kind::Moment => Value::from("2026-10-05 14:00:00"),
        Kind::Day => Value::from("2026-10-05"),
        Kind::Month => Value::from("2026-10"),
        Kind::Joined => Value::List(vec!["a".into(), Value::Integer(2)]),
        Kind::Choice(choice) => Value::from(choice.values[choice.values.len() - 1]),
        Kind::Object(shape) => group(shape),
        Kind::List(item) => Value::List(vec![right(*item, limits), right(*item, limits)]),
        Kind::Map(item) => Value::Map(vec![("512345".into(), right(*item, limits))]),
        Kind::OneOrMany(inner) | Kind::Loose(inner) => panic!("{inner:?} stands for answers only"),
    }
}

/// Every field of a shape with a right value.
fn group(shape: &Shape) -> Value {
    Value::Map(shape.fields.iter().map(|field| (sent_name(field), right(field.kind, field.limits))).collect())
}

fn sent_name(field: &Field) -> String {
    if matches!(field.kind, Kind::PerLanguage) { field.name.replace("XX", "de") } else { field.name.to_owned() }
}

/// Values that the catalogue refuses for this kind, each with where inside of it.
fn wrong(kind: Kind, limits: &Limits) -> Vec<(String, Value)> {
    let here = |value: Value| (String::new(), value);
    let mut values = match kind {
        Kind::Text | Kind::PerLanguage | Kind::Id => {
            vec![here(Value::Bool(true)), here(Value::List(vec!["x".into()])), here("\0".into())]
        }
        Kind::Integer => vec![here("1".into()), here(Value::Float(1.5))],
        Kind::Amount => vec![here(Value::Float(9.9)), here("9,00".into()), here("0.00001".into())],
        Kind::Flag => vec![here("maybe".into()), here(Value::Integer(1))],
        Kind::Time | Kind::Moment | Kind::Day | Kind::Month => vec![here("tomorrow".into()), here(Value::Integer(5))],
        Kind::Joined => vec![here(Value::Bool(true)), ("[0]".into(), Value::List(vec!["a,b".into()]))],
        Kind::Choice(choice) if choice.open => vec![here(Value::Bool(true))],
        Kind::Choice(_) => vec![here(Value::Bool(true)), here("no such word".into())],
        Kind::Object(shape) => inside(shape).into_iter().map(|(path, value)| (format!(".{path}"), value)).collect(),
        Kind::List(item) => wrong(*item, limits)
            .into_iter()
            .map(|(path, value)| (format!("[1]{path}"), Value::List(vec![right(*item, limits), value])))
            .collect(),
        Kind::Map(item) => wrong(*item, limits)
            .into_iter()
            .map(|(path, value)| (format!(".x{path}"), Value::Map(vec![("x".into(), value)])))
            .collect(),
        _ => vec![here(Value::Float(0.5))],
    };
    values.push(here(Value::Odd("a function".into())));
    if let Kind::Object(_) | Kind::List(_) | Kind::Map(_) = kind {
        values.push(here("text".into()));
    }
    match kind {
        Kind::Integer => {
            values.extend(limits.min.map(|least| here(Value::Integer(least - 1))));
            values.extend(limits.max.map(|most| here(Value::Integer(most + 1))));
        }
        Kind::Text | Kind::PerLanguage => values.extend(limits.max_len.map(|most| here("ü".repeat(most + 1).into()))),
        _ => {}
    }
    values
}

/// The fields of a shape with exactly one thing wrong, each with where.
fn inside(shape: &Shape) -> Vec<(String, Value)> {
    let Value::Map(fields) = group(shape) else { unreachable!() };
    let mut variants = Vec::new();
    for (at, field) in shape.fields.iter().enumerate() {
        let name = sent_name(field);
        for (path, value) in wrong(field.kind, field.limits) {
            let mut fields = fields.clone();
            fields[at].1 = value;
            variants.push((format!("{name}{path}"), Value::Map(fields)));
        }
        if field.required {
            let mut fields = fields.clone();
            fields.remove(at);
            variants.push((name, Value::Map(fields)));
        }
    }
    variants
}

#[test]
fn every_function_takes_what_its_entry_describes() {
    for spec in catalogue::all() {
        let request =
            named(spec.name, group(spec.arguments)).unwrap_or_else(|problems| panic!("{}: {problems:?}", spec.name));
        assert_eq!(
            request.body.is_empty(),
            spec.arguments.fields.len() == usize::from(spec.name.contains('{')),
            "{}",
            spec.name
        );
    }
}

#[test]
fn every_function_refuses_each_wrong_field_and_nothing_else() {
    let mut count = 0;
    for spec in catalogue::all() {
        for (path, params) in inside(spec.arguments) {
            let problems = named(spec.name, params.clone()).expect_err(&format!("{} {path} {params:?}", spec.name));
            let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
            assert_eq!(paths, [path.as_str()], "{} {params:?} {problems:?}", spec.name);
            assert!(!problems[0].message.is_empty());
            count += 1;
        }
    }
    assert!(count > 2000, "{count}");
}

#[test]
fn every_function_refuses_a_name_it_does_not_have_unless_it_is_open() {
    let closed = |spec: &Spec| {
        let Value::Map(mut fields) = group(spec.arguments) else { unreachable!() };
        fields.push(("qqqqqqqq".into(), "x".into()));
        named(spec.name, Value::Map(fields)).is_err()
    };
    for spec in catalogue::all() {
        assert_eq!(closed(spec), !spec.open, "{}", spec.name);
    }
}

#[test]
fn parameters_that_are_no_names_and_values_are_refused() {
    for params in [Value::List(vec!["x".into()]), "x".into(), Value::Bool(true), Value::Integer(1)] {
        let problems = named("ping", params).expect_err("refused");
        assert!(problems[0].message.starts_with("expected parameters by name"), "{problems:?}");
    }
    assert_eq!(named("ping", Value::Null).expect("sent").body, "");
}
