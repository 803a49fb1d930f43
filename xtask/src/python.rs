//! Building the Python extension as the wheel people install, and installing it into the virtual environment.
use std::fs;

use crate::{
    Result, paths,
    run::run,
    setup::{self, Part},
    stamp::Stamp,
};

/// `cargo xtask python`: installs what the build takes, builds and installs the wheel.
pub(crate) fn chore(_: &[String]) -> Result {
    setup::parts(&[Part::PythonBuild])?;
    install()
}

/// Builds the wheel, prints its size, and installs it unless it is the one installed.
pub(crate) fn install() -> Result {
    let wheels = paths::setup().join("wheels");
    if wheels.exists() {
        fs::remove_dir_all(&wheels).map_err(|error| format!("{} cannot be emptied: {error}", wheels.display()))?;
    }
    println!("python: building the wheel");
    run(paths::venv_program("python"))
        .args(["-m", "maturin", "build", "--quiet", "--release", "--locked"])
        .args(["--manifest-path", "bindings-python/Cargo.toml", "--out"])
        .arg(&wheels)
        .arg("--interpreter")
        .arg(paths::venv_program("python"))
        // The same code then makes the same wheel, to the byte.
        .env("SOURCE_DATE_EPOCH", "315532800")
        .quiet()?;
    let built = paths::files(&wheels, ".whl")?;
    let [wheel] = built.as_slice() else {
        return Err(format!("maturin wrote {} wheels into {}, not one", built.len(), wheels.display()).into());
    };
    let bytes = paths::read(wheel)?;
    println!("python: {} has {} bytes", wheel.file_name().unwrap_or_default().to_string_lossy(), bytes.len());

    let installed = Stamp::new(paths::venv().join(".installed-wheel"), bytes);
    if installed.is_fresh() {
        return Ok(());
    }
    println!("python: installing it into .setup/venv");
    run(paths::venv_program("python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"])
        .arg(wheel)
        .quiet()?;
    installed.set()
}
