//! What the small tables have in common: records are found by number, changed, deleted, and forgotten by others.

use super::super::record::Table;
use super::super::reply::Refusal;
use super::existing;
use crate::Value;

/// The record with this number.
pub(super) fn find<'t>(table: &'t Table, id: &str) -> Result<&'t Value, Refusal> {
    existing(table.find("id", id), id)
}

/// Refuses the number of a record that does not exist. No number is none.
pub(super) fn check(table: &Table, id: &str) -> Result<(), Refusal> {
    if id.is_empty() { Ok(()) } else { find(table, id).map(|_| ()) }
}

/// Puts all given properties into a record, and tells whether anything changed.
pub(super) fn change(table: &mut Table, id: &str, given: &Value, now: &str) -> Result<bool, Refusal> {
    let row = existing(table.change("id", id), id)?;
    let modified = row.put(given);
    if modified {
        row.set("modified_at", now);
    }
    Ok(modified)
}

/// Deletes a record, which has to be there.
pub(super) fn delete(table: &mut Table, id: &str) -> Result<(), Refusal> {
    existing(table.keep(|row| row.text("id") != id).then_some(()), id)
}

/// Empties a field wherever it holds the number of a record that is gone.
pub(super) fn forget(table: &mut Table, field: &str, id: &str) {
    for row in table.rows_mut().filter(|row| row.text(field) == id) {
        row.set(field, "");
    }
}
