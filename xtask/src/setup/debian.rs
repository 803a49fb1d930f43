//! Packages of Debian and its relatives.
use std::path::Path;

use super::say;
use crate::{
    Result,
    run::{Run, run},
};

/// Whether this is Debian or alike and we may install packages.
pub(super) fn may_install() -> Result<bool> {
    Ok(Path::new("/usr/bin/apt-get").exists() && run("id").arg("-u").text()? == "0")
}

/// Installs a package.
pub(super) fn install(package: &str) -> Result {
    say(package, "installing Debian's package");
    apt("update").arg("--quiet").quiet()?;
    apt("install").args(["--yes", "--quiet", "--no-install-recommends", package]).quiet()
}

fn apt(subcommand: &str) -> Run {
    run("apt-get").arg(subcommand).env("DEBIAN_FRONTEND", "noninteractive")
}
