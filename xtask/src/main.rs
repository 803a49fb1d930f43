//! The chores of this repository, as `cargo xtask <command>`; without a command it lists them.

mod bench;
mod demo;
mod faces;
mod fuzz;
mod paths;
mod prerequisites;
mod python;
mod run;
mod setup;
mod stamp;
mod test;
mod wasm;

use std::{env, process::ExitCode};

/// What every chore answers: nothing, or a sentence saying what is wrong and what to do about it.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// A chore as the command line knows it.
struct Chore {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "demo",
        about: "tells a launch day in Rust, Node and Python, and shows it in a browser; `--no-window` leaves that out",
        run: demo::chore,
    },
    Chore { name: "test", about: "runs every test; or only those of `rust`, `js` or `python`", run: test::chore },
    Chore { name: "setup", about: "installs everything the tests need", run: setup::chore },
    Chore {
        name: "wasm",
        about: "builds the npm package's wasm and checks its size; or only the entries that are named",
        run: wasm::chore,
    },
    Chore { name: "python", about: "builds the Python extension and installs it into .setup/venv", run: python::chore },
    Chore { name: "faces", about: "rewrites the files that are emitted from the catalogue", run: faces::chore },
    Chore {
        name: "fuzz",
        about: "throws arbitrary texts and bytes at everything that reads, for minutes",
        run: fuzz::chore,
    },
    Chore { name: "bench", about: "measures reading and encoding in the three languages", run: bench::chore },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        list();
        return ExitCode::SUCCESS;
    };
    let Some(chore) = CHORES.iter().find(|chore| chore.name == name) else {
        eprintln!("error: there is no command `{name}`\n");
        list();
        return ExitCode::FAILURE;
    };
    match (chore.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    for chore in CHORES {
        println!("cargo xtask {:<8} {}", chore.name, chore.about);
    }
}
