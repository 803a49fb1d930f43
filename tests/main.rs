//! Every test of the workspace that uses the public API.

mod access;
mod amounts;
mod calls;
mod commission;
mod computed;
mod encoding;
mod eticket;
mod faces;
mod ipn;
mod layers;
mod license;
mod reply;
mod sandbox;
mod scanner;
mod secrets;
mod setup;
mod times;
mod urls;
mod vectors;
mod views;
mod voucher;

use std::path::Path;

/// The folder of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
