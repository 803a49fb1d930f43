//! The client: settings, a connection pool, and calls by name.

use std::sync::Arc;

use digistore24::{BASE_URL, Error, Flow, PerCall, Settings};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::call::{Call, answered};
use crate::cassette::{Tape, Taped};
use crate::convert::parameters;
use crate::drive::{Sender, caused, drive, run};
use crate::errors::{guarded, raised};
use crate::http;
use crate::preview::Preview;
use crate::settings::Given;

/// Makes calls. `digistore24.Digistore24` adds a method for each function of the catalogue.
#[pyclass(frozen, subclass, module = "digistore24._native")]
pub(crate) struct Client {
    client: digistore24::Client,
    sender: Arc<Sender>,
    tape: Option<Tape>,
    shown: String,
    /// Whether its calls are awaited: it is an `AsyncDigistore24`.
    is_awaited: bool,
}

#[pymethods]
impl Client {
    #[new]
    #[classmethod]
    #[pyo3(
        signature = (api_key, **options),
        text_signature = "(api_key, *, write_key=None, developer_key=None, permission=None, writing=None, base_url=None, \
            language=None, operator=None, zone=None, timeout=30.0, total_timeout=None, retries=3, most_bytes=67108864, \
            hide=(), cassette=None, send=None)"
    )]
    fn new(
        class: &Bound<'_, PyType>,
        api_key: &Bound<'_, PyAny>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Client> {
        let py = class.py();
        let options = options.map_or_else(|| Ok(PyDict::new(py)), |options| options.copy())?;
        if let Ok(origin) = api_key.cast::<Client>() {
            return origin.get().derived(py, &options);
        }
        let mut given = Given::default();
        let api_key = given.key(api_key)?;
        let send = given.callable("send", options.get_item("send")?.filter(|send| !send.is_none()).as_ref())?;
        if options.contains("send")? {
            options.del_item("send")?;
        }
        let tape = given.cassette(&options)?;
        // The core looks at all of them together.
        options.set_item("api_key", &api_key)?;
        let settings = Settings { api_key, seed: chance(py)?, ..given.read(&options, Settings::read)? };
        let base = settings.base_url.clone().unwrap_or_else(|| BASE_URL.to_owned());
        let client = given.client(py, settings)?;
        let shown = format!("<Digistore24 at {base} with the key {}>", client.shown_key());
        let sender = match send {
            Some(send) => Sender::Own(send),
            None => Sender::Pool(http::agent(&base)),
        };
        Ok(Client { client, sender: Arc::new(sender), tape, shown, is_awaited: class.hasattr("_is_awaited")? })
    }

    /// The same client for calls that do something otherwise: another `api_key` (then for everything), `language`,
    /// `operator`, `timeout`, `total_timeout` or number of `retries`. Both share their connections.
    #[pyo3(
        signature = (**options),
        text_signature = "($self, *, api_key=None, language=None, operator=None, timeout=None, total_timeout=None, \
            retries=None)"
    )]
    fn with_options<'py>(slf: &Bound<'py, Self>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        // The class of the caller, which has the methods.
        slf.get_type().call((slf,), options)
    }

    /// Calls a function by the name the service gives it. Parameters are checked before anything is sent.
    #[pyo3(signature = (name, /, **params))]
    fn call<'py>(
        slf: &Bound<'py, Self>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        Client::lead(slf, name, || Ok(slf.get().client.call_named(name, parameters(params)?)), answered)
    }

    /// Calls any function, also one the catalogue does not know, with parameters that nobody checks.
    #[pyo3(signature = (name, /, **params))]
    fn raw<'py>(
        slf: &Bound<'py, Self>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        Client::lead(slf, name, || Ok(slf.get().client.raw(name, parameters(params)?)), answered)
    }

    /// A call for an HTTP client of your own: see `Call`.
    #[pyo3(signature = (name, /, **params))]
    fn prepare(&self, py: Python<'_>, name: &str, params: Option<&Bound<'_, PyDict>>) -> PyResult<Call> {
        guarded(py, || Ok(Call::new(self.client.call_named(name, parameters(params)?), self.tape.as_ref())))
    }

    /// What a call would send, without sending it: see `Preview`. What is wrong with it raises as in the call itself.
    #[pyo3(signature = (name, /, **params))]
    fn dry_run(&self, py: Python<'_>, name: &str, params: Option<&Bound<'_, PyDict>>) -> PyResult<Preview> {
        guarded(py, || {
            let call = self.client.call_named(name, parameters(params)?);
            call.preview().map(Preview).map_err(|error| raised(py, &error))
        })
    }

    fn __repr__(&self) -> &str {
        &self.shown
    }
}

impl Client {
    fn derived(&self, py: Python<'_>, options: &Bound<'_, PyDict>) -> PyResult<Client> {
        let mut given = Given::default();
        let other = given.read(options, PerCall::read)?;
        given.check(py, "client")?;
        let client = self.client.with(&other).map_err(|error| raised(py, &error))?;
        let shown = self.shown.replace(&self.client.shown_key(), &client.shown_key());
        Ok(Client {
            client,
            sender: Arc::clone(&self.sender),
            tape: self.tape.clone(),
            shown,
            is_awaited: self.is_awaited,
        })
    }
}

impl Client {
    /// What knows the key and makes the calls.
    pub(crate) fn client(&self) -> &digistore24::Client {
        &self.client
    }

    /// Who carries its requests.
    pub(crate) fn sender(&self) -> &Sender {
        &self.sender
    }

    /// Leads a conversation to its end and makes an object of Python of that. Of an `AsyncDigistore24` it gives what is to
    /// be awaited for the same. `name` is the function that is called.
    pub(crate) fn lead<'py, F, M>(
        slf: &Bound<'py, Client>,
        name: &str,
        flow: impl FnOnce() -> PyResult<F>,
        make: M,
    ) -> PyResult<Bound<'py, PyAny>>
    where
        F: Flow + Send + 'static,
        F::Output: Send + 'static,
        M: Fn(Python<'_>, F::Output) -> PyResult<Py<PyAny>> + Send + Sync + 'static,
    {
        let py = slf.py();
        guarded(py, || {
            let flow = Taped::new(flow()?, slf.get().tape.as_ref());
            if slf.get().is_awaited {
                return py.import("digistore24._async")?.call_method1("led", (slf, Call::of(name, flow, make)));
            }
            let mut cause = None;
            let made = run(py, &slf.get().sender, flow, &mut cause).and_then(|output| make(py, output));
            made.map(|made| made.into_bound(py)).inspect_err(|error| caused(py, error, cause))
        })
    }

    /// Takes a conversation to its end.
    pub(crate) fn drive<T: Send>(
        &self,
        py: Python<'_>,
        flow: impl Flow<Output = Result<T, Error>> + Send,
    ) -> PyResult<T> {
        drive(py, &self.sender, Taped::new(flow, self.tape.as_ref()))
    }
}

/// A number by which the pauses of this process differ from those of others.
fn chance(py: Python<'_>) -> PyResult<u64> {
    py.import("secrets")?.call_method1("randbits", (64,))?.extract()
}
