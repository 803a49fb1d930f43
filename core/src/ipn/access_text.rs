//! The same as [`Access`](super::Access) from text to text, for hosts that keep its lines themselves.

use super::access::Rules;
use super::fact::*;
use super::judge::{Judged, judge, know};
use super::notice::push_item;
use crate::wire::form;
use crate::wire::json;

/// First line of the text form.
pub(super) const HEADER: &str = "digistore24-access 1";

/// The line that a message adds to the text of an [`Access`](super::Access); nothing when it does not bear on access.
///
/// The message comes as a form of its fields. If those of one of its `items` are among them, with names such as
/// `item.order_item_id`, the line is about that one.
pub fn access_line(message: &[u8]) -> String {
    let mut line = String::new();
    push_item(&form::pairs(message), &mut line);
    line
}

/// The text that [`Access::to_text`](super::Access::to_text) writes after reading this one.
///
/// # Errors
/// `line`, the number of the first line that is no such text, and what is wrong with it.
pub fn access_text(text: &str) -> Result<String, String> {
    let (mut rest, mut number, mut lines) = (text, 0, String::new());
    while !rest.is_empty() {
        number += 1;
        let line = cut(&mut rest, b'\n');
        let line = line.strip_suffix('\r').unwrap_or(line);
        let expected = match number {
            1 if line != HEADER => "`digistore24-access 1`",
            2.. if !line.is_empty() => push_canonical(line, &mut lines),
            _ => "",
        };
        if !expected.is_empty() {
            let mut problem = String::from("line ");
            json::push_integer(number, &mut problem);
            problem.push_str(": expected ");
            problem.push_str(expected);
            problem.push_str("; hand over the whole text, as `Access` wrote it");
            return Err(problem);
        }
    }
    let (mut rest, mut sorted) = (lines.as_str(), Vec::new());
    while !rest.is_empty() {
        sorted.push(cut(&mut rest, b'\n'));
    }
    sorted.sort_unstable();
    let (mut text, mut last) = (String::from(HEADER), "");
    for line in &sorted {
        if *line != last {
            text.push('\n');
            text.push_str(line);
        }
        last = line;
    }
    Ok(text)
}

/// Adds a line as it is kept. If it is none, tells what was expected.
fn push_canonical(mut line: &str, out: &mut String) -> &'static str {
    match push_line(&parts(&mut line), true, out) {
        _ if !line.is_empty() => "at most twelve parts",
        None => "",
        Some(MODE) => "`live` or `test` in second place",
        Some(CHANGE) => "an event that bears on access in third place",
        Some(NUMBER) => "a whole number in seventh place",
        Some(FULL) => "`full` or nothing in tenth place",
        Some(_) => "times in eighth, ninth and twelfth place, and no calendar has this one",
    }
}

/// The state of every item by such a text, at a moment in seconds since 1970, as JSON: a list of objects with the fields
/// of [`ItemAccess`](super::ItemAccess) and its sentence as `text`.
pub fn access_json(text: &str, now: i64, rules: Rules) -> String {
    let (mut rest, mut facts, mut out) = (text, Vec::new(), String::from("["));
    cut(&mut rest, b'\n');
    while !rest.is_empty() {
        know(cut(&mut rest, b'\n'), &mut facts);
    }
    for item in &judge(&mut facts, now, rules) {
        if out.len() > 1 {
            out.push(',');
        }
        item.push_json(&mut out);
    }
    out.push(']');
    out
}

impl Judged<'_> {
    /// `Q7M2XWPA, item 501, product 42: active since 2026-08-01, until 2026-09-01: it is paid`
    pub(super) fn sentence(&self) -> String {
        const LABELS: [&str; 7] = ["", ", item ", ", product ", "", ": ", " since ", ", until "];
        let mut sentence = String::new();
        for (label, text) in LABELS.iter().zip(&self.texts) {
            if !text.is_empty() {
                sentence.push_str(label);
                sentence.push_str(text);
            }
        }
        sentence.push_str(": ");
        sentence.push_str(self.why.sentence());
        sentence
    }

    /// Adds all of it as a JSON object.
    fn push_json(&self, out: &mut String) {
        const NAMES: [&str; 7] = [
            "{\"order_id\":",
            ",\"order_item_id\":",
            ",\"product_id\":",
            ",\"is_test\":",
            ",\"state\":",
            ",\"since\":",
            ",\"until\":",
        ];
        for (place, (name, text)) in NAMES.iter().zip(&self.texts).enumerate() {
            out.push_str(name);
            match (place, *text) {
                (3, "") => out.push_str("false"),
                (3, _) => out.push_str("true"),
                (1.., "") => out.push_str("null"),
                (_, text) => json::push_text(&unescaped(text), out),
            }
        }
        out.push_str(",\"why\":");
        json::push_text(self.why.as_str(), out);
        out.push_str(",\"text\":");
        json::push_text(&unescaped(&self.sentence()), out);
        out.push('}');
    }
}
