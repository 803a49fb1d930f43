//! Whether a receipt is good, here and now.

use std::fmt;

use super::payload::{Opened, open};
use super::{DAY, Fingerprint, PublicKey, Receipt, Remark};
use crate::license::note::notes;
use crate::{Time, Value};

/// What a receipt is held against.
#[derive(Clone)]
pub struct Check<'a> {
    /// The keys that are trusted: one, or several while the vendor changes keys.
    pub public_keys: &'a [PublicKey],
    /// The products that the program belongs to. Without it, a receipt for the vendor's cheapest product would open
    /// each.
    pub product_ids: &'a [&'a str],
    /// The time, in seconds since 1970 in UTC.
    pub now: i64,
    /// The latest time at which the program ran, as [`Checked::last_seen`] told.
    pub last_seen: Option<i64>,
    /// How far the clock may be behind before it counts as set back, in minutes; a day unless said otherwise.
    pub tolerance_minutes: u32,
    /// The order, where the program knows it.
    pub purchase_id: Option<&'a str>,
    /// The licence key, where the program knows it.
    pub license_key: Option<&'a str>,
    /// What the program knows the machine by.
    pub machine: Option<&'a str>,
}

impl<'a> Check<'a> {
    /// With these keys, for these products, at this time in seconds since 1970; everything else as documented for the
    /// fields.
    pub fn new(public_keys: &'a [PublicKey], product_ids: &'a [&'a str], now: i64) -> Check<'a> {
        Check {
            public_keys,
            product_ids,
            now,
            last_seen: None,
            tolerance_minutes: 24 * 60,
            purchase_id: None,
            license_key: None,
            machine: None,
        }
    }

    /// The first rule against a receipt whose signature holds, but for its end.
    fn refuses(&self, receipt: &Receipt) -> Option<(ReceiptVerdict, Remark)> {
        let id = receipt.purchase_id.as_str();
        if self.product_ids.iter().all(|product| product.trim() != receipt.product_id) {
            return Some((ReceiptVerdict::OtherProduct, Remark::OtherProduct));
        }
        let is_other_key = |key| Fingerprint::of_key(id, key) != receipt.license;
        if self.purchase_id.is_some_and(|asked| asked.trim() != id) || self.license_key.is_some_and(is_other_key) {
            return Some((ReceiptVerdict::OtherLicense, Remark::OtherLicense));
        }
        let machine = match (self.machine, &receipt.machine) {
            (None, None) => None,
            (Some(here), Some(there)) if Fingerprint::of_machine(id, here) == *there => None,
            (Some(_), Some(_)) => Some(Remark::OtherMachine),
            (None, Some(_)) => Some(Remark::MachineNotTold),
            (Some(_), None) => Some(Remark::NotBound),
        };
        if let Some(remark) = machine {
            return Some((ReceiptVerdict::OtherMachine, remark));
        }
        let latest = self.now.saturating_add(i64::from(self.tolerance_minutes) * 60);
        if latest < receipt.checked_at {
            return Some((ReceiptVerdict::ClockSetBack, Remark::BeforeCheckedAt));
        }
        let is_set_back = self.last_seen.is_some_and(|seen| latest < seen);
        is_set_back.then_some((ReceiptVerdict::ClockSetBack, Remark::BeforeLastSeen))
    }
}

impl fmt::Debug for Check<'_> {
    /// Shows no licence key and no machine.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = |text: Option<&str>| text.map(|_| "…");
        f.debug_struct("Check")
            .field("public_keys", &self.public_keys)
            .field("product_ids", &self.product_ids)
            .field("now", &self.now)
            .field("last_seen", &self.last_seen)
            .field("tolerance_minutes", &self.tolerance_minutes)
            .field("purchase_id", &self.purchase_id)
            .field("license_key", &hidden(self.license_key))
            .field("machine", &hidden(self.machine))
            .finish()
    }
}

/// What a receipt is worth. The [rules](crate::license::receipt#the-rules) say when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiptVerdict {
    /// The licence holds.
    Good,
    /// The receipt is over, and may be used for a few days more.
    Grace,
    /// The receipt is over.
    Expired,
    /// The clock was set back, or is far behind.
    ClockSetBack,
    /// It was made for another machine.
    OtherMachine,
    /// It is for another order or another licence key.
    OtherLicense,
    /// It is for another product.
    OtherProduct,
    /// It was changed, or signed by nobody who is trusted.
    Tampered,
    /// The text is something else.
    NotAReceipt,
    /// The form is newer than this version of the package.
    NewerVersion,
}

impl ReceiptVerdict {
    /// A word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            ReceiptVerdict::Good => "good",
            ReceiptVerdict::Grace => "grace",
            ReceiptVerdict::Expired => "expired",
            ReceiptVerdict::ClockSetBack => "clock_set_back",
            ReceiptVerdict::OtherMachine => "other_machine",
            ReceiptVerdict::OtherLicense => "other_license",
            ReceiptVerdict::OtherProduct => "other_product",
            ReceiptVerdict::Tampered => "tampered",
            ReceiptVerdict::NotAReceipt => "not_a_receipt",
            ReceiptVerdict::NewerVersion => "newer_version",
        }
    }

    /// Whether the program may run.
    pub fn is_usable(self) -> bool {
        matches!(self, ReceiptVerdict::Good | ReceiptVerdict::Grace)
    }
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// What the receipt is worth.
    pub verdict: ReceiptVerdict,
    /// Why.
    pub notes: Vec<Remark>,
    /// What it says, once its signature holds.
    pub receipt: Option<Receipt>,
    /// Whether it is time to ask the vendor's server for a new one: from the middle of its time on, and whenever it is
    /// not good.
    pub is_due: bool,
    /// To be kept, and handed over the next time. It is never before the one that was handed over.
    pub last_seen: i64,
}

/// Checks a receipt without a network: see the [rules](crate::license::receipt#the-rules).
pub fn check(text: &str, check: &Check<'_>) -> Checked {
    let last_seen = check.last_seen.map_or(check.now, |seen| seen.max(check.now));
    let answer = |verdict, remark: Option<Remark>, receipt| Checked {
        verdict,
        notes: remark.into_iter().collect(),
        receipt,
        is_due: verdict != ReceiptVerdict::Good,
        last_seen,
    };
    let receipt = match open(text, check.public_keys) {
        Opened::Signed(receipt) => receipt,
        Opened::Malformed => return answer(ReceiptVerdict::NotAReceipt, Some(Remark::Malformed), None),
        Opened::Newer => return answer(ReceiptVerdict::NewerVersion, Some(Remark::Newer), None),
        Opened::Damaged => return answer(ReceiptVerdict::Tampered, Some(Remark::Damaged), None),
        Opened::BadSignature => return answer(ReceiptVerdict::Tampered, Some(Remark::BadSignature), None),
    };
    if let Some((verdict, remark)) = check.refuses(&receipt) {
        return answer(verdict, Some(remark), Some(receipt));
    }
    // Inside the tolerance a clock that is behind wins no time.
    let now = last_seen.max(receipt.checked_at);
    let end = receipt.good_until();
    if now < end {
        let is_due = now - receipt.checked_at >= end - now;
        return Checked { is_due, ..answer(ReceiptVerdict::Good, None, Some(receipt)) };
    }
    let remark = if end < receipt.expires_at { Remark::PaidPeriodOver } else { Remark::ReceiptOver };
    let verdict = if now < receipt.grace_until() { ReceiptVerdict::Grace } else { ReceiptVerdict::Expired };
    answer(verdict, Some(remark), Some(receipt))
}

impl Checked {
    /// Whole days until it may no longer be used, counted up: 1 on the last day. 0 when it may not be used.
    pub fn days_left(&self) -> i64 {
        let Some(receipt) = self.receipt.as_ref().filter(|_| self.verdict.is_usable()) else { return 0 };
        let now = self.last_seen.max(receipt.checked_at);
        (receipt.grace_until().saturating_sub(now).saturating_add(DAY - 1)).div_euclid(DAY).max(0)
    }
}

impl From<&Checked> for Value {
    fn from(checked: &Checked) -> Value {
        let receipt = checked.receipt.as_ref();
        let moment = |at: Option<i64>| at.and_then(Time::of_unix_seconds).into();
        Value::from([
            ("verdict", checked.verdict.as_str().into()),
            ("is_usable", checked.verdict.is_usable().into()),
            ("is_due", checked.is_due.into()),
            ("notes", notes(&checked.notes)),
            ("purchase_id", receipt.map(|receipt| receipt.purchase_id.as_str()).into()),
            ("product_id", receipt.map(|receipt| receipt.product_id.as_str()).into()),
            ("license", receipt.map(|receipt| receipt.license.as_str()).into()),
            ("billing_status", receipt.and_then(|receipt| receipt.billing_status.as_deref()).into()),
            ("paid_until", receipt.and_then(|receipt| receipt.paid_until).into()),
            ("checked_at", moment(receipt.map(|receipt| receipt.checked_at))),
            ("expires_at", moment(receipt.map(|receipt| receipt.expires_at))),
            ("good_until", moment(receipt.map(Receipt::good_until))),
            ("grace_until", moment(receipt.map(Receipt::grace_until))),
            ("days_left", checked.days_left().into()),
            ("last_seen", moment(Some(checked.last_seen))),
        ])
    }
}
