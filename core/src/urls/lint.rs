//! Parameters looked at before they are sent, and what they will make of a sale.

use super::finding::{Finding, Severity};
use super::preview::{MOST, Preview, PreviewTerms};
use crate::options::{Options, read_all};
use crate::plan::MonthEnd;
use crate::value::list;
use crate::{Problem, Value};

/// Parameters that were looked at, with everything that was found and every payment there will be.
///
/// The parameters show in no debug output, since they may hold data of a buyer.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Lint {
    /// The parameters, as they were given.
    pub parameters: Value,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What falls due when; nothing where the prices are those of the product.
    pub preview: Option<Preview>,
}

impl Lint {
    /// Whether nothing that was found is an error.
    pub fn is_ok(&self) -> bool {
        self.findings.iter().all(|finding| finding.fault.severity() != Severity::Error)
    }
}

impl std::fmt::Debug for Lint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lint").field("findings", &self.findings).field("preview", &self.preview).finish()
    }
}

/// `ok`, `parameters`, `findings` and `preview`.
impl From<&Lint> for Value {
    fn from(lint: &Lint) -> Value {
        Value::from([
            ("ok", lint.is_ok().into()),
            ("parameters", lint.parameters.clone()),
            ("findings", list(&lint.findings)),
            ("preview", lint.preview.as_ref().into()),
        ])
    }
}

/// [`buy_url`](super::buy_url) of the options `parameters`, `starts_on`, `payments`, `month_end` and `record`.
///
/// # Errors
/// Everything that is wrong with the options; what is wrong with the parameters is found, not refused.
pub fn buy_url_of(options: &Value) -> Result<Lint, Vec<Problem>> {
    read_all(options, |options| looked_at(options, super::buy_url::buy_url))
}

/// [`payment_plan`](super::payment_plan) of the options `parameters`, `starts_on`, `payments`, `month_end` and `record`.
///
/// # Errors
/// Everything that is wrong with the options; what is wrong with the parameters is found, not refused.
pub fn payment_plan_of(options: &Value) -> Result<Lint, Vec<Problem>> {
    read_all(options, |options| looked_at(options, super::payment_plan::payment_plan))
}

fn looked_at(options: &mut Options<'_, '_>, look: fn(&Value, &PreviewTerms) -> Lint) -> Option<Lint> {
    options.require("parameters", "those of the call, by name");
    let starts_on = options.day("starts_on");
    let payments = options.whole("payments", 1, MOST.into()).and_then(|payments| u32::try_from(payments).ok());
    let month_end = options.word("month_end", &[("return", MonthEnd::Return), ("stay", MonthEnd::Stay)]);
    let mut group = |name: &'static str| match options.value(name)? {
        value @ Value::Map(_) => Some(value.clone()),
        other => {
            options.wrong(name, format!("expected named values, got {}", other.in_words()));
            None
        }
    };
    let (record, parameters) = (group("record"), group("parameters"));
    let terms = PreviewTerms { starts_on, payments, month_end: month_end.unwrap_or_default(), record };
    Some(look(&parameters?, &terms))
}
