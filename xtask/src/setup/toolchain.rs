//! What the Rust toolchain itself has to bring: a target, and the tools that look at code.
use std::path::Path;

use super::say;
use crate::{
    Result,
    run::{cargo, run},
};

/// The target of the npm package.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target's standard library, unless rustc finds it already, whoever installed it.
pub(super) fn install_target() -> Result {
    let library = run("rustc").args(["--print", "target-libdir", "--target", TARGET]).text()?;
    if Path::new(&library).exists() {
        say("wasm target", "is there");
        return Ok(());
    }
    say("wasm target", "adding it with rustup");
    add("target", TARGET)
}

/// Adds the sources of Rust's library, from which the wasm is built.
pub(super) fn install_sources() -> Result {
    let sysroot = run("rustc").args(["--print", "sysroot"]).text()?;
    if Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").exists() {
        say("rust-src", "is there");
        return Ok(());
    }
    say("rust-src", "adding it with rustup");
    add("component", "rust-src")
}

/// Adds rustfmt and clippy, which small installations of Rust lack.
pub(super) fn install_lints() -> Result {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if cargo(subcommand).arg("--version").quiet().is_err() {
            say(component, "adding it with rustup");
            add("component", component)?;
        }
    }
    Ok(())
}

fn add(what: &str, name: &str) -> Result {
    run("rustup").args([what, "add", name]).quiet().map_err(|error| {
        format!(
            "the Rust {what} {name} is missing and could not be added: {error}\n\
             install it with `rustup {what} add {name}` (https://rustup.rs)"
        )
        .into()
    })
}
