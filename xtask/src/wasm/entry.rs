//! The entries of the npm package. Each has a wasm of its own, so that nobody ships what they do not import.
use std::path::PathBuf;

use crate::paths;

/// One entry of the npm package.
pub(crate) struct Entry {
    /// What its files in `pkg` are called.
    pub(crate) name: &'static str,
    /// The feature of `digistore24-wasm` that makes it.
    pub(crate) feature: &'static str,
    /// What is said to wasm-opt beside the usual.
    pub(crate) shrink: &'static [&'static str],
    /// The most that its wasm and its glue may weigh together, in bytes after brotli.
    pub(crate) budget: u64,
}

pub(crate) const ENTRIES: &[Entry] = &[
    // What a server, a worker or a page loads before its first call: the whole catalogue, encoder and reader, attempts, and
    // the reading of whole lists, which alone is 17 KB.
    Entry {
        name: "digistore24",
        feature: "client",
        // What is called in one place only and is not small compresses better where it stands.
        shrink: &["--one-caller-inline-max-function-size=25"],
        budget: 108 * 1024,
    },
    // A whole account with the commission engine, notifications, scenarios and a window. Loaded by tests and development
    // servers only, never by what is shipped.
    Entry { name: "sandbox", feature: "sandbox", shrink: CALLS, budget: 300 * 1024 },
    // What an edge function that only receives loads: signature, event, reply, access.
    Entry { name: "ipn", feature: "ipn", shrink: CALLS, budget: 30 * 1024 },
    // What a server loads that makes connections, examines them, comes to keys, and looks what became of lost calls: seldom,
    // and beside the client.
    Entry { name: "setup", feature: "setup", shrink: &[], budget: 86 * 1024 },
    // Loaded by tests and by whoever looks at calls; it knows the catalogue, since that says what is secret.
    Entry { name: "cassette", feature: "cassette", shrink: CALLS, budget: 62 * 1024 },
    // What a page or a server loads that computes who gets how much.
    Entry { name: "money", feature: "money", shrink: CALLS, budget: 116 * 1024 },
    // What a server or a worker loads that greets buyers: signature, decryption, one record.
    Entry { name: "thankyou", feature: "thankyou", shrink: CALLS, budget: 22 * 1024 },
    // What a page or a server loads that shows prices with discount codes.
    Entry { name: "vouchers", feature: "vouchers", shrink: CALLS, budget: 55 * 1024 },
    // What a program loads that checks its licence, and the server that signs receipts.
    Entry { name: "licenses", feature: "licenses", shrink: CALLS, budget: 59 * 1024 },
    // What the page at a door loads.
    Entry { name: "etickets", feature: "etickets", shrink: CALLS, budget: 74 * 1024 },
    // What a page or a server loads that reads and builds links, order forms and payment plans.
    Entry { name: "urls", feature: "urls", shrink: CALLS, budget: 72 * 1024 },
];

/// What is said to the compiler: loops instead of unrolled rounds, which are three times smaller, and what is hashed or
/// decrypted has only a few kilobytes. It is the same for all entries, so that they share what they stand on.
pub(crate) const LOOPS: &str = r#"--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact" --cfg aes_backend="soft" --cfg aes_backend_soft="compact""#;

/// Inlined copies compress worse than the calls they replace. Elsewhere they stay, for where exceptions are made in wasm,
/// calls are lines of the stack, and of those JavaScript keeps ten.
const CALLS: &[&str] = &[
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
];

impl Entry {
    /// The arguments of cargo that choose its feature.
    pub(crate) fn features(&self) -> [&'static str; 3] {
        ["--no-default-features", "--features", self.feature]
    }

    /// The wasm file as published.
    pub(crate) fn wasm(&self) -> PathBuf {
        folder().join(format!("{}_bg.wasm", self.name))
    }

    /// The JavaScript that wasm-bindgen writes around it.
    pub(crate) fn glue(&self) -> PathBuf {
        folder().join(format!("{}.js", self.name))
    }
}

/// Where the built files of the npm package go.
pub(crate) fn folder() -> PathBuf {
    paths::root().join("bindings-wasm/npm/pkg")
}
