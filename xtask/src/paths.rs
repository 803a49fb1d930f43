//! Where things are in this repository.
use std::{env, fs, path::Path, path::PathBuf};

use crate::Result;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The folder for what the set-up installs; not under version control.
pub(crate) fn setup() -> PathBuf {
    root().join(".setup")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder whose manifest names the npm packages.
pub(crate) fn js() -> PathBuf {
    root().join("tests/js")
}

/// A program out of the npm packages.
pub(crate) fn npm_program(name: &str) -> PathBuf {
    js().join("node_modules/.bin").join(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() })
}

/// The folder of the Python virtual environment.
pub(crate) fn venv() -> PathBuf {
    setup().join("venv")
}

/// A program of the virtual environment, `python` first of all.
pub(crate) fn venv_program(name: &str) -> PathBuf {
    venv().join(if cfg!(windows) { format!("Scripts/{name}.exe") } else { format!("bin/{name}") })
}

/// The files in `folder` whose name ends in `ending`, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    found.retain(|path| path.to_string_lossy().ends_with(ending));
    found.sort();
    Ok(found)
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}
