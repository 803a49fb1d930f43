//! The Python virtual environment with the packages of `tests/python/requirements*.txt`.
use super::say;
use crate::{Result, paths, prerequisites::python, run::run, stamp::Stamp};

/// How much to install.
#[derive(Clone, Copy)]
pub(super) enum Packages {
    /// What building the extension takes.
    Build,
    /// That, and what the tests take.
    All,
}

const BUILD: &str = "requirements-build.txt";
const ALL: &str = "requirements.txt";

/// Makes the environment and installs the packages.
pub(super) fn install(packages: Packages) -> Result {
    make()?;
    let folder = paths::root().join("tests/python");
    let pins = (paths::read(&folder.join(BUILD))?, paths::read(&folder.join(ALL))?);
    let stamp = |name: &str| Stamp::new(paths::venv().join(name), &pins);
    let (build, all) = (stamp(".installed-build"), stamp(".installed-all"));
    if all.is_fresh() || (matches!(packages, Packages::Build) && build.is_fresh()) {
        say("python", "packages are there");
        return Ok(());
    }
    let (what, file, done) = match packages {
        Packages::Build => ("installing maturin", BUILD, build),
        Packages::All => ("installing maturin, pytest and the type checkers", ALL, all),
    };
    say("python", what);
    run(paths::venv_program("python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(folder.join(file))
        .quiet()?;
    done.set()
}

fn make() -> Result {
    let version = run(python()).args(["-c", "import sys; print(sys.executable, sys.version)"]).text()?;
    let made = Stamp::new(paths::venv().join(".made-by"), version);
    if made.is_fresh() && paths::venv_program("python").exists() {
        return Ok(());
    }
    say("python", "making the virtual environment .setup/venv");
    run(python()).args(["-m", "venv", "--clear"]).arg(paths::venv()).quiet()?;
    made.set()
}
