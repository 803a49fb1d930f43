//! The npm packages of `tests/js`: wasm-opt as a dependency, everything that only tests need as a development one.
use super::say;
use crate::{
    Result, paths, prerequisites,
    run::{Run, run},
    stamp::Stamp,
};

/// How much to install.
#[derive(Clone, Copy)]
pub(super) enum Packages {
    /// What building the wasm takes.
    Build,
    /// That, and what the tests take.
    All,
}

/// Installs the packages that the lock file names, and links our own so that its name can be imported.
pub(super) fn install(packages: Packages) -> Result {
    link()?;
    let lock = (paths::read(&paths::js().join("package.json"))?, paths::read(&paths::js().join("package-lock.json"))?);
    let stamp = |name: &str| Stamp::new(paths::js().join("node_modules").join(name), &lock);
    let (build, all) = (stamp(".installed-build"), stamp(".installed-all"));
    if all.is_fresh() || (matches!(packages, Packages::Build) && build.is_fresh()) {
        say("npm", "packages are there");
        return Ok(());
    }
    let (what, omit, done) = match packages {
        Packages::Build => ("installing wasm-opt", &["--omit=dev"][..], build),
        Packages::All => ("installing wasm-opt, the JavaScript runtimes and the type checkers", &[][..], all),
    };
    say("npm", what);
    npm(&["ci"]).args(omit).dir(paths::js()).quiet()?;
    done.set()
}

/// Makes `import "digistore24"` mean `bindings-wasm/npm` everywhere in the repository.
fn link() -> Result {
    if paths::root().join("node_modules/digistore24/package.json").exists() {
        return Ok(());
    }
    npm(&["install", "--no-save", "--no-package-lock", "./bindings-wasm/npm"]).quiet()
}

/// The packages carry their programs as files; none of their install scripts is needed.
fn npm(arguments: &[&str]) -> Run {
    run(prerequisites::npm()).args(arguments).args(["--ignore-scripts", "--no-audit", "--no-fund"])
}
