//! What notifications and thank-you pages say: records with a few words about themselves.

use std::sync::atomic::{AtomicU8, Ordering};

use digistore24::ipn;
use pyo3::PyClass;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::record::Record;

/// A notification whose signature holds: a `Record` of every parameter that is not empty.
///
/// `event["items"]` describes each item of a message about several; `items()` is the method of mappings.
#[pyclass(frozen, mapping, extends = Record, module = "digistore24.ipn")]
pub(crate) struct Event {
    event: ipn::Event,
    seen: AtomicU8,
}

/// The values of `seen`.
const UNASKED: u8 = 2;

impl Event {
    /// The event as an object of Python.
    pub(crate) fn object(py: Python<'_>, event: ipn::Event) -> PyResult<Bound<'_, PyAny>> {
        let record = Record::of_class("Event", (**event).clone());
        with(py, record, Event { event, seen: AtomicU8::new(UNASKED) })
    }

    /// What the core verified.
    pub(crate) fn event(&self) -> &ipn::Event {
        &self.event
    }
}

#[pymethods]
impl Event {
    /// What happened, in one word such as `on_payment`, whatever the connection calls it.
    #[getter]
    fn kind(&self) -> String {
        self.event.kind().to_string()
    }

    /// The name under which to remember that this was handled: repeated messages have the same.
    #[getter]
    fn dedup_key(&self) -> String {
        self.event.dedup_key().to_owned()
    }

    /// Always `True`.
    #[getter]
    fn is_signed(&self) -> bool {
        self.event.is_signed()
    }

    /// Whether a handler's `store` knew it; `None` where nobody asked.
    #[getter]
    fn seen(&self) -> Option<bool> {
        match self.seen.load(Ordering::Relaxed) {
            UNASKED => None,
            seen => Some(seen == 1),
        }
    }

    #[setter]
    fn set_seen(&self, seen: Option<bool>) {
        self.seen.store(seen.map_or(UNASKED, u8::from), Ordering::Relaxed);
    }

    fn __reduce__(&self) -> PyResult<()> {
        unpicklable()
    }
}

/// A notification that nobody signed: anybody may have written it.
#[pyclass(frozen, mapping, extends = Record, module = "digistore24.ipn")]
pub(crate) struct UnsignedEvent(ipn::UnsignedEvent);

impl UnsignedEvent {
    /// The event as an object of Python.
    pub(crate) fn object(py: Python<'_>, event: ipn::UnsignedEvent) -> PyResult<Bound<'_, PyAny>> {
        let record = Record::of_class("UnsignedEvent", (**event).clone());
        with(py, record, UnsignedEvent(event))
    }
}

#[pymethods]
impl UnsignedEvent {
    /// What happened, in one word such as `on_payment`; a Webhook's `payment` is that, too.
    #[getter]
    fn kind(&self) -> String {
        self.0.kind().to_string()
    }

    /// The name under which to remember that this was handled: repeated messages have the same.
    #[getter]
    fn dedup_key(&self) -> String {
        self.0.dedup_key().to_owned()
    }

    /// Always `False`.
    #[getter]
    fn is_signed(&self) -> bool {
        self.0.is_signed()
    }

    fn __reduce__(&self) -> PyResult<()> {
        unpicklable()
    }
}

/// A record with a subclass on top.
fn with<'py, T>(py: Python<'py>, record: Record, more: T) -> PyResult<Bound<'py, PyAny>>
where
    T: PyClass<BaseType = Record>,
{
    let made = PyClassInitializer::from(record).add_subclass(more);
    Ok(Bound::new(py, made)?.into_any())
}

fn unpicklable() -> PyResult<()> {
    Err(PyTypeError::new_err("an event cannot be pickled: keep its body, or pickle what to_dict() gives"))
}
