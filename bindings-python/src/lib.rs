//! The Python module `digistore24._native`: the client, answers, notifications and the sandbox as Python sees them.

mod aftermath;
mod answer;
mod budget;
mod call;
mod cassette;
mod client;
mod convert;
mod drive;
mod errors;
mod etickets;
mod functions;
mod http;
mod ipn;
mod ipn_access;
mod ipn_event;
mod ipn_reply;
mod ipn_setup;
mod keys;
mod licenses;
mod line;
mod list;
mod money;
mod money_columns;
mod money_many;
mod money_split;
mod pages;
mod plain;
mod preview;
mod record;
mod sandbox;
mod seeing;
mod settings;
mod show;
mod table;
mod urls;
mod vouchers;

use pyo3::prelude::*;

/// The compiled part of `digistore24`. Import from `digistore24` itself.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::aftermath::LostCall;
    #[pymodule_export]
    use super::answer::read;
    #[pymodule_export]
    use super::budget::Budget;
    #[pymodule_export]
    use super::call::{Call, Done, Send, Wait};
    #[pymodule_export]
    use super::cassette::Cassette;
    #[pymodule_export]
    use super::client::Client;
    #[pymodule_export]
    use super::etickets::etickets_module;
    #[pymodule_export]
    use super::functions::{functions, parameters};
    #[pymodule_export]
    use super::ipn::{event_kinds, read_unsigned, sign, signed_body, thankyou, verify, verify_all};
    #[pymodule_export]
    use super::ipn_access::{Access, ItemAccess};
    #[pymodule_export]
    use super::ipn_event::{Event, UnsignedEvent};
    #[pymodule_export]
    use super::ipn_reply::Reply;
    #[pymodule_export]
    use super::ipn_setup::{Finding, connect, doctor, domain_id};
    #[pymodule_export]
    use super::keys::keys_module;
    #[pymodule_export]
    use super::licenses::licenses_module;
    #[pymodule_export]
    use super::list::List;
    #[pymodule_export]
    use super::money::{forecast, infer_tariff, reconcile, refund, reserve, schedule, split};
    #[pymodule_export]
    use super::money_many::split_many;
    #[pymodule_export]
    use super::money_split::Split;
    #[pymodule_export]
    use super::pages::Pages;
    #[pymodule_export]
    use super::preview::{Preview, redact};
    #[pymodule_export]
    use super::record::Record;
    #[pymodule_export]
    use super::sandbox::Sandbox;
    #[pymodule_export]
    use super::seeing::Attempt;
    #[pymodule_export]
    use super::urls::urls_module;
    #[pymodule_export]
    use super::vouchers::vouchers_module;

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
