//! What the class `Digistore24` of the package stands on.

use std::rc::Rc;

use digistore24::{Call, Error, Problem, Settings, Value, catalogue};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::answer;
use crate::drive::drive;
use crate::error::exception;
use crate::flow::{Flow, outcome};
use crate::message::response;
use crate::parameter;
use crate::send::Sender;

/// The names of all functions.
#[wasm_bindgen]
pub fn functions() -> Array {
    catalogue::all().map(|function| JsValue::from_str(function.name)).collect()
}

/// Reads a stored answer: `{ status, body }`, where `raw` is the body if that was a text.
///
/// # Errors
/// The exception for an answer that is a refusal, or none.
#[wasm_bindgen]
pub fn read(function: &str, reply: &JsValue, raw: &JsValue) -> Result<JsValue, JsValue> {
    let reply = response(reply).map_err(|wrong| params(function, vec![problem("", wrong)]))?;
    let answer = digistore24::read(function, reply.status, reply.body).map_err(|error| exception(&error))?;
    Ok(answer::value(&answer, Some(raw).filter(|raw| raw.is_string())))
}

/// Makes calls.
#[wasm_bindgen]
pub struct Client {
    client: digistore24::Client,
    sender: Rc<Sender>,
}

/// The longest a timer of JavaScript takes, and the time that answers get unless told otherwise.
const LONGEST: f64 = i32::MAX as f64;
const USUAL: u32 = 30_000;

#[wasm_bindgen]
impl Client {
    /// From the core's settings by name, a time in milliseconds, and a function that replaces `fetch`.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &JsValue, timeout: &JsValue, send: JsValue) -> Result<Client, JsValue> {
        let mut problems = Vec::new();
        let timeout = match timeout.as_f64() {
            Some(time) if (1.0..=LONGEST).contains(&time) => time as u32,
            None if timeout.is_undefined() => USUAL,
            _ => {
                problems.push(problem("timeout", "expected milliseconds, from 1 to 2147483647"));
                USUAL
            }
        };
        let own = match send.dyn_into::<Function>() {
            Ok(own) => Some(own),
            Err(other) => {
                if !other.is_undefined() {
                    problems.push(problem("send", "expected an async function from a request to a response"));
                }
                None
            }
        };
        let settings = core_settings(&parameter::value(settings)?, &mut problems);
        match digistore24::Client::new(settings) {
            Ok(client) if problems.is_empty() => Ok(Client { client, sender: Rc::new(Sender { own, timeout }) }),
            client => {
                let more = client.err().map(in_camel_case).unwrap_or_default();
                let known = problems.len();
                for problem in more {
                    if problems.iter().take(known).all(|other| other.path != problem.path) {
                        problems.push(problem);
                    }
                }
                Err(params("client", problems))
            }
        }
    }

    /// A call of a function of the catalogue.
    pub fn call(&self, function: &str, parameters: &JsValue) -> Promise {
        self.run(self.prepared(function, parameters))
    }

    /// A call of any function, unchecked.
    pub fn raw(&self, function: &str, parameters: &JsValue) -> Promise {
        self.run(parameter::value(parameters).map(|parameters| self.client.raw(function, parameters)))
    }

    /// A call to be carried out by the caller.
    ///
    /// # Errors
    /// What a getter of the parameters throws.
    pub fn prepare(&self, function: &str, parameters: &JsValue) -> Result<Flow, JsValue> {
        self.prepared(function, parameters).map(Flow::new)
    }
}

impl Client {
    fn prepared(&self, function: &str, parameters: &JsValue) -> Result<Call, JsValue> {
        Ok(self.client.call_named(function, parameter::value(parameters)?))
    }

    /// Parameters are read before the call returns: what the caller changes afterwards is not sent.
    fn run(&self, call: Result<Call, JsValue>) -> Promise {
        let sender = self.sender.clone();
        future_to_promise(async move { outcome(drive(call?, &sender).await) })
    }
}

fn problem(path: &str, message: impl Into<String>) -> Problem {
    Problem { path: path.to_owned(), message: message.into() }
}

fn params(function: &str, problems: Vec<Problem>) -> JsValue {
    exception(&Error::Params { function: function.to_owned(), problems })
}

/// The settings of the core among the options.
fn core_settings(options: &Value, problems: &mut Vec<Problem>) -> Settings {
    let mut settings = Settings::default();
    let Value::Map(options) = options else {
        problems.push(problem("", "expected options such as { apiKey: \"123-...\" }"));
        return settings;
    };
    for (name, value) in options {
        let text = value.as_str().map(str::to_owned);
        match name.as_str() {
            "apiKey" => settings.api_key = text.unwrap_or_default(),
            "baseUrl" => settings.base_url = text,
            "language" => settings.language = text,
            "operator" => settings.operator = text,
            "zone" => settings.zone = text,
            _ => {
                problems.push(problem(name, "there is no such option"));
                continue;
            }
        }
        if !matches!(value, Value::Text(_) | Value::Null) {
            problems.push(problem(name, "expected a text"));
        }
    }
    settings
}

/// The core names its settings in snake case.
fn in_camel_case(error: Error) -> Vec<Problem> {
    let Error::Params { mut problems, .. } = error else { return vec![problem("", error.to_string())] };
    for Problem { path, .. } in &mut problems {
        match path.as_str() {
            "api_key" => *path = "apiKey".to_owned(),
            "base_url" => *path = "baseUrl".to_owned(),
            _ => {}
        }
    }
    problems
}
