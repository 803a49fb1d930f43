//! The settings of a client as Python gives them: everything that is wrong with them is reported at once.

use std::convert::Infallible;
use std::time::Duration;

use digistore24::{Client, Error, Problem, Settings, Value};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::budget::Budget;
use crate::cassette::{Cassette, Tape};
use crate::convert::kind_of;
use crate::errors::raised;
use crate::table::named;

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

    /// Options by name, as the core reads them, whose times are in milliseconds.
    pub(crate) fn read<T: Default>(
        &mut self,
        options: &Bound<'_, PyDict>,
        read: impl Fn(&Value) -> Result<T, Vec<Problem>>,
    ) -> PyResult<T> {
        for name in ["timeout", "total_timeout"] {
            let Some(limit) = options.get_item(name)? else { continue };
            match limit.extract::<Limit>().map_or_else(|never| match never {}, |limit| limit.0) {
                Ok(None) => options.set_item(name, false)?,
                Ok(Some(time)) => options.set_item(name, time.as_millis().clamp(1, i32::MAX.unsigned_abs().into()))?,
                Err(problem) => {
                    self.note(name, problem);
                    options.del_item(name)?;
                }
            }
        }
        let mut problems = match read(&named(Some(options))?) {
            Ok(read) => return Ok(read),
            Err(problems) => problems,
        };
        // What is of the right type is still to be judged.
        for problem in &problems {
            if options.contains(&problem.path)? {
                options.del_item(&problem.path)?;
            }
        }
        // The core only met what stands in for what was noted here.
        problems.retain(|problem| self.problems.iter().all(|noted| noted.path != problem.path));
        self.problems.append(&mut problems);
        Ok(read(&named(Some(options))?).unwrap_or_default())
    }

    /// A time limit.
    pub(crate) fn limit(&mut self, name: &str, given: Limit) -> Option<Duration> {
        given.0.unwrap_or_else(|problem| {
            self.note(name, problem);
            None
        })
    }

    /// Takes something to call out of the options, if there is something.
    pub(crate) fn callable(
        &mut self,
        options: &Bound<'_, PyDict>,
        name: &str,
        expected: &str,
    ) -> PyResult<Option<Py<PyAny>>> {
        let Some(given) = taken(options, name)? else { return Ok(None) };
        self.is_callable(name, &given, expected)?;
        Ok(Some(given.unbind()))
    }

    /// Whether something can be called.
    pub(crate) fn is_callable(&mut self, name: &str, given: &Bound<'_, PyAny>, expected: &str) -> PyResult<()> {
        if !given.is_callable() {
            self.note(name, format!("expected {expected}, got {}", kind_of(given)?));
        }
        Ok(())
    }

    /// Takes the budget out of the options, if there is one.
    pub(crate) fn budget(&mut self, options: &Bound<'_, PyDict>) -> PyResult<Option<digistore24::Budget>> {
        let Some(given) = taken(options, "budget")? else { return Ok(None) };
        let Ok(budget) = given.cast::<Budget>() else {
            self.note("budget", format!("expected a Budget, got {}", kind_of(&given)?));
            return Ok(None);
        };
        Ok(Some(budget.get().shared()))
    }

    /// Takes a cassette out of the options, if there is one.
    pub(crate) fn cassette(&mut self, options: &Bound<'_, PyDict>) -> PyResult<Option<Tape>> {
        let Some(given) = options.get_item("cassette")? else { return Ok(None) };
        options.del_item("cassette")?;
        match given.cast::<Cassette>() {
            Ok(cassette) => Ok(Some(cassette.get().tape())),
            Err(_) if given.is_none() => Ok(None),
            Err(_) => {
                self.note("cassette", format!("expected a Cassette, got {}", kind_of(&given)?));
                Ok(None)
            }
        }
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

/// An option that is there and not `None`. It no longer is among the others.
fn taken<'py>(options: &Bound<'py, PyDict>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    let given = options.get_item(name)?;
    if given.is_some() {
        options.del_item(name)?;
    }
    Ok(given.filter(|given| !given.is_none()))
}

/// How long a call may take, or what is wrong with that.
pub(crate) struct Limit(Result<Option<Duration>, String>);

impl Limit {
    /// So many seconds.
    pub(crate) fn seconds(seconds: u64) -> Limit {
        Limit(Ok(Some(Duration::from_secs(seconds))))
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
