//! Starting other programs, and saying plainly what went wrong with one.
use std::{
    env,
    ffi::OsStr,
    io::ErrorKind,
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use crate::{Result, paths};

/// A program about to run, in the root of the repository unless told otherwise.
pub(crate) struct Run(Command);

/// A run of `program`.
pub(crate) fn run(program: impl AsRef<OsStr>) -> Run {
    let mut command = Command::new(program);
    command.current_dir(paths::root()).stdin(Stdio::null());
    Run(command)
}

/// A run of the cargo that runs this program.
pub(crate) fn cargo(subcommand: &str) -> Run {
    run(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).arg(subcommand)
}

impl Run {
    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Run {
        self.0.arg(argument);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Run {
        self.0.args(arguments);
        self
    }

    /// Runs in `folder`.
    pub(crate) fn dir(mut self, folder: impl AsRef<Path>) -> Run {
        self.0.current_dir(folder);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Run {
        self.0.env(name, value);
        self
    }

    /// Unsets an environment variable.
    pub(crate) fn without(mut self, name: &str) -> Run {
        self.0.env_remove(name);
        self
    }

    /// Runs to the end and lets everything it says through.
    pub(crate) fn show(mut self) -> Result {
        let status = self.0.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(status).into()) }
    }

    /// Runs to the end and keeps what it says, unless it fails.
    pub(crate) fn quiet(self) -> Result {
        self.text().map(drop)
    }

    /// Runs to the end and answers what it printed.
    pub(crate) fn text(mut self) -> Result<String> {
        let output = self.0.output().map_err(|error| self.not_started(&error))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() {
            return Ok(text(&output.stdout));
        }
        let mut said = vec![self.failed(output.status), text(&output.stdout), text(&output.stderr)];
        said.retain(|part| !part.is_empty());
        Err(said.join("\n").into())
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        match error.kind() {
            ErrorKind::NotFound => format!("`{}` was not found", self.program()),
            _ => format!("`{}` could not be started: {error}", self.line()),
        }
    }

    fn failed(&self, status: ExitStatus) -> String {
        format!("`{}` failed ({status})", self.line())
    }

    fn program(&self) -> String {
        let program = Path::new(self.0.get_program());
        program.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The command as a person would type it, long arguments cut.
    fn line(&self) -> String {
        let arguments = self.0.get_args().map(|argument| argument.to_string_lossy().chars().take(200).collect());
        std::iter::once(self.program()).chain(arguments).collect::<Vec<String>>().join(" ")
    }
}
