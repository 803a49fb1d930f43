//! The JavaScript face of the crate `digistore24`: the package `digistore24` is this, compiled to wasm, and a few lines
//! of JavaScript in `npm/`.
//!
//! Each entry of the package is a build of its own: the feature `client` makes `digistore24`, and the features `ipn`,
//! `money`, `sandbox` and `thankyou` make `digistore24/ipn`, `digistore24/money` and so on.

#[cfg(feature = "client")]
mod answer;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
mod drive;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
pub mod flow;
#[cfg(feature = "ipn")]
pub mod ipn;
#[cfg(feature = "ipn")]
pub mod ipn_access;
#[cfg(feature = "ipn")]
pub mod ipn_reply;
#[cfg(any(feature = "client", feature = "money", feature = "sandbox"))]
mod js;
#[cfg(feature = "client")]
mod message;
#[cfg(feature = "money")]
pub mod money;
#[cfg(feature = "money")]
pub mod money_many;
#[cfg(feature = "money")]
mod names;
#[cfg(feature = "client")]
mod options;
#[cfg(any(feature = "client", feature = "money"))]
mod parameter;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
pub mod setup;
#[cfg(feature = "thankyou")]
pub mod thankyou;
#[cfg(any(feature = "ipn", feature = "thankyou"))]
mod told;
