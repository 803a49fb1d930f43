//! The JavaScript face of the crate `digistore24`: the package `digistore24` is this, compiled to wasm, and a few lines
//! of JavaScript in `npm/`.
//!
//! Each entry of the package is a build of its own: the feature `client` makes `digistore24`, the feature `ipn`
//! makes `digistore24/ipn`, the feature `sandbox` makes `digistore24/sandbox`.

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
#[cfg(any(feature = "client", feature = "sandbox"))]
mod js;
#[cfg(feature = "client")]
mod message;
#[cfg(feature = "client")]
mod parameter;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "client")]
mod send;
