//! From Rust to what npm ships: cargo, then wasm-bindgen, then wasm-opt.
use std::{env, fs, path::Path};

use wasm_bindgen_cli_support::Bindgen;

use super::entry::{Entry, LOOPS, folder};
use crate::{
    Result, paths,
    run::{cargo, run},
    setup::WASM_TARGET,
    stamp::Stamp,
};

/// Every feature is named: with `--all-features` wasm-opt writes an encoding that Node 20 cannot read.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Rust's own library comes built for speed. Built here, from the sources that belong to the compiler, it is as small as
/// what stands on it, which makes every entry about a sixth lighter. Cargo does not call this stable yet: should a
/// compiler refuse it, leave both constants out and the same package comes out heavier.
const OWN_STD: &[&str] = &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// What must never happen stops the program on the spot. There is no console to write to.
const ABORT: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// Builds one entry into the npm package, unless cargo's output is the one already packed.
pub(super) fn pack(entry: &Entry) -> Result {
    println!("wasm: compiling {}", entry.name);
    // All entries write the same file name, and cargo puts the right one there again without compiling anything twice.
    let target = paths::target().join("npm");
    cargo("build")
        .args(["--quiet", "--locked", "--package", "digistore24-wasm", "--profile", "wasm", "--target", WASM_TARGET])
        .args(entry.features())
        .args(OWN_STD)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", format!("{} {ABORT} {}", env::var("RUSTFLAGS").unwrap_or_default(), LOOPS).trim())
        .arg("--target-dir")
        .arg(&target)
        .show()?;
    let compiled = target.join(WASM_TARGET).join("wasm/digistore24_wasm.wasm");

    let made_from =
        (paths::read(&compiled)?, WASM_OPT, entry.shrink, paths::read(&paths::js().join("package-lock.json"))?);
    let stamp = Stamp::new(target.join(format!("{}.packed", entry.name)), made_from);
    if stamp.is_fresh() && entry.wasm().exists() && entry.glue().exists() {
        return Ok(());
    }
    println!("wasm: binding and shrinking {}", entry.name);
    bind(entry, &compiled)?;
    shrink(entry)?;
    stamp.set()
}

fn bind(entry: &Entry, compiled: &Path) -> Result {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(entry.name).typescript(false);
    let written = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder()));
    written.map_err(|error| format!("wasm-bindgen could not bind {}: {error:#}", entry.name).into())
}

fn shrink(entry: &Entry) -> Result {
    let wasm = entry.wasm();
    let small = wasm.with_extension("small");
    run(paths::npm_program("wasm-opt"))
        .args(WASM_OPT)
        .args(entry.shrink)
        .arg(&wasm)
        .arg("--output")
        .arg(&small)
        .quiet()?;
    fs::rename(&small, &wasm).map_err(|error| format!("{} cannot be replaced: {error}", wasm.display()).into())
}
