//! How an application comes to a key: what to ask, and what came of it. The Python around it makes the calls.

use digistore24::keys::{Collect, Ticket, collect_of, ticket_of, wish_of};
use digistore24::{Ask, Inquiry, Outcome, Value};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::{data, value};
use crate::errors::guarded;
use crate::table::{computed, named};

/// The compiled part of `digistore24.keys`.
#[pymodule(name = "keys")]
pub(crate) mod keys_module {
    #[pymodule_export]
    use super::{Collecting, ticket, wish};
}

/// The parameters of `requestApiKey`.
#[pyfunction]
#[pyo3(signature = (**options))]
fn wish<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    let options = named(options)?;
    guarded(py, || data(py, &computed(py, "keys.request", wish_of(&options))?.parameters()))
}

/// The ticket in what it answers.
#[pyfunction]
fn ticket<'py>(py: Python<'py>, answer: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let answer = value(answer, 0)?;
    guarded(py, || data(py, &Value::from(&computed::<Ticket>(py, "keys.request", ticket_of(&answer))?)))
}

/// The collecting of a key.
#[pyclass(module = "digistore24._native")]
struct Collecting(Collect);

#[pymethods]
impl Collecting {
    #[new]
    #[pyo3(signature = (**options))]
    fn new(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Collecting> {
        let options = named(options)?;
        guarded(py, || Ok(Collecting(computed(py, "keys.collect", collect_of(&options))?)))
    }

    /// What to do next: `function`, `parameters` and perhaps `api_key`; or `wait`, in milliseconds; or nothing.
    fn step<'py>(&mut self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || {
            let step = match self.0.ask() {
                Ask::Call { function, parameters, api_key } => Value::from([
                    ("function", function.into()),
                    ("parameters", parameters),
                    ("api_key", api_key.map_or(Value::Null, Value::Text)),
                ]),
                Ask::Wait(pause) => Value::from([("wait", (pause.as_millis() as i64).into())]),
                Ask::Done(_) => Value::Map(Vec::new()),
            };
            data(py, &step)
        })
    }

    /// What came of it: `data`; or `kind`, `code`, `message` and `maybe_done`.
    #[pyo3(signature = (**outcome))]
    fn tell(&mut self, py: Python<'_>, outcome: Option<&Bound<'_, PyDict>>) -> PyResult<()> {
        let outcome = named(outcome)?;
        guarded(py, || {
            self.0.told(computed(py, "keys.collect", Outcome::read(&outcome))?);
            Ok(())
        })
    }

    /// What is known by now, and how many milliseconds were waited.
    fn so_far<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || {
            let mut so_far = Value::from(self.0.so_far());
            if let Value::Map(fields) = &mut so_far {
                fields.push(("waited".to_owned(), (self.0.waited().as_millis() as i64).into()));
            }
            data(py, &so_far)
        })
    }

    fn __repr__(&self) -> &'static str {
        "<Collecting of a key>"
    }
}
