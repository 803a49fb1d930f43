//! The entries of the npm package. Each has a wasm of its own, so that nobody ships what they do not import.
use std::path::PathBuf;

use crate::paths;

/// One entry of the npm package.
pub(crate) struct Entry {
    /// What its files in `pkg` are called.
    pub(crate) name: &'static str,
    /// The arguments that choose its features of `digistore24-wasm`.
    pub(crate) features: &'static [&'static str],
    /// What is said to the compiler beside that.
    pub(crate) flags: &'static str,
    /// What is said to wasm-opt beside the usual.
    pub(crate) shrink: &'static [&'static str],
    /// The most that its wasm and its glue may weigh together, in bytes after brotli.
    pub(crate) budget: u64,
}

pub(crate) const ENTRIES: &[Entry] = &[
    // What a page or a worker loads before its first call: the whole catalogue, encoder and reader.
    Entry {
        name: "digistore24",
        features: &[],
        // It signs nothing but the test that `doctor` sends.
        flags: r#"--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact""#,
        // What is called in one place only and is not small compresses better where it stands.
        shrink: &["--one-caller-inline-max-function-size=25"],
        budget: 90 * 1024,
    },
    // Loaded by tests and development servers only, where a little more does not hurt.
    Entry {
        name: "sandbox",
        features: &["--no-default-features", "--features", "sandbox"],
        flags: "",
        shrink: &[],
        budget: 140 * 1024,
    },
    // What an edge function that only receives loads: signature, event, reply, access.
    Entry {
        name: "ipn",
        features: &["--no-default-features", "--features", "ipn"],
        flags: LOOPS,
        shrink: CALLS,
        budget: 30 * 1024,
    },
    // What a page or a server loads that computes who gets how much.
    Entry {
        name: "money",
        features: &["--no-default-features", "--features", "money"],
        flags: "",
        shrink: CALLS,
        budget: 116 * 1024,
    },
    // What a server or a worker loads that greets buyers: signature, decryption, one record.
    Entry {
        name: "thankyou",
        features: &["--no-default-features", "--features", "thankyou"],
        flags: LOOPS,
        shrink: CALLS,
        budget: 22 * 1024,
    },
];

/// Loops instead of unrolled rounds: three times smaller, and what is hashed or decrypted has only a few kilobytes.
const LOOPS: &str = r#"--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact" --cfg aes_backend="soft" --cfg aes_backend_soft="compact""#;

/// Inlined copies compress worse than the calls they replace. Elsewhere they stay, for where exceptions are made in wasm,
/// calls are lines of the stack, and of those JavaScript keeps ten.
const CALLS: &[&str] = &[
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
];

impl Entry {
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
