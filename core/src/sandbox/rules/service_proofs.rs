//! Requests to prove that a service was delivered.

use super::super::assumptions::PROOF_DAYS;
use super::super::clock::{day_of, wall};
use super::super::orders::goods::{Proof, ProofState};
use super::super::orders::rows::Movement;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::{Ask, Rules, existing, flag};
use crate::Value;
use crate::commission::RefundKind;

pub(super) const RULES: Rules =
    &[("listServiceProofRequests", list), ("getServiceProofRequest", get), ("updateServiceProofRequest", update)];

const DAY: i64 = 86_400;

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let search = ask.group("search");
    let account: &Account = account;
    let rows = account.proofs.rows().iter().map(|proof| shown(account, proof));
    let passes = |row: &Value| {
        search.fields().iter().all(|(name, wanted)| {
            let wanted = wanted.as_str().unwrap_or_default();
            wanted.is_empty() || row.text(name) == wanted
        })
    };
    Ok(Value::List(rows.filter(passes).collect()))
}

/// A request as it stands in the list.
fn shown(account: &Account, proof: &Proof) -> Value {
    let purchase = account.purchases.get(proof.purchase);
    let item = purchase.and_then(|purchase| purchase.items.iter().find(|item| item.id == proof.item_id));
    let product_id = item.map_or("", |item| item.product_id.as_str());
    let product = account.products.find("id", product_id).unwrap_or(&Value::Null);
    record! {
        id: proof.id.to_string(), purchase_id: purchase.map_or("", |purchase| purchase.id.as_str()),
        product_id: product_id, delivery_type: product.text(".delivery_type"),
        // Nobody decides about a proof here, so that it waits for that.
        approval_status: if proof.state == ProofState::ProofProvided { "pending" } else { "new" },
        request_status: proof.state.as_str(), created_at: wall(proof.created_at), modified_at: wall(proof.modified_at),
    }
}

fn find<'a>(account: &'a Account, id: &str) -> Result<&'a Proof, Refusal> {
    existing(id.parse().ok().and_then(|id| account.proofs.find(id)), id)
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let proof = find(account, ask.text("service_proof_id"))?;
    let due = wall(proof.created_at + PROOF_DAYS * DAY);
    let request = shown(account, proof)
        .with("status", proof.state.as_str())
        .with("due_date", day_of(&due))
        .with("notes", proof.message.as_str());
    Ok(record! { service_proof_request: request })
}

/// Hands in the proof, or agrees to give everything back. What is decided stays so.
fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let proof = find(account, ask.text("service_proof_id"))?;
    let (id, purchase) = (proof.id, proof.purchase);
    if proof.state != ProofState::Pending {
        return Ok(record! { is_modified: "N" });
    }
    let data = ask.group("data");
    let now = account.clock.unix();
    if let Some(proof) = account.proofs.change(id) {
        proof.state = ProofState::of(data.text("request_status")).unwrap_or(ProofState::ProofProvided);
        proof.modified_at = now;
        proof.message = data.text("message").to_owned();
        if proof.state == ProofState::ExecRefund {
            give_all_back(account, purchase);
        }
    }
    Ok(record! { is_modified: flag(true) })
}

fn give_all_back(account: &mut Account, purchase: i64) {
    let payments = account.purchases.get(purchase).into_iter().flat_map(|row| account.transactions.of(row));
    let payments: Vec<i64> =
        payments.filter(|row| row.transaction_type == Movement::Payment).map(|row| row.id).collect();
    for payment in payments {
        account.give_back(payment, RefundKind::Refund);
    }
}
