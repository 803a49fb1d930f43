//! Nothing of a secret survives in a body that is shown, and all the rest does.

use std::collections::BTreeSet;
use std::time::Duration;

use digistore24::wire::form;
use digistore24::{Call, Client, Flow, Redaction, Response, Settings, Step, Value, catalogue};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use super::KEY;
use crate::cases;
use crate::vectors::{each, equal, text};

#[test]
fn bodies_are_redacted_as_the_vectors_say() {
    each("seeing.json", 20, |vector| {
        if vector["call"] != "redact" {
            return Ok(());
        }
        let options = &vector["options"];
        let mut given = options.clone();
        given.as_object_mut().unwrap().retain(|name, _| name == "hide" || name == "api_key");
        let given = serde_json::from_value(given).unwrap();
        let redaction = Redaction::of(&given).map_err(|problems| format!("{problems:?}"))?;
        let (name, body) = (text(options, "name"), text(options, "body"));
        let shown = redaction.answer(name, body);
        equal("body", shown.as_str(), text(vector, "result"))?;
        // What was cut off is cut off again, maybe nearer to the beginning.
        if shown.ends_with('…') { Ok(()) } else { equal("once more", redaction.answer(name, &shown), shown) }
    });
}

/// Fields that no function documents, and whether they are left out.
const NAMES: [(&str, bool); 12] = [
    ("id", false),
    ("note", false),
    ("Email", true),
    ("api_key", true),
    ("API_KEY", true),
    ("old_passphrase_2", true),
    ("access_token", true),
    ("clientSecret", true),
    ("license_key", true),
    ("license_key_12", true),
    ("is_license_key_found", false),
    ("tok\u{e9}n", false),
];

/// A value of which every text and number can be told from every other by its tag.
fn tagged() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        Just(json!("")),
        Just(json!(true)),
        (100_000_000_000u64..999_999_999_999).prop_map(|number| json!(number)),
        "[a-z\"\\\\/\u{e9}\n]{3}#[0-9]{12}#".prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let named = (select(NAMES.to_vec()), inner.clone()).prop_map(|((name, _), value)| (name.to_owned(), value));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Json::from),
            prop::collection::vec(named, 0..5).prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

fn is_left_out(name: &str) -> bool {
    NAMES.iter().any(|(other, hidden)| *other == name && *hidden)
}

/// The value with `…` where something is left out, and what was.
fn expected(value: &Json, left_out: &mut BTreeSet<String>) -> Json {
    match value {
        Json::Object(fields) => {
            let field = |(name, value): (&String, &Json)| {
                let shown = match is_left_out(name) && !value.is_null() && value != "" {
                    true => {
                        leaves(value, left_out);
                        json!("…")
                    }
                    false => expected(value, left_out),
                };
                (name.clone(), shown)
            };
            Json::Object(fields.iter().map(field).collect())
        }
        Json::Array(items) => items.iter().map(|item| expected(item, left_out)).collect(),
        other => other.clone(),
    }
}

fn leaves(value: &Json, found: &mut BTreeSet<String>) {
    match value {
        Json::Object(fields) => fields.values().for_each(|value| leaves(value, found)),
        Json::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Json::String(text) if text.contains('#') => {
            found.insert(text.split('#').nth(1).unwrap().to_owned());
        }
        Json::Number(number) => {
            found.insert(number.to_string());
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn of_json_everything_stays_but_what_is_left_out(value in tagged(), tidy: bool) {
        let write = |value: &Json| if tidy { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
        let body = write(&json!({ "api_version": "1.2", "data": value })).unwrap();
        let mut left_out = BTreeSet::new();
        let wanted = expected(&json!({ "api_version": "1.2", "data": value }), &mut left_out);
        let shown = Redaction::hiding(["email"]).answer("anything", &body);
        prop_assert_eq!(&shown, &write(&wanted).unwrap());
        prop_assert!(left_out.iter().all(|secret| !shown.contains(secret.as_str())), "{shown}");
    }

    #[test]
    fn the_key_goes_wherever_it_is_and_json_stays_json(value in tagged(), at in 0usize..400) {
        let body = serde_json::to_string(&json!({ "data": value, "b": "x" })).unwrap();
        let texts: Vec<usize> = body.match_indices('#').map(|(at, _)| at + 1).chain([body.len() - 2]).collect();
        let place = texts[at % texts.len()];
        let body = format!("{}{KEY}{}", &body[..place], &body[place..]);
        prop_assume!(serde_json::from_str::<Json>(&body).is_ok());
        let shown = Redaction::default().without_key(KEY).answer("anything", &body);
        prop_assert!(!shown.contains("ExampleKey"), "{shown}");
        prop_assert!(serde_json::from_str::<Json>(&shown).is_ok(), "{shown}");
    }

    #[test]
    fn of_a_body_that_broke_off_no_secret_is_left(function in select(vec!["retrieveApiKey", "ping", "ipnInfo"]), cut in 0usize..120) {
        let body = r#"{"api_version":"1.2","result":"success","data":{"note":"hi","api_key":"777-FreshKeyOfNobody","b":"c"}}"#;
        let cut = cut.min(body.len() - 1);
        let shown = Redaction::default().answer(function, &body[..cut]);
        prop_assert!(!shown.contains("777"), "{shown}");
        prop_assert!(serde_json::from_str::<Json>(&shown).is_err(), "{shown}");
    }
}

#[test]
fn what_cannot_be_read_cannot_be_read_afterwards_either() {
    let call = request("ping", Value::Null);
    let shown = Redaction::default().received(&call, b"{\"api_version\":\"1.2\",\"result\":\"\xff\"}");
    assert_eq!(shown, "{\"api_version\":\"1.2\",\"result\":\"…");
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    assert_eq!(Redaction::default().answer("ping", &deep), deep);
}

#[test]
fn every_secret_of_the_catalogue_is_left_out() {
    let mut found = 0;
    for spec in catalogue::all() {
        for field in spec.arguments.fields.iter().filter(|field| field.limits.secret) {
            found += 1;
            let form = vec![(field.name.to_owned(), "value".to_owned()), ("page".to_owned(), "1".to_owned())];
            let shown = Redaction::default().parameters(spec.name, form);
            assert_eq!((shown[0].1.as_str(), shown[1].1.as_str()), ("…", "1"), "{}", spec.name);
        }
        if let digistore24::wire::Kind::Object(shape) = spec.returns {
            for field in shape.fields {
                found += usize::from(field.limits.secret);
                let body = json!({ "data": { field.name: { "x": 12 } } }).to_string();
                let hidden = Redaction::default().answer(spec.name, &body) != body;
                assert_eq!(hidden, field.limits.secret || field.name == "license_key", "{} {}", spec.name, field.name);
            }
        }
    }
    assert!(found > 5, "only {found}");
}

fn request(function: &str, parameters: Value) -> digistore24::Request {
    match Client::new(KEY).unwrap().raw(function, parameters).step(Duration::ZERO) {
        Step::Send(request) => request,
        other => panic!("{other:?}"),
    }
}

fn parameters(fields: &[(&str, &str)]) -> Value {
    Value::Map(fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect())
}

#[test]
fn secrets_among_parameters_are_left_out_of_the_answer_too() {
    let given =
        parameters(&[("license_key", "ABCDE-FGHIJ-KLMNO"), ("purchase_id", "P1"), ("note", "mine: 123-ExampleKey")]);
    let request = request("validateLicenseKey", given);
    let sent = Redaction::default().sent(&request);
    assert_eq!(form::encode(&sent), "license_key=%E2%80%A6&purchase_id=P1&note=mine%3A+123-%E2%80%A6");
    let answer = br#"{"data":{"is_license_valid":"N","note":"no such licence: ABCDE-FGHIJ-KLMNO, 123-ExampleKey"}}"#;
    let shown = Redaction::default().received(&request, answer);
    assert_eq!(shown, r#"{"data":{"is_license_valid":"N","note":"no such licence: …, 123-…"}}"#);
}

fn attempt(settings: Settings, body: &str) -> digistore24::Attempt {
    let client = Client::new(settings).unwrap();
    let mut call: Call = client.call_named("retrieveApiKey", parameters(&[("token", "3141592-Token")]));
    assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
    call.answer(Ok(Response { status: 200, headers: Vec::new(), body: body.into() }));
    let _ = call.step(Duration::ZERO);
    call.seen().unwrap()
}

#[test]
fn attempts_report_bodies_without_secrets() {
    let body = r#"{"api_version":"1.2","result":"success","data":{"api_key":"777-Fresh","note":"for 3141592-Token","email":"a@example.com"}}"#;
    let settings = || Settings { developer_key: Some(KEY.to_owned()), ..Settings::from(KEY) };
    assert_eq!(attempt(settings(), body).received, None);
    let told = attempt(Settings { bodies: true, hide: vec!["email".to_owned()], ..settings() }, body);
    assert_eq!(told.sent.as_deref(), Some("token=…"));
    let shown = r#"{"api_version":"1.2","result":"success","data":{"api_key":"…","note":"for …","email":"…"}}"#;
    assert_eq!(told.received.as_deref(), Some(shown));
}

#[test]
fn a_secret_that_another_begins_with_leaves_nothing_of_the_longer_one() {
    let body = r#"{"data": {"a_token": "12345678", "b_token": "12345678-rest-of-it", "c_token": ["987654321", 5], "note": "see 12345678-rest-of-it, 12345678-other and 987654321é"}}"#;
    let shown = Redaction::default().answer("ping", body);
    assert_eq!(shown, r#"{"data": {"a_token": "…", "b_token": "…", "c_token": "…", "note": "see …, …-other and …é"}}"#);
}

#[test]
fn an_answer_full_of_secrets_is_gone_through_once() {
    let took = |rows: usize| {
        let rows: Vec<String> = (0..rows)
            .map(|at| format!(r#"{{"license_key": "LICENSE-{at:012}", "note": "of LICENSE-{at:012}", "name": "Ada Example {at}"}}"#))
            .collect();
        let body = format!(r#"{{"data": {{"list": [{}]}}}}"#, rows.join(","));
        let began = std::time::Instant::now();
        let shown = Redaction::default().answer("ping", &body);
        assert!(!shown.contains("LICENSE-"));
        began.elapsed()
    };
    let few = took(1_500).max(took(1_500)).max(std::time::Duration::from_millis(5));
    // Eight times as much would take sixty-four times as long, were each text compared with each secret.
    let many = took(12_000);
    assert!(many < few * 30, "{few:?}, then {many:?}");
}
