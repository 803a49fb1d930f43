//! Stopping and resuming recurring payments. No minimum term is imitated: a stop works at once.

use super::super::clock::{day_of, months_later};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::{NO_REBILLING, NOTHING_TO_DO, REBILLING_STARTED, REBILLING_STOPPED, Words, label};
use super::{Ask, Rules, existing, flag};
use crate::Value;

pub(super) const RULES: Rules = &[("startRebilling", start), ("stopRebilling", stop)];

fn stop(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let purchase = existing(account.purchases.change("id", id), id)?;
    if !is_recurring(purchase) {
        return Ok(state(ask, purchase, false, NO_REBILLING));
    }
    let modified = is_active(purchase);
    if modified {
        end(purchase);
    }
    let answer = state(ask, purchase, modified, if modified { REBILLING_STOPPED } else { NOTHING_TO_DO });
    Ok(answer
        .with("code", if modified { "stopped_now" } else { "" })
        .with("is_cancelled_now", "Y")
        .with("is_cancelled_later", "N")
        .with("can_cancel_before", ""))
}

fn start(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let next = months_later(&account.clock.now(), 1).unwrap_or_default();
    let purchase = existing(account.purchases.change("id", id), id)?;
    if !is_recurring(purchase) {
        return Ok(state(ask, purchase, false, NO_REBILLING));
    }
    let modified = !is_active(purchase);
    if modified {
        purchase.set("billing_status", "paying");
        purchase.set("next_payment_at", day_of(&next));
        purchase.set("is_canceled_now", "N");
        purchase.set("is_cancelable_now", "Y");
    }
    Ok(state(ask, purchase, modified, if modified { REBILLING_STARTED } else { NOTHING_TO_DO }))
}

/// Nothing is charged for this order any more.
pub(super) fn end(purchase: &mut Value) {
    for (name, value) in
        [("billing_status", "aborted"), ("next_payment_at", ""), ("is_canceled_now", "Y"), ("is_cancelable_now", "N")]
    {
        purchase.set(name, value);
    }
}

fn is_recurring(purchase: &Value) -> bool {
    purchase.text("billing_type") != "single_payment"
}

fn is_active(purchase: &Value) -> bool {
    !matches!(purchase.text("billing_status"), "aborted" | "completed")
}

fn state(ask: &Ask<'_>, purchase: &Value, modified: bool, note: Words) -> Value {
    let status = purchase.text("billing_status");
    record! {
        modified: flag(modified), note: ask.say(note), billing_status: status,
        billing_status_msg: label(status, ask.german), next_payment_at: purchase.text("next_payment_at"),
        rebilling_active: flag(is_recurring(purchase) && is_active(purchase)),
    }
}
