//! Receipts: what the vendor's server signs after a check, and what the vendor's program checks without a network.
//!
//! A receipt is one line of text, signed with Ed25519. The private key stays on the vendor's server; a program holds
//! public keys only, so nothing in it helps to forge one.
//!
//! ```
//! use digistore24::Time;
//! use digistore24::license::Fingerprint;
//! use digistore24::license::receipt::{Check, PrivateKey, Receipt, ReceiptVerdict, check};
//!
//! // On the server: 32 bytes of the host's randomness make the key, once.
//! let private_key = PrivateKey::from_seed([7; 32]);
//! let receipt = Receipt {
//!     purchase_id: "JK92LM34".into(),
//!     product_id: "515153".into(),
//!     license: Fingerprint::of_key("JK92LM34", "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"),
//!     machine: Some(Fingerprint::of_machine("JK92LM34", "the laptop of Ada")),
//!     checked_at: 1_791_201_600,
//!     expires_at: 1_791_201_600 + 30 * 86_400,
//!     grace_days: 7,
//!     paid_until: None,
//!     billing_status: Some("completed".into()),
//! };
//! let text = receipt.sign(&private_key).unwrap();
//!
//! // In the program.
//! let trusted = [private_key.public_key()];
//! let mut asked = Check::new(&trusted, &["515153"], 1_791_201_600 + 86_400);
//! asked.machine = Some("the laptop of Ada");
//! assert_eq!(check(&text, &asked).verdict, ReceiptVerdict::Good);
//! asked.now += 31 * 86_400;
//! assert_eq!(check(&text, &asked).verdict, ReceiptVerdict::Grace);
//! ```
//!
//! # The rules
//!
//! They are looked at in this order, and the first that applies decides. Nothing of a receipt is believed before its
//! signature holds.
//!
//! | verdict | when | may the program run? |
//! |---|---|---|
//! | `not_a_receipt` | the text is no receipt, or longer than 4096 bytes | no |
//! | `newer_version` | the form has a number that this version does not know | no, update it |
//! | `tampered` | changed, cut, not canonical, or signed by no trusted key | no |
//! | `other_product` | it is for none of the products that were named | no |
//! | `other_license` | the order or the key is another, where the program tells one | no |
//! | `other_machine` | the machine is another; also where only one of both, program and receipt, names one | no |
//! | `clock_set_back` | now is before `last_seen` or before `checked_at` by more than the tolerance, a day unless said otherwise | no |
//! | `good` | now is before the end: `expires_at`, or the end of `paid_until`, whichever comes first | yes |
//! | `grace` | less than `grace_days` days of 24 hours after that end | yes, and say so |
//! | `expired` | later | no |
//!
//! - The ends belong to what follows: at the second of `expires_at` it is `grace`, or `expired` without grace.
//! - `paid_until` is a day of the service, whose zone is unknown; it ends when that day is over everywhere on earth, at
//!   12:00 UTC of the next.
//! - Inside the tolerance the later of now, `last_seen` and `checked_at` counts, so that setting the clock back wins
//!   nothing.
//! - The program keeps `last_seen` of each answer beside the receipt and hands it over the next time. It never goes
//!   back. Together with a fresh receipt from the server, begin with its `checked_at` again: a clock that was once far
//!   ahead is then forgiven.
//! - Who can change the program can change this check too. A receipt keeps honest people honest, and a copied one from
//!   working.
//! - A receipt cannot be revoked before its end, and who deletes what the program keeps and holds the clock still can
//!   use it until somebody looks; a short `valid_days` is the remedy.
//!
//! # The form
//!
//! `ds24-receipt-1.` + payload + `.` + signature, both in base64 for addresses without padding. The payload is lines of
//! `name=value`, in this order, each ended by a line feed: `purchase_id`, `product_id`, `license`, `machine` (may be
//! missing), `checked_at` and `expires_at` (seconds since 1970 in UTC), `grace_days`, `paid_until` (may be missing),
//! `billing_status` (may be missing). Signed is `digistore24 licence receipt 1`, a line feed, and the payload. Each
//! receipt has one such text, around which blanks do not count; everything else is `tampered`. Ed25519 (RFC 8032) is checked strictly: nobody makes a
//! second signature of a first one, and keys and points of small order are refused.
//!
//! `license` and `machine` are the first 16 bytes of SHA-256, in the same base64, over three parts, each with its length
//! in 8 bytes before it: `digistore24 licence key` or `digistore24 machine`, the order id, and the key or what the program
//! knows the machine by, without blanks around them. The texts of keys are `ds24-private-` and `ds24-public-` with the 32
//! bytes of each.

mod check;
mod keys;
mod options;
mod payload;

pub use check::{Check, Checked, ReceiptVerdict, check};
pub use keys::{BadKey, PrivateKey, PublicKey};
pub use options::{Signed, check_of, keys_of, public_key_of, sign_of};
pub use payload::Receipt;

use super::{Fingerprint, Remark, base64};
use crate::Time;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;

/// The most days of grace, and of validity.
const MOST_DAYS: i64 = 3660;

/// When a day of unknown zone is over everywhere on earth.
fn end_of(day: Time) -> i64 {
    (day.day_number() + 1) * DAY + DAY / 2
}
