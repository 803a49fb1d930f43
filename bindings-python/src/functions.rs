//! The catalogue as Python methods: names in snake case, descriptions as docstrings.

use digistore24::catalogue;
use digistore24::wire::{Field, Repeat, Spec};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

use crate::convert::is_reserved;

/// Every function of the catalogue: its name, the name of its method, and the docstring.
#[pyfunction]
pub(crate) fn functions() -> Vec<(&'static str, String, String)> {
    catalogue::all().map(|spec| (spec.name, snake_case(spec.name), docstring(spec))).collect()
}

/// The keyword arguments that a function takes, each with whether it has to be there, and whether it takes others too.
#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn parameters(name: &str) -> PyResult<(Vec<(String, bool)>, bool)> {
    let spec = catalogue::find(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
    let mut keywords: Vec<_> = spec.arguments.fields.iter().map(|field| (keyword(field), field.required)).collect();
    let common = ["language", "operator"].into_iter().filter(|name| spec.arguments.field(name).is_none());
    keywords.extend(common.map(|name| (name.to_owned(), false)));
    Ok((keywords, spec.open))
}

/// `listPurchases` as `list_purchases`, `{productId}/legal-requirements` as `product_id_legal_requirements`.
fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        match letter {
            'A'..='Z' => {
                snake.push('_');
                snake.push(letter.to_ascii_lowercase());
            }
            'a'..='z' | '0'..='9' => snake.push(letter),
            _ if !snake.is_empty() && !snake.ends_with('_') => snake.push('_'),
            _ => {}
        }
    }
    snake
}

fn docstring(spec: &Spec) -> String {
    let mut text = unindented(spec.doc);
    let key = spec.needs();
    text.push_str(&format!("\n\n`{}` of the service. It takes {key}.", spec.name));
    if spec.repeat == Repeat::Once {
        text.push_str(" Do not repeat it blindly: it may take effect twice.");
    }
    let mut fields = spec.arguments.fields.iter().peekable();
    if fields.peek().is_some() {
        text.push_str("\n\nParameters:");
    }
    for field in fields {
        text.push_str(&format!("\n    {}: {}", keyword(field), unindented(field.doc).replace('\n', "\n        ")));
        if field.required {
            text.push_str(" Required.");
        }
        if let Some(default) = field.limits.default {
            text.push_str(&format!(" Default: `{default}`."));
        }
    }
    if spec.open {
        text.push_str("\n\nOther parameters are passed on unchecked.");
    }
    text
}

fn keyword(field: &Field) -> String {
    if is_reserved(field.name) { format!("{}_", field.name) } else { field.name.to_owned() }
}

fn unindented(doc: &str) -> String {
    doc.trim().lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}
