//! The service in memory, from Python.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use digistore24::Response;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::call::Send;
use crate::drive::{body_of, headers_of};
use crate::errors::guarded;

/// The service in memory, with a small fictional account: to try everything without a key and without a network.
///
/// `Digistore24(sandbox.api_key, send=sandbox.send)` uses it in this process. `with sandbox.serve() as server:` puts it
/// on a real HTTP address, `server.base_url`, for any client.
///
/// It checks the key and the parameters, and remembers products, vouchers, buy URLs and buyers that are created through
/// it. It moves no money, sends no mails or notifications, has no order form, and knows no rate limits; `knows` tells
/// whether it has a rule for a function, or answers with values that look right and mean nothing.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Sandbox(Mutex<digistore24::sandbox::Sandbox>);

/// An HTTP response: status, headers, body.
type Reply<'py> = (u16, Bound<'py, PyDict>, Bound<'py, PyBytes>);

impl Sandbox {
    fn sandbox(&self) -> MutexGuard<'_, digistore24::sandbox::Sandbox> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Sandbox {
    #[new]
    fn new() -> Sandbox {
        Sandbox(Mutex::new(digistore24::sandbox::Sandbox::new()))
    }

    /// A key with full access.
    #[getter]
    fn api_key(&self) -> String {
        self.sandbox().api_key().to_owned()
    }

    /// A key that may only read.
    #[getter]
    fn read_key(&self) -> String {
        self.sandbox().read_key().to_owned()
    }

    /// A developer key.
    #[getter]
    fn developer_key(&self) -> String {
        self.sandbox().developer_key().to_owned()
    }

    /// Answers a request of `prepare`, or of a client with `send=sandbox.send`.
    #[pyo3(signature = (request, /))]
    fn send<'py>(&self, py: Python<'py>, request: &Send) -> PyResult<Reply<'py>> {
        guarded(py, || {
            let response = self.sandbox().handle(request.request());
            reply(py, &response)
        })
    }

    /// Answers what an HTTP server received: `target` is the path with its query.
    #[pyo3(signature = (method, target, headers=None, body=None))]
    fn handle<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        target: &str,
        headers: Option<&Bound<'py, PyAny>>,
        body: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Reply<'py>> {
        let headers = headers.map_or(Ok(Vec::new()), headers_of)?;
        let body = body.map_or(Ok(Vec::new()), body_of)?;
        guarded(py, || {
            let response = self.sandbox().http(method, target, &headers, &body);
            reply(py, &response)
        })
    }

    /// A real HTTP server on this machine, as a context manager with a `base_url`.
    #[pyo3(signature = (*, port=0))]
    fn serve<'py>(slf: &Bound<'py, Self>, port: u16) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("digistore24._serve")?.getattr("Serving")?.call1((slf, port))
    }

    /// Lets time pass on the sandbox's clock, which otherwise stands still.
    fn advance(&self, seconds: f64) -> PyResult<()> {
        let by = Duration::try_from_secs_f64(seconds)
            .map_err(|_| PyValueError::new_err(format!("expected seconds from 0 on, got {seconds}")))?;
        self.sandbox().advance(by);
        Ok(())
    }

    /// Lets the owner of the account agree to the key that was asked for with this token. `False` for unknown tokens.
    fn approve(&self, token: &str) -> bool {
        self.sandbox().approve(token)
    }

    /// Lets the owner of the account refuse the key that was asked for with this token. `False` for unknown tokens.
    fn decline(&self, token: &str) -> bool {
        self.sandbox().decline(token)
    }

    /// Whether a rule answers this function, or only its shape.
    #[staticmethod]
    fn knows(function: &str) -> bool {
        digistore24::sandbox::Sandbox::knows(function)
    }

    fn __repr__(&self) -> &'static str {
        "<Sandbox of Digistore24>"
    }
}

fn reply<'py>(py: Python<'py>, response: &Response) -> PyResult<Reply<'py>> {
    let headers = PyDict::new(py);
    response.headers.iter().try_for_each(|(name, value)| headers.set_item(name, value))?;
    Ok((response.status, headers, PyBytes::new(py, &response.body)))
}
