//! What an exception knows of the call it ended, so that one can look what became of it.

use std::time::SystemTime;

use digistore24::aftermath::{Aftermath, look_of};
use digistore24::{Answer, Error, Inquiring, Problem, Value};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::call::answered;
use crate::client::Client;
use crate::convert::{data, value};
use crate::errors::{guarded, raised};
use crate::table::{computed, named};

/// The attribute of an exception that holds its call.
const KEPT: &str = "_call";

/// A call whose answer was lost: what was called, with what, when. It shows no parameters.
#[pyclass(frozen, skip_from_py_object, module = "digistore24._native")]
#[derive(Clone)]
pub(crate) struct LostCall {
    function: String,
    parameters: Value,
    sent_at: i64,
    lost_at: i64,
}

#[pymethods]
impl LostCall {
    #[new]
    fn new(function: String, parameters: &Bound<'_, PyAny>, sent_at: i64, lost_at: i64) -> PyResult<LostCall> {
        Ok(LostCall { function, parameters: value(parameters, 0)?, sent_at, lost_at })
    }

    /// An exception may be sent to another process.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let LostCall { function, parameters, sent_at, lost_at } = slf.get();
        let given = (function, data(slf.py(), parameters)?, *sent_at, *lost_at);
        Ok((slf.get_type(), given).into_pyobject(slf.py())?.into_any())
    }

    fn __repr__(&self) -> String {
        format!("<LostCall of {}>", self.function)
    }
}

/// Makes of an answer what Python sees, and of an error an exception that keeps its call if that may have been carried out.
pub(crate) fn keeping(
    function: &str,
    parameters: &Value,
) -> impl Fn(Python<'_>, Result<Answer, Error>) -> PyResult<Py<PyAny>> + Send + Sync + 'static {
    let (function, parameters, sent_at) = (function.to_owned(), parameters.clone(), now());
    move |py, result| {
        let is_open = matches!(result, Err(Error::Unanswered { maybe_done: true, .. }));
        answered(py, result).inspect_err(|error| {
            if is_open {
                let call = LostCall {
                    function: function.clone(),
                    parameters: if parameters == Value::Null { Value::Map(Vec::new()) } else { parameters.clone() },
                    sent_at,
                    lost_at: now(),
                };
                // Without it, the exception still says everything else.
                let _ = error.value(py).setattr(KEPT, call);
            }
        })
    }
}

/// Looks what became of the call of an exception, or of a function by its name.
pub(crate) fn what_became_of<'py>(
    ds: &Bound<'py, Client>,
    call: &Bound<'py, PyAny>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    const NAME: &str = "what_became_of";
    let py = ds.py();
    let options = guarded(py, || {
        let mut fields = match named(options)? {
            Value::Map(fields) => fields,
            _ => Vec::new(),
        };
        let mut give = |name: &str, value: Value| {
            if fields.iter().all(|(other, given)| other != name || *given == Value::Null) {
                fields.retain(|(other, _)| other != name);
                fields.push((name.to_owned(), value));
            }
        };
        give("now", now().into());
        if let Ok(function) = call.cast::<PyString>() {
            give("function", function.to_str()?.into());
        } else if let Ok(kept) = call.getattr(KEPT).and_then(|kept| Ok(kept.cast::<LostCall>()?.get().clone())) {
            give("function", kept.function.into());
            give("parameters", kept.parameters);
            give("sent_at", kept.sent_at.into());
            give("lost_at", kept.lost_at.into());
        } else {
            let message = "expected an exception of a call that may have been carried out (`maybe_done`), or the name of a \
                function with its `parameters` and `sent_at`";
            let problem = Problem { path: "call".to_owned(), message: message.to_owned() };
            return computed(py, NAME, Err(vec![problem]));
        }
        Ok(Value::Map(fields))
    })?;
    let look = || Ok(Inquiring::new(ds.get().client(), computed(py, NAME, look_of(&options))?));
    Client::lead(ds, NAME, look, |py, told: Result<Aftermath, Error>| match told {
        Ok(aftermath) => Ok(data(py, &Value::from(&aftermath))?.unbind()),
        Err(error) => Err(raised(py, &error)),
    })
}

/// The host's clock in seconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or_default()
}
