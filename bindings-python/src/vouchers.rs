//! Discount codes and value vouchers: whether a code applies, and what is left to pay.

use pyo3::prelude::*;

/// The compiled part of `digistore24.vouchers`.
#[pymodule(name = "vouchers")]
pub(crate) mod vouchers_module {}
