//! The checks of the npm package, in every runtime it is made for.
use std::path::PathBuf;

use crate::{Result, paths, run::run, setup};

/// The tests that need Node, one of them also a browser.
pub(super) fn node_tests() -> Result {
    let tests = paths::files(&paths::js(), ".test.mjs")?;
    run("node").args(["--test", "--test-reporter=spec"]).args(tests).env("CHROME_PATH", chromium_path()).show()
}

/// The shared suite in Node.
pub(super) fn node() -> Result {
    suite("node")
}

/// The shared suite in a page of a real browser.
pub(super) fn chromium() -> Result {
    suite("chromium")
}

/// The shared suite in the runtime of Cloudflare's workers.
pub(super) fn workerd() -> Result {
    suite("workerd")
}

/// The shared suite in Deno.
pub(super) fn deno() -> Result {
    suite("deno")
}

/// The shared suite in Bun.
pub(super) fn bun() -> Result {
    suite("bun")
}

/// The TypeScript types accept what is right and refuse what is wrong.
pub(super) fn types() -> Result {
    run(paths::npm_program("tsc")).args(["--project", "tests/js/types"]).show()
}

fn suite(runtime: &str) -> Result {
    run("node").args(["tests/js/runtimes/run.mjs", runtime]).env("CHROME_PATH", chromium_path()).show()
}

fn chromium_path() -> PathBuf {
    setup::chromium().unwrap_or_default()
}
