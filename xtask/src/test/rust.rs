//! The checks of the Rust code.
use crate::{
    Result,
    run::{Run, cargo},
    setup::WASM_TARGET,
    wasm::ENTRIES,
};

/// All code is formatted.
pub(super) fn format() -> Result {
    cargo("fmt").args(["--all", "--check"]).show()
}

/// No lint fires, in the core with and without the descriptions of the catalogue.
pub(super) fn clippy() -> Result {
    strict(clippy_of("digistore24"))?;
    strict(clippy_of("digistore24").args(["--features", "docs"]))?;
    strict(cargo("clippy").args(["--workspace", "--exclude", "digistore24-wasm"]))
}

/// No lint fires in any entry of the npm package.
pub(super) fn clippy_wasm() -> Result {
    for entry in ENTRIES {
        strict(clippy_of("digistore24-wasm").args(["--target", WASM_TARGET]).args(entry.features()))?;
    }
    Ok(())
}

/// The tests of the workspace but for the bindings, which their own languages test. `CI` forbids mending stale faces.
pub(super) fn tests() -> Result {
    cargo("test").args(["--quiet", "--locked"]).env("CI", "1").show()
}

/// The documentation builds without a warning.
pub(super) fn documentation() -> Result {
    cargo("doc").args(["--quiet", "--locked", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings").show()
}

fn clippy_of(package: &str) -> Run {
    cargo("clippy").args(["--package", package])
}

fn strict(clippy: Run) -> Result {
    clippy.args(["--quiet", "--locked", "--all-targets", "--", "-D", "warnings"]).show()
}
