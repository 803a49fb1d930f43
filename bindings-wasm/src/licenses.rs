//! What the module `digistore24/licenses` of the package stands on.

use digistore24::license::receipt::{PrivateKey, check_of, keys_of, public_key_of, sign_of};
use digistore24::license::{shape_of, validation_of, verdict_of};
use digistore24::{Problem, Value};
use wasm_bindgen::prelude::*;

use crate::inquiry::{step, tell};
use crate::result::told;
use crate::table::{Function, computed, options};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[
    ("shape", |options| shape_of(options).map(|shaped| Value::from(&shaped))),
    ("verdict", |options| verdict_of(options).map(|validity| Value::from(&validity))),
    ("newKeys", |options| {
        let revealed =
            |key: PrivateKey| [("private_key", key.reveal().into()), ("public_key", (&key.public_key()).into())];
        keys_of(options).map(|key| revealed(key).into())
    }),
    ("publicKey", |options| public_key_of(options).map(|key| Value::from(&key))),
    ("sign", |options| sign_of(options).map(|signed| Value::from(&signed))),
    ("check", |options| check_of(options).map(|checked| Value::from(&checked))),
];

/// Computes one of the functions: `{ result }` as JSON, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(computed(FUNCTIONS, function, &options(given)?)))
}

/// Asks the service about a licence key.
#[wasm_bindgen]
pub struct Validation(Result<digistore24::license::Validation, Vec<Problem>>);

#[wasm_bindgen]
impl Validation {
    /// Of `{ purchaseId, licenseKey }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    #[wasm_bindgen(constructor)]
    pub fn new(given: &JsValue) -> Result<Validation, JsValue> {
        Ok(Validation(validation_of(&options(given)?)))
    }

    /// What to do next, as JSON: `{ function, parameters }` to call, `{ result }`, or `{ problems }`.
    pub fn step(&mut self) -> String {
        match &mut self.0 {
            Ok(validation) => step(validation),
            Err(problems) => told(Err(problems.clone())),
        }
    }

    /// What came of it: `{ data, currentTime }`, or `{ kind, code, message, maybeDone }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, outcome: &JsValue) -> Result<(), JsValue> {
        self.0.as_mut().map_or(Ok(()), |validation| tell(validation, outcome))
    }
}
