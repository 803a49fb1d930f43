//! Whole answers: what a call returns, and stored answers read again.

use std::sync::Arc;

use digistore24::{Answer, Item};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::convert::object;
use crate::drive::body_of;
use crate::errors::{guarded, raised};
use crate::list::List;
use crate::record::Record;

/// Reads a stored answer of the function `name`, as if it had just arrived.
///
/// `body` is the JSON text as the service sent it, `str` or `bytes`. Functions that the catalogue does not know are read
/// without a shape. Raises `Refused` when the service declined, `Garbled` when this is no answer of the service.
#[pyfunction]
#[pyo3(signature = (name, body, *, status=200))]
pub(crate) fn read<'py>(
    py: Python<'py>,
    name: &str,
    body: &Bound<'py, PyAny>,
    status: u16,
) -> PyResult<Bound<'py, PyAny>> {
    let body = body_of(body)?;
    guarded(py, || match py.detach(|| digistore24::read(name, status, body)) {
        Ok(answer) => returned(py, answer),
        Err(error) => Err(raised(py, &error)),
    })
}

/// What a call returns: the data of an answer. Records and lists of it know the envelope.
///
/// An answer without data is an empty record, so that its envelope is within reach.
pub(crate) fn returned(py: Python<'_>, answer: Answer) -> PyResult<Bound<'_, PyAny>> {
    let answer = Arc::new(answer);
    if let Some(record) = answer.record() {
        return Ok(Record::whole(record, &answer).into_pyobject(py)?.into_any());
    }
    match answer.data() {
        Item::List(list) => Ok(List::whole(list, &answer).into_pyobject(py)?.into_any()),
        item => object(py, item),
    }
}

/// How `pickle` keeps an answer: as its text, to be read again.
pub(crate) fn reduced<'py>(
    py: Python<'py>,
    answer: Option<&Arc<Answer>>,
) -> PyResult<(Bound<'py, PyAny>, (String, String))> {
    let Some(answer) = answer else {
        let advice =
            "a part of an answer cannot be pickled: pickle the whole answer, or what to_dict() or to_list() gives";
        return Err(PyTypeError::new_err(advice));
    };
    // Times may have been told by the client's own zone, and the request may have decided the form.
    let again = digistore24::read(answer.function(), 200, answer.raw()).map_err(|error| raised(py, &error))?;
    if again.to_json() != answer.to_json() {
        let advice =
            "this answer cannot be pickled, since its text alone reads differently: pickle what to_dict() gives";
        return Err(PyTypeError::new_err(advice));
    }
    let read = py.import("digistore24._native")?.getattr("read")?;
    Ok((read, (answer.function().to_owned(), answer.raw().to_owned())))
}
