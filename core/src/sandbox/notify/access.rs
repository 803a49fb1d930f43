//! Who has access, from the orders themselves: what whoever receives notifications should come to as well.

use std::collections::BTreeSet;

use super::super::Sandbox;
use super::super::clock::calendar_day;
use super::super::orders::rows::{BillingStatus, Item, Movement, Purchase, StopReason};
use super::super::store::Account;
use crate::ipn::State;
use crate::{Time, Value};

/// The access that an item of an order gives at this moment, as the account itself knows it.
///
/// An [`Access`](crate::ipn::Access) that was fed with the notifications of the account says the same, whatever their order
/// and however often they came.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Holding {
    /// The order.
    pub order_id: String,
    /// The item.
    pub order_item_id: String,
    /// The product.
    pub product_id: String,
    /// Who bought it.
    pub email: String,
    /// Whether it was a test purchase.
    pub is_test: bool,
    /// Whether it gives access.
    pub state: State,
    /// While active: the last day that is paid. `None` where that has no end.
    pub until: Option<Time>,
}

/// `{ order_id, order_item_id, product_id, email, is_test, state, until }`
impl From<&Holding> for Value {
    fn from(holding: &Holding) -> Value {
        record! {
            order_id: holding.order_id.as_str(), order_item_id: holding.order_item_id.as_str(),
            product_id: holding.product_id.as_str(), email: holding.email.as_str(), is_test: holding.is_test,
            state: holding.state.as_str(), until: holding.until.map_or(Value::Null, Value::from),
        }
    }
}

impl Sandbox {
    /// Who has access now, by order and item. It follows from the orders, not from what was told of them.
    ///
    /// ```
    /// use digistore24::ipn::State;
    /// use digistore24::sandbox::{Checkout, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// let bought = sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    /// sandbox.refund(&bought.transaction_ids[0]).unwrap();
    /// assert_eq!(sandbox.access().last().unwrap().state, State::Ended);
    /// ```
    pub fn access(&self) -> Vec<Holding> {
        let orders = self.account.purchases.rows();
        // An order takes the place of another one when it is paid.
        let paid = orders.iter().filter(|order| order.payments > 0);
        let replaced: BTreeSet<&str> = paid.filter_map(|order| order.upgraded_from.as_deref()).collect();
        let mut holdings = Vec::new();
        for order in orders {
            let email = self.account.buyers.find(order.buyer_id).map_or("", |buyer| &buyer.email);
            for (item, place) in order.items.iter().zip(0i64..) {
                let state = match self.account.state_of(order, item, place) {
                    State::None => State::None,
                    _ if replaced.contains(order.id.as_str()) => State::Ended,
                    state => state,
                };
                let runs_out = order.recurs(item) && order.billing_status != BillingStatus::Completed;
                let paid_until = order.paid_until.filter(|_| runs_out && state == State::Active);
                holdings.push(Holding {
                    order_id: order.id.clone(),
                    order_item_id: item.id.to_string(),
                    product_id: item.product_id.clone(),
                    email: email.to_owned(),
                    is_test: order.is_test(),
                    state,
                    until: paid_until.and_then(calendar_day),
                });
            }
        }
        holdings
    }
}

impl Account {
    /// The state of the item that stands there in an order, as long as no other one replaces it.
    fn state_of(&self, order: &Purchase, item: &Item, place: i64) -> State {
        let payments =
            self.transactions.of(order).filter(|row| row.item == place && row.transaction_type == Movement::Payment);
        let mut is_paid = false;
        for payment in payments {
            is_paid = true;
            if payment.amount != 0 && payment.refunded == payment.amount {
                return State::Ended;
            }
        }
        if !order.recurs(item) {
            return match is_paid {
                true => State::Active,
                false if order.is_missed && !order.is_recurring() => State::Suspended,
                false => State::None,
            };
        }
        // One that another order is going to take the place of gives access until that is paid.
        let is_stopped =
            order.billing_status == BillingStatus::Aborted && order.stop_reason != Some(StopReason::Upgraded);
        if is_stopped && order.last_paid_day_at.is_none() {
            return State::Ended; // It was told.
        }
        if order.is_missed {
            return State::Suspended;
        }
        // What somebody stopped gives access on the last day that is paid and no longer, also when it was resumed.
        let now = self.clock.time();
        let is_over = order.paid_until.and_then(calendar_day).is_some_and(|last| last.span().1 < now.span().0);
        match is_paid {
            false => State::None,
            true if order.is_cancelled && is_over => State::Suspended,
            true => State::Active,
        }
    }
}
