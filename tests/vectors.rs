//! The contract between the languages: what the files of `tests/vectors` say holds in Rust, to the byte.

use std::time::Duration;

use digistore24::{Answer, Call, Client, Error, Flow, Item, Response, Retry, Settings, Step, Value, read};
use serde_json::Value as Json;

/// The key of every vector that does not bring its own.
const KEY: &str = "1234567-ExampleKeyOfNobody";

/// The vectors of a file; there have to be at least so many.
pub fn vectors(file: &str, least: usize) -> Vec<Json> {
    let path = format!("{}/vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let list: Vec<Json> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(list.len() >= least, "{file} has only {} vectors", list.len());
    list
}

/// Runs a check on every vector of a file and tells of all that fail.
pub fn each(file: &str, least: usize, check: impl Fn(&Json) -> Result<(), String>) {
    let list = vectors(file, least);
    let failures: Vec<_> = list
        .iter()
        .filter_map(|vector| check(vector).err().map(|wrong| format!("{}: {wrong}", text(vector, "why"))))
        .collect();
    assert!(failures.is_empty(), "{} of {} in {file}:\n{}", failures.len(), list.len(), failures.join("\n"));
}

pub fn text<'v>(vector: &'v Json, name: &str) -> &'v str {
    vector[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {vector}"))
}

pub fn equal<T: PartialEq + std::fmt::Debug>(what: &str, have: T, want: T) -> Result<(), String> {
    if have == want { Ok(()) } else { Err(format!("{what}\n  have {have:?}\n  want {want:?}")) }
}

fn client(vector: &Json) -> Result<Client, Error> {
    let setting = |name: &str| vector["settings"][name].as_str().map(str::to_owned);
    Client::new(Settings {
        api_key: setting("api_key").unwrap_or_else(|| KEY.to_owned()),
        base_url: setting("base_url"),
        language: setting("language"),
        operator: setting("operator"),
        zone: setting("zone"),
        retry: Retry { retries: 0, ..Retry::default() },
        ..Settings::default()
    })
}

fn call(vector: &Json) -> Result<Call, Error> {
    let params: Value = serde_json::from_value(vector["params"].clone()).expect("parameters");
    Ok(client(vector)?.call_named(text(vector, "function"), params))
}

fn outcome(vector: &Json) -> Result<Answer, Error> {
    let status = vector["status"].as_u64().unwrap_or(200) as u16;
    let body = match vector["hex"].as_str() {
        Some(hex) => {
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect()
        }
        None => text(vector, "answer").as_bytes().to_vec(),
    };
    if vector["params"].is_null() {
        return read(text(vector, "function"), status, body);
    }
    let mut call = call(vector)?;
    assert!(matches!(call.step(Duration::ZERO), Step::Send(_)), "{vector} asks for nothing");
    call.answer(Ok(Response { status, headers: Vec::new(), body }));
    match call.step(Duration::ZERO) {
        Step::Done(outcome) => outcome,
        other => panic!("{other:?}"),
    }
}

fn check_request(vector: &Json) -> Result<(), String> {
    let Step::Send(request) = call(vector).map_err(|error| error.to_string())?.step(Duration::ZERO) else {
        return Err(format!("refused: {:?}", call(vector).map(|mut call| call.step(Duration::ZERO))));
    };
    equal("url", request.url.as_str(), text(vector, "url"))?;
    equal("body", request.body.as_str(), text(vector, "body"))?;
    if let Some(headers) = vector["headers"].as_object() {
        let have: Json =
            request.headers.iter().map(|(name, value)| (name.to_string(), Json::from(value.as_str()))).collect();
        equal("headers", &have, &Json::Object(headers.clone()))?;
    }
    Ok(())
}

fn check_outcome(vector: &Json) -> Result<(), String> {
    match (outcome(vector), vector.get("error")) {
        (Ok(answer), None) => check_answer(vector, &answer),
        (Err(error), Some(wanted)) => check_error(wanted, &error),
        (Ok(answer), Some(_)) => Err(format!("answered {}", answer.to_json())),
        (Err(error), None) => Err(format!("failed: {error}")),
    }
}

fn check_answer(vector: &Json, answer: &Answer) -> Result<(), String> {
    let parsed = |json: String| serde_json::from_str::<Json>(&json).map_err(|error| format!("{error} in {json}"));
    equal("data", parsed(answer.to_json())?, vector["data"].clone())?;
    looked_at(answer.data(), &vector["data"]).map_err(|wrong| format!("looked at one by one: {wrong}"))?;
    equal("failure", answer.failure().as_deref(), vector["failure"].as_str())?;
    for (name, want) in vector["envelope"].as_object().into_iter().flatten() {
        equal(name, &parsed(answer.envelope().to_json())?[name], want)?;
    }
    Ok(())
}

/// The same data, read field by field and row by row instead of in one walk.
fn looked_at(item: Item<'_>, want: &Json) -> Result<(), String> {
    match (&item, want) {
        (Item::Record(record), Json::Object(fields)) => {
            if let Some(name) = record.names().find(|name| !fields.contains_key(&**name)) {
                return Err(format!("{name} is one too many"));
            }
            fields.iter().try_for_each(|(name, want)| {
                let item = record.get(name).ok_or_else(|| format!("{name} is missing"))?;
                looked_at(item, want).map_err(|wrong| format!("{name}: {wrong}"))
            })
        }
        (Item::List(list), Json::Array(items)) if list.len() == items.len() => {
            list.iter().zip(items).try_for_each(|(item, want)| looked_at(item, want))
        }
        (Item::Words(words), _) => equal("words", Json::from(words.clone()), want.clone()),
        (Item::Integer(number), Json::String(text)) => equal("integer", number.to_string(), text.clone()),
        (Item::Null | Item::Flag(_) | Item::Integer(_) | Item::Amount(_) | Item::Time(_) | Item::Text(_), _) => {
            equal("value", serde_json::to_value(Value::from(item)).expect("a value"), want.clone())
        }
        _ => Err(format!("{item:?} instead of {want}")),
    }
}

fn check_error(wanted: &Json, error: &Error) -> Result<(), String> {
    equal("kind", error.kind(), text(wanted, "kind"))?;
    match error {
        Error::Refused { code, message, status, .. } => {
            equal("code", *code, wanted["code"].as_i64())?;
            equal("message", message.as_str(), text(wanted, "message"))?;
            equal("status", u64::from(*status), wanted["status"].as_u64().unwrap_or_default())?;
        }
        Error::Garbled { status, .. } => {
            equal("status", u64::from(*status), wanted["status"].as_u64().unwrap_or_default())?
        }
        Error::Unanswered { maybe_done, .. } => equal("maybe_done", Some(*maybe_done), wanted["maybe_done"].as_bool())?,
        other => return Err(format!("{other:?}")),
    }
    let (display, debug) = (error.to_string(), format!("{error:?}"));
    for says in words(&wanted["says"]) {
        equal("says", display.contains(says), true).map_err(|_| format!("{display:?} does not say {says:?}"))?;
    }
    for hides in words(&wanted["hides"]) {
        equal("hides", display.contains(hides) || debug.contains(hides), false)
            .map_err(|_| format!("{debug} says {hides}"))?;
    }
    Ok(())
}

pub fn words(list: &Json) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Json::as_str)
}

#[test]
fn every_function_is_encoded_as_written() {
    each("encoding.json", 350, check_request);
}

#[test]
fn the_vectors_cover_every_function_of_the_catalogue_at_least_twice() {
    let list = vectors("encoding.json", 350);
    for spec in digistore24::catalogue::all() {
        let count = list.iter().filter(|vector| vector["function"] == spec.name).count();
        assert!(count >= 2, "{} has {count}", spec.name);
    }
}

#[test]
fn every_sample_goes_out_and_comes_back_as_written() {
    each("samples.json", 16, |vector| check_request(vector).and_then(|()| check_outcome(vector)));
}

#[test]
fn every_answer_is_read_as_written() {
    each("answers.json", 100, check_outcome);
}

#[test]
fn every_bad_reply_becomes_the_error_as_written() {
    each("replies.json", 100, check_outcome);
}

#[test]
fn every_bad_input_is_refused_as_written() {
    each("refused.json", 140, |vector| {
        let problems = match call(vector).map(|mut call| call.step(Duration::ZERO)) {
            Err(Error::Params { problems, .. }) | Ok(Step::Done(Err(Error::Params { problems, .. }))) => problems,
            other => return Err(format!("not refused: {other:?}")),
        };
        let wanted = vector["problems"].as_array().expect("problems");
        let paths: Vec<_> = wanted.iter().map(|problem| text(problem, "path")).collect();
        equal("paths", problems.iter().map(|problem| problem.path.as_str()).collect(), paths)?;
        for (have, wanted) in problems.iter().zip(wanted) {
            for says in words(&wanted["says"]) {
                equal("says", have.message.contains(says), true)
                    .map_err(|_| format!("{have} does not say {says:?}"))?;
            }
        }
        Ok(())
    });
}
