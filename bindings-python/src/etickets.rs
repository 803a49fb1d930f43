//! E-tickets: numbers, records, the check at the door, and lists for doors without a network.

use pyo3::prelude::*;

/// The compiled part of `digistore24.etickets`.
#[pymodule(name = "etickets")]
pub(crate) mod etickets_module {}
