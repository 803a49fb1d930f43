//! Lists read page after page. `digistore24/_rows.py` makes iterators of them.

use std::sync::{Arc, Mutex, PoisonError};

use digistore24::{Error, Paging, Problem, Rows, Time, Value, Zone};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::client::Client;
use crate::convert::{data, object, value};
use crate::errors::raised;
use crate::table::{computed, named};

/// A list that is read page after page.
#[pyclass(frozen, module = "digistore24._native")]
pub(crate) struct Pages {
    client: Py<Client>,
    name: String,
    pages: digistore24::Pages,
    /// The new rows of the page that came last. They stay here since an interruption may keep them from the caller.
    page: Arc<Mutex<Py<PyList>>>,
}

#[pymethods]
impl Pages {
    /// Begins to read a list, or goes on. `now` is a moment, also as text in ISO 8601.
    #[new]
    fn new(
        py: Python<'_>,
        client: Py<Client>,
        name: &str,
        params: &Bound<'_, PyDict>,
        options: &Bound<'_, PyDict>,
        now: &Bound<'_, PyAny>,
    ) -> PyResult<Pages> {
        let paging = computed(py, name, Paging::read(&named(Some(options))?))?;
        let now = computed(
            py,
            name,
            moment(&value(now, 0)?).map_err(|message| vec![Problem { path: "now".to_owned(), message }]),
        )?;
        let pages = client.get().client().pages_named(name, named(Some(params))?, now, &paging);
        let pages = pages.map_err(|error| raised(py, &error))?;
        Ok(Pages { client, name: name.to_owned(), pages, page: Arc::new(Mutex::new(PyList::empty(py).unbind())) })
    }

    /// The new rows of the next page, or what is to be awaited for them. `None` when the list was read to its end.
    fn next<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(page) = self.pages.next() else { return Ok(None) };
        let last = Arc::clone(&self.page);
        let kept = move |py: Python<'_>, rows: Result<Rows, Error>| {
            let page = listed(py, rows)?;
            *last.lock().unwrap_or_else(PoisonError::into_inner) = page.clone_ref(py);
            Ok(page.into_any())
        };
        Client::lead(self.client.bind(py), &self.name, || Ok(page), kept).map(Some)
    }

    /// The new rows of the page that came last.
    #[getter]
    fn page(&self, py: Python<'_>) -> Py<PyList> {
        self.page.lock().unwrap_or_else(PoisonError::into_inner).clone_ref(py)
    }

    /// Where reading has got to when so many rows of the last page were used.
    fn cursor<'py>(&self, py: Python<'py>, used: usize) -> PyResult<Bound<'py, PyAny>> {
        data(py, &Value::from(&self.pages.cursor_after(used)))
    }

    /// How many rows the service says there are.
    #[getter]
    fn total(&self) -> Option<u64> {
        self.pages.total()
    }
}

fn moment(now: &Value) -> Result<Time, String> {
    match now {
        Value::Text(text) => Time::parse(text, Zone::Berlin).map_err(|wrong| wrong.to_string()),
        Value::Odd(what) => Err(format!("expected a moment, got {what}")),
        _ => Err("expected a moment such as `2026-10-05T14:00:00+02:00`".to_owned()),
    }
}

/// The new rows of a page.
fn listed(py: Python<'_>, rows: Result<Rows, Error>) -> PyResult<Py<PyList>> {
    let rows = rows.map_err(|error| raised(py, &error))?;
    let list = PyList::empty(py);
    (0..rows.len()).filter_map(|at| rows.get(at)).try_for_each(|row| list.append(object(py, row)?))?;
    Ok(list.unbind())
}
