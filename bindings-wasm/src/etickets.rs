//! What the module `digistore24/etickets` of the package stands on.

use digistore24::eticket::{
    self, SyncReport, SyncRun, check_of, number_of, read_of, scan_of, sync_options_of, take_json_of, take_of,
    validation_of,
};
use digistore24::{Ask, Inquiry, Outcome, Problem, Value};
use wasm_bindgen::prelude::*;

use crate::inquiry::{step, tell};
use crate::outward::push_outward;
use crate::result::told;
use crate::table::{Function, computed, options};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[
    ("number", |options| number_of(options).map(|read| Value::from(&read))),
    ("check", |options| check_of(options).map(|check| Value::from(&check))),
];

/// Computes one of the functions: `{ result }` as JSON, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(computed(FUNCTIONS, function, &options(given)?)))
}

/// Which fields of a row are read, and how many rows a list holds: `{ names, most }`.
#[wasm_bindgen]
pub fn rows() -> String {
    let names = eticket::FIELDS.map(Value::from).to_vec();
    let mut json = String::new();
    push_outward(&Value::from([("names", Value::List(names)), ("most", (eticket::MOST as i64).into())]), &mut json);
    json
}

/// The check of a ticket by the service.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Validation(Option<eticket::Validation>);

#[wasm_bindgen]
impl Validation {
    /// Not begun.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Validation {
        Validation::default()
    }

    /// Begins: `{ result: null }`, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn begin(&mut self, given: &JsValue) -> Result<String, JsValue> {
        Ok(told(validation_of(&options(given)?).map(|validation| {
            self.0 = Some(validation);
            Value::Null
        })))
    }

    /// What to do next, as JSON: `{ function, parameters }` to call, or `{ result }`.
    pub fn step(&mut self) -> String {
        self.0.as_mut().map(step).unwrap_or_default()
    }

    /// What came of it.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue) -> Result<(), JsValue> {
        self.0.as_mut().map_or(Ok(()), |validation| tell(validation, outcome))
    }
}

/// The list of a door, once it was taken or read.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Door {
    list: Option<eticket::DoorList>,
    /// The synchronisation under way.
    run: Option<SyncRun>,
}

#[wasm_bindgen]
impl Door {
    /// Without a list.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Door {
        Door::default()
    }

    /// Takes the list from records: `{ result: null }`, or `{ problems }`. Rows come as one JSON text, which is many times
    /// quicker than value by value; without it, the records are what the options hold.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn take(&mut self, given: &JsValue, rows: Option<String>) -> Result<String, JsValue> {
        let options = options(given)?;
        let taken = rows.map_or_else(|| take_of(&options), |rows| take_json_of(&rows, &options));
        Ok(told(taken.map(|list| self.hold(list))))
    }

    /// Reads the list from bytes: `{ result: null }`, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn read(&mut self, bytes: &[u8], given: &JsValue) -> Result<String, JsValue> {
        Ok(told(read_of(bytes, &options(given)?).map(|list| self.hold(list))))
    }

    /// The list as bytes, or its marks alone.
    pub fn bytes(&self, marks_only: bool) -> Vec<u8> {
        let list = self.list.as_ref();
        list.map(|list| if marks_only { list.marks() } else { list.bytes() }).unwrap_or_default()
    }

    /// Merges bytes of another list: `{ result: null }`, or `{ problems }`.
    pub fn merge(&mut self, bytes: &[u8]) -> String {
        let merged = self.list.as_mut().map_or(Ok(()), |list| list.merge_bytes(bytes));
        told(
            merged
                .map(|()| Value::Null)
                .map_err(|bad| vec![Problem { path: "bytes".to_owned(), message: bad.to_string() }]),
        )
    }

    /// Scans `{ text, at }`: `{ result }`, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn scan(&mut self, given: &JsValue) -> Result<String, JsValue> {
        let options = options(given)?;
        let scanned = self.list.as_mut().map_or(Err(Vec::new()), |list| scan_of(list, &options));
        Ok(told(scanned.map(|scan| Value::from(&scan))))
    }

    /// What the list tells of itself: `{ result }`.
    pub fn tells(&self, what: &str) -> String {
        let all = |values: Vec<Value>| Value::List(values);
        told(Ok(self.list.as_ref().map_or(Value::Null, |list| match what {
            "counts" => Value::from(&list.counts()),
            "conflicts" => all(list.conflicts().iter().map(Value::from).collect()),
            "pending" => all(list.pending().iter().map(Value::from).collect()),
            "strange" => all(list.strange().iter().map(Value::from).collect()),
            "event" => Value::from(list.event()),
            _ => list.door().into(),
        })))
    }

    /// Begins a synchronisation: `{ result: null }`, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn begin(&mut self, given: &JsValue) -> Result<String, JsValue> {
        Ok(told(sync_options_of(&options(given)?).map(|options| {
            self.run = Some(SyncRun::new(options));
            Value::Null
        })))
    }

    /// What the synchronisation does next, as JSON: `{ function, parameters }` to call, or `{ result }`.
    pub fn step(&mut self) -> String {
        self.running().map(|mut running| step(&mut running)).unwrap_or_default()
    }

    /// What came of it.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue) -> Result<(), JsValue> {
        self.running().map_or(Ok(()), |mut running| tell(&mut running, outcome))
    }
}

impl Door {
    fn hold(&mut self, list: eticket::DoorList) -> Value {
        self.list = Some(list);
        Value::Null
    }

    fn running(&mut self) -> Option<Running<'_>> {
        Some(Running { list: self.list.as_mut()?, run: self.run.as_mut()? })
    }
}

/// A synchronisation, to which the list is lent for a step.
struct Running<'d> {
    list: &'d mut eticket::DoorList,
    run: &'d mut SyncRun,
}

impl Inquiry for Running<'_> {
    type Output = SyncReport;

    fn ask(&mut self) -> Ask<SyncReport> {
        self.run.ask(self.list)
    }

    fn told(&mut self, outcome: Outcome) {
        self.run.told(outcome);
    }
}
