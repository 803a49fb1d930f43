//! Making a connection, and finding out what is wrong with one.

use digistore24::ipn::{self, Doctor, Plan, Setup};
use digistore24::{Item, Value};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::returned;
use crate::client::{Client, SENDS, chance};
use crate::drive::{Sender, run};
use crate::errors::guarded;
use crate::http::Pool;
use crate::record::Record;
use crate::seeing::Seeing;
use crate::settings::{Given, Limit};

/// A `domain_id` that no other project has: the project's name and what chance adds.
///
/// The service finds a connection by vendor, API key and `domain_id`; two projects with the same one overwrite each
/// other's connection. Make one, then keep it in the settings of the project.
#[pyfunction]
pub(crate) fn domain_id(py: Python<'_>, project: &str) -> PyResult<String> {
    let random = chance(py)?;
    guarded(py, || ipn::domain_id(project, &random).map_err(|problem| PyValueError::new_err(problem.to_string())))
}

/// Makes or renews a connection, and returns what `ipnSetup` answers.
///
/// It asks `ipnInfo` first. A connection with the same `domain_id` that sends elsewhere may be another project's: then
/// nothing is changed and `BadParams` is raised, unless `formerly` names that address. `sha_passphrase="random"` lets the
/// service choose one. Without `product_ids` the connection covers all products, without `transactions` every event that
/// bears on access.
#[pyfunction]
#[pyo3(
    signature = (ds, *, ipn_url, name, domain_id, sha_passphrase, product_ids=None, transactions=None, formerly=None),
    text_signature = "(ds, *, ipn_url, name, domain_id, sha_passphrase, product_ids=(), transactions=None, formerly=())"
)]
#[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
pub(crate) fn connect<'py>(
    py: Python<'py>,
    ds: &Bound<'py, Client>,
    ipn_url: String,
    name: String,
    domain_id: String,
    sha_passphrase: String,
    product_ids: Option<Vec<Bound<'py, PyAny>>>,
    transactions: Option<Vec<String>>,
    formerly: Option<Vec<String>>,
) -> PyResult<Bound<'py, PyAny>> {
    let plan = planned(Plan::new(ipn_url, name, domain_id, sha_passphrase), product_ids, transactions)?;
    guarded(py, || {
        let client = ds.get();
        let setup = formerly.unwrap_or_default().into_iter().fold(Setup::new(plan), Setup::formerly);
        returned(py, client.drive(py, setup.through(client.client()))?)
    })
}

/// Examines the address of an endpoint, and a connection, and returns the findings, the worst first.
///
/// It asks the address with GET, as the service does. With the `passphrase` of the connection it also sends what the
/// service would: a connection test with the right signature, and a message with a wrong one. `connection` is a client,
/// which is asked for the connection of `domain_id`, or an answer of `ipn_info`; it is compared with the address and with
/// `product_ids` (all of them if left out) and `transactions` (every event that bears on access if left out). What is no
/// address, or holds a password, is not asked. `send` stands in for the network, as that of a client.
#[pyfunction]
#[pyo3(
    signature = (
        ipn_url, connection=None, *, domain_id=None, passphrase=None, product_ids=None, transactions=None,
        timeout=Limit::seconds(10), send=None
    ),
    text_signature = "(ipn_url, connection=None, *, domain_id=None, passphrase=None, product_ids=(), transactions=None, timeout=10.0, send=None)"
)]
#[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
pub(crate) fn doctor<'py>(
    py: Python<'py>,
    ipn_url: String,
    connection: Option<&Bound<'py, PyAny>>,
    domain_id: Option<String>,
    passphrase: Option<String>,
    product_ids: Option<Vec<Bound<'py, PyAny>>>,
    transactions: Option<Vec<String>>,
    timeout: Limit,
    send: Option<&Bound<'py, PyAny>>,
) -> PyResult<Vec<Finding>> {
    let mut given = Given::default();
    let timeout = given.limit("timeout", timeout);
    if let Some(send) = send {
        given.is_callable("send", send, SENDS)?;
    }
    given.check(py, "doctor")?;
    let connection = connection.map(|connection| settings(connection, domain_id.as_deref())).transpose()?;
    let plan = planned(Plan::new(&*ipn_url, "", domain_id.unwrap_or_default(), ""), product_ids, transactions)?;
    let sender = send.map_or_else(|| Sender::Pool(Pool::new(&ipn_url)), |send| Sender::Own(send.clone().unbind()));
    guarded(py, || {
        let mut doctor = Doctor::new(plan).timeout(timeout);
        if let Some(passphrase) = passphrase {
            doctor = doctor.passphrase(&passphrase);
        }
        if let Some(record) = connection {
            doctor = doctor.connection(&Value::from(Item::Record(record.get().record().clone())));
        }
        let findings = run(py, &sender, &Seeing::default(), doctor, &mut None)?;
        Ok(findings.into_iter().map(Finding).collect())
    })
}

fn planned(
    plan: Plan,
    product_ids: Option<Vec<Bound<'_, PyAny>>>,
    transactions: Option<Vec<String>>,
) -> PyResult<Plan> {
    let products =
        product_ids.unwrap_or_default().iter().map(|id| Ok(id.str()?.to_string())).collect::<PyResult<_>>()?;
    let transactions = transactions.unwrap_or_else(|| plan.transactions.clone());
    Ok(Plan { product_ids: products, transactions, ..plan })
}

/// The answer of `ipnInfo`: as it was given, or asked for.
fn settings<'py>(given: &Bound<'py, PyAny>, domain_id: Option<&str>) -> PyResult<Bound<'py, Record>> {
    let py = given.py();
    if let Ok(record) = given.cast::<Record>() {
        return Ok(record.clone());
    }
    let Ok(ds) = given.cast::<Client>() else {
        return Err(PyTypeError::new_err("connection: expected a Digistore24, or what its ipn_info() answered"));
    };
    ds.get().waits()?;
    let Some(domain_id) = domain_id else {
        return Err(PyValueError::new_err("domain_id: needed to ask the service for the connection"));
    };
    let params = PyDict::new(py);
    params.set_item("domain_id", domain_id)?;
    Ok(given.call_method("call", ("ipnInfo",), Some(&params))?.cast_into()?)
}

/// One thing that `doctor` found.
#[pyclass(frozen, module = "digistore24.ipn")]
pub(crate) struct Finding(ipn::Finding);

#[pymethods]
impl Finding {
    /// `error` (no notification will arrive, or forged ones will be believed), `warning` or `hint`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.0.severity.as_str()
    }

    /// A word for programs, such as `not_https`.
    #[getter]
    fn word(&self) -> &'static str {
        self.0.word
    }

    /// What was found, and what to do about it.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    fn __repr__(&self) -> String {
        format!("<{}>", self.0)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }
}
