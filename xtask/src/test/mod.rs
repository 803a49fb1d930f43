//! Every check of every language, cheapest first, and how long each took.
mod js;
mod python;
mod rust;

use std::time::{Duration, Instant};

use crate::{
    Result, demo,
    setup::{self, Part},
};

/// Which part of the tests a step belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Area {
    Rust,
    Js,
    Python,
    /// Needs all three.
    Together,
}

/// One check: its area, its name, and what runs it.
type Step = (Area, &'static str, fn() -> Result);

const STEPS: &[Step] = &[
    (Area::Rust, "format", rust::format),
    (Area::Rust, "clippy", rust::clippy),
    (Area::Rust, "clippy for wasm", rust::clippy_wasm),
    (Area::Rust, "tests", rust::tests),
    (Area::Rust, "documentation", rust::documentation),
    (Area::Js, "wasm", crate::wasm::build),
    (Area::Js, "node tests", js::node_tests),
    (Area::Js, "node", js::node),
    (Area::Js, "chromium", js::chromium),
    (Area::Js, "workerd", js::workerd),
    (Area::Js, "deno", js::deno),
    (Area::Js, "bun", js::bun),
    (Area::Js, "tsc", js::types),
    (Area::Python, "wheel", crate::python::install),
    (Area::Python, "pytest", python::tests),
    (Area::Python, "pyright", python::pyright),
    (Area::Python, "mypy", python::mypy),
    (Area::Python, "stubtest", python::stubtest),
    (Area::Python, "openapi", python::openapi),
    (Area::Together, "demo", demo::stories),
];

/// `cargo xtask test [rust|js|python]`: the set-up and the steps; stops at the first that fails.
pub(crate) fn chore(arguments: &[String]) -> Result {
    let only = match arguments.first().map(String::as_str) {
        None => None,
        Some("rust") => Some(Area::Rust),
        Some("js") => Some(Area::Js),
        Some("python") => Some(Area::Python),
        Some(other) => return Err(format!("`{other}` is none of rust, js, python").into()),
    };
    let mut times = Vec::new();
    let result = run(only, &mut times);
    println!();
    for (name, time) in &times {
        println!("{name:<18} {:>7.1} s", time.as_secs_f64());
    }
    println!("{:<18} {:>7.1} s", "all", times.iter().map(|(_, time)| time.as_secs_f64()).sum::<f64>());
    result
}

fn run(only: Option<Area>, times: &mut Vec<(&'static str, Duration)>) -> Result {
    timed("set-up", times, || setup::parts(needed(only)))?;
    for &(area, name, step) in STEPS.iter().filter(|(area, ..)| only.is_none_or(|only| only == *area)) {
        let title = match area {
            Area::Rust => format!("Rust: {name}"),
            Area::Js => format!("JavaScript: {name}"),
            Area::Python => format!("Python: {name}"),
            Area::Together => name.to_owned(),
        };
        println!("\n--- {title} ---");
        timed(name, times, step).map_err(|error| format!("{title}: {error}"))?;
    }
    Ok(())
}

fn timed(name: &'static str, times: &mut Vec<(&'static str, Duration)>, step: impl FnOnce() -> Result) -> Result {
    let start = Instant::now();
    let result = step();
    times.push((name, start.elapsed()));
    result
}

fn needed(only: Option<Area>) -> &'static [Part] {
    match only {
        Some(Area::Rust) => &[Part::WasmTarget, Part::Lints],
        Some(Area::Js) => &[Part::WasmTarget, Part::NpmAll, Part::Chromium],
        // pyright comes from npm.
        Some(Area::Python) => &[Part::NpmAll, Part::PythonAll, Part::Php],
        Some(Area::Together) | None => setup::ALL,
    }
}
