//! How many calls a key may make in a time.

use digistore24::{Error, Problem};
use pyo3::prelude::*;

use crate::errors::raised;

/// How many calls a key may make in a time: `per_second` of them, and `at_once` after a rest.
///
/// The service documents no limit, so a client has none unless it is given one. Share a budget between all clients and
/// threads of a process; each key has its share of its own. When the service says that there were too many calls, all
/// calls with that key wait.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Budget {
    budget: digistore24::Budget,
    per_second: f64,
    at_once: u32,
}

#[pymethods]
impl Budget {
    #[new]
    #[pyo3(signature = (per_second, at_once=1))]
    fn new(py: Python<'_>, per_second: f64, at_once: i64) -> PyResult<Budget> {
        let at_once = u32::try_from(at_once).unwrap_or_default();
        match digistore24::Budget::new(per_second, at_once) {
            Some(budget) => Ok(Budget { budget, per_second, at_once }),
            None => {
                let message = "expected more than 0 calls per_second, at least one a day, and at least 1 at_once";
                let problem = Problem { path: String::new(), message: message.to_owned() };
                Err(raised(py, &Error::Params { function: "Budget".to_owned(), problems: vec![problem] }))
            }
        }
    }

    fn __repr__(&self) -> String {
        format!("Budget(per_second={}, at_once={})", self.per_second, self.at_once)
    }
}

impl Budget {
    pub(crate) fn shared(&self) -> digistore24::Budget {
        self.budget.clone()
    }
}
