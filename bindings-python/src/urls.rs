//! Order ids, links, order forms with own prices, and payment plans.

use pyo3::prelude::*;

/// The compiled part of `digistore24.urls`.
#[pymodule(name = "urls")]
pub(crate) mod urls_module {}
