//! Orders are put on the list, with nothing paid yet.

use super::super::store::Account;
use super::money::vat_of;
use super::rows::{BillingStatus, Buyer, Deal, Item, Purchase};
use super::terms::Terms;
use crate::Value;

/// An order that nothing is wrong with.
pub(in crate::sandbox) struct NewOrder {
    pub(in crate::sandbox) buyer_id: i64,
    pub(in crate::sandbox) terms: Terms,
    /// Product, pieces, first and other payments for all pieces.
    pub(in crate::sandbox) lines: Vec<(String, i64, i64, i64)>,
    pub(in crate::sandbox) pay_method: String,
    pub(in crate::sandbox) affiliate: Option<Deal>,
    pub(in crate::sandbox) voucher_code: String,
    pub(in crate::sandbox) tracking: Value,
    pub(in crate::sandbox) order_type: &'static str,
    pub(in crate::sandbox) upgraded_from: Option<String>,
    pub(in crate::sandbox) upgrade_type: String,
    /// Whether it is paid with what can be charged again, whatever the plan.
    pub(in crate::sandbox) force_rebilling: bool,
    /// How many attempts to collect its payments are going to fail.
    pub(in crate::sandbox) failing: i64,
}

impl Account {
    /// Puts an order on the list, with nothing paid yet.
    pub(in crate::sandbox) fn place(&mut self, order: NewOrder) -> i64 {
        let id = order_id(super::rows::index(self.purchases.rows().len()));
        self.place_as(order, id)
    }

    /// The same with an order id that no other order has.
    pub(in crate::sandbox) fn place_as(&mut self, order: NewOrder, id: String) -> i64 {
        let now = self.clock.unix();
        let country = self.buyers.find(order.buyer_id).map(Buyer::country).unwrap_or_default().to_owned();
        let mut items = Vec::new();
        for (product_id, quantity, first_amount, other_amounts) in order.lines {
            self.last_item += 1;
            items.push(Item { id: self.last_item, product_id, quantity, first_amount, other_amounts });
        }
        self.purchases.add(Purchase {
            id,
            buyer_id: order.buyer_id,
            created_at: now,
            order_type: order.order_type.to_owned(),
            paymentplan_id: order.terms.paymentplan_id,
            currency: order.terms.currency,
            pay_method: order.pay_method,
            vat_rate: vat_of(&country),
            vat_country: country,
            number_of_installments: order.terms.number_of_installments,
            first_billing_interval: order.terms.first_billing_interval,
            other_billing_intervals: order.terms.other_billing_intervals,
            items,
            transactions: Vec::new(),
            affiliate: order.affiliate,
            voucher_code: order.voucher_code,
            tracking: order.tracking,
            upgraded_from: order.upgraded_from,
            upgrade_type: order.upgrade_type,
            force_rebilling: order.force_rebilling,
            balance: 0,
            billing_status: BillingStatus::Unpaid,
            stop_reason: None,
            stopped_at: None,
            payments: 0,
            counted_from: now,
            counted_payments: 0,
            next_payment_at: None,
            attempts: 0,
            failing: order.failing,
            is_missed: false,
            is_cancelled: false,
            paid_until: None,
            last_paid_day_at: None,
        })
    }
}

/// The id of the order that stands there: eight letters and digits, each order another one. A digit 1 is never in it, unlike
/// in those of the account that every sandbox starts with.
fn order_id(at: i64) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    // An odd factor leads each number below 2^40 to another one.
    let mut rest = (u64::try_from(at).unwrap_or_default() + 1).wrapping_mul(722_379_815_941) & ((1 << 40) - 1);
    let mut id = String::new();
    for _ in 0..8 {
        let letter = usize::try_from(rest % 32).ok().and_then(|at| LETTERS.get(at));
        id.push(letter.copied().unwrap_or(b'A').into());
        rest /= 32;
    }
    id
}
