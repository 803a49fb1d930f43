//! Asking the service about a licence key.

use std::fmt;

use super::note::Remark;
use super::secret;
use super::validity::{Trouble, Validity};
use crate::options::read_all;
use crate::{Ask, Inquiry, Outcome, Problem, Value};

/// So many first characters of a licence key tell nobody much.
const TELLING: usize = 6;

/// No message quotes more characters than this.
const LONGEST: usize = 300;

/// Asks the service about a licence key, once. `validateLicenseKey` only reads, so whoever gets no answer may ask
/// again.
///
/// A developer key of the vendor is enough, which is made to be published with software (vendor document). The order
/// has to belong to the owner of the key.
pub struct Validation {
    purchase_id: String,
    license_key: String,
    validity: Option<Validity>,
}

impl Validation {
    /// About this key of this order. Blanks around both are left out.
    pub fn new(purchase_id: &str, license_key: &str) -> Validation {
        let (purchase_id, license_key) = (purchase_id.trim().to_owned(), license_key.trim().to_owned());
        Validation { purchase_id, license_key, validity: None }
    }
}

impl Inquiry for Validation {
    type Output = Validity;

    fn ask(&mut self) -> Ask<Validity> {
        match &self.validity {
            Some(validity) => Ask::Done(validity.clone()),
            None => Ask::Call {
                function: "validateLicenseKey",
                parameters: Value::from([
                    ("purchase_id", self.purchase_id.as_str().into()),
                    ("license_key", self.license_key.as_str().into()),
                ]),
                api_key: None,
            },
        }
    }

    fn told(&mut self, outcome: Outcome) {
        let (id, key) = (self.purchase_id.as_str(), self.license_key.as_str());
        self.validity = Some(match outcome {
            Outcome::Answered { data, .. } => Validity::read(&data, Some(id), Some(key)),
            Outcome::Failed { kind, code, message, .. } => {
                let remark = if kind == "refused" { Remark::Refused } else { Remark::NoAnswer };
                let message = without(&message, key);
                Validity::unknown(id, key, remark, Some(Trouble { kind, code, message }))
            }
        });
    }
}

/// A message without the key. Where it quotes the beginning of a page, the key may be cut.
fn without(message: &str, key: &str) -> String {
    if key.is_empty() {
        return message.to_owned();
    }
    let mut message = message.replace(key, "…");
    for (end, _) in key.char_indices().take(LONGEST).skip(TELLING).collect::<Vec<_>>().into_iter().rev() {
        if let Some(start) = key.get(..end) {
            message = message.replace(start, "…");
        }
    }
    message
}

impl fmt::Debug for Validation {
    /// Shows no licence key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Validation { purchase_id, validity, .. } = self;
        f.debug_struct("Validation")
            .field("purchase_id", purchase_id)
            .field("validity", validity)
            .finish_non_exhaustive()
    }
}

/// The same of options by name: `purchase_id` and `license_key`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn validation_of(options: &Value) -> Result<Validation, Vec<Problem>> {
    read_all(options, |options| {
        options.require("purchase_id", "a licence key alone cannot be checked");
        options.require("license_key", "an order id alone cannot be checked");
        let (purchase_id, license_key) = (options.text("purchase_id"), secret(options, "license_key"));
        for (name, text) in [("purchase_id", purchase_id), ("license_key", license_key)] {
            if text.is_some_and(|text| text.trim().is_empty()) {
                options.wrong(name, "is empty");
            }
        }
        Some(Validation::new(purchase_id?, license_key?))
    })
}
