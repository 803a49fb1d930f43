//! Making a connection, and finding out what is wrong with one.

use std::rc::Rc;

use digistore24::ipn::{self, Doctor, Finding, Plan, Setup};
use digistore24::read;
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

use crate::client::Client;
use crate::drive::promise;
use crate::error::exception;
use crate::flow::outcome;
use crate::js::object;
use crate::options::{Options, params, problem};
use crate::send::Sender;

/// How long an endpoint may take to answer, in milliseconds, unless told otherwise.
const PATIENCE: u32 = 10_000;

/// A `domain_id` for a project, with that much chance in it.
///
/// # Errors
/// The exception for a name without letters.
#[wasm_bindgen(js_name = domainId)]
pub fn domain_id(project: &str, random: &[u8]) -> Result<String, JsValue> {
    ipn::domain_id(project, random).map_err(|problem| params("domainId", vec![problem]))
}

#[wasm_bindgen]
impl Client {
    /// Makes or renews a connection, and leaves alone what is another project's.
    pub fn connect(&self, options: &JsValue) -> Promise {
        promise(self.setup(options), &self.sender, outcome)
    }

    fn setup(&self, options: &JsValue) -> Result<Setup, JsValue> {
        let mut options = Options::new(options, "{ ipnUrl, name, domainId, shaPassphrase }")?;
        let mut plan = planned(options.text("ipnUrl").unwrap_or_default(), &mut options);
        plan.name = options.text("name").unwrap_or_default();
        plan.sha_passphrase = options.text("shaPassphrase").unwrap_or_default();
        let formerly = options.texts("formerly").unwrap_or_default();
        options.done("connect")?;
        let mut setup = Setup::new(&self.client, plan);
        for ipn_url in formerly {
            setup = setup.formerly(ipn_url);
        }
        Ok(setup)
    }
}

/// An endpoint that is about to be examined.
#[wasm_bindgen]
pub struct Examination {
    plan: Plan,
    passphrase: Option<String>,
    sender: Rc<Sender>,
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
        let sender = Rc::new(Sender::new(timeout, send, PATIENCE, &mut options.problems));
        let plan = planned(ipn_url, &mut options);
        let passphrase = options.text("passphrase");
        options.done("doctor")?;
        Ok(Examination { plan, passphrase, sender })
    }

    /// What is wrong: a list of `{ severity, word, message }`. `connection` is a body that `ipnInfo` answered, or empty.
    pub fn run(self, connection: &str) -> Promise {
        let sender = Rc::clone(&self.sender);
        promise(self.doctor(connection), &sender, |findings| Ok(findings.iter().map(shown).collect::<Array>().into()))
    }

    fn doctor(self, connection: &str) -> Result<Doctor, JsValue> {
        let mut doctor = Doctor::new(self.plan);
        if let Some(passphrase) = &self.passphrase {
            doctor = doctor.passphrase(passphrase);
        }
        if connection.is_empty() {
            return Ok(doctor);
        }
        let answer = read("ipnInfo", 200, connection).map_err(|error| exception(&error))?;
        let expected = "expected a Digistore24, or what its ipnInfo answered";
        let record = answer.record().ok_or_else(|| params("doctor", vec![problem("connection", expected)]))?;
        Ok(doctor.connection(&record))
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
