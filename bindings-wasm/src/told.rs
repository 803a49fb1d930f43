//! What is told to JavaScript about a body: JSON, since nothing that is handed over piece by piece is read as quickly.

use digistore24::ipn::Rejected;
use digistore24::wire::json::push_text;

/// What bytes of a form say.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Why it proves nothing.
pub(crate) fn refused(rejected: &Rejected) -> String {
    told(&[("reason", rejected.reason()), ("message", &rejected.message())], "")
}

/// A JSON object of texts by name, and of one more field that is JSON already, if there is one.
pub(crate) fn told(texts: &[(&str, &str)], field: &str) -> String {
    let mut json = String::with_capacity(field.len() + 200);
    let mut mark = "{";
    for (name, text) in texts {
        json.push_str(mark);
        push_text(name, &mut json);
        json.push(':');
        push_text(text, &mut json);
        mark = ",";
    }
    if !field.is_empty() {
        json.push_str(mark);
        json.push_str(field);
    }
    json.push('}');
    json
}
