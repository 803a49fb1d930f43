//! Invoices of orders: one for each payment, and a credit note for all that went back.

use super::super::clock::{day_of, wall};
use super::super::orders::money::text;
use super::super::orders::rows::{Movement, Purchase, Transaction};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::{CREDIT, INVOICE, INVOICES_SENT, NO_INVOICES, label};
use super::{Ask, Rules, existing};
use crate::Value;

pub(super) const RULES: Rules = &[("listInvoices", list), ("resendInvoiceMail", resend)];

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let purchase = existing(account.purchases.find(id), id)?;
    let rows = invoiced(account, purchase).map(|row| shown(ask, purchase, row)).collect::<Vec<_>>();
    Ok(record! { purchase_id: id, invoice_list: rows })
}

/// The transactions that there are invoices of: where money moved.
fn invoiced<'a>(account: &'a Account, purchase: &'a Purchase) -> impl Iterator<Item = &'a Transaction> {
    account.transactions.of(purchase).filter(|row| row.amount != 0)
}

fn shown(ask: &Ask<'_>, purchase: &Purchase, row: &Transaction) -> Value {
    // Documented of test payments.
    let number = if purchase.is_test() { "1".to_owned() } else { row.id.to_string() };
    let words = if row.transaction_type == Movement::Payment { INVOICE } else { CREDIT };
    record! {
        invoice_url: format!("https://www.checkout-ds24.com/invoice/{}/ExAmPlE1", row.id),
        invoice_label: words.about(ask.german, &number), invoice_id: number, invoice_date: day_of(&wall(row.created_at)),
        pay_method: purchase.pay_method.as_str(), pay_method_msg: label(&purchase.pay_method, ask.german),
        purchase_id: purchase.id.as_str(), r#type: row.transaction_type.as_str(), amount: text(row.amount),
        currency: purchase.currency.as_str(),
    }
}

fn resend(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let purchase = existing(account.purchases.find(id), id)?;
    if invoiced(account, purchase).next().is_none() {
        return Ok(record! { status: "error", note: ask.say(NO_INVOICES) });
    }
    let to = account.buyers.find(purchase.buyer_id).map_or("", |buyer| &buyer.email);
    let note = INVOICES_SENT.about(ask.german, to);
    account.purchases.position(id).into_iter().for_each(|at| account.mail("invoice", at));
    Ok(record! { status: "success", note: note })
}
