//! The split of a payment as Python sees it.

use std::hash::{DefaultHasher, Hash, Hasher};

use digistore24::commission::{self, Language};
use digistore24::{Amount, Error, Problem, Value};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::convert::{data, decimal};
use crate::errors::raised;

/// Who gets how much of a payment. It does not change; the amounts have the names that notifications give them.
///
/// Always: `amount_brutto == amount_netto + amount_vat`, and `amount_netto == amount_provider + amount_affiliate +
/// amount_referral + amount_partner + amount_partner_affiliates + amount_vendor`.
#[pyclass(frozen, eq, module = "digistore24.money")]
#[derive(PartialEq)]
pub(crate) struct Split(pub(crate) commission::Split);

impl Split {
    /// The options that it was computed from.
    pub(crate) fn options(&self) -> Value {
        self.0.options()
    }

    fn plain(&self) -> Value {
        Value::from(&self.0)
    }

    fn field<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        data(py, self.plain().get(name).unwrap_or(&Value::Null))
    }
}

#[pymethods]
impl Split {
    /// The currency of all amounts.
    #[getter]
    fn currency(&self) -> &str {
        self.0.currency.code()
    }

    /// What the buyer pays.
    #[getter]
    fn amount_brutto<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_brutto)
    }

    /// VAT in it.
    #[getter]
    fn amount_vat<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_vat)
    }

    /// What is left after VAT.
    #[getter]
    fn amount_netto<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_netto)
    }

    /// The margin of the platform.
    #[getter]
    fn amount_provider<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_provider)
    }

    /// Shipping without VAT, which is part of the vendor's amount and of nobody else's.
    #[getter]
    fn amount_shipping<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_shipping)
    }

    /// What is left after VAT, margin and shipping: what percentages are taken of.
    #[getter]
    fn basic_amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.basic_amount)
    }

    /// The affiliate's commission.
    #[getter]
    fn amount_affiliate<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_affiliate)
    }

    /// What the one who recruited the affiliate gets.
    #[getter]
    fn amount_referral<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_referral)
    }

    /// What all joint-venture partners get, without their own affiliates.
    #[getter]
    fn amount_partner<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_partner())
    }

    /// What the partners' own affiliates get.
    #[getter]
    fn amount_partner_affiliates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_partner_affiliates())
    }

    /// What is left for the vendor: below zero where others get more than there is.
    #[getter]
    fn amount_vendor<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount_vendor)
    }

    /// What each joint-venture partner gets: `name`, `base`, `amount` and `amount_affiliate`.
    #[getter]
    fn partners<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.field(py, "partners")
    }

    /// What it rests on that is uncertain, and what is unusual: `word`, `field` and `text`.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.field(py, "notes")
    }

    /// The derivation as text, in `en` or `de`: a line for each figure, and the notes.
    #[pyo3(signature = (language = "en"))]
    fn explain(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        Ok(self.0.explain(spoken(py, "explain", language)?))
    }

    /// The derivation figure by figure: `field`, `label`, `derivation`, `amount` and `notes`.
    #[pyo3(signature = (language = "en"))]
    fn steps<'py>(&self, py: Python<'py>, language: &str) -> PyResult<Bound<'py, PyAny>> {
        let steps = self.0.steps(spoken(py, "steps", language)?);
        data(py, &Value::List(steps.iter().map(Value::from).collect()))
    }

    /// The derivation as HTML: a table with bars and the notes. It brings its own looks and loads nothing.
    #[pyo3(signature = (language = "en"))]
    fn to_html(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        Ok(self.0.to_html(spoken(py, "to_html", language)?))
    }

    /// Everything as a plain dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        data(py, &self.plain())
    }

    fn _repr_html_(&self) -> String {
        self.0.to_html(Language::English)
    }

    fn __repr__(&self) -> String {
        let split = &self.0;
        let always = ["amount_brutto", "amount_vat", "amount_provider", "amount_vendor"];
        let mut text = format!("Split('{}'", split.currency);
        if let Value::Map(fields) = self.plain() {
            for (name, value) in fields {
                let Value::Amount(amount) = value else { continue };
                let is_share = name != "amount_netto" && name != "basic_amount" && !amount.is_zero();
                if is_share || always.contains(&name.as_str()) {
                    text += &format!(", {name}={amount}");
                }
            }
        }
        match split.notes.len() {
            0 => text + ")",
            1 => text + ", 1 note)",
            count => format!("{text}, {count} notes)"),
        }
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let split = &self.0;
        // The same amount may be written with more or fewer decimals.
        let units = |amount: Amount| amount.minor_units(split.currency.digits()).unwrap_or_default();
        (split.currency, units(split.amount_brutto), units(split.amount_vendor)).hash(&mut hasher);
        hasher.finish()
    }

    /// Copies and pickles are computed anew.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let split = py.import("digistore24.money")?.getattr("split")?;
        let options = data(py, &self.options())?.cast_into::<PyDict>()?;
        let again = py.import("functools")?.getattr("partial")?.call((split,), Some(&options))?;
        Ok((again, PyTuple::empty(py)))
    }
}

fn spoken(py: Python<'_>, function: &str, language: &str) -> PyResult<Language> {
    Language::of(language).ok_or_else(|| {
        let message = format!("expected en or de, got {language:?}");
        let problems = vec![Problem { path: "language".to_owned(), message }];
        raised(py, &Error::Params { function: format!("Split.{function}"), problems })
    })
}
