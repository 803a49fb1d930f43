//! Lists read page after page. `digistore24/_rows.py` makes iterators of them.

use digistore24::{Error, Paging, Rows, Time, Value, Zone};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::client::Client;
use crate::convert::{data, object};
use crate::errors::raised;
use crate::table::{computed, named};

/// A list that is read page after page.
#[pyclass(frozen, module = "digistore24._native")]
pub(crate) struct Pages {
    client: Py<Client>,
    name: String,
    pages: digistore24::Pages,
}

#[pymethods]
impl Pages {
    /// Begins to read a list, or goes on. `now` is a moment in ISO 8601.
    #[new]
    fn new(
        py: Python<'_>,
        client: Py<Client>,
        name: &str,
        params: &Bound<'_, PyDict>,
        options: &Bound<'_, PyDict>,
        now: &str,
    ) -> PyResult<Pages> {
        let paging = computed(py, name, Paging::read(&named(Some(options))?))?;
        let now = computed(
            py,
            name,
            Time::parse(now, Zone::Berlin)
                .map_err(|wrong| vec![digistore24::Problem { path: "now".to_owned(), message: wrong.to_string() }]),
        )?;
        let pages = client.get().client().pages_named(name, named(Some(params))?, now, &paging);
        let pages = pages.map_err(|error| raised(py, &error))?;
        Ok(Pages { client, name: name.to_owned(), pages })
    }

    /// The new rows of the next page, or what is to be awaited for them. `None` when the list was read to its end.
    fn next<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(page) = self.pages.next() else { return Ok(None) };
        Client::lead(self.client.bind(py), &self.name, || Ok(page), listed).map(Some)
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

/// The new rows of a page.
fn listed(py: Python<'_>, rows: Result<Rows, Error>) -> PyResult<Py<PyAny>> {
    let rows = rows.map_err(|error| raised(py, &error))?;
    let list = PyList::empty(py);
    (0..rows.len()).filter_map(|at| rows.get(at)).try_for_each(|row| list.append(object(py, row)?))?;
    Ok(list.into_any().unbind())
}
