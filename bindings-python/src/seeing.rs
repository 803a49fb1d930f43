//! Who hears what became of each attempt.

use pyo3::exceptions::PyKeyboardInterrupt;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Who hears what became of each attempt: a hook of the user, else `logging`, once the program has imported that. Spans
/// for OpenTelemetry are made in both cases, once the program has imported that.
#[derive(Default)]
pub(crate) struct Seeing(pub(crate) Option<Py<PyAny>>);

impl Seeing {
    /// Whether anybody wants to hear of attempts.
    pub(crate) fn is_wanted(&self, py: Python<'_>) -> bool {
        self.0.is_some() || imported(py).is_ok_and(|(logging, tracing)| logging || tracing)
    }

    /// Tells of an attempt. What goes wrong with that goes to `sys.unraisablehook`: it must not cost an answer.
    pub(crate) fn tell(&self, py: Python<'_>, attempt: Option<digistore24::Attempt>) {
        let Some(attempt) = attempt else { return };
        if let Err(error) = self.told(py, attempt) {
            if error.is_instance_of::<PyKeyboardInterrupt>(py)
                && let Ok(thread) = py.import("_thread")
                && thread.call_method0("interrupt_main").is_ok()
            {
                // It comes back as soon as it cannot lose an answer.
                return;
            }
            error.write_unraisable(py, self.0.as_ref().map(|hook| hook.bind(py)));
        }
    }

    fn told(&self, py: Python<'_>, attempt: digistore24::Attempt) -> PyResult<()> {
        let attempt = Bound::new(py, Attempt(attempt))?;
        let (logging, tracing) = imported(py)?;
        if tracing {
            py.import("digistore24._seeing")?.call_method1("trace", (&attempt,))?;
        }
        match &self.0 {
            Some(hook) => hook.bind(py).call1((attempt,)).map(drop),
            None if logging => py.import("digistore24._seeing")?.call_method1("log", (attempt,)).map(drop),
            None => Ok(()),
        }
    }
}

/// Whether the program has imported `logging`, and OpenTelemetry.
fn imported(py: Python<'_>) -> PyResult<(bool, bool)> {
    let modules = py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?;
    Ok((modules.contains("logging")?, modules.contains("opentelemetry.trace")?))
}

/// What became of one attempt of a call. It holds no key, and no bodies unless the client was made with `bodies=True`.
#[pyclass(frozen, module = "digistore24")]
pub(crate) struct Attempt(digistore24::Attempt);

#[pymethods]
impl Attempt {
    /// The function.
    #[getter]
    fn function(&self) -> &str {
        &self.0.function
    }

    /// Which attempt of the call this was, from 1.
    #[getter]
    fn attempt(&self) -> u32 {
        self.0.attempt
    }

    /// How many seconds it took, from the request to the end of the answer.
    #[getter]
    fn duration(&self) -> f64 {
        self.0.duration.as_secs_f64()
    }

    /// What came of it: `answered`, `refused`, `garbled`, `lost`, `unusable` or `not_sent`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.0.outcome
    }

    /// The HTTP status, where something came back.
    #[getter]
    fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The number of a refusal.
    #[getter]
    fn code(&self) -> Option<i64> {
        self.0.code
    }

    /// How many rows the answer has, where it is a list or holds one.
    #[getter]
    fn rows(&self) -> Option<usize> {
        self.0.rows
    }

    /// The bytes of the body that was sent.
    #[getter]
    fn bytes_sent(&self) -> usize {
        self.0.bytes_sent
    }

    /// The bytes of the body that came back.
    #[getter]
    fn bytes(&self) -> usize {
        self.0.bytes
    }

    /// What failed although the call succeeded.
    #[getter]
    fn failure(&self) -> Option<&str> {
        self.0.failure.as_deref()
    }

    /// Why there is no answer, without anything of a body.
    #[getter]
    fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Whether it may have taken effect in a way that a repetition would double.
    #[getter]
    fn maybe_done(&self) -> bool {
        self.0.maybe_done
    }

    /// After how many seconds the call is sent again; `None` when it is over.
    #[getter]
    fn again_in(&self) -> Option<f64> {
        self.0.again_in.map(|pause| pause.as_secs_f64())
    }

    /// What was sent, without keys and passphrases, if bodies are asked for.
    #[getter]
    fn sent(&self) -> Option<&str> {
        self.0.sent.as_deref()
    }

    /// What came back, without keys and passphrases, if bodies are asked for.
    #[getter]
    fn received(&self) -> Option<&str> {
        self.0.received.as_deref()
    }

    fn __repr__(&self) -> String {
        let of = &self.0;
        format!("<Attempt {} of {}: {} after {:.3} s>", of.attempt, of.function, of.outcome, of.duration.as_secs_f64())
    }
}
