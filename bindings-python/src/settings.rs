//! The settings of a client as Python gives them: everything that is wrong with them is reported at once.

use std::convert::Infallible;
use std::time::Duration;

use digistore24::{Client, Error, Problem, Settings};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert::kind_of;
use crate::errors::raised;

/// What is wrong with the settings so far.
#[derive(Default)]
pub(crate) struct Given {
    problems: Vec<Problem>,
}

impl Given {
    /// The key. What stands in its place is never shown.
    pub(crate) fn key(&mut self, given: &Bound<'_, PyAny>) -> PyResult<String> {
        if let Ok(text) = given.cast::<PyString>() {
            // A lone surrogate becomes a character no key has.
            return Ok(text.to_string_lossy().into_owned());
        }
        self.note(
            "api_key",
            match given.is_none() {
                true => "expected a text, got None; is the environment variable set?".to_owned(),
                false => format!("expected a text, got {}", kind_of(given)?),
            },
        );
        Ok(String::new())
    }

    /// A text, if there is one.
    pub(crate) fn text(&mut self, name: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
        let Some(given) = given else { return Ok(None) };
        let problem = match given.cast::<PyString>().map(|text| text.to_str()) {
            Ok(Ok(text)) => return Ok(Some(text.to_owned())),
            Ok(Err(_)) => "contains a lone surrogate; take it out".to_owned(),
            Err(_) => format!("expected a text, got {}", kind_of(given)?),
        };
        self.note(name, problem);
        Ok(None)
    }

    /// A time limit.
    pub(crate) fn limit(&mut self, name: &str, given: Limit) -> Option<Duration> {
        given.0.unwrap_or_else(|problem| {
            self.note(name, problem);
            None
        })
    }

    /// Something to call, if there is something.
    pub(crate) fn callable(&mut self, name: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Py<PyAny>>> {
        let Some(given) = given else { return Ok(None) };
        if !given.is_callable() {
            let expected = "expected a callable that takes a Send and returns (status, headers, body)";
            self.note(name, format!("{expected}, got {}", kind_of(given)?));
        }
        Ok(Some(given.clone().unbind()))
    }

    /// The client, unless something is wrong: what was noted here, and what the core says of the rest.
    pub(crate) fn client(mut self, py: Python<'_>, settings: Settings) -> PyResult<Client> {
        let mut error = match Client::new(settings) {
            Ok(client) if self.problems.is_empty() => return Ok(client),
            Ok(_) => Error::Params { function: "client".to_owned(), problems: Vec::new() },
            Err(error) => error,
        };
        if let Error::Params { problems, .. } = &mut error {
            // The core only met what stands in for these.
            problems.retain(|problem| self.problems.iter().all(|noted| noted.path != problem.path));
            problems.append(&mut self.problems);
        }
        Err(raised(py, &error))
    }

    /// Raises for a function that stands alone, if something is wrong.
    pub(crate) fn check(self, py: Python<'_>, function: &str) -> PyResult<()> {
        match self.problems.is_empty() {
            true => Ok(()),
            false => Err(raised(py, &Error::Params { function: function.to_owned(), problems: self.problems })),
        }
    }

    fn note(&mut self, name: &str, message: String) {
        self.problems.push(Problem { path: name.to_owned(), message });
    }
}

/// How long a call may take, or what is wrong with that.
pub(crate) struct Limit(Result<Option<Duration>, String>);

impl Limit {
    /// So many seconds.
    pub(crate) fn seconds(seconds: u64) -> Limit {
        Limit(Ok(Some(Duration::from_secs(seconds))))
    }
}

impl Default for Limit {
    fn default() -> Limit {
        Limit::seconds(30)
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Limit {
    type Error = Infallible;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> Result<Limit, Infallible> {
        if given.is_none() {
            return Ok(Limit(Ok(None)));
        }
        let seconds = given.extract::<f64>().ok();
        let limit = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Ok(Limit(match limit {
            Some(limit) if !limit.is_zero() => Ok(Some(limit)),
            _ => {
                let got = match seconds {
                    Some(seconds) => seconds.to_string(),
                    None => kind_of(&given).unwrap_or_else(|_| "something else".to_owned()),
                };
                Err(format!("expected seconds above 0, or None for no limit, got {got}"))
            }
        }))
    }
}
