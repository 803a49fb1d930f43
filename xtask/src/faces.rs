//! Rewriting the files that are emitted from the catalogue.
use crate::{
    Result,
    run::{Run, cargo},
};

/// `cargo xtask faces`: the check of the faces mends what it finds stale, and fails; so it runs twice.
pub(crate) fn chore(_: &[String]) -> Result {
    if check().quiet().is_ok() {
        println!("faces: all were up to date");
        return Ok(());
    }
    check().show()?;
    println!("faces: rewritten; look at them with `git diff`");
    Ok(())
}

fn check() -> Run {
    cargo("test").args(["--quiet", "--package", "tests", "--test", "sdk", "faces"]).without("CI")
}
