//! What is shown and kept of calls: bodies without secrets, previews, cassettes.

mod cassettes;
mod previews;
mod redaction;

use digistore24::{Client, Settings};

/// The key of all calls here.
const KEY: &str = "123-ExampleKey";

/// The moment that the vectors are dated by: 2026-10-05T14:00:00Z.
const MOMENT: std::time::Duration = std::time::Duration::from_secs(1_791_208_800);

fn client(hide: Vec<String>) -> Client {
    Client::new(Settings { hide, ..Settings::from(KEY) }).unwrap()
}
