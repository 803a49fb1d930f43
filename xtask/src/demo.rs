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
