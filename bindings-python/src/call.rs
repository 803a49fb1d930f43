//! A conversation for people with an HTTP client of their own: what to send, and what came of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use digistore24::{Answer, Attempt, Error, Failure, Flow, Request, Response, Step};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::answer::returned;
use crate::cassette::{Tape, Taped};
use crate::client::Client;
use crate::drive::{body_of, carry, headers_of, interrupted, step, warning};
use crate::errors::{guarded, raised};
use crate::seeing::Seeing;

/// A call that somebody else carries to the service.
///
/// Ask for a `step()`, do it, ask again: `Send` (send it, then hand over what came with `answer` or `fail`), `Wait`
/// (let the time pass), `Done` (its `value` is the answer). A call that failed raises from `step()`.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Call {
    name: String,
    flow: Mutex<Box<dyn Flow<Output = Made> + std::marker::Send>>,
    seeing: Arc<Seeing>,
    /// Whether the thread that carries it is to let go.
    stopped: Arc<AtomicBool>,
}

/// Makes an object of Python of what a conversation ended in, or raises.
type Made = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + std::marker::Send>;

impl Call {
    /// A call of one function, with a cassette in between if there is one.
    pub(crate) fn new(call: digistore24::Call, tape: Option<&Tape>) -> Call {
        Call::of(call.function().to_owned(), Taped::new(call, tape), answered)
    }

    /// Any conversation, with what makes an object of Python of its end.
    pub(crate) fn of<F, M>(name: impl Into<String>, flow: F, make: M) -> Call
    where
        F: Flow + std::marker::Send + 'static,
        F::Output: std::marker::Send + 'static,
        M: Fn(Python<'_>, F::Output) -> PyResult<Py<PyAny>> + std::marker::Send + Sync + 'static,
    {
        Call {
            name: name.into(),
            flow: Mutex::new(Box::new(Making { flow, make: Arc::new(make) })),
            seeing: Arc::default(),
            stopped: Arc::default(),
        }
    }

    /// The same, with who hears what becomes of its attempts.
    pub(crate) fn seen_by(self, seeing: &Arc<Seeing>) -> Call {
        Call { seeing: Arc::clone(seeing), ..self }
    }

    fn flow(&self) -> MutexGuard<'_, Box<dyn Flow<Output = Made> + std::marker::Send>> {
        self.flow.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a call of one function ends in.
pub(crate) fn answered(py: Python<'_>, result: Result<Answer, Error>) -> PyResult<Py<PyAny>> {
    match result {
        Ok(answer) => Ok(returned(py, answer)?.unbind()),
        Err(error) => Err(raised(py, &error)),
    }
}

/// A conversation that ends in what makes an object of Python.
struct Making<F, M> {
    flow: F,
    make: Arc<M>,
}

impl<F, M> Flow for Making<F, M>
where
    F: Flow,
    F::Output: std::marker::Send + 'static,
    M: Fn(Python<'_>, F::Output) -> PyResult<Py<PyAny>> + std::marker::Send + Sync + 'static,
{
    type Output = Made;

    fn step(&mut self, now: Duration) -> Step<Made> {
        match self.flow.step(now) {
            Step::Send(request) => Step::Send(request),
            Step::Wait(pause) => Step::Wait(pause),
            Step::Done(output) => {
                let make = Arc::clone(&self.make);
                Step::Done(Box::new(move |py| make(py, output)))
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.flow.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.flow.seen()
    }
}

#[pymethods]
impl Call {
    /// The function that is called.
    #[getter]
    fn function(&self) -> &str {
        &self.name
    }

    /// What to do now: a `Send`, a `Wait` or a `Done`.
    fn step<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guarded(py, || {
            // Let go of before Python goes on: whoever waits for it may hold the interpreter.
            let is_seen = self.seeing.is_wanted(py);
            let (step, seen) = py.detach(|| step(&mut **self.flow(), is_seen));
            self.seeing.tell(py, seen);
            Ok(match step {
                Step::Send(request) => Send::from(request).into_pyobject(py)?.into_any(),
                Step::Wait(pause) => Wait { seconds: pause.as_secs_f64() }.into_pyobject(py)?.into_any(),
                Step::Done(make) => Done { value: make(py)? }.into_pyobject(py)?.into_any(),
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
            py.detach(|| self.flow().answer(Ok(response)));
            Ok(())
        })
    }

    /// Reports that no response came. `sent` says whether the request may have left this machine.
    #[pyo3(signature = (reason, *, sent))]
    fn fail(&self, py: Python<'_>, reason: String, sent: bool) {
        let failure = if sent { Failure::Lost(reason) } else { Failure::NotSent(reason) };
        py.detach(|| self.flow().answer(Err(failure)));
    }

    /// Sends the request of the last `Send` with the built-in HTTP client, waits, and hands over what came of it.
    fn _carry(&self, py: Python<'_>, ds: &Client, request: &Send) {
        py.detach(|| {
            let reply = carry(ds.sender(), &request.0, &self.stopped);
            self.flow().answer(reply);
        });
    }

    /// Gives up a conversation that waits for an answer, and says what is to be known of what it last sent.
    fn _interrupted(&self, py: Python<'_>, sent: bool) -> Option<String> {
        let seen = py.detach(|| interrupted(&mut **self.flow(), sent));
        // Not before: what the thread then hands over is no answer.
        self.stopped.store(true, Ordering::Relaxed);
        let warning = seen.as_ref().and_then(warning);
        self.seeing.tell(py, seen);
        warning
    }

    fn __repr__(&self) -> String {
        format!("<Call of {}>", self.name)
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

    /// How many seconds the whole exchange may take, or `None`.
    #[getter]
    fn timeout(&self) -> Option<f64> {
        self.0.timeout.map(|timeout| timeout.as_secs_f64())
    }

    /// How many bytes of the body to read at most, decompressed. One byte more is enough to show that it is too large.
    #[getter]
    fn most_bytes(&self) -> u64 {
        self.0.most_bytes
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
