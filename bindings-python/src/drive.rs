//! The run loop: asks the core what to do, and does it.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use digistore24::{Attempt, Error, Failure, Flow, Request, Response, Step};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use ureq::Agent;

use crate::errors::raised;
use crate::http::Pool;
use crate::line::SLICE;
use crate::seeing::Seeing;
use crate::{call, http};

/// Who carries requests to the service.
pub(crate) enum Sender {
    /// A pool of connections.
    Pool(Pool),
    /// A callable of the user: `(request) -> (status, headers, body)`.
    Own(Py<PyAny>),
}

/// Takes a conversation with the service to its end.
pub(crate) fn drive<T>(
    py: Python<'_>,
    sender: &Sender,
    seeing: &Seeing,
    flow: impl Flow<Output = Result<T, Error>> + std::marker::Send,
) -> PyResult<T>
where
    T: std::marker::Send,
{
    let mut cause = None;
    run(py, sender, seeing, flow, &mut cause)?.map_err(|error| {
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

/// Takes any conversation to its end. Other threads of Python run while this one waits, and signals end the wait.
/// `cause` is what the user's callable raised last.
pub(crate) fn run<F: Flow + std::marker::Send>(
    py: Python<'_>,
    sender: &Sender,
    seeing: &Seeing,
    mut flow: F,
    cause: &mut Option<PyErr>,
) -> PyResult<F::Output>
where
    F::Output: std::marker::Send,
{
    loop {
        let is_seen = seeing.is_wanted(py);
        let (step, seen) = py.detach(|| step(&mut flow, is_seen));
        seeing.tell(py, seen);
        match step {
            Step::Send(request) => {
                // Never once an answer is here: an interruption would lose what the service has done.
                let signals = py.check_signals().map_err(|error| (error, false));
                let exchanged = signals.and_then(|()| match sender {
                    Sender::Pool(pool) => {
                        // No thread holds the pool while the one with the interpreter forks.
                        let agent = pool.agent();
                        py.detach(|| exchange(&agent, &request, |_| false))
                    }
                    Sender::Own(send) => own(py, send, request, cause).map_err(|error| (error, true)),
                });
                match exchanged {
                    Ok(reply) => flow.answer(reply),
                    Err((error, sent)) => {
                        let seen = py.detach(|| interrupted(&mut flow, sent));
                        note(py, &error, seen.as_ref());
                        seeing.tell(py, seen);
                        return Err(error);
                    }
                }
            }
            Step::Wait(pause) => {
                py.detach(|| thread::sleep(pause.min(SLICE)));
                py.check_signals()?;
            }
            Step::Done(output) => return Ok(output),
        }
    }
}

/// A step, and what became of the last attempt if somebody wants to know, which may take a look at every row.
pub(crate) fn step<F: Flow + ?Sized>(flow: &mut F, is_seen: bool) -> (Step<F::Output>, Option<Attempt>) {
    let step = flow.step(now());
    let seen = if is_seen { flow.seen() } else { None };
    (step, seen)
}

/// Sends a request over the pool. A signal ends it with what its handler raised, and with whether the request may have
/// left. It also ends once `stopped` says so.
pub(crate) fn exchange(
    agent: &Agent,
    request: &Request,
    stopped: impl Fn(Python<'_>) -> bool + 'static,
) -> Result<Result<Response, Failure>, (PyErr, bool)> {
    let raised = Rc::new(OnceCell::new());
    let heard = Rc::clone(&raised);
    let reply =
        http::send(agent, request, move || match Python::try_attach(|py| py.check_signals().map(|()| stopped(py))) {
            Some(Ok(stopped)) => stopped,
            Some(Err(error)) => {
                let _ = heard.set(error);
                true
            }
            // The interpreter is on its way out.
            None => true,
        });
    match Rc::into_inner(raised).and_then(OnceCell::into_inner) {
        Some(error) => Err((error, !matches!(reply, Err(Failure::NotSent(_))))),
        None => Ok(reply),
    }
}

/// Sends a request over the pool, on a thread that no signal reaches.
pub(crate) fn carry(sender: &Sender, request: &Request, stopped: &Arc<AtomicBool>) -> Result<Response, Failure> {
    let stopped = Arc::clone(stopped);
    match sender {
        Sender::Pool(pool) => http::send(&pool.agent(), request, move || stopped.load(Ordering::Relaxed)),
        Sender::Own(_) => Err(Failure::NotSent("there is no connection".to_owned())),
    }
}

/// Why nothing came of an attempt that was given up.
pub(crate) const INTERRUPTED: &str = "interrupted";

/// Gives up a conversation that waits for an answer. The result is what became of the attempt.
pub(crate) fn interrupted<F: Flow + ?Sized>(flow: &mut F, sent: bool) -> Option<Attempt> {
    let reason = INTERRUPTED.to_owned();
    flow.answer(Err(if sent { Failure::Lost(reason) } else { Failure::Withheld(reason) }));
    let _ = flow.step(now());
    flow.seen()
}

/// What is to be known of a call that was given up, if anything is.
pub(crate) fn warning(attempt: &Attempt) -> Option<String> {
    let function = &attempt.function;
    attempt.maybe_done.then(|| format!("{function} may have been carried out, so look before you repeat it"))
}

/// Adds that to an exception, where Python has notes (from 3.11 on).
fn note(py: Python<'_>, error: &PyErr, attempt: Option<&Attempt>) {
    if let Some(warning) = attempt.and_then(warning) {
        // Without notes there is nowhere to put it.
        let _ = error.value(py).call_method1("add_note", (warning,));
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
