//! The client: settings, a connection pool, and calls by name.

use std::time::Duration;

use digistore24::{BASE_URL, Error, Problem, Settings};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::answer::returned;
use crate::call::Call;
use crate::convert::parameters;
use crate::drive::{Sender, drive};
use crate::errors::{guarded, raised};
use crate::http;

/// Makes calls. `digistore24.Digistore24` adds a method for each function of the catalogue.
#[pyclass(frozen, subclass, module = "digistore24._native")]
pub(crate) struct Client {
    client: digistore24::Client,
    sender: Sender,
    shown: String,
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(
        signature = (
            api_key, *, base_url=None, language=None, operator=None, zone=None, timeout=Some(30.0), send=None
        ),
        text_signature = "(api_key, *, base_url=None, language=None, operator=None, zone=None, timeout=30.0, send=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
    fn new(
        py: Python<'_>,
        api_key: &Bound<'_, PyString>,
        base_url: Option<String>,
        language: Option<String>,
        operator: Option<String>,
        zone: Option<String>,
        timeout: Option<f64>,
        send: Option<Py<PyAny>>,
    ) -> PyResult<Client> {
        // A lone surrogate becomes a character no key has; pyo3's own error would carry the key.
        let api_key = api_key.to_string_lossy().into_owned();
        let base = base_url.clone();
        let settings = Settings { api_key, base_url, language, operator, zone };
        let client = digistore24::Client::new(settings).map_err(|error| raised(py, &error))?;
        let base = base.as_deref().unwrap_or(BASE_URL);
        let shown = format!("<Digistore24 at {base} with the key {}>", client.shown_key());
        let sender = match send {
            Some(send) => Sender::Own(send),
            None => Sender::Pool(http::agent(limit(py, timeout)?)),
        };
        Ok(Client { client, sender, shown })
    }

    /// Calls a function by the name the service gives it. Parameters are checked before anything is sent.
    #[pyo3(signature = (name, /, **params))]
    fn call<'py>(
        &self,
        py: Python<'py>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || self.drive(py, self.client.call_named(name, parameters(params)?)))
    }

    /// Calls any function, also one the catalogue does not know, with parameters that nobody checks.
    #[pyo3(signature = (name, /, **params))]
    fn raw<'py>(
        &self,
        py: Python<'py>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || self.drive(py, self.client.raw(name, parameters(params)?)))
    }

    /// A call for an HTTP client of your own: see `Call`.
    #[pyo3(signature = (name, /, **params))]
    fn prepare(&self, py: Python<'_>, name: &str, params: Option<&Bound<'_, PyDict>>) -> PyResult<Call> {
        guarded(py, || Ok(Call::new(self.client.call_named(name, parameters(params)?))))
    }

    fn __repr__(&self) -> &str {
        &self.shown
    }
}

impl Client {
    fn drive<'py>(&self, py: Python<'py>, call: digistore24::Call) -> PyResult<Bound<'py, PyAny>> {
        returned(py, drive(py, &self.sender, call)?)
    }
}

/// How long a call may take.
fn limit(py: Python<'_>, seconds: Option<f64>) -> PyResult<Option<Duration>> {
    let Some(seconds) = seconds else { return Ok(None) };
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if !limit.is_zero() => Ok(Some(limit)),
        _ => {
            let message = format!("expected seconds above 0, or None for no limit, got {seconds}");
            let problems = vec![Problem { path: "timeout".to_owned(), message }];
            Err(raised(py, &Error::Params { function: "client".to_owned(), problems }))
        }
    }
}
