//! The one place where an error of the core becomes an exception of Python.

use std::panic::{AssertUnwindSafe, catch_unwind};

use digistore24::{Error, ipn};
use pyo3::prelude::*;

/// The exception for an error; one of the classes of `digistore24/_errors.py`.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).unwrap_or_else(|failed| failed)
}

fn exception(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let name = match error {
        Error::Params { .. } => "BadParams",
        Error::Forbidden { .. } => "Forbidden",
        Error::Refused { .. } => "Refused",
        Error::Garbled { .. } => "Garbled",
        Error::Unanswered { .. } => "Unanswered",
        _ => "DigistoreError",
    };
    let exception = new(py, name, &error.to_string())?;
    exception.setattr("kind", error.kind())?;
    match error {
        Error::Params { function, problems } => {
            let problems: Vec<_> = problems.iter().map(|problem| (&problem.path, &problem.message)).collect();
            exception.setattr("function", function)?;
            exception.setattr("problems", problems)?;
        }
        Error::Forbidden { function, reason } => {
            exception.setattr("function", function)?;
            exception.setattr("reason", reason)?;
        }
        Error::Refused { function, code, message, status } => {
            exception.setattr("function", function)?;
            exception.setattr("code", code)?;
            exception.setattr("message", message)?;
            exception.setattr("status", status)?;
        }
        Error::Garbled { function, status, reason, excerpt } => {
            exception.setattr("function", function)?;
            exception.setattr("status", status)?;
            exception.setattr("reason", reason)?;
            exception.setattr("excerpt", excerpt)?;
        }
        Error::Unanswered { function, reason, maybe_done } => {
            exception.setattr("function", function)?;
            exception.setattr("reason", reason)?;
            exception.setattr("maybe_done", maybe_done)?;
        }
        _ => {}
    }
    Ok(PyErr::from_value(exception))
}

/// The exception for a notification that is not accepted. It never holds the signature that was expected.
pub(crate) fn rejected(py: Python<'_>, error: &ipn::Rejected) -> PyErr {
    let exception = || {
        let exception = new(py, "Rejected", &error.to_string())?;
        exception.setattr("reason", error.reason())?;
        Ok(PyErr::from_value(exception))
    };
    exception().unwrap_or_else(|failed| failed)
}

fn new<'py>(py: Python<'py>, class: &str, message: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("digistore24._errors")?.getattr(class)?.call1((message,))
}

/// Runs `work` so that a bug in here reaches `except Exception`, where pyo3 alone would raise a `BaseException`.
pub(crate) fn guarded<T>(py: Python<'_>, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let message = "digistore24 itself failed; please report what you called (without your key)";
        Err(PyErr::from_value(new(py, "DigistoreError", message)?))
    })
}
