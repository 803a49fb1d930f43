//! Stopping and resuming recurring payments. No minimum term is imitated: a stop works at once.

use super::super::clock::{day_of, wall};
use super::super::orders::rows::{EventKind, Purchase, StopReason};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::{NO_REBILLING, NOTHING_TO_DO, REBILLING_STARTED, REBILLING_STOPPED, Words, label};
use super::lists::{Window, page_of};
use super::{Ask, Rules, existing, flag};
use crate::Value;

pub(super) const RULES: Rules =
    &[("startRebilling", start), ("stopRebilling", stop), ("listRebillingStatusChanges", list)];

fn stop(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let (at, is_recurring) = found(account, ask)?;
    if !is_recurring {
        return Ok(state(account, ask, at, false, NO_REBILLING));
    }
    let modified = account.stop(at, StopReason::ByOperator);
    let answer = state(account, ask, at, modified, if modified { REBILLING_STOPPED } else { NOTHING_TO_DO });
    Ok(answer
        .with("code", if modified { "stopped_now" } else { "" })
        .with("is_cancelled_now", "Y")
        .with("is_cancelled_later", "N")
        .with("can_cancel_before", ""))
}

fn start(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let (at, is_recurring) = found(account, ask)?;
    if !is_recurring {
        return Ok(state(account, ask, at, false, NO_REBILLING));
    }
    let modified = account.resume(at);
    Ok(state(account, ask, at, modified, if modified { REBILLING_STARTED } else { NOTHING_TO_DO }))
}

/// Where the order stands, and whether its payments recur.
fn found(account: &Account, ask: &Ask<'_>) -> Result<(i64, bool), super::super::reply::Refusal> {
    let id = ask.text("purchase_id");
    let at = existing(account.purchases.position(id), id)?;
    Ok((at, account.purchases.get(at).is_some_and(Purchase::is_recurring)))
}

fn state(account: &Account, ask: &Ask<'_>, at: i64, modified: bool, note: Words) -> Value {
    let Some(purchase) = account.purchases.get(at) else { return Value::Null };
    let status = purchase.billing_status.as_str();
    let next = purchase.next_payment_at.map(|at| day_of(&wall(at)).to_owned()).unwrap_or_default();
    record! {
        modified: flag(modified), note: ask.say(note), billing_status: status,
        billing_status_msg: label(status, ask.german), next_payment_at: next,
        rebilling_active: flag(purchase.is_recurring() && purchase.is_active()),
    }
}

/// Stops, resumptions and ends, which are among what happened.
fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let window = Window::of(account, ask)?;
    let word = |kind: EventKind| match kind {
        EventKind::RebillCancelled => Some("rebill_cancelled"),
        EventKind::RebillResumed => Some("rebill_resumed"),
        EventKind::LastPaidDay => Some("last_paid_day"),
        _ => None,
    };
    let events = account.events.iter().zip(1i64..);
    let found: Vec<_> = events
        .filter(|(event, _)| window.has(event.at))
        .filter_map(|(event, id)| Some((event, id, word(event.kind)?)))
        .collect();
    let answer = record! { from: window.from.as_str(), to: window.to.as_str() };
    Ok(page_of(ask, answer, "items", &found, |(event, id, word)| {
        let purchase = event.purchase.and_then(|at| account.purchases.get(at));
        record! {
            id: id.to_string(), purchase_id: purchase.map_or("", |purchase| purchase.id.as_str()),
            created_at: wall(event.at), pay_sequence_no: event.pay_sequence_no.to_string(), r#type: *word,
            type_msg: label(word, ask.german),
        }
    }))
}
