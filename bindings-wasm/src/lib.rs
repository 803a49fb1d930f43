//! The JavaScript face of the crate `digistore24`: the package `digistore24` is this, compiled to wasm, and a few lines
//! of JavaScript in `npm/`.
//!
//! Each entry of the package is a build of its own: the feature `client` makes `digistore24`, and a feature such as `ipn`
//! makes `digistore24/ipn`.

#[cfg(feature = "client")]
mod answer;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
mod drive;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "etickets")]
pub mod etickets;
#[cfg(feature = "client")]
pub mod flow;
#[cfg(any(feature = "licenses", feature = "etickets"))]
mod inquiry;
#[cfg(feature = "ipn")]
pub mod ipn;
#[cfg(feature = "ipn")]
pub mod ipn_access;
#[cfg(feature = "ipn")]
pub mod ipn_reply;
#[cfg(not(any(feature = "ipn", feature = "thankyou")))]
mod js;
#[cfg(feature = "licenses")]
pub mod licenses;
#[cfg(feature = "client")]
mod message;
#[cfg(feature = "money")]
pub mod money;
#[cfg(feature = "money")]
pub mod money_many;
#[cfg(any(feature = "client", feature = "tables"))]
mod names;
#[cfg(feature = "client")]
mod options;
#[cfg(any(feature = "client", feature = "tables"))]
mod parameter;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
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
