//! A call for people with an HTTP client of their own: what to send, and what came of it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use digistore24::{Failure, Flow, Request, Response, Step};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::answer::returned;
use crate::drive::{body_of, headers_of, now};
use crate::errors::{guarded, raised};

/// A call that somebody else carries to the service.
///
/// Ask for a `step()`, do it, ask again: `Send` (send it, then hand over what came with `answer` or `fail`), `Wait`
/// (let the time pass), `Done` (its `value` is the answer). A call that failed raises from `step()`.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Call(Mutex<digistore24::Call>);

impl Call {
    pub(crate) fn new(call: digistore24::Call) -> Call {
        Call(Mutex::new(call))
    }

    fn call(&self) -> MutexGuard<'_, digistore24::Call> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Call {
    /// The function that is called.
    #[getter]
    fn function(&self) -> String {
        self.call().function().to_owned()
    }

    /// What to do now: a `Send`, a `Wait` or a `Done`.
    fn step<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || {
            let step = py.detach(|| self.call().step(now()));
            Ok(match step {
                Step::Send(request) => Send::from(request).into_pyobject(py)?.into_any(),
                Step::Wait(pause) => Wait { seconds: pause.as_secs_f64() }.into_pyobject(py)?.into_any(),
                Step::Done(Ok(answer)) => Done { value: returned(py, answer)?.unbind() }.into_pyobject(py)?.into_any(),
                Step::Done(Err(error)) => return Err(raised(py, &error)),
            })
        })
    }

    /// Hands over the response to the last `Send`.
    #[pyo3(signature = (*, status, body, headers=None))]
    fn answer(
        &self,
        py: Python<'_>,
        status: u16,
        body: &Bound<'_, PyAny>,
        headers: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let headers = headers.map_or(Ok(Vec::new()), headers_of)?;
        let response = Response { status, headers, body: body_of(body)? };
        guarded(py, || {
            self.call().answer(Ok(response));
            Ok(())
        })
    }

    /// Reports that no response came. `sent` says whether the request may have left this machine.
    #[pyo3(signature = (reason, *, sent))]
    fn fail(&self, reason: String, sent: bool) {
        let failure = if sent { Failure::Lost(reason) } else { Failure::NotSent(reason) };
        self.call().answer(Err(failure));
    }

    fn __repr__(&self) -> String {
        format!("<Call of {}>", self.call().function())
    }
}

/// Send this, without following redirects, then call `answer` or `fail`.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Send(Request);

impl From<Request> for Send {
    fn from(request: Request) -> Send {
        Send(request)
    }
}

impl Send {
    pub(crate) fn request(&self) -> &Request {
        &self.0
    }
}

#[pymethods]
impl Send {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str, &'static str) {
        ("method", "url", "headers", "body")
    }

    /// `POST` for every call. Only `ipn.doctor` also sends a `GET`, without a body.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method.as_str()
    }

    /// The address. It never holds a secret.
    #[getter]
    fn url(&self) -> &str {
        &self.0.url
    }

    /// The headers to set, the key among them. `Content-Length` is the sender's to add, also when the body is empty.
    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        self.0.headers.iter().try_for_each(|(name, value)| headers.set_item(*name, value))?;
        Ok(headers)
    }

    /// The form to send.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.body.as_bytes())
    }

    fn __repr__(&self) -> String {
        let (method, length) = (self.0.method.as_str(), self.0.body.len());
        format!("Send(method='{method}', url='{}', headers=…, body=… {length} bytes)", self.0.url)
    }
}

/// Let this much time pass, then ask for the next step.
#[pyclass(frozen, get_all, module = "digistore24")]
pub(crate) struct Wait {
    /// How many seconds.
    seconds: f64,
}

#[pymethods]
impl Wait {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("seconds",)
    }

    fn __repr__(&self) -> String {
        format!("Wait(seconds={})", self.seconds)
    }
}

/// The call is over.
#[pyclass(frozen, get_all, module = "digistore24")]
pub(crate) struct Done {
    /// The answer.
    value: Py<PyAny>,
}

#[pymethods]
impl Done {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("value",)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Done(value={})", self.value.bind(py).repr()?))
    }
}
