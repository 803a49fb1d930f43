//! The client: settings, a connection pool, and calls by name.

use std::sync::Arc;

use digistore24::{BASE_URL, Error, Flow, PerCall, Settings};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::aftermath::{self, keeping};
use crate::call::Call;
use crate::cassette::{Tape, Taped};
use crate::convert::parameters;
use crate::drive::{Sender, caused, drive, run};
use crate::errors::{guarded, raised};
use crate::http::Pool;
use crate::preview::Preview;
use crate::seeing::Seeing;
use crate::settings::Given;

/// What `send` has to be.
pub(crate) const SENDS: &str = "a callable that takes a Send and returns (status, headers, body)";

/// What `on_attempt` has to be.
const HEARS: &str = "a callable that takes an Attempt";

/// The name under which another key reaches a derived client.
const OTHER_KEY: &str = "_api_key";

fn renamed(options: &Bound<'_, PyDict>, from: &str, to: &str) -> PyResult<()> {
    if let Some(value) = options.get_item(from)? {
        options.del_item(from)?;
        options.set_item(to, value)?;
    }
    Ok(())
}

/// Makes calls. `digistore24.Digistore24` adds a method for each function of the catalogue.
#[pyclass(frozen, subclass, module = "digistore24._native")]
pub(crate) struct Client {
    client: digistore24::Client,
    sender: Arc<Sender>,
    seeing: Arc<Seeing>,
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
            budget=None, bodies=False, hide=(), on_attempt=None, cassette=None, send=None)"
    )]
    fn new(
        class: &Bound<'_, PyType>,
        api_key: &Bound<'_, PyAny>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Client> {
        let py = class.py();
        let options = options.map_or_else(|| Ok(PyDict::new(py)), |options| options.copy())?;
        if let Ok(origin) = api_key.cast::<Client>()
            && origin.get_type().is(class)
        {
            return origin.get().derived(py, &options);
        }
        let mut given = Given::default();
        let api_key = given.key(api_key)?;
        options.set_item("api_key", &api_key)?;
        let send = given.callable(&options, "send", SENDS)?;
        let seeing = Arc::new(Seeing(given.callable(&options, "on_attempt", HEARS)?));
        let tape = given.cassette(&options)?;
        let budget = given.budget(&options)?;
        let seed = u64::from_ne_bytes(chance(py)?);
        let settings = Settings { api_key, budget, seed, ..given.read(&options, Settings::read)? };
        let base = settings.base_url.clone().unwrap_or_else(|| BASE_URL.to_owned());
        let client = given.client(py, settings)?;
        let shown = format!("<Digistore24 at {base} with the key {}>", client.shown_key());
        let sender = match send {
            Some(send) => Sender::Own(send),
            None => Sender::Pool(Pool::new(&base)),
        };
        let is_awaited = class.hasattr("_is_awaited")?;
        Ok(Client { client, sender: Arc::new(sender), seeing, tape, shown, is_awaited })
    }

    /// The same client for calls that do something otherwise: another `api_key` (then for everything), `language`,
    /// `operator`, `timeout`, `total_timeout`, number of `retries`, or `on_attempt`. Both share their connections.
    #[pyo3(
        signature = (**options),
        text_signature = "($self, *, api_key=None, language=None, operator=None, timeout=None, total_timeout=None, \
            retries=None, on_attempt=None)"
    )]
    fn with_options<'py>(slf: &Bound<'py, Self>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        let options = options.map_or_else(|| Ok(PyDict::new(slf.py())), |options| options.copy())?;
        // In place of the key there stands the client.
        renamed(&options, "api_key", OTHER_KEY)?;
        // The class of the caller, which has the methods.
        slf.get_type().call((slf,), Some(&options))
    }

    /// Calls a function by the name the service gives it. Parameters are checked before anything is sent.
    #[pyo3(signature = (name, /, **params))]
    fn call<'py>(
        slf: &Bound<'py, Self>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let params = guarded(slf.py(), || parameters(params))?;
        let kept = keeping(name, &params);
        Client::lead(slf, name, || Ok(slf.get().client.call_named(name, params)), kept)
    }

    /// Calls any function, also one the catalogue does not know, with parameters that nobody checks.
    #[pyo3(signature = (name, /, **params))]
    fn raw<'py>(
        slf: &Bound<'py, Self>,
        name: &str,
        params: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let params = guarded(slf.py(), || parameters(params))?;
        let kept = keeping(name, &params);
        Client::lead(slf, name, || Ok(slf.get().client.raw(name, params)), kept)
    }

    /// Looks what became of a call whose answer was lost, by functions that only read:
    ///
    ///     try:
    ///         ds.refund_transaction(transaction_id=90000001)
    ///     except Unanswered as error:
    ///         if error.maybe_done:
    ///             print(ds.what_became_of(error)["verdict"])
    ///
    /// The result has `verdict` (`done`, `not_done` or `cannot_be_told`), `reason` (a sentence), `evidence` (the records it
    /// rests on, `function` and `record` each, without anything about people), `basis` (`documented` or `inferred`: how sure
    /// it is that the place would show it) and `again_in` (in how many seconds it may be told, where it is too early).
    ///
    /// - `call`: the exception; or the name of a function as the service gives it, with `parameters` as a dictionary and
    ///   `sent_at` as an aware datetime. The clock of this machine need not be right.
    /// - `lost_at`: when its answer was given up, where `call` is a name.
    /// - `known`: the ids of the records that were there before. E-tickets, images and upgrades can only be told by them.
    /// - `calls`: how many equal calls there were at that time, answered or not.
    /// - `late`: how many seconds after it was sent a request may still take effect, 120. Where nothing is found, it waits so
    ///   long and looks again; with `wait=False` it does not.
    /// - `tolerance`: for how many seconds before the call a record may be its work or not, 60.
    #[pyo3(
        signature = (call, /, **options),
        text_signature = "($self, call, /, *, parameters=None, sent_at=None, lost_at=None, known=None, calls=1, late=120, \
            wait=True, tolerance=60)"
    )]
    fn what_became_of<'py>(
        slf: &Bound<'py, Self>,
        call: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        aftermath::what_became_of(slf, call, options)
    }

    /// A call for an HTTP client of your own: see `Call`.
    #[pyo3(signature = (name, /, **params))]
    fn prepare(&self, py: Python<'_>, name: &str, params: Option<&Bound<'_, PyDict>>) -> PyResult<Call> {
        guarded(py, || {
            Ok(Call::new(self.client.call_named(name, parameters(params)?), self.tape.as_ref()).seen_by(&self.seeing))
        })
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
        renamed(options, OTHER_KEY, "api_key")?;
        let mut given = Given::default();
        let seeing = given.callable(options, "on_attempt", HEARS)?;
        let seeing = seeing.map_or_else(|| Arc::clone(&self.seeing), |hook| Arc::new(Seeing(Some(hook))));
        if let Some(api_key) = options.get_item(OTHER_KEY)? {
            options.del_item(OTHER_KEY)?;
            options.set_item("api_key", api_key)?;
        }
        let other = given.read(options, PerCall::read)?;
        given.check(py, "client")?;
        let client = self.client.with(&other).map_err(|error| raised(py, &error))?;
        let shown = self.shown.replace(&self.client.shown_key(), &client.shown_key());
        Ok(Client {
            client,
            sender: Arc::clone(&self.sender),
            seeing,
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
                let call = Call::of(name, flow, make).seen_by(&slf.get().seeing);
                return py.import("digistore24._async")?.call_method1("led", (slf, call));
            }
            let mut cause = None;
            let made =
                run(py, &slf.get().sender, &slf.get().seeing, flow, &mut cause).and_then(|output| make(py, output));
            made.map(|made| made.into_bound(py)).inspect_err(|error| caused(py, error, cause))
        })
    }

    /// That its calls are not awaited, for functions that wait themselves.
    pub(crate) fn waits(&self) -> PyResult<()> {
        match self.is_awaited {
            false => Ok(()),
            true => Err(PyTypeError::new_err(
                "expected a Digistore24, got an AsyncDigistore24: this function waits for its answers, so give a \
                 Digistore24 to it on a thread beside (asyncio.to_thread)",
            )),
        }
    }

    /// Takes a conversation to its end.
    pub(crate) fn drive<T: Send>(
        &self,
        py: Python<'_>,
        flow: impl Flow<Output = Result<T, Error>> + Send,
    ) -> PyResult<T> {
        self.waits()?;
        drive(py, &self.sender, &self.seeing, Taped::new(flow, self.tape.as_ref()))
    }
}

/// What nobody can guess.
pub(crate) fn chance(py: Python<'_>) -> PyResult<[u8; 8]> {
    py.import("os")?.call_method1("urandom", (8,))?.extract()
}
