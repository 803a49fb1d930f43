//! Everything Digistore24 says over its API, built, read and checked without any I/O.
//!
//! ```text
//!  your code             this crate                       your host
//!  listPurchases  ──►  check ─ encode ─►  Step::Send ──►  fetch / ureq / Sandbox::handle
//!       rows      ◄──  tidy ─ envelope ◄─  answer()  ◄──
//! ```
//!
//! The run loop, which is all the I/O there is, in any host:
//!
//! ```
//! use digistore24::{Client, Flow, Host, Step, catalogue::system::GetUserInfo, sandbox::Sandbox};
//!
//! let mut host = Sandbox::new();
//! let client = Client::new(host.api_key())?;
//! let mut flow = client.call(GetUserInfo {});
//! let me = loop {
//!     match flow.step(host.now()) {
//!         Step::Send(request) => flow.answer(host.send(request)),
//!         Step::Wait(pause) => host.wait(pause),
//!         Step::Done(result) => break result?,
//!     }
//! };
//! assert_eq!(me.user_name()?.as_deref(), Some("ada"));
//! # Ok::<(), digistore24::Error>(())
//! ```
//!
//! A host that blocks need not write it: [`Flow::run`] is that loop for any [`Host`].
//!
//! The core reads no clock, sleeps never, draws no random numbers and opens nothing. [`catalogue`] holds the functions,
//! [`wire`] the rules of travel, [`sandbox`] a service in memory to try everything against.

#[macro_use]
pub mod catalogue;

pub mod aftermath;
mod amount;
mod answer;
mod attempt;
mod budget;
mod call;
pub mod cassette;
mod client;
pub mod commission;
mod error;
pub mod eticket;
mod flow;
pub mod host;
mod inquiry;
pub mod ipn;
mod key;
pub mod keys;
mod lenient;
pub mod license;
mod options;
mod pages;
mod permission;
mod plan;
mod preview;
mod record;
mod redaction;
mod retry;
mod rounding;
pub mod sandbox;
mod settings;
mod time;
pub mod urls;
mod value;
pub mod voucher;
pub mod wire;
mod words;

pub use amount::{Amount, BadAmount};
pub use answer::{Answer, Envelope, read};
pub use attempt::Attempt;
pub use budget::Budget;
pub use call::{Call, Reply, Typed};
pub use client::Client;
pub use error::{Error, Problem};
pub use flow::{Failure, Flow, Host, Method, Request, Response, Step};
pub use inquiry::{Ask, Inquiring, Inquiry, Outcome};
pub use key::redacted;
pub use pages::{Cursor, Page, Pages, Paging, Rows};
pub use permission::Permission;
pub use preview::Preview;
pub use record::{Item, List, Record};
pub use redaction::Redaction;
pub use retry::{Retry, Tried, Trouble};
pub use settings::{BASE_URL, PerCall, Settings};
pub use time::{BadMoment, BadTime, Moment, Time, Zone, check_day, check_month};
pub use value::Value;
pub use wire::send::{Day, Function, Id, Joined, Map, Month, PerLanguage, Wire};
pub use wire::view::{Loose, OneOrMany, Under, View};
pub use wire::walk::{Json, Sink};

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
