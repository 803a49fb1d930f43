//! The same story in three languages, against the embedded sandbox: no key, no network.
use crate::{
    Result, paths, python,
    run::{Run, cargo, run},
    setup::{self, Part},
    wasm,
};

/// `cargo xtask demo`: installs only what building takes, builds, and tells the story.
pub(crate) fn chore(_: &[String]) -> Result {
    setup::parts(&[Part::WasmTarget, Part::NpmBuild, Part::PythonBuild])?;
    wasm::build()?;
    python::install()?;
    stories()
}

/// Tells the story in each language.
pub(crate) fn stories() -> Result {
    tell("Rust", cargo("run").args(["--quiet", "--locked", "--package", "examples", "--bin", "demo"]))?;
    tell("Node", run("node").arg("examples/demo.mjs"))?;
    tell("Python", run(paths::venv_program("python")).arg("examples/demo.py"))
}

fn tell(language: &str, story: Run) -> Result {
    println!("\n--- {language} ---");
    story.show()
}
