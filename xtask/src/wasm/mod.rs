//! Building the wasm of the npm package: compile, bind, shrink, and hold every entry to its size.
mod entry;
mod pack;
mod sizes;

pub(crate) use entry::ENTRIES;

use crate::{
    Result,
    setup::{self, Part},
};

/// `cargo xtask wasm`: installs what the build takes, and builds.
pub(crate) fn chore(_: &[String]) -> Result {
    setup::parts(&[Part::WasmTarget, Part::NpmBuild])?;
    build()
}

/// Builds every entry, prints the sizes and fails above a budget.
pub(crate) fn build() -> Result {
    for entry in ENTRIES {
        pack::pack(entry)?;
    }
    sizes::check()
}
