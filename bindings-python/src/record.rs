//! Records of answers: mappings with attributes, read when they are looked at.

use std::sync::Arc;

use digistore24::wire::{Kind, Shape};
use digistore24::{Answer, Item};
use pyo3::exceptions::{PyAttributeError, PyKeyError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyList, PyMapping, PyString};

use crate::answer;
use crate::convert::object;
use crate::list::List;
use crate::plain::plain;
use crate::{show, show::Html};

/// A record of an answer: a mapping whose fields are attributes too.
///
/// `record["amount"]` and `record.amount` are the same value, under either spelling where the service misspells a
/// field. A documented field that the answer lacks is `None` as an attribute, or an empty `List` where a list is
/// documented, and a `KeyError` as an item. A field with the name of a method of mappings (`items`, `keys`, `values`,
/// `get`) is an item only.
#[pyclass(frozen, mapping, subclass, module = "digistore24")]
pub(crate) struct Record {
    record: digistore24::Record,
    answer: Option<Arc<Answer>>,
    /// What it is called where that is not the name of its shape.
    class: Option<&'static str>,
}

impl Record {
    /// A record inside an answer.
    pub(crate) fn part(record: digistore24::Record) -> Record {
        Record { record, answer: None, class: None }
    }

    /// A record that is printed as one of this class.
    pub(crate) fn of_class(class: &'static str, record: digistore24::Record) -> Record {
        Record { record, answer: None, class: Some(class) }
    }

    /// What a call returns.
    pub(crate) fn whole(record: digistore24::Record, answer: &Arc<Answer>) -> Record {
        Record { record, answer: Some(answer.clone()), class: None }
    }

    /// What the core reads.
    pub(crate) fn record(&self) -> &digistore24::Record {
        &self.record
    }

    fn shape(&self) -> Option<&'static Shape> {
        match self.record.kind() {
            Kind::Object(shape) => Some(shape),
            _ => None,
        }
    }

    /// Whether a list is documented under this name.
    fn lists(&self, name: &str) -> bool {
        let field = self.shape().and_then(|shape| shape.field(name));
        field.is_some_and(|field| matches!(field.kind, Kind::List(_)))
    }

    fn item<'py>(&self, py: Python<'py>, name: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Ok(name) = name.cast::<PyString>() else { return Ok(None) };
        let found = name.to_str().ok().and_then(|name| self.record.get(name));
        found.map(|item| object(py, item)).transpose()
    }
}

#[pymethods]
impl Record {
    fn __getitem__<'py>(&self, py: Python<'py>, name: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.item(py, name)?.ok_or_else(|| PyKeyError::new_err((name.clone().unbind(),)))
    }

    fn __getattr__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        match self.record.get(name) {
            Some(Item::Null) | None if self.lists(name) => {
                Ok(List::part(digistore24::List::default()).into_pyobject(py)?.into_any())
            }
            Some(item) => object(py, item),
            None if self.shape().is_some_and(|shape| shape.field(name).is_some()) => Ok(py.None().into_bound(py)),
            None => Err(PyAttributeError::new_err(self.no_field(py, name)?)),
        }
    }

    fn __len__(&self) -> usize {
        self.record.len()
    }

    fn __contains__(&self, name: &Bound<'_, PyAny>) -> bool {
        let name = name.cast::<PyString>().ok().and_then(|name| name.to_str().ok());
        name.is_some_and(|name| self.record.get(name).is_some())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.names(py)?.try_iter()
    }

    fn __eq__<'py>(slf: &Bound<'py, Self>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        let own = plain(slf.py(), |sink| slf.get().record.walk(sink))?;
        if let Ok(other) = other.cast::<Record>() {
            return own.eq(plain(slf.py(), |sink| other.get().record.walk(sink))?);
        }
        // A dictionary may have been made by `to_dict()` or by `dict()`.
        Ok(other.is_instance_of::<PyMapping>() && (own.eq(other)? || slf.get().shallow(slf.py())?.eq(other)?))
    }

    /// The value of a field, or `default` where the answer does not have it.
    #[pyo3(signature = (key, default=None, /))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        key: &Bound<'py, PyAny>,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(self.item(py, key)?.or(default))
    }

    /// The names of the fields in the order they came.
    fn keys<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        view(slf, "KeysView")
    }

    /// The values of the fields in the order they came.
    fn values<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        view(slf, "ValuesView")
    }

    /// The names and values of the fields in the order they came.
    fn items<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        view(slf, "ItemsView")
    }

    /// Everything in it as dictionaries and lists of Python, in one go. A field with two spellings is there under both.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.record.is_empty() {
            true => Ok(PyDict::new(py).into_any()),
            false => plain(py, |sink| self.record.walk(sink)),
        }
    }

    /// Everything in it as JSON: tidied, with amounts, times and ids as texts.
    fn to_json(&self, py: Python<'_>) -> String {
        match self.record.is_empty() {
            true => "{}".to_owned(),
            false => py.detach(|| self.record.to_json()),
        }
    }

    /// The JSON text as it came.
    #[getter]
    fn _raw(&self) -> &str {
        self.record.raw()
    }

    /// What surrounds the data (`api_version`, `current_time`, ...); only on what a call returns, else `None`.
    #[getter]
    fn _envelope(&self) -> Option<Record> {
        self.answer.as_ref().map(|answer| Record::part((**answer.envelope()).clone()))
    }

    /// What failed although the call succeeded, such as `status: refused`; only on what a call returns.
    #[getter]
    fn _failure(&self) -> Option<String> {
        self.answer.as_ref()?.failure()
    }

    fn __repr__(&self) -> String {
        self.shown(show::record(&self.record))
    }

    fn __str__(&self) -> String {
        self.shown(show::record_in_lines(&self.record))
    }

    /// A table for notebooks.
    fn _repr_html_(&self) -> String {
        self.shown(Html::record(&self.record))
    }

    fn _ipython_key_completions_<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        self.names(py)
    }

    fn __dir__<'py>(slf: &Bound<'py, Self>) -> PyResult<Vec<String>> {
        let py = slf.py();
        let object = py.import("builtins")?.getattr("object")?;
        let mut names: Vec<String> = object.call_method1("__dir__", (slf,))?.extract()?;
        names.extend(slf.get().record.names().map(|name| name.into_owned()));
        names.extend(
            slf.get().shape().into_iter().flat_map(|shape| shape.fields.iter().map(|field| field.name.to_owned())),
        );
        Ok(names)
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

impl Record {
    fn names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        PyList::new(py, self.record.names().collect::<Vec<_>>())
    }

    /// Under the name of the class instead of the shape's, which is the first word of all that is shown.
    fn shown(&self, text: String) -> String {
        match self.class {
            Some(class) => text.replacen(show::name(&self.record), class, 1),
            None => text,
        }
    }

    fn shallow<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        self.record.iter().try_for_each(|(name, item): (_, Item<'_>)| dict.set_item(name, object(py, item)?))?;
        Ok(dict)
    }

    fn no_field(&self, py: Python<'_>, name: &str) -> PyResult<String> {
        let what = format!("the answer has no field {name:?}");
        if name.starts_with('_') {
            return Ok(what);
        }
        let known = self.record.names().map(|name| name.into_owned());
        let documented =
            self.shape().into_iter().flat_map(|shape| shape.fields.iter().map(|field| field.name.to_owned()));
        let known: Vec<String> = known.chain(documented).collect();
        let close: Vec<String> =
            py.import("difflib")?.call_method1("get_close_matches", (name, known, 1))?.extract()?;
        Ok(match close.first() {
            Some(close) => format!("{what}; did you mean {close}?"),
            None => what,
        })
    }
}

fn view<'py>(record: &Bound<'py, Record>, class: &str) -> PyResult<Bound<'py, PyAny>> {
    record.py().import("collections.abc")?.getattr(class)?.call1((record,))
}
