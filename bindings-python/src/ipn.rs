//! Notifications: verified, read, signed.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use digistore24::Zone;
use digistore24::ipn::{self, ThankYouPage, Verifier};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyList, PyMapping, PyString};

use crate::errors::{guarded, rejected};
use crate::ipn_event::{Event, UnsignedEvent};
use crate::record::Record;

/// Verifies the body of a notification and returns the `Event`; raises `Rejected` when the signature does not hold.
///
/// `body` is the body as it came, best as `bytes`. `passphrase` may be several, while one is being replaced. Without a
/// passphrase nothing is accepted. `entities` also decodes HTML entities before hashing, as the service's sample of 2019
/// did. `zone` is the clock that times are told by; Europe/Berlin if left out.
#[pyfunction]
#[pyo3(signature = (body, passphrase, *, entities=false, zone=None))]
pub(crate) fn verify<'py>(
    py: Python<'py>,
    body: &Bound<'py, PyAny>,
    passphrase: &Bound<'py, PyAny>,
    entities: bool,
    zone: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let body = Bytes::of(body)?;
    let verifier = verifier(passphrase, entities, zone)?;
    guarded(py, || match verifier.verify(&body) {
        Ok(event) => Event::object(py, event),
        Err(error) => Err(rejected(py, &error)),
    })
}

/// Verifies many bodies in one call, on as many threads as there are processors while other threads of Python run.
///
/// The result has an `Event` or a `Rejected` for each body, in their order.
#[pyfunction]
#[pyo3(signature = (bodies, passphrase, *, entities=false, zone=None, threads=None))]
pub(crate) fn verify_all<'py>(
    py: Python<'py>,
    bodies: &Bound<'py, PyAny>,
    passphrase: &Bound<'py, PyAny>,
    entities: bool,
    zone: Option<&str>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyList>> {
    let bodies: Vec<Bytes> = bodies.try_iter()?.map(|body| Bytes::of(&body?)).collect::<PyResult<_>>()?;
    let verifier = verifier(passphrase, entities, zone)?;
    let threads = match threads {
        Some(0) => return Err(PyValueError::new_err("threads: expected at least 1")),
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, NonZero::get),
    };
    guarded(py, || {
        let results = PyList::empty(py);
        for result in py.detach(|| on_threads(&verifier, &bodies, threads)) {
            results.append(match result {
                Ok(event) => Event::object(py, event)?,
                Err(error) => rejected(py, &error).into_value(py).into_bound(py).into_any(),
            })?;
        }
        Ok(results)
    })
}

/// How many bodies a thread takes at a time.
const LOT: usize = 64;

type Verdict = Result<ipn::Event, ipn::Rejected>;

/// Every thread takes the next lot until none is left. This thread works, too: it does everything if no other starts.
fn on_threads(verifier: &Verifier, bodies: &[Bytes], threads: usize) -> Vec<Verdict> {
    let lots: Vec<&[Bytes]> = bodies.chunks(LOT).collect();
    let done: Vec<Mutex<Vec<Verdict>>> = lots.iter().map(|_| Mutex::default()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((lot, done)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            lots.get(at).zip(done.get(at))
        } {
            if let Ok(mut done) = done.lock() {
                *done = verifier.verify_all(lot.iter());
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(lots.len()) {
            if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        work();
    });
    done.into_iter().flat_map(|lot| lot.into_inner().unwrap_or_default()).collect()
}

/// Reads a notification that carries no signature: a Webhook's body, or the query of a connection by GET.
///
/// Anybody may have written it, and the result says so: it is an `UnsignedEvent`. Confirm with `ds.get_purchase` before
/// you give anything away.
#[pyfunction]
#[pyo3(signature = (body))]
pub(crate) fn read_unsigned<'py>(py: Python<'py>, body: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let body = Bytes::of(body)?;
    guarded(py, || match ipn::read_unsigned(&body) {
        Ok(event) => UnsignedEvent::object(py, event),
        Err(error) => Err(rejected(py, &error)),
    })
}

/// The signature of parameters, 128 hexadecimal digits in upper case: for tests, and for senders.
///
/// `params` is a mapping or pairs, of `str` or `bytes`.
#[pyfunction]
#[pyo3(signature = (params, passphrase))]
pub(crate) fn sign(py: Python<'_>, params: &Bound<'_, PyAny>, passphrase: &Bound<'_, PyString>) -> PyResult<String> {
    let (params, passphrase) = (pairs(params)?, text(passphrase)?);
    guarded(py, || Ok(ipn::sign(&params, &passphrase)))
}

/// A whole body with its signature, as the service would send it.
#[pyfunction]
#[pyo3(signature = (params, passphrase))]
pub(crate) fn signed_body(
    py: Python<'_>,
    params: &Bound<'_, PyAny>,
    passphrase: &Bound<'_, PyString>,
) -> PyResult<String> {
    let (params, passphrase) = (pairs(params)?, text(passphrase)?);
    guarded(py, || Ok(ipn::signed_body(&params, &passphrase)))
}

/// The kinds of events that are known, as `event.kind` spells them.
#[pyfunction]
pub(crate) fn event_kinds() -> Vec<&'static str> {
    ipn::kinds().to_vec()
}

/// Verifies and decrypts the query of a thank-you page; raises `Rejected` when the signature does not hold.
///
/// `key` is the thank-you page key of the account, or several. `own` names the parameters that the page's address had
/// before the service appended its own. The page proves that the service made the address, not that it is new, nor that
/// the buyer paid: give access on the notification.
#[pyfunction]
#[pyo3(signature = (query, key, *, own=None), text_signature = "(query, key, *, own=())")]
pub(crate) fn thankyou<'py>(
    py: Python<'py>,
    query: &Bound<'py, PyAny>,
    key: &Bound<'py, PyAny>,
    own: Option<Vec<String>>,
) -> PyResult<Record> {
    let query = Bytes::of(query)?;
    let page = ThankYouPage::new(passphrases(key)?).without(own.unwrap_or_default());
    guarded(py, || match page.read(&query) {
        Ok(order) => Ok(Record::part((*order).clone())),
        Err(error) => Err(rejected(py, &error)),
    })
}

fn verifier(passphrase: &Bound<'_, PyAny>, entities: bool, zone: Option<&str>) -> PyResult<Verifier> {
    let verifier = Verifier::new(passphrases(passphrase)?).entities(entities);
    let Some(zone) = zone else { return Ok(verifier) };
    let zone = Zone::parse(zone).ok_or_else(|| {
        let expected = "expected a zone such as `Europe/Berlin`, `UTC` or `+02:00`";
        PyValueError::new_err(format!("zone: {expected}, got {zone:?}"))
    })?;
    Ok(verifier.zone(zone))
}

fn passphrases(given: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    match given.cast::<PyString>() {
        Ok(one) => Ok(vec![text(one)?]),
        Err(_) => {
            let several = given.try_iter().map_err(|_| not_a_passphrase())?;
            several.map(|one| text(one?.cast::<PyString>().map_err(|_| not_a_passphrase())?)).collect()
        }
    }
}

fn not_a_passphrase() -> PyErr {
    PyTypeError::new_err("expected a passphrase as str, or several in a list")
}

/// A text that no exception may show.
fn text(given: &Bound<'_, PyString>) -> PyResult<String> {
    let text = given.to_str().map_err(|_| PyValueError::new_err("the passphrase holds a lone surrogate"))?;
    Ok(text.to_owned())
}

fn pairs(params: &Bound<'_, PyAny>) -> PyResult<Vec<(Bytes, Bytes)>> {
    let pairs = match params.cast::<PyMapping>() {
        Ok(mapping) => mapping.items()?.into_any(),
        Err(_) => params.clone(),
    };
    let pair = |pair: Bound<'_, PyAny>| {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
        Ok((Bytes::of(&name)?, Bytes::of(&value)?))
    };
    pairs.try_iter()?.map(|one| pair(one?)).collect()
}

/// Bytes of Python, read where they lie, also while Python goes on.
pub(crate) enum Bytes {
    Bytes(PyBackedBytes),
    Text(PyBackedStr),
}

impl Bytes {
    pub(crate) fn of(given: &Bound<'_, PyAny>) -> PyResult<Bytes> {
        if given.is_instance_of::<PyBytes>() || given.is_instance_of::<PyByteArray>() {
            return Ok(Bytes::Bytes(given.extract()?));
        }
        match given.cast::<PyString>() {
            Ok(text) => Ok(Bytes::Text(text.extract()?)),
            Err(_) => Err(PyTypeError::new_err(format!("expected bytes or str, not {}", given.get_type().name()?))),
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Bytes::Bytes(bytes) => bytes,
            Bytes::Text(text) => text.as_bytes(),
        }
    }
}
