//! What to answer a notification with, from Python.

use std::sync::{Mutex, MutexGuard, PoisonError};

use digistore24::{Error, ipn};
use pyo3::prelude::*;

use crate::errors::{guarded, raised};
use crate::show::escaped;

/// The answer to a notification: `OK`, and below it what the buyer gets to see.
///
/// `str(reply)` is the text to send; it raises `BadParams` with everything that the form cannot carry: line breaks, HTML,
/// labels that mean something else, addresses without https. Every method returns the reply itself.
///
///     Reply().headline("Your access").account("anna", "s3cret", "https://example.org/login").line("Licence key", "ABCD")
#[pyclass(frozen, module = "digistore24.ipn")]
pub(crate) struct Reply(Mutex<ipn::Reply>);

impl Reply {
    fn reply(&self) -> MutexGuard<'_, ipn::Reply> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The same reply with more in it.
fn with<'py>(slf: &Bound<'py, Reply>, more: impl FnOnce(ipn::Reply) -> ipn::Reply) -> Bound<'py, Reply> {
    let mut reply = slf.get().reply();
    *reply = more(std::mem::take(&mut *reply));
    drop(reply);
    slf.clone()
}

#[pymethods]
impl Reply {
    #[new]
    fn new() -> Reply {
        Reply(Mutex::default())
    }

    /// Where the buyer is sent instead of the page the product names. It has to be https.
    fn thankyou_url<'py>(slf: &Bound<'py, Self>, url: String) -> Bound<'py, Reply> {
        with(slf, |reply| reply.thankyou_url(url))
    }

    /// Access data. Further accounts get the numbers 2, 3 and so on. An empty text leaves its line out.
    #[pyo3(signature = (username="".into(), password="".into(), loginurl="".into()), text_signature = "($self, username=\"\", password=\"\", loginurl=\"\")")]
    fn account<'py>(slf: &Bound<'py, Self>, username: String, password: String, loginurl: String) -> Bound<'py, Reply> {
        with(slf, |reply| reply.account(username, password, loginurl))
    }

    /// The heading above the data, instead of a general one.
    fn headline<'py>(slf: &Bound<'py, Self>, text: String) -> Bound<'py, Reply> {
        with(slf, |reply| reply.headline(text))
    }

    /// Where the data are shown: `all`, `none`, or some of `invoice`, `receipt_page`, `order_confirmation_email`.
    #[pyo3(signature = (*places))]
    fn show_on<'py>(slf: &Bound<'py, Self>, places: Vec<String>) -> Bound<'py, Reply> {
        with(slf, |reply| reply.show_on(places))
    }

    /// Where the data are not shown, in the same words.
    #[pyo3(signature = (*places))]
    fn hide_on<'py>(slf: &Bound<'py, Self>, places: Vec<String>) -> Bound<'py, Reply> {
        with(slf, |reply| reply.hide_on(places))
    }

    /// A line that is shown as it stands, for example a licence key.
    fn line<'py>(slf: &Bound<'py, Self>, label: String, value: String) -> Bound<'py, Reply> {
        with(slf, |reply| reply.line(label, value))
    }

    /// What the answer does, in sentences. Passwords are not shown.
    fn preview(&self) -> String {
        self.reply().preview()
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || {
            let text = self.reply().text();
            text.map_err(|problems| raised(py, &Error::Params { function: "Reply".to_owned(), problems }))
        })
    }

    fn __repr__(&self) -> String {
        format!("<Reply: {}>", self.preview())
    }

    /// The preview, for notebooks.
    fn _repr_html_(&self) -> String {
        format!("<p>{}</p>", escaped(&self.preview()))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Reply>() else { return false };
        let other = other.get().reply().clone();
        *self.reply() == other
    }
}
