//! Everything the sandbox remembers.

use std::collections::BTreeSet;

use super::assumptions::Assumed;
use super::clock::Clock;
use super::faults::Waiting;
use super::kept::Kept;
use super::notify::connections::Connection;
use super::notify::disturb::Disturbance;
use super::notify::queue::Queue;
use super::orders::Due;
use super::orders::goods::{Charge, Delivery, Goods, License, Proof};
use super::orders::rows::{Buyers, Event, Purchases, Transactions};
use super::orders::tickets::Tickets;
use super::record::Table;
use super::rules::Lists;

kept! {
    /// The fictional account and what has been done to it: all that a snapshot holds.
    struct Account {
        clock: Clock,
        assumed: Assumed,
        keys: Vec<Key>,
        requests: Vec<KeyRequest>,
        products: Table,
        groups: Table,
        /// What products cost, and when it is paid.
        plans: Table,
        orderforms: Table,
        upgrades: Table,
        smart_upgrades: Table,
        images: Table,
        shipping_policies: Table,
        /// What is offered after an order, by product.
        upsells: Table,
        marketplace: Table,
        /// The Digistore24 users who are known as affiliates.
        affiliates: Table,
        /// Which affiliate may promote which product, and for how much.
        affiliations: Table,
        /// Affiliates that were bound to e-mail addresses.
        bound_affiliates: Table,
        /// Who recruited which affiliate.
        referrals: Table,
        /// Vouchers that customers bought.
        coupons: Table,
        /// What buyers answered in extra forms.
        custom_form_records: Table,
        /// Logins to member areas that were reported.
        member_logins: Table,
        fraud_reports: Table,
        /// Which account may see whose data.
        grants: Table,
        /// The key for test payments, if one was asked for.
        testpay_keys: Table,
        vouchers: Table,
        buy_urls: Table,
        connections: Vec<Connection>,
        /// Notifications, sent or to be sent.
        queue: Queue,
        /// What is going to happen to the next notifications.
        disturbances: Vec<Disturbance>,
        buyers: Buyers,
        purchases: Purchases,
        /// The number of the last line of an order.
        last_item: i64,
        transactions: Transactions,
        events: Vec<Event>,
        licenses: Goods<License>,
        etickets: Tickets,
        /// Where events take place.
        locations: Table,
        /// What tickets are made from.
        templates: Table,
        deliveries: Goods<Delivery>,
        proofs: Goods<Proof>,
        /// Charges to the payment methods of orders that were asked for over the API.
        charges: Goods<Charge>,
        /// Files that buyers have downloaded.
        downloads: Table,
        /// Mails that functions have sent.
        mails: Table,
        /// What is to go wrong with the next calls.
        faults: Vec<Waiting>,
        /// What falls due, in order: when, for which order, what.
        agenda: Agenda,
        lists: Lists,
    }
}

/// What falls due. It follows from the orders, so that snapshots leave it out.
#[derive(Clone, Debug, Default)]
pub(super) struct Agenda(pub(super) BTreeSet<(i64, i64, Due)>);

impl Kept for Agenda {
    fn save(&self, out: &mut String) {
        out.push_str("null");
    }

    fn load(_: &str) -> Option<Agenda> {
        Some(Agenda::default())
    }
}

kept! {
    /// An API key.
    struct Key {
        text: String,
        rights: Rights,
        /// Whether it was made in the browser flow, so that it can delete itself.
        is_interactive: bool,
    }

    /// A key that an application asked for.
    struct KeyRequest {
        token: String,
        rights: Rights,
        state: KeyState,
        /// The key, once it is made and until it is collected.
        key: String,
    }
}

kinds! {
    /// What a key permits.
    Rights { Full = "full", Read = "read", Developer = "developer", }

    /// How far a request for a key got. A key that is ready waits to be collected.
    KeyState { Pending = "pending", Declined = "declined", Ready = "ready", Collected = "collected", }
}

impl Key {
    /// The number before the hyphen.
    pub(super) fn number(&self) -> &str {
        self.text.split('-').next().unwrap_or_default()
    }
}
