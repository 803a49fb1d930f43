//! Notifications (IPN): what the service reports, whether it was the service, and what to answer.
//!
//! ```
//! use digistore24::ipn::{self, EventKind, Rejected};
//!
//! let body = ipn::signed_body(&[("event", "on_payment"), ("order_id", "AB12CD34"), ("amount_brutto", "59.50")], "Moewe");
//! let event = ipn::verify(&body, "Moewe")?;
//! assert_eq!(event.kind(), EventKind::Payment);
//! assert_eq!(event.amount_brutto().unwrap(), Some("59.50".parse().unwrap()));
//!
//! assert_eq!(ipn::verify(body.replace("59.50", "9.50"), "Moewe").unwrap_err(), Rejected::WrongSignature);
//! # Ok::<(), Rejected>(())
//! ```
//!
//! A signature says who wrote a notification, not when: it holds no time, so a captured body can be sent again. Keep the
//! [`dedup_key`](Event::dedup_key) of what was handled, and decide by state.

mod access;
mod access_text;
mod body;
mod connecting;
mod doctor;
mod entities;
mod event;
mod event_fields;
mod fact;
mod item_fields;
mod judge;
mod notice;
mod parameters;
mod reply;
mod setup;
mod signature;
mod table;
mod thankyou;
mod words;

pub use access::{Access, ItemAccess, Rules, State, Why};
pub use access_text::{access_json, access_line, access_text};
pub use connecting::Connecting;
pub use doctor::{Doctor, Finding, Severity, examine_address, examine_connection};
pub use event::{Event, EventKind, UnsignedEvent, read_unsigned, unsigned};
pub use event_fields::Message;
pub use item_fields::EventItem;
pub use notice::{Change, Notice};
pub(crate) use parameters::known_kind;
pub use parameters::{Parameters, kinds};
pub use reply::Reply;
pub use setup::{Plan, Setup, TRANSACTIONS, domain_id};
pub use signature::{Passphrases, Rejected, Verifier, sign, sign_body, sign_pairs, signed_body, verify};
pub use thankyou::{ThankYou, ThankYouPage, thankyou};
pub use words::*;
