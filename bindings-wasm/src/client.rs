//! What the class `Digistore24` of the package stands on.

use std::rc::Rc;

use digistore24::{Call, Error, PerCall, Problem, Settings, Value, catalogue};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::drive::promise;
use crate::error::exception;
use crate::flow::{Flow, outcome};
use crate::message::response;
use crate::names::{camel, inward, spoken};
use crate::options::{params, problem};
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
    pub(crate) client: digistore24::Client,
    pub(crate) sender: Rc<Sender>,
}

#[wasm_bindgen]
impl Client {
    /// From the core's settings by name, a number of chance, and a function that replaces `fetch`.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &JsValue, seed: u64, send: JsValue) -> Result<Client, JsValue> {
        let mut problems = Vec::new();
        let sender = Sender::new(&JsValue::UNDEFINED, send, u32::MAX, &mut problems);
        let settings = match parameter::value(settings)? {
            given @ Value::Map(_) => Settings::read(&inward(given)),
            _ => Err(vec![problem("", "expected options such as { apiKey: \"123-...\" }")]),
        };
        let settings = settings.unwrap_or_else(|mut wrong| {
            problems.append(&mut wrong);
            Settings::default()
        });
        match digistore24::Client::new(Settings { seed, ..settings }) {
            Ok(client) if problems.is_empty() => Ok(Client { client, sender: Rc::new(sender) }),
            // The core only met what stands in for what is wrong already.
            Err(Error::Params { problems: found, .. }) if problems.is_empty() => Err(params("client", named(found))),
            _ => Err(params("client", named(problems))),
        }
    }

    /// The same client for calls that do something otherwise, by name.
    ///
    /// # Errors
    /// The exception that lists everything wrong with that.
    pub fn with(&self, options: &JsValue) -> Result<Client, JsValue> {
        let other = match parameter::value(options)? {
            given @ Value::Map(_) => PerCall::read(&inward(given)),
            _ => Err(vec![problem("", "expected options such as { timeout: 5000 }")]),
        };
        let other = other.map_err(|problems| params("client", named(problems)))?;
        match self.client.with(&other) {
            Ok(client) => Ok(Client { client, sender: Rc::clone(&self.sender) }),
            Err(Error::Params { problems, .. }) => Err(params("client", named(problems))),
            Err(error) => Err(exception(&error)),
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
        promise(call, &self.sender, outcome)
    }
}

/// The core names its settings in snake case.
fn named(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|Problem { path, message }| Problem { path: camel(&path), message: spoken(&message) })
        .collect()
}
