//! The checks of the Python package.
use crate::{
    Result, paths,
    run::{Run, run},
};

/// Files that only have to type-check: what they do wrong on purpose must be refused.
const TYPES: &str = "tests/python/types";

/// The tests.
pub(super) fn tests() -> Result {
    python("pytest").args(["--quiet", "-o", "cache_dir=.setup/pytest", "tests/python"]).show()
}

/// pyright in its strict mode.
pub(super) fn pyright() -> Result {
    let interpreter = paths::venv_program("python");
    run(paths::npm_program("pyright")).args(["--project", TYPES, "--pythonpath"]).arg(interpreter).show()
}

/// mypy in its strict mode.
pub(super) fn mypy() -> Result {
    python("mypy").args(["--strict", TYPES]).show()
}

/// The stubs say what the installed module is.
pub(super) fn stubtest() -> Result {
    python("mypy.stubtest").arg("digistore24").show()
}

/// The catalogue as OpenAPI document is valid.
pub(super) fn openapi() -> Result {
    python("openapi_spec_validator").arg("openapi.json").show()
}

fn python(module: &str) -> Run {
    run(paths::venv_program("python")).args(["-m", module]).env("MYPY_CACHE_DIR", paths::setup().join("mypy"))
}
