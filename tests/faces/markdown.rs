//! `FUNCTIONS.md`: every function on a line.

use digistore24::catalogue;
use digistore24::sandbox::Sandbox;
use digistore24::wire::{Repeat, Spec};

use super::words::{access, summary};

const HEADER: &str = "\
# Functions

Every function that the SDK knows, by area, under the name that the service and the JavaScript method have. The Python
method is the same in snake case (`listPurchases` is `list_purchases`), the Rust type in Pascal case
(`catalogue::purchases::ListPurchases`).

Behind the name stands the kind of key that is needed: *read* for a read-only key, *write* for a key with full access,
*developer* for a developer key; *or developer* where a developer key is enough too. *Once* marks calls that must not be
sent twice, because they charge, refund, mail, create or use up something each time. *Shape* marks functions that the
sandbox answers along their shape alone, with values that mean nothing; all others it answers from its account.

Functions known by name only take any parameter, unchecked. Parameters and answers are in
[functions.d.ts](bindings-wasm/npm/functions.d.ts), [catalogue.json](catalogue.json) and [openapi.json](openapi.json).
This file is emitted from the catalogue by `cargo xtask faces`.
";

/// The whole file.
pub(crate) fn render() -> String {
    let areas = catalogue::areas();
    let links: Vec<String> = areas
        .iter()
        .map(|area| format!("[{}](#{})", area.title, area.title.to_lowercase().replace(' ', "-")))
        .collect();
    let mut out = format!("{HEADER}\n{}\n", links.join(" ·\n"));
    for area in areas {
        out.push_str(&format!("\n## {}\n\n", area.title));
        out.extend(area.functions.iter().map(|spec| line(spec)));
    }
    out
}

fn line(spec: &Spec) -> String {
    let developer = if spec.developer { " or developer" } else { "" };
    let once = if spec.repeat == Repeat::Once { ", once" } else { "" };
    let shape = if Sandbox::knows(spec.name) { "" } else { ", shape" };
    format!("- `{}` *({}{developer}{once}{shape})*: {}\n", spec.name, access(spec), summary(spec.doc))
}
