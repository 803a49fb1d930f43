//! A Chromium to run the npm package in a real page.
use std::{env, path::PathBuf};

use super::{debian, say};
use crate::Result;

const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// The browser on this machine; the variable `CHROME_PATH` names another one.
pub(crate) fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROME_PATH").map(PathBuf::from);
    named.into_iter().chain(PLACES.iter().map(PathBuf::from)).find(|path| path.exists())
}

/// Installs Debian's package when this is Debian or alike and we may; names the command otherwise.
pub(super) fn install() -> Result {
    if let Some(path) = find() {
        say("chromium", &format!("is there: {}", path.display()));
        return Ok(());
    }
    let advice = "install one (Debian: `sudo apt-get install --no-install-recommends chromium`, \
                  macOS: `brew install --cask google-chrome`) or name one in the variable CHROME_PATH";
    if !debian::may_install()? {
        return Err(format!("no Chromium or Chrome was found for the browser tests; {advice}").into());
    }
    debian::install("chromium").map_err(|error| format!("Chromium could not be installed: {error}\n{advice}").into())
}
