//! Building the wasm of the npm package: compile, bind, shrink, and hold every entry to its size.
mod entry;
mod pack;
mod sizes;

pub(crate) use entry::ENTRIES;

use crate::{
    Result,
    setup::{self, Part},
};

/// `cargo xtask wasm`: installs what the build takes, and builds every entry, or the named ones.
pub(crate) fn chore(names: &[String]) -> Result {
    setup::parts(&[Part::WasmTarget, Part::NpmBuild])?;
    if names.is_empty() {
        return build();
    }
    for name in names {
        let found = ENTRIES.iter().find(|entry| entry.name == name);
        pack::pack(found.ok_or_else(|| format!("the npm package has no entry `{name}`"))?)?;
    }
    Ok(())
}

/// Builds every entry, prints the sizes and fails above a budget.
pub(crate) fn build() -> Result {
    for entry in ENTRIES {
        pack::pack(entry)?;
    }
    sizes::check()
}
