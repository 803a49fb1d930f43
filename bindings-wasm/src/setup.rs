//! What the module `digistore24/setup` of the package stands on.

use std::rc::Rc;
use std::time::Duration;

use digistore24::ipn::{self, Doctor, Finding, Plan};
use digistore24::{Ask, Inquiry, Problem, Value};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

use crate::drive::{Host, promise};
use crate::inquiry::{called, tell};
use crate::js::object;
use crate::options::{Options, params, problem};
use crate::parameter;

/// How long an endpoint may take to answer, in milliseconds, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// A `domain_id` for a project, with that much chance in it.
///
/// # Errors
/// The exception for a name without letters.
#[wasm_bindgen(js_name = domainId)]
pub fn domain_id(project: &str, random: &[u8]) -> Result<String, JsValue> {
    ipn::domain_id(project, random).map_err(|problem| params("domainId", vec![problem]))
}

/// Makes or renews a connection through the client of another entry, and leaves alone what is another project's.
#[wasm_bindgen]
pub struct Setup(ipn::Setup);

#[wasm_bindgen]
impl Setup {
    /// From options by name.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Setup, JsValue> {
        let mut options = Options::new(options, "{ ipnUrl, name, domainId, shaPassphrase }")?;
        let mut plan = planned(options.text("ipnUrl").unwrap_or_default(), &mut options);
        plan.name = options.text("name").unwrap_or_default();
        plan.sha_passphrase = options.text("shaPassphrase").unwrap_or_default();
        let formerly = options.texts("formerly").unwrap_or_default();
        options.done("connect")?;
        Ok(Setup(formerly.into_iter().fold(ipn::Setup::new(plan), ipn::Setup::formerly)))
    }

    /// What to do next, as JSON: `{ function, parameters }` to call, or `{}` when the last call is what it comes to.
    ///
    /// # Errors
    /// The exception that says why nothing was changed.
    pub fn step(&mut self) -> Result<String, JsValue> {
        match self.0.ask() {
            Ask::Call { function, parameters } => Ok(called(function, parameters)),
            // It has nothing to wait for.
            Ask::Wait(_) => Ok("{}".to_owned()),
            Ask::Done(outcome) => {
                outcome.map(|()| "{}".to_owned()).map_err(|problems| params(ipn::Setup::FUNCTION, problems))
            }
        }
    }

    /// What came of it: `{ data }`, or `{ kind, code, message, maybeDone }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue) -> Result<(), JsValue> {
        tell(&mut self.0, outcome)
    }
}

/// An endpoint that is about to be examined.
#[wasm_bindgen]
pub struct Examination {
    plan: Plan,
    passphrase: Option<String>,
    timeout: Duration,
    host: Rc<Host>,
}

#[wasm_bindgen]
impl Examination {
    /// From an address, options by name, a time in milliseconds, and a function that replaces `fetch`.
    ///
    /// # Errors
    /// The exception that lists everything wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(ipn_url: String, options: &JsValue, timeout: &JsValue, send: JsValue) -> Result<Examination, JsValue> {
        let mut options = Options::new(options, "{ passphrase, productIds }")?;
        let host = Rc::new(Host::new(send, JsValue::UNDEFINED, &mut options.problems));
        let timeout = patience(timeout, &mut options.problems);
        let plan = planned(ipn_url, &mut options);
        let passphrase = options.text("passphrase");
        options.done("doctor")?;
        Ok(Examination { plan, passphrase, timeout, host })
    }

    /// What is wrong: a list of `{ severity, word, message }`. `connection` is what `ipnInfo` answered, or nothing.
    pub fn run(self, connection: &JsValue) -> Promise {
        let host = Rc::clone(&self.host);
        promise(self.doctor(connection), &host, None, |findings| {
            Ok(findings.iter().map(shown).collect::<Array>().into())
        })
    }

    fn doctor(self, connection: &JsValue) -> Result<Doctor, JsValue> {
        let mut doctor = Doctor::new(self.plan).timeout(Some(self.timeout));
        if let Some(passphrase) = &self.passphrase {
            doctor = doctor.passphrase(passphrase);
        }
        match parameter::value(connection)? {
            Value::Null => Ok(doctor),
            data @ Value::Map(_) => Ok(doctor.connection(&data)),
            _ => {
                let expected = "expected a Digistore24, or what its ipnInfo answered";
                Err(params("doctor", vec![problem("connection", expected)]))
            }
        }
    }
}

/// How long an answer may take. What is wrong joins the problems.
fn patience(timeout: &JsValue, problems: &mut Vec<Problem>) -> Duration {
    match timeout.as_f64() {
        Some(time) if (1.0..=f64::from(i32::MAX)).contains(&time) => Duration::from_millis(time as u64),
        None if timeout.is_undefined() || timeout.is_null() => PATIENCE,
        _ => {
            problems.push(problem("timeout", "expected milliseconds, from 1 to 2147483647"));
            PATIENCE
        }
    }
}

fn shown(finding: &Finding) -> JsValue {
    object([
        ("severity", finding.severity.as_str().into()),
        ("word", finding.word.into()),
        ("message", finding.message.as_str().into()),
    ])
}

/// The plan in the options that making and examining a connection share.
fn planned(ipn_url: String, options: &mut Options) -> Plan {
    let mut plan = Plan::new(ipn_url, String::new(), options.text("domainId").unwrap_or_default(), String::new());
    plan.product_ids = options.texts("productIds").unwrap_or_default();
    if let Some(transactions) = options.texts("transactions") {
        plan.transactions = transactions;
    }
    plan
}
