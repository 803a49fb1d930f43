//! What the class `Digistore24` of the package stands on.

use std::borrow::Cow;
use std::rc::Rc;

use digistore24::{Call, Error, PerCall, Problem, Settings, Value, catalogue};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::budget::Budget;
use crate::drive::{Host, promise};
use crate::error::exception;
use crate::flow::{Flow, outcome};
use crate::js::get;
use crate::message::response;
use crate::names::{camel, inward, spoken};
use crate::options::{self, params, problem};
use crate::parameter;

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
    host: Rc<Host>,
}

#[wasm_bindgen]
impl Client {
    /// From the core's settings by name, a number of chance, and the settings that are the host's: a function that replaces
    /// `fetch`, one that hears of every attempt, and a budget, or whether something else was given as one.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(
        settings: &JsValue,
        seed: u64,
        send: JsValue,
        on_attempt: JsValue,
        budget: Option<Budget>,
        no_budget: bool,
    ) -> Result<Client, JsValue> {
        let mut problems = Vec::new();
        let settings = match parameter::value(settings)? {
            given @ Value::Map(_) => Settings::read(&inward(given)),
            _ => Err(vec![problem("", "expected options such as { apiKey: \"123-...\" }")]),
        };
        let settings = settings.unwrap_or_else(|wrong| {
            problems = named(wrong);
            Settings::default()
        });
        let host = Host::new(send, on_attempt, &mut problems);
        if no_budget {
            problems.push(problem("budget", "expected a Budget"));
        }
        if !problems.is_empty() {
            return Err(params("client", problems));
        }
        let settings = Settings { seed, budget: budget.map(|budget| budget.0), ..settings };
        let client = digistore24::Client::new(settings).map_err(|error| exception(&error))?;
        Ok(Client { client, host: Rc::new(host) })
    }

    /// A call of a function of the catalogue, with what it does otherwise.
    pub fn call(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Promise {
        self.run(options, |client| Ok(client.call_named(function, parameter::value(parameters)?)))
    }

    /// A call of any function, unchecked.
    pub fn raw(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Promise {
        self.run(options, |client| Ok(client.raw(function, parameter::value(parameters)?)))
    }

    /// What a call would send: `{ function, method, url, headers, parameters, body }`.
    ///
    /// # Errors
    /// What the call itself would end in before anything is sent; what a getter of the parameters throws.
    pub fn preview(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let call = self.otherwise(parameter::value(options)?, Vec::new())?;
        let call = call.call_named(function, parameter::value(parameters)?);
        call.preview().map(|preview| crate::message::preview(&preview)).map_err(|error| exception(&error))
    }

    /// A call to be carried out by the caller, who also gives it up.
    ///
    /// # Errors
    /// The exception that lists everything wrong with the options, and what a getter of the parameters throws.
    pub fn prepare(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Result<Flow, JsValue> {
        let call = self.otherwise(parameter::value(options)?, Vec::new())?;
        Ok(Flow::new(call.call_named(function, parameter::value(parameters)?), Rc::clone(&self.host)))
    }
}

impl Client {
    /// Parameters are read before the call returns: what the caller changes afterwards is not sent.
    fn run(&self, options: &JsValue, call: impl FnOnce(&digistore24::Client) -> Result<Call, JsValue>) -> Promise {
        let mut signal = None;
        let call = parameter::value(options).and_then(|mut given| {
            let mut problems = Vec::new();
            if let Value::Map(fields) = &mut given {
                fields.retain(|(name, _)| name != "signal");
                signal = options::signal(&get(options, "signal"), &mut problems);
            }
            call(&*self.otherwise(given, problems)?)
        });
        promise(call, &self.host, signal, outcome)
    }

    /// This client for a call that does something otherwise.
    fn otherwise(&self, options: Value, mut problems: Vec<Problem>) -> Result<Cow<'_, digistore24::Client>, JsValue> {
        let nothing = match &options {
            Value::Null => true,
            Value::Map(fields) => fields.is_empty(),
            _ => false,
        };
        if nothing && problems.is_empty() {
            return Ok(Cow::Borrowed(&self.client));
        }
        let other = PerCall::read(&inward(options)).and_then(|other| match self.client.with(&other) {
            Err(Error::Params { problems, .. }) => Err(problems),
            client => Ok(client),
        });
        match other {
            Ok(client) if problems.is_empty() => client.map(Cow::Owned).map_err(|error| exception(&error)),
            other => {
                problems.extend(named(other.err().unwrap_or_default()));
                Err(params("options", problems))
            }
        }
    }
}

/// The core names its settings in snake case.
fn named(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|Problem { path, message }| Problem { path: camel(&path), message: spoken(&message) })
        .collect()
}
