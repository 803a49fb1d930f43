//! The Python module `digistore24._native`: the client, answers and the sandbox as Python sees them.

mod answer;
mod call;
mod client;
mod convert;
mod drive;
mod errors;
mod functions;
mod http;
mod list;
mod plain;
mod record;
mod sandbox;
mod settings;
mod show;

use pyo3::prelude::*;

/// The compiled part of `digistore24`. Import from `digistore24` itself.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::answer::read;
    #[pymodule_export]
    use super::call::{Call, Done, Send, Wait};
    #[pymodule_export]
    use super::client::Client;
    #[pymodule_export]
    use super::functions::{functions, parameters};
    #[pymodule_export]
    use super::list::List;
    #[pymodule_export]
    use super::record::Record;
    #[pymodule_export]
    use super::sandbox::Sandbox;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // Python itself has imported this module at its start; `collections.abc` would cost more than all the rest here.
        let classes = module.py().import("_collections_abc")?;
        classes.getattr("Mapping")?.call_method1("register", (module.py().get_type::<Record>(),))?;
        classes.getattr("Sequence")?.call_method1("register", (module.py().get_type::<List>(),))?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
