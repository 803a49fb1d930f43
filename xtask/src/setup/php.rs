//! A PHP to call the sandbox as the programs of most vendors do.
use super::{debian, say};
use crate::{Result, run::run};

/// Installs Debian's package when this is Debian or alike and we may. Nothing fails without one: another client, in
/// Python's standard library, makes the same calls.
pub(super) fn install() -> Result {
    if let Ok(version) = run("php").args(["-r", "echo PHP_VERSION;"]).text() {
        say("php", &format!("is there: {version}"));
        return Ok(());
    }
    let done = if debian::may_install()? { debian::install("php-cli") } else { Err("it takes root on Debian".into()) };
    if let Err(error) = done {
        say("php", &format!("is not there, so the tests that need it are skipped: {error}"));
        say(
            "php",
            "install it (Debian: `sudo apt-get install --no-install-recommends php-cli`, macOS: `brew install php`)",
        );
    }
    Ok(())
}
