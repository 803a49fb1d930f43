//! The checked-in files that are emitted from the catalogue: each has to say what the table says.

mod catalogue;
mod json;
mod markdown;
mod openapi;
mod python;
mod sound;
mod types;
mod typescript;
mod words;

use std::path::Path;
use std::{env, fs};

/// Fails, and outside CI mends the file, when a checked-in file is not what the catalogue says.
fn up_to_date(path: &str, want: &str) {
    let file = crate::root().join(path);
    if fs::read_to_string(&file).is_ok_and(|have| have == want) {
        return;
    }
    if env::var_os("CI").is_some() {
        panic!("{path} is not what the catalogue says; run `cargo xtask faces` and commit it");
    }
    fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).unwrap();
    fs::write(&file, want).unwrap();
    panic!("{path} was not what the catalogue says and has been rewritten; run again and commit it");
}

#[test]
fn functions_d_ts_says_what_the_catalogue_says() {
    up_to_date("bindings-wasm/npm/functions.d.ts", &typescript::render());
}

#[test]
fn ipn_event_d_ts_says_what_the_core_says() {
    up_to_date("bindings-wasm/npm/ipn-event.d.ts", &typescript::notifications());
}

#[test]
fn ipn_parts_d_ts_says_what_the_core_says() {
    up_to_date("bindings-wasm/npm/ipn-parts.d.ts", &typescript::parts());
}

#[test]
fn thankyou_fields_d_ts_says_what_the_core_says() {
    up_to_date("bindings-wasm/npm/thankyou-fields.d.ts", &typescript::thankyou());
}

#[test]
fn functions_pyi_says_what_the_catalogue_says() {
    up_to_date("bindings-python/python/digistore24/_functions.pyi", &python::render());
}

#[test]
fn events_pyi_says_what_the_core_says() {
    up_to_date("bindings-python/python/digistore24/ipn/_events.pyi", &python::events());
}

#[test]
fn catalogue_json_says_what_the_catalogue_says() {
    up_to_date("catalogue.json", &catalogue::render());
}

#[test]
fn functions_md_says_what_the_catalogue_says() {
    up_to_date("FUNCTIONS.md", &markdown::render());
}

#[test]
fn openapi_json_says_what_the_catalogue_says() {
    up_to_date("openapi.json", &openapi::render());
}
