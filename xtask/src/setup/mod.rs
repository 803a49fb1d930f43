//! Installing what building and testing need, each part only when it is not there yet.
mod chromium;
mod debian;
mod npm;
mod php;
mod toolchain;
mod venv;

pub(crate) use chromium::find as chromium;
pub(crate) use toolchain::TARGET as WASM_TARGET;

use crate::{Result, prerequisites};

/// Something the set-up can install.
pub(crate) enum Part {
    /// The standard library for wasm32-unknown-unknown, and its sources.
    WasmTarget,
    /// rustfmt and clippy.
    Lints,
    /// The npm package that makes wasm small.
    NpmBuild,
    /// All npm packages: runtimes, type checkers, the browser's driver.
    NpmAll,
    /// A virtual environment with what builds the Python extension.
    PythonBuild,
    /// The same with what tests it.
    PythonAll,
    /// A Chromium.
    Chromium,
    /// A PHP.
    Php,
}

/// Everything that the tests of all languages take.
pub(crate) const ALL: &[Part] =
    &[Part::WasmTarget, Part::Lints, Part::NpmAll, Part::PythonAll, Part::Chromium, Part::Php];

/// `cargo xtask setup`: all parts.
pub(crate) fn chore(_: &[String]) -> Result {
    parts(ALL)
}

/// Installs these parts.
pub(crate) fn parts(parts: &[Part]) -> Result {
    prerequisites::check()?;
    for part in parts {
        match part {
            Part::WasmTarget => {
                toolchain::install_target()?;
                toolchain::install_sources()?;
            }
            Part::Lints => toolchain::install_lints()?,
            Part::NpmBuild => npm::install(npm::Packages::Build)?,
            Part::NpmAll => npm::install(npm::Packages::All)?,
            Part::PythonBuild => venv::install(venv::Packages::Build)?,
            Part::PythonAll => venv::install(venv::Packages::All)?,
            Part::Chromium => chromium::install()?,
            Part::Php => php::install()?,
        }
    }
    Ok(())
}

/// Says in one line what became of a part.
fn say(part: &str, what: &str) {
    println!("setup: {part:<12} {what}");
}
