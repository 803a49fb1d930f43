//! Every test of the workspace that uses the public API.

mod access;
mod aftermath;
mod amounts;
mod calls;
mod commission;
mod computed;
mod encoding;
mod eticket;
mod faces;
mod ipn;
mod keys;
mod layers;
mod license;
mod pages;
mod reply;
mod retry;
mod sandbox;
mod scanner;
mod secrets;
mod seeing;
mod setup;
mod times;
mod urls;
mod vectors;
mod views;
mod voucher;

use std::path::Path;

use proptest::prelude::ProptestConfig;

/// The folder of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// How many cases a property test tries: as many as usual, or `FUZZ_TIMES` as many in the long run behind
/// `cargo xtask fuzz`.
fn cases(usual: u32) -> ProptestConfig {
    let times = std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let cases = usual.saturating_mul(times);
    // Some throw away a case in a hundred.
    ProptestConfig { cases, max_global_rejects: 1024 + cases, failure_persistence: None, ..ProptestConfig::default() }
}
