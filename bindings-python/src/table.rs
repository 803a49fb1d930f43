//! Functions that take options by name: what most modules are made of.

use digistore24::{Error, Problem, Value};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::{data, parameters, value};
use crate::errors::{guarded, raised};

/// What a function of the core makes of options, as plain dictionaries and lists. `name` is the module and the function.
pub(crate) fn told<'py, T>(
    py: Python<'py>,
    name: &str,
    options: Value,
    of: impl Fn(&Value) -> Result<T, Vec<Problem>>,
) -> PyResult<Bound<'py, PyAny>>
where
    for<'t> Value: From<&'t T>,
{
    guarded(py, || data(py, &Value::from(&computed(py, name, of(&options))?)))
}

/// The result, or everything that is wrong as `BadParams`.
pub(crate) fn computed<T>(py: Python<'_>, name: &str, result: Result<T, Vec<Problem>>) -> PyResult<T> {
    result.map_err(|problems| raised(py, &Error::Params { function: name.to_owned(), problems }))
}

/// Keyword arguments as options. None at all are a group without fields.
pub(crate) fn named(options: Option<&Bound<'_, PyDict>>) -> PyResult<Value> {
    Ok(match parameters(options)? {
        Value::Null => Value::Map(Vec::new()),
        options => options,
    })
}

/// The same, with what stands before them under that name.
pub(crate) fn about(
    name: &str,
    given: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Value> {
    let mut options = named(options)?;
    if let (Some(given), Value::Map(fields)) = (given, &mut options) {
        fields.insert(0, (name.to_owned(), value(given, 0)?));
    }
    Ok(options)
}
