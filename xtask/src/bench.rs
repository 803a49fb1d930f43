//! What reading and encoding cost, in each language beside what it would use without us.
use crate::{
    Result, paths, python,
    run::{cargo, run},
    setup::{self, Part},
    wasm,
};

/// `cargo xtask bench`: builds everything for speed and prints each language's table.
pub(crate) fn chore(_: &[String]) -> Result {
    setup::parts(&[Part::WasmTarget, Part::NpmBuild, Part::PythonAll])?;
    wasm::build()?;
    python::install()?;
    cargo("run").args(["--quiet", "--locked", "--release", "--package", "examples", "--bin", "bench"]).show()?;
    run("node").args(["--expose-gc", "tests/js/bench.mjs"]).show()?;
    run("node").arg("tests/js/bench-ipn.mjs").show()?;
    run("node").arg("tests/js/bench-money.mjs").show()?;
    run(paths::venv_program("python")).arg("tests/python/bench.py").show()?;
    run(paths::venv_program("python")).arg("tests/python/bench_ipn.py").show()?;
    run(paths::venv_program("python")).arg("tests/python/bench_money.py").show()?;
    run(paths::venv_program("python")).arg("tests/python/bench_calls.py").show()
}
