//! The fields of notifications as one sorted table, made when the crate is compiled.
//!
//! A parameter has to be found among some two hundred fields, and what only receives notifications should stay small. So
//! the table holds what cannot be told without it: what is no text, and what can be numbered.

#![expect(
    clippy::indexing_slicing,
    reason = "it runs when the crate is compiled, and then an index out of bounds is an error"
)]

use crate::wire::{Kind, Shape};

/// What the table knows of a name.
#[derive(Clone, Copy)]
pub(super) struct Known {
    name: &'static str,
    /// How its values are read.
    pub(super) kind: Kind,
    /// Whether it describes an item, so that it can be numbered.
    pub(super) is_of_item: bool,
}

/// A name of which nothing is known, or nothing but that it is text.
const TEXT: Known = Known { name: "", kind: Kind::Text, is_of_item: false };

/// What a table knows of a name.
pub(super) fn find(table: &[Known], name: &str) -> Known {
    let found = table.binary_search_by(|known| known.name.cmp(name));
    found.ok().and_then(|at| table.get(at)).copied().unwrap_or(TEXT)
}

/// How many fields the table of a message and of its items has.
pub(super) const fn count([whole, item]: [&Shape; 2]) -> usize {
    let (mut count, mut at) = (item.fields.len() - 1, 0);
    while at < whole.fields.len() {
        let field = &whole.fields[at];
        if !is_text(field.kind) && !has(item, field.name) {
            count += 1;
        }
        at += 1;
    }
    count
}

/// That table.
pub(super) const fn table<const N: usize>([whole, item]: [&Shape; 2]) -> [Known; N] {
    let mut table = [TEXT; N];
    let (mut length, mut at) = (0, 0);
    while at < whole.fields.len() + item.fields.len() {
        let is_of_item = at >= whole.fields.len();
        let field = if is_of_item { &item.fields[at - whole.fields.len()] } else { &whole.fields[at] };
        // The number of an item is made of names, and is no parameter.
        let belongs = if is_of_item { !same(field.name, "no") } else { !is_text(field.kind) && !has(item, field.name) };
        if belongs {
            let mut place = length;
            while place > 0 && is_before(field.name, table[place - 1].name) {
                table[place] = table[place - 1];
                place -= 1;
            }
            table[place] = Known { name: field.name, kind: plain(field.kind), is_of_item };
            length += 1;
        }
        at += 1;
    }
    table
}

/// The kind, where it makes a difference to how a text is read.
const fn plain(kind: Kind) -> Kind {
    if is_text(kind) { Kind::Text } else { kind }
}

const fn is_text(kind: Kind) -> bool {
    !matches!(kind, Kind::Integer | Kind::Amount | Kind::Flag | Kind::Time | Kind::Joined)
}

const fn has(shape: &Shape, name: &str) -> bool {
    let mut at = 0;
    while at < shape.fields.len() {
        if same(shape.fields[at].name, name) {
            return true;
        }
        at += 1;
    }
    false
}

const fn same(one: &str, other: &str) -> bool {
    !is_before(one, other) && !is_before(other, one)
}

const fn is_before(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}
