//! What is reported about buyers, and what they reported themselves.

use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{BAD_ARGUMENT, REPORT_KNOWN, REPORT_NOBODY, REPORT_TAKEN};
use super::{Ask, Rules, existing, parts};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("logMemberAccess", log_member_access),
    ("listCustomFormRecords", custom_form_records),
    ("reportFraud", report_fraud),
];

/// Remembered as evidence; no function shows it.
fn log_member_access(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let purchase = ask.text("purchase_id");
    existing(account.purchases.find(purchase), purchase)?;
    let at = account.clock.moment(ask.given("login_at").filter(|at| !at.is_empty()).unwrap_or("now"));
    let at = at.ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "login_at"))?;
    account.member_logins.add(ask.arguments.clone().with("login_at", at));
    Ok(Value::List(Vec::new()))
}

fn custom_form_records(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let purchase = ask.text("purchase_id");
    if !purchase.is_empty() {
        existing(account.purchases.find(purchase), purchase)?;
    }
    let rows = account.custom_form_records.rows().iter();
    let rows = rows.filter(|row| purchase.is_empty() || row.text("purchase_id") == purchase);
    Ok(record! { records: rows.map(Value::shown).collect::<Vec<_>>() })
}

fn report_fraud(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("transaction_id");
    let transaction = existing(id.parse().ok().and_then(|id| account.transactions.find(id)), id)?;
    let has_affiliate = account.purchases.get(transaction.purchase).is_some_and(|row| row.affiliate.is_some());
    let mut answer = record! {};
    for (party, exists) in [("buyer", true), ("affiliate", has_affiliate)] {
        let is_reported = parts(ask.text("who")).any(|who| who == party);
        let is_known = account.fraud_reports.with("transaction_id", id).any(|row| row.text("who") == party);
        let (status, code, words) = match (is_reported, exists, is_known) {
            (false, ..) => ("", "", None),
            (true, false, _) => ("failure", "not_created", Some(REPORT_NOBODY)),
            (true, true, true) => ("info", "rerequest", Some(REPORT_KNOWN)),
            (true, true, false) => ("success", "created_entry", Some(REPORT_TAKEN)),
        };
        if code == "created_entry" {
            account.fraud_reports.add(record! {
                transaction_id: id, who: party, comment: ask.text("comment"), created_at: account.clock.now(),
            });
        }
        answer.set(&format!("{party}_status"), status);
        answer.set(&format!("{party}_message"), words.map_or("", |words| ask.say(words)));
        answer.set(&format!("{party}_code"), code);
    }
    Ok(answer)
}
