//! Recorded exchanges, to be played again without a network, from Python.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use digistore24::cassette::Mode;
use digistore24::{Attempt, Error, Failure, Flow, Request, Response, Step, Value};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::convert::value;
use crate::drive::INTERRUPTED;
use crate::errors::{guarded, raised};

/// Recorded exchanges, to be played again without a network: `Digistore24(key, cassette=cassette)`.
///
/// `mode="replay"` plays what is recorded and sends nothing, ever; `"record"` sends everything and records it anew;
/// `"auto"` sends and records only what is missing. Used with `with`, it is written at the end.
///
/// Keys, passphrases, tokens and licence keys are left out of what is recorded, and the fields named in `hide`, such as
/// `["email", "first_name"]`. The file is HAR 1.2, which browsers' developer tools open.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Cassette {
    tape: Tape,
    path: Option<PathBuf>,
}

/// A cassette that clients share.
#[derive(Clone)]
pub(crate) struct Tape(Arc<Mutex<digistore24::cassette::Cassette>>);

impl Tape {
    fn get(&self) -> MutexGuard<'_, digistore24::cassette::Cassette> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Cassette {
    pub(crate) fn tape(&self) -> Tape {
        self.tape.clone()
    }

    fn of(
        py: Python<'_>,
        har: Option<String>,
        mode: &Bound<'_, PyAny>,
        hide: &Bound<'_, PyAny>,
        path: Option<PathBuf>,
    ) -> PyResult<Cassette> {
        let options = Value::Map(vec![
            ("har".to_owned(), har.map_or(Value::Null, Value::Text)),
            ("mode".to_owned(), value(mode, 0)?),
            ("hide".to_owned(), value(hide, 0)?),
        ]);
        let cassette = digistore24::cassette::Cassette::of(&options);
        let cassette =
            cassette.map_err(|problems| raised(py, &Error::Params { function: "Cassette".to_owned(), problems }))?;
        Ok(Cassette { tape: Tape(Arc::new(Mutex::new(cassette))), path })
    }
}

#[pymethods]
impl Cassette {
    #[new]
    #[pyo3(signature = (path=None, *, mode=None, hide=None), text_signature = "(path=None, *, mode='replay', hide=())")]
    fn new(
        py: Python<'_>,
        path: Option<PathBuf>,
        mode: Option<Bound<'_, PyAny>>,
        hide: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Cassette> {
        let (mode, hide) = (or_none(py, mode), or_none(py, hide));
        guarded(py, || {
            let empty = Cassette::of(py, None, &mode, &hide, None)?;
            let wanted = empty.tape.get().mode();
            let har = match &path {
                Some(path) if wanted != Mode::Record => match fs::read_to_string(path) {
                    Ok(text) => Some(text),
                    Err(error) if error.kind() == ErrorKind::NotFound && wanted == Mode::Auto => None,
                    // As `open` raises it, with the name of the file.
                    Err(error) => {
                        let (number, why) = (error.raw_os_error().unwrap_or_default(), error.to_string());
                        return Err(pyo3::exceptions::PyOSError::new_err((number, why, path.clone())));
                    }
                },
                _ => None,
            };
            Cassette::of(py, har, &mode, &hide, path)
        })
    }

    /// A cassette from what `to_json` gave.
    #[staticmethod]
    #[pyo3(signature = (text, /, *, mode=None, hide=None), text_signature = "(text, /, *, mode='replay', hide=())")]
    fn from_json(
        py: Python<'_>,
        text: String,
        mode: Option<Bound<'_, PyAny>>,
        hide: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Cassette> {
        guarded(py, || Cassette::of(py, Some(text), &or_none(py, mode), &or_none(py, hide), None))
    }

    /// The cassette as text: an HTTP archive, HAR 1.2.
    fn to_json(&self) -> String {
        self.tape.get().to_json()
    }

    /// Writes the file, whole or not at all.
    fn save(&self) -> PyResult<()> {
        let Some(path) = &self.path else {
            return Err(PyValueError::new_err("this cassette has no file; to_json() gives its text"));
        };
        let mut beside = path.clone().into_os_string();
        beside.push(format!(".{}.tmp", std::process::id()));
        fs::write(&beside, self.to_json()).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
            // What could not be written may lie there in part.
            let _ = fs::remove_file(&beside);
            PyErr::from(error)
        })
    }

    /// How many of the exchanges that it was read with have not been played.
    #[getter]
    fn left(&self) -> usize {
        self.tape.get().left()
    }

    fn __len__(&self) -> usize {
        self.tape.get().len()
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_error))]
    fn __exit__(&self, _error: &Bound<'_, PyAny>) -> PyResult<()> {
        let is_changed = self.tape.get().is_changed();
        if is_changed && self.path.is_some() { self.save() } else { Ok(()) }
    }

    fn __repr__(&self) -> String {
        let tape = self.tape.get();
        format!("<Cassette with {} exchanges, {} not played>", tape.len(), tape.left())
    }
}

fn or_none<'py>(py: Python<'py>, given: Option<Bound<'py, PyAny>>) -> Bound<'py, PyAny> {
    given.unwrap_or_else(|| py.None().into_bound(py))
}

/// A conversation with a cassette in between, if there is one: what it plays is not sent, what is sent is recorded.
pub(crate) struct Taped<F> {
    flow: F,
    tape: Option<Tape>,
    /// What was sent, when, and by which clock.
    sent: Option<(Request, Duration, Duration)>,
    reply: Option<Result<Response, Failure>>,
}

impl<F: Flow> Taped<F> {
    pub(crate) fn new(flow: F, tape: Option<&Tape>) -> Taped<F> {
        Taped { flow, tape: tape.cloned(), sent: None, reply: None }
    }
}

impl<F: Flow> Flow for Taped<F> {
    type Output = F::Output;

    fn step(&mut self, now: Duration) -> Step<F::Output> {
        let Some(tape) = &self.tape else { return self.flow.step(now) };
        if let Some(reply) = self.reply.take()
            && let Some((request, moment, began)) = self.sent.take()
        {
            // An attempt that the program gave up says nothing about the service.
            if !matches!(&reply, Err(Failure::Lost(reason)) if reason == INTERRUPTED) {
                tape.get().record(&request, &reply, moment, now.saturating_sub(began));
            }
            self.flow.answer(reply);
        }
        loop {
            match self.flow.step(now) {
                Step::Send(request) if self.sent.is_none() => match tape.get().play(&request) {
                    Some(reply) => self.flow.answer(reply),
                    None => {
                        let moment = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
                        self.sent = Some((request.clone(), moment, now));
                        return Step::Send(request);
                    }
                },
                step => return step,
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        match &self.tape {
            None => self.flow.answer(reply),
            // The next step says how long it took.
            Some(_) if self.sent.is_some() && self.reply.is_none() => self.reply = Some(reply),
            Some(_) => {}
        }
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.flow.seen()
    }
}
