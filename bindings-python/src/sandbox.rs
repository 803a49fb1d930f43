//! The service in memory, from Python.

use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use digistore24::sandbox::{Hitch, Served};
use digistore24::{Failure, Host, Method, Request, Response, Value};
use pyo3::exceptions::PyConnectionError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList};

use crate::call::Send;
use crate::convert::data;
use crate::drive::{body_of, exchange, headers_of};
use crate::errors::guarded;
use crate::http::Pool;
use crate::line::SLICE;
use crate::table::{computed, named};

/// What `digistore24.Sandbox` stands on.
#[pyclass(subclass, frozen, module = "digistore24._native", name = "Sandbox")]
pub(crate) struct Sandbox {
    service: Mutex<digistore24::sandbox::Sandbox>,
    /// Whoever delivers, one at a time.
    turn: Mutex<()>,
    /// Is told of everything that is done here: an event that a server waits for.
    heard: Mutex<Option<Py<PyAny>>>,
}

/// An HTTP response: status, headers, body.
type Reply<'py> = (u16, Bound<'py, PyDict>, Bound<'py, PyBytes>);

/// As much as is read of what an endpoint answers.
const MOST_BYTES: u64 = 1 << 20;

impl Sandbox {
    fn service(&self) -> MutexGuard<'_, digistore24::sandbox::Sandbox> {
        self.service.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn told(&self, verb: &str, options: &Value) -> Result<Value, Vec<digistore24::Problem>> {
        self.service().tell(verb, options)
    }

    fn done(&self, py: Python<'_>) -> PyResult<()> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|heard| heard.clone_ref(py));
        heard.map_or(Ok(()), |heard| heard.call_method0(py, "set").map(drop))
    }
}

#[pymethods]
impl Sandbox {
    #[new]
    fn new() -> Sandbox {
        let service = Mutex::new(digistore24::sandbox::Sandbox::new());
        Sandbox { service, turn: Mutex::default(), heard: Mutex::default() }
    }

    /// A key with full access.
    #[getter]
    fn api_key(&self) -> String {
        self.service().api_key().to_owned()
    }

    /// A key that may only read.
    #[getter]
    fn read_key(&self) -> String {
        self.service().read_key().to_owned()
    }

    /// A developer key.
    #[getter]
    fn developer_key(&self) -> String {
        self.service().developer_key().to_owned()
    }

    /// What the clock shows, in Berlin.
    #[getter]
    fn time<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let time = self.service().time();
        crate::convert::moment(py, time)
    }

    /// Answers a request of `prepare`, or of a client with `send=sandbox.send`.
    #[pyo3(signature = (request, /))]
    fn send<'py>(&self, py: Python<'py>, request: &Send) -> PyResult<Reply<'py>> {
        guarded(py, || {
            let response = self.service().send(request.request().clone());
            self.done(py)?;
            match response {
                Ok(response) => reply(py, &response),
                Err(failure) => Err(PyConnectionError::new_err(reason(failure))),
            }
        })
    }

    /// Answers what an HTTP server received: `target` is the path with its query. A fault that was asked for changes only
    /// what is answered here: nothing is late.
    #[pyo3(signature = (method, target, headers=None, body=None))]
    fn handle<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        target: &str,
        headers: Option<&Bound<'py, PyAny>>,
        body: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Reply<'py>> {
        let (answer, late) = self.serve_one(py, method, target, headers, body)?;
        if late.is_infinite() {
            return Err(PyConnectionError::new_err("the connection was closed without an answer"));
        }
        Ok(answer)
    }

    /// The same with how many seconds the answer is late; without end where none is to leave.
    #[pyo3(name = "_serve_one")]
    fn serve_one<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        target: &str,
        headers: Option<&Bound<'py, PyAny>>,
        body: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Reply<'py>, f64)> {
        let headers = headers.map_or(Ok(Vec::new()), headers_of)?;
        let body = body.map_or(Ok(Vec::new()), body_of)?;
        guarded(py, || {
            let Served { response, hitch } = self.service().http(method, target, &headers, &body);
            self.done(py)?;
            let late = match hitch {
                None => 0.0,
                Some(Hitch::Late(late)) => late.as_secs_f64(),
                Some(_) => f64::INFINITY,
            };
            Ok((reply(py, &response)?, late))
        })
    }

    /// Does something by name, from options by name, as programs in other languages do over HTTP.
    #[pyo3(signature = (verb, /, **options))]
    fn tell<'py>(
        &self,
        py: Python<'py>,
        verb: &str,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let options = named(options)?;
        guarded(py, || {
            let result = py.detach(|| self.told(verb, &options));
            self.done(py)?;
            data(py, &computed(py, &format!("sandbox.{verb}"), result)?)
        })
    }

    /// Posts every notification that is due to where it belongs, and tells what came of each. An endpoint has `timeout`
    /// seconds to answer. `until` is an event that ends it early.
    #[pyo3(name = "_deliver")]
    fn deliver<'py>(&self, py: Python<'py>, timeout: f64, until: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyList>> {
        let timeout = Duration::try_from_secs_f64(timeout).unwrap_or(Duration::MAX);
        let until = until.as_ref();
        let delivered = py.detach(|| {
            let _turn = self.turn()?;
            let pool = Pool::new("http://");
            let mut delivered = Vec::new();
            while !ended(until)?
                && let Some(next) = self.next()?
            {
                let Delivery { id, url, body, attempt } = next;
                let request = Request {
                    method: Method::Post,
                    url: url.clone(),
                    headers: vec![("Content-Type", "application/x-www-form-urlencoded; charset=utf-8".to_owned())],
                    body,
                    timeout: Some(timeout),
                    most_bytes: MOST_BYTES,
                };
                let event = until.map(|event| Python::attach(|py| event.clone_ref(py)));
                let stopped = move |py: Python<'_>| is_set(py, event.as_ref()).unwrap_or(true);
                let reply = exchange(&pool.agent(), &request, stopped).map_err(|(error, _)| error)?;
                if ended(until)? {
                    // Nobody knows whether it was taken, so it is due still.
                    break;
                }
                let mut outcome = vec![("id".to_owned(), id)];
                outcome.extend(match reply {
                    Ok(Response { status, body, .. }) => vec![
                        ("status".to_owned(), i64::from(status).into()),
                        ("body".to_owned(), String::from_utf8_lossy(&body).into_owned().into()),
                    ],
                    Err(failure) => vec![("lost".to_owned(), Value::Text(reason(failure)))],
                });
                let outcome = Value::Map(outcome);
                self.tried("delivered", &outcome)?;
                delivered.push((url, attempt, outcome));
            }
            Ok::<_, PyErr>(delivered)
        })?;
        let list = PyList::empty(py);
        for (url, attempt, outcome) in delivered {
            let outcome = data(py, &outcome)?.cast_into::<PyDict>()?;
            outcome.set_item("url", url)?;
            outcome.set_item("attempt", data(py, &attempt)?)?;
            list.append(outcome)?;
        }
        Ok(list)
    }

    /// Has an event set whenever something is done here; nothing again for `None`.
    #[pyo3(name = "_hear")]
    fn hear(&self, event: Option<Py<PyAny>>) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = event;
    }

    /// Whether the clock stops at notifications, for whoever delivers.
    #[pyo3(name = "_stop_at_notifications")]
    fn stop_at_notifications(&self, stops: bool) {
        self.service().stop_at_notifications(stops);
    }

    /// Lets the owner of the account agree to the key that was asked for with this token. `False` for unknown tokens.
    fn approve(&self, token: &str) -> bool {
        self.service().approve(token)
    }

    /// Lets the owner of the account refuse the key that was asked for with this token. `False` for unknown tokens.
    fn decline(&self, token: &str) -> bool {
        self.service().decline(token)
    }

    /// Whether a rule answers this function, or only its shape.
    #[staticmethod]
    fn knows(function: &str) -> bool {
        digistore24::sandbox::Sandbox::knows(function)
    }

    fn __repr__(&self) -> String {
        format!("<{}>", self.service())
    }
}

/// A notification that is to be sent.
struct Delivery {
    id: Value,
    url: String,
    body: String,
    attempt: Value,
}

impl Sandbox {
    /// Waits until nobody else delivers.
    fn turn(&self) -> PyResult<MutexGuard<'_, ()>> {
        loop {
            match self.turn.try_lock() {
                Ok(turn) => return Ok(turn),
                Err(TryLockError::Poisoned(turn)) => return Ok(turn.into_inner()),
                Err(TryLockError::WouldBlock) => {
                    Python::attach(|py| py.check_signals())?;
                    thread::sleep(SLICE);
                }
            }
        }
    }

    /// The next notification that is due.
    fn next(&self) -> PyResult<Option<Delivery>> {
        let due = self.tried("due", &Value::Map(Vec::new()))?;
        let delivery = due.get("delivery").filter(|delivery| **delivery != Value::Null);
        Ok(delivery.map(|delivery| {
            let text = |name| delivery.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let value = |name| delivery.get(name).cloned().unwrap_or(Value::Null);
            Delivery { id: value("id"), url: text("url"), body: text("body"), attempt: value("attempt") }
        }))
    }

    fn tried(&self, verb: &str, options: &Value) -> PyResult<Value> {
        let result = self.told(verb, options);
        result.or_else(|problems| Python::attach(|py| computed(py, &format!("sandbox.{verb}"), Err(problems))))
    }
}

/// Whether an event is set.
fn ended(event: Option<&Py<PyAny>>) -> PyResult<bool> {
    Python::attach(|py| is_set(py, event))
}

fn is_set(py: Python<'_>, event: Option<&Py<PyAny>>) -> PyResult<bool> {
    event.map_or(Ok(false), |event| event.call_method0(py, "is_set")?.is_truthy(py))
}

fn reason(failure: Failure) -> String {
    let (Failure::NotSent(why) | Failure::Withheld(why) | Failure::Lost(why) | Failure::Unusable(why)) = failure;
    why
}

fn reply<'py>(py: Python<'py>, response: &Response) -> PyResult<Reply<'py>> {
    let headers = PyDict::new(py);
    response.headers.iter().try_for_each(|(name, value)| headers.set_item(name, value))?;
    Ok((response.status, headers, PyBytes::new(py, &response.body)))
}
