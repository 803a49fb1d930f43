//! The same story in three languages, against the embedded sandbox: no key, no network. Then a look at it in a browser.
use std::env;

use crate::{
    Result, paths, python,
    run::{Run, cargo, run},
    setup::{self, Part},
    wasm,
};

/// `cargo xtask demo`: installs only what building takes, builds, tells the story, and shows it in a window where there is a
/// display. `--no-window` leaves that out.
pub(crate) fn chore(arguments: &[String]) -> Result {
    let is_known = |argument: &&String| *argument == "--no-window";
    if let Some(unknown) = arguments.iter().find(|argument| !is_known(argument)) {
        return Err(format!("`{unknown}` means nothing here; there is `--no-window`").into());
    }
    setup::parts(&[Part::WasmTarget, Part::NpmBuild, Part::PythonBuild])?;
    wasm::build()?;
    python::install()?;
    stories()?;
    if arguments.is_empty() && has_display() { window() } else { Ok(()) }
}

/// Whether a browser has somewhere to open.
fn has_display() -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Serves the account of the story until it is interrupted.
fn window() -> Result {
    cargo("run").args(["--quiet", "--locked", "--package", "examples", "--bin", "window"]).show()
}

/// Tells the story in each language, which has to come out the same to the letter.
pub(crate) fn stories() -> Result {
    let rust = tell("Rust", cargo("run").args(["--quiet", "--locked", "--package", "examples", "--bin", "demo"]))?;
    let node = tell("Node", run("node").arg("examples/demo.mjs"))?;
    let python = tell("Python", run(paths::venv_program("python")).arg("examples/demo.py"))?;
    match rust == node && rust == python {
        true => Ok(()),
        false => Err("the three stories are not the same".into()),
    }
}

fn tell(language: &str, story: Run) -> Result<String> {
    let told = story.text()?;
    println!("\n--- {language} ---\n{told}");
    Ok(told)
}
