//! What the module `digistore24/cassette` of the package stands on.

use std::time::Duration;

use digistore24::{Failure, Method, Preview, Redaction, Request, Response, Value};
use wasm_bindgen::prelude::*;

use crate::failure::failure;
use crate::js::{bytes, get, headers, object};
use crate::names::inward;
use crate::parameter::value;
use crate::result::told;

/// Recorded exchanges.
#[wasm_bindgen]
pub struct Tape {
    cassette: digistore24::cassette::Cassette,
}

#[wasm_bindgen]
impl Tape {
    /// From the core's options by name.
    ///
    /// # Errors
    /// Everything wrong with them, as JSON; what a getter of the caller throws.
    #[wasm_bindgen(constructor)]
    pub fn new(given: &JsValue) -> Result<Tape, JsValue> {
        let cassette = digistore24::cassette::Cassette::of(&options(given)?);
        cassette.map(|cassette| Tape { cassette }).map_err(|problems| told(Err(problems)).into())
    }

    /// The answer to a request, `{ failure, reason }`, or `undefined` when it is to be sent.
    pub fn play(&mut self, sent: &JsValue) -> JsValue {
        match self.cassette.play(&request(sent)) {
            None => JsValue::UNDEFINED,
            Some(Ok(response)) => {
                let headers = response.headers.iter().map(|(name, value)| (name.as_str(), value.into()));
                let body = String::from_utf8_lossy(&response.body).into_owned();
                object([("status", response.status.into()), ("headers", object(headers)), ("body", body.into())])
            }
            Some(Err(failure)) => {
                let (word, reason) = match failure {
                    Failure::NotSent(reason) => ("not_sent", reason),
                    Failure::Withheld(reason) => ("withheld", reason),
                    Failure::Lost(reason) => ("lost", reason),
                    Failure::Unusable(reason) => ("unusable", reason),
                };
                object([("failure", word.into()), ("reason", reason.into())])
            }
        }
    }

    /// Records what was answered. What is no answer is the client's to complain about.
    pub fn record(&mut self, sent: &JsValue, reply: &JsValue, moment: f64, took: f64) {
        if let (Some(status), Some(body)) = (get(reply, "status").as_f64(), bytes(&get(reply, "body"))) {
            let response = Response { status: status as u16, headers: headers(&get(reply, "headers")), body };
            self.cassette.record(&request(sent), &Ok(response), time(moment), time(took));
        }
    }

    /// Records that there was no answer, by the word of an attempt for that.
    pub fn lost(&mut self, sent: &JsValue, outcome: &str, reason: String, moment: f64, took: f64) {
        self.cassette.record(&request(sent), &Err(failure(outcome, reason)), time(moment), time(took));
    }

    /// The cassette as text.
    pub fn json(&self) -> String {
        self.cassette.to_json()
    }

    /// How many exchanges there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.cassette.len()
    }

    /// How many of those that it was read with have not been played.
    #[wasm_bindgen(getter)]
    pub fn left(&self) -> usize {
        self.cassette.left()
    }

    /// Whether it is to be written anew.
    #[wasm_bindgen(getter, js_name = isChanged)]
    pub fn is_changed(&self) -> bool {
        self.cassette.is_changed()
    }
}

/// Options as JavaScript hands them over, with the names of the core. None at all are a group without fields.
fn options(given: &JsValue) -> Result<Value, JsValue> {
    value(given).map(|given| match given {
        Value::Null => Value::Map(Vec::new()),
        given => inward(given),
    })
}

/// A body without secrets, as JSON.
///
/// # Errors
/// What a getter of the caller throws.
#[wasm_bindgen]
pub fn redact(name: &str, body: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(Redaction::of(&options(given)?).map(|redaction| redaction.answer(name, body).into())))
}

/// The command that sends what a preview shows, as JSON.
///
/// # Errors
/// What a getter of the caller throws.
#[wasm_bindgen]
pub fn curl(preview: &JsValue) -> Result<String, JsValue> {
    Ok(told(Preview::read(&value(preview)?).map(|preview| preview.curl().into())))
}

/// The same as an HTTP archive, as JSON.
///
/// # Errors
/// What a getter of the caller throws.
#[wasm_bindgen]
pub fn har(preview: &JsValue, moment: f64) -> Result<String, JsValue> {
    Ok(told(Preview::read(&value(preview)?).map(|preview| preview.har(time(moment)).into())))
}

/// So many milliseconds.
fn time(milliseconds: f64) -> Duration {
    Duration::try_from_secs_f64(milliseconds / 1000.0).unwrap_or_default()
}

/// The request `{ method, url, headers, body }` of a client.
fn request(from: &JsValue) -> Request {
    let text = |name: &str| get(from, name).as_string().unwrap_or_default();
    let given = headers(&get(from, "headers"));
    let header = |name: &'static str| {
        let (_, value) = given.iter().find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        Some((name, value.clone()))
    };
    Request {
        method: if text("method") == "GET" { Method::Get } else { Method::Post },
        url: text("url"),
        // Those that a client sets.
        headers: ["X-DS-API-KEY", "Accept", "Content-Type"].into_iter().filter_map(header).collect(),
        body: text("body"),
        timeout: None,
        most_bytes: u64::MAX,
    }
}
