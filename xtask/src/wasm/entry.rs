//! The entries of the npm package. Each has a wasm of its own, so that nobody ships what they do not import.
use std::path::PathBuf;

use crate::paths;

/// One entry of the npm package.
pub(crate) struct Entry {
    /// What its files in `pkg` are called.
    pub(crate) name: &'static str,
    /// The arguments that choose its features of `digistore24-wasm`.
    pub(crate) features: &'static [&'static str],
    /// The most that its wasm and its glue may weigh together, in bytes after brotli.
    pub(crate) budget: u64,
}

pub(crate) const ENTRIES: &[Entry] = &[
    // What a page or a worker loads before its first call: the whole catalogue, encoder and reader.
    Entry { name: "digistore24", features: &[], budget: 90 * 1024 },
    // Loaded by tests and development servers only, where a little more does not hurt.
    Entry { name: "sandbox", features: &["--no-default-features", "--features", "sandbox"], budget: 140 * 1024 },
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
