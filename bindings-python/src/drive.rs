//! The run loop: asks the core what to do, and does it.

use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use digistore24::{Error, Failure, Flow, Request, Response, Step};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use ureq::Agent;

use crate::errors::raised;
use crate::{call, http};

/// Who carries requests to the service.
pub(crate) enum Sender {
    /// A pool of connections.
    Pool(Agent),
    /// A callable of the user: `(request) -> (status, headers, body)`.
    Own(Py<PyAny>),
}

impl Sender {
    /// Sends a request over the pool. Called without the interpreter, which a callable of the user would need.
    pub(crate) fn carry(&self, request: &Request) -> Result<Response, Failure> {
        match self {
            Sender::Pool(agent) => http::send(agent, request),
            Sender::Own(_) => Err(Failure::NotSent("there is no connection".to_owned())),
        }
    }
}

/// Gives up a conversation that waits for an answer, and says so if what it last sent may have taken effect.
pub(crate) fn interrupted<F: Flow + ?Sized>(flow: &mut F, sent: bool) -> Option<String> {
    let reason = "interrupted".to_owned();
    flow.answer(Err(if sent { Failure::Lost(reason) } else { Failure::NotSent(reason) }));
    let _ = flow.step(now());
    let attempt = flow.seen().filter(|attempt| attempt.maybe_done)?;
    Some(format!("{} may have been carried out, so look before you repeat it", attempt.function))
}

/// Takes a conversation with the service to its end.
pub(crate) fn drive<T>(
    py: Python<'_>,
    sender: &Sender,
    flow: impl Flow<Output = Result<T, Error>> + std::marker::Send,
) -> PyResult<T>
where
    T: std::marker::Send,
{
    let mut cause = None;
    run(py, sender, flow, &mut cause)?.map_err(|error| {
        let error = raised(py, &error);
        caused(py, &error, cause);
        error
    })
}

/// An error of a conversation is due to what the user's callable raised, if that raised something.
pub(crate) fn caused(py: Python<'_>, error: &PyErr, cause: Option<PyErr>) {
    if cause.is_some() {
        error.set_cause(py, cause);
    }
}

/// Takes any conversation to its end. Other threads of Python run while this one waits. `cause` is what the user's
/// callable raised last.
pub(crate) fn run<F: Flow + std::marker::Send>(
    py: Python<'_>,
    sender: &Sender,
    mut flow: F,
    cause: &mut Option<PyErr>,
) -> PyResult<F::Output>
where
    F::Output: std::marker::Send,
{
    loop {
        match py.detach(|| flow.step(now())) {
            Step::Send(request) => {
                // Never once an answer is here: an interruption would lose what the service has done.
                py.check_signals()?;
                let reply = match sender {
                    Sender::Pool(agent) => py.detach(|| http::send(agent, &request)),
                    Sender::Own(send) => own(py, send, request, cause)?,
                };
                flow.answer(reply);
            }
            Step::Wait(pause) => py.detach(|| thread::sleep(pause)),
            Step::Done(output) => return Ok(output),
        }
    }
}

/// The clock of all conversations, which share their budgets.
pub(crate) fn now() -> Duration {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

/// What the user's callable makes of a request. Neither its exceptions nor a result that is no response say anything
/// about what the service got.
fn own(
    py: Python<'_>,
    send: &Py<PyAny>,
    request: Request,
    cause: &mut Option<PyErr>,
) -> PyResult<Result<Response, Failure>> {
    match send.bind(py).call1((call::Send::from(request),)).and_then(|reply| response(&reply)) {
        Ok(response) => Ok(Ok(response)),
        Err(error) if error.is_instance_of::<PyException>(py) => {
            let reason = error.to_string();
            *cause = Some(error);
            Ok(Err(Failure::Lost(reason)))
        }
        Err(error) => Err(error),
    }
}

fn response(reply: &Bound<'_, PyAny>) -> PyResult<Response> {
    let (status, headers, body): (u16, Bound<'_, PyAny>, Bound<'_, PyAny>) = reply
        .extract()
        .map_err(|_| PyTypeError::new_err("send has to return (status, headers, body), such as (200, {}, b\"...\")"))?;
    Ok(Response { status, headers: headers_of(&headers)?, body: body_of(&body)? })
}

/// Headers from a mapping, from pairs, or none.
pub(crate) fn headers_of(headers: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    if headers.is_none() {
        return Ok(Vec::new());
    }
    let pairs = if headers.hasattr("items")? { headers.call_method0("items")? } else { headers.clone() };
    pairs.try_iter()?.map(|pair| pair?.extract()).collect()
}

/// A body from `bytes` or `str`.
pub(crate) fn body_of(body: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(bytes) = body.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    if let Ok(text) = body.cast::<PyString>() {
        return Ok(text.to_str()?.as_bytes().to_vec());
    }
    if let Ok(bytes) = body.cast::<PyByteArray>() {
        return Ok(bytes.to_vec());
    }
    Err(PyTypeError::new_err(format!("the body has to be bytes or str, not {}", body.get_type().name()?)))
}
