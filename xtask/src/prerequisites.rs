//! What has to be on the machine before this repository can help itself: Python and Node beside the Rust toolchain.
use std::env;

use crate::{Result, run::run};

/// Fails with everything that is missing and how to install it.
pub(crate) fn check() -> Result {
    let missing: Vec<String> = [python_is_usable(), node_is_usable(), npm_is_there()].into_iter().flatten().collect();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\nerror: ").into()) }
}

/// The Python to make the virtual environment with; the variable `PYTHON` names another one.
pub(crate) fn python() -> String {
    env::var("PYTHON").unwrap_or_else(|_| if cfg!(windows) { "python" } else { "python3" }.to_owned())
}

/// The npm command.
pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn python_is_usable() -> Option<String> {
    let advice = "install it (Debian: `apt-get install python3 python3-venv`, macOS: `brew install python`) \
                  or name one in the variable PYTHON";
    match run(python()).args(["-c", "import platform; print(platform.python_version())"]).text() {
        Ok(version) if numbers(&version) < vec![3, 10] => {
            Some(format!("Python 3.10 or later is needed, but `{}` is {version}; {advice}", python()))
        }
        Ok(_) => {
            let venv = run(python()).args(["-c", "import venv, ensurepip"]).quiet();
            venv.err().map(|_| format!("`{}` cannot make virtual environments; {advice}", python()))
        }
        Err(error) => Some(format!("Python 3.10 or later is needed, but {error}; {advice}")),
    }
}

fn node_is_usable() -> Option<String> {
    let advice = "install it (Debian: `apt-get install nodejs npm`, macOS: `brew install node`, or https://nodejs.org)";
    match run("node").arg("--version").text() {
        Ok(version) if numbers(&version) >= vec![20] => None,
        Ok(version) => Some(format!("Node 20 or later is needed, but `node` is {version}; {advice}")),
        Err(error) => Some(format!("Node 20 or later is needed, but {error}; {advice}")),
    }
}

fn npm_is_there() -> Option<String> {
    let advice = "it comes with Node (Debian: `apt-get install npm`)";
    run(npm()).arg("--version").quiet().err().map(|error| format!("npm is needed, but {error}; {advice}"))
}

/// The whole numbers in a version text, in order.
fn numbers(version: &str) -> Vec<u32> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("v20.20.2") >= vec![20]);
        assert!(numbers("v18.19.0") < vec![20]);
        assert!(numbers("3.9.2") < vec![3, 10]);
        assert!(numbers("3.11.7") >= vec![3, 10]);
    }
}
