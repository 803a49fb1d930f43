//! Marketplace entries, which are read here. The functions that make and delete them are known by name only.

use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::label;
use super::{Ask, Rules, shelf};
use crate::Value;

pub(super) const RULES: Rules = &[("getMarketplaceEntry", get), ("listMarketplaceEntries", list)];

fn shown(ask: &Ask<'_>, entry: &Value) -> Value {
    entry.shown().with("approval_status_msg", label(entry.text("approval_status"), ask.german))
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    shelf::find(&account.marketplace, ask.text("entry_id")).map(|entry| shown(ask, entry))
}

/// In the order they were made: the values of `sort_by` are not documented.
fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let entries: Vec<Value> = account.marketplace.rows().iter().map(|entry| shown(ask, entry)).collect();
    let count = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    Ok(record! { entries: entries, count: count })
}
