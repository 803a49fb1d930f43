//! Licence keys: their shape, the check with the service, and receipts that hold without it.

use pyo3::prelude::*;

/// The compiled part of `digistore24.licenses`.
#[pymodule(name = "licenses")]
pub(crate) mod licenses_module {}
