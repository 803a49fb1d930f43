//! The long run of the differential tests, too long for every day.
use crate::{Result, run::cargo};

/// `cargo xtask fuzz [cases]`: arbitrary and nearly right JSON, read by our scanner and by serde_json.
pub(crate) fn chore(arguments: &[String]) -> Result {
    let cases = arguments.first().map_or("1000000", String::as_str);
    cargo("test")
        .args([
            "--quiet",
            "--locked",
            "--release",
            "--package",
            "tests",
            "--test",
            "sdk",
            "long_time",
            "--",
            "--ignored",
        ])
        .env("FUZZ_CASES", cases)
        .show()
}
