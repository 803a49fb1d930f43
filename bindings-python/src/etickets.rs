//! E-tickets: numbers, records, the check at the door, and lists for doors without a network.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use digistore24::eticket::{
    self, SyncReport, SyncRun, check_of, number_of, read_of, scan_of, sync_options_of, take_of, validation_of,
};
use digistore24::{
    Ask, Attempt, Error, Failure, Flow, Inquiring, Inquiry, Outcome, Problem, Request, Response, Step, Value,
};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyList, PyTuple};

use crate::client::Client;
use crate::convert::data;
use crate::drive::{self, INTERRUPTED};
use crate::errors::guarded;
use crate::table::{about, computed, named, told};

/// The compiled part of `digistore24.etickets`.
#[pymodule(name = "etickets")]
pub(crate) mod etickets_module {
    #[pymodule_export]
    use super::{DoorList, check, number, validate};
}

/// Reads the number of a ticket from what was scanned or typed: 20 digits, also in groups, or the address of the PDF.
///
/// The result has `number`, always a text, or `None`; `source` (`number` or `pdf_link`); and `notes`, which also tell why
/// there is no number. That it is a number says nothing about whether there is such a ticket.
#[pyfunction]
#[pyo3(signature = (text=None, **options), text_signature = "(text)")]
fn number<'py>(
    py: Python<'py>,
    text: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "etickets.number", about("text", text, options)?, number_of)
}

/// Checks a ticket against a record of it, without asking the service.
///
/// The result has `verdict` (`admit`, `used`, `blocked`, `wrong_template`, `wrong_location`, `wrong_date` or `undecided`),
/// `reasons`, `notes`, `number`, `as_of` and `ticket`. The record says how it was when it was read; it cannot say that the
/// ticket was not used or blocked since.
///
/// - `record`: of `get_eticket` or `list_etickets`.
/// - `template_id`, `location_id`, `date`: what the door is open for; several in lists. Days are compared as text.
/// - `snapshot_at`: when the record was read.
#[pyfunction]
#[pyo3(
    signature = (record=None, **options),
    text_signature = "(record, *, template_id, location_id, date, snapshot_at=None)"
)]
fn check<'py>(
    py: Python<'py>,
    record: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "etickets.check", about("record", record, options)?, check_of)
}

/// Has the service check a ticket and use it up. `validateEticket` is sent once at most, whatever is lost; what became of
/// it is then read from `getEticket`, which changes nothing.
///
/// The result has `verdict` (`admitted`, `used`, `blocked`, `wrong_template`, `wrong_location`, `wrong_date`,
/// `wrong_event`, `unknown`, `not_used`, `not_asked`, `undecided` or `refused`), `by` (whose scan used it: `this_scan`,
/// `earlier_scan` or `cannot_tell`), `reasons`, `ticket`, `is_open`, `error` and more. What fails on the way is a verdict
/// and raises nothing.
///
/// - `eticket`: what was scanned. `template_id`, `location_id`: what the door is open for; `date`: today without it.
/// - `look_first`: looks at the record before. After a lost answer it is then clear whose scan it was.
/// - `only_look`: the check was asked for before, and its answer was lost.
/// - `started_at`, `tolerance`: when it is asked for, now without it, and how many seconds the clocks may differ: 60.
#[pyfunction]
#[pyo3(
    signature = (ds, eticket=None, **options),
    text_signature = "(ds, eticket, *, template_id, location_id, date=None, look_first=None, only_look=None, \
        started_at=None, tolerance=None)"
)]
fn validate<'py>(
    py: Python<'py>,
    ds: &Bound<'py, Client>,
    eticket: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut options = about("eticket", eticket, options)?;
    if options.get("only_look") != Some(&Value::Bool(true)) {
        now(&mut options, "started_at");
    }
    guarded(py, || {
        let validation = computed(py, "etickets.validate", validation_of(&options))?;
        let client = ds.get();
        let validated = client.drive(py, Inquiring::new(client.client(), validation))?;
        data(py, &Value::from(&validated))
    })
}

/// The host's clock, where the moment is not given.
fn now(options: &mut Value, name: &str) {
    let Value::Map(fields) = options else { return };
    fields.retain(|(other, value)| other != name || *value != Value::Null);
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    if fields.iter().all(|(other, _)| other != name) {
        fields.push((name.to_owned(), i64::try_from(since.as_secs()).unwrap_or_default().into()));
    }
}

/// The list of a door: the event's tickets as they were at a moment, and who was let in since, here and at other doors.
///
/// Lists of the same event merge in any order and as often as one likes, and all come to the same. Nothing is ever taken
/// back, so a guest whom any of the merged doors let in is not let in again. Keep `bytes()` before the door opens: a list
/// that was restored from older bytes has forgotten whom it let in since. Each device needs a door name of its own.
#[pyclass(frozen, module = "digistore24.etickets")]
struct DoorList {
    list: Arc<Mutex<eticket::DoorList>>,
    /// Whether a synchronisation is under way.
    syncs: AtomicBool,
}

impl DoorList {
    fn new(list: eticket::DoorList) -> DoorList {
        DoorList { list: Arc::new(Mutex::new(list)), syncs: AtomicBool::new(false) }
    }

    fn list(&self) -> MutexGuard<'_, eticket::DoorList> {
        held(&self.list)
    }

    fn merge_one(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<()> {
        let bytes = match other.cast::<DoorList>() {
            // Written first, since a list may be merged with itself.
            Ok(other) => other.get().list().bytes(),
            Err(_) => bytes_of("merge: expected a DoorList, or bytes", other)?,
        };
        let merged = self.list().merge_bytes(&bytes);
        let bad = |bad: eticket::BadList| vec![Problem { path: "bytes".to_owned(), message: bad.to_string() }];
        computed(py, "etickets.DoorList.merge", merged.map_err(bad))
    }
}

fn bytes_of(expected: &'static str, given: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(bytes) = given.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    given.cast::<PyByteArray>().map(|bytes| bytes.to_vec()).map_err(|_| PyTypeError::new_err(expected))
}

fn held(list: &Mutex<eticket::DoorList>) -> MutexGuard<'_, eticket::DoorList> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

#[pymethods]
impl DoorList {
    /// A list of rows of `list_etickets`, which were read at `snapshot_at`. Without `names`, the guests' names stay out
    /// of it.
    #[staticmethod]
    #[pyo3(
        signature = (records=None, **options),
        text_signature = "(records, *, door, template_id, location_id, date, snapshot_at, names=True)"
    )]
    fn take(
        py: Python<'_>,
        records: Option<&Bound<'_, PyAny>>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<DoorList> {
        let options = about("records", records, options)?;
        guarded(py, || computed(py, "etickets.DoorList.take", take_of(&options)).map(DoorList::new))
    }

    /// The list that `bytes()` wrote, as that of this door. Bytes that cannot be used raise `BadParams`; the message of
    /// its problem begins with a word: `not_a_list`, `other_version`, `cut`, `damaged`, `impossible`, `marks_only` or
    /// `too_large`.
    #[staticmethod]
    #[pyo3(signature = (bytes, **options), text_signature = "(bytes, *, door)")]
    fn read(py: Python<'_>, bytes: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<DoorList> {
        let bytes = bytes_of("read: expected bytes", bytes)?;
        let options = named(options)?;
        guarded(py, || computed(py, "etickets.DoorList.read", read_of(&bytes, &options)).map(DoorList::new))
    }

    /// The door whose list it is.
    #[getter]
    fn door(&self) -> String {
        self.list().door().to_owned()
    }

    /// The event: `template_ids`, `location_ids` and `dates`.
    #[getter]
    fn event<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        data(py, &Value::from(self.list().event()))
    }

    /// Rows that were strange when the list was taken, `row`, `word` and `text` each; `bytes()` do not keep them.
    #[getter]
    fn strange<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let strange = self.list().strange().iter().map(Value::from).collect();
        data(py, &Value::List(strange))
    }

    /// All of it, to keep or to hand to another device. The same content always makes the same bytes.
    fn bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.list().bytes())
    }

    /// Who was let in, and what the service said to it: to hand to other doors. Small, and without names.
    fn marks<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.list().marks())
    }

    /// What a scan says, now or at another moment. Only the verdict `admit` lets the guest in, and leaves a mark at once.
    ///
    /// The result has `verdict` (those of `check`, `unknown` and `not_a_number`), `number`, `ticket`, `first` (`place`,
    /// `door` and `at` of its first use), `reasons`, `notes`, `source` and `as_of`.
    #[pyo3(signature = (text=None, **options), text_signature = "($self, text, *, at=None)")]
    fn scan<'py>(
        &self,
        py: Python<'py>,
        text: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let mut options = about("text", text, options)?;
        now(&mut options, "at");
        guarded(py, || {
            let scanned = scan_of(&mut self.list(), &options);
            data(py, &Value::from(&computed(py, "etickets.DoorList.scan", scanned)?))
        })
    }

    /// Takes over what other lists know, or the `bytes()` or `marks()` of other doors; several in lists.
    #[pyo3(signature = (*others))]
    fn merge(&self, py: Python<'_>, others: &Bound<'_, PyTuple>) -> PyResult<()> {
        guarded(py, || {
            for other in others {
                match other.cast::<PyList>() {
                    Ok(several) => several.iter().try_for_each(|other| self.merge_one(py, &other))?,
                    Err(_) => self.merge_one(py, &other)?,
                }
            }
            Ok(())
        })
    }

    /// What the list holds: `tickets`, `admitted`, `doors`, `expected`, `used_before`, `blocked`, `pending`, and of its
    /// records the `oldest` and the `newest` moment.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let counts = self.list().counts();
        data(py, &Value::from(&counts))
    }

    /// Guests who were let in twice, and what the service says against a guest who was let in: `word`, `text`, `number`,
    /// `marks`, `used_at` and `ticket` each.
    fn conflicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let conflicts = self.list().conflicts();
        data(py, &Value::List(conflicts.iter().map(Value::from).collect()))
    }

    /// The marks that the service has not counted yet, in the order of their times: `number`, `door`, `at` and `is_open`
    /// each.
    fn pending<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let pending = self.list().pending();
        data(py, &Value::List(pending.iter().map(Value::from).collect()))
    }

    /// Tells the service whom this door let in: `validateEticket` once for each ticket, and never again for one that was
    /// asked for, whatever was lost. Other threads can go on scanning meanwhile. It ends early when the service cannot be
    /// reached, and goes on where it stopped when it is called again.
    ///
    /// The result has `done` (`word`, `number`, `door`, `at`, `is_counted` and `reasons` each), `counted`, `pending`,
    /// `open` and `stopped`.
    ///
    /// - `limit`: how many tickets at most. `look_first`: looks at each record before.
    /// - `all_doors`: also tells the marks of other doors that were merged; for the one device that does it for all.
    /// - `save`: called with the list before each request leaves that uses a ticket up. Then not even a crash makes
    ///   anybody ask twice.
    #[pyo3(
        signature = (ds, *, save=None, **options),
        text_signature = "($self, ds, *, limit=None, all_doors=None, look_first=None, save=None)"
    )]
    fn sync<'py>(
        slf: &Bound<'py, Self>,
        ds: &Bound<'py, Client>,
        save: Option<Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let options = named(options)?;
        guarded(py, || {
            let options = computed(py, "etickets.DoorList.sync", sync_options_of(&options))?;
            let door = slf.get();
            if door.syncs.swap(true, Ordering::SeqCst) {
                let message = "a synchronisation of this list is under way".to_owned();
                let problem = Problem { path: String::new(), message };
                return computed(py, "etickets.DoorList.sync", Err(vec![problem]));
            }
            let running = Running { list: door.list.clone(), run: SyncRun::new(options) };
            let client = ds.get();
            let flow = Inquiring::new(client.client(), running);
            let save = save.map(|save| (save.unbind(), slf.clone().into_any().unbind()));
            let report = client.drive(py, Saving { flow, save, is_saved: false, is_out: false, is_over: false });
            door.syncs.store(false, Ordering::SeqCst);
            data(py, &Value::from(&report??))
        })
    }

    fn __repr__(&self) -> String {
        let list = self.list();
        let counts = list.counts();
        format!("<DoorList of the door {:?}: {} tickets, {} let in>", list.door(), counts.tickets, counts.admitted)
    }
}

/// A synchronisation, which holds the list only from step to step.
struct Running {
    list: Arc<Mutex<eticket::DoorList>>,
    run: SyncRun,
}

impl Inquiry for Running {
    type Output = SyncReport;

    fn ask(&mut self) -> Ask<SyncReport> {
        self.run.ask(&mut held(&self.list))
    }

    fn told(&mut self, outcome: Outcome) {
        self.run.told(outcome);
    }
}

/// A synchronisation that keeps the list before a request leaves that uses a ticket up.
struct Saving {
    flow: Inquiring<Running>,
    /// What keeps it, and the list.
    save: Option<(Py<PyAny>, Py<PyAny>)>,
    is_saved: bool,
    /// Whether a request is out, of which nothing has come yet.
    is_out: bool,
    is_over: bool,
}

impl Flow for Saving {
    type Output = Result<PyResult<SyncReport>, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        let request = match self.flow.step(now) {
            Step::Send(request) => request,
            Step::Wait(pause) => return Step::Wait(pause),
            Step::Done(report) => {
                self.is_over = true;
                return Step::Done(report.map(Ok));
            }
        };
        match self.saved(&request) {
            Ok(()) => {
                self.is_out = true;
                Step::Send(request)
            }
            Err(error) => {
                self.end();
                Step::Done(Ok(Err(error)))
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.is_saved = false;
        self.is_out = false;
        self.flow.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.flow.seen()
    }
}

impl Drop for Saving {
    fn drop(&mut self) {
        self.end();
    }
}

impl Saving {
    /// Ends it where it is, so that the list does not take for asked what was not sent: such a mark is still to be told.
    fn end(&mut self) {
        if self.is_out {
            self.answer(Err(Failure::Lost(INTERRUPTED.to_owned())));
        }
        let mut moment = drive::now();
        while !self.is_over {
            match self.flow.step(moment) {
                Step::Send(_) => self.flow.answer(Err(Failure::Withheld(INTERRUPTED.to_owned()))),
                Step::Wait(pause) => moment = moment.saturating_add(pause),
                Step::Done(_) => self.is_over = true,
            }
        }
    }

    fn saved(&mut self, request: &Request) -> PyResult<()> {
        match &self.save {
            Some((save, list)) if !self.is_saved && request.function() == "validateEticket" => {
                Python::attach(|py| save.call1(py, (list,)))?;
                self.is_saved = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
