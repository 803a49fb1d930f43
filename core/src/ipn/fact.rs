//! A fact that bears on access, as a line of text: twelve parts with bars between them.

use super::notice::Change;
use crate::wire::json::push_integer;
use crate::{Time, Zone};

/// The parts of a line, each empty where it is absent.
pub(super) type Parts<'a> = [&'a str; 12];

pub(super) const ORDER: usize = 0;
/// `live` or `test`. With it after the order, sorted lines keep an order together.
pub(super) const MODE: usize = 1;
pub(super) const CHANGE: usize = 2;
pub(super) const ITEM: usize = 3;
pub(super) const PRODUCT: usize = 4;
pub(super) const TRANSACTION: usize = 5;
pub(super) const NUMBER: usize = 6;
pub(super) const AT: usize = 7;
pub(super) const NEXT: usize = 8;
/// `full` when nothing remains to be paid.
pub(super) const FULL: usize = 9;
pub(super) const REPLACED: usize = 10;
pub(super) const DELIVERY: usize = 11;

/// Takes a line apart. What comes after the last part stays in the line.
pub(super) fn parts<'a>(line: &mut &'a str) -> Parts<'a> {
    let mut parts = [""; 12];
    for part in &mut parts {
        *part = cut(line, b'|');
    }
    parts
}

/// Takes off what stands before the mark, and the mark.
pub(super) fn cut<'a>(rest: &mut &'a str, mark: u8) -> &'a str {
    let whole = *rest;
    let end = whole.bytes().position(|byte| byte == mark).unwrap_or(whole.len());
    *rest = whole.get(end + 1..).unwrap_or_default();
    whole.get(..end).unwrap_or_default()
}

/// Adds the line of these parts, each in its one form and without what has no meaning for the change, so that repeats say
/// the same. Answers the place of the first part that it could not read; it leaves out numbers and times that are none.
pub(super) fn push_line(parts: &Parts<'_>, are_escaped: bool, out: &mut String) -> Option<usize> {
    let is_payment = parts[CHANGE] == Change::Payment.as_str();
    // An order that is said to replace itself replaces nothing.
    let replaces = is_payment && !parts[REPLACED].is_empty() && parts[REPLACED] != parts[ORDER];
    let mut wrong = None;
    for (place, &part) in parts.iter().enumerate() {
        let before = out.len();
        let is_right = match place {
            NUMBER | AT | NEXT | DELIVERY if part.is_empty() => true,
            NUMBER => part.parse().map(|number| push_integer(number, out)).is_ok(),
            AT | NEXT | DELIVERY => Time::read(part, Zone::Berlin).map(|time| time.push_to(out)).is_some(),
            _ => {
                push_text(part, are_escaped, true, out);
                match place {
                    MODE => matches!(part, "live" | "test"),
                    CHANGE => Change::named(part).is_some(),
                    FULL => matches!(part, "full" | ""),
                    _ => true,
                }
            }
        };
        if !is_right && wrong.is_none() {
            wrong = Some(place);
        }
        let has_meaning = match place {
            NEXT | FULL => is_payment,
            REPLACED | DELIVERY => replaces,
            _ => true,
        };
        if !has_meaning {
            out.truncate(before);
        }
        out.push('|');
    }
    while out.ends_with('|') {
        out.pop();
    }
    out.push('\n');
    wrong
}

/// What cannot stand in a part as it is.
const ESCAPES: [(char, &str); 4] = [('|', "%7C"), ('\n', "%0A"), ('\r', "%0D"), ('%', "%25")];

/// Adds a text, which may be escaped, and may have to be.
pub(super) fn push_text(text: &str, is_escaped: bool, escape: bool, out: &mut String) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let code = ESCAPES.iter().find(|(_, code)| is_escaped && rest.starts_with(code));
        let (character, length) = code.map_or((first, first.len_utf8()), |(plain, code)| (*plain, code.len()));
        match ESCAPES.iter().find(|(plain, _)| escape && *plain == character) {
            Some((_, code)) => out.push_str(code),
            None => out.push(character),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The text that a part stands for.
pub(super) fn unescaped(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    push_text(part, true, false, &mut text);
    text
}
