//! The client: settings, a connection pool, and calls by name.

use digistore24::{BASE_URL, Error, Flow, Settings};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::returned;
use crate::call::Call;
use crate::convert::parameters;
use crate::drive::{Sender, drive};
use crate::errors::guarded;
use crate::http;
use crate::settings::{Given, Limit};

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
            api_key, *, base_url=None, language=None, operator=None, zone=None, timeout=Limit::default(), send=None
        ),
        text_signature = "(api_key, *, base_url=None, language=None, operator=None, zone=None, timeout=30.0, send=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
    fn new(
        py: Python<'_>,
        api_key: &Bound<'_, PyAny>,
        base_url: Option<&Bound<'_, PyAny>>,
        language: Option<&Bound<'_, PyAny>>,
        operator: Option<&Bound<'_, PyAny>>,
        zone: Option<&Bound<'_, PyAny>>,
        timeout: Limit,
        send: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Client> {
        let mut given = Given::default();
        let api_key = given.key(api_key)?;
        let base = given.text("base_url", base_url)?.unwrap_or_else(|| BASE_URL.to_owned());
        let settings = Settings {
            api_key,
            base_url: Some(base.clone()),
            language: given.text("language", language)?,
            operator: given.text("operator", operator)?,
            zone: given.text("zone", zone)?,
        };
        let timeout = given.limit("timeout", timeout);
        let send = given.callable("send", send)?;
        let client = given.client(py, settings)?;
        let shown = format!("<Digistore24 at {base} with the key {}>", client.shown_key());
        let sender = match send {
            Some(send) => Sender::Own(send),
            None => Sender::Pool(http::agent(&base, timeout)),
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
        guarded(py, || returned(py, self.drive(py, self.client.call_named(name, parameters(params)?))?))
    }

    /// Calls any function, also one the catalogue does not know, with parameters that nobody checks.
    #[pyo3(signature = (name, /, **params))]
    fn raw<'py>(
        &self,
        py: Python<'py>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || returned(py, self.drive(py, self.client.raw(name, parameters(params)?))?))
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
    /// What knows the key and makes the calls.
    pub(crate) fn client(&self) -> &digistore24::Client {
        &self.client
    }

    /// Takes a conversation to its end.
    pub(crate) fn drive<T>(&self, py: Python<'_>, flow: impl Flow<Output = Result<T, Error>> + Send) -> PyResult<T> {
        drive(py, &self.sender, flow)
    }
}
