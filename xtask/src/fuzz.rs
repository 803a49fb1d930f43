//! The long run of the differential tests and of what is thrown at the readers, too long for every day.
use crate::{Result, run::cargo};

/// `cargo xtask fuzz [cases]`: arbitrary and nearly right JSON, read by our scanner and by serde_json; then arbitrary codes,
/// keys, tickets, lists and links, which nothing may panic on.
pub(crate) fn chore(arguments: &[String]) -> Result {
    let cases = arguments.first().map_or("1000000", String::as_str);
    // These try some hundreds on every day.
    let times = (cases.parse().unwrap_or(1_000_000_u64) / 10_000).max(1).to_string();
    let tests = || cargo("test").args(["--quiet", "--locked", "--release", "--package", "tests", "--test", "sdk"]);
    tests().args(["long_time", "--", "--ignored"]).env("FUZZ_CASES", cases).show()?;
    let subjects = ["voucher::", "license::", "eticket::", "urls::"];
    tests().arg("--").args(subjects).env("FUZZ_TIMES", times).show()
}
