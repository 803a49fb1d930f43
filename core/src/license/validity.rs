//! What an answer of `validateLicenseKey` says about a licence.

use super::fingerprint::Fingerprint;
use super::note::{Remark, notes};
use super::secret;
use crate::lenient::{self, Told};
use crate::options::read_all;
use crate::{Problem, Time, Value, Zone};

/// Whether a licence may be used, as the service says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// The order has the key and is paid, or its payments run (vendor document).
    Valid,
    /// The order does not have the key (vendor document).
    NotFound,
    /// The order has the key, and the product may not be used (vendor document). There is no list of reasons; see the
    /// billing status.
    NotPaid,
    /// Nobody knows: there was no answer, the service declined, or the answer does not say. Never a reason to lock
    /// anybody out.
    Unknown,
}

impl Verdict {
    /// A word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::NotFound => "not_found",
            Verdict::NotPaid => "not_paid",
            Verdict::Unknown => "unknown",
        }
    }
}

/// A day as the service stated it. The vendor's own example is the 29th of February 2017, which never was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The text.
    pub raw: String,
    /// The day, where the calendar has it.
    pub day: Option<Time>,
}

impl Stated {
    pub(super) fn of(value: &Value) -> Option<Stated> {
        let (raw, time) = match value {
            Value::Time(time) => (time.to_string(), Some(*time)),
            Value::Text(text) if !text.trim().is_empty() => (text.clone(), Time::parse(text.trim(), Zone::Berlin).ok()),
            // Nothing that any document has, but something was said.
            Value::Integer(number) => (number.to_string(), None),
            Value::Float(_) | Value::Amount(_) | Value::Odd(_) => (value.in_words(), None),
            _ => return None,
        };
        Some(Stated { raw, day: time.and_then(|time| Time::of_day_number(time.day_number())) })
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The kind of the error, as [`Error::kind`](crate::Error::kind) names it.
    pub kind: String,
    /// The number that the service gave, if any.
    pub code: Option<i64>,
    /// What is said about it, without the licence key.
    pub message: String,
}

/// What came of asking about a licence. It holds no licence key, so that it can be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Validity {
    /// Whether it may be used.
    pub verdict: Verdict,
    /// Why, and what is odd.
    pub notes: Vec<Remark>,
    /// Order id.
    pub purchase_id: Option<String>,
    /// What stands for the licence key; see [`Fingerprint`].
    pub license: Option<Fingerprint>,
    /// Number of the product that the key belongs to.
    pub product_id: Option<String>,
    /// Its name.
    pub product_name: Option<String>,
    /// How payments go: `paying`, `completed`, `aborted`, `unpaid`, `reminding` or a word that no document names. The
    /// service spells the field `billing_tatus`; both spellings are read.
    pub billing_status: Option<String>,
    /// Type of the last transaction, such as `payment`, `refund` or `chargeback`.
    pub last_transaction_type: Option<String>,
    /// When the last payment was made.
    pub last_payment_at: Option<Stated>,
    /// When the next payment is due.
    pub next_payment_at: Option<Stated>,
    /// The day up to which the subscription is paid.
    pub paid_until: Option<Stated>,
    /// Why there is no answer.
    pub error: Option<Trouble>,
}

impl Validity {
    /// One that says nothing yet but what was asked for.
    pub(super) fn unknown(purchase_id: &str, license_key: &str, remark: Remark, error: Option<Trouble>) -> Validity {
        let asked = !purchase_id.is_empty() && !license_key.is_empty();
        Validity {
            verdict: Verdict::Unknown,
            notes: vec![remark],
            purchase_id: Some(purchase_id.to_owned()).filter(|id| !id.is_empty()),
            license: asked.then(|| Fingerprint::of_key(purchase_id, license_key)),
            product_id: None,
            product_name: None,
            billing_status: None,
            last_transaction_type: None,
            last_payment_at: None,
            next_payment_at: None,
            paid_until: None,
            error,
        }
    }

    /// Reads the data of an answer, leniently: what is odd makes one thing unknown, not everything.
    ///
    /// `purchase_id` and `license_key` are what was asked for, where it is known; an answer about something else is
    /// [`Verdict::Unknown`].
    pub fn read(data: &Value, purchase_id: Option<&str>, license_key: Option<&str>) -> Validity {
        let (told_id, told_key) = (word(data, &["purchase_id"]), word(data, &["license_key"]));
        let asked_id = purchase_id.map(str::trim).or(told_id.as_deref()).unwrap_or_default();
        let asked_key = license_key.map(str::trim).or(told_key.as_deref()).unwrap_or_default();
        let is_other =
            |told: &Option<String>, asked: &str| told.as_deref().is_some_and(|told| plain(told) != plain(asked));
        let is_found = data.get("is_license_key_found").and_then(lenient::flag);
        let is_valid = data.get("is_license_valid").and_then(lenient::flag);
        let (verdict, remark) = match (is_found, is_valid) {
            _ if is_other(&told_id, asked_id) => (Verdict::Unknown, Some(Remark::OtherOrder)),
            (Some(true), _) if is_other(&told_key, asked_key) => (Verdict::Unknown, Some(Remark::OtherKey)),
            (Some(false), _) => (Verdict::NotFound, Some(Remark::NotFound)),
            (Some(true), Some(true)) => (Verdict::Valid, None),
            (Some(true), Some(false)) => (Verdict::NotPaid, Some(Remark::NotPaid)),
            _ => (Verdict::Unknown, Some(Remark::FlagsUnclear)),
        };
        let stated = |name| data.get(name).and_then(Stated::of);
        let paid_until = stated("paid_until");
        let unreadable = paid_until.as_ref().is_some_and(|stated| stated.day.is_none());
        let remarks = [remark, unreadable.then_some(Remark::PaidUntilUnreadable)];
        Validity {
            verdict,
            notes: remarks.into_iter().flatten().collect(),
            product_id: word(data, &["product_id"]),
            product_name: word(data, &["product_name"]),
            billing_status: word(data, &["billing_tatus", "billing_status"]),
            last_transaction_type: word(data, &["last_transaction_type"]),
            last_payment_at: stated("last_payment_at"),
            next_payment_at: stated("next_payment_at"),
            paid_until,
            ..Validity::unknown(asked_id, asked_key, Remark::NoAnswer, None)
        }
    }
}

/// Letters and digits in upper case, which is what two spellings of the same key or id share.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The first of these fields that is a text or a whole number and not empty.
fn word(data: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| Told::read(data, name, lenient::text).known().cloned())
}

/// Reads an answer that is already here: options `data`, and `purchase_id` and `license_key` as asked for.
///
/// # Errors
/// Everything that is wrong with them.
pub fn verdict_of(options: &Value) -> Result<Validity, Vec<Problem>> {
    read_all(options, |options| {
        options.require("data", "the data of the answer to validateLicenseKey");
        let (purchase_id, license_key) = (options.text("purchase_id"), secret(options, "license_key"));
        match options.value("data")? {
            data @ Value::Map(_) => Some(Validity::read(data, purchase_id, license_key)),
            other => {
                options.wrong("data", format!("expected the fields of an answer, got {}", other.in_words()));
                None
            }
        }
    })
}

fn stated(stated: Option<&Stated>) -> Value {
    stated
        .map_or(Value::Null, |Stated { raw, day }| Value::from([("raw", raw.as_str().into()), ("day", (*day).into())]))
}

impl From<&Validity> for Value {
    fn from(validity: &Validity) -> Value {
        let error = validity.error.as_ref().map_or(Value::Null, |Trouble { kind, code, message }| {
            Value::from([
                ("kind", kind.as_str().into()),
                ("code", (*code).into()),
                ("message", message.as_str().into()),
            ])
        });
        Value::from([
            ("verdict", validity.verdict.as_str().into()),
            ("notes", notes(&validity.notes)),
            ("purchase_id", validity.purchase_id.as_deref().into()),
            ("license", validity.license.as_ref().map(Fingerprint::as_str).into()),
            ("product_id", validity.product_id.as_deref().into()),
            ("product_name", validity.product_name.as_deref().into()),
            ("billing_status", validity.billing_status.as_deref().into()),
            ("last_transaction_type", validity.last_transaction_type.as_deref().into()),
            ("last_payment_at", stated(validity.last_payment_at.as_ref())),
            ("next_payment_at", stated(validity.next_payment_at.as_ref())),
            ("paid_until", stated(validity.paid_until.as_ref())),
            ("error", error),
        ])
    }
}

impl From<Validity> for Value {
    fn from(validity: Validity) -> Value {
        Value::from(&validity)
    }
}
