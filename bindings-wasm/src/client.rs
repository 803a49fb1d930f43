//! What the class `Digistore24` of the package stands on.

use std::borrow::Cow;

use digistore24::{Answer, Error, Paging, PerCall, Problem, Settings, Time, Value, Zone, catalogue};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::budget::Budget;
use crate::error::exception;
use crate::flow::Flow;
use crate::message::response;
use crate::names::{camel, inward, spoken};
use crate::options::{params, problem};
use crate::pages::Pages;
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
}

#[wasm_bindgen]
impl Client {
    /// From the core's settings by name, a number of chance, a budget, and what is wrong with the options that are the
    /// host's: the names of those, and what was expected.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &JsValue, seed: u64, budget: Option<Budget>, wrong: Vec<String>) -> Result<Client, JsValue> {
        let mut problems = Vec::new();
        let settings = match parameter::value(settings)? {
            given @ Value::Map(_) => Settings::read(&inward(given)),
            _ => Err(vec![problem("", "expected options such as { apiKey: \"123-...\" }")]),
        };
        let settings = settings.unwrap_or_else(|wrong| {
            problems = named(wrong);
            Settings::default()
        });
        problems.extend(wrong.chunks_exact(2).map(|wrong| problem(&wrong[0], format!("expected {}", wrong[1]))));
        if !problems.is_empty() {
            return Err(params("client", problems));
        }
        let settings = Settings { seed, budget: budget.map(|budget| budget.0), ..settings };
        let client = digistore24::Client::new(settings).map_err(|error| exception(&error))?;
        Ok(Client { client })
    }

    /// What a call would send: `{ function, method, url, headers, parameters, body }`.
    ///
    /// # Errors
    /// What the call itself would end in before anything is sent; what a getter of the parameters throws.
    pub fn preview(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let call = self.otherwise(parameter::value(options)?)?;
        let call = call.call_named(function, parameter::value(parameters)?);
        call.preview().map(|preview| crate::message::preview(&preview)).map_err(|error| exception(&error))
    }

    /// A call of a function of the catalogue, with what it does otherwise. Parameters are read at once: what the caller
    /// changes afterwards is not sent.
    ///
    /// # Errors
    /// The exception that lists everything wrong with the options, and what a getter of the parameters throws.
    pub fn call(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Result<Flow, JsValue> {
        let client = self.otherwise(parameter::value(options)?)?;
        Ok(Flow::new(client.call_named(function, parameter::value(parameters)?), outcome))
    }

    /// A call of any function, unchecked.
    ///
    /// # Errors
    /// The same.
    pub fn raw(&self, function: &str, parameters: &JsValue, options: &JsValue) -> Result<Flow, JsValue> {
        let client = self.otherwise(parameter::value(options)?)?;
        Ok(Flow::new(client.raw(function, parameter::value(parameters)?), outcome))
    }

    /// Every row of a list, with how it is read, and with the moment from which relative ones count.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    pub fn pages(
        &self,
        function: &str,
        parameters: &JsValue,
        paging: &JsValue,
        options: &JsValue,
        now: &str,
    ) -> Result<Pages, JsValue> {
        let client = self.otherwise(parameter::value(options)?)?;
        let paging = Paging::read(&inward(parameter::value(paging)?));
        let paging = paging.map_err(|problems| params(function, named(problems)))?;
        let now = Time::parse(now, Zone::Berlin);
        let now = now.map_err(|wrong| params(function, vec![problem("now", wrong.to_string())]))?;
        let pages = client.pages_named(function, parameter::value(parameters)?, now, &paging);
        pages.map(Pages).map_err(|error| exception(&error))
    }
}

impl Client {
    /// This client for a call that does something otherwise.
    fn otherwise(&self, options: Value) -> Result<Cow<'_, digistore24::Client>, JsValue> {
        match &options {
            Value::Null => return Ok(Cow::Borrowed(&self.client)),
            Value::Map(fields) if fields.is_empty() => return Ok(Cow::Borrowed(&self.client)),
            _ => {}
        }
        let client = PerCall::read(&inward(options)).and_then(|other| match self.client.with(&other) {
            Err(Error::Params { problems, .. }) => Err(problems),
            client => Ok(client),
        });
        match client {
            Ok(client) => client.map(Cow::Owned).map_err(|error| exception(&error)),
            Err(problems) => Err(params("options", named(problems))),
        }
    }
}

/// What a call came to, as a value or an exception.
fn outcome(result: Result<Answer, Error>) -> Result<JsValue, JsValue> {
    result.as_ref().map(|answer| answer::value(answer, None)).map_err(exception)
}

/// The core names its settings in snake case.
fn named(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|Problem { path, message }| Problem { path: camel(&path), message: spoken(&message) })
        .collect()
}
