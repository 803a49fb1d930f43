//! What a receipt says, and the one text that says it.

use std::fmt::Write;

use super::{DAY, Fingerprint, LAST, MOST_DAYS, PrivateKey, PublicKey, base64, end_of};
use crate::{Problem, Time, Zone};

/// What every receipt begins with, and the number of this form.
const MARK: &str = "ds24-receipt-";
const FORM: &str = "1";

/// The longest text that is looked at, and the longest field.
const LONGEST: usize = 4096;
const LONGEST_FIELD: usize = 127;

/// What a receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Order id.
    pub purchase_id: String,
    /// Number of the product.
    pub product_id: String,
    /// What stands for the licence key.
    pub license: Fingerprint,
    /// What stands for the machine, if it is bound to one.
    pub machine: Option<Fingerprint>,
    /// When the licence was checked, in seconds since 1970 in UTC.
    pub checked_at: i64,
    /// When the receipt ends, in seconds since 1970 in UTC.
    pub expires_at: i64,
    /// How many days it may still be used after its end, 0 to 3660.
    pub grace_days: u16,
    /// The last day that is paid; the receipt ends with it, if that is earlier.
    pub paid_until: Option<Time>,
    /// How payments went at the time.
    pub billing_status: Option<String>,
}

impl Receipt {
    /// Signs it: the text for the program.
    ///
    /// # Errors
    /// Everything that cannot be in a receipt.
    pub fn sign(&self, key: &PrivateKey) -> Result<String, Vec<Problem>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let payload = self.payload();
        let signature = base64::encode(&key.sign(&payload));
        Ok(format!("{MARK}{FORM}.{}.{signature}", base64::encode(payload.as_bytes())))
    }

    /// When it ends: as it says, or with the day that is paid, whichever comes first.
    pub fn good_until(&self) -> i64 {
        self.paid_until.map_or(self.expires_at, |day| self.expires_at.min(end_of(day)))
    }

    /// When its grace ends.
    pub fn grace_until(&self) -> i64 {
        self.good_until().saturating_add(i64::from(self.grace_days) * DAY)
    }

    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |path: &str, message: &str| problems.push(Problem::new(path, message));
        let texts = [("purchase_id", Some(&self.purchase_id)), ("product_id", Some(&self.product_id))];
        for (path, text) in texts.into_iter().chain([("billing_status", self.billing_status.as_ref())]) {
            let Some(text) = text else { continue };
            if text.is_empty() || text.len() > LONGEST_FIELD || text.trim() != text || text.contains(char::is_control) {
                wrong(path, "expected 1 to 127 bytes of text, without blanks around it and without control characters");
            }
        }
        if !(0..=LAST).contains(&self.checked_at) {
            wrong("checked_at", "expected a moment from 1970 to 9999");
        } else if !(self.checked_at..=LAST).contains(&self.expires_at) {
            wrong("expires_at", "expected a moment that is not before the check");
        }
        if i64::from(self.grace_days) > MOST_DAYS {
            wrong("grace_days", "expected 3660 or fewer");
        }
        if self.paid_until.is_some_and(|day| !day.is_date()) {
            wrong("paid_until", "expected a day without a time of day");
        }
        problems
    }

    fn payload(&self) -> String {
        let mut out = String::new();
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a text cannot fail.
            let _ = writeln!(out, "{name}={value}");
        };
        line("purchase_id", &self.purchase_id);
        line("product_id", &self.product_id);
        line("license", &self.license);
        if let Some(machine) = &self.machine {
            line("machine", machine);
        }
        line("checked_at", &self.checked_at);
        line("expires_at", &self.expires_at);
        line("grace_days", &self.grace_days);
        if let Some(day) = &self.paid_until {
            line("paid_until", day);
        }
        if let Some(status) = &self.billing_status {
            line("billing_status", status);
        }
        out
    }

    fn of_payload(payload: &str) -> Option<Receipt> {
        let mut lines = payload.strip_suffix('\n')?.split('\n').peekable();
        let mut next = |name: &str| {
            let line = lines.next_if(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))?;
            line.get(name.len() + 1..)
        };
        let receipt = Receipt {
            purchase_id: next("purchase_id")?.to_owned(),
            product_id: next("product_id")?.to_owned(),
            license: Fingerprint::read(next("license")?)?,
            machine: match next("machine") {
                Some(text) => Some(Fingerprint::read(text)?),
                None => None,
            },
            checked_at: next("checked_at")?.parse().ok()?,
            expires_at: next("expires_at")?.parse().ok()?,
            grace_days: next("grace_days")?.parse().ok()?,
            paid_until: match next("paid_until") {
                Some(text) => Some(Time::read(text, Zone::Berlin)?),
                None => None,
            },
            billing_status: next("billing_status").map(str::to_owned),
        };
        // Whatever is written in another way, or has more to it, is not what was signed by this crate.
        (receipt.problems().is_empty() && receipt.payload() == payload).then_some(receipt)
    }
}

/// What a text turned out to be.
pub(super) enum Opened {
    Signed(Receipt),
    Malformed,
    Newer,
    Damaged,
    BadSignature,
}

/// Opens a text. What it says comes to light only when one of the keys has signed it.
pub(super) fn open(text: &str, keys: &[PublicKey]) -> Opened {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
    let Some((form, rest)) = text.strip_prefix(MARK).and_then(|rest| rest.split_once('.')) else {
        return Opened::Malformed;
    };
    if text.len() > LONGEST {
        return Opened::Malformed;
    }
    if form != FORM {
        let is_number = form.len() < 5 && !form.starts_with('0') && form.parse::<u16>().is_ok_and(|form| form > 1);
        let is_plain = form.bytes().all(|digit| digit.is_ascii_digit());
        return if is_number && is_plain { Opened::Newer } else { Opened::Malformed };
    }
    let parts = rest.split_once('.').and_then(|(payload, signature)| {
        let payload = String::from_utf8(base64::decode(payload)?).ok()?;
        Some((payload, <[u8; 64]>::try_from(base64::decode(signature)?).ok()?))
    });
    let Some((payload, signature)) = parts else { return Opened::Damaged };
    if !keys.iter().any(|key| key.signed(&payload, &signature)) {
        return Opened::BadSignature;
    }
    Receipt::of_payload(&payload).map_or(Opened::Damaged, Opened::Signed)
}
