//! What the class `Digistore24` of the package stands on.

use std::rc::Rc;

use digistore24::{Call, Error, Problem, Settings, catalogue};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::drive::promise;
use crate::error::exception;
use crate::flow::{Flow, outcome};
use crate::message::response;
use crate::options::{Options, params, problem};
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

/// How long the service may take to answer, in milliseconds, unless told otherwise.
const PATIENCE: u32 = 30_000;

#[wasm_bindgen]
impl Client {
    /// From the core's settings by name, a time in milliseconds, and a function that replaces `fetch`.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &JsValue, timeout: &JsValue, send: JsValue) -> Result<Client, JsValue> {
        let mut options = Options::new(settings, "{ apiKey: \"123-...\" }")?;
        let sender = Sender::new(timeout, send, PATIENCE, &mut options.problems);
        let settings = Settings {
            api_key: options.text("apiKey").unwrap_or_default(),
            base_url: options.text("baseUrl"),
            language: options.text("language"),
            operator: options.text("operator"),
            zone: options.text("zone"),
        };
        let mut problems = options.problems();
        match digistore24::Client::new(settings) {
            Ok(client) if problems.is_empty() => Ok(Client { client, sender: Rc::new(sender) }),
            client => {
                let known = problems.len();
                for problem in client.err().map(in_camel_case).unwrap_or_default() {
                    // The core only met what stands in for what is wrong already.
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
        promise(call, &self.sender, outcome)
    }
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
