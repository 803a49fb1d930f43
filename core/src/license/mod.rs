//! Licence keys: their shape, the check with the service, and receipts that hold without it.
//!
//! Three things of very different worth:
//!
//! - [`shape`] says whether a text looks like a generated key, and how it may have been meant. It never means valid.
//! - [`Validation`] asks the service (`validateLicenseKey`) and ends in a [`Validity`]: `valid`, `not_found`,
//!   `not_paid` or `unknown`. An answer that does not come, or a refusal, is `unknown`: it is no evidence that the
//!   licence is bad.
//! - A receipt (feature `receipts`) is what the vendor's own server signs after such a check, and what the
//!   vendor's program checks without a network: see the module `receipt`.
//!
//! ```
//! use digistore24::license::{Validation, Verdict};
//! use digistore24::{Client, Flow, Inquiring, sandbox::Sandbox};
//!
//! let mut sandbox = Sandbox::new();
//! let client = Client::new(sandbox.api_key())?;
//! let key = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666";
//! let validity = Inquiring::new(&client, Validation::new("JK92LM34", key)).run(&mut sandbox)?;
//! assert_eq!(validity.verdict, Verdict::Valid);
//! # Ok::<(), digistore24::Error>(())
//! ```
//!
//! The other direction, where the service asks the vendor's licence server for a key at each order, is not here: that
//! there is one HTTP request at order time is documented (vendor help pages, read October 2026), but its method, its
//! parameters, how it is signed and what it expects are in no source that could be read. What is known instead is that
//! keys can be handed out in the reply to a notification: see [`ipn::Reply`](crate::ipn::Reply).

mod base64;
mod fingerprint;
mod note;
#[cfg(feature = "receipts")]
pub mod receipt;
mod shape;
mod validation;
mod validity;

pub use fingerprint::Fingerprint;
pub use note::Remark;
pub use shape::{Shape, Shaped, shape, shape_of};
pub use validation::{Validation, validation_of};
pub use validity::{Stated, Trouble, Validity, Verdict, verdict_of};

use crate::Value;
use crate::options::Options;

/// A text that no message quotes, whatever stands in its place: a number may be the licence key itself.
fn secret<'v>(options: &mut Options<'v, '_>, name: &'static str) -> Option<&'v str> {
    match options.value(name)? {
        Value::Text(text) => Some(text),
        other => {
            let got = match other {
                Value::Odd(what) if !what.contains(char::is_numeric) => format!(", got {what}"),
                _ => String::new(),
            };
            options.wrong(name, format!("expected a text{got}"));
            None
        }
    }
}
