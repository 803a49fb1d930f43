//! What became of a call whose answer was lost.
//!
//! A call that charges, refunds, mails or creates is never sent twice by this crate. When its answer is lost it fails with
//! [`Error::Unanswered`](crate::Error::Unanswered), and only the service knows whether it was carried out. A [`Look`] finds
//! out, as far as the service shows it: it calls reading functions only, and ends in an [`Aftermath`] that says `done`,
//! `not_done` or `cannot_be_told`, why, and by which records.
//!
//! ```
//! use digistore24::aftermath::{Look, Verdict};
//! use digistore24::{Client, Flow, Inquiring, Value, catalogue::billing::RefundTransaction, sandbox::Sandbox};
//!
//! let mut sandbox = Sandbox::new();
//! let client = Client::new(sandbox.api_key())?;
//! // Sent at 14:00:00 and carried out; say that the answer was lost.
//! client.call(RefundTransaction { transaction_id: "90000001".into(), ..Default::default() }).run(&mut sandbox)?;
//! let sent_at = 1_791_201_600;
//!
//! let parameters = Value::from([("transaction_id", "90000001".into())]);
//! let look = Look::new("refundTransaction", parameters, sent_at, sent_at + 30);
//! let aftermath = Inquiring::new(&client, look).run(&mut sandbox)?;
//! assert_eq!(aftermath.verdict, Verdict::Done);
//! # Ok::<(), digistore24::Error>(())
//! ```
//!
//! # How strict it is
//!
//! Everything is compared on the service's own clock, which `ping` tells first, so that it does not matter whether the
//! clock of this machine is right.
//!
//! - **done**: as many records as the call makes fit it in every value that can be compared, and they were made after it
//!   was sent, or were not among those that were [known](Look::known) before. What was made up to 5 seconds before counts as
//!   after, since that is how well the two clocks can be compared; what was made up to the [tolerance](Look::tolerance)
//!   before that (60 seconds) may be either, and nothing is told.
//! - **not done**: the place where it would show was read completely, nothing there fits, and the service's clock was past
//!   the call by the time a request may be [late](Look::late) (120 seconds). A request that was lost arrives soon or never;
//!   how soon is documented nowhere. Where nothing is found, the look waits until then and looks once more, unless it is
//!   told [not to](Look::without_waiting). That a charge shows nowhere never proves it: one that is pending may not be listed.
//! - **cannot be told**: everything else. Two equal calls at the same time cannot be told apart, unless both or neither of
//!   them show: say [how many](Look::calls) there were. What somebody else did at that time, to the same and in the same
//!   way, cannot be told from the work of the call: the effect that was asked for is there.
//!
//! # Where it looks
//!
//! `documented` where the vendor's documents say that the place shows it, `inferred` where only the form of the answers
//! or their kin suggests it.
//!
//! | call | where | |
//! | --- | --- | --- |
//! | `refundTransaction` | refunds of `listTransactions`, and the payment in `getPurchase` of their orders | documented |
//! | `refundPurchase` | refunds of `getPurchase`; done where every payment came back | documented |
//! | `refundPartially` | refunds of `getPurchase`; that there are none proves nothing, as how it is booked is not documented | inferred |
//! | `createRebillingPayment` | payments of `getPurchase`; that there are none proves nothing | documented |
//! | `createBillingOnDemand`, `createUpgradePurchase`, `createAddonChangePurchase` | new orders of the same buyer in `listPurchases`; that there are none proves nothing | inferred |
//! | `createVoucher` | `getVoucher`; codes are unique | documented |
//! | `createEticket` | `listEtickets`, whose records have no time: only with what was known before | inferred |
//! | `validateEticket` | `used_at` of `getEticket` | documented |
//! | `createProduct`, `copyProduct` | `listProducts` | documented |
//! | `createProductGroup` | `listProductGroups` | inferred |
//! | `createPaymentplan` | `listPaymentPlans` | inferred |
//! | `createOrderform` | `listOrderforms` | documented |
//! | `createShippingCostPolicy` | `listShippingCostPolicies` | documented |
//! | `createBuyUrl` | `listBuyUrls`, all pages | inferred |
//! | `createImage`, `createUpgrade` | `listImages`, `listUpgrades`, whose records have no time: only with what was known before | inferred |
//! | `updateDelivery`, `updateServiceProofRequest` | `getDelivery`, `getServiceProofRequest`: state and time | inferred |
//! | `unregister` | whether the key still works | documented |
//!
//! Nothing shows a change of balance, a mail, a report of fraud, a logged access, a request for a key and a key that was
//! handed out, nor what functions make that are known by name only.

mod compare;
mod judge;
mod look;
mod options;
mod plain;
mod rules;
mod search;

use std::fmt;

pub use self::look::Look;
pub use self::options::look_of;
pub use self::rules::functions;
use crate::Value;
use crate::words::words;

words! {
    /// What became of a call.
    Verdict {
        Done = "done": "It was carried out. Do not repeat it.";
        NotDone = "not_done": "It was not carried out. It may be repeated.";
        CannotBeTold = "cannot_be_told": "What the service shows does not tell. Look yourself before you repeat it.";
    }
}

words! {
    /// What it rests on that a place shows what a function did.
    Basis {
        Documented = "documented": "The vendor's documents say so.";
        Inferred = "inferred": "The form of the answers suggests it.";
    }
}

/// What became of a call whose answer was lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Aftermath {
    /// The function that was called.
    pub function: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Why, and what to do.
    pub reason: String,
    /// The records that it rests on.
    pub evidence: Vec<Evidence>,
    /// How sure it is that the place would show it.
    pub basis: Basis,
    /// In how many seconds it may be told, where it is only too early.
    pub again_in: Option<i64>,
}

/// A record that tells what became of a call: the fields of it that tell, and nothing about people.
#[derive(Clone, PartialEq)]
pub struct Evidence {
    /// The function that answered it.
    pub function: &'static str,
    /// What it says.
    pub record: Value,
}

impl fmt::Debug for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Evidence").field("function", &self.function).finish_non_exhaustive()
    }
}
