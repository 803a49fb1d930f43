//! The JavaScript face of the crate `digistore24`: the package `digistore24` is this, compiled to wasm, and a few lines
//! of JavaScript in `npm/`.
//!
//! Each entry of the package is a build of its own: the feature `client` makes `digistore24`, and a feature such as `ipn`
//! makes `digistore24/ipn`.

#[cfg(feature = "setup")]
pub mod aftermath;
#[cfg(feature = "client")]
mod answer;
#[cfg(feature = "sending")]
mod attempt;
#[cfg(feature = "client")]
pub mod budget;
#[cfg(feature = "cassette")]
pub mod cassette;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "sending")]
mod error;
#[cfg(feature = "etickets")]
pub mod etickets;
#[cfg(any(feature = "sending", feature = "cassette"))]
mod failure;
#[cfg(feature = "sending")]
pub mod flow;
#[cfg(any(feature = "licenses", feature = "etickets", feature = "setup"))]
mod inquiry;
#[cfg(feature = "ipn")]
pub mod ipn;
#[cfg(feature = "ipn")]
pub mod ipn_access;
#[cfg(feature = "ipn")]
pub mod ipn_reply;
#[cfg(not(any(feature = "ipn", feature = "thankyou")))]
mod js;
#[cfg(feature = "setup")]
pub mod keys;
#[cfg(feature = "licenses")]
pub mod licenses;
#[cfg(feature = "sending")]
mod message;
#[cfg(feature = "money")]
pub mod money;
#[cfg(feature = "money")]
pub mod money_many;
#[cfg(any(feature = "sending", feature = "results"))]
mod names;
#[cfg(feature = "sending")]
mod options;
#[cfg(feature = "results")]
mod outward;
#[cfg(feature = "client")]
pub mod pages;
#[cfg(any(feature = "sending", feature = "tables", feature = "cassette", feature = "sandbox"))]
mod parameter;
#[cfg(feature = "results")]
mod result;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "sending")]
mod send;
#[cfg(feature = "setup")]
pub mod setup;
#[cfg(feature = "tables")]
mod table;
#[cfg(feature = "thankyou")]
pub mod thankyou;
#[cfg(any(feature = "ipn", feature = "thankyou"))]
mod told;
#[cfg(feature = "urls")]
pub mod urls;
#[cfg(feature = "vouchers")]
pub mod vouchers;
