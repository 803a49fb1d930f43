//! Who has access, from Python.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use digistore24::ipn::{self, Rules};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::convert::{moment, seconds};
use crate::errors::guarded;
use crate::ipn_event::Event;

/// Who has access: feed it events in any order, as often as they come, and it tells the state of every order item.
///
/// A cancellation changes nothing while the paid period runs; a missed payment suspends and the next payment brings access
/// back; refund, chargeback, a successor and the last paid day end it, and nothing opens it again.
///
/// Keep `to_text()` where you keep your orders, one text for each order or one for all.
#[pyclass(frozen, module = "digistore24.ipn")]
pub(crate) struct Access(Mutex<ipn::Access>);

impl Access {
    fn access(&self) -> MutexGuard<'_, ipn::Access> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Access {
    #[new]
    fn new() -> Access {
        Access(Mutex::default())
    }

    /// Reads what `to_text` wrote. An empty text is an empty one.
    #[classmethod]
    #[pyo3(signature = (text, /))]
    fn from_text(_class: &Bound<'_, PyType>, text: &str) -> PyResult<Access> {
        guarded(_class.py(), || match ipn::Access::from_text(text) {
            Ok(access) => Ok(Access(Mutex::new(access))),
            Err(problem) => Err(PyValueError::new_err(problem.to_string())),
        })
    }

    /// A text to keep it in. It holds numbers of orders and no personal data.
    fn to_text(&self) -> String {
        self.access().to_text()
    }

    /// Takes in an event. `True` when it said anything about access that was not known.
    #[pyo3(signature = (event, /))]
    fn feed(&self, py: Python<'_>, event: &Bound<'_, Event>) -> PyResult<bool> {
        guarded(py, || Ok(self.access().feed(event.get().event())))
    }

    /// Takes in all that another one knows.
    #[pyo3(signature = (other, /))]
    fn merge(&self, other: &Bound<'_, Access>) {
        let other = other.get().access().clone();
        self.access().merge(&other);
    }

    /// The state of every item now: see `at`.
    #[pyo3(signature = (*, resuming_lifts=false, denial_suspends=false, overdue_after=None))]
    fn items(
        &self,
        py: Python<'_>,
        resuming_lifts: bool,
        denial_suspends: bool,
        overdue_after: Option<u16>,
    ) -> PyResult<Vec<ItemAccess>> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        self.judged(py, now as i64, Rules { resuming_lifts, denial_suspends, overdue_after })
    }

    /// The state of every item at a moment, an aware `datetime` or seconds since 1970.
    ///
    /// All that was fed counts; the moment decides whether paid periods and delivery dates have passed.
    /// `resuming_lifts`: a later `on_rebill_resumed` takes back a missed payment. `denial_suspends`: `payment_denial`
    /// suspends. `overdue_after`: days after which a subscription that nothing is heard of is suspended.
    #[pyo3(signature = (moment, /, *, resuming_lifts=false, denial_suspends=false, overdue_after=None))]
    fn at(
        &self,
        moment: &Bound<'_, PyAny>,
        resuming_lifts: bool,
        denial_suspends: bool,
        overdue_after: Option<u16>,
    ) -> PyResult<Vec<ItemAccess>> {
        let rules = Rules { resuming_lifts, denial_suspends, overdue_after };
        self.judged(moment.py(), seconds(moment)?, rules)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Access>() else { return false };
        let other = other.get().access().clone();
        *self.access() == other
    }

    fn __repr__(&self) -> String {
        format!("<Access of {} items>", self.access().at(0).len())
    }

    /// One item a line.
    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        let items = self.items(py, false, false, None)?;
        Ok(items.iter().map(|item| item.0.to_string()).collect::<Vec<_>>().join("\n"))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_text")?, (slf.get().to_text(),)))
    }
}

impl Access {
    fn judged(&self, py: Python<'_>, now: i64, rules: Rules) -> PyResult<Vec<ItemAccess>> {
        guarded(py, || Ok(self.access().at_by(now, rules).into_iter().map(ItemAccess).collect()))
    }
}

/// The access that one item of an order gives.
#[pyclass(frozen, module = "digistore24.ipn")]
pub(crate) struct ItemAccess(ipn::ItemAccess);

#[pymethods]
impl ItemAccess {
    /// The order.
    #[getter]
    fn order_id(&self) -> &str {
        &self.0.order_id
    }

    /// The item; `None` when no message named it.
    #[getter]
    fn order_item_id(&self) -> Option<&str> {
        self.0.order_item_id.as_deref()
    }

    /// The product.
    #[getter]
    fn product_id(&self) -> Option<&str> {
        self.0.product_id.as_deref()
    }

    /// Whether it was a test purchase.
    #[getter]
    fn is_test(&self) -> bool {
        self.0.is_test
    }

    /// `none` (nothing is known: leave things as they are), `active`, `suspended` or `ended`.
    #[getter]
    fn state(&self) -> &'static str {
        self.0.state.as_str()
    }

    /// Why, in one word such as `payment_missed`. `str(item)` says it in a sentence.
    #[getter]
    fn why(&self) -> &'static str {
        self.0.why.as_str()
    }

    /// Since when, as far as messages told.
    #[getter]
    fn since<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.since.map(|time| moment(py, time)).transpose()
    }

    /// While active: the last day that is paid. `None` when no end is known.
    #[getter]
    fn until<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.until.map(|time| moment(py, time)).transpose()
    }

    fn __repr__(&self) -> String {
        format!("<{}>", self.0)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }
}
