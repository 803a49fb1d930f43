//! Exchanges that were recorded are played again, and nothing else is.

use std::cell::RefCell;
use std::time::Duration;

use digistore24::cassette::{Cassette, Mode, Taping};
use digistore24::sandbox::Sandbox;
use digistore24::{
    Answer, Call, Client, Error, Failure, Flow, Host, Redaction, Request, Response, Retry, Settings, Value,
};
use serde_json::{Value as Json, json};

use super::{KEY, MOMENT};

/// A host that answers from a list and counts what is sent and waited.
#[derive(Default)]
struct Line {
    answers: Vec<Result<Response, Failure>>,
    sent: usize,
    now: Duration,
    waited: RefCell<Vec<Duration>>,
}

impl Host for Line {
    fn send(&mut self, _: Request) -> Result<Response, Failure> {
        self.sent += 1;
        self.now += Duration::from_millis(40);
        if self.answers.is_empty() { Err(Failure::Lost("nobody answers".to_owned())) } else { self.answers.remove(0) }
    }

    fn wait(&mut self, pause: Duration) {
        self.waited.borrow_mut().push(pause);
        self.now += pause;
    }

    fn now(&self) -> Duration {
        self.now
    }
}

fn answer(data: Json) -> Result<Response, Failure> {
    let body = json!({ "api_version": "1.2", "result": "success", "data": data }).to_string().into_bytes();
    let headers = vec![
        ("Content-Type".to_owned(), "application/json".to_owned()),
        ("Set-Cookie".to_owned(), "sid=abc".to_owned()),
    ];
    Ok(Response { status: 200, headers, body })
}

fn client(retries: u32) -> Client {
    Client::new(Settings { retry: Retry { retries, ..Retry::default() }, ..Settings::from(KEY) }).unwrap()
}

fn call(name: &str, fields: &[(&str, &str)]) -> Call {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect();
    client(3).raw(name, Value::Map(fields))
}

fn taped(cassette: &mut Cassette, host: &mut Line, call: Call) -> Result<Answer, Error> {
    call.run(&mut Taping::new(cassette, host, MOMENT))
}

/// A cassette on which these answers to these calls are recorded.
fn recorded(exchanges: Vec<(Call, Result<Response, Failure>)>) -> Cassette {
    let mut cassette = Cassette::new(Mode::Record);
    for (call, reply) in exchanges {
        let mut host = Line { answers: vec![reply], ..Line::default() };
        let _ = taped(&mut cassette, &mut host, call);
    }
    cassette
}

fn replayed(cassette: &Cassette) -> Cassette {
    Cassette::read(&cassette.to_json(), Mode::Replay).unwrap()
}

fn raw(result: Result<Answer, Error>) -> String {
    result.unwrap().data().into_record().unwrap().raw().to_owned()
}

#[test]
fn a_call_made_twice_gets_the_first_answer_and_then_the_second() {
    let twice = || call("ping", &[("a", "1")]);
    let tape = recorded(vec![
        (twice(), answer(json!({ "n": 1 }))),
        (call("ping", &[("a", "2")]), answer(json!({ "n": 2 }))),
        (twice(), answer(json!({ "n": 3 }))),
    ]);
    let mut cassette = replayed(&tape);
    let mut host = Line::default();
    let mut next = |call| raw(taped(&mut cassette, &mut host, call));
    assert_eq!([next(twice()), next(twice())], [r#"{"n":1}"#, r#"{"n":3}"#]);
    assert_eq!(next(call("ping", &[("a", "2")])), r#"{"n":2}"#);
    assert_eq!((cassette.left(), cassette.is_changed(), host.sent), (0, false, 0));
    assert_eq!(cassette.to_json(), tape.to_json());
}

#[test]
fn the_order_of_parameters_does_not_count_and_their_values_do() {
    let tape = recorded(vec![(call("ping", &[("a", "1"), ("b", "2")]), answer(json!({ "n": 1 })))]);
    for (asked, is_found) in [
        (vec![("b", "2"), ("a", "1")], true),
        (vec![("a", "1")], false),
        (vec![("a", "1"), ("b", "3")], false),
        (vec![("a", "1"), ("b", "2"), ("c", "")], false),
    ] {
        let result = taped(&mut replayed(&tape), &mut Line::default(), call("ping", &asked));
        assert_eq!(result.is_ok(), is_found, "{asked:?} {result:?}");
    }
}

#[test]
fn what_was_not_recorded_is_said_at_once_and_not_sent() {
    let tape = recorded((0..7).map(|n| (call("ping", &[("n", &n.to_string())]), answer(json!({})))).collect());
    let mut cassette = replayed(&tape);
    let mut host = Line::default();
    // Whether it could be repeated or not.
    for function in ["refundTransaction", "listProducts"] {
        let error = taped(&mut cassette, &mut host, call(function, &[("transaction_id", "9")])).unwrap_err();
        let Error::Unanswered { reason, maybe_done: false, .. } = &error else { panic!("{error:?}") };
        assert!(reason.contains(&format!("no answer to {function}(transaction_id=9)")), "{reason}");
        assert!(reason.contains("left are ping(n=0), ping(n=1)") && reason.contains("and 2 more"), "{reason}");
    }
    assert_eq!((host.sent, host.waited.borrow().len()), (0, 0));
    let error = taped(&mut Cassette::new(Mode::Replay), &mut host, call("ping", &[])).unwrap_err();
    assert!(error.to_string().contains("ping() that was not played yet; nothing is left"), "{error}");
}

#[test]
fn a_lost_answer_is_lost_again() {
    let failures = [
        Failure::Lost("no answer in 30 s".to_owned()),
        Failure::NotSent(format!("no route for {KEY}")),
        Failure::Unusable("more than 9 bytes".to_owned()),
    ];
    for failure in failures {
        let none = client(0);
        let made = || none.raw("refundTransaction", Value::Null);
        let tape = recorded(vec![(made(), Err(failure.clone()))]);
        assert!(!tape.to_json().contains("ExampleKey"));
        let mut host = Line { answers: vec![Err(failure)], ..Line::default() };
        let told = made().run(&mut host).unwrap_err();
        assert_eq!(taped(&mut replayed(&tape), &mut host, made()).unwrap_err(), told);
    }
}

#[test]
fn statuses_and_the_headers_that_count_are_kept() {
    let page = |status: u16, name: &str, value: &str| {
        let headers = vec![(name.to_owned(), value.to_owned()), ("Set-Cookie".to_owned(), "sid=abc".to_owned())];
        Ok(Response { status, headers, body: b"<h1>no</h1>".to_vec() })
    };
    let exchanges = [
        page(429, "Retry-After", "7200"),
        page(302, "Location", "https://login.example.com/away?session=abcdef"),
        page(200, "X-Other", "1"),
    ];
    for reply in exchanges {
        let made = || client(0).raw("refundTransaction", Value::Null);
        let tape = recorded(vec![(made(), reply.clone())]);
        let text = tape.to_json();
        assert!(!text.contains("sid=abc") && !text.contains("session=") && !text.contains("X-Other"), "{text}");
        let mut host = Line { answers: vec![reply], ..Line::default() };
        let told = made().run(&mut host).unwrap_err();
        assert_eq!(taped(&mut replayed(&tape), &mut Line::default(), made()).unwrap_err(), told);
    }
}

#[test]
fn what_is_missing_is_sent_and_recorded() {
    let tape = recorded(vec![(call("ping", &[("a", "1")]), answer(json!({ "n": 1 })))]);
    let mut cassette = Cassette::read(&tape.to_json(), Mode::Auto).unwrap();
    let mut host = Line { answers: vec![answer(json!({ "n": 2 })), answer(json!({ "n": 3 }))], ..Line::default() };
    let mut next = |a: &str| raw(taped(&mut cassette, &mut host, call("ping", &[("a", a)])));
    assert_eq!([next("1"), next("2"), next("1")], [r#"{"n":1}"#, r#"{"n":2}"#, r#"{"n":3}"#]);
    assert_eq!((host.sent, cassette.len(), cassette.is_changed()), (2, 3, true));
    let mut cassette = replayed(&cassette);
    let mut next = |a: &str| raw(taped(&mut cassette, &mut host, call("ping", &[("a", a)])));
    assert_eq!([next("1"), next("1"), next("2")], [r#"{"n":1}"#, r#"{"n":3}"#, r#"{"n":2}"#]);
}

#[test]
fn options_come_by_name() {
    let tape = recorded(vec![(call("ping", &[]), answer(json!({ "n": 1 })))]).to_json();
    let of = |options: Json| Cassette::of(&serde_json::from_value(options).unwrap());
    let cassette = of(json!({ "har": tape, "mode": "auto", "hide": ["email"] })).unwrap();
    assert_eq!((cassette.mode(), cassette.len()), (Mode::Auto, 1));
    assert_eq!(of(json!({})).unwrap().mode(), Mode::Replay);
    let problems = of(json!({ "mode": "play", "hide": "email", "path": "a.har" })).unwrap_err();
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["mode", "hide", "path"]);
}

#[test]
fn recording_anew_drops_what_was_there() {
    let tape = recorded(vec![(call("ping", &[]), answer(json!({ "n": 1 })))]);
    let cassette = Cassette::read(&tape.to_json(), Mode::Record).unwrap();
    assert_eq!((cassette.len(), cassette.is_changed()), (0, true));
}

#[test]
fn attempts_are_recorded_one_by_one() {
    let mut host =
        Line { answers: vec![Err(Failure::Lost("cut".to_owned())), answer(json!({ "n": 1 }))], ..Line::default() };
    let mut cassette = Cassette::new(Mode::Record);
    let made = || client(3).call_named("ping", Value::Null);
    assert!(taped(&mut cassette, &mut host, made()).is_ok());
    assert_eq!((cassette.len(), host.sent), (2, 2));
    let mut host = Line::default();
    assert!(taped(&mut replayed(&cassette), &mut host, made()).is_ok());
    assert_eq!((host.sent, host.waited.borrow().len()), (0, 1));
}

#[test]
fn secrets_are_not_in_it_and_any_fits_in_their_place() {
    let license = |key: &str| call("validateLicenseKey", &[("purchase_id", "P1"), ("license_key", key)]);
    let tape = recorded(vec![
        (license("AAAAA-BBBBB-CCCCC"), answer(json!({ "license_key": "AAAAA-BBBBB-CCCCC", "is_license_valid": "Y" }))),
        (
            call("retrieveApiKey", &[("token", "3141592-Token")]),
            answer(json!({ "api_key": "777-FreshKey", "note": KEY })),
        ),
    ]);
    let text = tape.to_json();
    for secret in ["AAAAA", "3141592", "FreshKey", "ExampleKey"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(text.contains("123-…"));
    let mut cassette = replayed(&tape);
    assert!(taped(&mut cassette, &mut Line::default(), license("DDDDD-EEEEE-FFFFF")).is_ok());
    // A cassette that was written by hand may hold what ours leave out.
    let told = text.replace("license_key=%E2%80%A6", "license_key=BYHAND");
    assert!(told.contains("BYHAND"));
    let mut cassette = Cassette::read(&told, Mode::Replay).unwrap();
    assert!(taped(&mut cassette, &mut Line::default(), license("DDDDD-EEEEE-FFFFF")).is_ok());
}

#[test]
fn personal_data_is_left_out_where_it_is_named() {
    let mut cassette = Cassette::new(Mode::Record).hiding(["email"]);
    let buyer =
        client(0).raw("getBuyer", serde_json::from_value(json!({ "buyer": { "email": "ada@example.com" } })).unwrap());
    let mut host = Line {
        answers: vec![answer(json!({ "buyer": { "email": "ada@example.com", "city": "Berlin" } }))],
        ..Line::default()
    };
    taped(&mut cassette, &mut host, buyer).unwrap();
    let text = cassette.to_json();
    assert!(!text.contains("ada@") && !text.contains("ada%40") && text.contains("Berlin"), "{text}");
}

#[test]
fn it_is_an_http_archive_that_says_when_and_how_long() {
    let cassette = recorded(vec![(call("ping", &[("a", "ä b")]), answer(json!({ "n": 1 })))]);
    let har: Json = serde_json::from_str(&cassette.to_json()).unwrap();
    assert_eq!(har["log"]["version"], "1.2");
    let entry = &har["log"]["entries"][0];
    assert_eq!((&entry["startedDateTime"], &entry["time"]), (&json!("2026-10-05T14:00:00.000Z"), &json!(40)));
    assert_eq!(entry["request"]["postData"]["text"], "a=%C3%A4+b");
    let content = &entry["response"]["content"];
    assert_eq!(
        (&content["mimeType"], &content["size"]),
        (&json!("application/json"), &json!(content["text"].as_str().unwrap().len()))
    );
    // What the specification demands of every entry.
    for (part, fields) in [
        ("request", "method url httpVersion cookies headers queryString headersSize bodySize"),
        ("response", "status statusText httpVersion cookies headers content redirectURL headersSize bodySize"),
        ("timings", "send wait receive"),
    ] {
        for field in fields.split(' ') {
            assert!(entry[part].get(field).is_some(), "{part}.{field}");
        }
    }
    assert!(entry.get("cache").is_some());
}

#[test]
fn everything_wrong_with_a_file_is_said_with_its_place() {
    let wrong = |text: &str| -> Vec<String> {
        Cassette::read(text, Mode::Replay).unwrap_err().iter().map(ToString::to_string).collect()
    };
    assert_eq!(wrong("{\"log\":"), ["it is not JSON: it is cut off at byte 7"]);
    assert_eq!(wrong("[]"), ["log.entries: expected the exchanges of an HTTP archive (HAR 1.2), a list"]);
    let whole = recorded(vec![(call("ping", &[]), answer(json!({ "n": 1 })))]).to_json();
    let mut har: Json = serde_json::from_str(&whole).unwrap();
    let entry = har["log"]["entries"][0].clone();
    let broken = |place: &str, value: Json| {
        let mut entry = entry.clone();
        *entry.pointer_mut(place).unwrap() = value;
        entry
    };
    har["log"]["entries"] = json!([
        broken("/request/url", json!(7)),
        entry,
        broken("/response/status", json!("200")),
        broken("/response/content", json!({ "encoding": "base64", "text": "AAAA" })),
        3,
    ]);
    assert_eq!(
        wrong(&har.to_string()),
        [
            "log.entries[0].request.url: expected a text",
            "log.entries[2].response.status: expected a status from 100 to 599",
            "log.entries[3].response.content.encoding: expected a body as plain text",
            "log.entries[4]: expected an object",
        ]
    );
}

#[test]
fn the_sandbox_is_recorded_and_played_word_for_word() {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let calls = ["getUserInfo", "listPurchases", "listProducts", "listTransactions", "refundTransaction"];
    let unknown = |name: &str| match name {
        "refundTransaction" => Value::from([("transaction_id", Value::from("1"))]),
        _ => Value::Null,
    };
    let mut cassette = Cassette::new(Mode::Record);
    let first = calls
        .map(|name| client.call_named(name, unknown(name)).run(&mut Taping::new(&mut cassette, &mut sandbox, MOMENT)));
    let mut cassette = replayed(&cassette);
    let again = calls.map(|name| taped(&mut cassette, &mut Line::default(), client.call_named(name, unknown(name))));
    let redacted = |name: &str, body: &str| Redaction::default().answer(name, body);
    for ((name, one), other) in calls.iter().zip(first).zip(again) {
        match (one, other) {
            (Ok(one), Ok(other)) => assert_eq!(redacted(name, one.raw()), other.raw()),
            (one, other) => assert_eq!((*name, one), ("refundTransaction", other)),
        }
    }
}

/// The calls of `tests/vectors/cassette.har`, in every language.
fn shared_calls(client: &Client) -> Vec<Call> {
    let with = |fields: &[(&str, &str)]| {
        Value::Map(fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect())
    };
    let license = [("purchase_id", "JK92LM34"), ("license_key", "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666")];
    vec![
        client.call_named("getUserInfo", Value::Null),
        client.call_named("refundTransaction", with(&[("transaction_id", "90000001")])),
        client.call_named("validateLicenseKey", with(&license)),
        client.call_named("getPurchase", with(&[("purchase_id", "NOPE")])),
        client.call_named("refundTransaction", with(&[("transaction_id", "90000001")])),
    ]
}

/// An archive without what differs from run to run: by which version, when, how long, and at which port.
fn timeless(har: &str) -> Json {
    let mut har: Json = serde_json::from_str(har).unwrap();
    har["log"]["creator"] = Json::Null;
    for entry in har["log"]["entries"].as_array_mut().unwrap() {
        entry["startedDateTime"] = Json::Null;
        entry["time"] = Json::Null;
        entry["timings"]["wait"] = Json::Null;
        let function = entry["request"]["url"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        entry["request"]["url"] = function.into();
    }
    har
}

#[test]
fn every_language_records_the_same_and_plays_what_another_recorded() {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let mut cassette = Cassette::new(Mode::Record);
    for call in shared_calls(&client) {
        let _ = call.run(&mut Taping::new(&mut cassette, &mut sandbox, MOMENT));
    }
    let path = format!("{}/vectors/cassette.har", env!("CARGO_MANIFEST_DIR"));
    let stored = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(timeless(&cassette.to_json()), timeless(&stored));
    for secret in ["GXQEY", sandbox.api_key().split_once('-').unwrap().1] {
        assert!(!stored.contains(secret), "{secret}");
    }
    let mut cassette = Cassette::read(&stored, Mode::Replay).unwrap();
    let played: Vec<_> = shared_calls(&Client::new(KEY).unwrap())
        .into_iter()
        .map(|call| match taped(&mut cassette, &mut Line::default(), call) {
            Ok(answer) => answer.failure().unwrap_or_else(|| "fine".to_owned()),
            Err(error) => error.kind().to_owned(),
        })
        .collect();
    assert_eq!(played, ["fine", "fine", "fine", "refused", "status: error"]);
    assert_eq!(cassette.left(), 0);
}
