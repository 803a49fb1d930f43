//! Lists of answers: sequences whose values are read when they are looked at.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use digistore24::Answer;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyList, PySlice, PyTuple, PyType};

use crate::convert::object;
use crate::plain::plain;
use crate::record::Record;
use crate::{answer, show, show::Html};

/// A list of an answer: a sequence that makes its values when they are looked at.
#[pyclass(frozen, sequence, module = "digistore24")]
pub(crate) struct List {
    list: digistore24::List,
    answer: Option<Arc<Answer>>,
}

impl List {
    /// A list inside an answer.
    pub(crate) fn part(list: digistore24::List) -> List {
        List { list, answer: None }
    }

    /// What a call returns.
    pub(crate) fn whole(list: digistore24::List, answer: &Arc<Answer>) -> List {
        List { list, answer: Some(answer.clone()) }
    }

    fn at<'py>(&self, py: Python<'py>, position: usize) -> Option<PyResult<Bound<'py, PyAny>>> {
        self.list.get(position).map(|item| object(py, item))
    }

    fn shallow<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        self.list.iter().try_for_each(|item| list.append(object(py, item)?))?;
        Ok(list)
    }
}

#[pymethods]
impl List {
    fn __len__(&self) -> usize {
        self.list.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, position: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(slice) = position.cast::<PySlice>() {
            let range = slice.indices(self.list.len() as isize)?;
            let positions = (0..range.slicelength as isize).map(|step| range.start + step * range.step);
            let values = PyList::empty(py);
            positions.filter_map(|at| self.at(py, at as usize)).try_for_each(|value| values.append(value?))?;
            return Ok(values.into_any());
        }
        let Ok(at) = position.extract::<isize>() else {
            return Err(PyTypeError::new_err("a list is indexed with whole numbers or slices"));
        };
        let at = if at < 0 { at + self.list.len() as isize } else { at };
        let value = usize::try_from(at).ok().and_then(|at| self.at(py, at));
        value.unwrap_or_else(|| Err(PyIndexError::new_err(format!("the list has {} values", self.list.len()))))
    }

    fn __iter__(&self) -> Values {
        Values { list: self.list.clone(), next: AtomicUsize::new(0) }
    }

    fn __eq__<'py>(slf: &Bound<'py, Self>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        let own = slf.get();
        if let Ok(other) = other.cast::<List>() {
            return own.to_list(slf.py())?.eq(other.get().to_list(slf.py())?);
        }
        Ok(other.is_instance_of::<PyList>() && own.shallow(slf.py())?.eq(other)?)
    }

    /// The position of the first value that equals `value`.
    #[pyo3(signature = (*arguments))]
    fn index<'py>(&self, py: Python<'py>, arguments: &Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyAny>> {
        self.shallow(py)?.call_method1("index", arguments)
    }

    /// How often `value` occurs.
    #[pyo3(signature = (value, /))]
    fn count<'py>(&self, py: Python<'py>, value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.shallow(py)?.call_method1("count", (value,))
    }

    /// Everything in it as lists and dictionaries of Python, in one go.
    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, |sink| self.list.walk(sink))
    }

    /// Everything in it as JSON: tidied, with amounts, times and ids as texts.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.list.to_json())
    }

    /// The JSON text as it came.
    #[getter]
    fn _raw(&self) -> &str {
        self.list.raw()
    }

    /// What surrounds the data (`api_version`, `current_time`, ...); only on what a call returns, else `None`.
    #[getter]
    fn _envelope(&self) -> Option<Record> {
        self.answer.as_ref().map(|answer| Record::part((**answer.envelope()).clone()))
    }

    /// What failed although the call succeeded; only on what a call returns.
    #[getter]
    fn _failure(&self) -> Option<String> {
        self.answer.as_ref()?.failure()
    }

    fn __repr__(&self) -> String {
        show::list(&self.list)
    }

    fn __str__(&self) -> String {
        show::list_in_lines(&self.list)
    }

    /// A table for notebooks.
    fn _repr_html_(&self) -> String {
        Html::list(&self.list)
    }

    /// `List[Record]` in annotations.
    #[classmethod]
    #[pyo3(signature = (inside, /))]
    fn __class_getitem__<'py>(class: &Bound<'py, PyType>, inside: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        class.py().import("types")?.getattr("GenericAlias")?.call1((class, inside))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    #[pyo3(signature = (_memo, /))]
    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String, String))> {
        answer::reduced(py, self.answer.as_ref())
    }
}

#[pyclass(frozen, module = "digistore24")]
struct Values {
    list: digistore24::List,
    next: AtomicUsize,
}

#[pymethods]
impl Values {
    fn __iter__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __next__<'py>(&self, py: Python<'py>) -> Option<PyResult<Bound<'py, PyAny>>> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        self.list.get(at).map(|item| object(py, item))
    }

    fn __length_hint__(&self) -> usize {
        self.list.len().saturating_sub(self.next.load(Ordering::Relaxed))
    }
}
