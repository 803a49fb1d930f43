//! Calls as they would be sent, and bodies without secrets, from Python.

use std::time::Duration;

use digistore24::Redaction;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::errors::guarded;
use crate::table::{computed, named};

/// A call as it would be sent, without sending it: what `dry_run` gives.
///
/// Of the key it holds the number, and `…` for every parameter that is a secret or is to be left out.
#[pyclass(frozen, eq, module = "digistore24")]
#[derive(PartialEq)]
pub(crate) struct Preview(pub(crate) digistore24::Preview);

#[pymethods]
impl Preview {
    /// The function.
    #[getter]
    fn function(&self) -> &str {
        &self.0.function
    }

    /// The method, `POST` for every call.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method.as_str()
    }

    /// The address.
    #[getter]
    fn url(&self) -> &str {
        &self.0.url
    }

    /// The headers. `Content-Length` is added when it is sent.
    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        self.0.headers.iter().try_for_each(|(name, value)| headers.set_item(name, value))?;
        Ok(headers)
    }

    /// The parameters as they travel: pairs of name and value.
    #[getter]
    fn parameters(&self) -> Vec<(String, String)> {
        self.0.parameters.clone()
    }

    /// The body.
    #[getter]
    fn body(&self) -> String {
        self.0.body()
    }

    /// The command that sends it, for a POSIX shell. The key comes from the variable `DS24_API_KEY`, and a parameter that
    /// is left out from one named after it, such as `DS24_PARAM_SHA_PASSPHRASE`.
    fn curl(&self) -> String {
        self.0.curl()
    }

    /// The same as an HTTP archive (HAR 1.2). `moment` is when it says it began, in seconds since 1970.
    #[pyo3(signature = (moment=0.0))]
    fn har(&self, moment: f64) -> PyResult<String> {
        let moment = Duration::try_from_secs_f64(moment)
            .map_err(|_| PyValueError::new_err(format!("expected seconds since 1970, got {moment}")))?;
        Ok(self.0.har(moment))
    }

    fn __repr__(&self) -> String {
        format!("<Preview of {}>", self.0.function)
    }
}

/// The body of an answer of a function without keys, passphrases, tokens and licence keys, and without the values of the
/// fields named in `hide`: to log or keep it. With `api_key` every trace of that key goes too.
#[pyfunction]
#[pyo3(signature = (name, body, /, **options), text_signature = "(name, body, /, *, hide=(), api_key=None)")]
pub(crate) fn redact(
    py: Python<'_>,
    name: &str,
    body: &Bound<'_, PyString>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<String> {
    guarded(py, || {
        let redaction = computed(py, "redact", Redaction::of(&named(options)?))?;
        Ok(redaction.answer(name, body.to_str()?))
    })
}
